"""The web app: server-rendered pages and an HTTP API over a desk."""
