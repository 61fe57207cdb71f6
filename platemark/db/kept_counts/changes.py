"""The statement that adds the difference of a change to a table of counts, for the triggers of both databases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from platemark.db.kept_counts.kept_count import Event, KeptCount, Source

Dialect = Literal["sqlite", "postgresql"]
ANYTHING = "1 = 1"
SLOTS = {"sqlite": "0", "postgresql": "pg_backend_pid() * 16 + floor(random() * 16)::integer"}


@dataclass(frozen=True, slots=True)
class Change:
    """How the body of a trigger names the changed rows: ``OLD`` and ``NEW`` of one row, or two tables of rows."""

    source: Source
    event: Event
    by_row: bool

    def statement(self, count: KeptCount, dialect: Dialect) -> str:
        """Adds to ``count`` what the change makes of it, in the slot of the connection."""
        parts = []
        if self.event != "insert" or self.source.affects:
            parts.append(self._part(count, self._before(), "-"))
        if self.event != "delete" or self.source.affects:
            parts.append(self._part(count, self._after(), ""))
        return add(count, "\nUNION ALL\n".join(parts), dialect, SLOTS[dialect])

    def fill_in(self, template: str) -> str:
        """The template of a condition or lock, with the values of columns of the changed rows filled in."""
        return template.format_map({column: self._values(column) for column in self.source.columns})

    def differs(self) -> str:
        """The condition that an updated row differs in a column that matters, for PostgreSQL and SQLite."""
        if self.source.when:
            return self.source.when
        differs = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in self.source.columns)
        return differs if self.source.only is None else f"({self.matters()}) AND ({differs})"

    def matters(self) -> str | None:
        """The condition that a changed row matters at all; None if every row does."""
        only = self.source.only
        if only is None:
            return None
        if self.by_row:
            return " OR ".join(only.format(row=f"{version}.") for version in self._versions())
        return " OR ".join(
            f"EXISTS (SELECT 1 FROM {version.lower()}_rows WHERE {only.format(row='')})" for version in self._versions()
        )

    def _part(self, count: KeptCount, rows: str, sign: str) -> str:
        affected = self.fill_in(self.source.affects) if self.source.affects else ANYTHING
        names = {source.table: source.table for source in count.sources} | {self.source.table: rows}
        select = count.select.format_map({**names, "affected": affected})
        columns = ", ".join((*count.keys, *(f"{sign}{measure} AS {measure}" for measure in count.measures)))
        return f"SELECT {columns} FROM ({select}) AS counted"

    def _before(self) -> str:
        old = self._nothing() if self.event == "insert" else self._changed("OLD")
        if self.source.together is None:
            return old
        unchanged = self._bundle()
        if self.event != "delete":
            unchanged += f" AND id NOT IN ({self._one('NEW', 'id')})"
        if self.event == "insert":
            return f"({unchanged})"
        return f"({unchanged} UNION ALL SELECT {self._columns()} FROM {old} AS old_labels)"

    def _after(self) -> str:
        if self.source.together is not None:
            return f"({self._bundle()})"
        return self._nothing() if self.event == "delete" else self._changed("NEW")

    def _bundle(self) -> str:
        """The rows as they are now that count together with the changed rows."""
        together = self.source.together
        assert together is not None
        where = f"{together} IN ({self._values(together)})"
        return f"SELECT {self._columns()} FROM {self.source.table} WHERE {where}"

    def _columns(self) -> str:
        return ", ".join(self.source.columns)

    def _nothing(self) -> str:
        return f"(SELECT {self._columns()} FROM {self.source.table} WHERE 1 = 0)"

    def _changed(self, version: str) -> str:
        """The changed rows, as they were (``OLD``) or as they are (``NEW``)."""
        if not self.by_row:
            return f"{version.lower()}_rows"
        return f"(SELECT {', '.join(f'{version}.{column} AS {column}' for column in self.source.columns)})"

    def _values(self, column: str) -> str:
        return (", " if self.by_row else " UNION ALL ").join(self._one(version, column) for version in self._versions())

    def _versions(self) -> list[str]:
        return {"insert": ["NEW"], "delete": ["OLD"], "update": ["OLD", "NEW"]}[self.event]

    def _one(self, version: str, column: str) -> str:
        return f"{version}.{column}" if self.by_row else f"SELECT {column} FROM {version.lower()}_rows"


def count_anew(count: KeptCount, dialect: Dialect) -> str:
    """Inserts all rows of a count that has none."""
    names = {source.table: source.table for source in count.sources}
    columns = ", ".join((*count.keys, *count.measures))
    rows = count.select.format_map({**names, "affected": ANYTHING})
    return add(count, f"SELECT {columns} FROM ({rows}) AS counted", dialect)


def add(count: KeptCount, rows: str, dialect: Dialect, slot: str = "0") -> str:
    """Adds ``rows``, a select of keys and measures, to the slot, in the order of the keys, so that nobody waits for one
    who waits.
    """
    table, keys = count.table.name, ", ".join(count.keys)
    sums = [f"sum({measure})" for measure in count.measures]
    columns = ", ".join((*count.keys, *(("slot",) if count.has_slots else ()), *count.measures))
    values = ", ".join((keys, *((slot,) if count.has_slots else ()), *sums))
    complete = " AND ".join(f"{key} IS NOT NULL" for key in count.keys)
    changed = " OR ".join(f"{sum_} <> 0" for sum_ in sums)
    increments = ", ".join(f"{measure} = {table}.{measure} + excluded.{measure}" for measure in count.measures)
    return (
        f"INSERT INTO {table} ({columns})\nSELECT {values} FROM (\n{rows}\n) AS changes\n"
        f"WHERE {complete} GROUP BY {keys} HAVING {changed} ORDER BY {keys}\n"
        f"ON CONFLICT ({_unique(count, dialect)}) DO UPDATE SET {increments}"
    )


def _unique(count: KeptCount, dialect: Dialect) -> str:
    """What is unique in the table."""
    columns = (*count.keys, *(("slot",) if count.has_slots else ()))
    return ", ".join("md5(text)" if it == "text" and dialect == "postgresql" else it for it in columns)
