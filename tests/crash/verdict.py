"""The check after a chaos test: which guarantees of the queue were violated."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from platemark.db.engine import Database
from platemark.db.tables import EventRow, ImageRow, JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.storage.blobs import FolderBlobStore

FINAL_EVENTS = ("job.succeeded", "job.failed", "job.cancelled")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many jobs violate which guarantee; all are expected to be 0, except ``cancelled`` and ``attempts``."""

    lost: int
    """Committed and not in the table, or succeeded without their images."""
    duplicated: int
    """With two final events, or more images than requested."""
    stuck: int
    """Still queued or running when the run was over."""
    failed: int
    """Failed, although each had enough attempts."""
    uncancelled: int
    """Succeeded, although their cancellation was accepted."""
    corrupted: int
    """Images whose bytes are missing or do not match their digest."""
    cancelled: int
    attempts: int
    """Attempts after the first, of all jobs."""

    @property
    def violated(self) -> bool:
        """Whether a guarantee was violated."""
        return any((self.lost, self.duplicated, self.stuck, self.failed, self.uncancelled, self.corrupted))


def judge(
    database: Database, blobs: FolderBlobStore, requested: Mapping[UUID, int], cancelled: Collection[UUID]
) -> Verdict:
    """Check every requested job, given with its number of images; ``cancelled`` are those whose cancel was accepted."""
    with UnitOfWork(database, write=False) as work:
        jobs = {row.id: row for row in work.session.execute(select(JobRow.id, JobRow.state, JobRow.attempt))}
        final_events = work.session.scalars(select(EventRow.subject_id).where(EventRow.kind.in_(FINAL_EVENTS)))
        end_counts = Counter(final_events)
        images = work.session.execute(select(ImageRow.job_id, ImageRow.digest, ImageRow.thumbnail_digest)).all()
    image_counts = Counter(image.job_id for image in images)
    expected = {job.id: requested.get(job.id, 0) if job.state == "succeeded" else 0 for job in jobs.values()}
    states = Counter(job.state for job in jobs.values())
    return Verdict(
        lost=len(set(requested) - set(jobs)) + sum(image_counts[job_id] < expected[job_id] for job_id in jobs),
        duplicated=sum(end_counts[job_id] > 1 or image_counts[job_id] > expected[job_id] for job_id in jobs),
        stuck=states["queued"] + states["running"],
        failed=states["failed"],
        uncancelled=sum(jobs[job_id].state == "succeeded" for job_id in cancelled if job_id in jobs),
        corrupted=sum(not _is_intact(blobs, digest) for image in images for digest in image[1:]),
        cancelled=states["cancelled"],
        attempts=sum(max(job.attempt - 1, 0) for job in jobs.values()),
    )


def _is_intact(blobs: FolderBlobStore, digest: str) -> bool:
    return blobs.exists(digest) and hashlib.sha256(blobs.read(digest)).hexdigest() == digest
