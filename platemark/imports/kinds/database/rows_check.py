"""Whether a database says of an item what it said when the plan was made. One copy of it serves an apply."""

from __future__ import annotations

from contextlib import ExitStack
from threading import Lock
from typing import Any

from platemark.imports.items import Item
from platemark.imports.kinds.database import database_file, studio_rows
from platemark.imports.kinds.database.studio_rows import StudioRows
from platemark.imports.kinds.sets.csv_files import MAX_CSV_BYTES
from platemark.imports.reading import sqlite_file
from platemark.imports.reading.picture_files import digest_of, read_file
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import ItemRefused, changed_since_plan


class RowsCheck:
    """Checks items in several threads; the database is copied for the first one, into what ``stack`` closes."""

    def __init__(self, source: Source, stack: ExitStack) -> None:
        self._source = source
        self._stack = stack
        self._lock = Lock()
        self._rows: StudioRows | ItemRefused | None = None

    def require(self, item: Item) -> None:
        """ItemRefused if the row of an item, or the CSV file that it names, changed since the plan."""
        row = item.payload.get("from_row")  # plans of earlier versions have none
        if row is not None and self._state(row) != row["digest"]:
            raise changed_since_plan("What the database says of it")
        csv = item.payload.get("from_csv")
        if csv is not None and self._file_digest(csv["file"]) != csv["digest"]:
            raise changed_since_plan("Its CSV file")

    def _state(self, row: dict[str, Any]) -> str | None:
        with self._lock:
            if self._rows is None:
                self._rows = self._opened()
            if isinstance(self._rows, ItemRefused):
                raise self._rows
            return self._rows.state(row["table"], *row["ids"])

    def _opened(self) -> StudioRows | ItemRefused:
        try:
            path = database_file.find(self._source)
            return studio_rows.of(self._stack.enter_context(sqlite_file.opened(self._source, path)))
        except ItemRefused as refused:
            return refused

    def _file_digest(self, path: str) -> str | None:
        try:
            return digest_of(read_file(self._source, path, limit=MAX_CSV_BYTES).data)
        except ItemRefused:
            return None
