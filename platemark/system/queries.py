"""Counts rows, in few statements."""

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
    """The current queue. ``oldest_ready_seconds``: how long the oldest queued job has been ready, 0 if there is none.

    ``busy`` of the ``workers`` are running a job.
    """

    paused: bool
    running: int
    workers: int
    busy: int
    oldest_ready_seconds: float


@dataclass(frozen=True, slots=True)
class StorageStats:
    """The stored files: ``blobs`` counts images and thumbnails, each once; ``bytes`` is the size of the images."""

    bytes: int
    blobs: int


def get_queue_stats(work: UnitOfWork, *, lease_ms: int) -> QueueStats:
    """The queue, and the workers that reported within a lease, by the database's clock."""
    alive = sa.select(sa.func.count()).where(WorkerRow.heartbeat_at >= shifted(db_now(), -lease_ms))
    running = sa.select(sa.func.count()).where(_state("running"))
    oldest = sa.select(sa.func.min(JobRow.run_after)).where(_state("queued"))
    paused = sa.exists().where(QueueControlRow.paused_at.is_not(None))
    row = work.session.execute(
        sa.select(
            paused.label("paused"),
            running.scalar_subquery().label("running"),
            alive.scalar_subquery().label("workers"),
            alive.where(WorkerRow.job_id.is_not(None)).scalar_subquery().label("busy"),
            oldest.scalar_subquery().label("oldest"),
            db_now().label("now"),
        )
    ).one()
    waited = 0.0 if row.oldest is None else max(0.0, (row.now - row.oldest).total_seconds())
    return QueueStats(bool(row.paused), row.running, row.workers, row.busy, waited)


def count_albums_by_visibility(work: UnitOfWork) -> Mapping[str, int]:
    """Albums by visibility; without zeros."""
    query = sa.select(AlbumRow.visibility, sa.func.count()).group_by(AlbumRow.visibility)
    return {visibility: count for visibility, count in work.session.execute(query)}  # noqa: C416 - rows are not pairs


def count_bug_reports_by_status(work: UnitOfWork) -> Mapping[str, int]:
    """Bug reports by status; without zeros."""
    query = sa.select(BugReportRow.status, sa.func.count()).group_by(BugReportRow.status)
    return {status: count for status, count in work.session.execute(query)}  # noqa: C416 - rows are not pairs


def count_purged_bug_reports(work: UnitOfWork) -> int:
    """The number of bug reports that purges have deleted."""
    return int(work.session.scalar(sa.select(sa.func.coalesce(sa.func.sum(BugReportPurgeRow.count), 0))) or 0)


def count_images_by_source(work: UnitOfWork) -> Mapping[str, int]:
    """Images outside the trash by source; without zeros."""
    query = sa.select(ImageRow.source, sa.func.count()).where(ImageRow.deleted_at.is_(None)).group_by(ImageRow.source)
    return {source: count for source, count in work.session.execute(query)}  # noqa: C416 - rows are not pairs


def count_templates_and_users(work: UnitOfWork) -> tuple[int, int]:
    """The numbers of set templates that are not archived and of users that are not disabled."""
    templates = sa.select(sa.func.count()).where(SetTemplateRow.archived_at.is_(None))
    users = sa.select(sa.func.count()).where(UserRow.disabled_at.is_(None))
    row = work.session.execute(sa.select(templates.scalar_subquery(), users.scalar_subquery())).one()
    return row[0], row[1]


def get_storage_stats(work: UnitOfWork) -> StorageStats:
    """The files in the blob store that rows refer to, including the trash."""
    images = sa.select(sa.func.max(ImageRow.size_bytes).label("size")).group_by(ImageRow.digest).subquery()
    thumbnails = sa.select(sa.func.count(sa.distinct(ImageRow.thumbnail_digest))).scalar_subquery()
    size, count, thumbnail_count = work.session.execute(
        sa.select(sa.func.coalesce(sa.func.sum(images.c.size), 0), sa.func.count(), thumbnails).select_from(images)
    ).one()
    return StorageStats(int(size), count + thumbnail_count)


def _state(state: str) -> sa.ColumnElement[bool]:
    return JobRow.state == sa.literal(state, literal_execute=True)  # a literal, so that the partial indexes apply
