"""The work of each operation: a function of a call, a module a noun."""
