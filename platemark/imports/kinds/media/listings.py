"""Files of a folder that say something of its pictures, each in its own shape: manifests, and Fooocus's logs."""

from __future__ import annotations

from platemark.imports.kinds.media import fooocus_log, manifests
from platemark.imports.kinds.media.manifests import Manifest
from platemark.imports.reading.sources import Source


def read_at(source: Source, path: str, file_name: str) -> Manifest:
    """What the file at ``path`` says; empty if it cannot be read."""
    read = fooocus_log.read_at if file_name.lower() == fooocus_log.FILE_NAME else manifests.read_at
    return read(source, path, file_name)
