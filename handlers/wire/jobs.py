"""Jobs and the queue on the wire: views become models of the contract, request bodies become what the service takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from msgspec import UNSET, UnsetType

from generated import models, paths
from handlers.wire.common import enum_values, job_error, next_cursor, value_or
from platemark.adapters.pinned import AdapterChoice, PinnedAdapter
from platemark.db.time_spans import TimeSpan
from platemark.jobs.prompt_previews import PromptPreviewRequest, PromptPreviewView
from platemark.jobs.requests import CaptionJob, GenerateJob
from platemark.jobs.views import (
    CancellationFilter,
    CaptionsView,
    Estimate,
    JobCancellation,
    JobFilter,
    JobList,
    JobReceipt,
    JobView,
    QueueView,
    WorkerView,
)
from platemark.stored_rows import read_all, read_or_none

Absent = TypeVar("Absent")


def job(view: JobView) -> models.Job:
    """A job."""
    return models.Job(
        id=view.id,
        kind=models.JobKind(view.kind),
        state=models.State(view.state),
        priority=view.priority,
        progress=view.progress,
        attempt=view.attempt,
        max_attempts=view.max_attempts,
        request=None if view.request is None else read_or_none(_request, view.request, of=view.id),
        position=view.position,
        estimate=estimate(view.estimate),
        cancel_requested=view.cancel_requested,
        error=job_error(view),
        image_ids=list(view.image_ids),
        album_id=view.album_id,
        set_run_id=view.set_run_id,
        row_position=view.row_position,
        training_run_id=view.training_run_id,
        captions=None if view.captions is None else _captions(view.captions),
        created_by=view.created_by,
        trace_id=view.trace_id,
        worker=view.worker,
        created_at=view.created_at,
        started_at=view.started_at,
        finished_at=view.finished_at,
    )


def queue_job(view: JobReceipt | JobView) -> models.QueueJob:
    """The receipt for a new job."""
    return models.QueueJob(
        id=view.id,
        kind=models.JobKind(view.kind),
        state=models.State(view.state),
        position=view.position,
        estimate=estimate(view.estimate),
        created_at=view.created_at,
        links=models.JobLinks(self=paths.job(view.id), cancel=paths.job_cancel(view.id)),
    )


def jobs_response(view: JobList) -> models.JobsResponse:
    """A page of jobs with the counts by state."""
    return models.JobsResponse(
        items=read_all(job, view.page.items),
        next_cursor=next_cursor(view.page),
        counts=state_counts(view.counts),
    )


def queue(view: QueueView) -> models.Queue:
    """The state of the queue."""
    return models.Queue(
        paused=view.paused_at is not None,
        paused_at=view.paused_at,
        depth=state_counts(view.depth),
        running=list(view.running),
        estimate=estimate(view.estimate),
    )


def workers(views: Sequence[WorkerView]) -> models.Workers:
    """The workers."""
    return models.Workers(items=read_all(_worker, views))


def estimate(view: Estimate | None) -> models.Estimate | None:
    """How long something will probably take; None if that is not known."""
    if view is None:
        return None
    return models.Estimate(p50_seconds=view.p50_seconds, p90_seconds=view.p90_seconds, basis_count=view.basis_count)


def state_counts(counts: Mapping[str, int]) -> models.StateCounts:
    """How many jobs are in each state."""
    return models.StateCounts(
        queued=counts["queued"],
        running=counts["running"],
        succeeded=counts["succeeded"],
        failed=counts["failed"],
        cancelled=counts["cancelled"],
    )


def job_filter(
    *,
    state: list[models.State] | None,
    kind: models.JobKind | None,
    set_run_id: UUID | None,
    created_by: UUID | None,
    created_after: datetime | None,
    created_before: datetime | None,
    sort: models.Sort,
) -> JobFilter:
    """The filter of a list of jobs."""
    return JobFilter(
        states=tuple(enum_values(state)),
        kind=kind.value if kind else None,
        set_run_id=set_run_id,
        created_by=created_by,
        created=TimeSpan(created_after, created_before),
        oldest_first=sort is models.Sort.oldest,
    )


def cancellation_filter(body: models.JobCancellationRequest) -> CancellationFilter:
    """Which jobs to cancel."""
    return CancellationFilter(
        created_by=value_or(body.created_by, None),
        everyone=body.everyone,
        set_run_id=value_or(body.set_run_id, None),
        kind=None if isinstance(body.kind, UnsetType) else body.kind.value,
        queued_only=body.queued_only,
    )


def job_cancellation(view: JobCancellation) -> models.JobCancellation:
    """How many jobs were cancelled."""
    return models.JobCancellation(
        dry_run=view.dry_run,
        cancelled_count=view.cancelled_count,
        stopping_count=view.stopping_count,
        more=view.more,
    )


def job_request(body: models.JobRequest) -> GenerateJob | CaptionJob:
    """The request of a new job."""
    return _caption_job(body) if isinstance(body, models.CaptionRequest) else _generate_job(body)


def job_adapters(body: models.JobRequest) -> tuple[AdapterChoice, ...] | None:
    """The adapters of a new job; None if it says nothing of them."""
    return None if isinstance(body, models.CaptionRequest) else adapter_choices_or(body.adapters, None)


def _caption_job(body: models.CaptionRequest) -> CaptionJob:
    return CaptionJob(
        image_ids=tuple(value_or(body.image_ids, ())),
        album_id=value_or(body.album_id, None),
        engine=value_or(body.engine, ""),
        tags=body.tags,
        only_missing=body.only_missing,
        priority=body.priority,
    )


def _generate_job(body: models.GenerateRequest) -> GenerateJob:
    return GenerateJob(
        prompt=body.prompt,
        negative_prompt=body.negative_prompt,
        width=body.width,
        height=body.height,
        steps=body.steps,
        guidance_scale=body.guidance_scale,
        seed=value_or(body.seed, None),
        engine=value_or(body.engine, ""),
        model=value_or(body.model, None),
        count=body.count,
        visibility=body.visibility.value,
        priority=body.priority,
        album_id=value_or(body.album_id, None),
    )


def adapter_choices(uses: Sequence[models.AdapterUse]) -> tuple[AdapterChoice, ...]:
    """The adapters to generate with, and their weights."""
    return tuple(AdapterChoice(use.adapter_id, value_or(use.weight, None)) for use in uses)


def adapter_choices_or(
    uses: Sequence[models.AdapterUse] | UnsetType, absent: Absent
) -> tuple[AdapterChoice, ...] | Absent:
    """The adapters to generate with; ``absent`` if there is no such list."""
    return absent if isinstance(uses, UnsetType) else adapter_choices(uses)


def pinned_adapters(views: Sequence[PinnedAdapter]) -> list[models.AdapterProvenance]:
    """Adapters as they were pinned."""
    return [
        models.AdapterProvenance(
            adapter_id=view.adapter_id,
            name=view.name,
            format=view.format,
            digest=view.digest,
            weight=view.weight,
            training_run_id=view.training_run_id,
            dataset_digest=view.dataset_digest,
        )
        for view in views
    ]


def priority(body: models.JobUpdate) -> int | None:
    """The new priority; None to leave it as it is."""
    return value_or(body.priority, None)


def paused(body: models.QueueUpdate) -> bool | None:
    """Whether to pause or to resume the queue; None to leave it as it is."""
    return value_or(body.paused, None)


def _captions(view: CaptionsView) -> models.JobCaptions:
    return models.JobCaptions(
        image_count=view.image_count,
        captioned_count=view.outcomes["captioned"],
        skipped=models.JobCaptionsSkipped(
            has_caption=view.outcomes["has_caption"],
            image_gone=view.outcomes["image_gone"],
            engine_refused=view.outcomes["engine_refused"],
        ),
    )


def _request(request: GenerateJob | CaptionJob) -> models.JobRequest:
    return _caption_request(request) if isinstance(request, CaptionJob) else _generate_request(request)


def _caption_request(request: CaptionJob) -> models.CaptionRequest:
    return models.CaptionRequest(
        image_ids=list(request.image_ids) or UNSET,
        album_id=UNSET if request.album_id is None else request.album_id,
        engine=request.engine or UNSET,
        tags=request.tags,
        only_missing=request.only_missing,
        priority=request.priority,
    )


def _generate_request(request: GenerateJob) -> models.GenerateRequest:
    return models.GenerateRequest(
        prompt=request.prompt,
        negative_prompt=request.negative_prompt,
        width=request.width,
        height=request.height,
        steps=request.steps,
        guidance_scale=request.guidance_scale,
        seed=UNSET if request.seed is None else request.seed,
        engine=request.engine,
        model=UNSET if request.model is None else request.model,
        album_id=UNSET if request.album_id is None else request.album_id,
        visibility=models.Visibility(request.visibility),
        priority=request.priority,
        adapters=[models.AdapterUse(adapter_id=use.adapter_id, weight=use.weight) for use in request.adapters],
        count=request.count,
    )


def _worker(view: WorkerView) -> models.Worker:
    return models.Worker(
        id=view.id,
        host=view.host,
        pid=view.pid,
        device=view.device,
        engines=list(view.engines),
        state=models.WorkerState(view.state),
        job_id=view.job_id,
        started_at=view.started_at,
        heartbeat_at=view.heartbeat_at,
    )


def prompt_preview_request(body: models.PromptPreviewRequest) -> PromptPreviewRequest:
    """The prompt to preview."""
    return PromptPreviewRequest(
        prompt=body.prompt,
        negative_prompt=body.negative_prompt,
        engine=value_or(body.engine, None),
        model=value_or(body.model, None),
    )


def prompt_preview(view: PromptPreviewView) -> models.PromptPreview:
    """What an engine makes of a prompt."""
    return models.PromptPreview(
        engine=view.engine,
        known=view.known,
        words_used=list(view.words_used),
        words_ignored=list(view.words_ignored),
        note=view.note,
    )
