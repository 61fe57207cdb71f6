"""Whether the studio works, part by part; asked every few seconds, and answered while the database is away too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import SQLAlchemyError

from platemark.db.migrate import latest_revision
from platemark.errors import PlatemarkError
from platemark.settings import MEBIBYTE
from platemark.studio import Studio
from platemark.system.queries import QueueStats, get_queue_stats

LEAST_FREE_BYTES = 64 * MEBIBYTE
Status = Literal["ok", "degraded", "down"]


@dataclass(frozen=True, slots=True)
class Check:
    """One part: ``detail`` says what is wrong, without any host, path or secret, and is None while it works."""

    detail: str | None = None

    @property
    def ok(self) -> bool:
        """Whether it works."""
        return self.detail is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """All parts."""

    database: Check
    storage: Check
    queue: Check
    workers: Check

    @property
    def status(self) -> Status:
        """``down`` without database or storage; ``degraded`` where only queue or workers need attention."""
        if not (self.database.ok and self.storage.ok):
            return "down"
        return "ok" if self.queue.ok and self.workers.ok else "degraded"


UNKNOWN = Check("Not known while the database does not answer.")


def get_health(studio: Studio) -> Health:
    """The state of each part now. Opens a transaction of its own and raises nothing."""
    lease_ms = round(studio.settings.lease_seconds * 1000)
    try:
        with studio.work(write=False) as work:
            revision = work.session.scalar(sa.text("SELECT version_num FROM alembic_version"))
            facts = get_queue_stats(work, lease_ms=lease_ms)
    except SQLAlchemyError as error:
        structlog.get_logger(__name__).warning("database_away", error=type(error).__name__)
        away = Check("The database does not answer.")
        return Health(database=away, storage=_storage(studio), queue=UNKNOWN, workers=UNKNOWN)
    return Health(
        database=_schema(revision),
        storage=_storage(studio),
        queue=_queue(facts, lease_ms),
        workers=Check() if facts.workers else Check("No worker reports; jobs wait until one does."),
    )


def _schema(revision: str | None) -> Check:
    if revision == latest_revision():
        return Check()
    return Check("The database has another schema than this version; restart the studio to migrate it.")


def _storage(studio: Studio) -> Check:
    try:
        problem = studio.blobs.problem()
        if problem is None and studio.blobs.free_bytes() < LEAST_FREE_BYTES:
            problem = "The disk that keeps the images is nearly full."
    except PlatemarkError as error:
        problem = error.detail
    return Check(problem)


def _queue(facts: QueueStats, lease_ms: int) -> Check:
    """A long queue is well while something runs, a paused one always; a job that nobody takes is not."""
    waited = facts.oldest_ready_seconds
    if facts.paused or facts.running or waited * 1000 <= lease_ms:
        return Check()
    return Check(f"A job has been ready for {round(waited)} seconds and none is running.")
