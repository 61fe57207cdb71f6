"""Opens a SQLite database that nobody vouches for. Only a private copy is opened; it may read tables, and nothing else.

Views, virtual tables and triggers are never run, nothing else is attached, and no value may be larger than a limit.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from platemark.imports.reading.sources import FileTooLarge, PathMissing, Source
from platemark.imports.reasons import ItemRefused

HEADER = b"SQLite format 3\0"
MAX_BYTES = 1024 * 1024 * 1024
MAX_CELL_BYTES = 16 * 1024 * 1024
MAX_COLUMNS = 200
ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_CREATE_INDEX, sqlite3.SQLITE_REINDEX)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of an open database: the names of their columns, by table."""

    connection: sqlite3.Connection
    columns: dict[str, tuple[str, ...]]

    def rows(self, table: str, columns: Sequence[str], ending: str = "", values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Rows of a table that is there, lazily: the columns that exist, in this order. ``ending`` is SQL of ours."""
        names = ", ".join(_quoted(name) for name in columns)
        return self.connection.execute(f"SELECT {names} FROM {_quoted(table)} {ending}", values)  # noqa: S608 - quoted

    def count(self, table: str, column: str | None = None) -> int:
        """How many rows a table has, or how many of them have a value in ``column``."""
        what = "*" if column is None else _quoted(column)
        cursor = self.connection.execute(f"SELECT count({what}) FROM {_quoted(table)}")  # noqa: S608 - quoted
        return int(cursor.fetchone()[0])


@contextmanager
def opened(source: Source, path: str) -> Iterator[Tables]:
    """The tables of the database at ``path``, in a copy; ItemRefused ``database_invalid``, ``database_too_large``."""
    with TemporaryDirectory(prefix="platemark-import-") as folder:
        copy = Path(folder, "copy.db")
        _copy(source, path, copy)
        with closing(sqlite3.connect(copy, isolation_level=None, check_same_thread=False)) as connection:
            try:
                tables = Tables(connection, _columns(connection))
            except sqlite3.Error as error:
                raise ItemRefused("database_invalid", f"It cannot be read as a SQLite database: {error}.") from None
            yield tables


def index(tables: Tables, table: str, column: str) -> None:
    """Make rows of the copy quick to find by a column."""
    name = _quoted(f"platemark_{table}_{column}")
    tables.connection.execute(f"CREATE INDEX {name} ON {_quoted(table)} ({_quoted(column)})")


def _copy(source: Source, path: str, copy: Path) -> None:
    """Copy the database and what was not written into it yet; the source stays as it is."""
    try:
        source.copy(path, copy, limit=MAX_BYTES)
        for suffix in ("-wal", "-journal"):
            with contextlib.suppress(PathMissing):  # only then is everything in the database
                source.copy(f"{path}{suffix}", copy.with_name(f"{copy.name}{suffix}"), limit=MAX_BYTES)
    except FileTooLarge:
        raise ItemRefused("database_too_large", f"The database has more than {MAX_BYTES} bytes.") from None
    except OSError:
        raise ItemRefused("database_missing", "The database cannot be read.") from None
    with copy.open("rb") as file:
        if file.read(len(HEADER)) != HEADER:
            raise ItemRefused("database_invalid", "It is not a SQLite database.")


def _columns(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.set_authorizer(_authorize)
    listed = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    names = [str(name) for name, sql in listed if not str(sql).upper().lstrip().startswith("CREATE VIRTUAL")]
    columns = {}
    for name in names:
        if not name.lower().startswith("sqlite_"):
            cursor = connection.execute(f"SELECT * FROM {_quoted(name)} LIMIT 0")  # noqa: S608 - quoted
            columns[name] = tuple(it[0] for it in cursor.description[:MAX_COLUMNS])
    return columns


def _authorize(action: int, first: str | None, second: str | None, _database: str | None, within: str | None) -> int:
    """Allow reading tables and indexing the copy; what a view or a trigger would do is never allowed."""
    if within is None and (
        action in ALLOWED
        or (action == sqlite3.SQLITE_FUNCTION and second == "count")
        or (action in (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE) and first == "sqlite_master")
    ):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
