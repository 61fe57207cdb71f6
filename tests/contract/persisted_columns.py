"""Where the contract shows each column of the database, or why it shows it nowhere."""

from __future__ import annotations

from collections.abc import Mapping

SHOWN_TABLES: Mapping[str, str] = {
    "adapters": "Adapter",
    "album_images": "AlbumImage",
    "albums": "AlbumDetail",
    "api_tokens": "ApiToken",
    "bug_report_changes": "BugReportChange",
    "bug_report_purges": "BugReportPurge",
    "bug_reports": "BugReport",
    "events": "JobUpdatedEvent",
    "image_marks": "ImageMark",
    "images": "ImageDetail",
    "import_items": "ImportItem",
    "imports": "Import",
    "jobs": "Job",
    "labels": "Label",
    "sessions": "Session",
    "set_run_cells": "GridCell",
    "set_runs": "SetRun",
    "set_template_rows": "SetRow",
    "set_template_versions": "SetTemplate",
    "set_templates": "SetTemplate",
    "studio_settings": "Settings",
    "training_metrics": "TrainingMetric",
    "training_runs": "TrainingStatus",
    "training_samples": "TrainingSample",
    "users": "User",
    "webhook_deliveries": "WebhookDelivery",
    "webhooks": "Webhook",
    "workers": "Worker",
}
"""The schema of each table's rows. A column is shown by the property of its name, unless it is listed below."""

ELSEWHERE: Mapping[str, str] = {
    "album_images.album_id": "AlbumDetail/id",
    "album_images.image_id": "AlbumImage/id",
    "bug_report_changes.bug_report_id": "BugReport/id",
    "bug_report_changes.created_at": "BugReportChange/at",
    "bug_report_changes.created_by": "BugReportChange/by",
    "bug_report_purges.count": "BugReportPurge/purged_count",
    "image_marks.image_id": "ImageDetail/id",
    "image_marks.user_id": "User/id",
    "import_items.import_id": "Import/id",
    "import_items.thing_id": "ImportThing/id",
    "import_items.thing_kind": "ImportThing/kind",
    "imports.done": "ImportProgress/done",
    "imports.error_code": "ImportFailure/code",
    "imports.error_message": "ImportFailure/message",
    "imports.total": "ImportProgress/total",
    "jobs.engine": "GenerateRequest/engine",
    "jobs.error_code": "JobError/code",
    "jobs.error_message": "JobError/message",
    "jobs.owner": "Job/worker",
    "queue_control.paused_at": "Queue/paused_at",
    "set_run_cells.job_id": "SetRunRow/job_id",
    "set_run_cells.position": "SetRunRow/position",
    "set_run_cells.set_run_id": "SetRun/id",
    "set_runs.grid": "SetRunDetail/grid",
    "set_template_rows.set_template_id": "SetTemplate/id",
    "set_template_rows.version": "SetTemplate/version",
    "set_template_versions.set_template_id": "SetTemplate/id",
    "training_metrics.training_run_id": "TrainingStatus/id",
    "training_runs.best_held_out_loss": "TrainingLoss/best_held_out",
    "training_runs.best_train_loss": "TrainingLoss/best_train",
    "training_runs.captioned_count": "TrainingDataset/captioned_count",
    "training_runs.dataset_digest": "TrainingDataset/digest",
    "training_runs.first_held_out_loss": "TrainingLoss/first_held_out",
    "training_runs.held_out_count": "TrainingDataset/held_out_count",
    "training_runs.held_out_loss": "TrainingLoss/held_out",
    "training_runs.image_count": "TrainingDataset/image_count",
    "training_runs.train_loss": "TrainingLoss/train",
    "training_samples.training_run_id": "TrainingStatus/id",
    "webhook_deliveries.attempts": "WebhookDeliveryDetail/attempts",
}

DERIVED = "derived from other columns"
LEASE = "of the lease; no client needs it"
FILE = "shown as the address of the file"
VERSION = "shown as an ETag"
SECRET = "a digest of a secret, which is never shown"
SIGNS = "a secret that signs messages, which is shown once"

INTERNAL: Mapping[str, str] = {
    "adapter_texts": DERIVED,
    "album_texts": DERIVED,
    "bug_report_texts": DERIVED,
    "caption_items": "counted in Job/captions",
    "idempotency_keys": "responses by key, sent again as they are",
    "image_texts": DERIVED,
    "image_traits": DERIVED,
    "job_previews": "pictures of getJobPreview",
    "renditions": "files of getImageThumbnail",
    "schedule_slots": "which process runs the scheduled tasks",
    "set_template_texts": DERIVED,
    "sign_in_attempts": "counted for 429",
    "sign_in_links": "of links that are shown once",
    "training_images": "the images that purgeTrash shows as kept",
    "adapters.preview_digest": FILE,
    "adapters.version": VERSION,
    "albums.version": VERSION,
    "album_images.added_at": "the order is shown",
    "api_tokens.digest": SECRET,
    "api_tokens.parent_id": "what is revoked with it",
    "bug_report_changes.id": "shown in order",
    "bug_report_purges.created_at": "of the record of a purge",
    "bug_report_purges.id": "of the record of a purge",
    "bug_reports.content": "shown as its parts",
    "bug_reports.screenshot_digest": FILE,
    "bug_reports.version": VERSION,
    "events.kind": "one of the kinds of StudioEvent",
    "events.data": "shown as the fields of each event",
    "events.subject_id": "shown under the name of what it is",
    "events.trace_id": "for the log",
    "images.thumbnail_digest": FILE,
    "images.version": VERSION,
    "import_items.digest": "compared by verify",
    "import_items.made": "what undo removes",
    "import_items.new_blobs": "what undo removes",
    "import_items.payload": "what apply writes",
    "import_items.target_id": "of what apply will create; shown once it is there",
    "imports.cancel_requested_at": "shown as whether it is set",
    "imports.folder": "of the server; only its name is shown",
    "imports.lease_until": LEASE,
    "imports.owner": LEASE,
    "imports.token": LEASE,
    "imports.trace_id": "for the log",
    "jobs.cancel_requested_at": "shown as whether it is set",
    "jobs.lease_until": LEASE,
    "jobs.payload": "shown as its parts",
    "jobs.place": "shown as the position",
    "jobs.run_after": "shown as part of the estimate",
    "jobs.rung_at": LEASE,
    "jobs.token": LEASE,
    "labels.text_key": DERIVED,
    "labels.version": VERSION,
    "queue_control.id": "of the only row",
    "queue_control.version": VERSION,
    "sessions.csrf_digest": SECRET,
    "sessions.digest": SECRET,
    "set_runs.cancel_requested_at": "shown in the state of its jobs",
    "set_runs.reused_count": "counted in SetRun/counts",
    "training_runs.sample_requested_at": "shown as whether it is set",
    "training_runs.save_requested_at": "shown as whether it is set",
    "set_runs.overrides": "shown in each job's request",
    "studio_settings.id": "of the only row",
    "studio_settings.version": VERSION,
    "training_runs.updated_at": "of the record of progress",
    "training_samples.digest": FILE,
    "training_samples.size_bytes": "a header of the file",
    "users.password_hash": "shown as whether it is set",
    "users.version": VERSION,
    "webhook_deliveries.body": "shown as the message",
    "webhook_deliveries.failures": "decides about the next attempt, which is shown",
    "webhook_deliveries.occurrence": "what it tells of, so that it is told once",
    "webhooks.failures": "decides about the next attempt, which is shown",
    "webhooks.last_event_id": "what it was told of last",
    "webhooks.lease_until": LEASE,
    "webhooks.previous_secret": SIGNS,
    "webhooks.retry_at": "decides about the next attempt, which is shown",
    "webhooks.secret": SIGNS,
    "webhooks.version": VERSION,
}
"""Tables and columns that the contract shows nowhere by themselves, each with the reason."""

WITH_ITS_PARENT = "null where the object that it is shown in is null"
HIDDEN = "null for callers who may not see what was made with it"
NOT_RECORDED = "null where reports are kept forever, and then there is no purge to record"

NULL_ON_ONE_SIDE: Mapping[str, str] = {
    "import_items.thing_id": WITH_ITS_PARENT,
    "import_items.thing_kind": WITH_ITS_PARENT,
    "imports.error_code": WITH_ITS_PARENT,
    "imports.error_message": WITH_ITS_PARENT,
    "jobs.error_code": WITH_ITS_PARENT,
    "jobs.error_message": WITH_ITS_PARENT,
    "bug_report_purges.before": NOT_RECORDED,
    "bug_report_purges.older_than_days": NOT_RECORDED,
    "set_runs.seed": HIDDEN,
    "training_runs.parameters": HIDDEN,
    "training_runs.seed": HIDDEN,
}
"""Columns of which either only the database or only the contract has null, each with the reason."""

COUNTS_OF_ONE = "counts what one thing has; two thousand million are more than a studio stores"

NARROWER: Mapping[str, str] = {
    "bug_report_purges.count": COUNTS_OF_ONE,
    "bug_reports.redaction_count": COUNTS_OF_ONE,
    "imports.done": COUNTS_OF_ONE,
    "imports.total": COUNTS_OF_ONE,
    "training_runs.captioned_count": COUNTS_OF_ONE,
    "training_runs.held_out_count": COUNTS_OF_ONE,
    "training_runs.image_count": COUNTS_OF_ONE,
    "workers.pid": "no system has so many processes",
}
"""Columns that take less than the contract allows, each with the reason why that much never arrives."""

BY_THE_STUDIO = "only the studio writes it, from a type with these words"

UNCHECKED: Mapping[str, str] = {
    "import_items.thing_kind": BY_THE_STUDIO,
    "jobs.kind": BY_THE_STUDIO,
    "webhook_deliveries.kind": BY_THE_STUDIO,
    "workers.state": BY_THE_STUDIO,
}
"""Columns that hold a word of the contract and have no check, each with the reason."""

CONFLICTS: Mapping[str, str] = {
    "users.name": "user_name_taken",
}
"""The code of the problem that a second row with the same unique values is."""

UNIQUE_BY_CONSTRUCTION: Mapping[str, str] = {
    "api_tokens.digest": SECRET,
    "bug_reports.legacy_id": "an import skips what it has imported",
    "import_items.import_id, key": "a plan lists each entry once",
    "sessions.csrf_digest": SECRET,
    "sessions.digest": SECRET,
    "set_templates.slug": "of the sets that are included",
    "training_runs.job_id": "of the job that is created with it",
    "webhook_deliveries.webhook_id, occurrence": "what a webhook was told of is not told again",
}
"""Unique columns that no client chooses, each with the reason."""
