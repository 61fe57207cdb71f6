"""Events on the wire: recorded events become models of the contract."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from generated import models
from platemark.events.queries import Event


def studio_event(event: Event) -> models.StudioEvent | None:
    """The event as the contract describes it; None for a kind that is not in the contract."""
    convert = CONVERTERS.get(event.kind)
    return None if convert is None else convert(event)


def _subject(event: Event) -> UUID:
    assert event.subject_id is not None
    return event.subject_id


def _id(event: Event, name: str) -> UUID | None:
    text = event.data.get(name)
    return None if text is None else UUID(text)


def _job_queued(event: Event) -> models.JobQueuedEvent:
    return models.JobQueuedEvent(
        id=event.id,
        at=event.at,
        job_id=_subject(event),
        set_run_id=_id(event, "set_run_id"),
        error_code=event.data.get("error"),
    )


def _job_running(event: Event) -> models.JobRunningEvent:
    return models.JobRunningEvent(
        id=event.id,
        at=event.at,
        job_id=_subject(event),
        set_run_id=_id(event, "set_run_id"),
        attempt=event.data["attempt"],
    )


def _job_failed(event: Event) -> models.JobFailedEvent:
    return models.JobFailedEvent(
        id=event.id,
        at=event.at,
        job_id=_subject(event),
        set_run_id=_id(event, "set_run_id"),
        error_code=event.data["error"],
    )


def _job_updated(event: Event) -> models.JobUpdatedEvent:
    return models.JobUpdatedEvent(id=event.id, at=event.at, job_id=_subject(event), priority=event.data["priority"])


def _job_preview(event: Event) -> models.JobPreviewEvent:
    return models.JobPreviewEvent(
        id=event.id,
        at=event.at,
        job_id=_subject(event),
        set_run_id=_id(event, "set_run_id"),
        progress=event.data["progress"],
    )


def _image_added(event: Event) -> models.ImageAddedEvent:
    return models.ImageAddedEvent(id=event.id, at=event.at, image_id=_subject(event), job_id=_id(event, "job_id"))


def _image_marked(event: Event) -> models.ImageMarkedEvent:
    return models.ImageMarkedEvent(
        id=event.id,
        at=event.at,
        image_id=_subject(event),
        rating=event.data["rating"],
        starred=event.data["starred"],
    )


def _bug_reports_purged(event: Event) -> models.BugReportsPurgedEvent:
    return models.BugReportsPurgedEvent(
        id=event.id, at=event.at, count=event.data["count"], older_than_days=event.data["older_than_days"]
    )


def _import_changed(event: Event) -> models.ImportChangedEvent:
    return models.ImportChangedEvent(
        id=event.id,
        at=event.at,
        import_id=_subject(event),
        phase=models.ImportPhase(event.data["phase"]),
        state=models.ImportState(event.data["state"]),
    )


def _run_created(event: Event) -> models.TrainingRunCreatedEvent:
    job_id = UUID(event.data["job_id"])
    return models.TrainingRunCreatedEvent(id=event.id, at=event.at, training_run_id=_subject(event), job_id=job_id)


def _run_advanced(event: Event) -> models.TrainingRunAdvancedEvent:
    return models.TrainingRunAdvancedEvent(
        id=event.id,
        at=event.at,
        training_run_id=_subject(event),
        step=event.data["step"],
        steps=event.data["steps"],
    )


def _run_deleted(event: Event) -> models.TrainingRunDeletedEvent:
    return models.TrainingRunDeletedEvent(id=event.id, at=event.at, training_run_id=_subject(event))


PlainEvent = type[
    models.ReadyEvent
    | models.GapEvent
    | models.QueuePausedEvent
    | models.QueueResumedEvent
    | models.SettingsUpdatedEvent
]
JobEvent = type[models.JobSucceededEvent | models.JobCancelRequestedEvent | models.JobCancelledEvent]
AlbumEvent = type[models.AlbumCreatedEvent | models.AlbumChangedEvent | models.AlbumDeletedEvent]
ImageEvent = type[models.ImageChangedEvent | models.ImageRemovedEvent | models.ImagePurgedEvent]
AdapterEvent = type[models.AdapterAddedEvent | models.AdapterChangedEvent | models.AdapterDeletedEvent]
BugReportEvent = type[models.BugReportCreatedEvent | models.BugReportChangedEvent | models.BugReportDeletedEvent]
UserEvent = type[models.UserCreatedEvent | models.UserChangedEvent]
WebhookEvent = type[models.WebhookCreatedEvent | models.WebhookChangedEvent | models.WebhookDeletedEvent]
Converter = Callable[[Event], models.StudioEvent]


def _plain(model: PlainEvent) -> Converter:
    return lambda event: model(id=event.id, at=event.at)


def _job(model: JobEvent) -> Converter:
    return lambda event: model(id=event.id, at=event.at, job_id=_subject(event), set_run_id=_id(event, "set_run_id"))


def _album(model: AlbumEvent) -> Converter:
    return lambda event: model(id=event.id, at=event.at, album_id=_subject(event))


def _image(model: ImageEvent) -> Converter:
    return lambda event: model(id=event.id, at=event.at, image_id=_subject(event))


def _adapter(model: AdapterEvent) -> Converter:
    return lambda event: model(id=event.id, at=event.at, adapter_id=_subject(event))


def _user(model: UserEvent) -> Converter:
    return lambda event: model(id=event.id, at=event.at, user_id=_subject(event))


def _webhook(model: WebhookEvent) -> Converter:
    return lambda event: model(id=event.id, at=event.at, webhook_id=_subject(event))


def _bug_report(model: BugReportEvent) -> Converter:
    return lambda event: model(id=event.id, at=event.at, bug_report_id=_subject(event))


CONVERTERS: dict[str, Converter] = {
    "ready": _plain(models.ReadyEvent),
    "gap": _plain(models.GapEvent),
    "job.queued": _job_queued,
    "job.running": _job_running,
    "job.succeeded": _job(models.JobSucceededEvent),
    "job.failed": _job_failed,
    "job.cancel_requested": _job(models.JobCancelRequestedEvent),
    "job.cancelled": _job(models.JobCancelledEvent),
    "job.updated": _job_updated,
    "job.preview": _job_preview,
    "queue.paused": _plain(models.QueuePausedEvent),
    "queue.resumed": _plain(models.QueueResumedEvent),
    "settings.updated": _plain(models.SettingsUpdatedEvent),
    "album.created": _album(models.AlbumCreatedEvent),
    "album.changed": _album(models.AlbumChangedEvent),
    "album.deleted": _album(models.AlbumDeletedEvent),
    "image.added": _image_added,
    "image.changed": _image(models.ImageChangedEvent),
    "image.marked": _image_marked,
    "image.removed": _image(models.ImageRemovedEvent),
    "image.purged": _image(models.ImagePurgedEvent),
    "training_run.created": _run_created,
    "training_run.advanced": _run_advanced,
    "training_run.deleted": _run_deleted,
    "adapter.added": _adapter(models.AdapterAddedEvent),
    "adapter.changed": _adapter(models.AdapterChangedEvent),
    "adapter.deleted": _adapter(models.AdapterDeletedEvent),
    "user.created": _user(models.UserCreatedEvent),
    "user.changed": _user(models.UserChangedEvent),
    "webhook.created": _webhook(models.WebhookCreatedEvent),
    "webhook.changed": _webhook(models.WebhookChangedEvent),
    "webhook.deleted": _webhook(models.WebhookDeletedEvent),
    "bug_report.created": _bug_report(models.BugReportCreatedEvent),
    "bug_report.changed": _bug_report(models.BugReportChangedEvent),
    "bug_report.deleted": _bug_report(models.BugReportDeletedEvent),
    "bug_reports.purged": _bug_reports_purged,
    "import.changed": _import_changed,
}
