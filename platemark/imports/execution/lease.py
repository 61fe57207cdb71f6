"""Who runs an import: claimed by one process at a time, kept by beats, fenced by a token. Time is the database's."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Mapping
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
from platemark.events.service import record

CLAIM_LOCK = 771_120_195
WRITING = ("apply", "undo")
MOST_LOOKED_AT = 50
MACHINE = re.sub(r"[^A-Za-z0-9._]", "_", socket.gethostname())[:60] or "localhost"

Ended = Literal["planned", "applied", "undone", "failed", "cancelled", "queued"]


class Lost(Exception):
    """The import is somebody else's now, or gone: drop everything, write nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """An import in hand, and the token that proves that it is ours."""

    import_id: UUID
    token: int
    phase: str
    kind: str
    folder: Path
    visibility: str
    done: int
    created_by: UUID | None
    trace_id: str | None


def new_owner() -> str:
    """A name for one who runs imports: machine, process, and something that no other has."""
    return f"{MACHINE}-{os.getpid()}-{uuid4().hex[:8]}"


def anything_to_claim(work: UnitOfWork) -> bool:
    """Whether an import waits or runs: a look that costs next to nothing, for those who look often."""
    return bool(work.session.scalar(select(exists().where(ImportRow.state.in_(("queued", "running"))))))


def claim(
    work: UnitOfWork, owner: str, *, lease_ms: int, may_take: Callable[[ImportRow], bool], only: UUID | None = None
) -> Lease | None:
    """Take the oldest import that waits, or whose owner is gone, and that ``may_take`` lets pass; None: there is none.

    Two that write are never under way at the same time, whoever runs them.
    """
    if work.dialect == "postgresql":
        work.session.execute(select(func.pg_advisory_xact_lock(CLAIM_LOCK)))
    waiting = select(ImportRow, (ImportRow.lease_until < db_now()).label("is_over")).order_by(ImportRow.id)
    if only is not None:
        waiting = waiting.where(ImportRow.id == only)
    found = work.session.execute(waiting.where(ImportRow.state.in_(("queued", "running"))).limit(MOST_LOOKED_AT)).all()
    for row, is_over in found:
        free = row.state == "queued" or is_over or is_dead(row.owner)
        if free and may_take(row) and not _must_wait(work, row):
            return _take(work, row, owner, lease_ms)
    return None


def hold(work: UnitOfWork, lease: Lease, *, lease_ms: int, **values: Any) -> datetime | None:
    """Keep the lease with ``work``, before anything else is written with it; when somebody asked to stop, else None.

    Raises Lost where the import is not ours any more.
    """
    kept = work.session.execute(
        update(ImportRow)
        .where(*_ours(lease))
        .values(lease_until=shifted(db_now(), lease_ms), updated_at=work.now(), **values)
        .returning(ImportRow.cancel_requested_at)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if kept is None:
        raise Lost
    asked: datetime | None = kept.cancel_requested_at
    return asked


def end(work: UnitOfWork, lease: Lease, state: Ended, **values: Any) -> None:
    """The phase came to an end, or goes back to wait (``queued``); Lost where the import is not ours any more."""
    now = work.now()
    ended = update(ImportRow).where(*_ours(lease)).values(
        state=state, owner=null(), lease_until=null(), token=ImportRow.token + 1, updated_at=now,
        finished_at=null() if state == "queued" else now, **values,
    )  # fmt: skip
    if work.session.execute(ended.returning(ImportRow.id).execution_options(synchronize_session=False)).first() is None:
        raise Lost
    tell(work, lease.import_id, lease.phase, state)


def tell(work: UnitOfWork, import_id: UUID, phase: str, state: str) -> None:
    """Record that an import has another state; admins are told."""
    record(work, "import.changed", import_id, visibility="private", created_by=None, phase=phase, state=state)


def _take(work: UnitOfWork, row: ImportRow, owner: str, lease_ms: int) -> Lease:
    now = work.now()
    token = work.session.execute(
        update(ImportRow)
        .where(ImportRow.id == row.id)
        .values(
            state="running", owner=owner, token=ImportRow.token + 1, lease_until=shifted(db_now(), lease_ms),
            started_at=func.coalesce(ImportRow.started_at, literal(now, Instant())), updated_at=now,
        )
        .returning(ImportRow.token)
        .execution_options(synchronize_session=False)
    ).scalar_one()  # fmt: skip
    tell(work, row.id, row.phase, "running")
    return Lease(
        import_id=row.id, token=token, phase=row.phase, kind=row.kind, folder=Path(row.folder),
        visibility=row.visibility, done=row.done, created_by=row.created_by, trace_id=row.trace_id,
    )  # fmt: skip


def _must_wait(work: UnitOfWork, row: ImportRow) -> bool:
    """Whether another import that writes is under way, and this one wants to write too."""
    other = aliased(ImportRow)
    alive = exists().where(
        other.id != row.id, other.state == "running", other.phase.in_(WRITING), other.lease_until >= db_now()
    )
    if row.phase not in WRITING or not work.session.scalar(select(alive)):
        return False
    owners = select(other.owner).where(other.id != row.id, other.state == "running", other.phase.in_(WRITING))
    return not all(is_dead(owner) for owner in work.session.scalars(owners))


def is_dead(owner: str | None) -> bool:
    """Whether the owner was a process of this machine that is gone: then nobody has to wait for its lease to end."""
    machine, _, rest = (owner or "").rpartition("-")[0].rpartition("-")
    if machine != MACHINE or not rest.isdigit():
        return False
    try:
        os.kill(int(rest), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _ours(lease: Lease) -> tuple[Any, ...]:
    return (ImportRow.id == lease.import_id, ImportRow.token == lease.token, ImportRow.state == "running")


def within(folders: Mapping[str, Path], folder: Path) -> bool:
    """Whether a folder is one that the API may read."""
    return any(folder.is_relative_to(root) for root in folders.values())
