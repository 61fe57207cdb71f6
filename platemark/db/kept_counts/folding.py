"""Adds up the rows that connections to PostgreSQL have counted in, so that there are few of them."""

from __future__ import annotations

from sqlalchemy import Connection, text

from platemark.db.kept_counts.changes import add
from platemark.db.kept_counts.counts import COUNTS
from platemark.db.kept_counts.kept_count import KeptCount

LOCK = 771_120_193


def fold(connection: Connection) -> None:
    """Move what connections have counted to slot 0, and delete rows that count nothing.

    It waits for nobody: rows that a transaction is writing are left for the next time, and so is everything if another
    process folds already.
    """
    counts = {count.table.name: count for count in COUNTS}.values()
    if connection.dialect.name == "postgresql":
        if not connection.scalar(text(f"SELECT pg_try_advisory_xact_lock({LOCK})")):
            return
        for count in counts:
            if count.has_slots:
                connection.exec_driver_sql(_move(count))
    for count in counts:
        connection.exec_driver_sql(_delete_zeros(count, connection.dialect.name))


def _move(count: KeptCount) -> str:
    table, columns = count.table.name, ", ".join((*count.keys, *count.measures))
    return (
        f"WITH free AS (SELECT ctid FROM {table} WHERE slot <> 0 FOR UPDATE SKIP LOCKED), "
        f"moved AS (DELETE FROM {table} WHERE ctid IN (SELECT ctid FROM free) RETURNING *) "
        + add(count, f"SELECT {columns} FROM moved", "postgresql")
    )


def _delete_zeros(count: KeptCount, dialect: str) -> str:
    zero = " AND ".join(f"{measure} = 0" for measure in count.measures)
    if dialect == "sqlite":
        return f"DELETE FROM {count.table.name} WHERE {zero}"
    free = f"SELECT ctid FROM {count.table.name} WHERE {zero} FOR UPDATE SKIP LOCKED"
    return f"DELETE FROM {count.table.name} WHERE ctid IN ({free})"
