"""Staged trees: a folder with a ``manifest.yaml`` that names it and says what its pictures show."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import yaml

from platemark.imports.kinds.media.moments import plausible_time
from platemark.imports.reading.file_names import one_line
from platemark.imports.reading.picture_files import MAX_SIDECAR_BYTES, combined_digest, digest_of, read_file
from platemark.imports.reading.sources import Entry, Source
from platemark.imports.reasons import ItemRefused
from platemark.metadata import values

FILE_NAMES = ("manifest.yaml", "manifest.yml")
LISTS = ("images", "pictures", "files", "items", "samples", "entries")
FILES = ("file", "file_name", "filename", "image", "path", "name", "link", "target")
CAPTIONS = ("caption", "text")
MAX_NAME = 200
MAX_PICTURES = 100_000
MAX_NESTING = 20
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Sidecar = tuple[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a manifest says; empty where it says nothing, or cannot be read. ``path`` is where its file is."""

    file_name: str
    path: str
    name: str = ""
    description: str = ""
    at: datetime | None = None
    pictures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def said_of_folder(self) -> list[str]:
        """What it says of its folder, as JSON."""
        return [self.name, self.description, "" if self.at is None else self.at.isoformat()]

    def sidecars_of(self, picture: str) -> list[Sidecar]:
        """What the manifest says about a picture, as the JSON of a sidecar."""
        said = self.pictures.get(picture)
        if said is None:
            return []
        try:
            return [(f"{self.file_name}.json", json.dumps(said, default=_text).encode("ascii"))]
        except (ValueError, RecursionError):
            return []


def read_manifest(source: Source, folder: str, entries: Sequence[Entry]) -> Manifest | None:
    """The manifest of a folder; None if it has none."""
    entry = next((it for it in entries if it.kind == "file" and it.name.lower() in FILE_NAMES), None)
    return None if entry is None else read_at(source, entry.target or f"{folder}{entry.name}", entry.name)


def read_at(source: Source, path: str, file_name: str) -> Manifest:
    """The manifest whose file is at ``path``."""
    try:
        return _parse(read_file(source, path, limit=MAX_SIDECAR_BYTES).data, path, file_name)
    except ItemRefused:
        return Manifest(file_name=file_name, path=path)


@lru_cache(maxsize=4)
def _parse(data: bytes, path: str, file_name: str) -> Manifest:
    """The last few manifests are kept: each picture of a folder is looked up in the same one."""
    try:
        written = _load(data.decode("utf-8-sig"))
    except (ValueError, RecursionError, yaml.YAMLError):
        written = None
    if not isinstance(written, dict):
        return Manifest(file_name=file_name, path=path)
    return Manifest(
        file_name=file_name,
        path=path,
        name=_line(written, "title", "name", "dataset", "dataset_name", "album"),
        description=_line(written, "description"),
        at=_moment(written),
        pictures=_pictures(written),
    )


def digest_with(file_digest: str, listed: Sequence[Sidecar]) -> str:
    """The digest of a picture and its sidecars, and of what a manifest says of it, if anything: ``sidecars_of``."""
    if not listed:
        return file_digest
    return combined_digest(file_digest, [digest_of(data) for _, data in listed])


def _load(text: str) -> Any:
    """A YAML document without aliases, and not deeper than ``MAX_NESTING``: both can take all memory."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING or isinstance(event, yaml.AliasEvent):
            raise ValueError("too deep, or with aliases")
    return yaml.load(text, LOADER)  # noqa: S506 - a safe loader


def _pictures(written: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """What is said of each picture, by the name of its file: from a list of objects, or an object by names."""
    listed: Any = next((written[it] for it in LISTS if isinstance(written.get(it), list | dict)), [])
    if isinstance(listed, dict):
        listed = [{"file": name, **(it if isinstance(it, dict) else {"caption": it})} for name, it in listed.items()]
    pictures: dict[str, Mapping[str, Any]] = {}
    for it in listed[:MAX_PICTURES]:
        if isinstance(it, dict):
            file = next((it[name] for name in FILES if isinstance(it.get(name), str)), "")
            caption = next((it[name] for name in CAPTIONS if isinstance(it.get(name), str)), None)
            said = {str(name): value for name, value in it.items() if name not in (*FILES, *CAPTIONS)}
            pictures.setdefault(file.rpartition("/")[2], said | ({} if caption is None else {"caption": caption}))
    return pictures


def _line(written: Mapping[str, Any], *names: str) -> str:
    text = next((written[it] for it in names if isinstance(written.get(it), str)), "")
    return one_line(" ".join(text.split()), MAX_NAME)


def _moment(written: Mapping[str, Any]) -> datetime | None:
    value = next((written[it] for it in ("created_at", "created", "date", "timestamp") if written.get(it)), None)
    moment = values.moment(_text(value) if isinstance(value, date) else value)
    return None if moment is None else plausible_time(moment)


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
