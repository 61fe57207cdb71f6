"""Records the SQL statements of a process: text, parameters, time with the fetching of the rows, and the work done.

On SQLite the work is the number of steps of its virtual machine, in hundreds. On PostgreSQL it is the plans that were
really executed, with the rows that each node read, as the module ``auto_explain`` reports them to the client.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import event

from platemark.db.engine import Database

STEPS = 100
LATEST = 20
PARAMETER = re.compile(r"\$\d+|%\(\w+\)s")
TRANSACTION_CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
AUTO_EXPLAIN = (
    "LOAD 'auto_explain'",
    "SET auto_explain.log_min_duration = 0",
    "SET auto_explain.log_analyze = on",
    "SET auto_explain.log_timing = off",
    "SET auto_explain.log_nested_statements = on",
    "SET auto_explain.log_format = json",
    "SET auto_explain.log_level = notice",
    "SET client_min_messages = notice",
)
"""Only a superuser may load the module."""

READING_NODES = ("Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan", "Tid Scan")
Plan = dict[str, Any]


@dataclass(slots=True)
class Statement:
    """A statement that was executed; ``many`` times over if its parameters are a list of rows.

    ``built``: it was given as a construct, which SQLAlchemy compiles, or finds compiled in its cache. ``steps`` are
    those of SQLite, ``plans`` those of PostgreSQL, with the plans of statements in triggers.
    """

    sql: str
    parameters: Any
    many: bool
    built: bool
    thread: str = field(default_factory=lambda: threading.current_thread().name)
    seconds: float = 0.0
    steps: int = 0
    plans: list[Plan] = field(default_factory=list)

    def rows_read(self) -> float:
        """The rows that PostgreSQL read from tables."""
        return sum(rows for plan in self.plans for _, rows in nodes_that_read(plan["Plan"]))


class Recorder:
    """Records the statements of all threads on one database, between ``start`` and ``stop``."""

    def __init__(self, database: Database, *, work: bool = False) -> None:
        self._engine = database.engine
        self._is_sqlite = database.dialect == "sqlite"
        self._counts_work = work
        self._recorded: list[Statement] | None = None
        self._current: dict[int, Statement] = {}
        self._latest: dict[int, deque[Statement]] = defaultdict(lambda: deque(maxlen=LATEST))
        self._listeners: dict[str, Callable[..., None]] = {
            "before_cursor_execute": self._before,
            "after_cursor_execute": self._after,
        }
        if work:
            self._listeners["checkout"] = self._prepare

    def start(self) -> None:
        """Listen to the database."""
        for name, listener in self._listeners.items():
            event.listen(self._engine, name, listener)

    def stop(self) -> None:
        """Listen no more."""
        for name, listener in self._listeners.items():
            event.remove(self._engine, name, listener)

    @contextmanager
    def recording(self) -> Iterator[list[Statement]]:
        """The list that gets the statements of this block, transaction control left out."""
        statements: list[Statement] = []
        self._recorded = statements
        try:
            yield statements
        finally:
            self._recorded = None

    def _before(self, connection: Any, *execution: Any) -> None:
        _, sql, parameters, context, many = execution
        if self._recorded is None or sql.startswith(TRANSACTION_CONTROL):
            self._current.pop(self._key(connection.connection.dbapi_connection), None)
            return
        statement = Statement(sql, parameters, many, built=context is not None and context.compiled is not None)
        self._recorded.append(statement)
        key = self._key(connection.connection.dbapi_connection)
        self._current[key] = statement
        self._latest[key].append(statement)
        statement.seconds -= time.perf_counter()

    def _after(self, connection: Any, *execution: Any) -> None:
        cursor, _, _, context, _ = execution
        key = self._key(connection.connection.dbapi_connection)
        statement = self._current.get(key)
        if statement is None:
            return
        statement.seconds += time.perf_counter()
        if context is not None and context.cursor is cursor:
            context.cursor = RecordedCursor(cursor, partial(self._record_fetch, key, statement))

    def _record_fetch(self, key: int, statement: Statement, fetch: Callable[..., Any], *arguments: Any) -> Any:
        self._current[key] = statement
        started = time.perf_counter()
        try:
            return fetch(*arguments)
        finally:
            statement.seconds += time.perf_counter() - started

    def _prepare(self, driver: Any, record: Any, _proxy: Any) -> None:
        """Have a connection of the pool report its work."""
        if "recorder" in record.info:
            return
        record.info["recorder"] = self
        key = self._key(driver)
        if self._is_sqlite:
            driver.set_progress_handler(lambda: self._count_steps(key), STEPS)
            return
        with driver.cursor() as cursor:
            for setting in AUTO_EXPLAIN:
                cursor.execute(setting)
        driver.commit()
        driver.add_notice_handler(lambda notice: self._add_plan(key, notice))

    def _count_steps(self, key: int) -> int:
        if (statement := self._current.get(key)) is not None:
            statement.steps += STEPS
        return 0

    def _add_plan(self, key: int, notice: Any) -> None:
        """Add a plan to its statement, or to the one whose trigger executed it.

        The plan of a statement is reported when the next one begins, or the transaction ends.
        """
        _, found, text = notice.message_primary.partition("plan:\n")
        if not found or not self._latest[key]:
            return
        plan = json.loads(text)
        latest, executed = self._latest[key], without_parameters(plan["Query Text"])
        same = (each for each in reversed(latest) if without_parameters(each.sql) == executed)
        next(same, latest[-1]).plans.append(plan)

    @staticmethod
    def _key(driver: Any) -> int:
        return id(driver)


def nodes_that_read(node: Plan) -> Iterator[tuple[Plan, float]]:
    """Each node of a plan that reads a table, and the rows that it read, also those that it did not use."""
    if node["Node Type"] in READING_NODES:
        unused = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
        yield node, (node["Actual Rows"] + unused) * node["Actual Loops"]
    for child in node.get("Plans", ()):
        yield from nodes_that_read(child)


def without_parameters(sql: str) -> str:
    """A statement without the names of its parameters, as SQLAlchemy writes it or as PostgreSQL reports it."""
    return PARAMETER.sub("?", sql.replace("%%", "%"))


class RecordedCursor:
    """A cursor that passes each fetch to ``record``."""

    def __init__(self, cursor: Any, record: Callable[..., Any]) -> None:
        self._cursor, self._record = cursor, record

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(self._cursor, name)
        return partial(self._record, attribute) if name.startswith("fetch") else attribute
