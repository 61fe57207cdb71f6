"""The HTTP adapter: routing, validation, security, limits, problems, files, event streams, pages."""
