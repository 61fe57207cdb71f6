"""The worker processes that report. A row whose heartbeat is older than a lease is stale and gets removed."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import Integer, String, Table, Uuid, bindparam, delete, func, insert, select, update

from platemark.db.statements import Statement, first_column, row_of
from platemark.db.tables import WorkerRow
from platemark.db.types import Json, db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.fitting import fit
from platemark.jobs.views import WorkerView
from platemark.stored_rows import fit_or_none

WorkerState = Literal["idle", "busy", "stopping"]
MAX_LISTED = 200

WORKERS = cast("Table", WorkerRow.__table__)
REPORTED_COLUMNS = {
    "state": bindparam("the_state", type_=String()),
    "job_id": bindparam("the_job", type_=Uuid()),
    "engines": bindparam("the_engines", type_=Json),
    "heartbeat_at": db_now(),
}
UPDATE_WORKER = Statement(
    update(WORKERS).where(WORKERS.c.id == bindparam("the_id", type_=String())).values(REPORTED_COLUMNS), first_column
)
INSERT_WORKER = Statement(
    insert(WORKERS).values(
        REPORTED_COLUMNS
        | {
            "id": bindparam("the_id", type_=String()),
            "host": bindparam("the_host", type_=String()),
            "pid": bindparam("the_pid", type_=Integer()),
            "device": bindparam("the_device", type_=String()),
            "started_at": db_now(),
        }
    ),
    first_column,
)
LIST = select(WORKERS).order_by(WORKERS.c.started_at, WORKERS.c.id).limit(MAX_LISTED)
LISTED = Statement(LIST, row_of(LIST))


def report(
    work: UnitOfWork,
    id: str,  # noqa: A002 - the field's own name
    *,
    host: str,
    pid: int,
    device: str,
    engines: Sequence[str],
    state: WorkerState,
    job_id: UUID | None,
) -> None:
    """Record a worker's heartbeat and what it is doing; its first report adds it to the list."""
    values = {"the_id": id, "the_state": state, "the_job": job_id, "the_engines": fit("Worker.engines", list(engines))}
    if not UPDATE_WORKER.execute(work, **values):
        values |= {"the_host": host, "the_pid": pid, "the_device": fit("Worker.device", device)}
        INSERT_WORKER.execute(work, **values)


def get_host_name() -> str:
    """The host name that workers on this machine report."""
    return (re.sub(r"[^A-Za-z0-9._-]", "-", socket.gethostname()) or "localhost")[:255]


def list_ids(work: UnitOfWork, host: str, pid: int) -> Sequence[str]:
    """The workers that reported from this process; more than one if the operating system reused its pid."""
    return work.session.scalars(select(WorkerRow.id).where(WorkerRow.host == host, WorkerRow.pid == pid)).all()


def remove(work: UnitOfWork, id: str) -> None:  # noqa: A002 - the field's own name
    """Remove a worker that has exited."""
    work.session.execute(delete(WorkerRow).where(WorkerRow.id == id).execution_options(synchronize_session=False))


def remove_stale(work: UnitOfWork, *, lease_ms: int) -> None:
    """Remove the workers whose last heartbeat is older than a lease."""
    stale = WorkerRow.heartbeat_at < shifted(db_now(), -lease_ms)
    work.session.execute(delete(WorkerRow).where(stale).execution_options(synchronize_session=False))


def count_alive(work: UnitOfWork) -> int:
    """The number of workers."""
    return work.session.scalar(select(func.count()).select_from(WorkerRow)) or 0


def list_workers(work: UnitOfWork) -> list[WorkerView]:
    """The workers, the longest-running first; at most 200."""
    return [
        WorkerView(
            id=row.id,
            host=row.host,
            pid=row.pid,
            device=row.device,
            engines=tuple(fit_or_none("Worker.engines", row.engines, of=row.id) or ()),
            state=row.state,
            job_id=row.job_id,
            started_at=row.started_at,
            heartbeat_at=row.heartbeat_at,
        )
        for row in LISTED.all(work)
    ]
