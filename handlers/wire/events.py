"""Events on the wire: what the studio recorded, as the contract tells of it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from generated import models
from platemark.events.queries import Event


def event(found: Event) -> models.StudioEvent | None:
    """The event; None for a kind that the contract does not have."""
    say = KINDS.get(found.kind)
    return None if say is None else say(found)


def _subject(found: Event) -> UUID:
    assert found.subject_id is not None
    return found.subject_id


def _id(found: Event, name: str) -> UUID | None:
    text = found.data.get(name)
    return None if text is None else UUID(text)


def _job_queued(found: Event) -> models.JobQueuedEvent:
    return models.JobQueuedEvent(
        id=found.id,
        at=found.at,
        job_id=_subject(found),
        set_run_id=_id(found, "set_run_id"),
        error_code=found.data.get("error"),
    )


def _job_running(found: Event) -> models.JobRunningEvent:
    return models.JobRunningEvent(
        id=found.id,
        at=found.at,
        job_id=_subject(found),
        set_run_id=_id(found, "set_run_id"),
        attempt=found.data["attempt"],
    )


def _job_failed(found: Event) -> models.JobFailedEvent:
    return models.JobFailedEvent(
        id=found.id,
        at=found.at,
        job_id=_subject(found),
        set_run_id=_id(found, "set_run_id"),
        error_code=found.data["error"],
    )


def _job_updated(found: Event) -> models.JobUpdatedEvent:
    return models.JobUpdatedEvent(id=found.id, at=found.at, job_id=_subject(found), priority=found.data["priority"])


def _image_added(found: Event) -> models.ImageAddedEvent:
    return models.ImageAddedEvent(id=found.id, at=found.at, image_id=_subject(found), job_id=_id(found, "job_id"))


def _bug_reports_purged(found: Event) -> models.BugReportsPurgedEvent:
    return models.BugReportsPurgedEvent(
        id=found.id, at=found.at, count=found.data["count"], older_than_days=found.data["older_than_days"]
    )


def _import_changed(found: Event) -> models.ImportChangedEvent:
    return models.ImportChangedEvent(
        id=found.id,
        at=found.at,
        import_id=_subject(found),
        phase=models.ImportPhase(found.data["phase"]),
        state=models.ImportState(found.data["state"]),
    )


def _run_created(found: Event) -> models.TrainingRunCreatedEvent:
    job_id = UUID(found.data["job_id"])
    return models.TrainingRunCreatedEvent(id=found.id, at=found.at, training_run_id=_subject(found), job_id=job_id)


def _run_advanced(found: Event) -> models.TrainingRunAdvancedEvent:
    return models.TrainingRunAdvancedEvent(
        id=found.id,
        at=found.at,
        training_run_id=_subject(found),
        step=found.data["step"],
        steps=found.data["steps"],
    )


def _run_deleted(found: Event) -> models.TrainingRunDeletedEvent:
    return models.TrainingRunDeletedEvent(id=found.id, at=found.at, training_run_id=_subject(found))


Mark = type[models.ReadyEvent | models.GapEvent | models.QueuePausedEvent | models.QueueResumedEvent]
OfJob = type[models.JobSucceededEvent | models.JobCancelRequestedEvent | models.JobCancelledEvent]
OfAlbum = type[models.AlbumCreatedEvent | models.AlbumChangedEvent | models.AlbumDeletedEvent]
OfImage = type[models.ImageChangedEvent | models.ImageRemovedEvent]
OfAdapter = type[models.AdapterAddedEvent | models.AdapterChangedEvent | models.AdapterDeletedEvent]
Say = Callable[[Event], models.StudioEvent]


def _mark(kind: Mark) -> Say:
    return lambda found: kind(id=found.id, at=found.at)


def _job(kind: OfJob) -> Say:
    return lambda found: kind(id=found.id, at=found.at, job_id=_subject(found), set_run_id=_id(found, "set_run_id"))


def _album(kind: OfAlbum) -> Say:
    return lambda found: kind(id=found.id, at=found.at, album_id=_subject(found))


def _image(kind: OfImage) -> Say:
    return lambda found: kind(id=found.id, at=found.at, image_id=_subject(found))


def _adapter(kind: OfAdapter) -> Say:
    return lambda found: kind(id=found.id, at=found.at, adapter_id=_subject(found))


KINDS: dict[str, Say] = {
    "ready": _mark(models.ReadyEvent),
    "gap": _mark(models.GapEvent),
    "job.queued": _job_queued,
    "job.running": _job_running,
    "job.succeeded": _job(models.JobSucceededEvent),
    "job.failed": _job_failed,
    "job.cancel_requested": _job(models.JobCancelRequestedEvent),
    "job.cancelled": _job(models.JobCancelledEvent),
    "job.updated": _job_updated,
    "queue.paused": _mark(models.QueuePausedEvent),
    "queue.resumed": _mark(models.QueueResumedEvent),
    "album.created": _album(models.AlbumCreatedEvent),
    "album.changed": _album(models.AlbumChangedEvent),
    "album.deleted": _album(models.AlbumDeletedEvent),
    "image.added": _image_added,
    "image.changed": _image(models.ImageChangedEvent),
    "image.removed": _image(models.ImageRemovedEvent),
    "training_run.created": _run_created,
    "training_run.advanced": _run_advanced,
    "training_run.deleted": _run_deleted,
    "adapter.added": _adapter(models.AdapterAddedEvent),
    "adapter.changed": _adapter(models.AdapterChangedEvent),
    "adapter.deleted": _adapter(models.AdapterDeletedEvent),
    "bug_reports.purged": _bug_reports_purged,
    "import.changed": _import_changed,
}
