"""What is counted, in few statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from platemark.db.tables import (
    AlbumRow,
    BugReportPurgeRow,
    BugReportRow,
    ImageRow,
    JobRow,
    QueueControlRow,
    SetTemplateRow,
    UserRow,
    WorkerRow,
)
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class QueueStats:
    """The queue now. ``oldest_ready_seconds``: since when the first job that waits could have started; 0 for none.

    ``busy`` are those of the ``workers`` that have a job in hand.
    """

    paused: bool
    running: int
    workers: int
    busy: int
    oldest_ready_seconds: float


@dataclass(frozen=True, slots=True)
class StorageStats:
    """Pictures and their thumbnails as files, each counted once; ``bytes`` is that of the pictures."""

    bytes: int
    blobs: int


def get_queue_stats(work: UnitOfWork, *, lease_ms: int) -> QueueStats:
    """The queue, and the workers heard of within a lease; by the database's clock, as leases are."""
    heard = sa.select(sa.func.count()).where(WorkerRow.heartbeat_at >= shifted(db_now(), -lease_ms))
    running = sa.select(sa.func.count()).where(_state("running"))
    oldest = sa.select(sa.func.min(JobRow.run_after)).where(_state("queued"))
    paused = sa.exists().where(QueueControlRow.paused_at.is_not(None))
    found = work.session.execute(
        sa.select(
            paused.label("paused"),
            running.scalar_subquery().label("running"),
            heard.scalar_subquery().label("workers"),
            heard.where(WorkerRow.job_id.is_not(None)).scalar_subquery().label("busy"),
            oldest.scalar_subquery().label("oldest"),
            db_now().label("now"),
        )
    ).one()
    waited = 0.0 if found.oldest is None else max(0.0, (found.now - found.oldest).total_seconds())
    return QueueStats(bool(found.paused), found.running, found.workers, found.busy, waited)


def jobs_by_kind_and_state(work: UnitOfWork) -> Mapping[tuple[str, str], int]:
    """Jobs by (kind, state); only what there is."""
    query = sa.select(JobRow.kind, JobRow.state, sa.func.count()).group_by(JobRow.kind, JobRow.state)
    return {(kind, state): count for kind, state, count in work.session.execute(query)}


def albums_by_visibility(work: UnitOfWork) -> Mapping[str, int]:
    """Albums by visibility; only what there is."""
    query = sa.select(AlbumRow.visibility, sa.func.count()).group_by(AlbumRow.visibility)
    return {visibility: count for visibility, count in work.session.execute(query)}  # noqa: C416 - rows are no pairs


def bug_reports_by_status(work: UnitOfWork) -> Mapping[str, int]:
    """Bug reports by status; only what there is."""
    query = sa.select(BugReportRow.status, sa.func.count()).group_by(BugReportRow.status)
    return {status: count for status, count in work.session.execute(query)}  # noqa: C416 - rows are no pairs


def bug_reports_purged(work: UnitOfWork) -> int:
    """How many bug reports all purges deleted."""
    return int(work.session.scalar(sa.select(sa.func.coalesce(sa.func.sum(BugReportPurgeRow.count), 0))) or 0)


def images_by_source(work: UnitOfWork) -> Mapping[str, int]:
    """Images outside the trash by source; only what there is."""
    query = sa.select(ImageRow.source, sa.func.count()).where(ImageRow.deleted_at.is_(None)).group_by(ImageRow.source)
    return {source: count for source, count in work.session.execute(query)}  # noqa: C416 - rows are no pairs


def templates_and_users(work: UnitOfWork) -> tuple[int, int]:
    """How many set templates are not archived, and how many users may sign in."""
    templates = sa.select(sa.func.count()).where(SetTemplateRow.archived_at.is_(None))
    users = sa.select(sa.func.count()).where(UserRow.disabled_at.is_(None))
    found = work.session.execute(sa.select(templates.scalar_subquery(), users.scalar_subquery())).one()
    return found[0], found[1]


def get_storage_stats(work: UnitOfWork) -> StorageStats:
    """What lies in the blob store because a row names it, the trash included."""
    pictures = sa.select(sa.func.max(ImageRow.size_bytes).label("size")).group_by(ImageRow.digest).subquery()
    thumbnails = sa.select(sa.func.count(sa.distinct(ImageRow.thumbnail_digest))).scalar_subquery()
    size, count, thumbnail_count = work.session.execute(
        sa.select(sa.func.coalesce(sa.func.sum(pictures.c.size), 0), sa.func.count(), thumbnails).select_from(pictures)
    ).one()
    return StorageStats(int(size), count + thumbnail_count)


def _state(state: str) -> sa.ColumnElement[bool]:
    return JobRow.state == sa.literal(state, literal_execute=True)  # spelt out, so that the partial indexes serve
