"""The contract over HTTP: validation, routing, problems, security, limits, files."""
