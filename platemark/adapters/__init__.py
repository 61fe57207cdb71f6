"""Adapters: what training made or an operator registered, and how pictures use it."""
