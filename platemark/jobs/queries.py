"""Reads the queue: rows, counts and job views, in a few statements whatever the length of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, select

from platemark.access import RANK, Actor
from platemark.db.kept_counts import reading
from platemark.db.tables import AlbumRow, ImageRow, JobRow
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import visible_albums, visible_images
from platemark.jobs import caption_results, estimates, workers
from platemark.jobs.requests import CaptionJob, GenerateJob
from platemark.jobs.statements import QUEUED, RUNNING
from platemark.jobs.views import Estimate, JobFilter, JobView
from platemark.jobs.visibility import readable_album, readable_message, readable_request, visible_jobs
from platemark.paging import PageRequest
from platemark.stored_rows import read_or_none

COLUMNS = JobRow.__table__.c
REQUESTS: dict[str, type[GenerateJob | CaptionJob]] = {"generate": GenerateJob, "caption": CaptionJob}
"""The request type of each job kind; other kinds show no request (a training run describes its own job)."""

ALL_JOBS = JobFilter()


def get_row(work: UnitOfWork, job_id: UUID, *, by: Actor) -> Row[Any] | None:
    """The row of a job, for ``build_views``; None if there is no such job or ``by`` may not see it."""
    return work.session.execute(_visible_rows(by).where(JobRow.id == job_id)).one_or_none()


def list_rows(work: UnitOfWork, filters: JobFilter, page: PageRequest, *, by: Actor) -> Sequence[Row[Any]]:
    """The rows of matching jobs, newest first: one more than ``page.limit`` if there are more."""
    statement = _visible_rows(by).where(*_matching(filters)).order_by(JobRow.id.desc()).limit(page.limit + 1)
    if filters.states:
        statement = statement.where(JobRow.state.in_(filters.states))
    if page.after is not None:
        statement = statement.where(JobRow.id < page.after)
    return work.session.execute(statement).all()


def count_by_state(work: UnitOfWork, filters: JobFilter, *, by: Actor) -> dict[str, int]:
    """The number of matching jobs in every state that ``by`` may see, ignoring the states of ``filters``."""
    if filters.set_run_id is None:
        return reading.count_jobs_by_state(work, by=by, kind=filters.kind)
    statement = select(JobRow.state, func.count()).where(visible_jobs(by), *_matching(filters)).group_by(JobRow.state)
    return dict.fromkeys(STATES, 0) | dict(work.session.execute(statement).all())


def list_running_ids(work: UnitOfWork, limit: int, *, by: Actor) -> Sequence[UUID]:
    """The ids of the running jobs that ``by`` may see, the longest-running first."""
    running = select(JobRow.id).where(RUNNING, visible_jobs(by)).order_by(JobRow.started_at, JobRow.id)
    return work.session.scalars(running.limit(limit)).all()


def is_album_visible(work: UnitOfWork, album_id: UUID, *, by: Actor) -> bool:
    """Whether there is such an album and ``by`` may see it."""
    return work.session.scalar(select(AlbumRow.id).where(AlbumRow.id == album_id, visible_albums(by))) is not None


def build_views(work: UnitOfWork, rows: Sequence[Row[Any]], *, by: Actor) -> list[JobView]:
    """The rows of ``get_row`` and ``list_rows`` as ``by`` may see them."""
    positions = list_positions(work, [row.id for row in rows if row.state == "queued"])
    images = _visible_images(work, [row.id for row in rows], by=by)
    captions = caption_results.count_outcomes(work, [row.id for row in rows if row.kind == "caption"])
    estimator = _Estimator(work)
    return [
        JobView(
            id=row.id,
            kind=row.kind,
            state=row.state,
            priority=row.priority,
            progress=row.progress,
            attempt=row.attempt,
            max_attempts=row.max_attempts,
            request=_request(row),
            position=positions.get(row.id),
            estimate=estimator.estimate(row, positions.get(row.id)),
            cancel_requested=row.cancel_requested_at is not None,
            error_code=row.error_code,
            error_message=row.readable_message,
            image_ids=tuple(images[row.id]),
            album_id=row.album_id if row.reads_album else None,
            set_run_id=row.set_run_id,
            row_position=row.row_position,
            training_run_id=_training_run_id(row),
            captions=caption_results.build_view(captions[row.id]) if row.kind == "caption" else None,
            created_by=row.created_by,
            trace_id=row.trace_id,
            worker=row.owner if by.rank >= RANK["editor"] else None,
            created_at=row.created_at,
            started_at=row.started_at,
            finished_at=row.finished_at,
        )
        for row in rows
    ]


def list_positions(work: UnitOfWork, job_ids: Collection[UUID]) -> dict[UUID, int]:
    """For each of these queued jobs, the number of queued jobs ahead of it."""
    if not job_ids:
        return {}
    position = func.row_number().over(order_by=(JobRow.priority.desc(), JobRow.id)) - 1
    queued = select(JobRow.id, position.label("position")).where(QUEUED).subquery()
    rows = work.session.execute(select(queued.c.id, queued.c.position).where(queued.c.id.in_(job_ids)))
    return {row.id: row.position for row in rows}


def _matching(filters: JobFilter) -> Iterator[ColumnElement[bool]]:
    if filters.kind is not None:
        yield JobRow.kind == filters.kind
    if filters.set_run_id is not None:
        yield JobRow.set_run_id == filters.set_run_id


def _visible_rows(by: Actor) -> Select[Any]:
    """The jobs that ``by`` may see, each with what they may read of it."""
    readable = (
        readable_request(by).label("reads_request"),
        readable_album(by).label("reads_album"),
        readable_message(by).label("readable_message"),
    )
    return select(*COLUMNS, *readable).where(visible_jobs(by))


def _request(row: Row[Any]) -> GenerateJob | CaptionJob | None:
    if row.kind not in REQUESTS or not row.reads_request:
        return None
    from_payload = REQUESTS[row.kind].from_payload
    return read_or_none(lambda payload: from_payload({**payload, "priority": row.priority}), row.payload, of=row.id)


def _training_run_id(row: Row[Any]) -> UUID | None:
    if row.kind != "train":
        return None
    return read_or_none(lambda payload: UUID(payload["training_run_id"]), row.payload, of=row.id)


def _image_count(row: Row[Any]) -> int:
    count = row.payload.get("count") if isinstance(row.payload, dict) else None
    return count if isinstance(count, int) else 1


def _visible_images(work: UnitOfWork, job_ids: Collection[UUID], *, by: Actor) -> dict[UUID, list[UUID]]:
    image_ids: dict[UUID, list[UUID]] = defaultdict(list)
    if not job_ids:
        return image_ids
    statement = select(ImageRow.job_id, ImageRow.id).where(ImageRow.job_id.in_(job_ids), visible_images(by))
    for job_id, image_id in work.session.execute(statement.order_by(ImageRow.id)):
        if job_id is not None:
            image_ids[job_id].append(image_id)
    return image_ids


class _Estimator:
    """Estimates the jobs of one page; reads the history of each kind and engine once."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._per_image: dict[tuple[str, str], Estimate | None] = {}
        self._worker_count: int | None = None

    def estimate(self, row: Row[Any], position: int | None) -> Estimate | None:
        """When the job will be done; None if it has finished or the history is too short."""
        if row.state not in ("queued", "running") or row.kind not in REQUESTS:
            return None
        key = (row.kind, row.engine)
        if key not in self._per_image:
            self._per_image[key] = estimates.estimate_per_image(self._work, kind=row.kind, engine=row.engine)
        per_image = self._per_image[key]
        if per_image is None:
            return None
        if self._worker_count is None:
            self._worker_count = workers.count_alive(self._work)
        rounds = 1 - row.progress if position is None else estimates.count_rounds(position + 1, self._worker_count)
        return per_image.scaled(rounds * _image_count(row))
