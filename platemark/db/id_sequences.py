"""The numbers that a database gives to new rows: carried along, so that a copy never gives one twice."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select, text


def carry_counter(source: Connection, target: Connection, table: Table) -> None:
    """Let ``target`` go on where ``source`` stands, even where the rows with the last numbers are gone already."""
    if table.autoincrement_column is None:
        return
    last = _last_given(source, table)
    if not last:
        return
    if target.dialect.name == "postgresql":
        target.execute(select(func.setval(_sequence(target, table), last)))
    elif table.dialect_options["sqlite"]["autoincrement"]:
        target.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
        values = {"name": table.name, "last": last}
        target.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), values)


def _last_given(source: Connection, table: Table) -> int:
    column = table.autoincrement_column
    there = source.scalar(select(func.max(column))) or 0
    if source.dialect.name == "postgresql":
        given = source.scalar(text(f"SELECT last_value FROM {_sequence(source, table)} WHERE is_called"))  # noqa: S608
        return max(there, given or 0)
    if table.dialect_options["sqlite"]["autoincrement"]:
        given = source.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
        return max(there, given or 0)
    return there


def _sequence(connection: Connection, table: Table) -> str:
    """The sequence's name, quoted by the database itself."""
    assert table.autoincrement_column is not None
    name = connection.scalar(select(func.pg_get_serial_sequence(table.name, table.autoincrement_column.name)))
    return str(name)
