"""Two transactions of one PostgreSQL database, interleaved at the point where the second waits for the first."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import sqlalchemy as sa

from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork

Result = TypeVar("Result")
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
DEADLINE_SECONDS = 30.0


def run_between(
    database: Database, first: Callable[[UnitOfWork], object], second: Callable[[UnitOfWork], Result]
) -> Result:
    """Run ``second`` in a transaction of its own after ``first`` has written and before it commits; its result.

    ``first`` commits once ``second`` waits for it or has ended, so a ``second`` that does not wait has read old facts.
    """

    def run_second() -> Result:
        with UnitOfWork(database, write=True) as work:
            result = second(work)
            work.commit()
        return result

    with ThreadPoolExecutor(1) as pool, UnitOfWork(database, write=True) as work:
        first(work)
        running = pool.submit(run_second)
        _wait_until_blocked(database, running)
        work.commit()
        return running.result(DEADLINE_SECONDS)


def _wait_until_blocked(database: Database, running: Future[Result]) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not running.done():
        with UnitOfWork(database, write=False) as work:
            if work.session.scalar(sa.text(WAITING)):
                return
        assert time.monotonic() < deadline, "the second transaction neither waits nor ends"
        time.sleep(0.01)
