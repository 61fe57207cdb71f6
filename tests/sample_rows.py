"""Rows for every table, generated from the declarations of the tables, so that a new table needs no change here.

The rows satisfy every constraint. Their values are as unusual as the types allow, and meaningless.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from platemark.choices import IMPORT_STATES, WEBHOOK_DELIVERY_STATES, WEBHOOK_DISABLED_REASONS
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import Base
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
Row = dict[str, Any]


def fill_tables(database: Database, rows: int = 24, **counts: int) -> int:
    """Insert ``rows`` rows into each table, or the number that ``counts`` gives for it; returns the total number."""
    inserted: dict[str, list[Row]] = {}
    with database.writing.begin() as connection:
        for table in Base.metadata.sorted_tables:
            count = counts.get(table.name, rows)
            inserted[table.name] = []
            for number in range(count):
                inserted[table.name].append(generate_row(table, number, inserted))
            connection.execute(sa.insert(table), inserted[table.name])
    return sum(map(len, inserted.values()))


def generate_row(table: sa.Table, number: int, inserted: dict[str, list[Row]]) -> Row:
    """Row ``number`` of ``table``; its foreign keys refer to rows in ``inserted``, which is keyed by table name."""
    row = {column.key: _value(column, number) for column in table.columns}
    for key in table.foreign_key_constraints:
        parents = inserted[key.referred_table.name]
        is_null = not parents or (number % 3 == 2 and all(column.nullable for column in key.columns))
        parent = {} if is_null else parents[number % len(parents)]
        row |= {element.parent.key: None if is_null else parent[element.column.key] for element in key.elements}
    if table.name == "training_runs":
        jobs = [job for job in inserted.get("jobs", []) if job["kind"] == "train"]
        if number < len(jobs):
            row["job_id"] = jobs[number]["id"]  # a run has the state of its job
    if table.name in DEPENDENT_COLUMNS:
        row |= DEPENDENT_COLUMNS[table.name](number)
    return row


def _job(number: int) -> Row:
    state = STATES[number % len(STATES)]
    expired = utc_now() - timedelta(hours=1)
    kind = {"kind": "train"} if number // len(STATES) % 2 else {}
    return {"state": state, "lease_until": expired if state == "running" else None, **kind}


def _import(number: int) -> Row:
    state = IMPORT_STATES[number % len(IMPORT_STATES)]
    expired = utc_now() - timedelta(hours=1)
    return {
        "state": state,
        "lease_until": expired if state == "running" else None,
        "counts": {"new": number, "skipped": 1},
        "reasons": [{"outcome": "skipped", "reason": "odd", "count": 1}],
        "results": {"applied": number},
        "discrepancies": [{"code": "altered", "count": 1}] * (number % 2),
        "applied_at": expired,
        "undone_at": expired if number % 2 else None,
    }


def _webhook(number: int) -> Row:
    reason = WEBHOOK_DISABLED_REASONS[number % len(WEBHOOK_DISABLED_REASONS)] if number % 2 else None
    return {"enabled": reason is None, "disabled_reason": reason}


def _webhook_delivery(number: int) -> Row:
    state = WEBHOOK_DELIVERY_STATES[number % len(WEBHOOK_DELIVERY_STATES)]
    return {"state": state, "next_attempt_at": utc_now() if state == "waiting" else None}


DEPENDENT_COLUMNS: dict[str, Callable[[int], Row]] = {
    "image_marks": lambda number: {"rating": number % 6, "starred": number % 2 == 0},
    "imports": _import,
    "jobs": _job,
    "set_runs": lambda _: {"grid": None, "reused_count": 0},
    "webhook_deliveries": _webhook_delivery,
    "webhooks": _webhook,
    "workers": lambda _: {"heartbeat_at": utc_now() - timedelta(hours=1)},
}


def _value(column: sa.Column[Any], number: int) -> Any:
    assert isinstance(column.table, sa.Table)
    if column.nullable and number % 3 == 1:
        return None
    choices = column_choices(column)
    if choices:
        return choices[number % len(choices)]
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


def column_choices(column: sa.Column[Any]) -> list[str]:
    """The values of the check ``column IN ('…', …)``, if there is one."""
    for constraint in column.table.constraints:
        if isinstance(constraint, sa.CheckConstraint):
            check = re.fullmatch(rf"{column.key} IN \((.*)\)", str(constraint.sqltext))
            if check:
                return re.findall(r"'([^']*)'", check[1])
    return []
