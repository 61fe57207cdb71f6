"""One unit of work: a transaction, the time it happens at, and what to do once it has been committed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy.orm import Session

from platemark.clock import Clock, utc_now
from platemark.db.engine import Database


class UnitOfWork:
    """Whoever opens it commits it; services only add to it. Leaving the block without a commit rolls back.

    ``trace_id`` joins what is written here with the request that asked for it.
    """

    def __init__(self, database: Database, *, write: bool, clock: Clock = utc_now, trace_id: str | None = None) -> None:
        self.dialect = database.dialect
        self.session: Session = database.session(write=write)
        self.trace_id = trace_id
        self._clock = clock
        self._after_commit: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The studio's time, in UTC, to the millisecond."""
        return self._clock()

    def after_commit(self, action: Callable[[], None]) -> None:
        """Run ``action`` when, and only when, this work has been committed."""
        self._after_commit.append(action)

    def commit(self) -> None:
        """Make everything durable, then run what waited for it."""
        self.session.commit()
        actions, self._after_commit = self._after_commit, []
        for action in actions:
            action()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.session.close()
