"""What only imports do with set runs: insert those that an older studio has done, and delete them. No permissions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from platemark.choices import IMPORTED_ENGINE
from platemark.db.rows import delete_row
from platemark.db.tables import SetRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import import_operations as jobs
from platemark.jobs.import_operations import DoneJob
from platemark.set_runs import queries


def insert_run(work: UnitOfWork, run: dict[str, Any], done: Sequence[DoneJob]) -> None:
    """Insert a run with the jobs of its rows; ``run`` lacks what ``queries.NEW_RUN`` has of engine and grid."""
    queries.insert_run(work, **run, engine=IMPORTED_ENGINE, model=None, adapters=[], grid=None, reused_count=0)
    jobs.insert_jobs(work, done)


def job_counts(work: UnitOfWork, set_run_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many jobs each of these runs has; a run that is gone is left out."""
    present = work.session.scalars(select(SetRunRow.id).where(SetRunRow.id.in_(set_run_ids))).all()
    return {it: jobs.count_jobs_of_run(work, it) for it in present}


def delete_run(work: UnitOfWork, set_run_id: UUID) -> None:
    """Delete a run and its jobs."""
    jobs.delete_jobs_of_run(work, set_run_id)
    delete_row(work, SetRunRow, set_run_id)
