"""The verbs of the queue for those who ask. Effects on workers wait for the commit: ``wake`` rings their bell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from platemark.access import Actor, require_owner, require_role
from platemark.adapters.pinning import AdapterChoice, pin_adapters
from platemark.db.tables import AlbumRow, JobRow, WorkerRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Conflict, NotFound
from platemark.image_visibility import visible_albums
from platemark.jobs import estimates, queries, queue, requests, statements, workers
from platemark.jobs.estimates import Estimate
from platemark.jobs.queries import JobView
from platemark.jobs.requests import GenerateJob
from platemark.paging import Page, PageRequest

Wake = Callable[[], None]
RUNNING_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFilter:
    """Which jobs: all of these must hold; empty or None lets everything pass."""

    states: Collection[str] = ()
    kind: str | None = None
    set_run_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class JobList:
    """A page of jobs, and how many there are in each state under the same filter but for the state."""

    page: Page[JobView]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """The queue as a whole; ``running`` are the jobs in hand, longest first."""

    paused_at: datetime | None
    depth: dict[str, int]
    running: Sequence[UUID]
    estimate: Estimate | None


def enqueue_generation(
    work: UnitOfWork,
    engines: Engines,
    request: GenerateJob,
    *,
    by: Actor,
    wake: Wake,
    adapters: Sequence[AdapterChoice] = (),
    set_run_id: UUID | None = None,
    row_position: int | None = None,
) -> JobView:
    """Queue one job of pictures. What its engine cannot do is Unprocessable; an album unseen is NotFound.

    ``adapters`` are pinned as they are now and used besides those that the request has; Unprocessable
    ``unknown_adapter`` where one is not there.
    """
    require_role(by, "editor")
    if adapters:
        request = replace(request, adapters=(*request.adapters, *pin_adapters(work, adapters)))
    requests.check(engines, request)
    _require_album(work, request.album_id, by=by)
    job = _new(request, by, set_run_id, row_position)
    queue.add(work, [job])
    work.after_commit(wake)
    return get(work, job.id, by=by)


def enqueue_many(
    work: UnitOfWork,
    engines: Engines,
    asked: Sequence[GenerateJob],
    *,
    by: Actor,
    wake: Wake,
    set_run_id: UUID | None = None,
) -> list[UUID]:
    """Queue a job for each row of a set run, in their order, in one statement; the jobs' ids in the same order."""
    require_role(by, "editor")
    requests.check(engines, *asked)
    for album_id in dict.fromkeys(request.album_id for request in asked):
        _require_album(work, album_id, by=by)
    jobs = [_new(request, by, set_run_id, position) for position, request in enumerate(asked)]
    queue.add(work, jobs)
    work.after_commit(wake)
    return [job.id for job in jobs]


def get(work: UnitOfWork, job_id: UUID, *, by: Actor) -> JobView:
    """The job as ``by`` may see it; anyone signed in sees that it is there."""
    require_role(by, "viewer")
    return queries.views(work, [_row(work, job_id)], by=by)[0]


def list_jobs(work: UnitOfWork, wanted: JobFilter, page: PageRequest, *, by: Actor) -> JobList:
    """Jobs, newest first, with the counts by state."""
    require_role(by, "viewer")
    where = []
    if wanted.kind is not None:
        where.append(JobRow.kind == wanted.kind)
    if wanted.set_run_id is not None:
        where.append(JobRow.set_run_id == wanted.set_run_id)
    counts = queries.counts(work, *where)
    if wanted.states:
        where.append(JobRow.state.in_(wanted.states))
    if page.after is not None:
        where.append(JobRow.id < page.after)
    rows = queries.rows(work, *where, limit=page.limit + 1)
    shown = queries.views(work, rows[: page.limit], by=by)
    return JobList(Page(shown, shown[-1].id if len(rows) > page.limit else None), counts)


def set_priority(work: UnitOfWork, job_id: UUID, priority: int | None, *, by: Actor) -> JobView:
    """Change which goes first, while it waits; Conflict ``job_not_queued`` after. None changes nothing."""
    row = _own(work, job_id, by=by)
    if priority is None:
        priority = row.priority
    if not queue.set_priority(work, job_id, priority):
        raise Conflict("job_not_queued", f"The job is {row.state}: only a queued one has a place in the queue.")
    return get(work, job_id, by=by)


def cancel(work: UnitOfWork, job_id: UUID, *, by: Actor, wake: Wake) -> JobView:
    """Cancel a queued job at once, ask a running one to stop; Conflict ``job_finished`` for a finished one."""
    row = _own(work, job_id, by=by)
    if queue.cancel(work, job_id) is None:
        row = _row(work, job_id)
        if row.state not in ("queued", "running"):
            raise Conflict("job_finished", f"The job has {_became(row.state)}: there is nothing to cancel.")
    work.after_commit(wake)
    return get(work, job_id, by=by)


def retry(work: UnitOfWork, job_id: UUID, *, by: Actor, wake: Wake) -> JobView:
    """Queue a failed or cancelled job again, with all its attempts; Conflict for any other."""
    row = _own(work, job_id, by=by)
    if not queue.retry(work, [job_id]):
        if row.state == "succeeded":
            raise Conflict("job_succeeded", "The job has succeeded: ask for a new one to have more pictures.")
        raise Conflict(
            "job_not_finished", f"The job is {row.state}: only failed and cancelled ones can be tried again."
        )
    work.after_commit(wake)
    return get(work, job_id, by=by)


def get_queue(work: UnitOfWork, *, by: Actor) -> QueueView:
    """The queue as a whole."""
    require_role(by, "viewer")
    depth = queries.counts(work)
    running = select(JobRow.id).where(statements.RUNNING).order_by(JobRow.started_at, JobRow.id).limit(RUNNING_SHOWN)
    return QueueView(
        paused_at=queue.paused_at(work),
        depth=depth,
        running=work.session.scalars(running).all(),
        estimate=estimates.estimate_jobs(work, depth["queued"] + depth["running"]),
    )


def set_paused(work: UnitOfWork, *, paused: bool | None, by: Actor, wake: Wake) -> QueueView:
    """Pause the queue or let it go on; what is so already, or None, changes nothing."""
    require_role(by, "admin")
    if paused is not None and queue.set_paused(work, paused=paused) and not paused:
        work.after_commit(wake)
    return get_queue(work, by=by)


def list_workers(work: UnitOfWork, *, by: Actor) -> Sequence[WorkerRow]:
    """The workers that were heard of lately, longest started first."""
    require_role(by, "admin")
    return workers.list_workers(work)


def _new(request: GenerateJob, by: Actor, set_run_id: UUID | None, row_position: int | None) -> queue.NewJob:
    pinned = request.pinned()
    return queue.NewJob(
        kind="generate",
        engine=pinned.engine,
        payload=pinned.payload(),
        priority=pinned.priority,
        album_id=pinned.album_id,
        set_run_id=set_run_id,
        row_position=row_position,
        created_by=by.user_id,
    )


def _row(work: UnitOfWork, job_id: UUID) -> Row[Any]:
    found = queries.rows(work, JobRow.id == job_id, limit=1)
    if not found:
        raise NotFound("job", job_id)
    return found[0]


def _own(work: UnitOfWork, job_id: UUID, *, by: Actor) -> Row[Any]:
    require_role(by, "viewer")
    row = _row(work, job_id)
    require_owner(by, row.created_by)
    return row


def _require_album(work: UnitOfWork, album_id: UUID | None, *, by: Actor) -> None:
    if album_id is None:
        return
    if work.session.scalar(select(AlbumRow.id).where(AlbumRow.id == album_id, visible_albums(by))) is None:
        raise NotFound("album", album_id)


def _became(state: str) -> str:
    return "been cancelled" if state == "cancelled" else state
