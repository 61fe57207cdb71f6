"""Scans a database: each album with its pictures in order, then the pictures that are in no album, then what is unread.

An image that is in several albums is an item in each; the first makes the image, the others put it into theirs.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from platemark.errors import Unprocessable
from platemark.images.metadata_stripping import strip_metadata
from platemark.images.pictures import measure_picture
from platemark.imports.items import FoundItem
from platemark.imports.kinds.database import sqlite_file, studio_rows
from platemark.imports.kinds.database.studio_rows import Row, StudioRows, text
from platemark.imports.kinds.media import moments, places
from platemark.imports.kinds.media.descriptions import describe
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading.file_names import is_storable, one_line
from platemark.imports.reading.picture_files import GONE, combined_digest, read_file
from platemark.imports.reading.sources import File, Source
from platemark.imports.reasons import ItemRefused, Reason

KEPT = (
    "album_type", "slug", "is_training_source", "is_set_template", "generation_prompt", "generation_config",
    "source_type", "created_by",
)  # fmt: skip
"""What an album has no field for: the plan keeps it."""
HINTS = {
    "batch_templates": " `platemark import sets` imports set templates from their folder.",
    "bug_reports": " `platemark bug-reports import` imports reports from their folder.",
}
MAX_NAME, MAX_DESCRIPTION, MAX_KEPT = 200, 4000, 1000
FILE_MISSING = "Its file is not in the folder"


def scan(source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
    """Everything in the database of ``source``."""
    path = "./"
    try:
        path = sqlite_file.find(source)
        with sqlite_file.opened(source, path) as tables:
            yield from _Scanner(source, spec, studio_rows.of(tables)).scan(path)
    except ItemRefused as refused:
        yield FoundItem(key=one_line(path), skipped=refused.reason)
    except sqlite3.Error as error:
        yield FoundItem(
            key=one_line(f"{path}#"), skipped=Reason("database_damaged", f"The rest is unreadable: {error}.")
        )


class _Scanner:
    def __init__(self, source: Source, spec: ImportSpec, rows: StudioRows) -> None:
        self._source = source
        self._spec = spec
        self._rows = rows
        self._placed: set[object] = set()

    def scan(self, path: str) -> Iterator[FoundItem]:
        if not {"albums", "images"} & self._rows.names.keys():
            message = "It has neither albums nor images: this is not a database of Imagineer."
            yield FoundItem(key=one_line(path), skipped=Reason("database_unknown", message))
        for album in self._rows.albums():
            yield self._album(album)
            for member in self._rows.members(album["id"]):
                yield self._member(album, member)
        for image in self._rows.images():
            if image["id"] not in self._placed:
                yield self._picture(f"images/{_id(image['id'])}", image, None)
        yield from self._unread()

    def _album(self, row: Row) -> FoundItem:
        key = f"albums/{_id(row['id'])}"
        at = studio_rows.moment(row.get("created_at"))
        said = {name: text(row.get(name)).strip()[:MAX_KEPT] for name in KEPT}
        kept = {name: value for name, value in said.items() if value not in ("", "0", "None")}
        payload = {
            "type": "album",
            "name": one_line(text(row.get("name")).strip(), MAX_NAME) or f"Album {_id(row['id'])}",
            "description": _plain(text(row.get("description")).strip())[:MAX_DESCRIPTION],
            "visibility": studio_rows.visibility(row, self._spec.visibility),
            "at": (at or moments.EARLIEST).isoformat(),
            "kept": kept,
        }
        return FoundItem(key=key, digest=_digest(payload), payload=payload, at=at, note=_note_of_kept(kept))

    def _member(self, album: Row, member: Row) -> FoundItem:
        key = f"albums/{_id(album['id'])}/images/{_id(member['image_id'])}"
        image = self._rows.image(member["image_id"])
        if image is None:
            return FoundItem(key=key, skipped=Reason("row_missing", "The album lists an image that has no row."))
        found = self._picture(key, image, f"albums/{_id(album['id'])}")
        known = image["id"] in self._placed
        self._placed.add(image["id"])
        return replace(found, note=None) if known else found

    def _picture(self, key: str, row: Row, album: str | None) -> FoundItem:
        try:
            path, file = self._file(row)
            clean = strip_metadata(file.data)
            width, height = measure_picture(clean, max_pixels=self._spec.max_pixels)
        except ItemRefused as refused:
            return FoundItem(key=key, skipped=refused.reason)
        except Unprocessable as error:
            return FoundItem(key=key, skipped=Reason(error.code, error.detail))
        sidecar = studio_rows.described(row)
        said = describe(file.data, [("row.json", sidecar)] if sidecar else [], width=width, height=height)
        stem = PurePosixPath(path).stem
        at = studio_rows.moment(row.get("created_at")) or said.at or moments.time_in(stem) or moments.EARLIEST
        source_digest = hashlib.sha256(file.data).hexdigest()
        payload = {
            "type": "picture",
            "picture": hashlib.sha256(clean.data).hexdigest(),
            "source_digest": source_digest,
            "file": path,
            "file_digest": combined_digest(source_digest, []),
            "album": album,
            "title": said.title or places.title_of(stem),
            "prompt": said.prompt,
            "provenance": said.provenance,
            "caption": None,
            "tags": [],
            "labels": self._rows.labels(row["id"]),
            "visibility": studio_rows.visibility(row, self._spec.visibility),
            "nsfw": bool(studio_rows.flag(row.get("is_nsfw"))),
            "at": at.isoformat(),
        }
        return FoundItem(key=key, digest=_digest(payload), payload=payload, at=at, size=len(file.data), note=said.note)

    def _file(self, row: Row) -> tuple[str, File]:
        """The file of an image, wherever the folder was when its row was written."""
        for path in dict.fromkeys(
            _candidates(text(row.get("file_path")), text(row.get("filename")), self._source.name)
        ):
            try:
                return path, read_file(self._source, path, limit=self._spec.max_bytes)
            except ItemRefused as refused:
                if refused.reason != GONE:
                    raise
        name = one_line(PurePosixPath(text(row.get("file_path")) or text(row.get("filename"))).name, 200)
        raise ItemRefused("file_missing", f"{FILE_MISSING}: {name}.")

    def _unread(self) -> Iterator[FoundItem]:
        for table, count in self._rows.unread():
            message = f"Rows of the table {one_line(table, 60)} that are not imported: {count}.{HINTS.get(table, '')}"
            yield FoundItem(key=one_line(f"tables/{table}"), skipped=Reason("table_not_read", message))
        for table, columns in self._rows.unread_columns():
            message = f"Columns of the table {table} that are not read: {', '.join(columns)}."
            yield FoundItem(key=f"tables/{table}.columns", skipped=Reason("columns_not_read", one_line(message, 500)))


def _candidates(file_path: str, filename: str, folder: str) -> Iterator[str]:
    """Where the file may be below the source: its path, or the end of it, of two steps or from the folder on."""
    for written in (file_path, f"outputs/{filename}" if filename else "", filename):
        path = written.replace("\\", "/")
        steps = [step for step in path.split("/") if step not in ("", ".")]
        if not steps or ".." in steps or not is_storable(path):
            continue
        if not path.startswith("/") and not re.match(r"[A-Za-z]:", path):
            yield "/".join(steps)
        yield from ("/".join(steps[at:]) for at in range(1, len(steps) - 1))
        if len(steps) > 1 and steps[-2] == folder:
            yield steps[-1]


def _note_of_kept(kept: Mapping[str, str]) -> Reason | None:
    if not kept:
        return None
    listed = ", ".join(f"{name} {one_line(value, 60)!r}" for name, value in kept.items())
    message = f"An album has no field for these; the plan keeps them: {listed}."
    return Reason("kept_in_plan", one_line(message, 500), quiet=True)


def _id(value: object) -> str:
    return one_line(str(value), 100).replace("/", "_")


def _plain(value: str) -> str:
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", value)


def _digest(payload: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode("ascii")).hexdigest()
