"""The queue, and counts of the few things whose numbers are not kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from platemark.db.kept_counts.reading import jobs_in_state
from platemark.db.statements import Statement, first_column
from platemark.db.tables import BugReportPurgeRow, JobRow, QueueControlRow, UserRow, WorkerRow
from platemark.db.types import EPOCH, Instant, db_now
from platemark.db.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class QueueStats:
    """The current queue. ``oldest_ready_seconds``: how long the oldest queued job has been ready, 0 if there is none.

    ``busy`` of the ``workers`` are running a job.
    """

    paused: bool
    running: int
    workers: int
    busy: int
    oldest_ready_seconds: float


class QueueFacts(NamedTuple):
    """The queue as the database counts it.

    A job that has not failed is ready since it was created: ``first_created_at`` is that of the first of them. Others
    are ready when their backoff ends: ``first_run_after``.
    """

    paused: bool
    running: int
    workers: int
    busy: int
    first_created_at: datetime | None
    first_run_after: datetime | None
    now: datetime


def get_queue_stats(work: UnitOfWork, *, lease_ms: int) -> QueueStats:
    """The queue, and the workers that reported within a lease, by the database's clock."""
    facts = QUEUE.one(work, lease_ms=lease_ms)
    since = min(filter(None, (facts.first_created_at, facts.first_run_after)), default=facts.now)
    waited = max(0.0, (facts.now - since).total_seconds())
    return QueueStats(bool(facts.paused), facts.running, facts.workers, facts.busy, waited)


def count_purged_bug_reports(work: UnitOfWork) -> int:
    """The number of bug reports that purges have deleted."""
    return PURGED.one(work)


def count_users(work: UnitOfWork) -> int:
    """The number of users that are not disabled."""
    return USERS.one(work)


def _queue() -> sa.Select[*tuple[object, ...]]:
    since = sa.type_coerce(db_now() - sa.bindparam("lease_ms", type_=sa.BigInteger()), Instant())
    alive = sa.select(sa.func.count()).where(WorkerRow.heartbeat_at >= since)
    queued = JobRow.state == sa.literal_column("'queued'")  # a literal, so that the index of queued jobs applies
    never_failed = sa.select(JobRow.created_at).where(queued, JobRow.run_after <= EPOCH)
    return sa.select(
        sa.exists().where(QueueControlRow.paused_at.is_not(None)),
        jobs_in_state("running"),
        alive.scalar_subquery(),
        alive.where(WorkerRow.job_id.is_not(None)).scalar_subquery(),
        never_failed.order_by(JobRow.run_after, JobRow.place).limit(1).scalar_subquery(),
        sa.select(sa.func.min(JobRow.run_after)).where(queued, JobRow.run_after > EPOCH).scalar_subquery(),
        db_now(),
    )


QUEUE = Statement(_queue(), QueueFacts._make)
USERS: Statement[int] = Statement(sa.select(sa.func.count()).where(UserRow.disabled_at.is_(None)), first_column)
PURGED: Statement[int] = Statement(
    sa.select(sa.cast(sa.func.coalesce(sa.func.sum(BugReportPurgeRow.count), 0), sa.BigInteger)), first_column
)
