"""Statistics of training, counted from the rows: numbers of runs, and the speed, losses and silence of running ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from platemark.db.kept_counts import reading
from platemark.db.tables import JobRow, TrainingRunRow
from platemark.db.tables.jobs import STATES
from platemark.db.types import db_now
from platemark.db.unit_of_work import UnitOfWork

LOSSES: Mapping[str, InstrumentedAttribute[float | None]] = {
    "train": TrainingRunRow.train_loss,
    "held_out": TrainingRunRow.held_out_loss,
    "best_held_out": TrainingRunRow.best_held_out_loss,
}
"""The latest training loss, the latest held-out loss, and the lowest held-out loss so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingStats:
    """Statistics of training. ``runs`` by engine and state, with every state of each engine that ever trained;
    ``adapters`` by format, without zeros.

    ``steps_per_second`` is the sum over running runs. ``silent_seconds`` is the longest time that a running run has
    reported no step, 0 if none is running. ``losses`` by run, engine and kind (``LOSSES``), only of running runs, which
    bounds their number by that of the workers, and only those that were measured.
    """

    runs: Mapping[tuple[str, str], int]
    adapters: Mapping[str, int]
    steps_per_second: float
    silent_seconds: float
    losses: Mapping[tuple[str, str, str], float]


def get_training_stats(work: UnitOfWork) -> TrainingStats:
    """The current statistics."""
    job = sa.join(TrainingRunRow, JobRow, JobRow.id == TrainingRunRow.job_id)
    state = sa.select(JobRow.state).where(JobRow.id == TrainingRunRow.job_id).scalar_subquery()  # no join with all jobs
    run = sa.select(TrainingRunRow.engine, state.label("state")).subquery()
    counts = sa.select(run.c.engine, run.c.state, sa.func.count()).group_by(run.c.engine, run.c.state)
    runs = work.session.execute(counts)
    last_report = sa.case(
        (TrainingRunRow.updated_at > JobRow.started_at, TrainingRunRow.updated_at), else_=JobRow.started_at
    )
    is_running = JobRow.state == sa.literal("running", literal_execute=True)
    running = TrainingRunRow.job_id.in_(sa.select(JobRow.id).where(is_running))  # of few jobs, found first
    speed, oldest, now = work.session.execute(
        sa.select(
            sa.func.coalesce(sa.func.sum(TrainingRunRow.steps_per_second), 0.0),
            sa.type_coerce(sa.func.min(last_report), TrainingRunRow.updated_at.type),
            db_now(),
        )
        .select_from(job)
        .where(running)
    ).one()
    losses = sa.select(TrainingRunRow.id, TrainingRunRow.engine, *LOSSES.values()).select_from(job).where(running)
    return TrainingStats(
        runs=_in_every_state({(engine, state): count for engine, state, count in runs}),
        adapters=reading.count_by_value(work, "adapters"),
        steps_per_second=float(speed),
        silent_seconds=0.0 if oldest is None else max(0.0, (now - oldest).total_seconds()),
        losses=_measured(work.session.execute(losses.order_by(TrainingRunRow.id))),
    )


def _in_every_state(runs: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Add the states without runs: Prometheus sees no increase when a series first appears."""
    engines = sorted({engine for engine, _ in runs})
    return {(engine, state): runs.get((engine, state), 0) for engine in engines for state in STATES}


def _measured(rows: Iterable[sa.Row[*tuple[Any, ...]]]) -> dict[tuple[str, str, str], float]:
    losses = {
        (str(row.id), row.engine, kind): getattr(row, column.key) for row in rows for kind, column in LOSSES.items()
    }
    return {labels: loss for labels, loss in losses.items() if loss is not None}
