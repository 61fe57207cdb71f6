"""Recording what happened, so that a reader who has seen event N never misses one that comes later with a lower id."""

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

TAKE_TURNS = select(func.pg_advisory_xact_lock(WRITERS_LOCK), func.pg_notify(CHANNEL, ""))
WRITE = insert(EventRow.__table__).values(at=db_now())  # type: ignore[arg-type]


def record(work: UnitOfWork, kind: str, subject_id: UUID | None, /, **data: Any) -> None:
    """Note that ``kind`` (``job.queued``) happened to a thing; it is written when ``work`` commits, or not at all.

    ``data`` is JSON; UUIDs in it become text. With a ``visibility`` and ``created_by`` in it the event is told to
    those alone who may see such a thing, without to every user. Ids rise in the order of commits: on PostgreSQL the
    writers of events take turns, from the last statement of their transaction to its commit, so the wait is short and
    cannot deadlock; those who listen on ``CHANNEL`` hear of the commit.
    """
    session = work.session
    if PENDING not in session.info:
        session.info[PENDING] = []
        event.listen(session, "before_commit", _write)
        event.listen(session, "after_rollback", _forget)
    plain = {name: str(value) if isinstance(value, UUID) else value for name, value in data.items()}
    session.info[PENDING].append({"kind": kind, "subject_id": subject_id, "data": plain, "trace_id": work.trace_id})


def prune(work: UnitOfWork, older_than: datetime) -> int:
    """Delete the events from before ``older_than``, but for the newest of them; how many went.

    That one stays as the mark up to which events are gone: a reader who has seen it has missed nothing.
    """
    recent = select(EventRow.id).where(EventRow.at >= older_than).order_by(EventRow.id).limit(1)
    first = work.session.scalar(recent)
    old = select(func.max(EventRow.id))
    mark = work.session.scalar(old if first is None else old.where(EventRow.id < first))
    if mark is None:
        return 0
    gone = delete(EventRow).where(EventRow.id < mark).execution_options(synchronize_session=False)
    return work.session.execute(gone).rowcount  # type: ignore[attr-defined,no-any-return]


def _write(session: Session) -> None:
    if session.in_nested_transaction() or not session.info[PENDING]:
        return
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(TAKE_TURNS)
    events, session.info[PENDING] = session.info[PENDING], []
    session.connection().execute(WRITE, events)


def _forget(session: Session) -> None:
    session.info[PENDING] = []
