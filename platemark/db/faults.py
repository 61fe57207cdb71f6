"""What an error of the database means: somebody else was first, try again, or an operator has to act.

A ``reference_gone`` is a row that refers to one that is not there: it was deleted since it was read, or the program is
wrong.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Literal

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

Fault = Literal["duplicate", "reference_gone", "unavailable", "disk_full", "disk_error", "corrupt", "read_only"]

DATABASE_UNAVAILABLE = (OperationalError, InterfaceError, PoolTimeout)
"""What a driver raises if the database is unavailable or locked for too long."""

SQLITE: Mapping[str, Fault] = {
    "SQLITE_CONSTRAINT_UNIQUE": "duplicate",
    "SQLITE_CONSTRAINT_PRIMARYKEY": "duplicate",
    "SQLITE_CONSTRAINT_FOREIGNKEY": "reference_gone",
    "SQLITE_BUSY": "unavailable",
    "SQLITE_LOCKED": "unavailable",
    "SQLITE_PROTOCOL": "unavailable",
    "SQLITE_INTERRUPT": "unavailable",
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_CANTOPEN": "disk_error",
    "SQLITE_CORRUPT": "corrupt",
    "SQLITE_NOTADB": "corrupt",
    "SQLITE_READONLY": "read_only",
}
"""By SQLite's name of the error; ``SQLITE_BUSY_SNAPSHOT`` is a kind of ``SQLITE_BUSY``."""
POSTGRESQL: Mapping[str, Fault] = {
    "23505": "duplicate",
    "23503": "reference_gone",
    "08": "unavailable",  # connection
    "40": "unavailable",  # serialization, deadlock
    "53": "unavailable",  # resources
    "55": "unavailable",  # locks
    "57": "unavailable",  # shutdown, timeout
    "53100": "disk_full",
    "58": "disk_error",
    "XX001": "corrupt",
    "XX002": "corrupt",
    "25006": "read_only",
}
"""By SQLSTATE, or by its class, the first two characters."""


def fault_of(error: SQLAlchemyError) -> Fault | None:
    """What ``error`` means; None for whatever is a mistake of the program: a violated rule, a faulty statement."""
    if isinstance(error, PoolTimeout):
        return "unavailable"
    if not isinstance(error, DBAPIError):
        return None
    if name := getattr(error.orig, "sqlite_errorname", None):
        return SQLITE.get(name) or SQLITE.get("_".join(name.split("_")[:2]))
    if sqlstate := getattr(error.orig, "sqlstate", None):
        return POSTGRESQL.get(sqlstate) or POSTGRESQL.get(sqlstate[:2])
    return "unavailable" if isinstance(error, OperationalError) or error.connection_invalidated else None


def log_failure(log: logging.Logger, task: str, error: Exception) -> None:
    """Log that ``task`` failed: one line for a database that is unavailable; anything else is a fault, with traceback.

    Call it from the handler of ``error``.
    """
    if isinstance(error, DATABASE_UNAVAILABLE):
        log.warning("Database unavailable; %s: %s", task, type(error).__name__)
    else:
        log.exception("Unexpected error; %s", task)
