"""Names of minors and of victims of sexual offences, flagged and covered in what leaves the house."""
