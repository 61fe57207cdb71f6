"""Bytes, kept under the SHA-256 of what they are."""
