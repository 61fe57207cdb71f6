"""The operations of the queue. Workers are woken after the commit (``studio.wake``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from platemark.access import SYSTEM, Actor, require_owner, require_priority, require_role
from platemark.adapters.pinned import AdapterChoice
from platemark.adapters.pinning import pin_adapters, require_present
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Finding, NotFound, Unprocessable
from platemark.jobs import caption_requests, engine_choice, estimates, queries, queue, request_checks, workers
from platemark.jobs.engine_choice import EngineChoice
from platemark.jobs.requests import CaptionJob, GenerateJob
from platemark.jobs.views import (
    CancellationFilter,
    JobCancellation,
    JobFilter,
    JobList,
    JobReceipt,
    JobView,
    QueueView,
    WorkerView,
)
from platemark.paging import Page, PageRequest, split_page
from platemark.studio import Studio
from platemark.system import studio_settings

MAX_RUNNING_IDS = 100
MAX_CANCELLED = 5000
"""How many jobs one request cancels, and so how long others wait for it."""


def create_job(
    work: UnitOfWork,
    studio: Studio,
    request: GenerateJob | CaptionJob,
    *,
    by: Actor,
    adapters: Sequence[AdapterChoice] | None = None,
) -> JobReceipt:
    """Queue a job that generates or captions images. For editors.

    ``adapters`` are pinned as they are now and added to those of a generate request; without any, and where a request
    names no engine or model, the studio's defaults are used (``engine_choice``). Unprocessable ``unknown_adapter`` if
    one does not exist or ``by`` may not see it, ``adapter_gone`` if one of the studio's was deleted, ``unknown_model``
    if the engine lacks the model, and for what the engine cannot do. NotFound for an album or image that ``by`` may not
    see; for captions see ``caption_requests.enqueue``. Unavailable ``storage_full`` if the disk is.
    """
    require_role(by, "editor")
    studio.blobs.require_space()
    if isinstance(request, CaptionJob):
        job = caption_requests.enqueue(work, studio, request, by=by)
        return queries.get_receipt(work, job.id, kind=job.kind, payload=job.payload)
    (job,) = _add_jobs(work, studio, [_with_engine(work, studio, request, adapters, by=by)], by=by)
    return queries.get_receipt(work, job.id, kind=job.kind, payload=job.payload)


def _with_engine(
    work: UnitOfWork, studio: Studio, request: GenerateJob, adapters: Sequence[AdapterChoice] | None, *, by: Actor
) -> GenerateJob:
    """The request with engine, model and adapters, as it says or else the studio."""
    said = (
        None
        if adapters is None and not request.adapters
        else (*request.adapters, *pin_adapters(work, adapters or (), by=by))
    )
    chosen = engine_choice.resolve(
        EngineChoice(engine=request.engine or None, model=request.model, adapters=said),
        EngineChoice.of_studio(studio_settings.read_settings(work)),
    )
    if chosen.adapters is not said:
        require_present(work, chosen.adapters)
    pinned = chosen.pinned(studio.engines)
    return replace(request, engine=pinned.engine, model=pinned.model, adapters=pinned.adapters)


def create_jobs(
    work: UnitOfWork,
    studio: Studio,
    batch: Sequence[GenerateJob],
    *,
    by: Actor,
    set_run_id: UUID | None = None,
    positions: Sequence[int] | None = None,
) -> list[UUID]:
    """Queue a generate job for each request in one statement, all or none; the job ids in the same order.

    With ``set_run_id`` the jobs are the rows of that set run, in this order or at these positions. Unavailable
    ``storage_full`` if the disk is.
    """
    require_role(by, "editor")
    studio.blobs.require_space()
    return [job.id for job in _add_jobs(work, studio, batch, by=by, set_run_id=set_run_id, positions=positions)]


def with_adapters_of_prompts(
    work: UnitOfWork, studio: Studio, batch: Sequence[GenerateJob], *, by: Actor
) -> Sequence[GenerateJob]:
    """The requests as ``create_jobs`` queues them: with the adapters that their prompts name."""
    from platemark.jobs.prompt_adapters import add_adapters_of_prompts  # loaded with the first generate job

    return add_adapters_of_prompts(work, studio.engines, batch, by=by)


def _add_jobs(
    work: UnitOfWork,
    studio: Studio,
    batch: Sequence[GenerateJob],
    *,
    by: Actor,
    set_run_id: UUID | None = None,
    positions: Sequence[int] | None = None,
) -> list[queue.NewJob]:
    for priority in {request.priority for request in batch}:
        require_priority(by, priority)
    batch = with_adapters_of_prompts(work, studio, batch, by=by)
    request_checks.check(work, studio.engines, *batch)
    for album_id in dict.fromkeys(request.album_id for request in batch):
        _require_album(work, album_id, by=by)
    jobs = [
        _new_job(request, by, set_run_id, None if set_run_id is None else position)
        for position, request in zip(range(len(batch)) if positions is None else positions, batch, strict=True)
    ]
    queue.add(work, jobs)
    work.after_commit(studio.wake)
    return jobs


def get_job(work: UnitOfWork, job_id: UUID, *, by: Actor) -> JobView:
    """The job as ``by`` may see it; NotFound for one of a set run that they may not see."""
    require_role(by, "viewer")
    job = queries.get_job(work, job_id, by=by)
    if job is None:
        raise NotFound("job", job_id)
    return queries.build_views(work, [job], by=by)[0]


def list_jobs(work: UnitOfWork, filters: JobFilter, page: PageRequest, *, by: Actor) -> JobList:
    """Matching jobs that ``by`` may see, in the order of the filter, with the counts by state."""
    require_role(by, "viewer")
    rows, next_after = split_page(queries.list_jobs(work, filters, page, by=by), page.limit)
    counts = queries.count_by_state(work, filters, by=by)
    return JobList(Page(queries.build_views(work, rows, by=by), next_after), counts)


def set_job_priority(work: UnitOfWork, job_id: UUID, priority: int | None, *, by: Actor) -> JobView:
    """Change the priority of a queued job; Conflict ``job_not_queued`` for any other. None changes nothing.

    Only admins raise it above 0: Forbidden ``priority_for_admins``.
    """
    job = _get_own(work, job_id, by=by)
    if priority is None:
        priority = job.priority
    if priority > job.priority:
        require_priority(by, priority)
    if not queue.set_priority(work, job_id, priority):
        raise Conflict("job_not_queued", f"The job is {job.state}; only a queued job has a place in the queue.")
    return get_job(work, job_id, by=by)


def cancel_job(work: UnitOfWork, studio: Studio, job_id: UUID, *, by: Actor) -> JobView:
    """Cancel a queued job at once, ask a running one to stop; Conflict ``job_finished`` for a finished one."""
    _get_own(work, job_id, by=by)
    if queue.cancel(work, job_id) is None:
        job = _get_own(work, job_id, by=by)
        if job.state not in ("queued", "running"):
            raise Conflict("job_finished", f"The job is already {job.state}; there is nothing to cancel.")
    work.after_commit(studio.wake)
    return get_job(work, job_id, by=by)


def cancel_jobs(
    work: UnitOfWork, studio: Studio, filters: CancellationFilter, *, dry_run: bool, by: Actor
) -> JobCancellation:
    """Cancel the unfinished jobs that match, in one statement, as ``cancel_job`` does each; at most ``MAX_CANCELLED``.

    The jobs of others are for admins. Unprocessable ``owner_or_everyone`` for a user and everyone. A dry run changes
    nothing and answers the same.
    """
    filters = _with_owner(filters, by)
    if dry_run:
        found = queue.list_cancellable(work, filters, MAX_CANCELLED + 1)
        states, more = found[:MAX_CANCELLED], len(found) > MAX_CANCELLED
        return JobCancellation(dry_run, states.count("queued"), states.count("running"), more)
    done = queue.cancel_many(work, filters, MAX_CANCELLED)
    more = len(done) == MAX_CANCELLED and bool(queue.list_cancellable(work, filters, 1))
    work.after_commit(studio.wake)
    return JobCancellation(dry_run, done.count("cancelled"), done.count("running"), more)


def _with_owner(filters: CancellationFilter, by: Actor) -> CancellationFilter:
    """The filter with the user whose jobs it selects, None for everyone's, if ``by`` may cancel them."""
    require_role(by, "editor")
    if filters.everyone and filters.created_by is not None:
        message = "Name either a user or everyone."
        findings = [Finding(pointer, message, "owner_or_everyone") for pointer in ("/created_by", "/everyone")]
        raise Unprocessable("owner_or_everyone", message, findings)
    owner = None if filters.everyone else filters.created_by or by.user_id
    if owner is None or owner != by.user_id:
        require_role(by, "admin")
    return replace(filters, created_by=owner)


def retry_job(work: UnitOfWork, studio: Studio, job_id: UUID, *, by: Actor) -> JobView:
    """Queue a failed or cancelled job again, with all its attempts; Conflict for any other."""
    job = _get_own(work, job_id, by=by)
    if not queue.retry(work, [job_id]):
        if job.state == "succeeded":
            raise Conflict("job_succeeded", "The job has succeeded; create a new job for more images.")
        raise Conflict(
            "job_not_finished",
            f"The job is {job.state}; only a failed or cancelled job can be retried, and no imported one.",
        )
    work.after_commit(studio.wake)
    return get_job(work, job_id, by=by)


def get_queue(work: UnitOfWork, *, by: Actor) -> QueueView:
    """The queue as a whole: the depth counts all jobs, ``running`` names those that ``by`` may see."""
    require_role(by, "viewer")
    depth = queries.count_by_state(work, queries.ALL_JOBS, by=SYSTEM)
    state = queries.get_queue_state(work)
    per_image = estimates.to_estimate(state.p50_seconds, state.p90_seconds, state.basis_count)
    rounds = estimates.count_rounds(depth["queued"] + depth["running"], state.worker_count)
    return QueueView(
        paused_at=state.paused_at,
        depth=depth,
        running=queries.list_running_ids(work, MAX_RUNNING_IDS, by=by),
        estimate=None if per_image is None else per_image.scaled(rounds),
    )


def set_queue_paused(work: UnitOfWork, studio: Studio, *, paused: bool | None, by: Actor) -> QueueView:
    """Pause or resume the queue; None, or the state that it is in already, changes nothing. For admins."""
    require_role(by, "admin")
    if paused is not None and queue.set_paused(work, paused=paused) and not paused:
        work.after_commit(studio.wake)
    return get_queue(work, by=by)


def list_workers(work: UnitOfWork, *, by: Actor) -> Sequence[WorkerView]:
    """The workers that reported within the last lease, the longest-running first. For admins."""
    require_role(by, "admin")
    return workers.list_workers(work)


def _new_job(request: GenerateJob, by: Actor, set_run_id: UUID | None, row_position: int | None) -> queue.NewJob:
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


def _get_own(work: UnitOfWork, job_id: UUID, *, by: Actor) -> queries.OwnJob:
    require_role(by, "editor")
    job = queries.get_own(work, job_id, by=by)
    if job is None:
        raise NotFound("job", job_id)
    require_owner(by, job.created_by)
    return job


def _require_album(work: UnitOfWork, album_id: UUID | None, *, by: Actor) -> None:
    if album_id is not None and not queries.is_album_visible(work, album_id, by=by):
        raise NotFound("album", album_id)
