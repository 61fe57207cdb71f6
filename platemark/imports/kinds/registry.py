"""The kinds of import, by name."""

from __future__ import annotations

from collections.abc import Mapping

from platemark.imports.kinds.album.kind import AlbumKind
from platemark.imports.kinds.database.kind import DatabaseKind
from platemark.imports.kinds.media.kind import MediaKind
from platemark.imports.kinds.protocol import Kind
from platemark.imports.kinds.sets.kind import SetsKind

KINDS: Mapping[str, Kind] = {
    "album": AlbumKind(),
    "database": DatabaseKind(),
    "media": MediaKind(),
    "sets": SetsKind(),
}
