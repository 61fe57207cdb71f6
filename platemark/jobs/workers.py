"""The worker processes that report. A row whose heartbeat is older than a lease belongs to nobody and is swept."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import Integer, String, Table, Uuid, bindparam, delete, func, insert, select, update

from platemark.db.tables import WorkerRow
from platemark.db.types import Json, db_now, shifted
from platemark.db.unit_of_work import UnitOfWork

WorkerState = Literal["idle", "busy", "stopping"]
LISTED = 200

WORKERS = cast("Table", WorkerRow.__table__)
FACTS = {
    "state": bindparam("the_state", type_=String()),
    "job_id": bindparam("the_job", type_=Uuid()),
    "engines": bindparam("the_engines", type_=Json),
    "heartbeat_at": db_now(),
}
HEARD = update(WORKERS).where(WORKERS.c.id == bindparam("the_id", type_=String())).values(FACTS).returning(WORKERS.c.id)
FIRST_HEARD = insert(WORKERS).values(
    FACTS
    | {
        "id": bindparam("the_id", type_=String()),
        "host": bindparam("the_host", type_=String()),
        "pid": bindparam("the_pid", type_=Integer()),
        "device": bindparam("the_device", type_=String()),
        "started_at": db_now(),
    }
)


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
    """Say that this worker is alive and what it is about; it appears with its first report."""
    connection = work.session.connection()
    facts = {"the_id": id, "the_state": state, "the_job": job_id, "the_engines": list(engines)}
    if connection.execute(HEARD, facts).first() is None:
        connection.execute(FIRST_HEARD, facts | {"the_host": host, "the_pid": pid, "the_device": device})


def get_host_name() -> str:
    """The name under which workers on this machine report."""
    return (re.sub(r"[^A-Za-z0-9._-]", "-", socket.gethostname()) or "localhost")[:255]


def list_ids(work: UnitOfWork, host: str, pid: int) -> Sequence[str]:
    """The workers that reported as this process of that machine; more than one where its id was taken again."""
    return work.session.scalars(select(WorkerRow.id).where(WorkerRow.host == host, WorkerRow.pid == pid)).all()


def remove(work: UnitOfWork, id: str) -> None:  # noqa: A002 - the field's own name
    """This worker has ended."""
    work.session.execute(delete(WorkerRow).where(WorkerRow.id == id).execution_options(synchronize_session=False))


def remove_stale(work: UnitOfWork, *, lease_ms: int) -> None:
    """Forget the workers that were not heard of for a lease."""
    silent = WorkerRow.heartbeat_at < shifted(db_now(), -lease_ms)
    work.session.execute(delete(WorkerRow).where(silent).execution_options(synchronize_session=False))


def count_alive(work: UnitOfWork) -> int:
    """How many workers there are."""
    return work.session.scalar(select(func.count()).select_from(WorkerRow)) or 0


def list_workers(work: UnitOfWork) -> Sequence[WorkerRow]:
    """The workers, longest started first; at most 200."""
    return work.session.scalars(select(WorkerRow).order_by(WorkerRow.started_at, WorkerRow.id).limit(LISTED)).all()
