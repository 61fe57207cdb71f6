"""The table of jobs as the outbox of the bell: whatever becomes of a message, a job that waits is rung for again."""

from __future__ import annotations

from sqlalchemy import or_, select, update

from platemark.db.tables import JobRow
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.statements import QUEUED, READY

AGAIN_MS = 30_000
MOST_AT_ONCE = 32


def ring(work: UnitOfWork, *, most: int = MOST_AT_ONCE, again_ms: int = AGAIN_MS) -> int:
    """Mark the ready jobs that nobody has rung for lately; how many. Where there are some, a bell should ring.

    They are ``most`` at most, the first in the queue. A mark is as good as none after ``again_ms``, or where it lies in
    the future, as after a clock was set back. Any number of processes may do this: each job is marked by one of them.
    """
    forgotten = or_(JobRow.rung_at.is_(None), JobRow.rung_at < shifted(db_now(), -again_ms), JobRow.rung_at > db_now())
    ids = select(JobRow.id).where(*READY, forgotten).order_by(JobRow.priority.desc(), JobRow.id).limit(most)
    if work.dialect == "postgresql":
        ids = ids.with_for_update(skip_locked=True, of=JobRow)
    found = work.session.scalars(ids).all()  # by itself: within the UPDATE, PostgreSQL may ask it once for each row
    rung = update(JobRow).where(JobRow.id.in_(found), QUEUED).values(rung_at=db_now()).returning(JobRow.id)
    return len(work.session.execute(rung.execution_options(synchronize_session=False)).all())
