"""Content-addressed storage: bytes under their SHA-256."""
