"""InvokeAI's boards and stars: which of its pictures have which, as the database beside its outputs says."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from platemark.imports.items import Item
from platemark.imports.kinds.media.moments import plausible_time
from platemark.imports.reading import sqlite_file
from platemark.imports.reading.file_names import one_line
from platemark.imports.reading.sources import Entry, Source
from platemark.imports.reading.sqlite_file import Tables
from platemark.imports.reasons import ItemRefused, changed_since_plan

FOLDER, FILE_NAME = "databases", "invokeai.db"
REQUIRED = {"boards": ("board_id", "board_name"), "board_images": ("board_id", "image_name")}
MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Board:
    """A board: ``at`` is when it was made, if that is known; ``album`` is the key of the album made of it."""

    id: str
    name: str
    at: datetime | None
    album: str


@dataclass(frozen=True, slots=True)
class Boards:
    """The boards of a database, which is open; ``path`` is where it is, ``folder`` the folder that it is about."""

    folder: str
    path: str
    tables: Tables

    def board_of(self, picture: str) -> Board | None:
        """The board that a picture is on, by the name of its file; ItemRefused if the database is damaged."""
        row = self._first("board_images", ("board_id",), "image_name", picture)
        return None if row is None else self.board(row[0])

    def board(self, board_id: object) -> Board | None:
        """The board with this id, unless it was deleted."""
        names = [it for it in ("board_name", "created_at", "deleted_at") if it in self.tables.columns["boards"]]
        row = self._first("boards", names, "board_id", board_id)
        said = {} if row is None else dict(zip(names, row, strict=True))
        if row is None or said.get("deleted_at") is not None:
            return None
        name = one_line(str(said["board_name"] or "").strip(), MAX_NAME) or "Board"
        album = one_line(f"{self.path}#{board_id}")
        return Board(str(board_id), name, _moment(said.get("created_at")), album)

    def made_at(self, picture: str) -> datetime | None:
        """When a picture was made, or else put on its board."""
        for table in ("images", "board_images"):
            if "created_at" in self.tables.columns.get(table, ()):
                row = self._first(table, ("created_at",), "image_name", picture)
                if row is not None and (at := _moment(row[0])) is not None:
                    return at
        return None

    def is_starred(self, picture: str) -> bool:
        """Whether a picture is starred; ItemRefused if the database is damaged."""
        if not {"image_name", "starred"} <= set(self.tables.columns.get("images", ())):
            return False
        row = self._first("images", ("starred",), "image_name", picture)
        return row is not None and row[0] == 1

    def _first(self, table: str, columns: Sequence[str], where: str, value: object) -> tuple[Any, ...] | None:
        try:
            rows = self.tables.rows(table, columns, f"WHERE {where} = ? LIMIT 1", [value])
            return next(rows, None)
        except sqlite3.Error as error:
            raise ItemRefused("database_damaged", f"The boards cannot be read: {error}.") from None


def has_boards(source: Source, folder: str, entries: Sequence[Entry]) -> bool:
    """Whether a folder has the database of an InvokeAI."""
    if not any(it.kind == "folder" and it.name == FOLDER for it in entries):
        return False
    try:
        inside = source.list_entries(f"{folder}{FOLDER}/")
    except OSError:
        return False
    return any(it.kind == "file" and it.name == FILE_NAME for it in inside)


def path_of(folder: str) -> str:
    """Where the database of a folder is."""
    return f"{folder}{FOLDER}/{FILE_NAME}"


def open_boards(source: Source, folder: str, stack: ExitStack) -> Boards:
    """The boards of the database in a folder, open until ``stack`` is closed; ItemRefused if there are none."""
    path = path_of(folder)
    tables = stack.enter_context(sqlite_file.opened(source, path))
    if any(not set(columns) <= set(tables.columns.get(table, ())) for table, columns in REQUIRED.items()):
        raise ItemRefused("database_unknown", "It has no boards: this is not a database of InvokeAI.")
    try:
        for table in ("board_images", "images"):
            if "image_name" in tables.columns.get(table, ()):
                sqlite_file.index(tables, table, "image_name")
    except sqlite3.Error as error:
        raise ItemRefused("database_damaged", f"The boards cannot be read: {error}.") from None
    return Boards(folder, path, tables)


class BoardsCheck:
    """Whether pictures are on the boards that they were on when the plan was made; for several threads."""

    def __init__(self, source: Source, stack: ExitStack) -> None:
        self._source = source
        self._stack = stack
        self._lock = Lock()
        self._opened: dict[str, Boards | ItemRefused] = {}

    def require(self, item: Item) -> None:
        """ItemRefused if the board of an item, or its name, is another one."""
        read = item.payload.get("board")
        if read is None:
            return
        with self._lock:
            boards = self._boards(read["folder"])
            is_album = item.payload["type"] == "album"
            board = boards.board(read["id"]) if is_album else boards.board_of(read["picture"])
        if (None if board is None else board.id) != read["id"] or (is_album and board and board.name != read["name"]):
            raise changed_since_plan("Its board")

    def _boards(self, folder: str) -> Boards:
        if folder not in self._opened:
            try:
                self._opened[folder] = open_boards(self._source, folder, self._stack)
            except ItemRefused as refused:
                self._opened[folder] = refused
        opened = self._opened[folder]
        if isinstance(opened, ItemRefused):
            raise opened
        return opened


def _moment(value: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(value))
        return plausible_time(at if at.tzinfo else at.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
