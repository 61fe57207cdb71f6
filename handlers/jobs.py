"""Handlers of the tag jobs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from generated import models, paths
from generated.operations import (
    CancelJob200,
    CancelJobResponse,
    CancelJobs200,
    CancelJobsResponse,
    CreateJob202,
    CreateJobResponse,
    GetJob200,
    GetJobPreview200,
    GetJobPreviewResponse,
    GetJobResponse,
    GetQueue200,
    GetQueueResponse,
    ListJobs200,
    ListJobsResponse,
    ListWorkers200,
    ListWorkersResponse,
    PreviewPrompt200,
    PreviewPromptResponse,
    RetryJob202,
    RetryJobResponse,
    UpdateJob200,
    UpdateJobResponse,
    UpdateQueue200,
    UpdateQueueResponse,
)
from handlers.wire import jobs as wire
from handlers.wire.common import page_request
from platemark.etags import etag
from platemark.http.context import Context
from platemark.jobs import previews, prompt_previews
from platemark.jobs import service as jobs


def list_jobs(
    context: Context,
    /,
    *,
    state: list[models.State] | None,
    kind: models.JobKind | None,
    set_run_id: UUID | None,
    created_by: UUID | None,
    created_after: datetime | None,
    created_before: datetime | None,
    sort: models.Sort,
    limit: int,
    cursor: str | None,
) -> ListJobsResponse:
    """GET /jobs"""
    filters = wire.job_filter(
        state=state,
        kind=kind,
        set_run_id=set_run_id,
        created_by=created_by,
        created_after=created_after,
        created_before=created_before,
        sort=sort,
    )
    page = jobs.list_jobs(context.work, filters, page_request(limit, cursor), by=context.actor)
    return ListJobs200(body=wire.jobs_response(page))


def create_job(context: Context, /, *, body: models.JobRequest) -> CreateJobResponse:
    """POST /jobs"""
    request, adapters = wire.job_request(body), wire.job_adapters(body)
    job = jobs.create_job(context.work, context.studio, request, adapters=adapters, by=context.actor)
    return CreateJob202(body=wire.queue_job(job), location=paths.job(job.id))


def get_job(context: Context, /, *, job_id: UUID) -> GetJobResponse:
    """GET /jobs/{job_id}"""
    return GetJob200(body=wire.job(jobs.get_job(context.work, job_id, by=context.actor)))


def get_job_preview(context: Context, /, *, job_id: UUID) -> GetJobPreviewResponse:
    """GET /jobs/{job_id}/preview"""
    preview = previews.get_job_preview(context.work, job_id, by=context.actor)
    return GetJobPreview200(body=preview.picture, etag=etag(preview.version), cache_control="no-store")


def update_job(context: Context, /, *, job_id: UUID, body: models.JobUpdate) -> UpdateJobResponse:
    """PATCH /jobs/{job_id}"""
    job = jobs.set_job_priority(context.work, job_id, wire.priority(body), by=context.actor)
    return UpdateJob200(body=wire.job(job))


def cancel_job(context: Context, /, *, job_id: UUID) -> CancelJobResponse:
    """POST /jobs/{job_id}/cancel"""
    job = jobs.cancel_job(context.work, context.studio, job_id, by=context.actor)
    return CancelJob200(body=wire.job(job))


def cancel_jobs(context: Context, /, *, body: models.JobCancellationRequest) -> CancelJobsResponse:
    """POST /jobs/cancel"""
    filters = wire.cancellation_filter(body)
    done = jobs.cancel_jobs(context.work, context.studio, filters, dry_run=body.dry_run, by=context.actor)
    return CancelJobs200(body=wire.job_cancellation(done))


def retry_job(context: Context, /, *, job_id: UUID) -> RetryJobResponse:
    """POST /jobs/{job_id}/retry"""
    job = jobs.retry_job(context.work, context.studio, job_id, by=context.actor)
    return RetryJob202(body=wire.job(job), location=paths.job(job.id))


def get_queue(context: Context, /) -> GetQueueResponse:
    """GET /queue"""
    return GetQueue200(body=wire.queue(jobs.get_queue(context.work, by=context.actor)))


def update_queue(context: Context, /, *, body: models.QueueUpdate) -> UpdateQueueResponse:
    """PATCH /queue"""
    queue = jobs.set_queue_paused(context.work, context.studio, paused=wire.paused(body), by=context.actor)
    return UpdateQueue200(body=wire.queue(queue))


def list_workers(context: Context, /) -> ListWorkersResponse:
    """GET /workers"""
    return ListWorkers200(body=wire.workers(jobs.list_workers(context.work, by=context.actor)))


def preview_prompt(context: Context, /, *, body: models.PromptPreviewRequest) -> PreviewPromptResponse:
    """POST /prompts/preview"""
    request = wire.prompt_preview_request(body)
    preview = prompt_previews.preview_prompt(context.work, context.studio, request, by=context.actor)
    return PreviewPrompt200(body=wire.prompt_preview(preview))
