"""Estimates of how long jobs will take, from the studio's own history.

The basis is the last 200 succeeded jobs of the same kind and engine: the seconds from start to finish of each, divided
by its number of images. Fewer than five jobs give no estimate. With ``p``, their median or 90th percentile:

    a queued job     p x its images x ceil((position + 1) / workers)
    a running job    p x its images x (1 - progress)
    n more jobs      p x ceil(n / workers)

where workers is the number of live workers, at least one. Jobs ahead are assumed to be like the job itself.

``p`` is kept for each kind and engine (``job_estimates``), so that an estimate is a single row; maintenance calls
``update_estimates`` every few seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from statistics import median
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, String, Uuid, bindparam, delete, select, text
from sqlalchemy.dialects import postgresql, sqlite

from platemark.db.job_estimates import JOB_ESTIMATES
from platemark.db.statements import Statement
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import workers
from platemark.jobs.statements import JOB, in_state
from platemark.jobs.views import Estimate

MAX_BASIS = 200
MIN_BASIS = 5
ANY_ENGINE = ""

ESTIMATE = JOB_ESTIMATES.c
THE_KIND, THE_ENGINE = bindparam("the_kind", type_=String()), bindparam("the_engine", type_=String())


class Outdated(NamedTuple):
    """A kind and an engine for which jobs have succeeded since their estimate was made, ``job_id`` last."""

    kind: str
    engine: str
    job_id: UUID


FIND_OUTDATED = Statement(
    text(
        """
    WITH RECURSIVE pairs (kind, engine) AS (
      SELECT
        (SELECT kind FROM jobs WHERE state = 'succeeded' ORDER BY kind, engine LIMIT 1),
        (SELECT engine FROM jobs WHERE state = 'succeeded' ORDER BY kind, engine LIMIT 1)
      UNION ALL
      SELECT
        (SELECT kind FROM jobs
         WHERE state = 'succeeded' AND (kind, engine) > (pairs.kind, pairs.engine) ORDER BY kind, engine LIMIT 1),
        (SELECT engine FROM jobs
         WHERE state = 'succeeded' AND (kind, engine) > (pairs.kind, pairs.engine) ORDER BY kind, engine LIMIT 1)
      FROM pairs WHERE kind IS NOT NULL
    ),
    newest (kind, engine, job_id) AS (
      SELECT kind, engine, (
        SELECT id FROM jobs
        WHERE state = 'succeeded' AND kind = pairs.kind AND engine = pairs.engine
        ORDER BY finished_at DESC, id DESC LIMIT 1
      )
      FROM pairs WHERE kind IS NOT NULL
    )
    SELECT newest.kind, newest.engine, newest.job_id
    FROM newest LEFT JOIN job_estimates AS kept ON kept.kind = newest.kind AND kept.engine = newest.engine
    WHERE kept.newest_job_id IS NULL OR kept.newest_job_id <> newest.job_id
    ORDER BY newest.kind, newest.engine
    """
    ).columns(kind=String(), engine=String(), job_id=Uuid()),
    Outdated._make,
)
"""The kinds and engines of succeeded jobs, found by skipping from one to the next in the index of their durations."""


def estimate_per_image(work: UnitOfWork, *, kind: str = "generate", engine: str = ANY_ENGINE) -> Estimate | None:
    """How long a worker takes for one image, by any engine if none is named; None if too few jobs have succeeded."""
    return KEPT.first(work, the_kind=kind, the_engine=engine)


def to_estimate(p50_seconds: float | None, p90_seconds: float | None, basis_count: int | None) -> Estimate | None:
    """The estimate that is kept in these columns of ``job_estimates``; None for too few jobs."""
    if p50_seconds is None or p90_seconds is None or basis_count is None or basis_count < MIN_BASIS:
        return None
    return Estimate(p50_seconds, p90_seconds, basis_count)


def estimate_jobs(work: UnitOfWork, count: int) -> Estimate | None:
    """When ``count`` generate jobs of one image each would be done if the workers had nothing else to do."""
    per_image = estimate_per_image(work)
    return per_image.scaled(count_rounds(count, workers.count_alive(work))) if per_image else None


def count_rounds(job_count: int, worker_count: int) -> int:
    """How many jobs in a row the busiest worker has to do, if ``worker_count`` workers share ``job_count`` jobs."""
    return ceil(job_count / max(1, worker_count))


def find_outdated(work: UnitOfWork) -> list[Outdated]:
    """For which kinds and engines jobs have succeeded since ``update_estimates``."""
    return FIND_OUTDATED.all(work)


def update_estimates(work: UnitOfWork) -> None:
    """Make the estimates of these kinds and engines anew, and those of the kinds by any engine."""
    outdated = find_outdated(work)
    of_kinds = {each.kind: each for each in outdated}.values()
    for kind, engine, job_id in sorted({*outdated, *(each._replace(engine=ANY_ENGINE) for each in of_kinds)}):
        history = OF_ANY_ENGINE if engine == ANY_ENGINE else OF_ENGINE
        _keep(work, kind, engine, sorted(history.all(work, the_kind=kind, the_engine=engine)), job_id)


def rebuild_estimates(work: UnitOfWork) -> None:
    """Make all estimates anew."""
    work.session.execute(delete(JOB_ESTIMATES))
    update_estimates(work)


def _history(*engine: Any) -> Select[Any]:
    """The last jobs of a kind that have succeeded."""
    succeeded = (JOB.kind == THE_KIND, in_state("succeeded"), JOB.started_at.is_not(None), *engine)
    return (
        select(JOB.started_at, JOB.finished_at, JOB.payload)
        .where(*succeeded)
        .order_by(JOB.finished_at.desc())
        .limit(MAX_BASIS)
    )


def _keep(work: UnitOfWork, kind: str, engine: str, ordered: Sequence[float], job_id: UUID) -> None:
    values = {
        "p50_seconds": median(ordered) if ordered else 0.0,
        "p90_seconds": ordered[ceil(len(ordered) * 0.9) - 1] if ordered else 0.0,
        "basis_count": len(ordered),
        "newest_job_id": job_id,
    }
    dialect = postgresql if work.dialect == "postgresql" else sqlite
    insert = dialect.insert(JOB_ESTIMATES).values(kind=kind, engine=engine, **values)
    work.session.execute(insert.on_conflict_do_update(index_elements=["kind", "engine"], set_=values))


def image_count(payload: Any) -> int:
    """The number of images of a job with this payload."""
    count = payload.get("count") if isinstance(payload, dict) else None
    return count if isinstance(count, int) and count > 0 else 1


def _seconds_per_image(row: Sequence[Any]) -> float:
    started_at, finished_at, payload = row
    seconds: float = (finished_at - started_at).total_seconds()
    return max(0.0, seconds) / image_count(payload)


OF_ANY_ENGINE = Statement(_history(), _seconds_per_image)
OF_ENGINE = Statement(_history(JOB.engine == THE_ENGINE), _seconds_per_image)
KEPT = Statement(
    select(ESTIMATE.p50_seconds, ESTIMATE.p90_seconds, ESTIMATE.basis_count).where(
        ESTIMATE.kind == THE_KIND, ESTIMATE.engine == THE_ENGINE
    ),
    lambda kept: to_estimate(*kept),
)
