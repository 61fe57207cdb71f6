"""The jobs table as the outbox of worker wake-ups: a wake-up that is lost is sent again for every job still waiting."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Subquery,
    Update,
    bindparam,
    literal,
    select,
    union_all,
    update,
)

from platemark.db.types import db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.statements import DIALECTS, JOB, JOBS, QUEUE_ORDER, QUEUED, READY, later, skip_locked

RESEND_AFTER_MS = 30_000
BATCH_SIZE = 32


def mark_ready_jobs(work: UnitOfWork, *, limit: int = BATCH_SIZE, resend_after_ms: int = RESEND_AFTER_MS) -> int:
    """Mark the ready jobs that have no recent wake-up (``rung_at``); return how many. If any, wake the workers.

    Marks at most ``limit`` jobs, those without a mark first, in queue order. A mark expires after ``resend_after_ms``,
    and one in the future (the clock was set back) does not count. Any number of processes may call this: each job is
    marked by one of them.
    """
    values = {"max_count": limit, "resend_after_ms": resend_after_ms}
    return len(work.session.connection().execute(MARK[work.dialect], values).all())


def _mark(dialect: str) -> Update:
    """Each kind of unmarked jobs is found through an index of its own, whatever the number of the others."""
    resend_after = bindparam("resend_after_ms", type_=BigInteger())
    kinds = (
        _ready(dialect, 0, QUEUE_ORDER, JOB.rung_at.is_(None)),
        _ready(dialect, 1, (JOB.rung_at,), JOB.rung_at < later(-resend_after)),
        _ready(dialect, 2, (JOB.rung_at,), JOB.rung_at > db_now()),
    )
    unmarked = union_all(*map(select, kinds)).subquery()
    batch = select(unmarked.c.id).order_by(unmarked.c.kind).limit(bindparam("max_count", type_=Integer()))
    once = batch.cte("batch").prefix_with("MATERIALIZED")  # evaluated once, not for each row
    return update(JOBS).where(JOB.id.in_(select(once.c.id)), QUEUED).values(rung_at=db_now()).returning(JOB.id)


def _ready(dialect: str, kind: int, order: tuple[ColumnElement[Any], ...], unmarked: ColumnElement[bool]) -> Subquery:
    ready = select(JOB.id, literal(kind).label("kind")).where(*READY, unmarked).order_by(*order)
    return skip_locked(ready.limit(bindparam("max_count", type_=Integer())), dialect).subquery()


MARK = {dialect: _mark(dialect) for dialect in DIALECTS}
