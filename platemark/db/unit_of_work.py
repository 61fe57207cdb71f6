"""Unit of work: a transaction, its clock, and actions to run after its commit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Any, Self

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
        self.trace_id = trace_id
        self._engine = database.writing if write else database.engine
        self._clock = clock
        self._connection: Connection | None = None
        self._session: Session | None = None
        self._at_commit: dict[Callable[[UnitOfWork, list[Any]], None], list[Any]] = {}
        self._after_commit: list[Callable[[], None]] = []

    @property
    def connection(self) -> Connection:
        """The connection of the transaction, which begins with the first statement."""
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    @property
    def session(self) -> Session:
        """A session in the same transaction. Rows stay usable after the commit; nothing is flushed by itself."""
        if self._session is None:
            self._session = Session(
                self.connection, expire_on_commit=False, autoflush=False, join_transaction_mode="control_fully"
            )
        return self._session

    def now(self) -> datetime:
        """The studio's time, in UTC, to the millisecond."""
        return self._clock()

    def write_at_commit(self, write: Callable[[UnitOfWork, list[Any]], None], item: Any) -> None:
        """Have ``write`` called with all its items, in their order, when everything else has been written."""
        self._at_commit.setdefault(write, []).append(item)

    def after_commit(self, action: Callable[[], None]) -> None:
        """Run ``action`` after the commit; never if the work is not committed."""
        self._after_commit.append(action)

    def commit(self) -> None:
        """Commit, then run the actions registered by ``after_commit``."""
        if self._session is not None:
            self._session.flush()
        for write, items in self._at_commit.items():
            write(self, items)
        self._at_commit = {}
        if self._session is not None:
            self._session.commit()
        if self._connection is not None:
            self._connection.commit()  # nothing is left to commit if the session has used it
        actions, self._after_commit = self._after_commit, []
        for action in actions:
            action()

    def rollback(self) -> None:
        """Undo everything, and forget what was to be done at the commit and after it."""
        self._at_commit = {}
        self._after_commit = []
        if self._session is not None:
            self._session.rollback()
        if self._connection is not None:
            self._connection.rollback()

    def close(self) -> None:
        """Roll back what is not committed, and give the connection back."""
        if self._session is not None:
            self._session.close()
        if self._connection is not None:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
