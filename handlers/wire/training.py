"""Training on the wire: views become models of the contract, request bodies become what the service takes."""

from __future__ import annotations

from uuid import UUID

from generated import models, paths
from generated.operations import (
    CreateAdapter200,
    CreateAdapter201,
    CreateAdapterForm,
    CreateAdapterResponse,
    GetAdapterFile200,
    GetAdapterPreview200,
    GetTrainingSample200,
)
from handlers.wire.common import enum_value_or, file_fields, job_error, next_cursor, value_or
from platemark.adapters.views import AdapterChanges, AdapterFile, AdapterUpload, AdapterView, RegisteredAdapter
from platemark.engines.base import TrainingFinding
from platemark.etags import etag
from platemark.paging import Page
from platemark.stored_rows import fit_or_none, read_all
from platemark.training.run_folders import LogPart
from platemark.training.views import (
    ArtifactView,
    DatasetView,
    LossView,
    Metric,
    Metrics,
    NewTrainingRun,
    SampleFile,
    SampleView,
    TrainingCheck,
    TrainingRunView,
)


def new_training_run(body: models.TrainingRunCreate) -> NewTrainingRun:
    """The training run to start."""
    return NewTrainingRun(
        name=body.name,
        description=body.description,
        album_ids=tuple(body.album_ids),
        engine=body.engine,
        base=value_or(body.base, None),
        seed=value_or(body.seed, None),
        held_out_share=body.held_out_share,
        parameters=dict(body.parameters),
        priority=body.priority,
    )


def training_check(view: TrainingCheck) -> models.TrainingCheck:
    """Whether a training run could start, and what speaks against it."""
    return models.TrainingCheck(
        ready=view.ready,
        findings=[_finding(finding) for finding in view.findings],
        dataset=_dataset(view.dataset),
        parameters=dict(view.parameters),
    )


def training_status(view: TrainingRunView) -> models.TrainingStatus:
    """A training run."""
    return models.TrainingStatus(
        id=view.id,
        name=view.name,
        description=view.description,
        state=models.State(view.state),
        engine=view.engine,
        base=view.base,
        album_ids=list(view.album_ids),
        dataset=_dataset(view.dataset),
        seed=view.seed,
        parameters=None if view.parameters is None else dict(view.parameters),
        job_id=view.job_id,
        attempt=view.attempt,
        progress=view.progress,
        step=view.step,
        steps=view.steps,
        loss=_loss(view.loss),
        steps_per_second=view.steps_per_second,
        estimate_seconds=view.estimate_seconds,
        elapsed_seconds=view.elapsed_seconds,
        checkpoint_step=view.checkpoint_step,
        checkpoint_at=view.checkpoint_at,
        samples=[_sample(view.id, sample) for sample in view.samples],
        artifact=_artifact(view.artifact),
        cancel_requested=view.cancel_requested,
        sample_requested=view.sample_requested,
        save_requested=view.save_requested,
        error=job_error(view),
        trace_id=view.trace_id,
        created_by=view.created_by,
        created_at=view.created_at,
        started_at=view.started_at,
        finished_at=view.finished_at,
    )


def training_run_page(page: Page[TrainingRunView]) -> models.TrainingRunPage:
    """A page of training runs."""
    return models.TrainingRunPage(
        items=read_all(training_status, page.items),
        next_cursor=next_cursor(page),
    )


def training_metrics(view: Metrics) -> models.TrainingMetrics:
    """Metrics of a training run."""
    return models.TrainingMetrics(
        items=[_metric(metric) for metric in view.items], next_since_step=view.next_since_step
    )


def training_log(part: LogPart) -> models.TrainingLog:
    """A part of the log."""
    return models.TrainingLog(
        text=part.text, offset=part.offset, next_offset=part.next_offset, size_bytes=part.size_bytes
    )


def sample_response(sample: SampleFile) -> GetTrainingSample200:
    """The bytes of a sample image."""
    return GetTrainingSample200(**file_fields(sample))


def adapter(view: AdapterView) -> models.Adapter:
    """An adapter."""
    return models.Adapter(
        id=view.id,
        name=view.name,
        description=view.description,
        format=view.format,
        engine=view.engine,
        base=view.base,
        digest=view.digest,
        size_bytes=view.size_bytes,
        default_weight=view.default_weight,
        trigger_words=_trigger_words(view),
        visibility=models.Visibility(view.visibility),
        preview_url=None if view.preview_digest is None else paths.adapter_preview(view.id),
        source=models.AdapterSource(view.source),
        training_run_id=view.training_run_id,
        dataset_digest=view.dataset_digest,
        metrics=_metrics(view),
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
    )


def preview_response(preview: AdapterFile) -> GetAdapterPreview200:
    """The bytes of an adapter's preview."""
    return GetAdapterPreview200(**file_fields(preview, changes=True))


def adapter_upload(form: CreateAdapterForm) -> AdapterUpload:
    """The fields of the form, without the file."""
    return AdapterUpload(
        file_name=form.file.filename,
        name=form.name,
        description=form.description,
        default_weight=form.default_weight,
        trigger_words=form.trigger_words,
        visibility=form.visibility.value,
    )


def registered_response(registered: RegisteredAdapter) -> CreateAdapterResponse:
    """201 for a new adapter; 200 if its bytes were registered before."""
    view = registered.adapter
    body, version = adapter(view), etag(view.version)
    if registered.created:
        return CreateAdapter201(body=body, location=paths.adapter(view.id), etag=version)
    return CreateAdapter200(body=body, etag=version)


def adapter_file_response(file: AdapterFile) -> GetAdapterFile200:
    """The bytes of an adapter, for a browser to save."""
    return GetAdapterFile200(**file_fields(file, saved=True))


def _metrics(view: AdapterView) -> dict[str, float]:
    return fit_or_none("AdapterMetrics", view.metrics, of=view.id) or {}


def _trigger_words(view: AdapterView) -> list[str]:
    return fit_or_none("AdapterTriggerWords", view.trigger_words, of=view.id) or []


def adapter_page(page: Page[AdapterView]) -> models.AdapterPage:
    """A page of adapters."""
    return models.AdapterPage(
        items=read_all(adapter, page.items),
        next_cursor=next_cursor(page),
    )


def adapter_changes(body: models.AdapterUpdate) -> AdapterChanges:
    """The changes of an adapter; fields that are absent stay as they are."""
    return AdapterChanges(
        name=value_or(body.name, None),
        description=value_or(body.description, None),
        default_weight=value_or(body.default_weight, None),
        trigger_words=value_or(body.trigger_words, None),
        visibility=enum_value_or(body.visibility, None),
    )


def _finding(view: TrainingFinding) -> models.TrainingFinding:
    return models.TrainingFinding(code=view.code, message=view.message, hint=view.hint, fatal=view.fatal)


def _dataset(view: DatasetView) -> models.TrainingDataset:
    return models.TrainingDataset(
        digest=view.digest,
        image_count=view.image_count,
        captioned_count=view.captioned_count,
        held_out_count=view.held_out_count,
    )


def _loss(view: LossView) -> models.TrainingLoss:
    return models.TrainingLoss(
        train=view.train,
        best_train=view.best_train,
        held_out=view.held_out,
        first_held_out=view.first_held_out,
        best_held_out=view.best_held_out,
    )


def _sample(training_run_id: UUID, view: SampleView) -> models.TrainingSample:
    return models.TrainingSample(
        step=view.step,
        url=paths.training_run_sample(training_run_id, view.step),
        width=view.width,
        height=view.height,
        created_at=view.created_at,
    )


def _artifact(view: ArtifactView | None) -> models.TrainingArtifact | None:
    if view is None:
        return None
    return models.TrainingArtifact(
        adapter_id=view.adapter_id, format=view.format, digest=view.digest, size_bytes=view.size_bytes
    )


def _metric(view: Metric) -> models.TrainingMetric:
    return models.TrainingMetric(step=view.step, name=view.name, value=view.value)
