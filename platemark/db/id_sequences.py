"""Auto-increment sequences: copied along with the rows, so that a copy never assigns an id again."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select, text


def continue_id_sequence(source: Connection, target: Connection, table: Table) -> None:
    """Continue the ids of ``source`` in ``target``, even if the rows with the last ids have been deleted."""
    if table.autoincrement_column is None:
        return
    last = _last_id(source, table)
    if not last:
        return
    if target.dialect.name == "postgresql":
        target.execute(select(func.setval(_sequence(target, table), last)))
    elif table.dialect_options["sqlite"]["autoincrement"]:
        target.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
        values = {"name": table.name, "last": last}
        target.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), values)


def continue_places(target: Connection) -> None:
    """Continue the places of jobs in ``target``: a new job is behind all others. On SQLite the rows say where."""
    if target.dialect.name == "postgresql":
        target.execute(text("SELECT setval('jobs_place_seq', greatest(max(place), 0) + 1, false) FROM jobs"))


def _last_id(source: Connection, table: Table) -> int:
    column = table.autoincrement_column
    largest = source.scalar(select(func.max(column))) or 0
    if source.dialect.name == "postgresql":
        assigned = source.scalar(text(f"SELECT last_value FROM {_sequence(source, table)} WHERE is_called"))  # noqa: S608
        return max(largest, assigned or 0)
    if table.dialect_options["sqlite"]["autoincrement"]:
        assigned = source.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
        return max(largest, assigned or 0)
    return largest


def _sequence(connection: Connection, table: Table) -> str:
    """The name of the sequence, quoted by the database."""
    assert table.autoincrement_column is not None
    name = connection.scalar(select(func.pg_get_serial_sequence(table.name, table.autoincrement_column.name)))
    return str(name)
