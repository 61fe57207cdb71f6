"""Stores the progress of a training run, in the same transaction as the heartbeat of its worker."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from platemark.blob_references import require_blobs
from platemark.db.tables import TrainingMetricRow, TrainingRunRow, TrainingSampleRow
from platemark.db.types import db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import TrainingWishes
from platemark.events.service import record
from platemark.storage.blobs import BlobStore
from platemark.training import wishes

MAX_VALUE = 2.0**53 - 1
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
MAX_NAMES = 20
BATCH_SIZE = 200


@dataclass(frozen=True, slots=True)
class StoredSample:
    """A sample image, a PNG in the blob store; no row refers to it yet."""

    step: int
    digest: str
    size_bytes: int
    width: int
    height: int


@dataclass(slots=True)
class ProgressUpdate:
    """What a run did since the last heartbeat. ``steps`` is 0 until the engine has reported the number of steps.

    ``done`` are the wishes of users that it fulfilled, or cannot.
    """

    step: int = 0
    steps: int = 0
    metrics: dict[tuple[int, str], float] = field(default_factory=dict)
    samples: list[StoredSample] = field(default_factory=list)
    checkpoint_step: int | None = None
    steps_per_second: float | None = None
    done: TrainingWishes = field(default_factory=TrainingWishes)

    def add_metrics(self, step: int, metrics: Mapping[str, float]) -> list[str]:
        """Add metrics; the names of those that were dropped: not a number, or too many names."""
        accepted = {name: value for name, value in list(metrics.items())[:MAX_NAMES] if is_storable(name, value)}
        self.metrics |= {(step, name): float(value) for name, value in accepted.items()}
        return [name for name in metrics if name not in accepted]


def is_storable(name: str, value: float) -> bool:
    """Whether the metric can be stored: a proper name and a finite number."""
    return bool(NAME.fullmatch(name)) and math.isfinite(value) and abs(value) <= MAX_VALUE


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """What a run is to learn, from its row."""

    id: UUID
    name: str
    description: str
    engine: str
    base: str | None
    parameters: dict[str, Any]
    seed: int
    dataset: list[dict[str, Any]]
    dataset_digest: str
    step: int
    steps: int


def load_plan(work: UnitOfWork, training_run_id: UUID) -> TrainingPlan | None:
    """The plan of a run; None if the run was deleted."""
    columns = [getattr(TrainingRunRow, name) for name in TrainingPlan.__dataclass_fields__]
    row = work.session.execute(select(*columns).where(TrainingRunRow.id == training_run_id)).one_or_none()
    return None if row is None else TrainingPlan(**row._mapping)


def write_progress(work: UnitOfWork, blobs: BlobStore, training_run_id: UUID, progress: ProgressUpdate) -> None:
    """Store an update in the caller's transaction; storing it twice has no further effect."""
    if not progress.steps:
        return
    previous = work.session.execute(
        select(TrainingRunRow.step, TrainingRunRow.steps).where(TrainingRunRow.id == training_run_id)
    ).one()
    _write_metrics(work, training_run_id, progress.metrics)
    wishes.drop(work, training_run_id, progress.done)
    for sample in progress.samples:
        _write_sample(work, blobs, training_run_id, sample)
    statement = update(TrainingRunRow).where(TrainingRunRow.id == training_run_id).values(**_run_values(work, progress))
    work.session.execute(statement.execution_options(synchronize_session=False))
    next_hundredth = _hundredth(progress.step, progress.steps) != _hundredth(previous.step, previous.steps)
    if next_hundredth or progress.samples or progress.checkpoint_step is not None:
        record(work, "training_run.advanced", training_run_id, step=progress.step, steps=progress.steps)


def _run_values(work: UnitOfWork, progress: ProgressUpdate) -> dict[str, Any]:
    row = TrainingRunRow
    values: dict[str, Any] = {
        "step": progress.step,
        "steps": progress.steps,
        "steps_per_second": progress.steps_per_second,
        "updated_at": work.now(),
    }
    if progress.checkpoint_step is not None:
        values |= {"checkpoint_step": progress.checkpoint_step, "checkpoint_at": db_now()}
    train, held_out = _series(progress.metrics, "train_loss"), _series(progress.metrics, "held_out_loss")
    if train:
        values |= {"train_loss": train[-1], "best_train_loss": _least(row.best_train_loss, min(train))}
    if held_out:
        values |= {
            "held_out_loss": held_out[-1],
            "first_held_out_loss": func.coalesce(row.first_held_out_loss, held_out[0]),
            "best_held_out_loss": _least(row.best_held_out_loss, min(held_out)),
        }
    return values


def _series(metrics: Mapping[tuple[int, str], float], name: str) -> list[float]:
    """The values of one metric, by step."""
    return [value for (_, metric), value in sorted(metrics.items()) if metric == name]


def _least(column: Any, value: float) -> Any:
    return case((column < value, column), else_=value)


def _write_metrics(work: UnitOfWork, run_id: UUID, metrics: Mapping[tuple[int, str], float]) -> None:
    dialect = postgresql if work.dialect == "postgresql" else sqlite
    rows = [
        {"training_run_id": run_id, "step": step, "name": name, "value": value}
        for (step, name), value in metrics.items()
    ]
    for batch in _batches(rows):
        statement = dialect.insert(TrainingMetricRow).values(batch)
        keys = ["training_run_id", "step", "name"]
        work.session.execute(
            statement.on_conflict_do_update(index_elements=keys, set_={"value": statement.excluded.value})
        )


def _batches(rows: Sequence[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    return (list(rows[start : start + BATCH_SIZE]) for start in range(0, len(rows), BATCH_SIZE))


def _write_sample(work: UnitOfWork, blobs: BlobStore, run_id: UUID, sample: StoredSample) -> None:
    require_blobs(work, blobs, sample.digest)
    dialect = postgresql if work.dialect == "postgresql" else sqlite
    values = {"digest": sample.digest, "size_bytes": sample.size_bytes, "width": sample.width, "height": sample.height}
    statement = dialect.insert(TrainingSampleRow).values(
        training_run_id=run_id, step=sample.step, created_at=work.now(), **values
    )
    keys = ["training_run_id", "step"]
    work.session.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))


def _hundredth(step: int, steps: int) -> int:
    return step * 100 // steps if steps else -1
