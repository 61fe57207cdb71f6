"""Helpers for the jobs of a set run: read them, and put them into given states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from platemark.clock import utc_now
from platemark.db.tables import AlbumRow, JobRow, SetRunRow
from platemark.db.unit_of_work import UnitOfWork


class WakeUps:
    """Counts how often the workers were woken."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def jobs_of(work: UnitOfWork, run_id: UUID) -> Sequence[sa.Row[Any]]:
    """The jobs of a run, in the order of its rows."""
    columns = JobRow.__table__.c
    return work.session.execute(
        sa.select(*columns).where(JobRow.set_run_id == run_id).order_by(JobRow.row_position)
    ).all()


def set_states(work: UnitOfWork, run_id: UUID, states: Sequence[str], *, progress: float = 0.5) -> None:
    """Put the jobs of a run into ``states``, as workers and callers would; a ``*`` after a state: never started."""
    now = utc_now()
    for job, mark in zip(jobs_of(work, run_id), states, strict=True):
        state = mark.removesuffix("*")
        started = state != "queued" and not mark.endswith("*")
        work.session.execute(
            sa.update(JobRow)
            .where(JobRow.id == job.id)
            .values(
                state=state,
                lease_until=now if state == "running" else None,
                progress={"succeeded": 1.0, "running": progress}.get(state, 0.0),
                started_at=now if started else None,
                finished_at=None if state in ("queued", "running") else now,
                error_code="engine_error" if state == "failed" else None,
                error_message="No ink." if state == "failed" else None,
            )
        )


def is_empty(work: UnitOfWork) -> bool:
    """Whether there is no set run, no album and no job."""
    tables = (SetRunRow, AlbumRow, JobRow)
    return all(work.session.scalar(sa.select(sa.func.count()).select_from(table)) == 0 for table in tables)
