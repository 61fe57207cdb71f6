"""Handlers of the tag training: training runs and the adapters that they produce."""

from __future__ import annotations

from uuid import UUID

from generated import models, paths
from generated.operations import (
    CancelTrainingRun200,
    CancelTrainingRunResponse,
    CheckTraining200,
    CheckTrainingResponse,
    CreateAdapterForm,
    CreateAdapterResponse,
    CreateTrainingRun202,
    CreateTrainingRunResponse,
    DeleteAdapter204,
    DeleteAdapterPreview204,
    DeleteAdapterPreviewResponse,
    DeleteAdapterResponse,
    DeleteTrainingRun204,
    DeleteTrainingRunResponse,
    GetAdapter200,
    GetAdapterFileResponse,
    GetAdapterPreviewResponse,
    GetAdapterResponse,
    GetTrainingLog200,
    GetTrainingLogResponse,
    GetTrainingRun200,
    GetTrainingRunResponse,
    GetTrainingSampleResponse,
    ListAdapters200,
    ListAdaptersResponse,
    ListTrainingMetrics200,
    ListTrainingMetricsResponse,
    ListTrainingRuns200,
    ListTrainingRunsResponse,
    ReplaceAdapterPreview200,
    ReplaceAdapterPreviewForm,
    ReplaceAdapterPreviewResponse,
    ResumeTrainingRun202,
    ResumeTrainingRunResponse,
    SampleTrainingRun202,
    SampleTrainingRunResponse,
    SaveTrainingRun202,
    SaveTrainingRunResponse,
    UpdateAdapter200,
    UpdateAdapterResponse,
)
from handlers.wire import training as wire
from handlers.wire.common import enum_values, page_request
from platemark.adapters import previews
from platemark.adapters import service as adapters
from platemark.adapters.lora_upload import upload_lora
from platemark.adapters.views import AdapterFilter
from platemark.etags import etag
from platemark.http.context import Context
from platemark.training import service as training
from platemark.training.views import MetricFilter, TrainingRunFilter


def check_training(context: Context, /, *, body: models.TrainingRunCreate) -> CheckTrainingResponse:
    """POST /training-runs/check"""
    check = training.check_training(context.work, context.studio, wire.new_training_run(body), by=context.actor)
    return CheckTraining200(body=wire.training_check(check))


def list_training_runs(
    context: Context, /, *, state: list[models.State] | None, limit: int, cursor: str | None
) -> ListTrainingRunsResponse:
    """GET /training-runs"""
    filters = TrainingRunFilter(states=enum_values(state))
    runs = training.list_training_runs(context.work, filters, page_request(limit, cursor), by=context.actor)
    return ListTrainingRuns200(body=wire.training_run_page(runs))


def create_training_run(context: Context, /, *, body: models.TrainingRunCreate) -> CreateTrainingRunResponse:
    """POST /training-runs"""
    run = training.create_training_run(context.work, context.studio, wire.new_training_run(body), by=context.actor)
    return CreateTrainingRun202(body=wire.training_status(run), location=paths.training_run(run.id))


def get_training_run(context: Context, /, *, training_run_id: UUID) -> GetTrainingRunResponse:
    """GET /training-runs/{training_run_id}"""
    run = training.get_training_run(context.work, training_run_id, by=context.actor)
    return GetTrainingRun200(body=wire.training_status(run))


def delete_training_run(context: Context, /, *, training_run_id: UUID) -> DeleteTrainingRunResponse:
    """DELETE /training-runs/{training_run_id}"""
    training.delete_training_run(context.work, context.studio, training_run_id, by=context.actor)
    return DeleteTrainingRun204()


def cancel_training_run(context: Context, /, *, training_run_id: UUID) -> CancelTrainingRunResponse:
    """POST /training-runs/{training_run_id}/cancel"""
    run = training.cancel_training_run(context.work, context.studio, training_run_id, by=context.actor)
    return CancelTrainingRun200(body=wire.training_status(run))


def resume_training_run(context: Context, /, *, training_run_id: UUID) -> ResumeTrainingRunResponse:
    """POST /training-runs/{training_run_id}/resume"""
    run = training.resume_training_run(context.work, context.studio, training_run_id, by=context.actor)
    return ResumeTrainingRun202(body=wire.training_status(run), location=paths.training_run(run.id))


def sample_training_run(context: Context, /, *, training_run_id: UUID) -> SampleTrainingRunResponse:
    """POST /training-runs/{training_run_id}/samples"""
    run = training.sample_training_run(context.work, context.studio, training_run_id, by=context.actor)
    return SampleTrainingRun202(body=wire.training_status(run), location=paths.training_run(run.id))


def save_training_run(context: Context, /, *, training_run_id: UUID) -> SaveTrainingRunResponse:
    """POST /training-runs/{training_run_id}/checkpoints"""
    run = training.save_training_run(context.work, context.studio, training_run_id, by=context.actor)
    return SaveTrainingRun202(body=wire.training_status(run), location=paths.training_run(run.id))


def list_training_metrics(
    context: Context, /, *, training_run_id: UUID, since_step: int | None, stride: int, limit: int
) -> ListTrainingMetricsResponse:
    """GET /training-runs/{training_run_id}/metrics"""
    filters = MetricFilter(since_step=since_step, stride=stride, limit=limit)
    metrics = training.list_training_metrics(context.work, training_run_id, filters, by=context.actor)
    return ListTrainingMetrics200(body=wire.training_metrics(metrics))


def get_training_log(context: Context, /, *, training_run_id: UUID, offset: int) -> GetTrainingLogResponse:
    """GET /training-runs/{training_run_id}/log"""
    part = training.get_training_log(context.work, context.studio, training_run_id, offset, by=context.actor)
    return GetTrainingLog200(body=wire.training_log(part))


def get_training_sample(context: Context, /, *, training_run_id: UUID, step: int) -> GetTrainingSampleResponse:
    """GET /training-runs/{training_run_id}/samples/{step}"""
    sample = training.get_training_sample(context.work, context.studio, training_run_id, step, by=context.actor)
    return wire.sample_response(sample)


def list_adapters(
    context: Context,
    /,
    *,
    format: str | None,  # noqa: A002 - the parameter's own name
    visibility: list[models.Visibility] | None,
    q: str | None,
    limit: int,
    cursor: str | None,
) -> ListAdaptersResponse:
    """GET /adapters"""
    filters = AdapterFilter(format=format, visibility=enum_values(visibility), q=q)
    adapter_views = adapters.list_adapters(context.work, filters, page_request(limit, cursor), by=context.actor)
    return ListAdapters200(body=wire.adapter_page(adapter_views))


def get_adapter(context: Context, /, *, adapter_id: UUID) -> GetAdapterResponse:
    """GET /adapters/{adapter_id}"""
    adapter = adapters.get_adapter(context.work, adapter_id, by=context.actor)
    return GetAdapter200(body=wire.adapter(adapter), etag=etag(adapter.version))


def get_adapter_preview(context: Context, /, *, adapter_id: UUID) -> GetAdapterPreviewResponse:
    """GET /adapters/{adapter_id}/preview"""
    preview = adapters.get_adapter_preview(context.work, context.studio, adapter_id, by=context.actor)
    return wire.preview_response(preview)


def replace_adapter_preview(
    context: Context, /, *, adapter_id: UUID, if_match: str | None, body: ReplaceAdapterPreviewForm
) -> ReplaceAdapterPreviewResponse:
    """PUT /adapters/{adapter_id}/preview"""
    adapter = previews.replace_adapter_preview(
        context.work, context.studio, adapter_id, body.file.stream, by=context.actor, if_match=if_match
    )
    return ReplaceAdapterPreview200(body=wire.adapter(adapter), etag=etag(adapter.version))


def delete_adapter_preview(
    context: Context, /, *, adapter_id: UUID, if_match: str | None
) -> DeleteAdapterPreviewResponse:
    """DELETE /adapters/{adapter_id}/preview"""
    previews.delete_adapter_preview(context.work, adapter_id, by=context.actor, if_match=if_match)
    return DeleteAdapterPreview204()


def create_adapter(context: Context, /, *, body: CreateAdapterForm) -> CreateAdapterResponse:
    """POST /adapters"""
    new = wire.adapter_upload(body)
    return wire.registered_response(upload_lora(context.work, context.studio, body.file.stream, new, by=context.actor))


def get_adapter_file(context: Context, /, *, adapter_id: UUID) -> GetAdapterFileResponse:
    """GET /adapters/{adapter_id}/file"""
    return wire.adapter_file_response(
        adapters.get_adapter_file(context.work, context.studio, adapter_id, by=context.actor)
    )


def update_adapter(
    context: Context, /, *, adapter_id: UUID, if_match: str | None, body: models.AdapterUpdate
) -> UpdateAdapterResponse:
    """PATCH /adapters/{adapter_id}"""
    changes = wire.adapter_changes(body)
    changed = adapters.update_adapter(context.work, adapter_id, changes, by=context.actor, if_match=if_match)
    return UpdateAdapter200(body=wire.adapter(changed), etag=etag(changed.version))


def delete_adapter(context: Context, /, *, adapter_id: UUID, if_match: str | None) -> DeleteAdapterResponse:
    """DELETE /adapters/{adapter_id}"""
    adapters.delete_adapter(context.work, adapter_id, by=context.actor, if_match=if_match)
    return DeleteAdapter204()
