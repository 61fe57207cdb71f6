"""The jobs table as the outbox of worker wake-ups: a wake-up that is lost is sent again for every job still waiting."""

from __future__ import annotations

from sqlalchemy import or_, select, update

from platemark.db.tables import JobRow
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.statements import QUEUED, READY

RESEND_AFTER_MS = 30_000
BATCH_SIZE = 32


def mark_ready_jobs(work: UnitOfWork, *, limit: int = BATCH_SIZE, resend_after_ms: int = RESEND_AFTER_MS) -> int:
    """Mark the ready jobs that have no recent wake-up (``rung_at``); return how many. If any, wake the workers.

    Marks at most ``limit`` jobs, in queue order. A mark expires after ``resend_after_ms``, and one in the future (the
    clock was set back) does not count. Any number of processes may call this: each job is marked by one of them.
    """
    unmarked = or_(
        JobRow.rung_at.is_(None), JobRow.rung_at < shifted(db_now(), -resend_after_ms), JobRow.rung_at > db_now()
    )
    ids = select(JobRow.id).where(*READY, unmarked).order_by(JobRow.priority.desc(), JobRow.id).limit(limit)
    if work.dialect == "postgresql":
        ids = ids.with_for_update(skip_locked=True, of=JobRow)
    ready = work.session.scalars(ids).all()  # a query of its own: PostgreSQL may run a subquery once for each row
    marked = update(JobRow).where(JobRow.id.in_(ready), QUEUED).values(rung_at=db_now()).returning(JobRow.id)
    return len(work.session.execute(marked.execution_options(synchronize_session=False)).all())
