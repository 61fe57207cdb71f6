"""The SQL of what people change in the queue, built once: they cancel and retry jobs, set priorities, and pause it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Uuid, and_, bindparam, case, null, or_, update
from sqlalchemy.dialects import postgresql, sqlite

from platemark.choices import IMPORTED_ENGINE
from platemark.db.statements import Statement, first_column
from platemark.db.tables import QueueControlRow
from platemark.db.types import EPOCH, db_now
from platemark.jobs.statements import CANCEL_REQUESTED, CHANGED, JOB, JOBS, QUEUED, Changed

CONTROL = QueueControlRow
THE_ID = bindparam("the_id", type_=Uuid())


def _cancel(condition: ColumnElement[bool]) -> Statement[Changed]:
    queued, running = JOB.state == "queued", JOB.state == "running"  # the condition finds the jobs, no index of a state
    return Statement(
        update(JOBS)
        .where(condition, or_(queued, and_(running, ~CANCEL_REQUESTED)))
        .values(
            cancel_requested_at=db_now(),
            state=case((queued, "cancelled"), else_=JOB.state),
            finished_at=case((queued, db_now()), else_=null()),
        )
        .returning(*CHANGED),
        Changed._make,
    )


def _switch(*, paused: bool) -> Statement[int]:
    differs = CONTROL.paused_at.is_(None) if paused else CONTROL.paused_at.is_not(None)
    return Statement(
        update(CONTROL)
        .where(CONTROL.id == 1, differs)
        .values(paused_at=db_now() if paused else null(), version=CONTROL.version + 1)
        .returning(CONTROL.id),
        first_column,
    )


def _insert_control(dialect: Any) -> Statement[Any]:
    return Statement(dialect.insert(CONTROL).values(id=1, version=1).on_conflict_do_nothing(), first_column)


CANCEL = _cancel(JOB.id == THE_ID)
CANCEL_SET_RUN = _cancel(JOB.set_run_id == bindparam("the_run", type_=Uuid()))
RETRY = Statement(
    update(JOBS)
    .where(JOB.id.in_(bindparam("the_ids", type_=Uuid(), expanding=True)), JOB.state.in_(("failed", "cancelled")))
    .where(JOB.engine != IMPORTED_ENGINE)
    .values(
        state="queued",
        attempt=0,
        token=JOB.token + 1,
        run_after=EPOCH,
        progress=0.0,
        cancel_requested_at=null(),
        error_code=null(),
        error_message=null(),
        rung_at=null(),
        started_at=null(),
        finished_at=null(),
    )
    .returning(*CHANGED),
    Changed._make,
)
SET_PRIORITY: Statement[UUID] = Statement(
    update(JOBS)
    .where(JOB.id == THE_ID, QUEUED)
    .values(priority=bindparam("the_priority", type_=Integer()))
    .returning(JOB.id),
    first_column,
)
INSERT_CONTROL = {"sqlite": _insert_control(sqlite), "postgresql": _insert_control(postgresql)}
PAUSE, RESUME = _switch(paused=True), _switch(paused=False)
