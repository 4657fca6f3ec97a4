"""Exports: they only draw what telling decided."""
