"""The kinds of import there are, by name."""

from __future__ import annotations

from collections.abc import Mapping

from platemark.imports.kinds import Kind
from platemark.imports.media import Media
from platemark.imports.sets.kind import Sets

KINDS: Mapping[str, Kind] = {"media": Media(), "sets": Sets()}
