"""How long work will probably take, from what the studio's own jobs took.

The basis are the last 200 jobs that succeeded of the same kind and engine: the seconds from start to finish of each,
divided by the pictures it made. Below five there is no estimate. From their median and ninth decile, ``p``:

    a queued job     p x its pictures x ceil((position + 1) / workers)
    a running job    p x its pictures x (1 - progress)
    n jobs to come   p x ceil(n / workers)

with the workers alive now, at least one. Jobs ahead are taken to be like the job itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from sqlalchemy import select

from platemark.db.tables import JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import workers

BASIS = 200
LEAST = 5
LONGEST_SECONDS = 31_536_000.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds from now that half, and nine tenths, of such work do not exceed; and how many jobs say so."""

    p50_seconds: float
    p90_seconds: float
    basis_count: int

    def scaled(self, factor: float) -> Estimate:
        """The estimate for ``factor`` times the work."""
        p50, p90 = (
            round(min(seconds * factor, LONGEST_SECONDS), 3) for seconds in (self.p50_seconds, self.p90_seconds)
        )
        return Estimate(p50, p90, self.basis_count)


def estimate_per_image(work: UnitOfWork, *, kind: str = "generate", engine: str | None = None) -> Estimate | None:
    """What one picture takes a worker, by any engine where none is named; None where too few jobs say."""
    finished = (
        select(JobRow.started_at, JobRow.finished_at, JobRow.payload["count"].as_integer().label("pictures"))
        .where(JobRow.kind == kind, JobRow.state == "succeeded", JobRow.started_at.is_not(None))
        .order_by(JobRow.finished_at.desc())
        .limit(BASIS)
    )
    if engine is not None:
        finished = finished.where(JobRow.engine == engine)
    rows = work.session.execute(finished).all()
    return estimate_from_durations(
        [(row.finished_at - row.started_at).total_seconds() / (row.pictures or 1) for row in rows]
    )


def estimate_from_durations(seconds: Sequence[float]) -> Estimate | None:
    """Median and ninth decile; None of fewer than five."""
    if len(seconds) < LEAST:
        return None
    ordered = sorted(max(0.0, each) for each in seconds)
    return Estimate(median(ordered), ordered[ceil(len(ordered) * 0.9) - 1], len(ordered))


def estimate_jobs(
    work: UnitOfWork, count: int, *, kind: str = "generate", engine: str | None = None
) -> Estimate | None:
    """When ``count`` jobs of one picture each would be done, if the workers had nothing else to do."""
    one = estimate_per_image(work, kind=kind, engine=engine)
    return one.scaled(count_rounds(count, workers.count_alive(work))) if one else None


def count_rounds(count: int, worker_count: int) -> int:
    """How many times the workers have to set to, for ``count`` jobs."""
    return ceil(count / max(1, worker_count))


def _times(seconds: float, factor: float) -> float:
    return round(min(seconds * factor, LONGEST_SECONDS), 3)
