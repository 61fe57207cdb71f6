"""Rows for every table, made from what the tables declare: new tables are filled without a word here.

The rows keep every constraint and are as odd as the types allow; they make no sense to a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import Base
from platemark.db.tables.imports import IMPORT_STATES
from platemark.db.tables.jobs import STATES
from platemark.db.types import Instant
from platemark.ids import new_id

TEXTS = (
    "plain",
    "Ünïcode «ß»",
    "🜁🎴 sun & moon",
    "line\nbreak\ttab",
    "'; DROP TABLE users; --",
    "ＷＩＤＥ 文字",
    "  ",
    "é",
)
JSON: tuple[dict[str, Any], ...] = (
    {"z": 1, "a": [True, None, 1.5], "ü🎴": {"deep": [[]]}},
    {"large": 1e300, "fine": 0.1, "zero": -0.0, "seed": 2**63 - 1, "wide": 1e20, "sum": 1.2345678901234567e18},
    {},
)
Facts = dict[str, Any]


def fill(database: Database, rows: int = 24, **counts: int) -> int:
    """Put ``rows`` rows into each table, or as many as ``counts`` says for it; returns how many there are in all."""
    taken: dict[str, list[Facts]] = {}
    with database.writing.begin() as connection:
        for table in Base.metadata.sorted_tables:
            count = counts.get(table.name, rows)
            taken[table.name] = []
            for number in range(count):
                taken[table.name].append(row_of(table, number, taken))
            connection.execute(sa.insert(table), taken[table.name])
    return sum(map(len, taken.values()))


def row_of(table: sa.Table, number: int, taken: dict[str, list[Facts]]) -> Facts:
    """Row ``number`` of ``table``; what it refers to is in ``taken``."""
    row = {column.key: _value(column, number) for column in table.columns}
    for key in table.foreign_key_constraints:
        parents = taken[key.referred_table.name]
        nothing = not parents or (number % 3 == 2 and all(column.nullable for column in key.columns))
        parent = {} if nothing else parents[number % len(parents)]
        row |= {it.parent.key: None if nothing else parent[it.column.key] for it in key.elements}
    if table.name == "training_runs" and number < len(jobs := taken.get("jobs", [])):
        row["job_id"] = jobs[number]["id"]  # a run's state is its job's
    if table.name in WHERE_COLUMNS_AGREE:
        row |= WHERE_COLUMNS_AGREE[table.name](number)
    return row


def _job(number: int) -> Facts:
    state = STATES[number % len(STATES)]
    lapsed = utc_now() - timedelta(hours=1)
    return {"state": state, "lease_until": lapsed if state == "running" else None}


def _import(number: int) -> Facts:
    state = IMPORT_STATES[number % len(IMPORT_STATES)]
    lapsed = utc_now() - timedelta(hours=1)
    return {
        "state": state,
        "lease_until": lapsed if state == "running" else None,
        "counts": {"new": number, "skipped": 1},
        "reasons": [{"outcome": "skipped", "reason": "odd", "count": 1}],
        "results": {"applied": number},
        "discrepancies": [{"code": "altered", "count": 1}] * (number % 2),
        "applied_at": lapsed,
        "undone_at": lapsed if number % 2 else None,
    }


WHERE_COLUMNS_AGREE: dict[str, Callable[[int], Facts]] = {
    "imports": _import,
    "jobs": _job,
    "workers": lambda _: {"heartbeat_at": utc_now() - timedelta(hours=1)},
}


def _value(column: sa.Column[Any], number: int) -> Any:
    assert isinstance(column.table, sa.Table)
    if column.nullable and number % 3 == 1:
        return None
    words = _allowed(column)
    if words:
        return words[number % len(words)]
    match column.type:
        case sa.Uuid():
            return new_id()
        case sa.Boolean():
            return number % 2 == 0
        case sa.Integer():
            return number + 1
        case sa.Float():
            return (0.1, 1.0, 1e-9, 123456.789)[number % 4]
        case sa.JSON():
            return JSON[number % len(JSON)]
        case sa.LargeBinary():
            return bytes(range(256)) * (number % 3)
        case Instant():
            return _moment(number)
        case sa.String():
            return f"{number} {TEXTS[number % len(TEXTS)]}"[: column.type.length]
    raise AssertionError(f"no value for {column}: {column.type!r}")


def _moment(number: int) -> datetime:
    return utc_now() - timedelta(milliseconds=number)


def _allowed(column: sa.Column[Any]) -> list[str]:
    """The words of the check ``column IN ('…', …)``, where there is one."""
    for constraint in column.table.constraints:
        if isinstance(constraint, sa.CheckConstraint):
            found = re.fullmatch(rf"{column.key} IN \((.*)\)", str(constraint.sqltext))
            if found:
                return re.findall(r"'([^']*)'", found[1])
    return []
