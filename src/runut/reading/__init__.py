"""Reading: one article, one language, pure; each module finds one layer."""
