"""Estimates of how long jobs will take, from the studio's own history.

The basis is the last 200 succeeded jobs of the same kind and engine: the seconds from start to finish of each, divided
by its number of images. Fewer than five jobs give no estimate. With ``p``, their median or 90th percentile:

    a queued job     p x its images x ceil((position + 1) / workers)
    a running job    p x its images x (1 - progress)
    n more jobs      p x ceil(n / workers)

where workers is the number of live workers, at least one. Jobs ahead are assumed to be like the job itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from statistics import median
from typing import Any

from sqlalchemy import Row, select

from platemark.db.tables import JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import workers
from platemark.jobs.views import Estimate

MAX_BASIS = 200
MIN_BASIS = 5


def estimate_per_image(work: UnitOfWork, *, kind: str = "generate", engine: str | None = None) -> Estimate | None:
    """How long a worker takes for one image, by any engine if none is named; None if too few jobs have succeeded."""
    history = (
        select(JobRow.started_at, JobRow.finished_at, JobRow.payload["count"].as_integer().label("image_count"))
        .where(JobRow.kind == kind, JobRow.state == "succeeded", JobRow.started_at.is_not(None))
        .order_by(JobRow.finished_at.desc())
        .limit(MAX_BASIS)
    )
    if engine is not None:
        history = history.where(JobRow.engine == engine)
    return estimate_from_durations([_seconds_per_image(row) for row in work.session.execute(history)])


def estimate_from_durations(seconds: Sequence[float]) -> Estimate | None:
    """The median and the 90th percentile of ``seconds``; None for fewer than five values."""
    if len(seconds) < MIN_BASIS:
        return None
    ordered = sorted(max(0.0, value) for value in seconds)
    return Estimate(median(ordered), ordered[ceil(len(ordered) * 0.9) - 1], len(ordered))


def estimate_jobs(work: UnitOfWork, count: int) -> Estimate | None:
    """When ``count`` generate jobs of one image each would be done if the workers had nothing else to do."""
    per_image = estimate_per_image(work)
    return per_image.scaled(count_rounds(count, workers.count_alive(work))) if per_image else None


def count_rounds(job_count: int, worker_count: int) -> int:
    """How many jobs in a row the busiest worker has to do, if ``worker_count`` workers share ``job_count`` jobs."""
    return ceil(job_count / max(1, worker_count))


def _seconds_per_image(row: Row[Any]) -> float:
    seconds: float = (row.finished_at - row.started_at).total_seconds()
    return seconds / (row.image_count or 1)
