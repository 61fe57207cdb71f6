"""The selects behind set runs. The state of a run is computed from its jobs, here and nowhere else."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select, true

from platemark.access import Actor, may_read_prompt
from platemark.db.tables import ImageRow, JobRow, SetRunRow
from platemark.image_visibility import visible_images
from platemark.jobs import visibility
from platemark.paging import PageRequest
from platemark.set_runs.views import SetRunFilter

RUN_COLUMNS = (
    "id", "set_template_id", "set_template_version", "album_id", "theme", "row_count", "created_by", "created_at",
)  # fmt: skip
"""The columns of a run's own row that its view shows."""


def _has_job(*where: ColumnElement[bool]) -> ColumnElement[bool]:
    """One look-up a run: for an EXISTS, PostgreSQL may read all jobs."""
    job = select(literal(1)).where(JobRow.set_run_id == SetRunRow.id, *where).limit(1)
    return job.correlate(SetRunRow).scalar_subquery().is_not(None)


STATE: ColumnElement[str] = case(
    (
        _has_job(JobRow.state.in_(("queued", "running"))),
        case((_has_job(JobRow.started_at.is_not(None)), "running"), else_="queued"),
    ),
    (~_has_job(JobRow.state != "succeeded"), "succeeded"),
    (SetRunRow.cancel_requested_at.is_not(None), "cancelled"),
    (_has_job(JobRow.state == "failed"), "failed"),
    else_="cancelled",
)
"""The state of a run.

While a row is unfinished: ``running``, or ``queued`` if none has started yet. Then: ``succeeded`` if all rows have
succeeded, ``cancelled`` if the run was cancelled, ``failed`` if a row has failed; otherwise single rows were cancelled,
and the run is ``cancelled``.
"""


def visible_set_runs(by: Actor) -> Select[Any]:
    """Selects the runs that the caller started and those whose album the caller may see."""
    columns = (getattr(SetRunRow, name) for name in RUN_COLUMNS)
    seed = case((_reads_seed(by), SetRunRow.seed), else_=None).label("seed")
    return select(*columns, seed, STATE.label("state")).where(visibility.visible_set_runs(by))


def _reads_seed(by: Actor) -> ColumnElement[bool]:
    """Whether the caller may read the seed: they started the run, or they may read the request of each of its jobs."""
    if by.is_admin:
        return true()
    unreadable = _has_job(visibility.readable_request(by).is_not(True))
    own = SetRunRow.created_by == by.user_id
    return or_(own, ~unreadable) if may_read_prompt(by, None) else own


def set_runs_page(filters: SetRunFilter, page: PageRequest, by: Actor) -> Select[Any]:
    """Set runs, newest first: one more than the page holds."""
    statement = visible_set_runs(by)
    if filters.states:
        statement = statement.where(STATE.in_(filters.states))
    if filters.set_template_id is not None:
        statement = statement.where(SetRunRow.set_template_id == filters.set_template_id)
    if page.after is not None:
        statement = statement.where(SetRunRow.id < page.after)
    return statement.order_by(SetRunRow.id.desc()).limit(page.limit + 1)


def job_totals(
    set_run_ids: Collection[UUID],
) -> Select[UUID | None, str, int, float, datetime | None, datetime | None]:
    """For each run and job state: how many jobs, the sum of their progress, the first start and the last finish."""
    return (
        select(
            JobRow.set_run_id,
            JobRow.state,
            func.count().label("job_count"),
            func.sum(JobRow.progress).label("progress"),
            func.min(JobRow.started_at).label("started_at"),
            func.max(JobRow.finished_at).label("finished_at"),
        )
        .where(JobRow.set_run_id.in_(set_run_ids))
        .group_by(JobRow.set_run_id, JobRow.state)
    )


def row_jobs(set_run_id: UUID, by: Actor) -> Select[UUID, int | None, str, str | None, str | None]:
    """The jobs of a run's rows, in the order of the rows, each with its error message as far as ``by`` may read it."""
    message = visibility.readable_message(by).label("error_message")
    jobs = select(JobRow.id, JobRow.row_position, JobRow.state, JobRow.error_code, message)
    return jobs.where(JobRow.set_run_id == set_run_id).order_by(JobRow.row_position)


def failed_jobs(set_run_id: UUID) -> Select[UUID]:
    """The jobs of the failed rows, in the order of the rows."""
    where = (JobRow.set_run_id == set_run_id, JobRow.state == "failed")
    return select(JobRow.id).where(*where).order_by(JobRow.row_position)


def job_images(set_run_id: UUID, by: Actor) -> Select[UUID | None, UUID]:
    """Job and image of each image of the run that the caller may see and that is not in the trash."""
    return (
        select(ImageRow.job_id, ImageRow.id)
        .join(JobRow, JobRow.id == ImageRow.job_id)
        .where(JobRow.set_run_id == set_run_id, visible_images(by).is_(True))
        .order_by(ImageRow.id)
    )
