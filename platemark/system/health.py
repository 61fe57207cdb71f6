"""Health checks, component by component; they also work while the database is unavailable."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from platemark.db.faults import log_failure
from platemark.db.migrate import latest_revision
from platemark.db.statements import Statement, first_column
from platemark.errors import PlatemarkError
from platemark.storage.blobs import MIN_FREE_BYTES, NEARLY_FULL
from platemark.studio import Studio
from platemark.system.queries import QueueStats, get_queue_stats

Status = Literal["ok", "degraded", "down"]


@dataclass(frozen=True, slots=True)
class Check:
    """The state of one component: ``detail`` says what is wrong, without hosts, paths or secrets; None if it works."""

    detail: str | None = None

    @property
    def ok(self) -> bool:
        """Whether it works."""
        return self.detail is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The state of all components."""

    database: Check
    storage: Check
    queue: Check
    workers: Check

    @property
    def status(self) -> Status:
        """``down`` without database or storage; ``degraded`` if only the queue or the workers need attention."""
        if not (self.database.ok and self.storage.ok):
            return "down"
        return "ok" if self.queue.ok and self.workers.ok else "degraded"


log = logging.getLogger(__name__)

REVISION: Statement[str] = Statement(sa.text("SELECT version_num FROM alembic_version"), first_column)
UNKNOWN = Check("Unknown while the database is unavailable.")


def get_health(studio: Studio) -> Health:
    """Check every component now. Opens its own transaction and raises nothing."""
    lease_ms = round(studio.settings.lease_seconds * 1000)
    try:
        with studio.work(write=False) as work:
            revision = REVISION.first(work)
            queue = get_queue_stats(work, lease_ms=lease_ms)
    except SQLAlchemyError as error:
        log_failure(log, "the health check says so", error)
        unavailable = Check("The database is unavailable.")
        return Health(database=unavailable, storage=_storage(studio), queue=UNKNOWN, workers=UNKNOWN)
    return Health(
        database=_schema(revision),
        storage=_storage(studio),
        queue=_queue(queue, lease_ms),
        workers=Check() if queue.workers else Check("No workers are running; jobs wait until one starts."),
    )


def _schema(revision: str | None) -> Check:
    if revision == latest_revision():
        return Check()
    return Check("The database schema belongs to another version; restart the studio to migrate it.")


def _storage(studio: Studio) -> Check:
    try:
        problem = studio.blobs.problem()
        if problem is None and studio.blobs.free_bytes() < MIN_FREE_BYTES:
            problem = NEARLY_FULL
    except PlatemarkError as error:
        problem = error.detail
    return Check(problem)


def _queue(stats: QueueStats, lease_ms: int) -> Check:
    """A long queue is healthy while a job runs, a paused queue always; a ready job that no worker takes is not."""
    waited = stats.oldest_ready_seconds
    if stats.paused or stats.running or waited * 1000 <= lease_ms:
        return Check()
    return Check(f"A job has been ready for {round(waited)} seconds and no job is running.")
