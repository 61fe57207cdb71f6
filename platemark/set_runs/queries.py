"""Reads and writes the rows of set runs, in a few statements whatever the length of the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Uuid,
    bindparam,
    case,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    union_all,
    update,
)

from platemark.access import Actor, Viewpoint, may_read_prompts
from platemark.db.kept_counts.set_run_states import runs_in_state, runs_not_folded, state_of_run
from platemark.db.statements import MAX_SHAPES, Statement, first_column, row_of
from platemark.db.tables import ImageRow, JobRow, SetRunCellRow, SetRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import visible_images
from platemark.jobs import visibility
from platemark.paging import PageRequest
from platemark.set_runs.views import SetRunFilter, State

RUN_COLUMNS = (
    "id", "set_template_id", "set_template_version", "album_id", "theme", "engine", "model", "adapters",
    "row_count", "reused_count", "created_by", "created_at",
)  # fmt: skip
"""The columns of a run's own row that its view shows."""

NEW_RUN = (*RUN_COLUMNS, "seed", "overrides", "grid")
STATE = state_of_run(SetRunRow.id.expression)
RUN_ID, AFTER = bindparam("run_id", type_=Uuid()), bindparam("after", type_=Uuid())
LIMIT, TEMPLATE_ID = bindparam("limit", type_=Integer()), bindparam("template_id", type_=Uuid())
NEWEST = SetRunRow.id.desc()


class RunShape(NamedTuple):
    """What the statement of a list of runs depends on: the states, whether of one template, and whether it goes on."""

    states: frozenset[str]
    of_template: bool
    follows: bool


class JobTotals(NamedTuple):
    """The jobs of a run in one state: how many, the sum of their progress, the first start and the last finish."""

    set_run_id: UUID
    state: str
    job_count: int
    progress: float
    started_at: datetime | None
    finished_at: datetime | None


class RowJob(NamedTuple):
    """The job of a row, with its error message as far as the caller may read it.

    ``digest`` is that of its cell, if it is one of a grid; ``of_run`` is the run that queued the job.
    """

    id: UUID
    row_position: int
    state: State
    error_code: str | None
    error_message: str | None
    digest: str | None
    of_run: UUID | None


def list_rows(work: UnitOfWork, filters: SetRunFilter, page: PageRequest, *, by: Actor) -> Sequence[Any]:
    """Matching runs that the caller started or whose album they see, newest first: one more than the page holds."""
    shape = RunShape(frozenset(filters.states), filters.set_template_id is not None, page.after is not None)
    return _runs_page(shape, by.viewpoint, work.dialect).all(
        work, me=by.user_id, after=page.after, limit=page.limit + 1, template_id=filters.set_template_id
    )


def get_row(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> Any:
    """The run; None if there is none or the caller may not see it."""
    return _run(by.viewpoint).first(work, run_id=set_run_id, me=by.user_id)


def total_jobs(work: UnitOfWork, set_run_ids: Collection[UUID]) -> Sequence[JobTotals]:
    """The totals of each run and each state that a job of it has."""
    return JOB_TOTALS.all(work, run_ids=list(set_run_ids)) if set_run_ids else ()


def list_row_jobs(work: UnitOfWork, set_run_id: UUID, *, is_grid: bool, by: Actor) -> Sequence[RowJob]:
    """The jobs of a run's rows or cells, in their order."""
    return _row_jobs(by.viewpoint, is_grid=is_grid).all(work, run_id=set_run_id, me=by.user_id)


def list_failed_jobs(work: UnitOfWork, set_run_id: UUID) -> Sequence[UUID]:
    """The jobs of the failed rows, in the order of the rows."""
    return FAILED_JOBS.all(work, run_id=set_run_id)


def list_job_images(work: UnitOfWork, set_run_id: UUID, *, is_grid: bool, by: Actor) -> Sequence[tuple[UUID, UUID]]:
    """Job and image of each image of the run that the caller may see and that is not in the trash."""
    return _job_images(by.viewpoint, is_grid=is_grid).all(work, run_id=set_run_id, me=by.user_id)


def insert_run(work: UnitOfWork, **values: Any) -> None:
    """Insert a run: the values of the columns ``NEW_RUN``."""
    INSERT.execute(work, **{f"new_{name}": value for name, value in values.items()})


def lock_run(work: UnitOfWork, set_run_id: UUID) -> None:
    """Lock the run until the work ends; its jobs go on meanwhile."""
    LOCK.first(work, run_id=set_run_id)


def set_cancel_requested(work: UnitOfWork, set_run_id: UUID, at: datetime | None) -> None:
    """Store when the run was cancelled; None if it goes on."""
    SET_CANCEL_REQUESTED.execute(work, run_id=set_run_id, requested_at=at)


@cache
def _runs(by: Viewpoint) -> Select[Any]:
    columns = (getattr(SetRunRow, name) for name in RUN_COLUMNS)
    readable = _reads_requests(by).label("is_readable")
    return select(*columns, SetRunRow.seed, SetRunRow.grid, readable, STATE.label("state"))


def _reads_requests(by: Viewpoint) -> ColumnElement[bool]:
    """Whether the caller may read seed and axes: they started the run, or may read the request of each of its jobs."""
    if by.is_admin:
        return true()
    own = SetRunRow.created_by == by.user_id
    if not may_read_prompts(by):
        return own
    cells = select(SetRunCellRow.job_id).where(SetRunCellRow.set_run_id == SetRunRow.id).correlate(SetRunRow)
    of_rows = _none_unreadable(JobRow.set_run_id == SetRunRow.id, by)
    of_cells = _none_unreadable(JobRow.id.in_(cells), by)
    return or_(own, case((SetRunRow.grid.is_(None), of_rows), else_=of_cells))


def _none_unreadable(of_run: ColumnElement[bool], by: Viewpoint) -> ColumnElement[bool]:
    unreadable = select(literal(1)).where(of_run, visibility.readable_request(by).is_not(True))
    return unreadable.limit(1).correlate(SetRunRow).scalar_subquery().is_(None)


@cache
def _run(by: Viewpoint) -> Statement[Any]:
    runs = _runs(by)
    return Statement(runs.where(SetRunRow.id == RUN_ID, visibility.visible_set_runs(by)), row_of(runs))


@lru_cache(MAX_SHAPES)
def _runs_page(shape: RunShape, by: Viewpoint, dialect: str) -> Statement[Any]:
    runs, conditions = _runs(by), list(_conditions(shape, by))
    if not shape.states or shape.of_template:  # a template has few runs
        in_states = [STATE.in_(sorted(shape.states))] if shape.states else []
        return Statement(runs.where(*conditions, *in_states).order_by(NEWEST).limit(LIMIT), row_of(runs))
    heads = (head.where(*conditions).limit(LIMIT).subquery() for head in _heads(shape, dialect))
    merged = union_all(*(select(head.c.id) for head in heads)).subquery()
    ids = select(merged.c.id).order_by(merged.c.id.desc()).limit(LIMIT)
    return Statement(runs.where(SetRunRow.id.in_(ids)).order_by(NEWEST), row_of(runs))


def _conditions(shape: RunShape, by: Viewpoint) -> Iterator[ColumnElement[bool]]:
    yield visibility.visible_set_runs(by)
    if shape.of_template:
        yield SetRunRow.set_template_id == TEMPLATE_ID
    if shape.follows:
        yield SetRunRow.id < AFTER


def _heads(shape: RunShape, dialect: str) -> Iterator[Select[UUID]]:
    """The newest runs in each state, through an index, and those that no index has in their state."""
    for state in sorted(shape.states):
        ids = runs_in_state(state, dialect).subquery()
        yield select(SetRunRow.id).join(ids, ids.c.set_run_id == SetRunRow.id).order_by(ids.c.set_run_id.desc())
    if dialect == "postgresql":
        not_folded = SetRunRow.id.in_(runs_not_folded())
        yield select(SetRunRow.id).where(not_folded, STATE.in_(sorted(shape.states))).order_by(NEWEST)


@cache
def _row_jobs(by: Viewpoint, *, is_grid: bool) -> Statement[RowJob]:
    message = visibility.readable_message(by).label("error_message")
    columns = (JobRow.state, JobRow.error_code, message)
    if is_grid:
        cells = select(JobRow.id, SetRunCellRow.position, *columns, SetRunCellRow.digest, JobRow.set_run_id)
        of_run = cells.join(SetRunCellRow, SetRunCellRow.job_id == JobRow.id).where(SetRunCellRow.set_run_id == RUN_ID)
        return Statement(of_run.order_by(SetRunCellRow.position), RowJob._make)
    jobs = select(JobRow.id, JobRow.row_position, *columns, literal(None), JobRow.set_run_id)
    return Statement(jobs.where(JobRow.set_run_id == RUN_ID).order_by(JobRow.row_position), RowJob._make)


@cache
def _job_images(by: Viewpoint, *, is_grid: bool) -> Statement[tuple[UUID, UUID]]:
    images = select(ImageRow.job_id, ImageRow.id).where(visible_images(by).is_(True)).order_by(ImageRow.id)
    if is_grid:
        cells = images.join(SetRunCellRow, SetRunCellRow.job_id == ImageRow.job_id)
        return Statement(cells.where(SetRunCellRow.set_run_id == RUN_ID), tuple)
    return Statement(images.join(JobRow, JobRow.id == ImageRow.job_id).where(JobRow.set_run_id == RUN_ID), tuple)


JOB_TOTALS = Statement(
    select(
        JobRow.set_run_id,
        JobRow.state,
        func.count(),
        func.sum(JobRow.progress),
        func.min(JobRow.started_at),
        func.max(JobRow.finished_at),
    )
    .where(JobRow.set_run_id.in_(bindparam("run_ids", type_=Uuid(), expanding=True)))
    .group_by(JobRow.set_run_id, JobRow.state),
    JobTotals._make,
)
FAILED_JOBS: Statement[UUID] = Statement(
    select(JobRow.id).where(JobRow.set_run_id == RUN_ID, JobRow.state == "failed").order_by(JobRow.row_position),
    first_column,
)
LOCK: Statement[UUID] = Statement(
    select(SetRunRow.id).where(SetRunRow.id == RUN_ID).with_for_update(key_share=True), first_column
)
RUN = SetRunRow.__table__
INSERT: Statement[Any] = Statement(
    insert(SetRunRow).values({name: bindparam(f"new_{name}", type_=RUN.c[name].type) for name in NEW_RUN}),
    first_column,
)
SET_CANCEL_REQUESTED: Statement[Any] = Statement(
    update(SetRunRow)
    .where(SetRunRow.id == RUN_ID)
    .values(cancel_requested_at=bindparam("requested_at", type_=RUN.c.cancel_requested_at.type)),
    first_column,
)
