"""Statistics of training, counted from the rows: numbers of runs, and the speed, losses and silence of running ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from platemark.db.kept_counts import reading
from platemark.db.statements import Statement, row_of
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


class RunningRuns(NamedTuple):
    """All running runs together, and the database's time."""

    steps_per_second: float
    oldest_report: datetime | None
    now: datetime


def get_training_stats(work: UnitOfWork) -> TrainingStats:
    """The current statistics."""
    running = RUNNING.one(work)
    silent = 0.0 if running.oldest_report is None else (running.now - running.oldest_report).total_seconds()
    return TrainingStats(
        runs=_in_every_state(reading.count_training_runs(work)),
        adapters=reading.count_by_value(work, "adapters"),
        steps_per_second=float(running.steps_per_second),
        silent_seconds=max(0.0, silent),
        losses=_measured(LOSSES_OF_RUNNING.all(work)),
    )


def _running() -> sa.Select[Any]:
    run, job = TrainingRunRow, JobRow
    last_report = sa.case((run.updated_at > job.started_at, run.updated_at), else_=job.started_at)
    columns = (
        sa.func.coalesce(sa.func.sum(run.steps_per_second), 0.0),
        sa.type_coerce(sa.func.min(last_report), run.updated_at.type),
        db_now(),
    )
    return sa.select(*columns).join_from(run, job, job.id == run.job_id).where(IS_RUNNING)


IS_RUNNING = TrainingRunRow.id.in_(reading.training_runs_in_state("running"))
RUNNING = Statement(_running(), RunningRuns._make)
RUN_WITH_LOSSES = sa.select(TrainingRunRow.id, TrainingRunRow.engine, *LOSSES.values())
LOSSES_OF_RUNNING = Statement(RUN_WITH_LOSSES.where(IS_RUNNING).order_by(TrainingRunRow.id), row_of(RUN_WITH_LOSSES))


def _in_every_state(runs: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Add the states without runs: Prometheus sees no increase when a series first appears."""
    engines = sorted({engine for engine, _ in runs})
    return {(engine, state): runs.get((engine, state), 0) for engine in engines for state in STATES}


def _measured(rows: Iterable[Any]) -> dict[tuple[str, str, str], float]:
    losses = {
        (str(row.id), row.engine, kind): getattr(row, column.key) for row in rows for kind, column in LOSSES.items()
    }
    return {labels: loss for labels, loss in losses.items() if loss is not None}
