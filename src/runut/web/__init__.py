"""The desk in a browser: pages that work without script, and the HTTP API, over one store."""
