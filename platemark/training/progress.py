"""What a worker writes of a run while it learns, with the beat that proves that the run is still its own."""

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
from platemark.events.service import record
from platemark.storage.blobs import BlobStore

LARGEST = 2.0**53 - 1
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_NAMES = 20
MANY = 200


@dataclass(frozen=True, slots=True)
class StoredSample:
    """A PNG that lies in the blob store; no row names it yet."""

    step: int
    digest: str
    size_bytes: int
    width: int
    height: int


@dataclass(slots=True)
class ProgressUpdate:
    """What is new of a run since the last beat. ``steps`` is 0 until the engine has told how many there are."""

    step: int = 0
    steps: int = 0
    metrics: dict[tuple[int, str], float] = field(default_factory=dict)
    samples: list[StoredSample] = field(default_factory=list)
    checkpoint_step: int | None = None
    steps_per_second: float | None = None

    def add_metrics(self, step: int, metrics: Mapping[str, float]) -> list[str]:
        """Take in measurements; the names of those that cannot be kept: no number, or too many names."""
        fitting = {name: value for name, value in list(metrics.items())[:MOST_NAMES] if is_storable(name, value)}
        self.metrics |= {(step, name): float(value) for name, value in fitting.items()}
        return [name for name in metrics if name not in fitting]


def is_storable(name: str, value: float) -> bool:
    """Whether a measurement can be kept."""
    return bool(NAME.fullmatch(name)) and math.isfinite(value) and abs(value) <= LARGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPlan:
    """What a run is to learn, as its row says."""

    id: UUID
    name: str
    engine: str
    base: str | None
    parameters: dict[str, Any]
    seed: int
    dataset: list[dict[str, Any]]
    dataset_digest: str
    step: int
    steps: int


def load_plan(work: UnitOfWork, training_run_id: UUID) -> TrainingPlan | None:
    """The run's plan; None where it was deleted."""
    columns = [getattr(TrainingRunRow, name) for name in TrainingPlan.__dataclass_fields__]
    row = work.session.execute(select(*columns).where(TrainingRunRow.id == training_run_id)).one_or_none()
    return None if row is None else TrainingPlan(**row._mapping)


def write_update(work: UnitOfWork, blobs: BlobStore, training_run_id: UUID, news: ProgressUpdate) -> None:
    """Write what is new, with the caller's transaction; writing it twice is as good as once."""
    if not news.steps:
        return
    before = work.session.execute(
        select(TrainingRunRow.step, TrainingRunRow.steps).where(TrainingRunRow.id == training_run_id)
    ).one()
    _write_metrics(work, training_run_id, news.metrics)
    for sample in news.samples:
        _write_sample(work, blobs, training_run_id, sample)
    changed = update(TrainingRunRow).where(TrainingRunRow.id == training_run_id).values(**_figures(work, news))
    work.session.execute(changed.execution_options(synchronize_session=False))
    hundredth = _hundredth(news.step, news.steps) != _hundredth(before.step, before.steps)
    if hundredth or news.samples or news.checkpoint_step is not None:
        record(work, "training_run.advanced", training_run_id, step=news.step, steps=news.steps)


def _figures(work: UnitOfWork, news: ProgressUpdate) -> dict[str, Any]:
    row = TrainingRunRow
    figures: dict[str, Any] = {
        "step": news.step,
        "steps": news.steps,
        "steps_per_second": news.steps_per_second,
        "updated_at": work.now(),
    }
    if news.checkpoint_step is not None:
        figures |= {"checkpoint_step": news.checkpoint_step, "checkpoint_at": db_now()}
    train, held_out = _series(news.metrics, "train_loss"), _series(news.metrics, "held_out_loss")
    if train:
        figures |= {"train_loss": train[-1], "best_train_loss": _least(row.best_train_loss, min(train))}
    if held_out:
        figures |= {
            "held_out_loss": held_out[-1],
            "first_held_out_loss": func.coalesce(row.first_held_out_loss, held_out[0]),
            "best_held_out_loss": _least(row.best_held_out_loss, min(held_out)),
        }
    return figures


def _series(metrics: Mapping[tuple[int, str], float], name: str) -> list[float]:
    """The measurements of one name, by step."""
    return [value for (_, of), value in sorted(metrics.items()) if of == name]


def _least(column: Any, value: float) -> Any:
    return case((column < value, column), else_=value)


def _write_metrics(work: UnitOfWork, run_id: UUID, metrics: Mapping[tuple[int, str], float]) -> None:
    dialect = postgresql if work.dialect == "postgresql" else sqlite
    rows = [
        {"training_run_id": run_id, "step": step, "name": name, "value": value}
        for (step, name), value in metrics.items()
    ]
    for some in _batches(rows):
        statement = dialect.insert(TrainingMetricRow).values(some)
        keys = ["training_run_id", "step", "name"]
        work.session.execute(
            statement.on_conflict_do_update(index_elements=keys, set_={"value": statement.excluded.value})
        )


def _batches(rows: Sequence[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    return (list(rows[first : first + MANY]) for first in range(0, len(rows), MANY))


def _write_sample(work: UnitOfWork, blobs: BlobStore, run_id: UUID, sample: StoredSample) -> None:
    require_blobs(work, blobs, sample.digest)
    dialect = postgresql if work.dialect == "postgresql" else sqlite
    facts = {"digest": sample.digest, "size_bytes": sample.size_bytes, "width": sample.width, "height": sample.height}
    statement = dialect.insert(TrainingSampleRow).values(
        training_run_id=run_id, step=sample.step, created_at=work.now(), **facts
    )
    keys = ["training_run_id", "step"]
    work.session.execute(statement.on_conflict_do_update(index_elements=keys, set_=facts))


def _hundredth(step: int, steps: int) -> int:
    return step * 100 // steps if steps else -1
