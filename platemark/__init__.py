"""Platemark: a self-hosted AI image studio whose contract cannot drift."""

__version__ = "0.1.0"
