"""Records events in commit order: a reader that has seen event N never misses one that is committed later."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, event, func, insert, select
from sqlalchemy.orm import Session

from platemark.db.tables import EventRow
from platemark.db.types import db_now
from platemark.db.unit_of_work import UnitOfWork

PENDING = "platemark.events"
WRITERS_LOCK = 771_120_191
CHANNEL = "platemark_events"

LOCK_WRITERS_AND_NOTIFY = select(func.pg_advisory_xact_lock(WRITERS_LOCK), func.pg_notify(CHANNEL, ""))
INSERT_EVENTS = insert(EventRow.__table__).values(at=db_now())  # type: ignore[arg-type]


def record(work: UnitOfWork, kind: str, subject_id: UUID | None, /, **data: Any) -> None:
    """Record an event of this ``kind`` (``job.queued``) about a subject; it is written when ``work`` commits.

    ``data`` is JSON; UUIDs in it become text. If it has a ``visibility`` and ``created_by``, only users who may see
    such a subject see the event, otherwise every user does. Ids increase in commit order: on PostgreSQL, writers of
    events take a lock from the last statement of their transaction to its commit, so waits are short and cannot
    deadlock. The commit notifies listeners on ``CHANNEL``.
    """
    session = work.session
    if PENDING not in session.info:
        session.info[PENDING] = []
        event.listen(session, "before_commit", _write)
        event.listen(session, "after_rollback", _discard)
    json_data = {name: str(value) if isinstance(value, UUID) else value for name, value in data.items()}
    session.info[PENDING].append({"kind": kind, "subject_id": subject_id, "data": json_data, "trace_id": work.trace_id})


def prune(work: UnitOfWork, older_than: datetime) -> int:
    """Delete the events from before ``older_than`` except the newest of them; how many were deleted.

    That one marks the end of the pruned events: a client that has seen it has missed nothing.
    """
    recent = select(EventRow.id).where(EventRow.at >= older_than).order_by(EventRow.id).limit(1)
    first_recent_id = work.session.scalar(recent)
    newest = select(func.max(EventRow.id))
    mark = work.session.scalar(newest if first_recent_id is None else newest.where(EventRow.id < first_recent_id))
    if mark is None:
        return 0
    statement = delete(EventRow).where(EventRow.id < mark).execution_options(synchronize_session=False)
    return work.session.execute(statement).rowcount  # type: ignore[attr-defined,no-any-return]


def _write(session: Session) -> None:
    if session.in_nested_transaction() or not session.info[PENDING]:
        return
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(LOCK_WRITERS_AND_NOTIFY)
    events, session.info[PENDING] = session.info[PENDING], []
    session.connection().execute(INSERT_EVENTS, events)


def _discard(session: Session) -> None:
    session.info[PENDING] = []
