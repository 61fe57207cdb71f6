"""Imports of an outputs tree: pictures with their sidecars, folders that become albums."""

from platemark.imports.kinds.media.kind import Media

__all__ = ["Media"]
