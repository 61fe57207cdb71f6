"""Scans a database: adapters and set templates, each album with its pictures in order, then the pictures that are in no
album, runs, reports, and what is unread.

An image that is in several albums is an item in each; the first makes the image, the others put it into theirs.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from platemark.errors import Unprocessable
from platemark.images.metadata_stripping import strip_metadata
from platemark.images.pictures import measure_picture
from platemark.imports.items import FoundItem
from platemark.imports.kinds.database import database_file, reports, set_runs, set_templates, studio_rows, training_runs
from platemark.imports.kinds.database.old_studio import OldStudio, kept_of, kept_remarks, note_of, row_key
from platemark.imports.kinds.database.run_pictures import RunPicture
from platemark.imports.kinds.database.studio_rows import Row, StudioRows, text
from platemark.imports.kinds.media import moments, places
from platemark.imports.kinds.media.descriptions import describe
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading import sqlite_file
from platemark.imports.reading.file_names import one_line
from platemark.imports.reading.picture_files import combined_digest
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import ItemRefused, Reason

KEPT = (
    "album_type", "slug", "is_training_source", "is_set_template", "generation_prompt", "generation_config",
    "source_type", "created_by",
)  # fmt: skip
"""What an album has no field for: the plan keeps it."""
OF_TEMPLATES = ("csv_data", "base_prompt", "prompt_template", "style_suffix", "example_theme", "lora_config")
"""What an album has of a set template: kept of one that is none."""
MAX_NAME, MAX_DESCRIPTION = 200, 4000
PARTS = (set_runs.scan, training_runs.scan, reports.scan)
"""What comes after the albums and pictures, which it may refer to."""


def scan(source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
    """Everything in the database of ``source``."""
    path = "./"
    try:
        path = database_file.find(source)
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
        self._studio = OldStudio(source, spec, rows)
        self._spec = spec
        self._rows = rows
        self._placed: set[object] = set()

    def scan(self, path: str) -> Iterator[FoundItem]:
        if not {"albums", "images"} & self._rows.names.keys():
            message = "It has neither albums nor images: this is not a database of Imagineer."
            yield FoundItem(key=one_line(path), skipped=Reason("database_unknown", message))
        set_runs.note_places(self._studio)
        yield from training_runs.scan_adapters(self._studio)
        yield from set_templates.scan(self._studio)
        for album in self._rows.albums():
            yield self._studio.stamped(self._album(album), "albums", album["id"])
            for member in self._rows.members(album["id"]):
                yield self._studio.stamped(self._member(album, member), "album_images", album["id"], member["image_id"])
        for image in self._rows.images():
            if image["id"] not in self._placed:
                picture = self._picture(row_key("images", image["id"]), image, None)
                yield self._studio.stamped(picture, "images", image["id"])
        for scan_part in PARTS:
            yield from scan_part(self._studio)
        yield from self._unread()

    def _album(self, row: Row) -> FoundItem:
        key, template = row_key("albums", row["id"]), set_templates.key_of_album(row)
        at = studio_rows.moment(row.get("created_at"))
        names = KEPT if set_templates.is_template(row) else (*KEPT, *OF_TEMPLATES)
        kept = {name: value for name, value in kept_of(row, names).items() if value not in ("0", "[]")}
        payload = {
            "type": "album",
            "name": one_line(text(row.get("name")).strip(), MAX_NAME) or f"Album {key.rpartition('/')[2]}",
            "description": studio_rows.plain(text(row.get("description")).strip())[:MAX_DESCRIPTION],
            "visibility": studio_rows.visibility(row, self._spec.visibility),
            "at": (at or moments.EARLIEST).isoformat(),
            "kept": kept,
        } | ({"template": template} if template in self._studio.templates else {})
        note = note_of(kept_remarks("An album", kept))
        return FoundItem(key=key, digest=_digest(payload), payload=payload, at=at, note=note)

    def _member(self, album: Row, member: Row) -> FoundItem:
        key = row_key(f"{row_key('albums', album['id'])}/images", member["image_id"])
        image = self._rows.image(member["image_id"])
        if image is None:
            return FoundItem(key=key, skipped=Reason("row_missing", "The album lists an image that has no row."))
        found = self._picture(key, image, row_key("albums", album["id"]))
        known = image["id"] in self._placed
        self._placed.add(image["id"])
        return replace(found, note=None) if known else found

    def _picture(self, key: str, row: Row, album: str | None) -> FoundItem:
        try:
            filename = text(row.get("filename"))
            written = [text(row.get("file_path")), f"outputs/{filename}" if filename else "", filename]
            path, file = self._studio.read(written, limit=self._spec.max_bytes)
            clean = strip_metadata(file.data)
            width, height = measure_picture(clean, max_pixels=self._spec.max_pixels)
        except ItemRefused as refused:
            return FoundItem(key=key, skipped=refused.reason)
        except Unprocessable as error:
            return FoundItem(key=key, skipped=Reason(error.code, error.detail))
        sidecar, labels = studio_rows.described(row), self._rows.labels(row["id"])
        said = describe(file.data, [("row.json", sidecar)] if sidecar else [], width=width, height=height)
        stem = PurePosixPath(path).stem
        at = studio_rows.moment(row.get("created_at")) or said.at or moments.time_in(stem) or moments.EARLIEST
        source_digest = hashlib.sha256(file.data).hexdigest()
        digest = hashlib.sha256(clean.data).hexdigest()
        self._note_of_run(RunPicture(key, digest, stem, text(row.get("prompt")) or said.prompt or ""), album, path)
        payload = {
            "type": "picture",
            "picture": digest,
            "source_digest": source_digest,
            "file": path,
            "file_digest": combined_digest(source_digest, []),
            "album": album,
            "title": said.title or places.title_of(stem),
            "prompt": said.prompt,
            "provenance": said.provenance,
            "caption": None,
            "tags": [],
            "labels": labels,
            "visibility": studio_rows.visibility(row, self._spec.visibility),
            "nsfw": bool(studio_rows.flag(row.get("is_nsfw"))),
            "at": at.isoformat(),
        }
        note = said.note
        if len(labels) == studio_rows.MAX_LABELS:
            note = note or Reason("labels_cut", f"At most {studio_rows.MAX_LABELS} labels of an image are imported.")
        return FoundItem(key=key, digest=_digest(payload), payload=payload, at=at, size=len(file.data), note=note)

    def _note_of_run(self, picture: RunPicture, album: str | None, path: str) -> None:
        """Note a picture in the album or the folder of a run."""
        for place in filter(None, (album, set_runs.folder_of(path))):
            if place in self._studio.pictures:
                self._studio.pictures[place].append(picture)

    def _unread(self) -> Iterator[FoundItem]:
        for table, count in self._rows.unread():
            message = f"Rows of the table {one_line(table, 60)} that are not imported: {count}."
            yield FoundItem(key=one_line(f"tables/{table}"), skipped=Reason("table_not_read", message))
        for table, columns in self._rows.unread_columns():
            message = f"Columns of the table {table} that are not imported: {', '.join(columns)}."
            yield FoundItem(key=f"tables/{table}.columns", skipped=Reason("columns_not_read", one_line(message, 500)))


def _digest(payload: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode("ascii")).hexdigest()
