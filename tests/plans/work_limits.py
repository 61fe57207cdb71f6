"""How much one statement may read, and whether it does: the plan and the work that the database reports."""

from __future__ import annotations

import re

from sqlalchemy import Connection

from benchmarks.statements import Plan, Statement, nodes_that_read

PAGE = 20
"""The length of the pages that the tests ask for."""

MAX_STEPS = 500 * PAGE
"""Of SQLite's virtual machine: a scan of the smallest table that grows takes more."""

MAX_ROWS = 40 * PAGE
"""That the nodes of a plan of PostgreSQL read from tables, together."""

MARGIN = 0.6
"""What is known to read too much no longer does if it reads less than this part of the limit: not by chance."""

SMALL_TABLES = {
    "alembic_version": "one row",
    "bug_report_purges": "a row a day",
    "job_counts": "a row for each user, kind and state",
    "job_estimates": "a row for each kind and engine",
    "queue_control": "one row",
    "queue_counts": "a row for each 64 queued jobs, all of which PostgreSQL reads only while they are few",
    "schedule_slots": "a row for each scheduled task",
    "set_template_versions": "written by hand, some at a time",
    "set_templates": "written by hand",
    "studio_settings": "one row",
    "totals": "a row for each kind of thing",
    "users": "people, not what they make",
    "webhooks": "at most a hundred",
    "workers": "processes",
}
"""Tables that do not grow with what a studio makes, each with the reason."""

SCAN = re.compile(r"SCAN (\w+)(?! VIRTUAL)(?: USING (?:COVERING )?INDEX (\w+))?")
ALIAS = re.compile(r"_\d+$")


def find_excess(connection: Connection, statement: Statement, share: float = 1.0) -> str | None:
    """What the statement reads too much of; None if it reads at most a small multiple of a page, or ``share`` of it."""
    if connection.dialect.name == "postgresql":
        return next((excess for plan in statement.plans if (excess := _excess_of_plan(plan, share))), None)
    return _excess_of_steps(connection, statement, share)


def _excess_of_plan(plan: Plan, share: float) -> str | None:
    nodes = nodes_that_read(plan["Plan"])
    read = [(node, rows) for node, rows in nodes if rows > 0 and node["Relation Name"] not in SMALL_TABLES]
    total = sum(rows for _, rows in read)
    if total <= MAX_ROWS * share:
        return None
    lines = [f"{node['Node Type']} of {node['Relation Name']}: {rows:.0f} rows" for node, rows in read]
    return f"{total:.0f} rows read\n" + "\n".join(lines) + f"\n{plan['Query Text']}"


def _excess_of_steps(connection: Connection, statement: Statement, share: float) -> str | None:
    if statement.steps > MAX_STEPS * share * _executions(statement):
        reason = f"{statement.steps} steps"
    elif share <= 1 and " LIMIT " not in statement.sql and (scans := _unbounded_scans(connection, statement)):
        reason = f"reads all of {', '.join(scans)}"
    else:
        return None
    return f"{reason}\n" + "\n".join(_explain(connection, statement)) + f"\n{statement.sql}"


def _executions(statement: Statement) -> int:
    return len(statement.parameters) if statement.many else 1


def _unbounded_scans(connection: Connection, statement: Statement) -> list[str]:
    """The tables that grow and that a plan reads whole; an index of a few rows counts as what it is."""
    few = _partial_indexes(connection)
    scans = [scan for line in _explain(connection, statement) for scan in SCAN.findall(line)]
    tables = {ALIAS.sub("", table) for table, index in scans if index not in few}
    return sorted(tables & _growing_tables(connection))


def _growing_tables(connection: Connection) -> set[str]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
    return set(names) - set(SMALL_TABLES)


def _partial_indexes(connection: Connection) -> set[str]:
    partial = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
    return set(connection.exec_driver_sql(partial).scalars())


def _explain(connection: Connection, statement: Statement) -> list[str]:
    """The plan of SQLite, a line for each step."""
    parameters = statement.parameters[0] if statement.many else statement.parameters
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement.sql}", parameters)
    return [row.detail for row in rows]
