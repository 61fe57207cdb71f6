"""Reads the queue: jobs, counts and positions, in a few statements whatever the length of the page and of the queue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from itertools import product
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
    func,
    literal_column,
    null,
    select,
)

from platemark.access import RANK, Actor, Viewpoint
from platemark.choices import JOB_KINDS
from platemark.db.job_estimates import JOB_ESTIMATES
from platemark.db.kept_counts import reading
from platemark.db.merged_pages import on_page
from platemark.db.statements import MAX_SHAPES, Statement, first_column
from platemark.db.tables import AlbumRow, ImageRow, JobRow, QueueControlRow, WorkerRow
from platemark.db.tables.jobs import STATES
from platemark.db.time_spans import FAR, created_within
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import visible_albums, visible_images
from platemark.jobs import caption_results, estimates
from platemark.jobs.places import count_ahead, list_positions
from platemark.jobs.requests import CaptionJob, GenerateJob
from platemark.jobs.statements import JOB, JOBS, QUEUED, RUNNING, in_state
from platemark.jobs.views import Estimate, JobFilter, JobReceipt, JobView
from platemark.jobs.visibility import readable_album, readable_message, readable_request, visible_jobs
from platemark.paging import PageRequest
from platemark.stored_rows import read_or_none

REQUESTS: dict[str, type[GenerateJob | CaptionJob]] = {"generate": GenerateJob, "caption": CaptionJob}
"""The request type of each job kind; other kinds show no request (a training run describes its own job)."""

ALL_JOBS = JobFilter()
JOB_ID, AFTER = bindparam("job_id", type_=Uuid()), bindparam("after", type_=Uuid())
LIMIT, THE_KIND = bindparam("limit", type_=Integer()), bindparam("the_kind", type_=String())
SET_RUN_ID, THE_OWNER = bindparam("set_run_id", type_=Uuid()), bindparam("the_owner", type_=Uuid())
WORKER_COUNT = select(func.count()).select_from(WorkerRow).scalar_subquery().label("worker_count")
POSITION = case((QUEUED, count_ahead(JOB.priority, JOB.place, JOB.id)), else_=null()).label("position")
PACE = (JOB_ESTIMATES.c.p50_seconds, JOB_ESTIMATES.c.p90_seconds, JOB_ESTIMATES.c.basis_count)
JOBS_WITH_PACE = JOBS.outerjoin(
    JOB_ESTIMATES, and_(JOB_ESTIMATES.c.kind == JOB.kind, JOB_ESTIMATES.c.engine == JOB.engine)
)


class JobShape(NamedTuple):
    """What the statement of a list of jobs depends on: the states, which filters there are, and whether it goes on."""

    states: frozenset[str]
    kind: bool
    set_run: bool
    owner: bool
    follows: bool
    bounded: bool
    created_after: bool
    created_before: bool
    oldest_first: bool


class StoredJob(NamedTuple):
    """A job as the caller may see it: what they may not read is None, but for the payload (``reads_request``).

    ``position`` is None for jobs of a list, too: ``list_positions`` is cheaper for many.
    """

    id: UUID
    kind: str
    state: str
    priority: int
    progress: float
    attempt: int
    max_attempts: int
    payload: Any
    cancel_requested_at: datetime | None
    error_code: str | None
    error_message: str | None
    album_id: UUID | None
    set_run_id: UUID | None
    row_position: int | None
    created_by: UUID | None
    trace_id: str | None
    owner: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    reads_request: bool
    position: int | None
    p50_seconds: float | None
    p90_seconds: float | None
    basis_count: int | None
    worker_count: int


class OwnJob(NamedTuple):
    """What decides who may change a job, and how."""

    state: str
    priority: int
    created_by: UUID | None


class NewPosition(NamedTuple):
    """What is known of a job that was just queued."""

    created_at: datetime
    position: int | None
    p50_seconds: float | None
    p90_seconds: float | None
    basis_count: int | None
    worker_count: int


class QueueState(NamedTuple):
    """The switch of the queue, its workers, and how long they take for an image."""

    worker_count: int
    paused_at: datetime | None
    p50_seconds: float | None
    p90_seconds: float | None
    basis_count: int | None


def get_job(work: UnitOfWork, job_id: UUID, *, by: Actor) -> StoredJob | None:
    """A job; None if there is no such job or ``by`` may not see it."""
    return _job(by.viewpoint).first(work, job_id=job_id, me=by.user_id)


def get_own(work: UnitOfWork, job_id: UUID, *, by: Actor) -> OwnJob | None:
    """Whose job it is and its state; None if there is no such job or ``by`` may not see it."""
    return _own_job(by.viewpoint).first(work, job_id=job_id, me=by.user_id)


def list_jobs(work: UnitOfWork, filters: JobFilter, page: PageRequest, *, by: Actor) -> Sequence[StoredJob]:
    """Matching jobs, in the order of the list: one more than ``page.limit`` if there are more."""
    states = frozenset(filters.states)
    span = filters.created.ids(page.after, oldest_first=filters.oldest_first)
    shape = JobShape(
        states=frozenset() if states.issuperset(STATES) else states,
        kind=filters.kind is not None,
        set_run=filters.set_run_id is not None,
        owner=filters.created_by is not None,
        follows=span.after is not None,
        bounded=span.far is not None,
        created_after=filters.created.after is not None,
        created_before=filters.created.before is not None,
        oldest_first=filters.oldest_first,
    )
    return _jobs_page(shape, by.viewpoint).all(
        work,
        me=by.user_id,
        after=span.after,
        far=span.far,
        **filters.created.parameters(),
        limit=page.limit + 1,
        the_kind=filters.kind,
        set_run_id=filters.set_run_id,
        the_owner=filters.created_by,
    )


def get_receipt(work: UnitOfWork, job_id: UUID, *, kind: str, payload: Mapping[str, Any]) -> JobReceipt:
    """The receipt for a job that was just queued."""
    new = NEW_POSITION.one(work, job_id=job_id)
    per_image = estimates.to_estimate(new.p50_seconds, new.p90_seconds, new.basis_count)
    rounds = estimates.count_rounds((new.position or 0) + 1, new.worker_count)
    estimate = None if per_image is None else per_image.scaled(rounds * estimates.image_count(payload))
    return JobReceipt(job_id, kind, "queued", new.position, estimate, new.created_at)


def count_by_state(work: UnitOfWork, filters: JobFilter, *, by: Actor) -> dict[str, int]:
    """The number of matching jobs in every state that ``by`` may see, ignoring states and owner of ``filters``."""
    if filters.set_run_id is None:
        return reading.count_jobs_by_state(work, by=by, kind=filters.kind)
    statement = _counts_of_run(by.viewpoint, of_kind=filters.kind is not None)
    counted = statement.all(work, me=by.user_id, the_kind=filters.kind, set_run_id=filters.set_run_id)
    return dict.fromkeys(STATES, 0) | dict(counted)


def list_running_ids(work: UnitOfWork, limit: int, *, by: Actor) -> Sequence[UUID]:
    """The ids of the running jobs that ``by`` may see, the longest-running first."""
    return _running(by.viewpoint).all(work, me=by.user_id, limit=limit)


def get_queue_state(work: UnitOfWork) -> QueueState:
    """When the queue was paused, how many workers there are, and how long they take for an image by any engine."""
    return QUEUE_STATE.one(work)


def is_album_visible(work: UnitOfWork, album_id: UUID, *, by: Actor) -> bool:
    """Whether there is such an album and ``by`` may see it."""
    return _visible_album(by.viewpoint).first(work, album_id=album_id, me=by.user_id) is not None


def build_views(work: UnitOfWork, jobs: Sequence[StoredJob], *, by: Actor) -> list[JobView]:
    """The jobs of ``get_job`` and ``list_jobs`` as ``by`` may see them."""
    images = _list_images(work, [job.id for job in jobs if job.state == "succeeded"], by=by)
    captions = caption_results.count_outcomes(work, [job.id for job in jobs if job.kind == "caption"])
    positions = list_positions(work, [job.id for job in jobs if job.state == "queued" and job.position is None])
    positions |= {job.id: job.position for job in jobs if job.position is not None}
    shows_worker = by.rank >= RANK["editor"]
    return [
        JobView(
            id=job.id,
            kind=job.kind,
            state=job.state,
            priority=job.priority,
            progress=job.progress,
            attempt=job.attempt,
            max_attempts=job.max_attempts,
            request=_request(job),
            position=positions.get(job.id),
            estimate=_estimate(job, positions.get(job.id)),
            cancel_requested=job.cancel_requested_at is not None,
            error_code=job.error_code,
            error_message=job.error_message,
            image_ids=tuple(images.get(job.id, ())),
            album_id=job.album_id,
            set_run_id=job.set_run_id,
            row_position=job.row_position,
            training_run_id=_training_run_id(job),
            captions=caption_results.build_view(captions[job.id]) if job.kind == "caption" else None,
            created_by=job.created_by,
            trace_id=job.trace_id,
            worker=job.owner if shows_worker else None,
            created_at=job.created_at,
            started_at=job.started_at,
            finished_at=job.finished_at,
        )
        for job in jobs
    ]


def _jobs(by: Viewpoint, position: ColumnElement[Any]) -> Select[Any]:
    """The columns of StoredJob, in the order of its fields."""
    own = {name: getattr(JobRow, name) for name in StoredJob._fields if hasattr(JobRow, name)}
    computed = {
        "error_message": readable_message(by),
        "album_id": case((readable_album(by), JobRow.album_id), else_=null()),
        "reads_request": readable_request(by),
        "position": position,
        **{column.name: column for column in PACE},
        "worker_count": WORKER_COUNT,
    }
    columns = ((own | computed)[name].label(name) for name in StoredJob._fields)
    return select(*columns).select_from(JOBS_WITH_PACE)


@cache
def _job(by: Viewpoint) -> Statement[StoredJob]:
    return Statement(_jobs(by, POSITION).where(JobRow.id == JOB_ID, visible_jobs(by)), StoredJob._make)


@cache
def _own_job(by: Viewpoint) -> Statement[OwnJob]:
    columns = (getattr(JobRow, name) for name in OwnJob._fields)
    return Statement(select(*columns).where(JobRow.id == JOB_ID, visible_jobs(by)), OwnJob._make)


@lru_cache(MAX_SHAPES)
def _jobs_page(shape: JobShape, by: Viewpoint) -> Statement[StoredJob]:
    order = JobRow.id if shape.oldest_first else JobRow.id.desc()
    page = on_page(JobRow.id, _heads(shape, by), LIMIT, newest=not shape.oldest_first)
    return Statement(_jobs(by, null()).where(*page).order_by(order).limit(LIMIT), StoredJob._make)


def _heads(shape: JobShape, by: Viewpoint) -> Iterator[Sequence[ColumnElement[bool]]]:
    """The conditions of a page. With several states, those of the first jobs in each: each state has an index."""
    conditions = [visible_jobs(by), *_matching(kind=shape.kind, set_run=shape.set_run, owner=shape.owner)]
    conditions += created_within(JobRow.created_at, after=shape.created_after, before=shape.created_before)
    if shape.follows:
        conditions.append(JobRow.id > AFTER if shape.oldest_first else JobRow.id < AFTER)
    if shape.bounded:
        conditions.append(JobRow.id <= FAR if shape.oldest_first else JobRow.id >= FAR)
    if shape.set_run and shape.states:
        yield [*conditions, JobRow.state.in_(sorted(shape.states)).is_(True)]  # the index of the run finds them
    elif shape.owner and not shape.set_run:
        of_kinds = [()] if shape.kind else [(JobRow.kind == literal_column(f"'{kind}'"),) for kind in JOB_KINDS]
        for state, of_kind in product(sorted(shape.states or STATES), of_kinds):
            yield [*conditions, *of_kind, in_state(state)]  # the index of users has kinds and states
    elif shape.states:
        for state in sorted(shape.states):
            yield [*conditions, in_state(state)]
    else:
        yield conditions


def _matching(*, kind: bool, set_run: bool, owner: bool) -> Iterator[ColumnElement[bool]]:
    """The conditions of the filters. The one with the fewest jobs finds them, the others are checked for each."""
    if kind:
        yield (JobRow.kind == THE_KIND).is_(True) if set_run else JobRow.kind == THE_KIND
    if owner:
        yield (JobRow.created_by == THE_OWNER).is_(True) if set_run else JobRow.created_by == THE_OWNER
    if set_run:
        yield JobRow.set_run_id == SET_RUN_ID


@cache
def _counts_of_run(by: Viewpoint, *, of_kind: bool) -> Statement[tuple[str, int]]:
    matching = _matching(kind=of_kind, set_run=True, owner=False)
    jobs = select(JobRow.state, func.count()).where(visible_jobs(by), *matching)
    return Statement(jobs.group_by(JobRow.state), tuple)


@cache
def _running(by: Viewpoint) -> Statement[UUID]:
    running = select(JobRow.id).where(RUNNING, visible_jobs(by)).order_by(JobRow.started_at, JobRow.id)
    return Statement(running.limit(LIMIT), first_column)


@cache
def _visible_album(by: Viewpoint) -> Statement[UUID]:
    album = AlbumRow.id == bindparam("album_id", type_=Uuid())
    return Statement(select(AlbumRow.id).where(album, visible_albums(by)), first_column)


@cache
def _images(by: Viewpoint) -> Statement[tuple[UUID, UUID]]:
    """The images of jobs. Their visibility is checked, and no way to find them: most images are visible."""
    of_jobs = ImageRow.job_id.in_(bindparam("job_ids", type_=Uuid(), expanding=True))
    images = select(ImageRow.job_id, ImageRow.id).where(of_jobs, visible_images(by).is_(True))
    return Statement(images.order_by(ImageRow.id), tuple)


NEW_POSITION = Statement(
    select(JobRow.created_at, POSITION, *PACE, WORKER_COUNT).select_from(JOBS_WITH_PACE).where(JobRow.id == JOB_ID),
    NewPosition._make,
)
QUEUE_STATE = Statement(
    select(
        WORKER_COUNT,
        select(QueueControlRow.paused_at).where(QueueControlRow.id == 1).scalar_subquery(),
        *(
            select(column)
            .where(JOB_ESTIMATES.c.kind == "generate", JOB_ESTIMATES.c.engine == estimates.ANY_ENGINE)
            .scalar_subquery()
            for column in PACE
        ),
    ),
    QueueState._make,
)


def _request(job: StoredJob) -> GenerateJob | CaptionJob | None:
    if job.kind not in REQUESTS or not job.reads_request:
        return None
    from_payload = REQUESTS[job.kind].from_payload
    return read_or_none(lambda payload: from_payload({**payload, "priority": job.priority}), job.payload, of=job.id)


def _training_run_id(job: StoredJob) -> UUID | None:
    if job.kind != "train":
        return None
    return read_or_none(lambda payload: UUID(payload["training_run_id"]), job.payload, of=job.id)


def _list_images(work: UnitOfWork, job_ids: Collection[UUID], *, by: Actor) -> Mapping[UUID, Sequence[UUID]]:
    image_ids: dict[UUID, list[UUID]] = defaultdict(list)
    for job_id, image_id in _images(by.viewpoint).all(work, job_ids=job_ids, me=by.user_id) if job_ids else ():
        image_ids[job_id].append(image_id)
    return image_ids


def _estimate(job: StoredJob, position: int | None) -> Estimate | None:
    """When the job will be done; None if it has finished or the history is too short."""
    if job.state not in ("queued", "running") or job.kind not in REQUESTS:
        return None
    per_image = estimates.to_estimate(job.p50_seconds, job.p90_seconds, job.basis_count)
    if per_image is None:
        return None
    rounds = 1 - job.progress if position is None else estimates.count_rounds(position + 1, job.worker_count)
    return per_image.scaled(rounds * estimates.image_count(job.payload))
