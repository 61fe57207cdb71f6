"""Unit of work: a transaction, its clock, and actions to run after its commit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from platemark.clock import Clock, utc_now
from platemark.db.engine import Database


class UnitOfWork:
    """A transaction as a context manager. The caller that opens it commits it; services only add to it.

    Leaving the block without a commit rolls back. ``trace_id`` is stored with what is written, to find its request.
    """

    def __init__(self, database: Database, *, write: bool, clock: Clock = utc_now, trace_id: str | None = None) -> None:
        self.dialect = database.dialect
        self.session: Session = database.session(write=write)
        self.trace_id = trace_id
        self._clock = clock
        self._after_commit: list[Callable[[], None]] = []

    @property
    def connection(self) -> Connection:
        """The connection of the transaction, which begins when it is first used."""
        return self.session.connection()

    def now(self) -> datetime:
        """The studio's time, in UTC, to the millisecond."""
        return self._clock()

    def after_commit(self, action: Callable[[], None]) -> None:
        """Run ``action`` after the commit; never if the work is not committed."""
        self._after_commit.append(action)

    def commit(self) -> None:
        """Commit, then run the actions registered by ``after_commit``."""
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
