"""What an attack left, held against what the queue promises."""

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

ENDS = ("job.succeeded", "job.failed", "job.cancelled")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many jobs broke which promise; all of it should be nothing, but for ``cancelled`` and ``attempts``."""

    lost: int
    """Asked for and committed, and not there; or succeeded without its pictures."""
    twice: int
    """With two ends, or more pictures than were asked for."""
    stuck: int
    """Neither done nor given up when all was over."""
    failed: int
    """Given up, though each had attempts enough."""
    disobeyed: int
    """Succeeded although the request to cancel it had been accepted."""
    spoilt: int
    """Pictures whose bytes are not there, or are not theirs."""
    cancelled: int
    attempts: int
    """Attempts above the first, of all jobs."""

    @property
    def broken(self) -> bool:
        """Whether a promise was broken."""
        return any((self.lost, self.twice, self.stuck, self.failed, self.disobeyed, self.spoilt))


def judge(
    database: Database, blobs: FolderBlobStore, asked: Mapping[UUID, int], cancelled: Collection[UUID]
) -> Verdict:
    """Look at every job that was asked for, with how many pictures; ``cancelled`` was accepted to be."""
    with UnitOfWork(database, write=False) as work:
        jobs = {row.id: row for row in work.session.execute(select(JobRow.id, JobRow.state, JobRow.attempt))}
        ends = Counter(work.session.scalars(select(EventRow.subject_id).where(EventRow.kind.in_(ENDS))))
        pictures = work.session.execute(select(ImageRow.job_id, ImageRow.digest, ImageRow.thumbnail_digest)).all()
    made = Counter(picture.job_id for picture in pictures)
    due = {job.id: asked.get(job.id, 0) if job.state == "succeeded" else 0 for job in jobs.values()}
    states = Counter(job.state for job in jobs.values())
    return Verdict(
        lost=len(set(asked) - set(jobs)) + sum(made[id_] < due[id_] for id_ in jobs),
        twice=sum(ends[id_] > 1 or made[id_] > due[id_] for id_ in jobs),
        stuck=states["queued"] + states["running"],
        failed=states["failed"],
        disobeyed=sum(jobs[id_].state == "succeeded" for id_ in cancelled if id_ in jobs),
        spoilt=sum(not _whole(blobs, digest) for picture in pictures for digest in picture[1:]),
        cancelled=states["cancelled"],
        attempts=sum(max(job.attempt - 1, 0) for job in jobs.values()),
    )


def _whole(blobs: FolderBlobStore, digest: str) -> bool:
    return blobs.exists(digest) and hashlib.sha256(blobs.read(digest)).hexdigest() == digest
