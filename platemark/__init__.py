"""Platemark: a self-hosted AI image studio with a contract-first OpenAPI 3.1 back end."""

__version__ = "0.1.0"
