"""Records events in commit order: a reader that has seen event N never misses one that is committed later."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, delete, func, insert, select, text

from platemark.db.statements import Statement, first_column
from platemark.db.tables import EventRow
from platemark.db.types import Json, db_now
from platemark.db.unit_of_work import UnitOfWork

WRITERS_LOCK = 771_120_191
CHANNEL = "platemark_events"

INSERT = Statement(
    insert(EventRow).values(
        kind=bindparam("the_kind", type_=String()),
        subject_id=bindparam("the_subject", type_=Uuid()),
        data=bindparam("the_data", type_=Json),
        trace_id=bindparam("the_trace", type_=String()),
        at=db_now(),
    ),
    first_column,
)
LOCK_AND_INSERT = Statement(
    text(
        f"""
        WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock({WRITERS_LOCK}), pg_notify('{CHANNEL}', ''))
        INSERT INTO events (kind, subject_id, data, trace_id, at)
        SELECT the_kind, the_subject, the_data, the_trace, (extract(epoch FROM clock_timestamp()) * 1000)::bigint
        FROM locked, jsonb_to_recordset(CAST(:events AS jsonb))
          AS event (number integer, the_kind text, the_subject uuid, the_data jsonb, the_trace text)
        ORDER BY number
        """  # noqa: S608 - constants
    ),
    first_column,
)
"""For PostgreSQL. Ids and times are computed for the rows of a join with the lock: once the transaction has it."""


FOR_ADMINS: Mapping[str, Any] = {"visibility": "private", "created_by": None}
"""Data of an event that only admins see."""


def record(work: UnitOfWork, kind: str, subject_id: UUID | None, /, **data: Any) -> None:
    """Record an event of this ``kind`` (``job.queued``) about a subject; it is written when ``work`` commits.

    ``data`` is JSON; UUIDs in it become text. If it has a ``visibility`` and ``created_by``, only users who may see
    such a subject see the event, otherwise every user does; with ``only_for``, only this user does. Ids increase in
    commit order: on PostgreSQL, writers of events take a lock from the last statement of their transaction to its
    commit, so waits are short and cannot deadlock. The commit notifies listeners on ``CHANNEL``.
    """
    json_data = {name: str(value) if isinstance(value, UUID) else value for name, value in data.items()}
    event = {"the_kind": kind, "the_subject": subject_id, "the_data": json_data, "the_trace": work.trace_id}
    work.write_at_commit(_write, event)


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


def _write(work: UnitOfWork, events: Sequence[Mapping[str, Any]]) -> None:
    if work.dialect == "postgresql":
        numbered = ({**event, "number": number} for number, event in enumerate(events))
        LOCK_AND_INSERT.execute(work, events=json.dumps(list(numbered), default=str))
    elif len(events) == 1:
        INSERT.execute(work, **events[0])
    else:
        INSERT.execute_many(work, events)
