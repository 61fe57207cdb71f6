"""Counts everything anew, and says what differed: nothing does, unless rows were written without the triggers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from platemark.db.kept_counts.changes import Dialect, count_anew
from platemark.db.kept_counts.counts import COUNTS
from platemark.db.kept_counts.tables import keys_of, measures_of

TABLES = tuple(dict.fromkeys(count.table for count in COUNTS))
Numbers = Mapping[tuple[str, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A count that was wrong: its table, what it counts, and the numbers that were kept and that were counted.

    There are no numbers if it was not kept, or if nothing was counted.
    """

    table: str
    key: tuple[str, ...]
    kept: tuple[int, ...]
    counted: tuple[int, ...]


def recount(connection: Connection) -> list[Difference]:
    """Replace all kept counts by new ones, in the given transaction; what differed. Writers wait meanwhile."""
    dialect: Dialect = connection.dialect.name  # type: ignore[assignment]
    if dialect == "postgresql":
        names = sorted({source.table for count in COUNTS for source in count.sources})
        connection.exec_driver_sql(f"LOCK TABLE {', '.join(names)} IN SHARE ROW EXCLUSIVE MODE")
    kept = {table: _read(connection, table) for table in TABLES}
    for table in TABLES:
        connection.execute(table.delete())
        for count in COUNTS:
            if count.table is table:
                connection.exec_driver_sql(count_anew(count, dialect))
    return [it for table in TABLES for it in _compare(table, kept[table], _read(connection, table))]


def _compare(table: Table, kept: Numbers, counted: Numbers) -> Iterator[Difference]:
    for key in sorted(kept.keys() | counted.keys()):
        if kept.get(key) != counted.get(key):
            yield Difference(table.name, key, kept.get(key, ()), counted.get(key, ()))


def _read(connection: Connection, table: Table) -> Numbers:
    """The numbers of a table that are not all zero, by key."""
    keys, sums = keys_of(table), [func.sum(column) for column in measures_of(table)]
    rows: list[Any] = list(connection.execute(select(*keys, *sums).group_by(*keys)))
    numbers = {tuple(map(str, row[: len(keys)])): tuple(map(int, row[len(keys) :])) for row in rows}
    return {key: values for key, values in numbers.items() if any(values)}
