"""Fooocus's ``log.html``: what it says of each picture of a day, whether the picture carries it or not."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

from platemark.imports.kinds.media.manifests import MAX_PICTURES, Manifest
from platemark.imports.reading.picture_files import read_file
from platemark.imports.reading.sources import Entry, Source
from platemark.imports.reasons import ItemRefused

FILE_NAME = "log.html"
MAX_BYTES = 8 * 1024 * 1024
LABELS = ("label", "key")
"""The class of the cells with names, in newer and in older versions."""
LORA = re.compile(r"lora_(\d+)")
COPIED = re.compile(r"to_clipboard\('([^']*)'\)")
MARKS, SCHEME = {"base_model", "performance"}, {"metadata_scheme": "fooocus"}
"""By these a text of Fooocus is recognized, or else by this."""


def read_log(source: Source, folder: str, entries: Sequence[Entry]) -> Manifest | None:
    """What the log of a folder says of its pictures; None if there is none, or it says nothing."""
    entry = next((it for it in entries if it.kind == "file" and it.name.lower() == FILE_NAME), None)
    log = None if entry is None else read_at(source, entry.target or f"{folder}{entry.name}", entry.name)
    return log if log is not None and log.pictures else None


def read_at(source: Source, path: str, file_name: str) -> Manifest:
    """The log whose file is at ``path``; empty if it cannot be read."""
    try:
        return Manifest(file_name=file_name, path=path, pictures=_parse(read_file(source, path, limit=MAX_BYTES).data))
    except ItemRefused:
        return Manifest(file_name=file_name, path=path)


@lru_cache(maxsize=2)
def _parse(data: bytes) -> Mapping[str, Mapping[str, Any]]:
    """What is said of each picture, by the name of its file. The last logs are kept: each picture looks into one."""
    log = _Log()
    log.feed(data.decode("utf-8-sig", "replace"))
    log.close()
    return {name: said if said.keys() >= MARKS else {**said, **SCHEME} for name, said in log.pictures.items() if said}


class _Log(HTMLParser):
    """Collects the rows of each picture's table, and what its button copies, which counts more."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: dict[str, dict[str, Any]] = {}
        self._said: dict[str, Any] = {}
        self._label = ""
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            self._begin(values.get("src", "").rpartition("/")[2])
        elif tag == "td" and values.get("class") in (*LABELS, "value"):
            self._text = []
            self._label = "" if values["class"] in LABELS else self._label
        elif tag == "br" and self._text is not None:
            self._text.append("\n")
        elif tag == "button" and (copied := COPIED.search(values.get("onclick", ""))):
            self._said.update(_copied(copied[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag != "td" or self._text is None:
            return
        text, self._text = "".join(self._text).strip(), None
        if not self._label:
            self._label = text
        else:
            self._said.setdefault(_name(self._label), text)
            self._label = ""

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _begin(self, picture: str) -> None:
        """The rows that follow are those of a picture; the first table of one counts."""
        self._said, self._label, self._text = {}, "", None
        if picture and len(self.pictures) < MAX_PICTURES and picture not in self.pictures:
            self.pictures[picture] = self._said


def _copied(quoted: str) -> dict[str, Any]:
    """What a button copies: the parameters as JSON, under their names or, in older versions, their labels."""
    try:
        said = json.loads(unquote(quoted))
    except (ValueError, RecursionError):
        return {}
    return {_name(str(name)): value for name, value in said.items()} if isinstance(said, dict) else {}


def _name(label: str) -> str:
    """``Base Model`` as Fooocus names it in pictures; ``LoRA 1`` is the name and the weight in one."""
    name = "_".join(label.lower().split())
    lora = LORA.fullmatch(name)
    return f"lora_combined_{lora[1]}" if lora else name
