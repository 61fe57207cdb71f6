"""The SQL of what people change in the queue, built once: they cancel and retry jobs, set priorities, and pause it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    Uuid,
    and_,
    bindparam,
    case,
    delete,
    null,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from platemark.choices import IMPORTED_ENGINE
from platemark.db.statements import Statement, first_column
from platemark.db.tables import JobPreviewRow, QueueControlRow
from platemark.db.types import EPOCH, db_now
from platemark.jobs.statements import (
    CANCEL_REQUESTED,
    CHANGED,
    JOB,
    JOBS,
    QUEUE_ORDER,
    QUEUED,
    RUNNING,
    Changed,
)

CONTROL = QueueControlRow
THE_ID, LIMIT = bindparam("the_id", type_=Uuid()), bindparam("limit", type_=Integer())
TO_STOP = and_(RUNNING, ~CANCEL_REQUESTED)


class CancellationShape(NamedTuple):
    """What the statements that cancel many jobs depend on: which filters there are, and whether running jobs match."""

    of_user: bool
    of_run: bool
    of_kind: bool
    queued_only: bool


@cache
def cancel_many(shape: CancellationShape) -> Statement[Changed]:
    """Cancel the jobs that match, or ask them to stop: the parameters ``the_user``, ``the_run`` and ``the_kind``.

    At most ``limit``, those first that workers would take first. They are locked in this order, in which workers
    complete a batch, too, so that neither waits for the other in a circle; one that was claimed meanwhile is asked to
    stop.
    """
    found = _in_order(select(JOB.id), shape).with_for_update()
    once = found.cte("found").prefix_with("MATERIALIZED")
    return _cancel(JOB.id.in_(select(once.c.id)))


@cache
def list_cancellable(shape: CancellationShape) -> Statement[str]:
    """The states of the jobs that ``cancel_many`` would cancel, in its order."""
    return Statement(_in_order(select(JOB.state), shape), first_column)


def _in_order(jobs: Select[Any], shape: CancellationShape) -> Select[Any]:
    """The jobs that match in the order of the queue: of those in each state, which an index finds, the first."""
    of_states = (QUEUED,) if shape.queued_only else (QUEUED, TO_STOP)
    heads = (
        select(JOB.id).where(of_state, *_matching(shape)).order_by(*QUEUE_ORDER).limit(LIMIT).subquery()
        for of_state in of_states
    )
    ids = union_all(*(select(head.c.id) for head in heads))
    return jobs.where(JOB.id.in_(ids), or_(*of_states)).order_by(*QUEUE_ORDER).limit(LIMIT)


def _matching(shape: CancellationShape) -> Iterator[ColumnElement[bool]]:
    if shape.of_user:
        yield JOB.created_by == bindparam("the_user", type_=Uuid())
    if shape.of_run:
        yield JOB.set_run_id == bindparam("the_run", type_=Uuid())
    if shape.of_kind:
        yield JOB.kind == bindparam("the_kind", type_=String())


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
REMOVE_PREVIEWS = Statement(
    delete(JobPreviewRow).where(JobPreviewRow.job_id.in_(bindparam("the_ids", type_=Uuid(), expanding=True))),
    first_column,
)
