"""The store: what was taken in, read, grouped and judged, in SQLite or PostgreSQL; it knows no linguistics."""
