"""What callers of the queue pass in and get back: filters, and jobs, workers and the queue as a caller may see them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from platemark.db.time_spans import WHENEVER, TimeSpan
from platemark.jobs.requests import CaptionJob, GenerateJob
from platemark.paging import Page

LONGEST_ESTIMATE_SECONDS = 31_536_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFilter:
    """Selects the jobs that match every field; an empty or None field matches all jobs.

    They are listed newest first, or the other way round if ``oldest_first``.
    """

    states: Collection[str] = ()
    kind: str | None = None
    set_run_id: UUID | None = None
    created_by: UUID | None = None
    created: TimeSpan = WHENEVER
    oldest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellationFilter:
    """Selects unfinished jobs: those of a user, ``everyone``'s, or by default the caller's, that match every field."""

    created_by: UUID | None = None
    everyone: bool = False
    set_run_id: UUID | None = None
    kind: str | None = None
    queued_only: bool = False


class JobCancellation(NamedTuple):
    """How many queued jobs were cancelled and how many running ones asked to stop, or would be in a dry run.

    ``more`` says whether others match: there is a limit.
    """

    dry_run: bool
    cancelled_count: int
    stopping_count: int
    more: bool


@dataclass(frozen=True, slots=True)
class Estimate:
    """How long work will take from now, in seconds: the median and the 90th percentile of ``basis_count`` past jobs."""

    p50_seconds: float
    p90_seconds: float
    basis_count: int

    def scaled(self, factor: float) -> Estimate:
        """The estimate for ``factor`` times the work, at most a year."""
        p50, p90 = (
            round(min(seconds * factor, LONGEST_ESTIMATE_SECONDS), 3)
            for seconds in (self.p50_seconds, self.p90_seconds)
        )
        return Estimate(p50, p90, self.basis_count)


@dataclass(frozen=True, slots=True)
class CaptionsView:
    """Progress of a caption job: its number of images, and how many of them ended with each outcome so far."""

    image_count: int
    outcomes: Mapping[str, int]


class JobReceipt(NamedTuple):
    """A job that was just queued."""

    id: UUID
    kind: str
    state: str
    position: int | None
    estimate: Estimate | None
    created_at: datetime


class JobView(NamedTuple):
    """A job as its reader may see it: ``request``, ``album_id`` and ``worker`` are None where they are hidden.

    A training job has no ``request``; its training run describes it.
    """

    id: UUID
    kind: str
    state: str
    priority: int
    progress: float
    attempt: int
    max_attempts: int
    request: GenerateJob | CaptionJob | None
    position: int | None
    estimate: Estimate | None
    cancel_requested: bool
    error_code: str | None
    error_message: str | None
    image_ids: tuple[UUID, ...]
    album_id: UUID | None
    set_run_id: UUID | None
    row_position: int | None
    training_run_id: UUID | None
    captions: CaptionsView | None
    created_by: UUID | None
    trace_id: str | None
    worker: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class JobList:
    """A page of jobs, and the number of jobs in each state; the counts ignore the filter's states and owner."""

    page: Page[JobView]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """The queue as a whole; ``running`` holds the ids of running jobs, the longest-running first."""

    paused_at: datetime | None
    depth: Mapping[str, int]
    running: Sequence[UUID]
    estimate: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerView:
    """A worker process as it last reported; ``job_id`` is the job that it is running."""

    id: str
    host: str
    pid: int
    device: str
    engines: tuple[str, ...]
    state: str
    job_id: UUID | None
    started_at: datetime
    heartbeat_at: datetime
