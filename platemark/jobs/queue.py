"""The transitions of a job, each one conditional UPDATE. Nothing else changes a job's state.

    queued ──claim──▶ running ──complete──▶ succeeded
      ▲  │              │  │
      │  │ cancel       │  └─fail─▶ failed (no attempts left, or nothing that a retry would mend)
      │  ▼              │
      │ cancelled ◀─────┤ any end of a run that someone asked to cancel
      └────────── fail, release, sweep; retry from failed and cancelled

Whoever runs a job holds a ``Lease``. Its token is bumped at every change of hands, so a late owner's word changes
nothing: it is told ``lost`` and drops everything. Time is the database's, never a worker's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Update, case, null, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from platemark.db.tables import JobRow, QueueControlRow
from platemark.db.types import EPOCH, db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.ids import new_id
from platemark.jobs import statements
from platemark.jobs.statements import CANCEL_REQUESTED, QUEUED

MAX_ATTEMPTS = 3
FIRST_BACKOFF_MS = 1_000
LONGEST_BACKOFF_MS = 60_000
LONGEST_MESSAGE = 2_000
CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
WORKER_LOST = "The worker that had it in hand was gone before it was done."

RunOutcome = Literal["queued", "succeeded", "failed", "cancelled", "lost"]
LeaseStatus = Literal["ok", "cancel", "lost"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJob:
    """A job to be queued. ``payload`` is everything its kind needs, pinned; ``dedupe_key`` lets it exist only once."""

    kind: str
    engine: str
    payload: dict[str, Any]
    id: UUID = field(default_factory=new_id)
    priority: int = 0
    max_attempts: int = MAX_ATTEMPTS
    dedupe_key: str | None = None
    album_id: UUID | None = None
    set_run_id: UUID | None = None
    row_position: int | None = None
    created_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """A job in hand: what to do, and the token that proves that it is still ours."""

    job_id: UUID
    token: int
    kind: str
    engine: str
    payload: dict[str, Any]
    attempt: int
    set_run_id: UUID | None
    row_position: int | None
    trace_id: str | None


@dataclass(frozen=True, slots=True)
class Completion:
    """How a completion went; the outputs belong in the same transaction, and only where it is ``succeeded``."""

    state: RunOutcome
    created_by: UUID | None = None


LOST = Completion("lost")


def add(work: UnitOfWork, jobs: Sequence[NewJob]) -> None:
    """Queue ``jobs`` with the caller's transaction: they exist exactly when it commits. One statement."""
    if not jobs:
        return
    work.session.connection().execute(statements.ADD, [_row(work, job) for job in jobs])
    for job in jobs:
        record(work, "job.queued", job.id, set_run_id=job.set_run_id)


def add_once(work: UnitOfWork, job: NewJob) -> bool:
    """Queue ``job`` unless there is one with its ``dedupe_key``, in whatever state; whether it was queued."""
    dialect = postgresql if work.dialect == "postgresql" else sqlite
    statement = dialect.insert(JobRow).values(**_row(work, job), created_at=db_now())
    queued = work.session.execute(
        statement.on_conflict_do_nothing(index_elements=["dedupe_key"]).returning(JobRow.id)
    ).first()
    if queued is None:
        return False
    record(work, "job.queued", job.id, set_run_id=job.set_run_id)
    return True


def has_ready(work: UnitOfWork) -> bool:
    """Whether a worker that claimed now would get something."""
    return bool(work.session.connection().scalar(statements.HAS_READY))


def claim(work: UnitOfWork, owner: str, *, lease_ms: int, engines: Collection[str] | None = None) -> Lease | None:
    """Take the oldest ready job of the highest priority; None where there is none or the queue is paused.

    Where ``engines`` are given, jobs for others are left to others. What ``work`` records from here on belongs to the
    trace of whoever asked for that job.
    """
    if engines is None:
        taken = _execute(work, statements.CLAIM[work.dialect], the_owner=owner, lease_ms=lease_ms)
    else:
        of_ours = statements.CLAIM_OF_ENGINES[work.dialect]
        taken = _execute(work, of_ours, the_owner=owner, lease_ms=lease_ms, engines=list(engines))
    return None if taken is None else _taken(work, taken)


def claim_more(work: UnitOfWork, owner: str, first: Lease, *, lease_ms: int, most: int) -> list[Lease]:
    """Take up to ``most`` further jobs for the engine of ``first``, in the queue's order, for work that takes no time.

    Only jobs that were never tried and may be tried again: a job that kills its worker takes each of them along once at
    most. One that was tried before is taken as the first of a hand alone, and so is one of training, which takes time.
    """
    if most < 1 or first.kind != "generate":
        return []
    values = {"the_owner": owner, "lease_ms": lease_ms, "the_engine": first.engine, "most": most}
    taken = work.session.connection().execute(statements.CLAIM_MORE[work.dialect], values).all()
    return [_taken(work, row) for row in sorted(taken, key=lambda row: (-row.priority, row.job_id))]


def heartbeat(work: UnitOfWork, lease: Lease, *, lease_ms: int, progress: float | None = None) -> LeaseStatus:
    """Keep the lease and say how far it is (0 … 1). ``cancel``: someone asked; ``lost``: it is somebody else's now."""
    kept = _execute(work, statements.BEAT, **_mine(lease), lease_ms=lease_ms, the_progress=progress)
    if kept is None:
        return "lost"
    return "ok" if kept.cancel_requested_at is None else "cancel"


def complete(work: UnitOfWork, lease: Lease) -> Completion:
    """Succeeded, or cancelled where that was asked meanwhile; ``lost`` changes nothing, and nothing may follow it."""
    ended = _execute(work, statements.COMPLETE, **_mine(lease))
    if ended is None:
        return LOST
    record(work, f"job.{ended.state}", lease.job_id, set_run_id=lease.set_run_id)
    return Completion(ended.state, ended.created_by)


def fail(work: UnitOfWork, lease: Lease, code: str, message: str, *, retryable: bool) -> RunOutcome:
    """This attempt failed: queued again with back-off, or failed where no attempt is left or none would help."""
    code = code if CODE.fullmatch(code) else "engine_failed"
    message = UNPRINTABLE.sub(" ", message)[:LONGEST_MESSAGE]
    statement = statements.FAIL if retryable else statements.GIVE_UP
    rest_ms = compute_backoff_ms(lease.attempt)
    return _ended(work, statement, lease, code=code, message=message, backoff_ms=rest_ms)


def release(work: UnitOfWork, lease: Lease) -> RunOutcome:
    """Give the job back untouched, as if it had not been claimed: the worker stops, and that costs no attempt."""
    return _ended(work, statements.RELEASE, lease)


def sweep(work: UnitOfWork) -> list[UUID]:
    """End the runs whose lease is over, as ``worker_lost``; their ids. Any number of sweepers may do this at once."""
    return _swept(work, statements.SWEEP[work.dialect])


def sweep_owner(work: UnitOfWork, owner: str) -> list[UUID]:
    """End the runs of a worker that is known to be dead, as ``worker_lost``, before their leases end; their ids."""
    return _swept(work, statements.SWEEP_OWNER, the_owner=owner)


def _swept(work: UnitOfWork, statement: Update, **values: Any) -> list[UUID]:
    said = {"code": "worker_lost", "message": WORKER_LOST, **values}
    swept = work.session.connection().execute(statement, said).all()
    for row in swept:
        record(work, f"job.{row.state}", row.id, set_run_id=row.set_run_id, error="worker_lost")
    return [row.id for row in swept]


def clamp_deadlines(work: UnitOfWork, *, lease_ms: int) -> None:
    """Shorten waits that only a clock that was set back can have made, so that nothing is stuck until it catches up."""
    connection = work.session.connection()
    connection.execute(statements.CLAMP_LEASES, {"lease_ms": lease_ms, "longest_ms": 2 * lease_ms})
    connection.execute(statements.CLAMP_RESTS, {"longest_ms": 2 * LONGEST_BACKOFF_MS})


def cancel(work: UnitOfWork, job_id: UUID) -> Literal["cancelled", "running"] | None:
    """A queued job is ``cancelled``; a ``running`` one is asked to stop. None: it is finished, or was asked already."""
    asked = _cancel(work, JobRow.id == job_id)
    return asked[0] if asked else None


def cancel_set_run(work: UnitOfWork, set_run_id: UUID) -> int:
    """Cancel every job of a set run that is not finished, in one statement; how many that concerned."""
    return len(_cancel(work, JobRow.set_run_id == set_run_id))


def _cancel(work: UnitOfWork, which: ColumnElement[bool]) -> list[Literal["cancelled", "running"]]:
    queued = JobRow.state == "queued"
    asked = work.session.execute(
        _change(which, or_(queued, (JobRow.state == "running") & ~CANCEL_REQUESTED))
        .values(
            cancel_requested_at=db_now(),
            state=case((queued, "cancelled"), else_=JobRow.state),
            finished_at=case((queued, db_now()), else_=null()),
        )
        .returning(JobRow.id, JobRow.state, JobRow.set_run_id)
    ).all()
    for row in asked:
        kind = "job.cancelled" if row.state == "cancelled" else "job.cancel_requested"
        record(work, kind, row.id, set_run_id=row.set_run_id)
    return [row.state for row in asked]


def retry(work: UnitOfWork, job_ids: Sequence[UUID]) -> list[UUID]:
    """Put failed and cancelled jobs back in the queue, with all their attempts; those that are neither are left out."""
    queued = work.session.execute(
        _change(JobRow.id.in_(job_ids), JobRow.state.in_(("failed", "cancelled")))
        .values(
            state="queued",
            attempt=0,
            token=JobRow.token + 1,
            run_after=EPOCH,
            progress=0.0,
            cancel_requested_at=null(),
            error_code=null(),
            error_message=null(),
            rung_at=null(),
            started_at=null(),
            finished_at=null(),
        )
        .returning(JobRow.id, JobRow.set_run_id)
    ).all()
    for row in queued:
        record(work, "job.queued", row.id, set_run_id=row.set_run_id)
    return [row.id for row in queued]


def set_priority(work: UnitOfWork, job_id: UUID, priority: int) -> bool:
    """Change which goes first; False where the job no longer waits."""
    changed = work.session.execute(
        _change(JobRow.id == job_id, QUEUED).values(priority=priority).returning(JobRow.id)
    ).first()
    if changed is None:
        return False
    record(work, "job.updated", job_id, priority=priority)
    return True


def paused_at(work: UnitOfWork) -> datetime | None:
    """Since when the queue is paused; None while it is not."""
    return work.session.scalar(select(QueueControlRow.paused_at).where(QueueControlRow.id == 1))


def set_paused(work: UnitOfWork, *, paused: bool) -> bool:
    """Pause claims, or allow them again; jobs in hand go on. Whether that changed anything."""
    dialect = postgresql if work.dialect == "postgresql" else sqlite
    work.session.execute(dialect.insert(QueueControlRow).values(id=1, version=1).on_conflict_do_nothing())
    was_so = QueueControlRow.paused_at.is_(None) if paused else QueueControlRow.paused_at.is_not(None)
    changed = work.session.execute(
        update(QueueControlRow)
        .where(QueueControlRow.id == 1, was_so)
        .values(paused_at=db_now() if paused else null(), version=QueueControlRow.version + 1)
        .returning(QueueControlRow.id)
        .execution_options(synchronize_session=False)
    ).first()
    if changed is None:
        return False
    record(work, "queue.paused" if paused else "queue.resumed", None)
    return True


def compute_backoff_ms(attempt: int) -> int:
    """How long a job rests after its ``attempt``-th failure: 1 s, 4 s, 16 s, then a minute."""
    resting: int = FIRST_BACKOFF_MS * 4 ** (max(attempt, 1) - 1)
    return min(resting, LONGEST_BACKOFF_MS)


def _row(work: UnitOfWork, job: NewJob) -> dict[str, Any]:
    return {
        "id": job.id,
        "kind": job.kind,
        "engine": job.engine,
        "payload": job.payload,
        "state": "queued",
        "priority": job.priority,
        "run_after": EPOCH,  # not "now": a clock that is set back later must not hold it up
        "attempt": 0,
        "max_attempts": job.max_attempts,
        "token": 0,
        "progress": 0.0,
        "dedupe_key": job.dedupe_key,
        "album_id": job.album_id,
        "set_run_id": job.set_run_id,
        "row_position": job.row_position,
        "trace_id": work.trace_id,
        "created_by": job.created_by,
    }


def _change(*where: ColumnElement[bool]) -> Update:
    return update(JobRow).where(*where).execution_options(synchronize_session=False)


def _execute(work: UnitOfWork, statement: Update, **values: Any) -> Row[Any] | None:
    return work.session.connection().execute(statement, values).first()


def _taken(work: UnitOfWork, row: Row[Any]) -> Lease:
    facts = dict(row._mapping)
    del facts["priority"]
    lease = Lease(**facts)
    work.trace_id = lease.trace_id
    record(work, "job.running", lease.job_id, attempt=lease.attempt, set_run_id=lease.set_run_id)
    return lease


def _mine(lease: Lease) -> dict[str, Any]:
    return {"the_id": lease.job_id, "the_token": lease.token}


def _ended(work: UnitOfWork, statement: Update, lease: Lease, **values: Any) -> RunOutcome:
    ended = _execute(work, statement, **_mine(lease), **values)
    if ended is None:
        return "lost"
    record(work, f"job.{ended.state}", lease.job_id, set_run_id=lease.set_run_id, error=ended.error_code)
    state: RunOutcome = ended.state
    return state
