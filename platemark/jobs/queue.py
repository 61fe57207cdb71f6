"""The transitions of a job, each one conditional UPDATE. No other module changes a job's state.

    queued ──claim──▶ running ──complete──▶ succeeded
      ▲  │              │  │
      │  │ cancel       │  └─fail─▶ failed (no attempts left, or the error is not retryable)
      │  ▼              │
      │ cancelled ◀─────┤ any end of a run after a cancellation request
      └────────── fail, release, postpone, sweep; retry from failed and cancelled

The worker that runs a job holds a ``Lease``. Its fencing token changes whenever the lease is granted or ends, so that
a late owner cannot change anything: it gets ``lost`` and discards its results. All times are the database's, never a
worker's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal
from uuid import UUID

from platemark.db.statements import Statement
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.ids import new_id
from platemark.jobs import change_statements, statements
from platemark.jobs.change_statements import CancellationShape
from platemark.jobs.statements import Changed, Claimed, Ended
from platemark.jobs.views import CancellationFilter

MAX_ATTEMPTS = 3
FIRST_BACKOFF_MS = 1_000
MAX_BACKOFF_MS = 60_000
MAX_MESSAGE_LENGTH = 2_000
CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NO_LIMITS: Mapping[str, int] = MappingProxyType({})
WORKER_LOST = "The worker stopped before the job was finished."

RunOutcome = Literal["queued", "succeeded", "failed", "cancelled", "lost"]
LeaseStatus = Literal["ok", "cancel", "lost"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJob:
    """A job to be queued; ``payload`` holds everything that its kind needs, pinned."""

    kind: str
    engine: str
    payload: dict[str, Any]
    id: UUID = field(default_factory=new_id)
    priority: int = 0
    max_attempts: int = MAX_ATTEMPTS
    album_id: UUID | None = None
    set_run_id: UUID | None = None
    row_position: int | None = None
    created_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """A running job: what to do, and the fencing token that proves that the worker still owns it."""

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
    """The outcome of ``complete``. Only if it is ``succeeded``, write the job's outputs, in the same transaction."""

    outcome: RunOutcome
    created_by: UUID | None = None


LOST = Completion("lost")


def add(work: UnitOfWork, jobs: Sequence[NewJob]) -> None:
    """Queue ``jobs``, all of one user or of nobody, in one statement, in the caller's transaction.

    Among jobs of the same priority, users take turns.
    """
    if not jobs:
        return
    rows = [_row(work, job) for job in jobs]
    adding = (statements.ADD_OF_NOBODY if jobs[0].created_by is None else statements.ADD)[work.dialect]
    if len(rows) == 1:
        adding.execute(work, **rows[0])
    else:
        adding.execute_many(work, rows)
    for job in jobs:
        record(work, "job.queued", job.id, set_run_id=job.set_run_id)


def has_ready(work: UnitOfWork) -> bool:
    """Whether a claim now would return a job."""
    return bool(statements.HAS_READY.one(work))


def claim(
    work: UnitOfWork,
    owner: str,
    *,
    lease_ms: int,
    engines: Sequence[str] | None = None,
    jobs_at_once: Mapping[str, int] = NO_LIMITS,
) -> Lease | None:
    """Lease the oldest ready job of the highest priority; None if there is none or the queue is paused.

    With ``engines``, only jobs for these engines, and of those in ``jobs_at_once`` only if fewer jobs run than it says.
    What ``work`` records from here on belongs to the job's trace.
    """
    statement = statements.CLAIM[work.dialect]
    values: dict[str, Any] = {}
    if engines is not None:
        if not engines:
            return None
        limited = tuple(number for number, engine in enumerate(engines) if engine in jobs_at_once)
        values |= {f"engine_{number}": engine for number, engine in enumerate(engines)}
        values |= {f"at_once_{number}": jobs_at_once[engines[number]] for number in limited}
        statement = statements.claim_of_engines(work.dialect, len(engines), limited)
        if limited and work.dialect == "postgresql":
            statements.LOCK_LIMITS.execute(work)
    claimed = statement.first(work, the_owner=owner, lease_ms=lease_ms, **values)
    return None if claimed is None else _to_lease(work, claimed)


def claim_more(work: UnitOfWork, owner: str, first: Lease, *, lease_ms: int, limit: int) -> list[Lease]:
    """Lease up to ``limit`` more jobs for the engine of ``first``, in queue order, so that a worker runs a batch.

    A batch holds only generate jobs that were never attempted and have more than one attempt: if one of them kills the
    worker, each of the others loses one attempt at most. A job that was attempted before is always claimed alone.
    """
    if limit < 1 or first.kind != "generate":
        return []
    values = {"the_owner": owner, "lease_ms": lease_ms, "the_engine": first.engine, "max_count": limit}
    rows = statements.CLAIM_MORE[work.dialect].all(work, **values)
    return [_to_lease(work, row) for row in sorted(rows, key=lambda row: (-row.priority, row.place, row.job_id))]


def heartbeat(work: UnitOfWork, lease: Lease, *, lease_ms: int, progress: float | None = None) -> LeaseStatus:
    """Renew the lease and store the progress (0 … 1).

    ``cancel`` if a cancellation was requested, ``lost`` if the worker no longer owns the job.
    """
    row = statements.HEARTBEAT.first(work, **_own_job(lease), lease_ms=lease_ms, the_progress=progress)
    if row is None:
        return "lost"
    cancel_requested_at, _ = row
    return "ok" if cancel_requested_at is None else "cancel"


def complete(work: UnitOfWork, lease: Lease) -> Completion:
    """End the run as succeeded, or as cancelled if that was requested; ``lost`` changes nothing.

    Whoever has stored previews removes them: most jobs have none.
    """
    row = statements.COMPLETE.first(work, **_own_job(lease))
    if row is None:
        return LOST
    record(work, f"job.{row.state}", lease.job_id, set_run_id=lease.set_run_id)
    return Completion(row.state, row.created_by)


def fail(work: UnitOfWork, lease: Lease, code: str, message: str, *, retryable: bool) -> RunOutcome:
    """End a failed attempt: the job is queued again after a backoff, or fails if it has no attempts left or is not
    retryable.
    """
    code = code if CODE.fullmatch(code) else "engine_failed"
    message = UNPRINTABLE.sub(" ", message)[:MAX_MESSAGE_LENGTH]
    statement = statements.FAIL if retryable else statements.FAIL_FOR_GOOD
    backoff_ms = compute_backoff_ms(lease.attempt)
    return _end_run(work, statement, lease, code=code, message=message, backoff_ms=backoff_ms)


def release(work: UnitOfWork, lease: Lease) -> RunOutcome:
    """Return the job to the queue as if it had not been claimed, at no attempt: its worker is shutting down."""
    return _end_run(work, statements.RELEASE, lease)


def postpone(work: UnitOfWork, lease: Lease, code: str, message: str) -> RunOutcome:
    """Return the job to the queue for a minute, at no attempt: it lacks what ``code`` says, by no fault of its own."""
    return _end_run(work, statements.POSTPONE, lease, code=code, message=message, backoff_ms=MAX_BACKOFF_MS)


def sweep(work: UnitOfWork) -> list[UUID]:
    """End the runs whose lease has expired, as ``worker_lost``; the job ids. Sweepers may run concurrently."""
    return _end_lost_runs(work, statements.SWEEP[work.dialect])


def sweep_owner(work: UnitOfWork, owner: str) -> list[UUID]:
    """End the runs of a worker that is known to be dead, as ``worker_lost``, before their leases expire; job ids."""
    return _end_lost_runs(work, statements.SWEEP_OWNER, the_owner=owner)


def _end_lost_runs(work: UnitOfWork, statement: Statement[Changed], **values: Any) -> list[UUID]:
    rows = _in_order(statement.all(work, code="worker_lost", message=WORKER_LOST, **values))
    for row in rows:
        record(work, f"job.{row.state}", row.id, set_run_id=row.set_run_id, error="worker_lost")
    if rows:
        change_statements.REMOVE_PREVIEWS.execute(work, the_ids=[row.id for row in rows])
    return [row.id for row in rows]


def clamp_deadlines(work: UnitOfWork, *, lease_ms: int) -> None:
    """Shorten leases and backoffs that lie too far in the future, so that no job hangs after a clock was set back."""
    statements.CLAMP_LEASES.execute(work, lease_ms=lease_ms, longest_ms=2 * lease_ms)
    statements.CLAMP_BACKOFFS.execute(work, longest_ms=2 * MAX_BACKOFF_MS)


def cancel(work: UnitOfWork, job_id: UUID) -> Literal["cancelled", "running"] | None:
    """Cancel a queued job (``cancelled``) or ask a running one to stop (``running``).

    None if the job has finished or was already asked to stop.
    """
    states = _cancel(work, change_statements.CANCEL, the_id=job_id)
    return states[0] if states else None


def cancel_set_run(work: UnitOfWork, set_run_id: UUID) -> int:
    """Cancel every unfinished job of a set run in one statement; how many there were."""
    return len(_cancel(work, change_statements.CANCEL_SET_RUN, the_run=set_run_id))


def cancel_many(work: UnitOfWork, filters: CancellationFilter, limit: int) -> Sequence[Literal["cancelled", "running"]]:
    """Cancel the unfinished jobs that match in one statement, whosever they are if ``created_by`` is None.

    At most ``limit``, in the order of the queue. The states that they have now: those that were running still are.
    """
    return _cancel(work, change_statements.cancel_many(_shape(filters)), **_values(filters), limit=limit)


def list_cancellable(
    work: UnitOfWork, filters: CancellationFilter, limit: int
) -> Sequence[Literal["queued", "running"]]:
    """The states of the jobs that ``cancel_many`` would cancel."""
    states: list[Any] = change_statements.list_cancellable(_shape(filters)).all(work, **_values(filters), limit=limit)
    return states


def _shape(filters: CancellationFilter) -> CancellationShape:
    return CancellationShape(
        of_user=filters.created_by is not None,
        of_run=filters.set_run_id is not None,
        of_kind=filters.kind is not None,
        queued_only=filters.queued_only,
    )


def _values(filters: CancellationFilter) -> dict[str, Any]:
    return {"the_user": filters.created_by, "the_run": filters.set_run_id, "the_kind": filters.kind}


def _cancel(work: UnitOfWork, statement: Statement[Changed], **values: Any) -> list[Literal["cancelled", "running"]]:
    rows = _in_order(statement.all(work, **values))
    for row in rows:
        kind = "job.cancelled" if row.state == "cancelled" else "job.cancel_requested"
        record(work, kind, row.id, set_run_id=row.set_run_id)
    return [row.state for row in rows]


def retry(work: UnitOfWork, job_ids: Sequence[UUID]) -> list[UUID]:
    """Queue failed and cancelled jobs again, with all their attempts; the ids of those that were either.

    Jobs that were imported stay as they are: no engine here did them.
    """
    rows = _in_order(change_statements.RETRY.all(work, the_ids=list(job_ids)) if job_ids else [])
    for row in rows:
        record(work, "job.queued", row.id, set_run_id=row.set_run_id)
    return [row.id for row in rows]


def set_priority(work: UnitOfWork, job_id: UUID, priority: int) -> bool:
    """Change the priority of a queued job; False if the job is not queued."""
    if change_statements.SET_PRIORITY.first(work, the_id=job_id, the_priority=priority) is None:
        return False
    record(work, "job.updated", job_id, priority=priority)
    return True


def set_paused(work: UnitOfWork, *, paused: bool) -> bool:
    """Pause or resume claims; running jobs continue. Whether this changed anything."""
    change_statements.INSERT_CONTROL[work.dialect].execute(work)
    switch = change_statements.PAUSE if paused else change_statements.RESUME
    if switch.first(work) is None:
        return False
    record(work, "queue.paused" if paused else "queue.resumed", None)
    return True


def compute_backoff_ms(attempt: int) -> int:
    """How long a job waits after its ``attempt``-th failure: 1 s, 4 s, 16 s, then a minute."""
    backoff_ms: int = FIRST_BACKOFF_MS * 4 ** (max(attempt, 1) - 1)
    return min(backoff_ms, MAX_BACKOFF_MS)


def _row(work: UnitOfWork, job: NewJob) -> dict[str, Any]:
    row = {f"new_{name}": getattr(job, name) for name in statements.NEW_JOB if name != "trace_id"}
    return {**row, "new_trace_id": work.trace_id}


def _in_order(rows: Sequence[Changed]) -> list[Changed]:
    """Rows in the order in which the jobs were created, and so their events; a database returns them in any."""
    return sorted(rows, key=lambda row: row.id)


def _to_lease(work: UnitOfWork, row: Claimed) -> Lease:
    lease = Lease(**{name: getattr(row, name) for name in Lease.__dataclass_fields__})
    work.trace_id = lease.trace_id
    record(work, "job.running", lease.job_id, attempt=lease.attempt, set_run_id=lease.set_run_id)
    return lease


def _own_job(lease: Lease) -> dict[str, Any]:
    return {"the_id": lease.job_id, "the_token": lease.token}


def _end_run(work: UnitOfWork, statement: Statement[Ended], lease: Lease, **values: Any) -> RunOutcome:
    row = statement.first(work, **_own_job(lease), **values)
    if row is None:
        return "lost"
    change_statements.REMOVE_PREVIEWS.execute(work, the_ids=[lease.job_id])
    record(work, f"job.{row.state}", lease.job_id, set_run_id=lease.set_run_id, error=row.error_code)
    outcome: RunOutcome = row.state
    return outcome
