"""The SQL of the transitions, built once: workers execute these statements many times a second, and building one costs
more than executing it. Only ``platemark.jobs.queue`` executes them, and those of ``change_statements``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Float,
    FromClause,
    Integer,
    Select,
    String,
    Table,
    Update,
    Uuid,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal_column,
    null,
    select,
    true,
    type_coerce,
    union_all,
    update,
)

from platemark.db.statements import Statement, first_column
from platemark.db.tables import JobRow, QueueControlRow
from platemark.db.types import EPOCH, Instant, db_now

DIALECTS = ("sqlite", "postgresql")
SWEEP_BATCH_SIZE = 100
MAX_BATCH_CANDIDATES = 256
MAX_CANDIDATES = 1000
"""How many jobs of an engine a claim looks at; more than are locked at any moment by transactions that claim them."""

JOBS = cast("Table", JobRow.__table__)
JOB = JOBS.c


class Claimed(NamedTuple):
    """A job that was claimed, with what its lease says of it."""

    job_id: UUID
    token: int
    kind: str
    engine: str
    payload: dict[str, Any]
    attempt: int
    set_run_id: UUID | None
    row_position: int | None
    trace_id: str | None
    priority: int
    place: int


class Completed(NamedTuple):
    """A job whose run ended well, or as cancelled."""

    state: Any
    created_by: UUID | None


class Ended(NamedTuple):
    """A job whose run ended otherwise."""

    state: Any
    error_code: str | None


class Changed(NamedTuple):
    """A job that changed together with others."""

    id: UUID
    state: Any
    set_run_id: UUID | None


def in_state(state: str, jobs: FromClause = JOBS) -> ColumnElement[bool]:
    """Compare the state with a literal in the SQL, so that the partial indexes apply."""
    return jobs.c.state == literal_column(f"'{state}'")


def later(milliseconds: ColumnElement[int]) -> ColumnElement[object]:
    """The database's current time plus ``milliseconds``."""
    return type_coerce(db_now() + milliseconds, Instant())


ONE: ColumnElement[int] = literal_column("1")  # in the SQL, so that planners know it
LEASE_MS = bindparam("lease_ms", type_=BigInteger())
LONGEST_MS = bindparam("longest_ms", type_=BigInteger())
BACKOFF_MS = bindparam("backoff_ms", type_=BigInteger())
CODE = bindparam("code", type_=String())
MESSAGE = bindparam("message", type_=String())

QUEUED, RUNNING = in_state("queued"), in_state("running")
LEASED = (RUNNING, JOB.lease_until > EPOCH)
"""The same as ``RUNNING``, found through the index of the leases."""

CANCEL_REQUESTED = JOB.cancel_requested_at.is_not(None)
PAUSED = exists().where(QueueControlRow.__table__.c.paused_at.is_not(None))
DUE = JOB.run_after <= db_now()
READY = (QUEUED, DUE.is_(True), ~PAUSED)  # in this form no index finds the due ones, of which there are many
OWN_JOB = (
    JOB.id == bindparam("the_id", type_=Uuid()),
    JOB.token == bindparam("the_token", type_=BigInteger()),
    RUNNING,
)
QUEUE_ORDER = (JOB.priority.desc(), JOB.place, JOB.id)
ENGINE_ORDER = (-JOB.priority, JOB.place, JOB.id)
"""The same order, as only the index of the jobs of an engine has it. Otherwise planners search the queue for them."""

NO_ATTEMPT = {"attempt": JOB.attempt - 1}
"""What gives the attempt back that the claim has counted."""

STATE_AFTER_FAILURE = case(
    (CANCEL_REQUESTED, "cancelled"),
    (JOB.attempt >= JOB.max_attempts, "failed"),
    else_="queued",
)


def skip_locked(statement: Select[Any], dialect: str) -> Select[Any]:
    """Lock the selected rows and skip those that another transaction has locked; SQLite has only one writer."""
    return statement.with_for_update(skip_locked=True, of=JOBS) if dialect == "postgresql" else statement


def _claim(dialect: str) -> Statement[Claimed]:
    first = skip_locked(_select_ready(QUEUE_ORDER).limit(ONE), dialect)
    return _lease(JOB.id == _unless_paused(first, dialect))


@cache
def claim_of_engines(dialect: str, engine_count: int, limited: tuple[int, ...] = ()) -> Statement[Claimed]:
    """The claim for workers that have ``engine_count`` engines: the parameters ``engine_0``, ``engine_1`` …

    Of an engine whose number is in ``limited``, at most as many jobs run as its parameter ``at_once_0`` … says.

    It reads the first ready jobs of each engine, so that it costs the same however many jobs are for other engines, and
    takes the first of all that no other transaction has locked.
    """
    candidate_count: ColumnElement[int] = literal_column(str(MAX_CANDIDATES if dialect == "postgresql" else 1))
    ready = (
        _select_ready(ENGINE_ORDER, JOB.engine == bindparam(f"engine_{number}", type_=String()))
        .add_columns((-JOB.priority).label("rank"), JOB.place)
        .limit(case((_has_room(number), candidate_count), else_=0) if number in limited else candidate_count)
        .subquery()
        for number in range(engine_count)
    )
    merged = union_all(*map(select, ready)).subquery()
    ordered = select(merged.c.id).order_by(merged.c.rank, merged.c.place, merged.c.id)
    if dialect == "postgresql":
        candidates = ordered.subquery()
        free = skip_locked(select(JOB.id).where(JOB.id == candidates.c.id, *READY), dialect).lateral()
        ordered = select(free.c.id).select_from(candidates.join(free, true()))
    return _lease(JOB.id == _unless_paused(ordered.limit(ONE), dialect))


def _has_room(number: int) -> ColumnElement[bool]:
    """Whether another job of the engine with this number may run. Only as many jobs run as there are workers."""
    running = JOBS.alias("running")
    leased = (in_state("running", running), running.c.lease_until > EPOCH)
    ours = select(func.count()).where(*leased, running.c.engine == bindparam(f"engine_{number}", type_=String()))
    return ours.scalar_subquery() < bindparam(f"at_once_{number}", type_=Integer())


def _unless_paused(job: Select[Any], dialect: str) -> ColumnElement[Any]:
    """The id that ``job`` selects. SQLite would ask for each job whether the queue is paused."""
    return case((~PAUSED, job.scalar_subquery())) if dialect == "sqlite" else job.scalar_subquery()


def _claim_more(dialect: str) -> Statement[Claimed]:
    """Of the first ready jobs of the engine, those that a batch may have; there may be any number of others."""
    facts = (JOB.kind, JOB.attempt, JOB.max_attempts)
    ready = _select_ready(ENGINE_ORDER, JOB.engine == bindparam("the_engine", type_=String()))
    first = ready.add_columns(*facts).limit(literal_column(str(MAX_BATCH_CANDIDATES))).subquery()
    fresh = (first.c.kind == "generate", first.c.attempt == 0, first.c.max_attempts > 1)
    batch = select(first.c.id).where(*fresh)
    if dialect == "postgresql":
        candidates = batch.subquery()
        free = skip_locked(select(JOB.id).where(JOB.id == candidates.c.id, *READY), dialect).lateral()
        batch = select(free.c.id).select_from(candidates.join(free, true()))
    limited = batch.limit(bindparam("max_count", type_=Integer()))
    once = limited.cte("batch").prefix_with("MATERIALIZED")  # evaluated once, not for each row
    return _lease(JOB.id.in_(select(once.c.id)))


def _select_ready(order: Sequence[ColumnElement[Any]], *conditions: ColumnElement[bool]) -> Select[Any]:
    return select(JOB.id).where(*READY, *conditions).order_by(*order)


def _lease(condition: ColumnElement[bool]) -> Statement[Claimed]:
    columns = (JOB.id if name == "job_id" else JOB[name] for name in Claimed._fields)
    return Statement(
        update(JOBS)
        .where(condition, QUEUED)
        .values(
            state="running",
            owner=bindparam("the_owner", type_=String()),
            attempt=JOB.attempt + 1,
            token=JOB.token + 1,
            lease_until=later(LEASE_MS),
            started_at=db_now(),
            progress=0.0,
            error_code=null(),
            error_message=null(),
        )
        .returning(*columns),
        Claimed._make,
    )


def _end(
    state: ColumnElement[str],
    *where: ColumnElement[bool],
    code: ColumnElement[str] | None = None,
    message: ColumnElement[str] | None = None,
    run_after: object = EPOCH,
) -> Update:
    """End a run: release the lease and change the token; the job is queued again or finished, as ``state`` says."""
    queued = state == literal_column("'queued'")
    return (
        update(JOBS)
        .where(*where)
        .values(
            state=state,
            owner=null(),
            lease_until=null(),
            token=JOB.token + 1,
            rung_at=null(),
            run_after=run_after,
            error_code=null() if code is None else case((CANCEL_REQUESTED, null()), else_=code),
            error_message=null() if message is None else case((CANCEL_REQUESTED, null()), else_=message),
            started_at=case((queued, null()), else_=JOB.started_at),
            finished_at=case((queued, null()), else_=db_now()),
        )
    )


def _fail(state: ColumnElement[str], *where: ColumnElement[bool]) -> Update:
    return _end(state, *where, code=CODE, message=MESSAGE, run_after=later(BACKOFF_MS))


def _sweep(dialect: str) -> Statement[Changed]:
    expired = (RUNNING, JOB.lease_until < db_now())
    ids = skip_locked(select(JOB.id).where(*expired).limit(SWEEP_BATCH_SIZE), dialect)
    failure = _fail(STATE_AFTER_FAILURE, JOB.id.in_(ids), *expired)
    return Statement(failure.values(run_after=EPOCH).returning(*CHANGED), Changed._make)


def _add(dialect: str, *, of_user: bool) -> Statement[Any]:
    given = {name: bindparam(f"new_{name}", type_=JOB[name].type) for name in NEW_JOB}
    fixed = {"state": "queued", "attempt": 0, "token": 0, "progress": 0.0, "created_at": db_now()}
    run_after = EPOCH  # not now: a clock that is set back later must not delay the job
    place = _next_place(dialect, given["priority"], given["created_by"] if of_user else None)
    return Statement(insert(JOBS).values(given | fixed | {"run_after": run_after, "place": place}), first_column)


def _next_place(
    dialect: str, priority: ColumnElement[int], user_id: ColumnElement[UUID | None] | None
) -> ColumnElement[int]:
    """The place of a new job: users take turns.

    It is one behind the last job that waits of the same user, or beside the first that waits of anybody, whichever is
    further back: a user with one job need not wait for all thousand of another, and who had none for long gains
    nothing by it. If no job of this priority waits, it is behind all jobs there are.
    """
    waiting, every = JOBS.alias("waiting"), JOBS.alias("every")
    same = in_state("queued", waiting), waiting.c.priority == priority
    first = select(func.min(waiting.c.place)).where(*same).scalar_subquery()
    own = select(func.max(waiting.c.place)).where(*same, waiting.c.created_by == user_id)  # == None is IS NULL
    last = select(func.max(every.c.place)).scalar_subquery()
    greatest = func.greatest if dialect == "postgresql" else func.max
    return greatest(func.coalesce(first, last + 1, 1), func.coalesce(own.scalar_subquery() + 1, 1))


CHANGED = (JOB.id, JOB.state, JOB.set_run_id)
NEW_JOB = (
    *("id", "kind", "engine", "payload", "priority", "max_attempts"),
    *("album_id", "set_run_id", "row_position", "trace_id", "created_by"),
)
"""The columns of a new job that the parameters of ``ADD`` give, each as ``new_`` and its name."""

ADD = {dialect: _add(dialect, of_user=True) for dialect in DIALECTS}
ADD_OF_NOBODY = {dialect: _add(dialect, of_user=False) for dialect in DIALECTS}
"""For jobs that no user created: those of the command line."""
HAS_READY: Statement[bool] = Statement(select(and_(~PAUSED, exists().where(QUEUED, DUE))), first_column)
CLAIM = {dialect: _claim(dialect) for dialect in DIALECTS}
CLAIM_MORE = {dialect: _claim_more(dialect) for dialect in DIALECTS}
LIMITS_LOCK = 0x706D_4C4D  # the key of an advisory lock; any number that nothing else locks
LOCK_LIMITS: Statement[Any] = Statement(select(func.pg_advisory_xact_lock(LIMITS_LOCK)), first_column)
"""On PostgreSQL, has claims that count running jobs follow each other. SQLite has only one writer."""

HEARTBEAT: Statement[tuple[datetime | None, UUID]] = Statement(
    update(JOBS)
    .where(*OWN_JOB)
    .values(
        lease_until=later(LEASE_MS),
        progress=func.coalesce(bindparam("the_progress", type_=Float()), JOB.progress),
    )
    .returning(JOB.cancel_requested_at, JOB.id),
    tuple,
)
COMPLETE = Statement(
    _end(case((CANCEL_REQUESTED, "cancelled"), else_="succeeded"), *OWN_JOB)
    .values(progress=case((CANCEL_REQUESTED, JOB.progress), else_=1.0))
    .returning(JOB.state, JOB.created_by),
    Completed._make,
)
FAIL = Statement(_fail(STATE_AFTER_FAILURE, *OWN_JOB).returning(JOB.state, JOB.error_code), Ended._make)
FAIL_FOR_GOOD = Statement(
    _fail(case((CANCEL_REQUESTED, "cancelled"), else_="failed"), *OWN_JOB).returning(JOB.state, JOB.error_code),
    Ended._make,
)
RELEASE = Statement(
    _end(case((CANCEL_REQUESTED, "cancelled"), else_="queued"), *OWN_JOB)
    .values(NO_ATTEMPT)
    .returning(JOB.state, JOB.error_code),
    Ended._make,
)
POSTPONE = Statement(
    _fail(case((CANCEL_REQUESTED, "cancelled"), else_="queued"), *OWN_JOB)
    .values(NO_ATTEMPT)
    .returning(JOB.state, JOB.error_code),
    Ended._make,
)
SWEEP_OWNER = Statement(
    _fail(STATE_AFTER_FAILURE, *LEASED, JOB.owner == bindparam("the_owner", type_=String()))
    .values(run_after=EPOCH)
    .returning(*CHANGED),
    Changed._make,
)
SWEEP = {dialect: _sweep(dialect) for dialect in DIALECTS}
CLAMP_LEASES = Statement(
    update(JOBS).where(RUNNING, JOB.lease_until > later(LONGEST_MS)).values(lease_until=later(LEASE_MS)), first_column
)
CLAMP_BACKOFFS = Statement(
    update(JOBS).where(QUEUED, JOB.run_after > later(LONGEST_MS)).values(run_after=db_now()), first_column
)
