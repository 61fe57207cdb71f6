# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""The models of the contract."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType, field

from generated.base import Contract


class AdapterAddedEvent(Contract, kw_only=True, tag_field="kind", tag="adapter.added"):
    """An adapter was created."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    adapter_id: UUID


class AdapterChangedEvent(Contract, kw_only=True, tag_field="kind", tag="adapter.changed"):
    """An adapter was changed."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    adapter_id: UUID


class AdapterDeletedEvent(Contract, kw_only=True, tag_field="kind", tag="adapter.deleted"):
    """An adapter was deleted."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    adapter_id: UUID


AdapterMetricsAdditionalProperty: TypeAlias = Annotated[
    float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)
]


AdapterMetrics: TypeAlias = Annotated[
    dict[str, AdapterMetricsAdditionalProperty], Meta(max_length=50, title="AdapterMetrics")
]


class AdapterProvenance(Contract, kw_only=True):
    """An adapter that an image was generated with."""

    adapter_id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    format: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    weight: Annotated[float, Meta(ge=-2.0, le=2.0)]
    training_run_id: UUID | None
    dataset_digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")] | None


class AdapterSource(StrEnum):
    """`trained` here, or `registered` by an operator."""

    trained = "trained"
    registered = "registered"


AdapterTriggerWord: TypeAlias = Annotated[
    str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")
]


AdapterTriggerWords: TypeAlias = Annotated[
    list[AdapterTriggerWord], Meta(max_length=50, title="AdapterTriggerWords")
]


class AdapterUse(Contract, kw_only=True):
    """An adapter to generate with, and its weight."""

    adapter_id: UUID
    weight: Annotated[float, Meta(ge=-2.0, le=2.0)] | UnsetType = UNSET


Value: TypeAlias = Annotated[float, Meta(ge=-2.0, le=2.0)]


class AdapterWeightAxis(Contract, kw_only=True, tag_field="kind", tag="adapter_weight"):
    """Other weights of an adapter of the run."""

    adapter_id: UUID
    values: Annotated[list[Value], Meta(max_length=50, min_length=1)]


class AlbumChangedEvent(Contract, kw_only=True, tag_field="kind", tag="album.changed"):
    """The metadata or the images of an album changed."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    album_id: UUID


class AlbumCreatedEvent(Contract, kw_only=True, tag_field="kind", tag="album.created"):
    """An album was created."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    album_id: UUID


class AlbumDeletedEvent(Contract, kw_only=True, tag_field="kind", tag="album.deleted"):
    """An album was deleted; its images remain."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    album_id: UUID


ImageId: TypeAlias = UUID


class AlbumImagesAdd(Contract, kw_only=True):
    """Images to append to an album."""

    image_ids: Annotated[list[ImageId], Meta(max_length=200, min_length=1)]


class AlbumImagesChange(Contract, kw_only=True):
    """The result of adding images."""

    added: Annotated[int, Meta(ge=0, le=9007199254740991)]
    already_present: Annotated[int, Meta(ge=0, le=9007199254740991)]
    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class AlbumImagesMove(Contract, kw_only=True):
    """Images of an album to move as a block."""

    image_ids: Annotated[list[ImageId], Meta(max_length=200, min_length=1)]
    before_image_id: UUID | None = None


Reason: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class AlbumReference(Contract, kw_only=True):
    """An album, by id and name."""

    id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class AlbumSource(StrEnum):
    """The origin of an album: created by hand, by a set run, or by an import."""

    manual = "manual"
    set_run = "set_run"
    import_ = "import"


class AlbumTemplate(Contract, kw_only=True):
    """The set template an album was created from, as it was then."""

    set_template_id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    version: Annotated[int, Meta(ge=1, le=1000000)]
    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class AuthMethod(StrEnum):
    """The method of authentication: a session cookie or an API token."""

    session = "session"
    token = "token"


StepsToReproduceItem: TypeAlias = Annotated[str, Meta(max_length=4000, pattern="^[^\\u0000]*$")]


JobId: TypeAlias = UUID


class BugReportChangedEvent(Contract, kw_only=True, tag_field="kind", tag="bug_report.changed"):
    """A bug report was changed: its status, notes, commit or original; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    bug_report_id: UUID


class BugReportCreatedEvent(Contract, kw_only=True, tag_field="kind", tag="bug_report.created"):
    """A bug report was sent in; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    bug_report_id: UUID


class BugReportCreatedMessage(Contract, kw_only=True, tag_field="kind", tag="bug_report.created"):
    """Somebody sent in a bug report."""

    id: UUID
    at: datetime
    bug_report_id: UUID


class BugReportDeletedEvent(Contract, kw_only=True, tag_field="kind", tag="bug_report.deleted"):
    """A bug report was deleted; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    bug_report_id: UUID


class BugReportEnvironment(Contract, kw_only=True):
    """The build of the client."""

    mode: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    app_version: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    commit: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    built_at: datetime | None = None


class BugReportFieldChange(Contract, kw_only=True):
    """One field of a bug report, before and after."""

    field_: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] = field(
        name="field"
    )
    before: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | None
    after: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | None


BugReportHeadersAdditionalProperty: TypeAlias = Annotated[
    str, Meta(max_length=8192, pattern="^[^\\u0000-\\u001f\\u007f]*$")
]


BugReportHeaders: TypeAlias = Annotated[
    dict[str, BugReportHeadersAdditionalProperty], Meta(max_length=100, title="BugReportHeaders")
]


class BugReportPurgeRequest(Contract, kw_only=True):
    """Which bug reports to delete."""

    older_than_days: Annotated[int, Meta(ge=0, le=36500)] | None = None
    dry_run: bool = False


class BugReportRedaction(Contract, kw_only=True):
    """How many secrets of one kind were redacted in one place."""

    kind: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    place: Annotated[str, Meta(max_length=100, min_length=1, pattern="^[a-z0-9_.]+$")]
    count: Annotated[int, Meta(ge=1, le=9007199254740991)]


class BugReportStatus(StrEnum):
    """The status of a bug report."""

    open = "open"
    in_progress = "in_progress"
    resolved = "resolved"
    dismissed = "dismissed"


StepsToReproduce: TypeAlias = Annotated[list[StepsToReproduceItem], Meta(max_length=100)]


StepsToReproduce1: TypeAlias = Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")]


class BugReportSummary(Contract, kw_only=True):
    """A bug report in a list."""

    id: UUID
    status: BugReportStatus
    description: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")]
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")]
    fingerprint: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    duplicate_of: UUID | None
    duplicate_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    commit: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    has_screenshot: bool
    redaction_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class BugReportUpdate(Contract, kw_only=True):
    """Changes to a bug report."""

    status: BugReportStatus | UnsetType = UNSET
    notes: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | UnsetType = UNSET
    commit: (
        Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None | UnsetType
    ) = UNSET
    duplicate_of: UUID | None | UnsetType = UNSET


class BugReportViewport(Contract, kw_only=True):
    """The window size in CSS pixels."""

    width: Annotated[float, Meta(ge=0.0, le=100000.0)]
    height: Annotated[float, Meta(ge=0.0, le=100000.0)]
    device_pixel_ratio: Annotated[float, Meta(ge=0.0, le=100.0)] | None = None


class BugReportsPurgedEvent(Contract, kw_only=True, tag_field="kind", tag="bug_reports.purged"):
    """Old bug reports were deleted; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    older_than_days: Annotated[int, Meta(ge=0, le=36500)]


class CaptionRequest(Contract, kw_only=True, tag_field="kind", tag="caption"):
    """Caption images: those listed, or all of an album; exactly one of the two is required (422 `images_or_album`). The engine's captions are labels with the source `engine`; labels added by hand are never changed."""

    image_ids: Annotated[list[ImageId], Meta(max_length=200, min_length=1)] | UnsetType = UNSET
    album_id: UUID | UnsetType = UNSET
    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | UnsetType
    ) = UNSET
    tags: bool = False
    only_missing: bool = True
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0


Value1: TypeAlias = Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class EngineAxis(Contract, kw_only=True, tag_field="kind", tag="engine"):
    """One engine after the other, each with its own model unless the run names one."""

    values: Annotated[list[Value1], Meta(max_length=50, min_length=1)]


AdapterFormat: TypeAlias = Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class EngineModel(Contract, kw_only=True):
    """A checkpoint that an engine can generate with."""

    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    name: Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")] | None
    base: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)] | None
    is_default: bool


class EngineModelPage(Contract, kw_only=True):
    """A page of the checkpoints that engines can generate with."""

    items: Annotated[list[EngineModel], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class Estimate(Contract, kw_only=True):
    """An estimate of the duration, based on the studio's past jobs of the same kind and size."""

    p50_seconds: Annotated[float, Meta(ge=0.0, le=31536000.0)]
    p90_seconds: Annotated[float, Meta(ge=0.0, le=31536000.0)]
    basis_count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class EventMessage(Contract, kw_only=True):
    """One message of the stream with its fields; comments in between keep the connection alive."""

    id: Annotated[str, Meta(max_length=16, pattern="^(?:0|[1-9][0-9]{0,14})$")]
    event: Annotated[str, Meta(max_length=40, pattern="^[a-z_]+(?:[.][a-z_]+)?$")]
    data: Annotated[str, Meta(max_length=2000, pattern="^\\{.*\\}$")]


class ExportEmbed(StrEnum):
    """What is written into the pictures of an exported album: `a1111`: what they were made with, as the text of AUTOMATIC1111, in PNG as `parameters`, in JPEG and WebP as EXIF's UserComment."""

    a1111 = "a1111"


class GapEvent(Contract, kw_only=True, tag_field="kind", tag="gap"):
    """The events after the requested id are no longer kept, or that id never existed: reload what you show. The stream continues from here."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


Coordinate: TypeAlias = Annotated[int, Meta(ge=0, le=49)]


class GridCell(Contract, kw_only=True):
    """A cell of a grid."""

    coordinates: Annotated[list[Coordinate], Meta(max_length=4, min_length=2)]
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    reused: bool


Value2: TypeAlias = Annotated[float, Meta(ge=0.0, le=30.0)]


class GuidanceScaleAxis(Contract, kw_only=True, tag_field="kind", tag="guidance_scale"):
    """Other guidance scales."""

    values: Annotated[list[Value2], Meta(max_length=50, min_length=1)]


class HealthCheck(Contract, kw_only=True):
    """The health of one part of the studio."""

    ok: bool
    detail: Annotated[str, Meta(max_length=300, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None


class HealthStatus(StrEnum):
    """`ok`: everything works; `degraded`: it responds, but queue or workers need attention; `down`: not ready."""

    ok = "ok"
    degraded = "degraded"
    down = "down"


class ImageAddedEvent(Contract, kw_only=True, tag_field="kind", tag="image.added"):
    """An image was created or restored from the trash."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    image_id: UUID
    job_id: UUID | None


class ImageBulkResult(Contract, kw_only=True):
    """The result of changing many images or its dry run."""

    dry_run: bool
    changed_count: Annotated[int, Meta(ge=0, le=1000)]
    unchanged_count: Annotated[int, Meta(ge=0, le=1000)]


Id: TypeAlias = UUID


class ImageChangedEvent(Contract, kw_only=True, tag_field="kind", tag="image.changed"):
    """The metadata of an image changed."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    image_id: UUID


class ImageMark(Contract, kw_only=True):
    """The caller's own rating and star of an image. Nobody else sees them."""

    rating: Annotated[int, Meta(ge=0, le=5)]
    starred: bool


class ImageMarkUpdate(Contract, kw_only=True):
    """Changes to the caller's rating and star of an image; absent fields stay unchanged."""

    rating: Annotated[int, Meta(ge=0, le=5)] | UnsetType = UNSET
    starred: bool | UnsetType = UNSET


class ImageMarkedEvent(Contract, kw_only=True, tag_field="kind", tag="image.marked"):
    """A user rated or starred an image, or took that back. Only this user receives it."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    image_id: UUID
    rating: Annotated[int, Meta(ge=0, le=5)]
    starred: bool


class ImageMediaType(StrEnum):
    """The formats of stored images."""

    image_png = "image/png"
    image_jpeg = "image/jpeg"
    image_webp = "image/webp"


class ImageOrientation(StrEnum):
    """Whether an image is higher than wide, wider than high, or neither, as a viewer shows it."""

    portrait = "portrait"
    landscape = "landscape"
    square = "square"


class ImagePurgedEvent(Contract, kw_only=True, tag_field="kind", tag="image.purged"):
    """An image of the trash was deleted for good; sent to its owner and admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    image_id: UUID


class ImageRemovedEvent(Contract, kw_only=True, tag_field="kind", tag="image.removed"):
    """An image was moved to the trash."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    image_id: UUID


class ImageSource(StrEnum):
    """The origin of an image: generated by a job, uploaded, or imported."""

    generated = "generated"
    uploaded = "uploaded"
    imported = "imported"


class ImageSourceCounts(Contract, kw_only=True):
    """Counts of images by source."""

    generated: Annotated[int, Meta(ge=0, le=9007199254740991)]
    uploaded: Annotated[int, Meta(ge=0, le=9007199254740991)]
    imported: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportAlbums(StrEnum):
    """Which folders of images become albums: `known`: those of the studios that are known, others are listed and not read; `folders`: every other folder with images, too, under its own name. An import of sets ignores it."""

    known = "known"
    folders = "folders"


class ImportApply(Contract, kw_only=True):
    """The plan to apply."""

    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]


class ImportCounts(Contract, kw_only=True):
    """Counts of a plan's items by outcome."""

    new: Annotated[int, Meta(ge=0, le=9007199254740991)]
    unchanged: Annotated[int, Meta(ge=0, le=9007199254740991)]
    changed: Annotated[int, Meta(ge=0, le=9007199254740991)]
    conflicting: Annotated[int, Meta(ge=0, le=9007199254740991)]
    skipped: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportDiscrepancies(Contract, kw_only=True):
    """A count of items with the same discrepancy."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportFailure(Contract, kw_only=True):
    """Why a phase of an import failed."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[str, Meta(max_length=2000, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class ImportItemState(StrEnum):
    """The state of an item: `planned`; `keeping`: its bytes are being stored; `applied`; `failed`: it could not be applied; `undone`; `kept`: changed here since, therefore not undone."""

    planned = "planned"
    keeping = "keeping"
    applied = "applied"
    failed = "failed"
    undone = "undone"
    kept = "kept"


class ImportKind(StrEnum):
    """What an import reads: `media`: an outputs tree of images with sidecar files; `sets`: a folder of set templates (config.yaml and CSV manifests); `database`: a folder with Imagineer's SQLite database and the files that it names; `album`: the file of an exported album (exportAlbum)."""

    media = "media"
    sets = "sets"
    database = "database"
    album = "album"


class ImportOutcome(StrEnum):
    """The outcome of an item in the plan: `new`; `unchanged` since a previous import; `changed` in the source; `conflicting`: changed in the source and here; `skipped`, for the given reason. Apply processes new and changed items."""

    new = "new"
    unchanged = "unchanged"
    changed = "changed"
    conflicting = "conflicting"
    skipped = "skipped"


class ImportPhase(StrEnum):
    """The phase of an import that was requested last."""

    plan = "plan"
    apply = "apply"
    verify = "verify"
    undo = "undo"


class ImportProgress(Contract, kw_only=True):
    """The progress of the latest phase."""

    done: Annotated[int, Meta(ge=0, le=9007199254740991)]
    total: Annotated[int, Meta(ge=0, le=9007199254740991)] | None


class ImportReason(Contract, kw_only=True):
    """A count of items with the same outcome and reason."""

    outcome: ImportOutcome
    reason: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportResults(Contract, kw_only=True):
    """The results of the items that were to be processed."""

    applied: Annotated[int, Meta(ge=0, le=9007199254740991)]
    failed: Annotated[int, Meta(ge=0, le=9007199254740991)]
    undone: Annotated[int, Meta(ge=0, le=9007199254740991)]
    kept: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportSource(Contract, kw_only=True):
    """A folder that imports may read, by its name."""

    name: Annotated[
        str,
        Meta(max_length=1000, min_length=1, pattern="^[^/\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$"),
    ]
    readable: bool


class ImportSources(Contract, kw_only=True):
    """The folders that imports may read."""

    items: Annotated[list[ImportSource], Meta(max_length=100)]


class ImportState(StrEnum):
    """The state of an import: its latest phase is `queued` or `running`, or has ended: `planned`, `applied`, `undone`, `failed`, `cancelled`."""

    queued = "queued"
    running = "running"
    planned = "planned"
    applied = "applied"
    undone = "undone"
    failed = "failed"
    cancelled = "cancelled"


class ImportThingKind(StrEnum):
    """The kind of object that imports create."""

    album = "album"
    image = "image"
    set_template = "set_template"
    set_run = "set_run"
    training_run = "training_run"
    adapter = "adapter"
    bug_report = "bug_report"


class JobCancelRequestedEvent(Contract, kw_only=True, tag_field="kind", tag="job.cancel_requested"):
    """Cancellation of a running job was requested."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None


class JobCancellation(Contract, kw_only=True):
    """The result of cancelling many jobs or its dry run."""

    dry_run: bool
    cancelled_count: Annotated[int, Meta(ge=0, le=5000)]
    stopping_count: Annotated[int, Meta(ge=0, le=5000)]
    more: bool


class JobCancelledEvent(Contract, kw_only=True, tag_field="kind", tag="job.cancelled"):
    """A job was cancelled."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None


class JobCaptionsSkipped(Contract, kw_only=True):
    """Skipped images, by reason."""

    has_caption: Annotated[int, Meta(ge=0, le=5000)]
    image_gone: Annotated[int, Meta(ge=0, le=5000)]
    engine_refused: Annotated[int, Meta(ge=0, le=5000)]


class JobError(Contract, kw_only=True):
    """Why a job failed."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]


class JobFailedEvent(Contract, kw_only=True, tag_field="kind", tag="job.failed"):
    """A job failed for good."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class JobKind(StrEnum):
    """The kind of a job: `generate` generates images, `caption` describes them, `train` trains on them."""

    generate = "generate"
    caption = "caption"
    train = "train"


class JobLinks(Contract, kw_only=True):
    """Paths of this API related to a job."""

    self: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    cancel: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]


class JobPreviewEvent(Contract, kw_only=True, tag_field="kind", tag="job.preview"):
    """A running job has a new preview: getJobPreview."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None
    progress: Annotated[float, Meta(ge=0.0, le=1.0)]


class JobQueuedEvent(Contract, kw_only=True, tag_field="kind", tag="job.queued"):
    """A job is queued: a new one, one that is retried, or one that was released."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None


class JobRunningEvent(Contract, kw_only=True, tag_field="kind", tag="job.running"):
    """A worker started a job."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None
    attempt: Annotated[int, Meta(ge=1, le=1000)]


class JobSucceededEvent(Contract, kw_only=True, tag_field="kind", tag="job.succeeded"):
    """A job succeeded; its images are available."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None


class JobUpdate(Contract, kw_only=True):
    """Changes to a queued job."""

    priority: Annotated[int, Meta(ge=-10, le=10)] | UnsetType = UNSET


class JobUpdatedEvent(Contract, kw_only=True, tag_field="kind", tag="job.updated"):
    """The priority of a queued job changed."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    priority: Annotated[int, Meta(ge=-10, le=10)]


JsonValue: TypeAlias = Any


class KeptImageReason(StrEnum):
    """Why an image stays in the trash: a training run names it in its dataset, or its set run is queued or running."""

    training_run = "training_run"
    set_run = "set_run"


class LabelKind(StrEnum):
    """A `caption` describes the image in a sentence, a `tag` names one thing in it."""

    caption = "caption"
    tag = "tag"


class LabelSource(StrEnum):
    """Whether a person or an engine wrote it."""

    manual = "manual"
    engine = "engine"


class LabelUpdate(Contract, kw_only=True):
    """Changes to a label; absent fields stay unchanged."""

    kind: LabelKind | UnsetType = UNSET
    text: (
        Annotated[
            str,
            Meta(
                max_length=2000,
                min_length=1,
                pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
            ),
        ]
        | UnsetType
    ) = UNSET


class LinkSignIn(Contract, kw_only=True, tag_field="method", tag="link"):
    """Sign in with the token of a one-time link."""

    token: Annotated[str, Meta(max_length=128, min_length=16, pattern="^[A-Za-z0-9_-]{16,128}$")]


Value3: TypeAlias = Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class ModelAxis(Contract, kw_only=True, tag_field="kind", tag="model"):
    """One model after the other."""

    values: Annotated[list[Value3], Meta(max_length=50, min_length=1)]


class PasswordChange(Contract, kw_only=True):
    """A new password for the caller."""

    new_password: Annotated[str, Meta(max_length=200, min_length=10, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    current_password: (
        Annotated[str, Meta(max_length=200, min_length=10, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
        | UnsetType
    ) = UNSET
    keep_api_tokens: bool = False


class PasswordSignIn(Contract, kw_only=True, tag_field="method", tag="password"):
    """Sign in with name and password."""

    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    password: Annotated[str, Meta(max_length=200, min_length=10, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class PreviewProblem(Contract, kw_only=True):
    """Something that prevents a run."""

    position: Annotated[int, Meta(ge=0, le=1000000)] | None
    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class PreviewPrompt(Contract, kw_only=True):
    """A row's prompt with its placeholders filled in."""

    position: Annotated[int, Meta(ge=0, le=1000000)]
    prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]


class PreviewWarning(Contract, kw_only=True):
    """Something that is set and has no effect, or another one than it seems."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class ProblemError(Contract, kw_only=True):
    """One fault of a request."""

    pointer: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


WordsUsedItem: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


WordsIgnoredItem: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class PromptPreview(Contract, kw_only=True):
    """Which words of a prompt an engine uses, and which it ignores."""

    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    known: bool
    words_used: Annotated[list[WordsUsedItem], Meta(max_length=500)]
    words_ignored: Annotated[list[WordsIgnoredItem], Meta(max_length=500)]
    note: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class PromptPreviewRequest(Contract, kw_only=True):
    """A prompt, and the engine that would get it."""

    prompt: Annotated[
        str,
        Meta(
            max_length=2000, min_length=1, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$"
        ),
    ]
    negative_prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | UnsetType
    ) = UNSET
    model: (
        Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET


ProvenanceValue1: TypeAlias = Annotated[
    str,
    Meta(
        max_length=2000,
        pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        title="ProvenanceValue",
    ),
]


ProvenanceValue2: TypeAlias = Annotated[
    float, Meta(ge=-9007199254740991.0, le=9007199254740991.0, title="ProvenanceValue")
]


ProvenanceValue: TypeAlias = (
    Annotated[ProvenanceValue1 | ProvenanceValue2 | bool, Meta(title="ProvenanceValue")] | None
)


class PurgedBugReport(Contract, kw_only=True):
    """A deleted bug report."""

    id: UUID
    status: BugReportStatus
    created_at: datetime


class PurgedImage(Contract, kw_only=True):
    """An image that a purge deleted, or would delete."""

    id: UUID
    created_by: UUID | None
    deleted_at: datetime
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]


RunningItem: TypeAlias = UUID


class QueuePausedEvent(Contract, kw_only=True, tag_field="kind", tag="queue.paused"):
    """The queue was paused: workers take no jobs."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


class QueueResumedEvent(Contract, kw_only=True, tag_field="kind", tag="queue.resumed"):
    """The queue was resumed."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


class QueueUpdate(Contract, kw_only=True):
    """Changes to the queue."""

    paused: bool | UnsetType = UNSET


class ReadyEvent(Contract, kw_only=True, tag_field="kind", tag="ready"):
    """All missed events were sent; new events follow as they happen."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


Value4: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class ReplacementAxis(Contract, kw_only=True, tag_field="kind", tag="replacement"):
    """Other texts in place of a part of the finished prompt."""

    search: Annotated[str, Meta(max_length=500, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    values: Annotated[list[Value4], Meta(max_length=50, min_length=1)]


class Role(StrEnum):
    """A user's role: a `viewer` reads, an `editor` creates and changes, an `admin` also manages the studio."""

    viewer = "viewer"
    editor = "editor"
    admin = "admin"


Value5: TypeAlias = Annotated[int, Meta(ge=0, le=999)]


class RowAxis(Contract, kw_only=True, tag_field="kind", tag="row"):
    """One row of the set template after the other."""

    values: Annotated[list[Value5], Meta(max_length=50, min_length=1)]


Value6: TypeAlias = Annotated[int, Meta(ge=0, le=9007199254740991)]


class SeedAxis(Contract, kw_only=True, tag_field="kind", tag="seed"):
    """Other seeds."""

    values: Annotated[list[Value6], Meta(max_length=50, min_length=1)]


Feature: TypeAlias = Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class ServerLimits(Contract, kw_only=True):
    """The limits of the server."""

    max_body_bytes: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_upload_bytes: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_image_pixels: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_page_size: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_set_rows: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_prompt_length: Annotated[int, Meta(ge=1, le=9007199254740991)]


class SetPreview(Contract, kw_only=True):
    """What a run would generate, and everything that prevents it."""

    version: Annotated[int, Meta(ge=1, le=1000000)]
    prompts: Annotated[list[PreviewPrompt], Meta(max_length=1000)]
    problems: Annotated[list[PreviewProblem], Meta(max_length=1000)]
    warnings: Annotated[list[PreviewWarning], Meta(max_length=10)]
    row_count: Annotated[int, Meta(ge=0, le=1000)]
    estimate: Estimate | None


class SetPreviewOverrides(Contract, kw_only=True):
    """Fields that override those of the set template."""

    base_prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    prompt_template: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    style_suffix: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    negative_prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    width: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] | UnsetType = UNSET
    height: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] | UnsetType = UNSET
    steps: Annotated[int, Meta(ge=1, le=100)] | UnsetType = UNSET
    guidance_scale: Annotated[float, Meta(ge=0.0, le=30.0)] | UnsetType = UNSET
    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | UnsetType
    ) = UNSET
    model: (
        Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    adapters: Annotated[list[AdapterUse], Meta(max_length=8)] | UnsetType = UNSET


class SetPreviewRequest(Contract, kw_only=True):
    """Options of a preview."""

    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = UNSET
    overrides: SetPreviewOverrides | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=1000)] = 50


SetRowValuesAdditionalProperty: TypeAlias = Annotated[
    str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
]


SetRowValues: TypeAlias = Annotated[
    dict[str, SetRowValuesAdditionalProperty], Meta(max_length=50, min_length=1, title="SetRowValues")
]


Adapters: TypeAlias = Annotated[list[AdapterProvenance], Meta(max_length=8)]


Column: TypeAlias = Annotated[str, Meta(max_length=40, min_length=1, pattern="^[a-z][a-z0-9_]{0,39}$")]


Adapters1: TypeAlias = Annotated[list[AdapterUse], Meta(max_length=8)]


class SetTemplateRowsReplace(Contract, kw_only=True):
    """Rows that replace all current ones."""

    rows: Annotated[list[SetRowValues], Meta(max_length=1000)]


Adapters3: TypeAlias = Annotated[list[AdapterProvenance], Meta(max_length=8)]


class Settings(Contract, kw_only=True):
    """The studio's defaults: what generate jobs and set runs use where neither they nor the set template say."""

    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    model: Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    adapters: Adapters3 | None
    updated_at: datetime | None


Adapters4: TypeAlias = Annotated[list[AdapterUse], Meta(max_length=8)]


class SettingsUpdate(Contract, kw_only=True):
    """Changes to the studio's defaults; absent fields stay unchanged."""

    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None | UnsetType
    ) = UNSET
    model: (
        Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
        | None
        | UnsetType
    ) = UNSET
    adapters: Adapters4 | None | UnsetType = UNSET


class SettingsUpdatedEvent(Contract, kw_only=True, tag_field="kind", tag="settings.updated"):
    """The studio's defaults were changed."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


SideMin: TypeAlias = int


class SignInLink(Contract, kw_only=True):
    """A link that signs a user in once, with its secret."""

    user_id: UUID
    token: Annotated[str, Meta(max_length=43, min_length=43, pattern="^[A-Za-z0-9_-]{43}$")]
    expires_at: datetime


class SignInLinkCreate(Contract, kw_only=True):
    """A new one-time sign-in link."""

    expires_in_seconds: Annotated[int, Meta(ge=60, le=2592000)] = 86400


class SignInMethod(StrEnum):
    """The credentials of a sign-in: a name with a password, or a one-time link."""

    password = "password"
    link = "link"


SignInRequest: TypeAlias = Annotated[
    PasswordSignIn | LinkSignIn,
    Meta(description="Credentials; `method` selects the schema.", title="SignInRequest"),
]


class Sort(StrEnum):
    """The order of a list: the newest or the oldest items first."""

    newest = "newest"
    oldest = "oldest"


class State(StrEnum):
    """The state of a job or a set run; `succeeded`, `failed` and `cancelled` are final until it is retried."""

    queued = "queued"
    running = "running"
    succeeded = "succeeded"
    failed = "failed"
    cancelled = "cancelled"


class StateCounts(Contract, kw_only=True):
    """Counts by state."""

    queued: Annotated[int, Meta(ge=0, le=9007199254740991)]
    running: Annotated[int, Meta(ge=0, le=9007199254740991)]
    succeeded: Annotated[int, Meta(ge=0, le=9007199254740991)]
    failed: Annotated[int, Meta(ge=0, le=9007199254740991)]
    cancelled: Annotated[int, Meta(ge=0, le=9007199254740991)]


Value7: TypeAlias = Annotated[int, Meta(ge=1, le=100)]


class StepsAxis(Contract, kw_only=True, tag_field="kind", tag="steps"):
    """Other numbers of steps."""

    values: Annotated[list[Value7], Meta(max_length=50, min_length=1)]


class TableWarning(Contract, kw_only=True):
    """Something in a CSV file that was left out."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


ThumbnailSize: TypeAlias = int


class TrainingArtifact(Contract, kw_only=True):
    """The adapter that a run produced."""

    adapter_id: UUID
    format: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]


class TrainingDataset(Contract, kw_only=True):
    """The images and captions that a run trains on, pinned when it was created."""

    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    captioned_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    held_out_count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class TrainingFinding(Contract, kw_only=True):
    """Something that prevents training or would make it worse."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    hint: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    fatal: bool


class TrainingLog(Contract, kw_only=True):
    """Whole lines of a training run's log, with their offset."""

    text: Annotated[
        str, Meta(max_length=65536, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    offset: Annotated[int, Meta(ge=0, le=9007199254740991)]
    next_offset: Annotated[int, Meta(ge=0, le=9007199254740991)]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]


class TrainingLoss(Contract, kw_only=True):
    """The loss, lower is better; null until measured."""

    train: Annotated[float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)] | None
    best_train: Annotated[float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)] | None
    held_out: Annotated[float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)] | None
    first_held_out: Annotated[float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)] | None
    best_held_out: Annotated[float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)] | None


class TrainingMetric(Contract, kw_only=True):
    """A measurement of a training run."""

    step: Annotated[int, Meta(ge=0, le=10000000)]
    name: Annotated[str, Meta(max_length=40, pattern="^[a-z][a-z0-9_]{0,39}$")]
    value: Annotated[float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)]


class TrainingMetrics(Contract, kw_only=True):
    """Measurements of a training run, by step and name."""

    items: Annotated[list[TrainingMetric], Meta(max_length=5000)]
    next_since_step: Annotated[int, Meta(ge=0, le=10000000)] | None


Choice: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class TrainingRunAdvancedEvent(Contract, kw_only=True, tag_field="kind", tag="training_run.advanced"):
    """A training run progressed: by one percent, a checkpoint, or a sample."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    training_run_id: UUID
    step: Annotated[int, Meta(ge=0, le=10000000)]
    steps: Annotated[int, Meta(ge=0, le=10000000)]


AlbumId: TypeAlias = UUID


class TrainingRunCreatedEvent(Contract, kw_only=True, tag_field="kind", tag="training_run.created"):
    """A training run was created; the events of its job show its progress."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    training_run_id: UUID
    job_id: UUID


class TrainingRunDeletedEvent(Contract, kw_only=True, tag_field="kind", tag="training_run.deleted"):
    """A training run was deleted."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    training_run_id: UUID


class TrainingSample(Contract, kw_only=True):
    """An image generated during a training run."""

    step: Annotated[int, Meta(ge=0, le=10000000)]
    url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    width: Annotated[int, Meta(ge=1, le=65535)]
    height: Annotated[int, Meta(ge=1, le=65535)]
    created_at: datetime


TrainingValue1: TypeAlias = Annotated[
    str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$", title="TrainingValue")
]


TrainingValue2: TypeAlias = Annotated[
    float, Meta(ge=-9007199254740991.0, le=9007199254740991.0, title="TrainingValue")
]


TrainingValue: TypeAlias = Annotated[TrainingValue1 | TrainingValue2 | bool, Meta(title="TrainingValue")]


class TrashPurgeRequest(Contract, kw_only=True):
    """Which images of the trash to delete for good."""

    older_than_days: Annotated[int, Meta(ge=0, le=36500)] | None = None
    dry_run: bool = False


class User(Contract, kw_only=True):
    """A user."""

    id: UUID
    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    role: Role
    disabled_at: datetime | None
    has_password: bool
    created_at: datetime
    updated_at: datetime


class UserChangedEvent(Contract, kw_only=True, tag_field="kind", tag="user.changed"):
    """The role, the password or the access of a user changed; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    user_id: UUID


class UserCreate(Contract, kw_only=True):
    """A new user."""

    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    role: Role
    password: (
        Annotated[str, Meta(max_length=200, min_length=10, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
        | UnsetType
    ) = UNSET


class UserCreatedEvent(Contract, kw_only=True, tag_field="kind", tag="user.created"):
    """A user was created; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    user_id: UUID


class UserPage(Contract, kw_only=True):
    """One page of users, newest first."""

    items: Annotated[list[User], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class UserUpdate(Contract, kw_only=True):
    """Changes to a user; absent fields stay unchanged."""

    role: Role | UnsetType = UNSET
    disabled: bool | UnsetType = UNSET
    password: (
        Annotated[str, Meta(max_length=200, min_length=10, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
        | UnsetType
    ) = UNSET
    keep_api_tokens: bool = False


class Visibility(StrEnum):
    """Who may see it: `private`: its owner and admins; `shared`: everyone signed in; `public`: anyone."""

    private = "private"
    shared = "shared"
    public = "public"


class VisibilityCounts(Contract, kw_only=True):
    """Counts by visibility."""

    private: Annotated[int, Meta(ge=0, le=9007199254740991)]
    shared: Annotated[int, Meta(ge=0, le=9007199254740991)]
    public: Annotated[int, Meta(ge=0, le=9007199254740991)]


class WebhookAttempt(Contract, kw_only=True):
    """An attempt to deliver a message."""

    at: datetime
    seconds: Annotated[float, Meta(ge=0.0, le=100000.0)]
    status: Annotated[int, Meta(ge=100, le=999)] | None
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class WebhookChangedEvent(Contract, kw_only=True, tag_field="kind", tag="webhook.changed"):
    """A webhook was changed, got another secret or was turned off; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    webhook_id: UUID


class WebhookCreatedEvent(Contract, kw_only=True, tag_field="kind", tag="webhook.created"):
    """A webhook was created; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    webhook_id: UUID


class WebhookDeletedEvent(Contract, kw_only=True, tag_field="kind", tag="webhook.deleted"):
    """A webhook was deleted; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    webhook_id: UUID


class WebhookDeliveryState(StrEnum):
    """`waiting` for its next attempt, `delivered`, or `failed`: given up."""

    waiting = "waiting"
    delivered = "delivered"
    failed = "failed"


class WebhookDisabledReason(StrEnum):
    """Why a webhook is off: an admin turned it off (`by_admin`), its receiver answered 410 (`gone`), or no message has reached it for three days (`unreachable`)."""

    by_admin = "by_admin"
    gone = "gone"
    unreachable = "unreachable"


class WebhookEndState(StrEnum):
    """How it ended: `succeeded`, `failed` or `cancelled`."""

    succeeded = "succeeded"
    failed = "failed"
    cancelled = "cancelled"


class WebhookImportState(StrEnum):
    """How a phase of an import ended: `planned`, `applied`, `undone`, `failed` or `cancelled`."""

    planned = "planned"
    applied = "applied"
    undone = "undone"
    failed = "failed"
    cancelled = "cancelled"


class WebhookKind(StrEnum):
    """What a webhook may be told of."""

    job_finished = "job.finished"
    set_run_finished = "set_run.finished"
    training_run_finished = "training_run.finished"
    import_finished = "import.finished"
    bug_report_created = "bug_report.created"


WebhookKinds: TypeAlias = Annotated[list[WebhookKind], Meta(max_length=5, min_length=1, title="WebhookKinds")]


class WebhookMessageKind(StrEnum):
    """The kind of a message: what a webhook may be told of, or `webhook.ping`, which pingWebhook sends."""

    job_finished = "job.finished"
    set_run_finished = "set_run.finished"
    training_run_finished = "training_run.finished"
    import_finished = "import.finished"
    bug_report_created = "bug_report.created"
    webhook_ping = "webhook.ping"


class WebhookPingMessage(Contract, kw_only=True, tag_field="kind", tag="webhook.ping"):
    """An admin wants to know whether messages arrive."""

    id: UUID
    at: datetime
    webhook_id: UUID


class WebhookSecret(Contract, kw_only=True):
    """The new secret of a webhook, which is shown only once."""

    secret: Annotated[str, Meta(max_length=50, min_length=50, pattern="^whsec_[A-Za-z0-9+/]{43}=$")]
    previous_secret_expires_at: datetime


class WebhookUpdate(Contract, kw_only=True):
    """Changes of a webhook; fields that are left out stay as they are."""

    url: (
        Annotated[
            str,
            Meta(
                max_length=2000, min_length=9, pattern='^https?://[A-Za-z0-9._~\\[\\]:-]+(?:[/?][!-"$-~]*)?$'
            ),
        ]
        | UnsetType
    ) = UNSET
    kinds: WebhookKinds | UnsetType = UNSET
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = (
        UNSET
    )
    enabled: bool | UnsetType = UNSET


Value8: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class WordAxis(Contract, kw_only=True, tag_field="kind", tag="word"):
    """Other texts in place of a word of the prompt template."""

    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    values: Annotated[list[Value8], Meta(max_length=50, min_length=1)]


Engine: TypeAlias = Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class WorkerState(StrEnum):
    """`idle`: waiting for a job; `busy`: running one; `stopping`: finishing or releasing its job and taking no other."""

    idle = "idle"
    busy = "busy"
    stopping = "stopping"


class Adapter(Contract, kw_only=True):
    """Weights that training produced or an operator registered, used to generate images."""

    id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    format: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    base: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]
    default_weight: Annotated[float, Meta(ge=-2.0, le=2.0)]
    trigger_words: AdapterTriggerWords
    preview_url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")] | None
    visibility: Visibility
    source: AdapterSource
    training_run_id: UUID | None
    dataset_digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")] | None
    metrics: AdapterMetrics
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class AdapterAxis(Contract, kw_only=True, tag_field="kind", tag="adapter"):
    """One adapter after the other, besides those of the run."""

    values: Annotated[list[AdapterUse], Meta(max_length=50, min_length=1)]


class AdapterPage(Contract, kw_only=True):
    """A page of adapters."""

    items: Annotated[list[Adapter], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class AdapterUpdate(Contract, kw_only=True):
    """Changes to an adapter."""

    name: (
        Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = (
        UNSET
    )
    default_weight: Annotated[float, Meta(ge=-2.0, le=2.0)] | UnsetType = UNSET
    trigger_words: AdapterTriggerWords | UnsetType = UNSET
    visibility: Visibility | UnsetType = UNSET


class Album(Contract, kw_only=True):
    """An ordered collection of images, without the images themselves."""

    id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[
        str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    visibility: Visibility
    source: AlbumSource
    set_template_id: UUID | None
    set_template_version: Annotated[int, Meta(ge=1, le=1000000)] | None
    set_run_id: UUID | None
    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    cover_image_id: UUID | None
    cover_thumbnail_url: (
        Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")] | None
    )
    cover_width: Annotated[int, Meta(ge=1, le=65535)] | None
    cover_height: Annotated[int, Meta(ge=1, le=65535)] | None
    cover_thumb_hash: (
        Annotated[str, Meta(max_length=36, min_length=20, pattern="^[0-9A-Za-z+/]+={0,2}$")] | None
    )
    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class AlbumCreate(Contract, kw_only=True):
    """A new album."""

    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[
        str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    visibility: Visibility = Visibility.private


class AlbumImage(Contract, kw_only=True):
    """An image and its position in an album."""

    id: UUID
    title: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    visibility: Visibility
    nsfw: bool
    source: ImageSource
    media_type: ImageMediaType
    width: Annotated[int, Meta(ge=1, le=65535)]
    height: Annotated[int, Meta(ge=1, le=65535)]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | None
    )
    file_url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    thumbnail_url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    thumb_hash: Annotated[str, Meta(max_length=36, min_length=20, pattern="^[0-9A-Za-z+/]+={0,2}$")] | None
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    rating: Annotated[int, Meta(ge=0, le=5)]
    starred: bool
    position: Annotated[int, Meta(ge=0, le=1000000)]

    @classmethod
    def from_image(cls, image: Image, /, *, position: int) -> AlbumImage:
        """Return a AlbumImage with the fields of `image` and those given."""
        return cls(
            id=image.id,
            title=image.title,
            visibility=image.visibility,
            nsfw=image.nsfw,
            source=image.source,
            media_type=image.media_type,
            width=image.width,
            height=image.height,
            size_bytes=image.size_bytes,
            digest=image.digest,
            prompt=image.prompt,
            file_url=image.file_url,
            thumbnail_url=image.thumbnail_url,
            thumb_hash=image.thumb_hash,
            job_id=image.job_id,
            created_by=image.created_by,
            created_at=image.created_at,
            updated_at=image.updated_at,
            deleted_at=image.deleted_at,
            rating=image.rating,
            starred=image.starred,
            position=position,
        )


class AlbumImagePage(Contract, kw_only=True):
    """One page of an album's images, in album order."""

    items: Annotated[list[AlbumImage], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class AlbumPage(Contract, kw_only=True):
    """One page of albums, newest first."""

    items: Annotated[list[Album], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class AlbumUpdate(Contract, kw_only=True):
    """Changes to an album; absent fields stay unchanged."""

    name: (
        Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    description: (
        Annotated[
            str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    visibility: Visibility | UnsetType = UNSET
    cover_image_id: UUID | None | UnsetType = UNSET


class ApiToken(Contract, kw_only=True):
    """An API token, without its secret."""

    id: UUID
    name: Annotated[str, Meta(max_length=100, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    role: Role
    prefix: Annotated[str, Meta(max_length=8, pattern="^pm_[A-Za-z0-9_-]{5}$")]
    user_id: UUID
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


class ApiTokenCreate(Contract, kw_only=True):
    """A new API token."""

    name: Annotated[str, Meta(max_length=100, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    role: Role
    expires_in_seconds: Annotated[int, Meta(ge=60, le=315360000)] | None = None


class ApiTokenCreated(Contract, kw_only=True):
    """A new API token; it is shown only once."""

    id: UUID
    name: Annotated[str, Meta(max_length=100, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    role: Role
    prefix: Annotated[str, Meta(max_length=8, pattern="^pm_[A-Za-z0-9_-]{5}$")]
    user_id: UUID
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None
    token: Annotated[str, Meta(max_length=46, pattern="^pm_[A-Za-z0-9_-]{43}$")]

    @classmethod
    def from_api_token(cls, api_token: ApiToken, /, *, token: str) -> ApiTokenCreated:
        """Return a ApiTokenCreated with the fields of `api_token` and those given."""
        return cls(
            id=api_token.id,
            name=api_token.name,
            role=api_token.role,
            prefix=api_token.prefix,
            user_id=api_token.user_id,
            created_at=api_token.created_at,
            last_used_at=api_token.last_used_at,
            expires_at=api_token.expires_at,
            token=token,
        )


class ApiTokenPage(Contract, kw_only=True):
    """One page of the caller's API tokens, newest first."""

    items: Annotated[list[ApiToken], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class AuthUser(Contract, kw_only=True):
    """The user who is signed in."""

    id: UUID
    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    role: Role


class BugReportChange(Contract, kw_only=True):
    """One change of a bug report."""

    at: datetime
    by: UUID | None
    changes: Annotated[list[BugReportFieldChange], Meta(max_length=10, min_length=1)]


class BugReportClientMeta(Contract, kw_only=True):
    """The browser, and the page that was open."""

    location_href: Annotated[str, Meta(max_length=4000, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    user_agent: Annotated[str, Meta(max_length=1000, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    platform: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    language: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    timezone: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    viewport: BugReportViewport | None = None


class BugReportJob(Contract, kw_only=True):
    """A job that belongs to a bug report."""

    id: UUID
    kind: JobKind
    state: State
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    created_at: datetime
    finished_at: datetime | None


class BugReportLog(Contract, kw_only=True):
    """A line of the client's log."""

    message: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")]
    level: Annotated[str, Meta(max_length=20, min_length=1, pattern="^[A-Za-z]+$")] = "info"
    timestamp: datetime | None = None
    source: Annotated[str, Meta(max_length=2000, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    stack: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | None = None
    data: JsonValue = None


class BugReportNetworkEvent(Contract, kw_only=True):
    """A request of the client, and its response."""

    method: Annotated[str, Meta(max_length=20, min_length=1, pattern="^[A-Za-z]+$")]
    url: Annotated[str, Meta(max_length=8192, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    started_at: datetime | None = None
    duration_ms: Annotated[float, Meta(ge=0.0, le=9007199254740991.0)] | None = None
    status: Annotated[int, Meta(ge=0, le=999)] | None = None
    request_headers: BugReportHeaders | None = None
    response_headers: BugReportHeaders | None = None
    request_body: JsonValue = None
    response_body: JsonValue = None
    error: Annotated[str, Meta(max_length=4000, pattern="^[^\\u0000]*$")] | None = None
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")] | None = None


class BugReportPage(Contract, kw_only=True):
    """A page of bug reports."""

    items: Annotated[list[BugReportSummary], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class BugReportPurge(Contract, kw_only=True):
    """The result of a purge or its dry run."""

    dry_run: bool
    older_than_days: Annotated[int, Meta(ge=0, le=36500)] | None
    before: datetime | None
    purged_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    kept_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    items: Annotated[list[PurgedBugReport], Meta(max_length=1000)]


class BugReportReceipt(Contract, kw_only=True):
    """The receipt of a stored report."""

    id: UUID
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")]
    duplicate_of: UUID | None
    redactions: Annotated[list[BugReportRedaction], Meta(max_length=1000)]
    redaction_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    created_at: datetime


RecentLogs: TypeAlias = Annotated[list[BugReportLog], Meta(max_length=1000)]


NetworkEvents: TypeAlias = Annotated[list[BugReportNetworkEvent], Meta(max_length=500)]


class EngineCapabilities(Contract, kw_only=True):
    """An engine's capabilities; a job that exceeds them is rejected."""

    kinds: Annotated[list[JobKind], Meta(max_length=10)]
    trains: bool
    previews: bool
    deterministic: bool
    negative_prompt: bool
    guidance_scale: bool
    steps: bool
    seed: bool
    adapter_formats: Annotated[list[AdapterFormat], Meta(max_length=20)]
    min_side: Annotated[int, Meta(ge=1, le=65535)]
    max_side: Annotated[int, Meta(ge=1, le=65535)]
    side_multiple: Annotated[int, Meta(ge=1, le=1024)]
    max_steps: Annotated[int, Meta(ge=1, le=10000)]


class GenerateRequest(Contract, kw_only=True, tag_field="kind", tag="generate"):
    """Generate images from a prompt."""

    prompt: Annotated[
        str,
        Meta(
            max_length=2000, min_length=1, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$"
        ),
    ]
    negative_prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    width: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] = 512
    height: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] = 512
    steps: Annotated[int, Meta(ge=1, le=100)] = 20
    guidance_scale: Annotated[float, Meta(ge=0.0, le=30.0)] = 7.5
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | UnsetType = UNSET
    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | UnsetType
    ) = UNSET
    album_id: UUID | UnsetType = UNSET
    visibility: Visibility = Visibility.private
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0
    model: (
        Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    adapters: Annotated[list[AdapterUse], Meta(max_length=8)] | UnsetType = UNSET
    count: Annotated[int, Meta(ge=1, le=16)] = 1


GridAxis: TypeAlias = Annotated[
    WordAxis
    | ReplacementAxis
    | AdapterAxis
    | AdapterWeightAxis
    | EngineAxis
    | ModelAxis
    | StepsAxis
    | GuidanceScaleAxis
    | SeedAxis
    | RowAxis,
    Meta(
        description="What a grid changes along one axis, and to which values; `kind` selects the schema.",
        title="GridAxis",
    ),
]


class Health(Contract, kw_only=True):
    """The health of the studio, part by part."""

    status: HealthStatus
    database: HealthCheck
    storage: HealthCheck
    queue: HealthCheck
    workers: HealthCheck


class Image(Contract, kw_only=True):
    """An image's metadata, without the file."""

    id: UUID
    title: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    visibility: Visibility
    nsfw: bool
    source: ImageSource
    media_type: ImageMediaType
    width: Annotated[int, Meta(ge=1, le=65535)]
    height: Annotated[int, Meta(ge=1, le=65535)]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | None
    )
    file_url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    thumbnail_url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    thumb_hash: Annotated[str, Meta(max_length=36, min_length=20, pattern="^[0-9A-Za-z+/]+={0,2}$")] | None
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    rating: Annotated[int, Meta(ge=0, le=5)]
    starred: bool


class ImageBulkFilter(Contract, kw_only=True):
    """Which images to change: those that listImages lists with the same filters; all that are given must match."""

    album_id: UUID | UnsetType = UNSET
    label: (
        Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    q: (
        Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    nsfw: bool | UnsetType = UNSET
    visibility: Annotated[list[Visibility], Meta(max_length=3)] = field(default_factory=list)
    source: Annotated[list[ImageSource], Meta(max_length=3)] = field(default_factory=list)
    trashed: bool = False
    rating_min: Annotated[int, Meta(ge=1, le=5)] | UnsetType = UNSET
    starred: bool = False
    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | UnsetType
    ) = UNSET
    model: (
        Annotated[str, Meta(max_length=500, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    adapter_id: UUID | UnsetType = UNSET
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | UnsetType = UNSET
    orientation: ImageOrientation | UnsetType = UNSET
    side_min: SideMin | UnsetType = UNSET
    created_after: datetime | UnsetType = UNSET
    created_before: datetime | UnsetType = UNSET


class ImagePage(Contract, kw_only=True):
    """One page of images, newest first."""

    items: Annotated[list[Image], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class ImageUpdate(Contract, kw_only=True):
    """Changes to an image; absent fields stay unchanged."""

    title: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = UNSET
    visibility: Visibility | UnsetType = UNSET
    nsfw: bool | UnsetType = UNSET


class Import(Contract, kw_only=True):
    """An import of a folder: planned first, then applied, verified or undone on request."""

    id: UUID
    kind: ImportKind
    source: Annotated[
        str,
        Meta(max_length=1000, min_length=1, pattern="^[^/\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$"),
    ]
    visibility: Visibility
    albums: ImportAlbums
    phase: ImportPhase
    state: ImportState
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")] | None
    progress: ImportProgress
    counts: ImportCounts
    reasons: Annotated[list[ImportReason], Meta(max_length=100)]
    results: ImportResults
    discrepancies: Annotated[list[ImportDiscrepancies], Meta(max_length=100)]
    source_checked: bool | None
    error: ImportFailure | None
    cancel_requested: bool
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    planned_at: datetime | None
    applied_at: datetime | None
    verified_at: datetime | None
    undone_at: datetime | None


class ImportChangedEvent(Contract, kw_only=True, tag_field="kind", tag="import.changed"):
    """An import phase was requested, started, ended or was cancelled; sent to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    import_id: UUID
    phase: ImportPhase
    state: ImportState


class ImportCreate(Contract, kw_only=True):
    """A new import."""

    kind: ImportKind
    source: Annotated[
        str,
        Meta(max_length=1000, min_length=1, pattern="^[^/\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$"),
    ]
    visibility: Visibility = Visibility.private
    albums: ImportAlbums = ImportAlbums.known


class ImportFinishedMessage(Contract, kw_only=True, tag_field="kind", tag="import.finished"):
    """A phase of an import ended."""

    id: UUID
    at: datetime
    import_id: UUID
    phase: ImportPhase
    state: WebhookImportState


class ImportPage(Contract, kw_only=True):
    """One page of imports, newest first."""

    items: Annotated[list[Import], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class ImportThing(Contract, kw_only=True):
    """What an item was imported as."""

    kind: ImportThingKind
    id: UUID


class JobCancellationRequest(Contract, kw_only=True):
    """Which unfinished jobs to cancel: those that match every field. Whose they are is said by `created_by` or by `everyone`, not by both (422 `owner_or_everyone`); without either they are the caller's own."""

    created_by: UUID | UnsetType = UNSET
    everyone: bool = False
    set_run_id: UUID | UnsetType = UNSET
    kind: JobKind | UnsetType = UNSET
    queued_only: bool = False
    dry_run: bool = False


class JobCaptions(Contract, kw_only=True):
    """The progress of a caption job; images in none of the counts are waiting."""

    image_count: Annotated[int, Meta(ge=0, le=5000)]
    captioned_count: Annotated[int, Meta(ge=0, le=5000)]
    skipped: JobCaptionsSkipped


class JobFinishedMessage(Contract, kw_only=True, tag_field="kind", tag="job.finished"):
    """A job succeeded, failed for good, or was cancelled."""

    id: UUID
    at: datetime
    job_id: UUID
    job_kind: JobKind
    state: WebhookEndState
    set_run_id: UUID | None
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None


JobRequest: TypeAlias = Annotated[
    GenerateRequest | CaptionRequest,
    Meta(description="The job to run; `kind` selects the schema.", title="JobRequest"),
]


JsonObject: TypeAlias = Annotated[dict[str, JsonValue], Meta(max_length=1000, title="JsonObject")]


class KeptImage(Contract, kw_only=True):
    """An image that stays in the trash although it is old enough to go."""

    id: UUID
    deleted_at: datetime
    reason: KeptImageReason
    named_by: UUID


class Label(Contract, kw_only=True):
    """A caption or tag of an image."""

    id: UUID
    image_id: UUID
    kind: LabelKind
    text: Annotated[
        str,
        Meta(
            max_length=2000, min_length=1, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$"
        ),
    ]
    source: LabelSource
    confidence: Annotated[float, Meta(ge=0.0, le=1.0)] | None
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    engine_version: Annotated[str, Meta(max_length=50, pattern="^[0-9A-Za-z.+_-]+$")] | None
    model: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class LabelContent(Contract, kw_only=True):
    """What a label says, whoever wrote it."""

    kind: LabelKind
    text: Annotated[
        str,
        Meta(
            max_length=2000, min_length=1, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$"
        ),
    ]


class LabelCount(Contract, kw_only=True):
    """A label and how many images have it."""

    text: Annotated[
        str,
        Meta(
            max_length=2000, min_length=1, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$"
        ),
    ]
    kind: LabelKind
    count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class LabelCreate(Contract, kw_only=True):
    """A label to add by hand."""

    kind: LabelKind
    text: Annotated[
        str,
        Meta(
            max_length=2000, min_length=1, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$"
        ),
    ]


class LabelPage(Contract, kw_only=True):
    """One page of an image's labels, newest first."""

    items: Annotated[list[Label], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class Problem(Contract, kw_only=True):
    """Why a request failed (RFC 9457). Reveals nothing about things the caller may not see, and no internals of the server."""

    type: Annotated[str, Meta(max_length=200, pattern="^[A-Za-z0-9:/._~#-]+$")]
    title: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    status: Annotated[int, Meta(ge=400, le=599)]
    detail: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    errors: Annotated[list[ProblemError], Meta(max_length=100)]
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")]


ProvenanceParameters: TypeAlias = Annotated[
    dict[str, ProvenanceValue], Meta(max_length=100, title="ProvenanceParameters")
]


class Queue(Contract, kw_only=True):
    """The queue as a whole."""

    paused: bool
    paused_at: datetime | None
    depth: StateCounts
    running: Annotated[list[RunningItem], Meta(max_length=100)]
    estimate: Estimate | None


class QueueJob(Contract, kw_only=True):
    """The receipt of a queued job."""

    id: UUID
    kind: JobKind
    state: State
    position: Annotated[int, Meta(ge=0, le=1000000)] | None
    estimate: Estimate | None
    created_at: datetime
    links: JobLinks


class Reproduction(Contract, kw_only=True):
    """The job that generates an image again, and whether its bytes will be identical."""

    job: QueueJob
    exact: bool
    reasons: Annotated[list[Reason], Meta(max_length=20)]


class Session(Contract, kw_only=True):
    """A session: somebody who is signed in, in one browser."""

    id: UUID
    user_id: UUID
    started_with: SignInMethod
    user_agent: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[ -~]{1,200}$")] | None
    is_current: bool
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime


class SessionPage(Contract, kw_only=True):
    """One page of a user's sessions, newest first."""

    items: Annotated[list[Session], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class SetRow(Contract, kw_only=True):
    """A row and its position."""

    position: Annotated[int, Meta(ge=0, le=1000000)]
    values: SetRowValues


class SetRun(Contract, kw_only=True):
    """A run of one version of a set template: one job per row, one album for all."""

    id: UUID
    set_template_id: UUID
    set_template_version: Annotated[int, Meta(ge=1, le=1000000)]
    album_id: UUID
    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    model: Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    adapters: Annotated[list[AdapterProvenance], Meta(max_length=8)]
    state: State
    counts: StateCounts
    row_count: Annotated[int, Meta(ge=1, le=1000)]
    progress: Annotated[float, Meta(ge=0.0, le=1.0)]
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | None
    estimate: Estimate | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class SetRunFinishedMessage(Contract, kw_only=True, tag_field="kind", tag="set_run.finished"):
    """No job of a set run is left to do; a run whose rows are tried again finishes again."""

    id: UUID
    at: datetime
    set_run_id: UUID
    album_id: UUID
    state: WebhookEndState


class SetRunPage(Contract, kw_only=True):
    """One page of set runs, newest first."""

    items: Annotated[list[SetRun], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class SetRunRow(Contract, kw_only=True):
    """A row of a set run and its result."""

    position: Annotated[int, Meta(ge=0, le=1000000)]
    state: State
    job_id: UUID
    image_id: UUID | None
    cell: GridCell | None
    error: JobError | None


class SetTemplate(Contract, kw_only=True):
    """A table of prompts that generates a whole set of images, without its rows."""

    id: UUID
    slug: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")] | None
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[
        str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    visibility: Visibility
    version: Annotated[int, Meta(ge=1, le=1000000)]
    base_prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    prompt_template: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    example_theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    style_suffix: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    negative_prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    width: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)]
    height: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)]
    steps: Annotated[int, Meta(ge=1, le=100)]
    guidance_scale: Annotated[float, Meta(ge=0.0, le=30.0)]
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    model: Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    adapters: Adapters | None
    columns: Annotated[list[Column], Meta(max_length=50)]
    row_count: Annotated[int, Meta(ge=0, le=1000)]
    archived_at: datetime | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    warnings: Annotated[list[TableWarning], Meta(max_length=2)]


class SetTemplateCreate(Contract, kw_only=True):
    """A new set template; its rows as JSON or as CSV, not both."""

    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[
        str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    visibility: Visibility = Visibility.shared
    base_prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    prompt_template: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = "{base_prompt}, {theme}, {row}, {style_suffix}"
    example_theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] = ""
    style_suffix: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    negative_prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    width: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] = 512
    height: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] = 512
    steps: Annotated[int, Meta(ge=1, le=100)] = 20
    guidance_scale: Annotated[float, Meta(ge=0.0, le=30.0)] = 7.5
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None = None
    model: (
        Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    ) = None
    adapters: Adapters1 | None = None
    rows: Annotated[list[SetRowValues], Meta(max_length=1000)] | UnsetType = UNSET
    rows_csv: (
        Annotated[
            str, Meta(max_length=2000000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET


class SetTemplatePage(Contract, kw_only=True):
    """One page of set templates, newest first."""

    items: Annotated[list[SetTemplate], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class SetTemplateRows(Contract, kw_only=True):
    """All rows of a set template."""

    set_template_id: UUID
    version: Annotated[int, Meta(ge=1, le=1000000)]
    columns: Annotated[list[Column], Meta(max_length=50)]
    rows: Annotated[list[SetRow], Meta(max_length=1000)]
    warnings: Annotated[list[TableWarning], Meta(max_length=2)]


class SetTemplateUpdate(Contract, kw_only=True):
    """Changes to a set template; absent fields stay unchanged."""

    name: (
        Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    description: (
        Annotated[
            str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    visibility: Visibility | UnsetType = UNSET
    base_prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    prompt_template: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    example_theme: (
        Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    style_suffix: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    negative_prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    width: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] | UnsetType = UNSET
    height: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] | UnsetType = UNSET
    steps: Annotated[int, Meta(ge=1, le=100)] | UnsetType = UNSET
    guidance_scale: Annotated[float, Meta(ge=0.0, le=30.0)] | UnsetType = UNSET
    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None | UnsetType
    ) = UNSET
    model: (
        Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
        | None
        | UnsetType
    ) = UNSET
    adapters: Adapters1 | None | UnsetType = UNSET


class Stats(Contract, kw_only=True):
    """Totals of the whole studio, over all users."""

    albums: VisibilityCounts
    images: ImageSourceCounts
    jobs: StateCounts
    set_templates: Annotated[int, Meta(ge=0, le=9007199254740991)]
    users: Annotated[int, Meta(ge=0, le=9007199254740991)]
    storage_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]
    blob_count: Annotated[int, Meta(ge=0, le=9007199254740991)]


StudioEvent: TypeAlias = Annotated[
    ReadyEvent
    | GapEvent
    | JobQueuedEvent
    | JobRunningEvent
    | JobSucceededEvent
    | JobFailedEvent
    | JobCancelRequestedEvent
    | JobCancelledEvent
    | JobUpdatedEvent
    | JobPreviewEvent
    | QueuePausedEvent
    | QueueResumedEvent
    | SettingsUpdatedEvent
    | AlbumCreatedEvent
    | AlbumChangedEvent
    | AlbumDeletedEvent
    | ImageAddedEvent
    | ImageChangedEvent
    | ImageMarkedEvent
    | ImageRemovedEvent
    | BugReportCreatedEvent
    | BugReportChangedEvent
    | BugReportDeletedEvent
    | ImagePurgedEvent
    | BugReportsPurgedEvent
    | ImportChangedEvent
    | TrainingRunCreatedEvent
    | TrainingRunAdvancedEvent
    | TrainingRunDeletedEvent
    | AdapterAddedEvent
    | AdapterChangedEvent
    | AdapterDeletedEvent
    | UserCreatedEvent
    | UserChangedEvent
    | WebhookCreatedEvent
    | WebhookChangedEvent
    | WebhookDeletedEvent,
    Meta(
        description="An event; `kind` selects the schema. More kinds will be added: ignore those you do not know.",
        title="StudioEvent",
    ),
]


class TrainingParameter(Contract, kw_only=True):
    """A training parameter of an engine."""

    name: Annotated[str, Meta(max_length=40, pattern="^[a-z][a-z0-9_]{0,39}$")]
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    default: TrainingValue
    minimum: Annotated[float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)] | None
    maximum: Annotated[float, Meta(ge=-9007199254740991.0, le=9007199254740991.0)] | None
    choices: Annotated[list[Choice], Meta(max_length=50)]


TrainingParameters: TypeAlias = Annotated[
    dict[str, TrainingValue], Meta(max_length=100, title="TrainingParameters")
]


class TrainingRunCreate(Contract, kw_only=True):
    """What to train on, and how."""

    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    album_ids: Annotated[list[AlbumId], Meta(max_length=20, min_length=1)]
    description: Annotated[
        str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] = "press"
    base: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = UNSET
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | UnsetType = UNSET
    held_out_share: Annotated[float, Meta(ge=0.0, le=0.5)] = 0.2
    parameters: TrainingParameters = field(default_factory=dict)
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0


class TrainingRunFinishedMessage(Contract, kw_only=True, tag_field="kind", tag="training_run.finished"):
    """A training run succeeded, failed, or was cancelled."""

    id: UUID
    at: datetime
    training_run_id: UUID
    job_id: UUID
    state: WebhookEndState
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None


class TrainingStatus(Contract, kw_only=True):
    """A training run: its data, state, loss and result."""

    id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[
        str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    state: State
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    base: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    album_ids: Annotated[list[AlbumId], Meta(max_length=20)]
    dataset: TrainingDataset
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | None
    parameters: TrainingParameters | None
    job_id: UUID
    attempt: Annotated[int, Meta(ge=0, le=100)]
    progress: Annotated[float, Meta(ge=0.0, le=1.0)]
    step: Annotated[int, Meta(ge=0, le=10000000)]
    steps: Annotated[int, Meta(ge=0, le=10000000)]
    loss: TrainingLoss
    steps_per_second: Annotated[float, Meta(ge=0.0, le=1000000000000.0)] | None
    estimate_seconds: Annotated[float, Meta(ge=0.0, le=1000000000000.0)] | None
    elapsed_seconds: Annotated[float, Meta(ge=0.0, le=1000000000000.0)] | None
    checkpoint_step: Annotated[int, Meta(ge=0, le=10000000)] | None
    checkpoint_at: datetime | None
    samples: Annotated[list[TrainingSample], Meta(max_length=50)]
    artifact: TrainingArtifact | None
    cancel_requested: bool
    sample_requested: bool
    save_requested: bool
    error: JobError | None
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")] | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class TrashPurge(Contract, kw_only=True):
    """The result of a purge of the trash or its dry run."""

    dry_run: bool
    older_than_days: Annotated[int, Meta(ge=0, le=36500)] | None
    before: datetime | None
    purged_count: Annotated[int, Meta(ge=0, le=1000)]
    freed_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]
    shared_file_count: Annotated[int, Meta(ge=0, le=2000)]
    more: bool
    items: Annotated[list[PurgedImage], Meta(max_length=1000)]
    kept: Annotated[list[KeptImage], Meta(max_length=100)]


class Webhook(Contract, kw_only=True):
    """A URL that is told what happens in the studio."""

    id: UUID
    url: Annotated[
        str,
        Meta(max_length=2000, min_length=9, pattern='^https?://[A-Za-z0-9._~\\[\\]:-]+(?:[/?][!-"$-~]*)?$'),
    ]
    kinds: WebhookKinds
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    enabled: bool
    disabled_reason: WebhookDisabledReason | None
    failing_since: datetime | None
    last_delivered_at: datetime | None
    previous_secret_expires_at: datetime | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class WebhookCreate(Contract, kw_only=True):
    """A new webhook."""

    url: Annotated[
        str,
        Meta(max_length=2000, min_length=9, pattern='^https?://[A-Za-z0-9._~\\[\\]:-]+(?:[/?][!-"$-~]*)?$'),
    ]
    kinds: WebhookKinds
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] = ""


class WebhookCreated(Contract, kw_only=True):
    """A new webhook with its secret, which is shown only once."""

    id: UUID
    url: Annotated[
        str,
        Meta(max_length=2000, min_length=9, pattern='^https?://[A-Za-z0-9._~\\[\\]:-]+(?:[/?][!-"$-~]*)?$'),
    ]
    kinds: WebhookKinds
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    enabled: bool
    disabled_reason: WebhookDisabledReason | None
    failing_since: datetime | None
    last_delivered_at: datetime | None
    previous_secret_expires_at: datetime | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    secret: Annotated[str, Meta(max_length=50, min_length=50, pattern="^whsec_[A-Za-z0-9+/]{43}=$")]

    @classmethod
    def from_webhook(cls, webhook: Webhook, /, *, secret: str) -> WebhookCreated:
        """Return a WebhookCreated with the fields of `webhook` and those given."""
        return cls(
            id=webhook.id,
            url=webhook.url,
            kinds=webhook.kinds,
            description=webhook.description,
            enabled=webhook.enabled,
            disabled_reason=webhook.disabled_reason,
            failing_since=webhook.failing_since,
            last_delivered_at=webhook.last_delivered_at,
            previous_secret_expires_at=webhook.previous_secret_expires_at,
            created_by=webhook.created_by,
            created_at=webhook.created_at,
            updated_at=webhook.updated_at,
            secret=secret,
        )


class WebhookDelivery(Contract, kw_only=True):
    """A message for a webhook, and how far it got."""

    id: UUID
    webhook_id: UUID
    kind: WebhookMessageKind
    state: WebhookDeliveryState
    attempt_count: Annotated[int, Meta(ge=0, le=1000)]
    next_attempt_at: datetime | None
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    created_at: datetime
    finished_at: datetime | None


class WebhookDeliveryPage(Contract, kw_only=True):
    """One page of a webhook's deliveries, newest first."""

    items: Annotated[list[WebhookDelivery], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


WebhookMessage: TypeAlias = Annotated[
    JobFinishedMessage
    | SetRunFinishedMessage
    | TrainingRunFinishedMessage
    | ImportFinishedMessage
    | BugReportCreatedMessage
    | WebhookPingMessage,
    Meta(
        description="What a webhook is sent; `kind` selects the schema. More kinds and fields will be added: ignore those you do not know.",
        title="WebhookMessage",
    ),
]


class WebhookPage(Contract, kw_only=True):
    """One page of webhooks, newest first."""

    items: Annotated[list[Webhook], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class Worker(Contract, kw_only=True):
    """A process that runs jobs."""

    id: Annotated[str, Meta(max_length=100, pattern="^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$")]
    host: Annotated[str, Meta(max_length=255, pattern="^[A-Za-z0-9._:-]{1,255}$")]
    pid: Annotated[int, Meta(ge=1, le=4294967295)]
    device: Annotated[str, Meta(max_length=40, pattern="^[a-z][a-z0-9]*(:[0-9]{1,3})?$")]
    engines: Annotated[list[Engine], Meta(max_length=50)]
    state: WorkerState
    job_id: UUID | None
    started_at: datetime
    heartbeat_at: datetime


class Workers(Contract, kw_only=True):
    """The workers with a recent heartbeat."""

    items: Annotated[list[Worker], Meta(max_length=200)]


class AlbumDetail(Contract, kw_only=True):
    """An album with its set template and its first images."""

    id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[
        str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    visibility: Visibility
    source: AlbumSource
    set_template_id: UUID | None
    set_template_version: Annotated[int, Meta(ge=1, le=1000000)] | None
    set_run_id: UUID | None
    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    cover_image_id: UUID | None
    cover_thumbnail_url: (
        Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")] | None
    )
    cover_width: Annotated[int, Meta(ge=1, le=65535)] | None
    cover_height: Annotated[int, Meta(ge=1, le=65535)] | None
    cover_thumb_hash: (
        Annotated[str, Meta(max_length=36, min_length=20, pattern="^[0-9A-Za-z+/]+={0,2}$")] | None
    )
    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    template: AlbumTemplate | None
    images: Annotated[list[AlbumImage], Meta(max_length=200)]
    images_next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None

    @classmethod
    def from_album(
        cls,
        album: Album,
        /,
        *,
        template: AlbumTemplate | None,
        images: list[AlbumImage],
        images_next_cursor: str | None,
    ) -> AlbumDetail:
        """Return a AlbumDetail with the fields of `album` and those given."""
        return cls(
            id=album.id,
            name=album.name,
            description=album.description,
            visibility=album.visibility,
            source=album.source,
            set_template_id=album.set_template_id,
            set_template_version=album.set_template_version,
            set_run_id=album.set_run_id,
            theme=album.theme,
            cover_image_id=album.cover_image_id,
            cover_thumbnail_url=album.cover_thumbnail_url,
            cover_width=album.cover_width,
            cover_height=album.cover_height,
            cover_thumb_hash=album.cover_thumb_hash,
            image_count=album.image_count,
            created_by=album.created_by,
            created_at=album.created_at,
            updated_at=album.updated_at,
            template=template,
            images=images,
            images_next_cursor=images_next_cursor,
        )


class AlbumLabelStats(Contract, kw_only=True):
    """Statistics on the labels of an album's images."""

    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    captioned_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    tagged_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    coverage: Annotated[float, Meta(ge=0.0, le=1.0)]
    top_labels: Annotated[list[LabelCount], Meta(max_length=50)]
    ready: bool
    reasons: Annotated[list[Reason], Meta(max_length=20)]


class AuthStatus(Contract, kw_only=True):
    """The caller and their role."""

    authenticated: bool
    user: AuthUser | None
    role: Role | None
    csrf_token: Annotated[str, Meta(max_length=128, pattern="^[A-Za-z0-9_-]{16,128}$")] | None
    method: AuthMethod | None


class BugReport(Contract, kw_only=True):
    """A bug report, redacted."""

    id: UUID
    status: BugReportStatus
    description: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")]
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")]
    fingerprint: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    duplicate_of: UUID | None
    duplicate_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    commit: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    has_screenshot: bool
    redaction_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    expected_behavior: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | None
    actual_behavior: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | None
    steps_to_reproduce: Annotated[list[StepsToReproduceItem], Meta(max_length=100)]
    environment: BugReportEnvironment | None
    client_meta: BugReportClientMeta | None
    app_state: JsonObject | None
    recent_logs: Annotated[list[BugReportLog], Meta(max_length=1000)]
    network_events: Annotated[list[BugReportNetworkEvent], Meta(max_length=500)]
    screenshot_url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")] | None
    redactions: Annotated[list[BugReportRedaction], Meta(max_length=1000)]
    notes: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")]
    legacy_id: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    job_ids: Annotated[list[JobId], Meta(max_length=100)]
    history: Annotated[list[BugReportChange], Meta(max_length=200)]

    @classmethod
    def from_bug_report_summary(
        cls,
        bug_report_summary: BugReportSummary,
        /,
        *,
        expected_behavior: str | None,
        actual_behavior: str | None,
        steps_to_reproduce: list[StepsToReproduceItem],
        environment: BugReportEnvironment | None,
        client_meta: BugReportClientMeta | None,
        app_state: JsonObject | None,
        recent_logs: list[BugReportLog],
        network_events: list[BugReportNetworkEvent],
        screenshot_url: str | None,
        redactions: list[BugReportRedaction],
        notes: str,
        legacy_id: str | None,
        job_ids: list[JobId],
        history: list[BugReportChange],
    ) -> BugReport:
        """Return a BugReport with the fields of `bug_report_summary` and those given."""
        return cls(
            id=bug_report_summary.id,
            status=bug_report_summary.status,
            description=bug_report_summary.description,
            trace_id=bug_report_summary.trace_id,
            fingerprint=bug_report_summary.fingerprint,
            duplicate_of=bug_report_summary.duplicate_of,
            duplicate_count=bug_report_summary.duplicate_count,
            commit=bug_report_summary.commit,
            has_screenshot=bug_report_summary.has_screenshot,
            redaction_count=bug_report_summary.redaction_count,
            created_by=bug_report_summary.created_by,
            created_at=bug_report_summary.created_at,
            updated_at=bug_report_summary.updated_at,
            expected_behavior=expected_behavior,
            actual_behavior=actual_behavior,
            steps_to_reproduce=steps_to_reproduce,
            environment=environment,
            client_meta=client_meta,
            app_state=app_state,
            recent_logs=recent_logs,
            network_events=network_events,
            screenshot_url=screenshot_url,
            redactions=redactions,
            notes=notes,
            legacy_id=legacy_id,
            job_ids=job_ids,
            history=history,
        )


class BugReportExport(Contract, kw_only=True):
    """Everything about a bug report, for export, redacted."""

    format: Literal[1]
    exported_at: datetime
    studio_version: Annotated[str, Meta(max_length=50, pattern="^[0-9A-Za-z.+_-]+$")]
    report: BugReport
    jobs: Annotated[list[BugReportJob], Meta(max_length=100)]
    screenshot: (
        Annotated[str, Meta(max_length=64000000, pattern="^data:image/png;base64,[A-Za-z0-9+/]+={0,2}$")]
        | None
    )


class BugReportSubmission(Contract, kw_only=True):
    """A bug report, as submitted by a person and their browser. Secrets are redacted before anything is stored."""

    description: Annotated[str, Meta(max_length=20000, min_length=1, pattern="^[^\\u0000]*$")]
    expected_behavior: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | None = None
    actual_behavior: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | None = None
    steps_to_reproduce: StepsToReproduce | StepsToReproduce1 | None = None
    environment: BugReportEnvironment | None = None
    client_meta: BugReportClientMeta | None = None
    app_state: JsonObject | None = None
    recent_logs: RecentLogs | None = None
    network_events: NetworkEvents | None = None
    screenshot: (
        Annotated[str, Meta(max_length=8000000, pattern="^data:image/png;base64,[A-Za-z0-9+/]+={0,2}$")]
        | None
    ) = None
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")] | None = None


class EngineInfo(Contract, kw_only=True):
    """An engine of this studio."""

    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    version: Annotated[str, Meta(max_length=50, pattern="^[0-9A-Za-z.+_-]+$")]
    ok: bool
    hint: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    capabilities: EngineCapabilities
    training_parameters: Annotated[list[TrainingParameter], Meta(max_length=100)]


class Grid(Contract, kw_only=True):
    """A grid: a picture for each combination of the values of its axes, of which there are at most 1000."""

    axes: Annotated[list[GridAxis], Meta(max_length=4, min_length=2)]
    row: Annotated[int, Meta(ge=0, le=999)] = 0


class ImageBulkChanges(Contract, kw_only=True):
    """Changes to many images; absent fields stay unchanged."""

    trashed: bool | UnsetType = UNSET
    visibility: Visibility | UnsetType = UNSET
    nsfw: bool | UnsetType = UNSET
    add_labels: Annotated[list[LabelContent], Meta(max_length=5, min_length=1)] | UnsetType = UNSET
    remove_labels: Annotated[list[LabelContent], Meta(max_length=5, min_length=1)] | UnsetType = UNSET
    add_to_album: UUID | UnsetType = UNSET
    remove_from_album: UUID | UnsetType = UNSET
    rating: Annotated[int, Meta(ge=0, le=5)] | UnsetType = UNSET
    starred: bool | UnsetType = UNSET


class ImageBulkUpdate(Contract, kw_only=True):
    """Which images to change, and how. Either `ids` or `filter` is required (422 `ids_or_filter`)."""

    changes: ImageBulkChanges
    ids: Annotated[list[Id], Meta(max_length=1000, min_length=1)] | UnsetType = UNSET
    filter: ImageBulkFilter | UnsetType = UNSET
    dry_run: bool = False


class ImportItem(Contract, kw_only=True):
    """One item of a source: an image, a folder that becomes an album, a set, a row of a database; or one that is skipped, and why."""

    position: Annotated[int, Meta(ge=0, le=2147483647)]
    key: Annotated[str, Meta(max_length=1000, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    outcome: ImportOutcome
    reason: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    state: ImportItemState
    discrepancy: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    discrepancy_message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    thing: ImportThing | None


class ImportItemPage(Contract, kw_only=True):
    """One page of import items, in plan order."""

    items: Annotated[list[ImportItem], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class ImportUndoSurvey(Contract, kw_only=True):
    """What an undo would remove and what it would keep, as things are now."""

    dry_run: bool
    undone_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    kept_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    reasons: Annotated[list[ImportDiscrepancies], Meta(max_length=100)]
    undone: Annotated[list[ImportItem], Meta(max_length=1000)]
    kept: Annotated[list[ImportItem], Meta(max_length=1000)]


class Job(Contract, kw_only=True):
    """A job: the request, its state and its result."""

    id: UUID
    kind: JobKind
    state: State
    priority: Annotated[int, Meta(ge=-10, le=10)]
    progress: Annotated[float, Meta(ge=0.0, le=1.0)]
    attempt: Annotated[int, Meta(ge=0, le=100)]
    max_attempts: Annotated[int, Meta(ge=1, le=100)]
    request: JobRequest | None
    position: Annotated[int, Meta(ge=0, le=1000000)] | None
    estimate: Estimate | None
    cancel_requested: bool
    error: JobError | None
    image_ids: Annotated[list[ImageId], Meta(max_length=16)]
    album_id: UUID | None
    set_run_id: UUID | None
    row_position: Annotated[int, Meta(ge=0, le=1000000)] | None
    training_run_id: UUID | None
    captions: JobCaptions | None
    created_by: UUID | None
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")] | None
    worker: Annotated[str, Meta(max_length=100, pattern="^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$")] | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class JobsResponse(Contract, kw_only=True):
    """One page of jobs, newest first, with counts."""

    items: Annotated[list[Job], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None
    counts: StateCounts


class Provenance(Contract, kw_only=True):
    """Everything needed to generate the image again, and which words the engine used."""

    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    engine_version: Annotated[str, Meta(max_length=50, pattern="^[0-9A-Za-z.+_-]+$")]
    model: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | None
    steps: Annotated[int, Meta(ge=1, le=100)] | None
    guidance_scale: Annotated[float, Meta(ge=0.0, le=30.0)] | None
    width: Annotated[int, Meta(ge=1, le=65535)]
    height: Annotated[int, Meta(ge=1, le=65535)]
    prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    negative_prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    words_used: Annotated[list[WordsUsedItem], Meta(max_length=500)]
    words_ignored: Annotated[list[WordsIgnoredItem], Meta(max_length=500)]
    parameters: ProvenanceParameters
    adapters: Annotated[list[AdapterProvenance], Meta(max_length=8)]
    job_id: UUID | None
    set_run_id: UUID | None
    set_template_id: UUID | None
    set_template_version: Annotated[int, Meta(ge=1, le=1000000)] | None
    row_position: Annotated[int, Meta(ge=0, le=1000000)] | None


class Server(Contract, kw_only=True):
    """Facts about this server and its capabilities."""

    name: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    version: Annotated[str, Meta(max_length=50, pattern="^[0-9A-Za-z.+_-]+$")]
    contract_version: Annotated[str, Meta(max_length=50, pattern="^[0-9A-Za-z.+_-]+$")]
    features: Annotated[list[Feature], Meta(max_length=50)]
    limits: ServerLimits
    engines: Annotated[list[EngineInfo], Meta(max_length=50)]


class SetRunDetail(Contract, kw_only=True):
    """A set run with the state of each row."""

    id: UUID
    set_template_id: UUID
    set_template_version: Annotated[int, Meta(ge=1, le=1000000)]
    album_id: UUID
    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    model: Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    adapters: Annotated[list[AdapterProvenance], Meta(max_length=8)]
    state: State
    counts: StateCounts
    row_count: Annotated[int, Meta(ge=1, le=1000)]
    progress: Annotated[float, Meta(ge=0.0, le=1.0)]
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | None
    estimate: Estimate | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    grid: Grid | None
    rows: Annotated[list[SetRunRow], Meta(max_length=1000)]

    @classmethod
    def from_set_run(cls, set_run: SetRun, /, *, grid: Grid | None, rows: list[SetRunRow]) -> SetRunDetail:
        """Return a SetRunDetail with the fields of `set_run` and those given."""
        return cls(
            id=set_run.id,
            set_template_id=set_run.set_template_id,
            set_template_version=set_run.set_template_version,
            album_id=set_run.album_id,
            theme=set_run.theme,
            engine=set_run.engine,
            model=set_run.model,
            adapters=set_run.adapters,
            state=set_run.state,
            counts=set_run.counts,
            row_count=set_run.row_count,
            progress=set_run.progress,
            seed=set_run.seed,
            estimate=set_run.estimate,
            created_by=set_run.created_by,
            created_at=set_run.created_at,
            started_at=set_run.started_at,
            finished_at=set_run.finished_at,
            grid=grid,
            rows=rows,
        )


class SetRunRequest(Contract, kw_only=True):
    """Options of a set run; absent fields are taken from the set template."""

    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    album_name: (
        Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | UnsetType = UNSET
    steps: Annotated[int, Meta(ge=1, le=100)] | UnsetType = UNSET
    guidance_scale: Annotated[float, Meta(ge=0.0, le=30.0)] | UnsetType = UNSET
    width: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] | UnsetType = UNSET
    height: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] | UnsetType = UNSET
    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | UnsetType
    ) = UNSET
    negative_prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    model: (
        Annotated[str, Meta(max_length=300, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    adapters: Annotated[list[AdapterUse], Meta(max_length=8)] | UnsetType = UNSET
    grid: Grid | UnsetType = UNSET
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0


class TrainingCheck(Contract, kw_only=True):
    """Whether the data is ready for training, and if not, why."""

    ready: bool
    findings: Annotated[list[TrainingFinding], Meta(max_length=100)]
    dataset: TrainingDataset
    parameters: TrainingParameters


class TrainingRunPage(Contract, kw_only=True):
    """A page of training runs."""

    items: Annotated[list[TrainingStatus], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class WebhookDeliveryDetail(Contract, kw_only=True):
    """A delivery with its message and its latest attempts."""

    id: UUID
    webhook_id: UUID
    kind: WebhookMessageKind
    state: WebhookDeliveryState
    attempt_count: Annotated[int, Meta(ge=0, le=1000)]
    next_attempt_at: datetime | None
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    created_at: datetime
    finished_at: datetime | None
    message: WebhookMessage
    attempts: Annotated[list[WebhookAttempt], Meta(max_length=20)]

    @classmethod
    def from_webhook_delivery(
        cls, webhook_delivery: WebhookDelivery, /, *, message: WebhookMessage, attempts: list[WebhookAttempt]
    ) -> WebhookDeliveryDetail:
        """Return a WebhookDeliveryDetail with the fields of `webhook_delivery` and those given."""
        return cls(
            id=webhook_delivery.id,
            webhook_id=webhook_delivery.webhook_id,
            kind=webhook_delivery.kind,
            state=webhook_delivery.state,
            attempt_count=webhook_delivery.attempt_count,
            next_attempt_at=webhook_delivery.next_attempt_at,
            error_code=webhook_delivery.error_code,
            created_at=webhook_delivery.created_at,
            finished_at=webhook_delivery.finished_at,
            message=message,
            attempts=attempts,
        )


class ImageDetail(Contract, kw_only=True):
    """An image with its provenance, labels and albums."""

    id: UUID
    title: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    visibility: Visibility
    nsfw: bool
    source: ImageSource
    media_type: ImageMediaType
    width: Annotated[int, Meta(ge=1, le=65535)]
    height: Annotated[int, Meta(ge=1, le=65535)]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | None
    )
    file_url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    thumbnail_url: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    thumb_hash: Annotated[str, Meta(max_length=36, min_length=20, pattern="^[0-9A-Za-z+/]+={0,2}$")] | None
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    rating: Annotated[int, Meta(ge=0, le=5)]
    starred: bool
    provenance: Provenance | None
    labels: Annotated[list[Label], Meta(max_length=200)]
    albums: Annotated[list[AlbumReference], Meta(max_length=200)]

    @classmethod
    def from_image(
        cls,
        image: Image,
        /,
        *,
        provenance: Provenance | None,
        labels: list[Label],
        albums: list[AlbumReference],
    ) -> ImageDetail:
        """Return a ImageDetail with the fields of `image` and those given."""
        return cls(
            id=image.id,
            title=image.title,
            visibility=image.visibility,
            nsfw=image.nsfw,
            source=image.source,
            media_type=image.media_type,
            width=image.width,
            height=image.height,
            size_bytes=image.size_bytes,
            digest=image.digest,
            prompt=image.prompt,
            file_url=image.file_url,
            thumbnail_url=image.thumbnail_url,
            thumb_hash=image.thumb_hash,
            job_id=image.job_id,
            created_by=image.created_by,
            created_at=image.created_at,
            updated_at=image.updated_at,
            deleted_at=image.deleted_at,
            rating=image.rating,
            starred=image.starred,
            provenance=provenance,
            labels=labels,
            albums=albums,
        )
