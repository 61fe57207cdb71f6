"""Counts everything anew, and says what differed: nothing does, unless rows were written without the triggers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from platemark.db.kept_counts.changes import count_anew
from platemark.db.kept_counts.counts import COUNTS, KeptCount

Numbers = Mapping[tuple[str, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A count that was wrong: its table, what it counts, and the numbers that were kept and that were counted."""

    table: str
    key: tuple[str, ...]
    kept: tuple[int, ...]
    counted: tuple[int, ...]


def recount(connection: Connection) -> list[Difference]:
    """Replace all kept counts by new ones, in the given transaction; what differed. Writers wait meanwhile."""
    if connection.dialect.name == "postgresql":
        tables = sorted({source.table for count in COUNTS for source in count.sources})
        connection.exec_driver_sql(f"LOCK TABLE {', '.join(tables)} IN SHARE ROW EXCLUSIVE MODE")
    kept = [read_all(connection, count) for count in COUNTS]
    for count in COUNTS:
        connection.execute(count.table.delete())
        connection.exec_driver_sql(count_anew(count))
    return [
        Difference(count.table.name, key, before.get(key, nothing), counted.get(key, nothing))
        for count, before in zip(COUNTS, kept, strict=True)
        for counted, nothing in [(read_all(connection, count), (0,) * len(count.measures))]
        for key in sorted(before.keys() | counted.keys())
        if before.get(key) != counted.get(key)
    ]


def read_all(connection: Connection, count: KeptCount) -> Numbers:
    """All counts of a table that are not zero, by key."""
    keys = [count.table.c[name] for name in count.keys]
    sums = [func.sum(count.table.c[name]) for name in count.measures]
    rows: list[Any] = list(connection.execute(select(*keys, *sums).group_by(*keys)))
    split = len(keys)
    numbers = {tuple(map(str, row[:split])): tuple(map(int, row[split:])) for row in rows}
    return {key: values for key, values in numbers.items() if any(values)}
