"""The SQL of the transitions, said once: a worker sends these many times a second, and building them costs more than
what the database does with them. ``platemark.jobs.queue`` alone sends them.
"""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Float,
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
    type_coerce,
    update,
)

from platemark.db.tables import JobRow, QueueControlRow
from platemark.db.types import EPOCH, Instant, db_now

DIALECTS = ("sqlite", "postgresql")
SWEEP_BATCH = 100

JOBS = cast("Table", JobRow.__table__)
JOB = JOBS.c


def in_state(state: str) -> ColumnElement[bool]:
    """The state as a literal in the SQL, so that the partial indexes serve."""
    return JOB.state == literal_column(f"'{state}'")


def later(milliseconds: ColumnElement[int]) -> ColumnElement[object]:
    """The database's now, and ``milliseconds`` more."""
    return type_coerce(db_now() + milliseconds, Instant())


LEASE_MS = bindparam("lease_ms", type_=BigInteger())
LONGEST_MS = bindparam("longest_ms", type_=BigInteger())
BACKOFF_MS = bindparam("backoff_ms", type_=BigInteger())
CODE = bindparam("code", type_=String())
MESSAGE = bindparam("message", type_=String())

QUEUED, RUNNING = in_state("queued"), in_state("running")
CANCEL_REQUESTED = JOB.cancel_requested_at.is_not(None)
PAUSED = exists().where(QueueControlRow.__table__.c.paused_at.is_not(None))
READY = (QUEUED, JOB.run_after <= db_now(), ~PAUSED)
MINE = (
    JOB.id == bindparam("the_id", type_=Uuid()),
    JOB.token == bindparam("the_token", type_=BigInteger()),
    RUNNING,
)
OF_ENGINES = JOB.engine.in_(bindparam("engines", expanding=True, type_=String()))
AFTER_A_FAILURE = case(
    (CANCEL_REQUESTED, "cancelled"),
    (JOB.attempt >= JOB.max_attempts, "failed"),
    else_="queued",
)


def skipping_locked(found: Select[Any], dialect: str) -> Select[Any]:
    """Rows that somebody else has in hand are passed over, not waited for; on SQLite there is but one writer."""
    return found.with_for_update(skip_locked=True, of=JOBS) if dialect == "postgresql" else found


def _claim(dialect: str, *which: ColumnElement[bool]) -> Update:
    first = _ready(*which).limit(1)
    return _take(JOB.id == skipping_locked(first, dialect).scalar_subquery())


def _claim_more(dialect: str) -> Update:
    of_engine = (JOB.engine == bindparam("the_engine", type_=String()), JOB.kind == "generate")
    fresh = (*of_engine, JOB.attempt == 0, JOB.max_attempts > 1)
    few = _ready(*fresh).limit(bindparam("most", type_=Integer()))
    once = skipping_locked(few, dialect).cte("few").prefix_with("MATERIALIZED")  # not asked again for each row
    return _take(JOB.id.in_(select(once.c.id)))


def _ready(*which: ColumnElement[bool]) -> Select[Any]:
    return select(JOB.id).where(*READY, *which).order_by(JOB.priority.desc(), JOB.id)


def _take(which: ColumnElement[bool]) -> Update:
    return (
        update(JOBS)
        .where(which, QUEUED)
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
        )
    )


def _end(
    state: ColumnElement[str],
    *where: ColumnElement[bool],
    code: ColumnElement[str] | None = None,
    message: ColumnElement[str] | None = None,
    run_after: object = EPOCH,
) -> Update:
    """End a run: the lease is over, the token moves on; queued again or finished, as ``state`` says."""
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
    over = (RUNNING, JOB.lease_until < db_now())
    ids = skipping_locked(select(JOB.id).where(*over).limit(SWEEP_BATCH), dialect)
    ended = _fail(AFTER_A_FAILURE, JOB.id.in_(ids), *over)
    return ended.values(run_after=EPOCH).returning(JOB.id, JOB.state, JOB.set_run_id)


ADD = insert(JOBS).values(created_at=db_now())
HAS_READY = select(exists().where(*READY))
CLAIM = {dialect: _claim(dialect) for dialect in DIALECTS}
CLAIM_OF_ENGINES = {dialect: _claim(dialect, OF_ENGINES) for dialect in DIALECTS}
CLAIM_MORE = {dialect: _claim_more(dialect) for dialect in DIALECTS}
BEAT = (
    update(JOBS)
    .where(*MINE)
    .values(
        lease_until=later(LEASE_MS),
        progress=func.coalesce(bindparam("the_progress", type_=Float()), JOB.progress),
    )
    .returning(JOB.cancel_requested_at)
)
COMPLETE = (
    _end(case((CANCEL_REQUESTED, "cancelled"), else_="succeeded"), *MINE)
    .values(progress=case((CANCEL_REQUESTED, JOB.progress), else_=1.0))
    .returning(JOB.state, JOB.created_by)
)
FAIL = _fail(AFTER_A_FAILURE, *MINE).returning(JOB.state, JOB.error_code)
GIVE_UP = _fail(case((CANCEL_REQUESTED, "cancelled"), else_="failed"), *MINE).returning(JOB.state, JOB.error_code)
RELEASE = (
    _end(case((CANCEL_REQUESTED, "cancelled"), else_="queued"), *MINE)
    .values(attempt=JOB.attempt - 1)
    .returning(JOB.state, JOB.error_code)
)
SWEEP_OWNER = (
    _fail(AFTER_A_FAILURE, RUNNING, JOB.owner == bindparam("the_owner", type_=String()))
    .values(run_after=EPOCH)
    .returning(JOB.id, JOB.state, JOB.set_run_id)
)
SWEEP = {dialect: _sweep(dialect) for dialect in DIALECTS}
CLAMP_LEASES = update(JOBS).where(RUNNING, JOB.lease_until > later(LONGEST_MS)).values(lease_until=later(LEASE_MS))
CLAMP_RESTS = update(JOBS).where(QUEUED, JOB.run_after > later(LONGEST_MS)).values(run_after=db_now())
