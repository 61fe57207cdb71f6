"""What only imports do with jobs: insert those that an older studio has done, and delete them. No permissions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import delete, func, select

from platemark.choices import IMPORTED_ENGINE
from platemark.db.rows import insert_rows
from platemark.db.tables import JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.fitting import fit

EndState = Literal["succeeded", "failed", "cancelled"]
ERROR_CODE = "failed_before_import"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneJob:
    """A job that an older studio has done. Its engine is ``imported``: nothing runs it, so it is never tried again."""

    id: UUID
    kind: str
    payload: dict[str, Any]
    state: EndState
    started_at: datetime | None
    finished_at: datetime
    created_by: UUID | None
    created_at: datetime
    error_message: str = ""
    progress: float = 0.0
    album_id: UUID | None = None
    set_run_id: UUID | None = None
    row_position: int | None = None


def insert_jobs(work: UnitOfWork, jobs: Sequence[DoneJob]) -> None:
    """Insert jobs as they ended. Nobody is told: there is nothing to wait for."""
    insert_rows(work, JobRow, [_row(job) for job in jobs])


def count_jobs(work: UnitOfWork, job_ids: Collection[UUID]) -> int:
    """How many of these jobs there are."""
    return work.session.scalars(select(func.count()).where(JobRow.id.in_(job_ids))).one()


def count_jobs_of_run(work: UnitOfWork, set_run_id: UUID) -> int:
    """How many jobs a set run has."""
    return work.session.scalars(select(func.count()).where(JobRow.set_run_id == set_run_id)).one()


def delete_job(work: UnitOfWork, job_id: UUID) -> None:
    """Delete a job."""
    _delete(work, JobRow.id == job_id)


def delete_jobs_of_run(work: UnitOfWork, set_run_id: UUID) -> None:
    """Delete the jobs of a set run."""
    _delete(work, JobRow.set_run_id == set_run_id)


def _delete(work: UnitOfWork, which: Any) -> None:
    work.session.execute(delete(JobRow).where(which).execution_options(synchronize_session=False))


def _row(job: DoneJob) -> dict[str, Any]:
    failed = job.state == "failed"
    return {
        "id": job.id,
        "kind": job.kind,
        "payload": job.payload,
        "engine": IMPORTED_ENGINE,
        "state": job.state,
        "priority": 0,
        "place": 0,
        "run_after": job.created_at,
        "attempt": 1,
        "max_attempts": 1,
        "token": 0,
        "owner": None,
        "lease_until": None,
        "cancel_requested_at": None,
        "progress": 1.0 if job.state == "succeeded" else job.progress,
        "error_code": ERROR_CODE if failed else None,
        "error_message": fit("JobError.message", job.error_message) if failed else None,
        "rung_at": None,
        "album_id": job.album_id,
        "set_run_id": job.set_run_id,
        "row_position": job.row_position,
        "trace_id": None,
        "created_by": job.created_by,
        "created_at": job.created_at,
        "started_at": job.started_at,
        "finished_at": job.finished_at,
    }
