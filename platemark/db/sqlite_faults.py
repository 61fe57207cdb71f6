"""What is wrong with a SQLite database file, in words for whoever has to mend it."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import SQLAlchemyError

from platemark.db.engine import sqlite_file
from platemark.errors import DataUnusable

DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
UNUSABLE = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
GUIDE = "as docs/operations/backup.md describes"
PRIMARY = 0xFF
"""The bits of SQLite's extended codes that hold the primary one."""


def explain(error: SQLAlchemyError, url: str) -> DataUnusable | None:
    """What is wrong with the file of the database at ``url``, and what to do; None for an error of another kind."""
    cause = getattr(error, "orig", None)
    file = sqlite_file(url) if isinstance(cause, sqlite3.Error) else None
    code = getattr(cause, "sqlite_errorcode", 0) & PRIMARY
    if code in DAMAGED:
        detail = f"The database file {file} is damaged ({cause}): restore it from a backup, {GUIDE}."
        return DataUnusable("database_damaged", detail)
    if code == sqlite3.SQLITE_FULL:
        return DataUnusable("database_full", f"The disk of the database file {file} is full: free some space, {GUIDE}.")
    if code in UNUSABLE:
        remedy = f"make it and its folder writable, or free some space on its disk, {GUIDE}"
        return DataUnusable("database_unusable", f"Cannot open the database file {file} ({cause}): {remedy}.")
    return None
