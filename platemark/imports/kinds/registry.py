"""The kinds of import there are, by name."""

from __future__ import annotations

from collections.abc import Mapping

from platemark.imports.kinds.media import Media
from platemark.imports.kinds.protocol import Kind
from platemark.imports.kinds.sets.kind import Sets

KINDS: Mapping[str, Kind] = {"media": Media(), "sets": Sets()}
