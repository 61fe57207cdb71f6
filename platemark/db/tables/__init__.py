"""All tables, one module per tag of the contract. Importing this package registers them all."""

from platemark.db.tables.accounts import (
    ApiTokenRow,
    IdempotencyRow,
    SessionRow,
    SignInAttemptRow,
    SignInLinkRow,
    UserRow,
)
from platemark.db.tables.albums import AlbumImageRow, AlbumRow
from platemark.db.tables.base import Base
from platemark.db.tables.bug_reports import BugReportChangeRow, BugReportPurgeRow, BugReportRow
from platemark.db.tables.events import EventRow
from platemark.db.tables.images import ImageMarkRow, ImageRow, ImageTraitRow, LabelRow, RenditionRow
from platemark.db.tables.imports import ImportItemRow, ImportRow
from platemark.db.tables.jobs import (
    CaptionItemRow,
    JobPreviewRow,
    JobRow,
    QueueControlRow,
    ScheduleSlotRow,
    WorkerRow,
)
from platemark.db.tables.set_templates import (
    SetRunCellRow,
    SetRunRow,
    SetTemplateEntryRow,
    SetTemplateRow,
    SetTemplateVersionRow,
)
from platemark.db.tables.studio_settings import StudioSettingsRow
from platemark.db.tables.texts import (
    AdapterTextRow,
    AlbumTextRow,
    BugReportTextRow,
    ImageTextRow,
    SetTemplateTextRow,
    TextRow,
)
from platemark.db.tables.training import (
    AdapterRow,
    TrainingImageRow,
    TrainingMetricRow,
    TrainingRunRow,
    TrainingSampleRow,
)
from platemark.db.tables.webhooks import WebhookDeliveryRow, WebhookRow

__all__ = [
    "AdapterRow",
    "AdapterTextRow",
    "AlbumImageRow",
    "AlbumRow",
    "AlbumTextRow",
    "ApiTokenRow",
    "Base",
    "BugReportChangeRow",
    "BugReportPurgeRow",
    "BugReportRow",
    "BugReportTextRow",
    "CaptionItemRow",
    "EventRow",
    "IdempotencyRow",
    "ImageMarkRow",
    "ImageRow",
    "ImageTextRow",
    "ImageTraitRow",
    "ImportItemRow",
    "ImportRow",
    "JobPreviewRow",
    "JobRow",
    "LabelRow",
    "QueueControlRow",
    "RenditionRow",
    "ScheduleSlotRow",
    "SessionRow",
    "SetRunCellRow",
    "SetRunRow",
    "SetTemplateEntryRow",
    "SetTemplateRow",
    "SetTemplateTextRow",
    "SetTemplateVersionRow",
    "SignInAttemptRow",
    "SignInLinkRow",
    "StudioSettingsRow",
    "TextRow",
    "TrainingImageRow",
    "TrainingMetricRow",
    "TrainingRunRow",
    "TrainingSampleRow",
    "UserRow",
    "WebhookDeliveryRow",
    "WebhookRow",
    "WorkerRow",
]
