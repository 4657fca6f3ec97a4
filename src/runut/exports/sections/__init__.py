"""The page's sections: what of an account stands where, already worded, with a citation to each line."""
