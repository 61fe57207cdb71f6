"""Which files of a folder belong to a picture: sidecars and captions, by name.

Names match whatever the case of their suffixes and however their accents are composed: a folder that came from a Mac
or a Windows disk has both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from platemark.imports.reading.sources import Entry

PICTURES = (
    ".png", ".jpg", ".jpeg", ".jfif", ".webp", ".avif", ".heic", ".heif", ".jxl", ".gif", ".bmp", ".tif", ".tiff",
)  # fmt: skip
"""Suffixes of pictures. What is not read is refused by its content, with the name of its format."""
SIDECAR = ".json"
SUFFIXES = (SIDECAR, ".caption", ".txt")
"""What counts more comes first."""


class Neighbours:
    """The pictures of a folder and the files beside them."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._pictures: set[str] = set()
        self._beside: dict[tuple[str, str], Entry] = {}
        pictures = []
        for it in entries:
            suffix = suffix_of(it.name)
            if it.kind == "file" and suffix in SUFFIXES:
                self._beside.setdefault((_plain(it.name[: -len(suffix)]), suffix), it)
            elif it.kind == "file" and suffix in PICTURES:
                self._pictures.update(_names_of(it.name))
                pictures.append(it.name)
        self._used = {it.name for picture in pictures for it in self.beside(picture)}

    def beside(self, picture: str) -> tuple[Entry, ...]:
        """The files that describe a picture, one of each kind: ``fox.json`` or ``fox.png.json``."""
        found = (
            next((it for stem in _names_of(picture) if (it := self._beside.get((stem, suffix)))), None)
            for suffix in SUFFIXES
        )
        return tuple(it for it in found if it is not None)

    def have_picture_for(self, name: str) -> bool:
        """Whether there is a picture that a sidecar or caption belongs to."""
        return _plain(name[: -len(suffix_of(name))]) in self._pictures

    def use(self, name: str) -> bool:
        """Whether a sidecar or caption is the one of its kind that a picture has."""
        return name in self._used


def suffix_of(name: str) -> str:
    """The suffix in lower case, with its dot; empty without one."""
    _, dot, suffix = name.rpartition(".")
    return f"{dot}{suffix}".lower() if dot else ""


def _names_of(picture: str) -> tuple[str, str]:
    """What a file beside it may be named, before its suffix: ``fox`` and ``fox.png``."""
    return _plain(picture[: -len(suffix_of(picture))]), _plain(picture)


def _plain(name: str) -> str:
    """A name with composed accents, and the suffix of a picture in lower case."""
    suffix = suffix_of(name)
    if suffix in PICTURES:
        name = name[: -len(suffix)] + suffix
    return unicodedata.normalize("NFC", name)
