"""Handlers of the tag jobs."""

from __future__ import annotations

from uuid import UUID

from generated import models, paths
from generated.operations import (
    CancelJob200,
    CancelJobResponse,
    CreateJob202,
    CreateJobResponse,
    GetJob200,
    GetJobResponse,
    GetQueue200,
    GetQueueResponse,
    ListJobs200,
    ListJobsResponse,
    ListWorkers200,
    ListWorkersResponse,
    RetryJob202,
    RetryJobResponse,
    UpdateJob200,
    UpdateJobResponse,
    UpdateQueue200,
    UpdateQueueResponse,
)
from handlers.wire import jobs as wire
from handlers.wire.common import page_request
from platemark.http.context import Context
from platemark.jobs import caption_requests
from platemark.jobs import service as jobs
from platemark.jobs.queries import JobView


def list_jobs(
    context: Context,
    /,
    *,
    state: list[models.State] | None,
    kind: models.JobKind | None,
    set_run_id: UUID | None,
    limit: int,
    cursor: str | None,
) -> ListJobsResponse:
    """GET /jobs"""
    wanted = wire.job_filter(state=state, kind=kind, set_run_id=set_run_id)
    found = jobs.list_jobs(context.work, wanted, page_request(limit, cursor), by=context.actor)
    return ListJobs200(body=wire.jobs_response(found))


def create_job(context: Context, /, *, body: models.JobRequest) -> CreateJobResponse:
    """POST /jobs"""
    job = _caption(context, body) if isinstance(body, models.CaptionRequest) else _generate(context, body)
    return CreateJob202(body=wire.queue_job(job), location=paths.job(job.id))


def _caption(context: Context, body: models.CaptionRequest) -> JobView:
    studio = context.studio
    return caption_requests.enqueue(
        context.work, studio.engines, wire.caption_job(body), by=context.actor, wake=studio.wake
    )


def _generate(context: Context, body: models.GenerateRequest) -> JobView:
    studio, asked = context.studio, wire.generate_job(body)
    adapters = wire.adapter_choices(body.adapters)
    return jobs.enqueue_generation(
        context.work, studio.engines, asked, by=context.actor, wake=studio.wake, adapters=adapters
    )


def get_job(context: Context, /, *, job_id: UUID) -> GetJobResponse:
    """GET /jobs/{job_id}"""
    return GetJob200(body=wire.job(jobs.get(context.work, job_id, by=context.actor)))


def update_job(context: Context, /, *, job_id: UUID, body: models.JobUpdate) -> UpdateJobResponse:
    """PATCH /jobs/{job_id}"""
    return UpdateJob200(body=wire.job(jobs.set_priority(context.work, job_id, wire.priority(body), by=context.actor)))


def cancel_job(context: Context, /, *, job_id: UUID) -> CancelJobResponse:
    """POST /jobs/{job_id}/cancel"""
    return CancelJob200(body=wire.job(jobs.cancel(context.work, job_id, by=context.actor, wake=context.studio.wake)))


def retry_job(context: Context, /, *, job_id: UUID) -> RetryJobResponse:
    """POST /jobs/{job_id}/retry"""
    job = jobs.retry(context.work, job_id, by=context.actor, wake=context.studio.wake)
    return RetryJob202(body=wire.job(job), location=paths.job(job.id))


def get_queue(context: Context, /) -> GetQueueResponse:
    """GET /queue"""
    return GetQueue200(body=wire.queue(jobs.get_queue(context.work, by=context.actor)))


def update_queue(context: Context, /, *, body: models.QueueUpdate) -> UpdateQueueResponse:
    """PATCH /queue"""
    paused = wire.paused(body)
    queue = jobs.set_paused(context.work, paused=paused, by=context.actor, wake=context.studio.wake)
    return UpdateQueue200(body=wire.queue(queue))


def list_workers(context: Context, /) -> ListWorkersResponse:
    """GET /workers"""
    return ListWorkers200(body=wire.workers(jobs.list_workers(context.work, by=context.actor)))
