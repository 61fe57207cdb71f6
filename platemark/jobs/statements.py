"""The SQL of the transitions, built once: workers execute these statements many times a second, and building one costs
more than executing it. Only ``platemark.jobs.queue`` executes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

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

from platemark.db.tables import JobRow, QueueControlRow
from platemark.db.types import EPOCH, Instant, db_now

DIALECTS = ("sqlite", "postgresql")
SWEEP_BATCH_SIZE = 100
MAX_CANDIDATES = 1000
"""How many jobs of an engine a claim looks at; more than are locked at any moment by transactions that claim them."""

JOBS = cast("Table", JobRow.__table__)
JOB = JOBS.c


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

STATE_AFTER_FAILURE = case(
    (CANCEL_REQUESTED, "cancelled"),
    (JOB.attempt >= JOB.max_attempts, "failed"),
    else_="queued",
)


def skip_locked(statement: Select[Any], dialect: str) -> Select[Any]:
    """Lock the selected rows and skip those that another transaction has locked; SQLite has only one writer."""
    return statement.with_for_update(skip_locked=True, of=JOBS) if dialect == "postgresql" else statement


def _claim(dialect: str) -> Update:
    return _lease(JOB.id == skip_locked(_select_ready(QUEUE_ORDER).limit(ONE), dialect).scalar_subquery())


@cache
def claim_of_engines(dialect: str, engine_count: int) -> Update:
    """The claim for workers that have ``engine_count`` engines: the parameters ``engine_0``, ``engine_1`` …

    It reads the first ready jobs of each engine, so that it costs the same however many jobs are for other engines, and
    takes the first of all that no other transaction has locked.
    """
    ready = (
        _select_ready(ENGINE_ORDER, JOB.engine == bindparam(f"engine_{number}", type_=String()))
        .add_columns((-JOB.priority).label("rank"), JOB.place)
        .limit(literal_column(str(MAX_CANDIDATES if dialect == "postgresql" else 1)))
        .subquery()
        for number in range(engine_count)
    )
    merged = union_all(*map(select, ready)).subquery()
    ordered = select(merged.c.id).order_by(merged.c.rank, merged.c.place, merged.c.id)
    if dialect == "postgresql":
        candidates = ordered.subquery()
        free = skip_locked(select(JOB.id).where(JOB.id == candidates.c.id, *READY), dialect).lateral()
        ordered = select(free.c.id).select_from(candidates.join(free, true()))
    return _lease(JOB.id == ordered.limit(ONE).scalar_subquery())


def _claim_more(dialect: str) -> Update:
    of_engine = (JOB.engine == bindparam("the_engine", type_=String()), (JOB.kind == "generate").is_(True))
    fresh = (*of_engine, JOB.attempt == 0, JOB.max_attempts > 1)
    batch = _select_ready(ENGINE_ORDER, *fresh).limit(bindparam("max_count", type_=Integer()))
    once = skip_locked(batch, dialect).cte("batch").prefix_with("MATERIALIZED")  # evaluated once, not for each row
    return _lease(JOB.id.in_(select(once.c.id)))


def _select_ready(order: Sequence[ColumnElement[Any]], *conditions: ColumnElement[bool]) -> Select[Any]:
    return select(JOB.id).where(*READY, *conditions).order_by(*order)


def _lease(condition: ColumnElement[bool]) -> Update:
    return (
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
        .returning(
            JOB.id.label("job_id"),
            JOB.token,
            JOB.kind,
            JOB.engine,
            JOB.payload,
            JOB.attempt,
            JOB.set_run_id,
            JOB.row_position,
            JOB.trace_id,
            JOB.priority,
            JOB.place,
        )
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


def _sweep(dialect: str) -> Update:
    expired = (RUNNING, JOB.lease_until < db_now())
    ids = skip_locked(select(JOB.id).where(*expired).limit(SWEEP_BATCH_SIZE), dialect)
    failure = _fail(STATE_AFTER_FAILURE, JOB.id.in_(ids), *expired)
    return failure.values(run_after=EPOCH).returning(JOB.id, JOB.state, JOB.set_run_id)


ADD = insert(JOBS).values(created_at=db_now())
HAS_READY = select(exists().where(QUEUED, DUE, ~PAUSED))
CLAIM = {dialect: _claim(dialect) for dialect in DIALECTS}
CLAIM_MORE = {dialect: _claim_more(dialect) for dialect in DIALECTS}
HEARTBEAT = (
    update(JOBS)
    .where(*OWN_JOB)
    .values(
        lease_until=later(LEASE_MS),
        progress=func.coalesce(bindparam("the_progress", type_=Float()), JOB.progress),
    )
    .returning(JOB.cancel_requested_at)
)
COMPLETE = (
    _end(case((CANCEL_REQUESTED, "cancelled"), else_="succeeded"), *OWN_JOB)
    .values(progress=case((CANCEL_REQUESTED, JOB.progress), else_=1.0))
    .returning(JOB.state, JOB.created_by)
)
FAIL = _fail(STATE_AFTER_FAILURE, *OWN_JOB).returning(JOB.state, JOB.error_code)
FAIL_FOR_GOOD = _fail(case((CANCEL_REQUESTED, "cancelled"), else_="failed"), *OWN_JOB).returning(
    JOB.state, JOB.error_code
)
RELEASE = (
    _end(case((CANCEL_REQUESTED, "cancelled"), else_="queued"), *OWN_JOB)
    .values(attempt=JOB.attempt - 1)
    .returning(JOB.state, JOB.error_code)
)
SWEEP_OWNER = (
    _fail(STATE_AFTER_FAILURE, RUNNING, JOB.owner == bindparam("the_owner", type_=String()))
    .values(run_after=EPOCH)
    .returning(JOB.id, JOB.state, JOB.set_run_id)
)
SWEEP = {dialect: _sweep(dialect) for dialect in DIALECTS}
CLAMP_LEASES = update(JOBS).where(RUNNING, JOB.lease_until > later(LONGEST_MS)).values(lease_until=later(LEASE_MS))
CLAMP_BACKOFFS = update(JOBS).where(QUEUED, JOB.run_after > later(LONGEST_MS)).values(run_after=db_now())
