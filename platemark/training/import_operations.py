"""What only imports do with training runs: insert those of an older studio, and delete them. Checks no permissions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from platemark.choices import IMPORTED_ENGINE
from platemark.db.rows import insert_row
from platemark.db.tables import TrainingRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.jobs import import_operations as jobs
from platemark.jobs.import_operations import DoneJob
from platemark.training import queries
from platemark.training.dataset import Dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRun:
    """A training run to insert. An older studio does not say which pictures it used: the dataset is empty."""

    id: UUID
    name: str
    description: str
    album_ids: Sequence[UUID]
    parameters: Mapping[str, Any]
    seed: int
    step: int
    steps: int
    train_loss: float | None
    held_out_loss: float | None
    created_by: UUID | None
    created_at: datetime


def insert_run(work: UnitOfWork, run: ImportedRun, job: DoneJob) -> None:
    """Insert a run and the job that did it."""
    nothing = Dataset(())
    values = {
        "id": run.id,
        "job_id": job.id,
        "name": run.name,
        "description": run.description,
        "engine": IMPORTED_ENGINE,
        "base": None,
        "album_ids": [str(it) for it in run.album_ids],
        "parameters": dict(run.parameters),
        "seed": run.seed,
        "dataset": nothing.payload(),
        "dataset_digest": nothing.digest,
        "image_count": 0,
        "captioned_count": 0,
        "held_out_count": 0,
        "step": run.step,
        "steps": run.steps,
        **queries.UNMEASURED,
        **queries.UNASKED,
        "train_loss": run.train_loss,
        "held_out_loss": run.held_out_loss,
        "created_by": run.created_by,
        "created_at": run.created_at,
        "updated_at": job.finished_at,
    }
    insert_row(work, TrainingRunRow, values)
    jobs.insert_jobs(work, [job])
    record(work, "training_run.created", run.id, job_id=job.id)


def job_of(work: UnitOfWork, training_run_id: UUID) -> UUID | None:
    """The job of a training run; None if the run is gone."""
    return work.session.scalar(select(TrainingRunRow.job_id).where(TrainingRunRow.id == training_run_id))


def delete_run(work: UnitOfWork, training_run_id: UUID, job_id: UUID) -> None:
    """Delete a run, if it is still there, and its job."""
    if job_of(work, training_run_id) is not None:
        queries.delete_run(work, training_run_id)
        record(work, "training_run.deleted", training_run_id)
    jobs.delete_job(work, job_id)
