"""Imagineer's rows as data. Columns are found by name; those that a version lacks are empty; any value may be odd."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from platemark.imports.kinds.database.columns import COLUMNS, INDEXED, REQUIRED, WHOLE
from platemark.imports.kinds.media.moments import plausible_time
from platemark.imports.reading import sqlite_file
from platemark.imports.reading.file_names import one_line
from platemark.imports.reading.sqlite_file import Tables

Row = Mapping[str, Any]
PROVENANCE = ("prompt", "negative_prompt", "seed", "steps", "guidance_scale", "width", "height")
MANUAL = ("manual", "user")
MAX_LABELS = 100
MAX_LABEL = 2000
MAX_TAG = 100


@dataclass(frozen=True, slots=True)
class StudioRows:
    """The rows of a database, lazily."""

    tables: Tables
    names: Mapping[str, Mapping[str, str]]
    """The columns that are there, by table and by what they mean."""

    def albums(self) -> Iterator[Row]:
        """All albums, by id."""
        yield from self._select("albums", self._order("albums", "id"))

    def images(self) -> Iterator[Row]:
        """All images, by id."""
        yield from self._select("images", self._order("images", "id"))

    def image(self, image_id: object) -> Row | None:
        """The image with this id."""
        return self.row("images", image_id)

    def album(self, album_id: object) -> Row | None:
        """The album with this id."""
        return self.row("albums", album_id)

    def members(self, album_id: object) -> Iterator[Row]:
        """The images of an album, in its order."""
        where = f"WHERE {self._column('album_images', 'album_id')} = ?"
        yield from self._select(
            "album_images", f"{where} {self._order('album_images', 'sort_order', 'id')}", [album_id]
        )

    def labels(self, image_id: object) -> list[dict[str, Any]]:
        """The labels of an image as an import stores them."""
        where = f"WHERE {self._column('labels', 'image_id')} = ?"
        rows = self._select("labels", f"{where} {self._order('labels', 'id')} LIMIT {MAX_LABELS}", [image_id])
        return [label for row in rows if (label := _label(row)) is not None]

    def all(self, table: str) -> Iterator[Row]:
        """All rows of a table, by id."""
        yield from self._select(table, self._order(table, "id"))

    def album_of_run(self, run_id: object) -> Row | None:
        """The album that says that a run filled it."""
        if "source_id" not in self.names.get("albums", {}):
            return None
        where = f"WHERE {self._column('albums', 'source_id')} = ? LIMIT 20"
        albums = self._select("albums", where, [run_id])
        found = [it for it in albums if text(it.get("source_type")).startswith("batch")]
        return found[0] if len(found) == 1 else None

    def row(self, table: str, row_id: object) -> Row | None:
        """The row with this id."""
        return next(self._select(table, f"WHERE {self._column(table, 'id')} = ? LIMIT 1", [row_id]), None)

    def state(self, table: str, *ids: object) -> str | None:
        """A digest of everything that is read of a row: of an image with its labels, of a report with its events.

        ``ids`` is the row's id; of ``album_images`` the album's and the image's. None if the row is gone.
        """
        if table == "album_images":
            where = f"WHERE {self._column(table, 'album_id')} = ? AND {self._column(table, 'image_id')} = ? LIMIT 1"
            own = next(self._select(table, where, ids), None)
            related: list[Any] = [self.image(ids[1]), self.labels(ids[1])]
        elif table == "bug_reports":
            own = next(self.whole(table, "report_id", ids[0]), None)
            related = [] if own is None else list(self.whole("bug_report_events", "bug_report_id", own.get("id")))
        else:
            own = self.row(table, ids[0])
            related = self.labels(ids[0]) if table == "images" else []
        return None if own is None else hashlib.sha256(repr([own, *related]).encode("utf-8", "replace")).hexdigest()

    def whole(self, table: str, meaning: str = "", value: object = None) -> Iterator[Row]:
        """All columns of a table's rows, by id: of those with ``value``, or of all."""
        if table in self.names:
            where = f"WHERE {self._column(table, meaning)} = ? " if meaning else ""
            columns, values = self.tables.columns[table], [value] if meaning else []
            for row in self.tables.rows(table, columns, f"{where}{self._order(table, 'id')}", values):
                yield dict(zip(columns, row, strict=True))

    def unread(self) -> Iterator[tuple[str, int]]:
        """The tables that are not read, and how many rows each has, without empty ones."""
        for table in sorted(self.tables.columns.keys() - self.names.keys()):
            count = self.tables.count(table)
            if count:
                yield table, count

    def unread_columns(self) -> Iterator[tuple[str, list[str]]]:
        """The columns of read tables that are not read, and have a value in some row."""
        for table, names in self.names.items():
            known = names.values() if table not in WHOLE else self.tables.columns[table]
            unread = [it for it in self.tables.columns[table] if it not in known and self.tables.count(table, it)]
            if unread:
                yield table, unread

    def _select(self, table: str, ending: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        names = self.names.get(table)
        if names is not None:
            for row in self.tables.rows(table, list(names.values()), ending, values):
                yield dict(zip(names, row, strict=True))

    def _order(self, table: str, *meanings: str) -> str:
        names = self.names.get(table, {})
        present = [self._column(table, it) for it in meanings if it in names]
        return f"ORDER BY {', '.join(present)}" if present else ""

    def _column(self, table: str, meaning: str) -> str:
        return '"' + self.names.get(table, {}).get(meaning, meaning).replace('"', '""') + '"'


def of(tables: Tables) -> StudioRows:
    """The rows of the tables that Imagineer has."""
    names = {table: _names(tables.columns[table], known) for table, known in COLUMNS.items() if table in tables.columns}
    complete = {table: it for table, it in names.items() if it.keys() >= set(REQUIRED[table])}
    for table, meaning in INDEXED:
        if table in complete:
            sqlite_file.index(tables, table, complete[table][meaning])
    return StudioRows(tables, complete)


def _names(columns: Sequence[str], known: Mapping[str, Sequence[str]]) -> dict[str, str]:
    by_name = {name.lower(): name for name in columns}
    found = {meaning: next((by_name[it] for it in names if it in by_name), None) for meaning, names in known.items()}
    return {meaning: name for meaning, name in found.items() if name is not None}


def visibility(row: Row, default: str) -> str:
    """Who may see it: ``is_public`` as it says, private rather than public if it says no, the default if nothing."""
    public = flag(row.get("is_public"))
    if public is None:
        return default
    return "public" if public else ("private" if default == "public" else default)


def flag(value: object) -> bool | None:
    """A boolean as SQLite stores it."""
    words = {"0": False, "false": False, "f": False, "1": True, "true": True, "t": True}
    return words.get(str(value).strip().lower())


def text(value: object) -> str:
    """A text; empty for null, and for bytes."""
    return "" if value is None or isinstance(value, bytes) else str(value)


def plain(value: str) -> str:
    """A text without the characters that no field takes."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", value)


def moment(value: object) -> datetime | None:
    """A time as SQLAlchemy stores it, UTC if it says nothing else."""
    try:
        parsed = datetime.fromisoformat(text(value).strip())
        return plausible_time(parsed.astimezone(UTC) if parsed.tzinfo else parsed.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def described(row: Row) -> bytes:
    """What an image's row says of how it was made, as a sidecar of Imagineer's would."""
    said = {name: row[name] for name in PROVENANCE if row.get(name) not in (None, "")}
    try:
        loras = json.loads(text(row.get("lora_config")) or "[]")
    except (ValueError, RecursionError):
        said["lora_config"] = text(row.get("lora_config"))
    else:
        said |= {"loras": loras} if loras else {}
    plain = {name: value for name, value in said.items() if not isinstance(value, bytes)}
    return json.dumps(plain).encode() if plain else b""


def _label(row: Row) -> dict[str, Any] | None:
    words = one_line(" ".join(text(row["text"]).split()), MAX_LABEL)
    if not words:
        return None
    kind, confidence = text(row.get("kind")).lower(), row.get("confidence")
    is_tag = kind == "tag" or (kind not in ("caption", "description") and len(words) <= MAX_TAG and "." not in words)
    certain = isinstance(confidence, int | float) and 0 <= confidence <= 1
    return {
        "kind": "tag" if is_tag and len(words) <= MAX_TAG else "caption",
        "text": words,
        "source": "manual" if kind in MANUAL else "engine",
        "confidence": float(confidence) if certain else None,  # type: ignore[arg-type]
        "model": one_line(text(row.get("model")), 500) or None,
    }
