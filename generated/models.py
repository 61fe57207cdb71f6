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
    """There is a new adapter."""

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
    """An adapter that a picture was made with."""

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


class AdapterUpdate(Contract, kw_only=True):
    """What to change of an adapter."""

    name: (
        Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = (
        UNSET
    )
    default_weight: Annotated[float, Meta(ge=-2.0, le=2.0)] | UnsetType = UNSET


class AdapterUse(Contract, kw_only=True):
    """An adapter to draw with, and how strongly it tells."""

    adapter_id: UUID
    weight: Annotated[float, Meta(ge=-2.0, le=2.0)] | UnsetType = UNSET


class AlbumChangedEvent(Contract, kw_only=True, tag_field="kind", tag="album.changed"):
    """An album has other facts, or other images in it."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    album_id: UUID


class AlbumCreatedEvent(Contract, kw_only=True, tag_field="kind", tag="album.created"):
    """There is a new album."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    album_id: UUID


class AlbumDeletedEvent(Contract, kw_only=True, tag_field="kind", tag="album.deleted"):
    """An album is gone; its images stay."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    album_id: UUID


ImageId: TypeAlias = UUID


class AlbumImagesAdd(Contract, kw_only=True):
    """Images to put at the end of an album."""

    image_ids: Annotated[list[ImageId], Meta(max_length=200, min_length=1)]


class AlbumImagesChange(Contract, kw_only=True):
    """What adding images did."""

    added: Annotated[int, Meta(ge=0, le=9007199254740991)]
    already_present: Annotated[int, Meta(ge=0, le=9007199254740991)]
    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class AlbumImagesMove(Contract, kw_only=True):
    """Images of an album to move together."""

    image_ids: Annotated[list[ImageId], Meta(max_length=200, min_length=1)]
    before_image_id: UUID | None = None


Reason: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class AlbumReference(Contract, kw_only=True):
    """An album, by id and name."""

    id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class AlbumSource(StrEnum):
    """How an album came to be: by hand, from a set run, or by an import."""

    manual = "manual"
    set_run = "set_run"
    import_ = "import"


class AlbumTemplate(Contract, kw_only=True):
    """The set template that an album was made from, as it was then."""

    set_template_id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    version: Annotated[int, Meta(ge=1, le=1000000)]
    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class AuthMethod(StrEnum):
    """By what a caller is known: a session's cookie or an API token."""

    session = "session"
    token = "token"


StepsToReproduceItem: TypeAlias = Annotated[str, Meta(max_length=4000, pattern="^[^\\u0000]*$")]


JobId: TypeAlias = UUID


class BugReportEnvironment(Contract, kw_only=True):
    """Which build of the client it was."""

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
    """How often something of one kind was taken out of one place."""

    kind: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    place: Annotated[str, Meta(max_length=100, min_length=1, pattern="^[a-z0-9_.]+$")]
    count: Annotated[int, Meta(ge=1, le=9007199254740991)]


class BugReportStatus(StrEnum):
    """Where the work on a bug report stands."""

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
    """What to change of a bug report."""

    status: BugReportStatus | UnsetType = UNSET
    notes: Annotated[str, Meta(max_length=20000, pattern="^[^\\u0000]*$")] | UnsetType = UNSET
    commit: (
        Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None | UnsetType
    ) = UNSET
    duplicate_of: UUID | None | UnsetType = UNSET


class BugReportViewport(Contract, kw_only=True):
    """How large the window was, in CSS pixels."""

    width: Annotated[float, Meta(ge=0.0, le=100000.0)]
    height: Annotated[float, Meta(ge=0.0, le=100000.0)]
    device_pixel_ratio: Annotated[float, Meta(ge=0.0, le=100.0)] | None = None


class BugReportsPurgedEvent(Contract, kw_only=True, tag_field="kind", tag="bug_reports.purged"):
    """Old bug reports were deleted; told to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    older_than_days: Annotated[int, Meta(ge=0, le=36500)]


class CaptionRequest(Contract, kw_only=True, tag_field="kind", tag="caption"):
    """Have pictures described: those named, or all of an album; one of the two is asked for (422 `images_or_album`). What an engine writes are labels of the source `engine`; labels by hand are never touched."""

    image_ids: Annotated[list[ImageId], Meta(max_length=200, min_length=1)] | UnsetType = UNSET
    album_id: UUID | UnsetType = UNSET
    engine: (
        Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | UnsetType
    ) = UNSET
    tags: bool = False
    only_missing: bool = True
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0


AdapterFormat: TypeAlias = Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class Estimate(Contract, kw_only=True):
    """How long something will probably take, from the studio's own past jobs of the same kind and size."""

    p50_seconds: Annotated[float, Meta(ge=0.0, le=31536000.0)]
    p90_seconds: Annotated[float, Meta(ge=0.0, le=31536000.0)]
    basis_count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class EventMessage(Contract, kw_only=True):
    """One message of the stream, its fields by their names; comments keep the connection alive in between."""

    id: Annotated[str, Meta(max_length=16, pattern="^(?:0|[1-9][0-9]{0,14})$")]
    event: Annotated[str, Meta(max_length=40, pattern="^[a-z_]+(?:[.][a-z_]+)?$")]
    data: Annotated[str, Meta(max_length=2000, pattern="^\\{.*\\}$")]


class GapEvent(Contract, kw_only=True, tag_field="kind", tag="gap"):
    """Events after the id that the stream was to go on from are no longer kept, or that id was never given: read what you show anew. The stream goes on from here."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


class HealthCheck(Contract, kw_only=True):
    """Whether one part of the studio works."""

    ok: bool
    detail: Annotated[str, Meta(max_length=300, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None


class HealthStatus(StrEnum):
    """`ok`: all parts work; `degraded`: it answers, but queue or workers need attention; `down`: not ready."""

    ok = "ok"
    degraded = "degraded"
    down = "down"


class ImageAddedEvent(Contract, kw_only=True, tag_field="kind", tag="image.added"):
    """There is a new image, or one came back from the trash."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    image_id: UUID
    job_id: UUID | None


class ImageChangedEvent(Contract, kw_only=True, tag_field="kind", tag="image.changed"):
    """An image has other facts."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    image_id: UUID


class ImageMediaType(StrEnum):
    """The formats of pictures that are kept."""

    image_png = "image/png"
    image_jpeg = "image/jpeg"
    image_webp = "image/webp"


class ImageRemovedEvent(Contract, kw_only=True, tag_field="kind", tag="image.removed"):
    """An image was put in the trash."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    image_id: UUID


class ImageSource(StrEnum):
    """Where an image came from: made by a job, uploaded by someone, or brought in by an import."""

    generated = "generated"
    uploaded = "uploaded"
    imported = "imported"


class ImageSourceCounts(Contract, kw_only=True):
    """How many images came from where."""

    generated: Annotated[int, Meta(ge=0, le=9007199254740991)]
    uploaded: Annotated[int, Meta(ge=0, le=9007199254740991)]
    imported: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportApply(Contract, kw_only=True):
    """Which plan to apply."""

    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]


class ImportCounts(Contract, kw_only=True):
    """How many items a plan has of each outcome."""

    new: Annotated[int, Meta(ge=0, le=9007199254740991)]
    unchanged: Annotated[int, Meta(ge=0, le=9007199254740991)]
    changed: Annotated[int, Meta(ge=0, le=9007199254740991)]
    conflicting: Annotated[int, Meta(ge=0, le=9007199254740991)]
    skipped: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportDiscrepancies(Contract, kw_only=True):
    """How many items differ from what the import made, in the same way."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportFailure(Contract, kw_only=True):
    """Why a phase of an import failed."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[str, Meta(max_length=2000, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class ImportItemState(StrEnum):
    """How far an item is: `planned`; `keeping`, its bytes are being stored; `applied`; `failed`, it could not be applied; `undone`; `kept`, changed here since and therefore not undone."""

    planned = "planned"
    keeping = "keeping"
    applied = "applied"
    failed = "failed"
    undone = "undone"
    kept = "kept"


class ImportKind(StrEnum):
    """What an import takes over: `media` an outputs tree of pictures with their sidecars, `sets` a folder of set templates (config.yaml and CSV manifests)."""

    media = "media"
    sets = "sets"


class ImportOutcome(StrEnum):
    """What a plan finds of an item: `new`; `unchanged` since an import before; `changed` in the source; `conflicting`, changed in the source and here; `skipped`, for the reason given. Apply does what is new and changed."""

    new = "new"
    unchanged = "unchanged"
    changed = "changed"
    conflicting = "conflicting"
    skipped = "skipped"


class ImportPhase(StrEnum):
    """What was asked of an import last."""

    plan = "plan"
    apply = "apply"
    verify = "verify"
    undo = "undo"


class ImportProgress(Contract, kw_only=True):
    """How far the latest phase is."""

    done: Annotated[int, Meta(ge=0, le=9007199254740991)]
    total: Annotated[int, Meta(ge=0, le=9007199254740991)] | None


class ImportReason(Contract, kw_only=True):
    """How many items have an outcome for the same reason."""

    outcome: ImportOutcome
    reason: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class ImportResults(Contract, kw_only=True):
    """What became of the items that were to be done."""

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
    """Where an import stands: its latest phase waits (`queued`) or runs, or came to its end: `planned`, `applied`, `undone`, `failed`, `cancelled`."""

    queued = "queued"
    running = "running"
    planned = "planned"
    applied = "applied"
    undone = "undone"
    failed = "failed"
    cancelled = "cancelled"


class ImportThingKind(StrEnum):
    """A kind of thing that imports make."""

    album = "album"
    image = "image"
    set_template = "set_template"


class JobCancelRequestedEvent(Contract, kw_only=True, tag_field="kind", tag="job.cancel_requested"):
    """A running job was asked to stop."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None


class JobCancelledEvent(Contract, kw_only=True, tag_field="kind", tag="job.cancelled"):
    """A job was cancelled."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None


class JobCaptionsSkipped(Contract, kw_only=True):
    """Images that were passed over, by reason."""

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
    """A job has failed for good."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class JobKind(StrEnum):
    """What a job does: `generate` makes pictures, `caption` describes them, `train` learns from them."""

    generate = "generate"
    caption = "caption"
    train = "train"


class JobLinks(Contract, kw_only=True):
    """Paths of this API that concern a job."""

    self: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]
    cancel: Annotated[str, Meta(max_length=200, pattern="^/api/v1/[A-Za-z0-9/_.-]{1,190}$")]


class JobQueuedEvent(Contract, kw_only=True, tag_field="kind", tag="job.queued"):
    """A job waits in the queue: a new one, one that is tried again, or one that was given back."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None
    error_code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None


class JobRunningEvent(Contract, kw_only=True, tag_field="kind", tag="job.running"):
    """A worker has taken a job."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None
    attempt: Annotated[int, Meta(ge=1, le=1000)]


class JobSucceededEvent(Contract, kw_only=True, tag_field="kind", tag="job.succeeded"):
    """A job is done; its images are there."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    set_run_id: UUID | None


class JobUpdate(Contract, kw_only=True):
    """What to change of a queued job."""

    priority: Annotated[int, Meta(ge=-10, le=10)] | UnsetType = UNSET


class JobUpdatedEvent(Contract, kw_only=True, tag_field="kind", tag="job.updated"):
    """A waiting job has another priority."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    job_id: UUID
    priority: Annotated[int, Meta(ge=-10, le=10)]


JsonValue: TypeAlias = Any


class LabelKind(StrEnum):
    """A `caption` says in a sentence what a picture shows, a `tag` names one thing in it."""

    caption = "caption"
    tag = "tag"


class LabelSource(StrEnum):
    """Whether a person or an engine wrote it."""

    manual = "manual"
    engine = "engine"


class LabelUpdate(Contract, kw_only=True):
    """What to change of a label; what is absent stays."""

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


class PasswordSignIn(Contract, kw_only=True, tag_field="method", tag="password"):
    """Sign in with name and password."""

    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    password: Annotated[str, Meta(max_length=200, min_length=10, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class PreviewProblem(Contract, kw_only=True):
    """Something that stands in the way of a run."""

    position: Annotated[int, Meta(ge=0, le=1000000)] | None
    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


class PreviewPrompt(Contract, kw_only=True):
    """A row's prompt with its placeholders filled in."""

    position: Annotated[int, Meta(ge=0, le=1000000)]
    prompt: Annotated[
        str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]


class ProblemError(Contract, kw_only=True):
    """One thing that is wrong with a request."""

    pointer: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


WordsUsedItem: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


WordsIgnoredItem: TypeAlias = Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]


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
    """A bug report that went."""

    id: UUID
    status: BugReportStatus
    created_at: datetime


RunningItem: TypeAlias = UUID


class QueuePausedEvent(Contract, kw_only=True, tag_field="kind", tag="queue.paused"):
    """The queue was paused: no worker takes a job."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


class QueueResumedEvent(Contract, kw_only=True, tag_field="kind", tag="queue.resumed"):
    """The queue goes on."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


class QueueUpdate(Contract, kw_only=True):
    """What to change of the queue."""

    paused: bool | UnsetType = UNSET


class ReadyEvent(Contract, kw_only=True, tag_field="kind", tag="ready"):
    """All that was missed has been sent; what happens from now on follows as it happens."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime


class Role(StrEnum):
    """What someone may do: a `viewer` looks, an `editor` makes and changes, an `admin` also runs the studio."""

    viewer = "viewer"
    editor = "editor"
    admin = "admin"


Feature: TypeAlias = Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class ServerLimits(Contract, kw_only=True):
    """How much the server takes."""

    max_body_bytes: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_upload_bytes: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_image_pixels: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_page_size: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_set_rows: Annotated[int, Meta(ge=1, le=9007199254740991)]
    max_prompt_length: Annotated[int, Meta(ge=1, le=9007199254740991)]


class SetPreview(Contract, kw_only=True):
    """What a run would make, and all that stands in its way."""

    version: Annotated[int, Meta(ge=1, le=1000000)]
    prompts: Annotated[list[PreviewPrompt], Meta(max_length=1000)]
    problems: Annotated[list[PreviewProblem], Meta(max_length=1000)]
    row_count: Annotated[int, Meta(ge=0, le=1000)]
    estimate: Estimate | None


class SetPreviewOverrides(Contract, kw_only=True):
    """Fields of a set template, as if it said so."""

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


class SetPreviewRequest(Contract, kw_only=True):
    """What to preview a set with."""

    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = UNSET
    overrides: SetPreviewOverrides | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=1000)] = 50


SetRowValuesAdditionalProperty: TypeAlias = Annotated[
    str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
]


SetRowValues: TypeAlias = Annotated[
    dict[str, SetRowValuesAdditionalProperty], Meta(max_length=50, min_length=1, title="SetRowValues")
]


class SetRunRequest(Contract, kw_only=True):
    """What to run a set with; what is absent is as the set template says."""

    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    album_name: (
        Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType
    ) = UNSET
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | UnsetType = UNSET
    steps: Annotated[int, Meta(ge=1, le=100)] | UnsetType = UNSET
    guidance_scale: Annotated[float, Meta(ge=0.0, le=30.0)] | UnsetType = UNSET
    width: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] | UnsetType = UNSET
    height: Annotated[int, Meta(ge=64, le=2048, multiple_of=8)] | UnsetType = UNSET
    negative_prompt: (
        Annotated[
            str, Meta(max_length=2000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
        ]
        | UnsetType
    ) = UNSET
    adapters: Annotated[list[AdapterUse], Meta(max_length=8)] = field(default_factory=list)
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0


Column: TypeAlias = Annotated[str, Meta(max_length=40, min_length=1, pattern="^[a-z][a-z0-9_]{0,39}$")]


class SetTemplateRowsReplace(Contract, kw_only=True):
    """Rows to take the place of all present ones."""

    rows: Annotated[list[SetRowValues], Meta(max_length=1000)]


SignInRequest: TypeAlias = Annotated[
    PasswordSignIn | LinkSignIn,
    Meta(description="How to sign in; `method` says which shape it has.", title="SignInRequest"),
]


class State(StrEnum):
    """Where a job or a set run stands; `succeeded`, `failed` and `cancelled` are final until it is retried."""

    queued = "queued"
    running = "running"
    succeeded = "succeeded"
    failed = "failed"
    cancelled = "cancelled"


class StateCounts(Contract, kw_only=True):
    """How many there are in each state."""

    queued: Annotated[int, Meta(ge=0, le=9007199254740991)]
    running: Annotated[int, Meta(ge=0, le=9007199254740991)]
    succeeded: Annotated[int, Meta(ge=0, le=9007199254740991)]
    failed: Annotated[int, Meta(ge=0, le=9007199254740991)]
    cancelled: Annotated[int, Meta(ge=0, le=9007199254740991)]


class TrainingArtifact(Contract, kw_only=True):
    """The adapter that a run made."""

    adapter_id: UUID
    format: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]


class TrainingDataset(Contract, kw_only=True):
    """The pictures and captions that a run learns from, pinned when it was asked for."""

    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    captioned_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    held_out_count: Annotated[int, Meta(ge=0, le=9007199254740991)]


class TrainingFinding(Contract, kw_only=True):
    """Something that stands in the way of training, or would make it worse."""

    code: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    message: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    hint: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    fatal: bool


class TrainingLog(Contract, kw_only=True):
    """Whole lines of a training run's log, and where they lie in it."""

    text: Annotated[
        str, Meta(max_length=65536, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ]
    offset: Annotated[int, Meta(ge=0, le=9007199254740991)]
    next_offset: Annotated[int, Meta(ge=0, le=9007199254740991)]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]


class TrainingLoss(Contract, kw_only=True):
    """How well it learns: the less, the better; null until it was measured."""

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
    """A training run has got further: a hundredth of it, a checkpoint, or a sample."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    training_run_id: UUID
    step: Annotated[int, Meta(ge=0, le=10000000)]
    steps: Annotated[int, Meta(ge=0, le=10000000)]


AlbumId: TypeAlias = UUID


class TrainingRunCreatedEvent(Contract, kw_only=True, tag_field="kind", tag="training_run.created"):
    """Somebody asked for a training run; what becomes of it is told by the events of its job."""

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
    """A picture that shows how far a run is."""

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


class User(Contract, kw_only=True):
    """Someone who may sign in."""

    id: UUID
    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    role: Role
    disabled_at: datetime | None
    has_password: bool
    created_at: datetime
    updated_at: datetime


class UserCreate(Contract, kw_only=True):
    """A user to make."""

    name: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    role: Role
    password: (
        Annotated[str, Meta(max_length=200, min_length=10, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
        | UnsetType
    ) = UNSET


class UserPage(Contract, kw_only=True):
    """One page of users, newest first."""

    items: Annotated[list[User], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class UserUpdate(Contract, kw_only=True):
    """What to change of a user; what is absent stays."""

    role: Role | UnsetType = UNSET
    disabled: bool | UnsetType = UNSET
    password: (
        Annotated[str, Meta(max_length=200, min_length=10, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
        | UnsetType
    ) = UNSET


class Visibility(StrEnum):
    """Who may see a thing: `private` its owner and admins, `shared` everyone signed in, `public` anyone."""

    private = "private"
    shared = "shared"
    public = "public"


class VisibilityCounts(Contract, kw_only=True):
    """How many there are of each visibility."""

    private: Annotated[int, Meta(ge=0, le=9007199254740991)]
    shared: Annotated[int, Meta(ge=0, le=9007199254740991)]
    public: Annotated[int, Meta(ge=0, le=9007199254740991)]


Engine: TypeAlias = Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]


class WorkerState(StrEnum):
    """`idle` waits for a job, `busy` has one, `stopping` finishes or gives back the one it has and takes no other."""

    idle = "idle"
    busy = "busy"
    stopping = "stopping"


class Adapter(Contract, kw_only=True):
    """What training made or an operator registered, to make pictures with."""

    id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    format: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] | None
    base: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")]
    size_bytes: Annotated[int, Meta(ge=0, le=9007199254740991)]
    default_weight: Annotated[float, Meta(ge=-2.0, le=2.0)]
    source: AdapterSource
    training_run_id: UUID | None
    dataset_digest: Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]{64}$")] | None
    metrics: AdapterMetrics
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class AdapterPage(Contract, kw_only=True):
    """A page of adapters."""

    items: Annotated[list[Adapter], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class Album(Contract, kw_only=True):
    """An ordered collection of images, without them."""

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
    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class AlbumCreate(Contract, kw_only=True):
    """An album to make."""

    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    description: Annotated[
        str, Meta(max_length=4000, pattern="^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$")
    ] = ""
    visibility: Visibility = Visibility.private


class AlbumImage(Contract, kw_only=True):
    """An image and its place in an album."""

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
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
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
            job_id=image.job_id,
            created_by=image.created_by,
            created_at=image.created_at,
            updated_at=image.updated_at,
            deleted_at=image.deleted_at,
            position=position,
        )


class AlbumImagePage(Contract, kw_only=True):
    """One page of an album's images, in their order."""

    items: Annotated[list[AlbumImage], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class AlbumPage(Contract, kw_only=True):
    """One page of albums, newest first."""

    items: Annotated[list[Album], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class AlbumUpdate(Contract, kw_only=True):
    """What to change of an album; what is absent stays."""

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
    """An API token, without the token itself."""

    id: UUID
    name: Annotated[str, Meta(max_length=100, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    role: Role
    prefix: Annotated[str, Meta(max_length=8, pattern="^pm_[A-Za-z0-9_-]{5}$")]
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


class ApiTokenCreate(Contract, kw_only=True):
    """An API token to make."""

    name: Annotated[str, Meta(max_length=100, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    role: Role
    expires_in_seconds: Annotated[int, Meta(ge=60, le=315360000)] | None = None


class ApiTokenCreated(Contract, kw_only=True):
    """A new API token, shown this once."""

    id: UUID
    name: Annotated[str, Meta(max_length=100, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    role: Role
    prefix: Annotated[str, Meta(max_length=8, pattern="^pm_[A-Za-z0-9_-]{5}$")]
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
    """The browser, and where in the studio it was."""

    location_href: Annotated[str, Meta(max_length=4000, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    user_agent: Annotated[str, Meta(max_length=1000, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    platform: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    language: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    timezone: Annotated[str, Meta(max_length=100, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None = None
    viewport: BugReportViewport | None = None


class BugReportJob(Contract, kw_only=True):
    """A job that a bug report is joined with."""

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
    """A request that the client made, and its answer."""

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
    """What a purge deleted, or would delete."""

    dry_run: bool
    older_than_days: Annotated[int, Meta(ge=0, le=36500)] | None
    before: datetime | None
    purged_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    kept_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    items: Annotated[list[PurgedBugReport], Meta(max_length=1000)]


class BugReportReceipt(Contract, kw_only=True):
    """The report is stored; this is what was made of it."""

    id: UUID
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")]
    duplicate_of: UUID | None
    redactions: Annotated[list[BugReportRedaction], Meta(max_length=1000)]
    redaction_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    created_at: datetime


RecentLogs: TypeAlias = Annotated[list[BugReportLog], Meta(max_length=1000)]


NetworkEvents: TypeAlias = Annotated[list[BugReportNetworkEvent], Meta(max_length=500)]


class EngineCapabilities(Contract, kw_only=True):
    """What an engine can do; a job that asks for more is refused."""

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
    """Make pictures from words."""

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
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] = "press"
    album_id: UUID | UnsetType = UNSET
    visibility: Visibility = Visibility.private
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0
    adapters: Annotated[list[AdapterUse], Meta(max_length=8)] = field(default_factory=list)
    count: Annotated[int, Meta(ge=1, le=16)] = 1


class Health(Contract, kw_only=True):
    """Whether the studio works, part by part."""

    status: HealthStatus
    database: HealthCheck
    storage: HealthCheck
    queue: HealthCheck
    workers: HealthCheck


class Image(Contract, kw_only=True):
    """A picture and the facts about it, without its bytes."""

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
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None


class ImagePage(Contract, kw_only=True):
    """One page of images, newest first."""

    items: Annotated[list[Image], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class ImageUpdate(Contract, kw_only=True):
    """What to change of an image; what is absent stays."""

    title: Annotated[str, Meta(max_length=200, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = UNSET
    visibility: Visibility | UnsetType = UNSET
    nsfw: bool | UnsetType = UNSET


class Import(Contract, kw_only=True):
    """A folder that is taken over: planned first, then applied, verified, undone as one asks."""

    id: UUID
    kind: ImportKind
    source: Annotated[
        str,
        Meta(max_length=1000, min_length=1, pattern="^[^/\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$"),
    ]
    visibility: Visibility
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
    """An import was asked for something, or that began, ended or was stopped; told to admins."""

    id: Annotated[int, Meta(ge=0, le=9007199254740991)]
    at: datetime
    import_id: UUID
    phase: ImportPhase
    state: ImportState


class ImportCreate(Contract, kw_only=True):
    """An import to plan."""

    kind: ImportKind
    source: Annotated[
        str,
        Meta(max_length=1000, min_length=1, pattern="^[^/\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$"),
    ]
    visibility: Visibility = Visibility.private


class ImportPage(Contract, kw_only=True):
    """One page of imports, newest first."""

    items: Annotated[list[Import], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class ImportThing(Contract, kw_only=True):
    """What an item became."""

    kind: ImportThingKind
    id: UUID


class JobCaptions(Contract, kw_only=True):
    """What a job that describes pictures has done so far; the images that are in none of the counts wait."""

    image_count: Annotated[int, Meta(ge=0, le=5000)]
    captioned_count: Annotated[int, Meta(ge=0, le=5000)]
    skipped: JobCaptionsSkipped


JobRequest: TypeAlias = Annotated[
    GenerateRequest | CaptionRequest,
    Meta(description="What to do; `kind` says which shape it has.", title="JobRequest"),
]


JsonObject: TypeAlias = Annotated[dict[str, JsonValue], Meta(max_length=1000, title="JsonObject")]


class Label(Contract, kw_only=True):
    """What someone or something says about a picture."""

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
    """Why a request was not done (RFC 9457). Tells nothing of things the caller may not see, and no inner detail of the server."""

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
    """The receipt for a job: it is stored and will be done."""

    id: UUID
    kind: JobKind
    state: State
    position: Annotated[int, Meta(ge=0, le=1000000)] | None
    estimate: Estimate | None
    created_at: datetime
    links: JobLinks


class Reproduction(Contract, kw_only=True):
    """The job that makes a picture again, and whether its bytes will be the same."""

    job: QueueJob
    exact: bool
    reasons: Annotated[list[Reason], Meta(max_length=20)]


class SetRow(Contract, kw_only=True):
    """A row and its place."""

    position: Annotated[int, Meta(ge=0, le=1000000)]
    values: SetRowValues


class SetRun(Contract, kw_only=True):
    """A run of a set template's version: one job for each row, one album for all."""

    id: UUID
    set_template_id: UUID
    set_template_version: Annotated[int, Meta(ge=1, le=1000000)]
    album_id: UUID
    theme: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    state: State
    counts: StateCounts
    row_count: Annotated[int, Meta(ge=1, le=1000)]
    progress: Annotated[float, Meta(ge=0.0, le=1.0)]
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)]
    estimate: Estimate | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class SetRunPage(Contract, kw_only=True):
    """One page of set runs, newest first."""

    items: Annotated[list[SetRun], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class SetRunRow(Contract, kw_only=True):
    """A row of a set run and what became of it."""

    position: Annotated[int, Meta(ge=0, le=1000000)]
    state: State
    job_id: UUID
    image_id: UUID | None
    error: JobError | None


class SetTemplate(Contract, kw_only=True):
    """A table of prompts that makes a whole set of pictures, without its rows."""

    id: UUID
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
    columns: Annotated[list[Column], Meta(max_length=50)]
    row_count: Annotated[int, Meta(ge=0, le=1000)]
    archived_at: datetime | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class SetTemplateCreate(Contract, kw_only=True):
    """A set template to make; its rows as JSON or as CSV, not both."""

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


class SetTemplateUpdate(Contract, kw_only=True):
    """What to change of a set template; what is absent stays."""

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


class Stats(Contract, kw_only=True):
    """How much the whole studio holds: numbers alone, of everyone's things together."""

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
    | QueuePausedEvent
    | QueueResumedEvent
    | AlbumCreatedEvent
    | AlbumChangedEvent
    | AlbumDeletedEvent
    | ImageAddedEvent
    | ImageChangedEvent
    | ImageRemovedEvent
    | BugReportsPurgedEvent
    | ImportChangedEvent
    | TrainingRunCreatedEvent
    | TrainingRunAdvancedEvent
    | TrainingRunDeletedEvent
    | AdapterAddedEvent
    | AdapterChangedEvent
    | AdapterDeletedEvent,
    Meta(
        description="Something that happened; `kind` says what, and which shape it has. There will be more kinds: pass over those that you do not know.",
        title="StudioEvent",
    ),
]


class TrainingParameter(Contract, kw_only=True):
    """A setting of an engine's training."""

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
    """What to learn from, and how."""

    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    album_ids: Annotated[list[AlbumId], Meta(max_length=20, min_length=1)]
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")] = "press"
    base: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | UnsetType = UNSET
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)] | UnsetType = UNSET
    held_out_share: Annotated[float, Meta(ge=0.0, le=0.5)] = 0.2
    parameters: TrainingParameters = field(default_factory=dict)
    priority: Annotated[int, Meta(ge=-10, le=10)] = 0


class TrainingStatus(Contract, kw_only=True):
    """A training run: what it learns from, where it stands, how well it learns, what came of it."""

    id: UUID
    name: Annotated[str, Meta(max_length=200, min_length=1, pattern="^[^\\u0000-\\u001f\\u007f]*$")]
    state: State
    engine: Annotated[str, Meta(max_length=64, min_length=1, pattern="^[a-z][a-z0-9_]{0,63}$")]
    base: Annotated[str, Meta(max_length=500, pattern="^[^\\u0000-\\u001f\\u007f]*$")] | None
    album_ids: Annotated[list[AlbumId], Meta(max_length=20)]
    dataset: TrainingDataset
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)]
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
    error: JobError | None
    trace_id: Annotated[str, Meta(max_length=64, min_length=8, pattern="^[A-Za-z0-9_-]{8,64}$")] | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class Worker(Contract, kw_only=True):
    """A process that does jobs."""

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
    """The workers that were heard of lately."""

    items: Annotated[list[Worker], Meta(max_length=200)]


class AlbumDetail(Contract, kw_only=True):
    """An album with the facts of its set template and its first images."""

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
            image_count=album.image_count,
            created_by=album.created_by,
            created_at=album.created_at,
            updated_at=album.updated_at,
            template=template,
            images=images,
            images_next_cursor=images_next_cursor,
        )


class AlbumLabelStats(Contract, kw_only=True):
    """How well an album's images are labelled."""

    image_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    captioned_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    tagged_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    coverage: Annotated[float, Meta(ge=0.0, le=1.0)]
    top_labels: Annotated[list[LabelCount], Meta(max_length=50)]
    ready: bool
    reasons: Annotated[list[Reason], Meta(max_length=20)]


class AuthStatus(Contract, kw_only=True):
    """Who is asking, and what they may do."""

    authenticated: bool
    user: AuthUser | None
    role: Role | None
    csrf_token: Annotated[str, Meta(max_length=128, pattern="^[A-Za-z0-9_-]{16,128}$")] | None
    method: AuthMethod | None


class BugReport(Contract, kw_only=True):
    """A bug report, without anything that looked like a secret."""

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
    """All that the studio knows of a bug report, to be handed on; without anything that looked like a secret."""

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
    """A bug report, as a person and their browser tell it. What looks like a secret is taken out before anything is stored."""

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


class ImportItem(Contract, kw_only=True):
    """One thing of a source: a picture, a folder that becomes an album, a set; or what is not taken, and why."""

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
    """One page of import items, in the order of the plan."""

    items: Annotated[list[ImportItem], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class ImportUndoSurvey(Contract, kw_only=True):
    """What an undo would take back and what it would keep, as things stand now."""

    dry_run: bool
    undone_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    kept_count: Annotated[int, Meta(ge=0, le=9007199254740991)]
    reasons: Annotated[list[ImportDiscrepancies], Meta(max_length=100)]
    undone: Annotated[list[ImportItem], Meta(max_length=1000)]
    kept: Annotated[list[ImportItem], Meta(max_length=1000)]


class Job(Contract, kw_only=True):
    """A job: what was asked for, where it stands, what became of it."""

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
    """One page of jobs, newest first, and how many there are."""

    items: Annotated[list[Job], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None
    counts: StateCounts


class Provenance(Contract, kw_only=True):
    """All that is needed to make the picture again, and what the engine made of its words."""

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
    """What this server is and can do."""

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
    state: State
    counts: StateCounts
    row_count: Annotated[int, Meta(ge=1, le=1000)]
    progress: Annotated[float, Meta(ge=0.0, le=1.0)]
    seed: Annotated[int, Meta(ge=0, le=9007199254740991)]
    estimate: Estimate | None
    created_by: UUID | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    rows: Annotated[list[SetRunRow], Meta(max_length=1000)]

    @classmethod
    def from_set_run(cls, set_run: SetRun, /, *, rows: list[SetRunRow]) -> SetRunDetail:
        """Return a SetRunDetail with the fields of `set_run` and those given."""
        return cls(
            id=set_run.id,
            set_template_id=set_run.set_template_id,
            set_template_version=set_run.set_template_version,
            album_id=set_run.album_id,
            theme=set_run.theme,
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
            rows=rows,
        )


class TrainingCheck(Contract, kw_only=True):
    """Whether data is ready to be learned from, and if not, why."""

    ready: bool
    findings: Annotated[list[TrainingFinding], Meta(max_length=100)]
    dataset: TrainingDataset
    parameters: TrainingParameters


class TrainingRunPage(Contract, kw_only=True):
    """A page of training runs."""

    items: Annotated[list[TrainingStatus], Meta(max_length=200)]
    next_cursor: Annotated[str, Meta(max_length=22, pattern="^[A-Za-z0-9_-]{21}[AQgw]$")] | None


class ImageDetail(Contract, kw_only=True):
    """An image with where it came from, its labels and its albums."""

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
    job_id: UUID | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
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
            job_id=image.job_id,
            created_by=image.created_by,
            created_at=image.created_at,
            updated_at=image.updated_at,
            deleted_at=image.deleted_at,
            provenance=provenance,
            labels=labels,
            albums=albums,
        )
