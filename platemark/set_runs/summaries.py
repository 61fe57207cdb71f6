"""Summing up the jobs of a set run: its state, progress, estimate and rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from platemark.access import Actor
from platemark.adapters.stored import read_adapters
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import estimates, workers
from platemark.jobs.views import Estimate
from platemark.set_runs import queries
from platemark.set_runs.grid_axes import Grid
from platemark.set_runs.views import CellView, SetRunRowView, SetRunView
from platemark.stored_rows import read_or_none

VIEWED = tuple(name for name in queries.RUN_COLUMNS if name not in ("adapters", "reused_count"))
"""The columns of a run that its view has as they are."""


@dataclass(slots=True)
class _JobTotals:
    """The jobs of one run: how many are in each state, the progress of those that run, first start and last finish."""

    counts: dict[str, int]
    running_progress: float = 0.0
    started_at: datetime | None = None
    finished_at: datetime | None = None

    @property
    def unfinished(self) -> int:
        return self.counts["queued"] + self.counts["running"]


def summarize(work: UnitOfWork, rows: Sequence[Any]) -> list[SetRunView]:
    """Views of the rows of ``queries``: one statement for the jobs of all, at most two for the estimates."""
    totals = _job_totals(work, [row.id for row in rows])
    one = estimates.estimate_per_image(work) if any(each.unfinished for each in totals.values()) else None
    alive = workers.count_alive(work) if one else 0
    return [_view(row, totals[row.id], one, alive) for row in rows]


def list_rows(work: UnitOfWork, run: SetRunView, *, by: Actor) -> list[SetRunRowView]:
    """The rows of a run, in their order."""
    images = dict(queries.list_job_images(work, run.id, is_grid=run.is_grid, by=by))
    places = run.grid.coordinates() if run.grid else ()
    return [
        SetRunRowView(
            position=job.row_position,
            state=job.state,
            job_id=job.id,
            image_id=images.get(job.id),
            error_code=job.error_code if job.state == "failed" else None,
            error_message=job.error_message if job.state == "failed" else None,
            cell=_cell(job, places, run.id),
        )
        for job in queries.list_row_jobs(work, run.id, is_grid=run.is_grid, by=by)
    ]


def _cell(job: queries.RowJob, places: Sequence[tuple[int, ...]], set_run_id: UUID) -> CellView | None:
    """The cell of a grid whose axes the caller may read."""
    if job.digest is None or job.row_position >= len(places):
        return None
    return CellView(places[job.row_position], job.digest, reused=job.of_run != set_run_id)


def _job_totals(work: UnitOfWork, set_run_ids: Collection[UUID]) -> dict[UUID, _JobTotals]:
    totals: dict[UUID, _JobTotals] = defaultdict(lambda: _JobTotals(dict.fromkeys(STATES, 0)))
    for row in queries.total_jobs(work, set_run_ids):
        total = totals[row.set_run_id]
        total.counts[row.state] = row.job_count
        if row.state == "running":
            total.running_progress = row.progress
        total.started_at = min(filter(None, (total.started_at, row.started_at)), default=None)
        total.finished_at = max(filter(None, (total.finished_at, row.finished_at)), default=None)
    return totals


def _view(row: Any, totals: _JobTotals, one: Estimate | None, alive: int) -> SetRunView:
    unfinished = totals.unfinished
    done = row.row_count - unfinished + totals.running_progress
    return SetRunView(
        **{name: getattr(row, name) for name in VIEWED},
        adapters=read_adapters(row.adapters, of=row.id) or (),
        seed=row.seed if row.is_readable else None,
        is_grid=row.grid is not None,
        grid=read_or_none(Grid.from_payload, row.grid, of=row.id) if row.grid and row.is_readable else None,
        state=row.state,
        counts={**totals.counts, "succeeded": totals.counts["succeeded"] + row.reused_count},
        progress=min(1.0, done / row.row_count),
        estimate=one.scaled(estimates.count_rounds(unfinished, alive)) if one and unfinished else None,
        started_at=totals.started_at,
        finished_at=None if unfinished else totals.finished_at or row.created_at,
    )
