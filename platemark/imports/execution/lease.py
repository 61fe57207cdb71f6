"""The lease of an import: one process holds it, renews it while it works, and is fenced off by a token once it is lost.

All times are the database's.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from uuid import UUID, uuid4

from sqlalchemy import exists, func, literal, null, select, update
from sqlalchemy.orm import aliased

from platemark.db.tables import ImportRow
from platemark.db.types import Instant, db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import FOR_ADMINS, record

CLAIM_LOCK = 771_120_195
WRITING_PHASES = ("apply", "undo")
MAX_CANDIDATES = 50
MACHINE = re.sub(r"[^A-Za-z0-9._]", "_", socket.gethostname())[:60] or "localhost"

EndState = Literal["planned", "applied", "undone", "failed", "cancelled", "queued"]


class LeaseLost(Exception):
    """Another process holds the import now, or the import is gone: stop and write nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """A claimed import, and the token that proves the claim."""

    import_id: UUID
    token: int
    phase: str
    kind: str
    folder: Path
    visibility: str
    albums: str
    done: int
    created_by: UUID | None
    trace_id: str | None


def new_owner() -> str:
    """A unique name for a process that runs imports: machine, process id, random digits."""
    return f"{MACHINE}-{os.getpid()}-{uuid4().hex[:8]}"


def has_candidates(work: UnitOfWork) -> bool:
    """Whether any import is queued or running: a cheap check before ``claim``, for frequent polling."""
    return bool(work.session.scalar(select(exists().where(ImportRow.state.in_(("queued", "running"))))))


def claim(
    work: UnitOfWork, owner: str, *, lease_ms: int, may_claim: Callable[[ImportRow], bool], only: UUID | None = None
) -> Lease | None:
    """Claim the oldest import that is queued or whose owner is gone and that ``may_claim`` accepts; None: no such.

    Two imports that write never run at the same time, whichever processes run them.
    """
    if work.dialect == "postgresql":
        work.session.execute(select(func.pg_advisory_xact_lock(CLAIM_LOCK)))
    query = select(ImportRow, (ImportRow.lease_until < db_now()).label("expired")).order_by(ImportRow.id)
    if only is not None:
        query = query.where(ImportRow.id == only)
    query = query.where(ImportRow.state.in_(("queued", "running"))).limit(MAX_CANDIDATES)
    for row, expired in work.session.execute(query).all():
        free = row.state == "queued" or expired or is_owner_dead(row.owner)
        if free and may_claim(row) and not _is_blocked(work, row):
            lease = _claim_row(work, row, owner, lease_ms)
            if lease is not None:
                return lease
    return None


def renew(work: UnitOfWork, lease: Lease, *, lease_ms: int, **values: Any) -> datetime | None:
    """Renew the lease and write ``values`` to the import's row; when a cancel was requested, None if it was not.

    Call it before anything else is written in ``work``: LeaseLost where another process holds the import now.
    """
    renewed = work.session.execute(
        update(ImportRow)
        .where(*_is_held(lease))
        .values(lease_until=shifted(db_now(), lease_ms), updated_at=work.now(), **values)
        .returning(ImportRow.cancel_requested_at)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if renewed is None:
        raise LeaseLost
    cancel_requested_at: datetime | None = renewed.cancel_requested_at
    return cancel_requested_at


def release(work: UnitOfWork, lease: Lease, state: EndState, **values: Any) -> None:
    """End the phase, or put it back into the queue (``queued``); LeaseLost where another process holds it now."""
    now = work.now()
    released = update(ImportRow).where(*_is_held(lease)).values(
        state=state, owner=null(), lease_until=null(), token=ImportRow.token + 1, updated_at=now,
        finished_at=null() if state == "queued" else now, **values,
    ).returning(ImportRow.id)  # fmt: skip
    if work.session.execute(released.execution_options(synchronize_session=False)).first() is None:
        raise LeaseLost
    record_state(work, lease.import_id, lease.phase, state)


def record_state(work: UnitOfWork, import_id: UUID, phase: str, state: str) -> None:
    """Record the event that an import changed its state; only admins receive it."""
    record(work, "import.changed", import_id, **FOR_ADMINS, phase=phase, state=state)


def is_owner_dead(owner: str | None) -> bool:
    """Whether the owner was a process of this machine that is gone, so that its lease need not run out first."""
    machine, _, pid = (owner or "").rpartition("-")[0].rpartition("-")
    if machine != MACHINE or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _claim_row(work: UnitOfWork, row: ImportRow, owner: str, lease_ms: int) -> Lease | None:
    """Claim the import; None if it is no longer as it was read: somebody cancelled it, or its owner is back."""
    now = work.now()
    token = work.session.execute(
        update(ImportRow)
        .where(ImportRow.id == row.id, *_is_unchanged(row))
        .values(
            state="running", owner=owner, token=ImportRow.token + 1, lease_until=shifted(db_now(), lease_ms),
            started_at=func.coalesce(ImportRow.started_at, literal(now, Instant())), updated_at=now,
        )
        .returning(ImportRow.token)
        .execution_options(synchronize_session=False)
    ).scalar_one_or_none()  # fmt: skip
    if token is None:
        return None
    record_state(work, row.id, row.phase, "running")
    return Lease(
        import_id=row.id, token=token, phase=row.phase, kind=row.kind, folder=Path(row.folder),
        visibility=row.visibility, albums=row.albums, done=row.done, created_by=row.created_by, trace_id=row.trace_id,
    )  # fmt: skip


def _is_unchanged(row: ImportRow) -> tuple[Any, ...]:
    same = (ImportRow.token == row.token, ImportRow.state == row.state, ImportRow.phase == row.phase)
    return (*same, ImportRow.lease_until.is_not_distinct_from(row.lease_until))


def _is_blocked(work: UnitOfWork, row: ImportRow) -> bool:
    """Whether this import wants to write while another live one writes."""
    other = aliased(ImportRow)
    writing = (other.id != row.id, other.state == "running", other.phase.in_(WRITING_PHASES))
    alive = exists().where(*writing, other.lease_until >= db_now())
    if row.phase not in WRITING_PHASES or not work.session.scalar(select(alive)):
        return False
    owners = select(other.owner).where(*writing)
    return not all(is_owner_dead(owner) for owner in work.session.scalars(owners))


def _is_held(lease: Lease) -> tuple[Any, ...]:
    return (ImportRow.id == lease.import_id, ImportRow.token == lease.token, ImportRow.state == "running")
