"""Images on the wire: views become models of the contract, request bodies become what the service takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from generated import models, paths
from generated.operations import (
    CreateImage200,
    CreateImage201,
    CreateImageForm,
    CreateImageResponse,
    GetImageFile200,
    GetImageThumbnail200,
)
from handlers.wire.common import by_value, enum_value_or, enum_values, file_fields, next_cursor, value_or
from handlers.wire.jobs import queue_job
from platemark.db.time_spans import TimeSpan
from platemark.etags import etag
from platemark.image_visibility import ImageView
from platemark.images.views import (
    AlbumName,
    BulkChanges,
    BulkUpdate,
    FileView,
    ImageChanges,
    ImageDetailView,
    ImageFilter,
    KeptImage,
    LabelChanges,
    LabelContent,
    LabelView,
    Mark,
    MarkChanges,
    NewUpload,
    PurgedImage,
    TrashPurge,
)
from platemark.jobs.reproduction import Reproduction
from platemark.paging import Page
from platemark.stored_rows import read_all
from platemark.uploads import UploadedImage

VISIBILITIES = by_value(models.Visibility)
SOURCES = by_value(models.ImageSource)
MEDIA_TYPES = by_value(models.ImageMediaType)


def image(view: ImageView) -> models.Image:
    """An image in a list."""
    return models.Image(
        id=view.id,
        title=view.shown_title,
        visibility=VISIBILITIES[view.visibility],
        nsfw=view.nsfw,
        source=SOURCES[view.source],
        media_type=MEDIA_TYPES[view.media_type],
        width=view.width,
        height=view.height,
        size_bytes=view.size_bytes,
        digest=view.digest,
        prompt=view.prompt,
        file_url=paths.image_file(view.id),
        thumbnail_url=paths.image_thumbnail(view.id),
        thumb_hash=view.thumb_hash or None,
        job_id=view.job_id,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
        deleted_at=view.deleted_at,
        rating=view.rating,
        starred=view.starred,
    )


def image_page(page: Page[ImageView]) -> models.ImagePage:
    """A page of images."""
    return models.ImagePage(
        items=read_all(image, page.items),
        next_cursor=next_cursor(page),
    )


def image_detail(view: ImageDetailView) -> models.ImageDetail:
    """An image with its provenance, its labels and its albums."""
    return models.ImageDetail.from_image(
        image(view.image),
        provenance=None if view.provenance is None else provenance(view.provenance),
        labels=[label(label_view) for label_view in view.labels],
        albums=[album_reference(album) for album in view.albums],
    )


def provenance(stored: Mapping[str, Any]) -> models.Provenance:
    """How an image was generated. It is stored as JSON with the field names of the contract."""
    return msgspec.convert(stored, models.Provenance)


def reproduction(view: Reproduction) -> models.Reproduction:
    """The job that generates an image again, and whether the result will have the same bytes."""
    return models.Reproduction(job=queue_job(view.job), exact=view.exact, reasons=list(view.reasons))


def album_reference(view: AlbumName) -> models.AlbumReference:
    """The id and the name of an album."""
    return models.AlbumReference(id=view.id, name=view.name)


def bulk_selection(body: models.ImageBulkUpdate) -> Sequence[UUID] | ImageFilter | None:
    """The images to change, by id or by filter; None unless it is exactly one of both."""
    ids, filters = value_or(body.ids, None), value_or(body.filter, None)
    if (ids is None) == (filters is None):
        return None
    return ids if filters is None else _bulk_filter(filters)


def _bulk_filter(filters: models.ImageBulkFilter) -> ImageFilter:
    return ImageFilter(
        album_id=value_or(filters.album_id, None),
        label=value_or(filters.label, None),
        q=value_or(filters.q, None),
        nsfw=value_or(filters.nsfw, None),
        visibility=enum_values(filters.visibility),
        source=enum_values(filters.source),
        trashed=filters.trashed,
        rating_min=value_or(filters.rating_min, 0),
        starred=filters.starred,
        engine=value_or(filters.engine, None),
        model=value_or(filters.model, None),
        adapter_id=value_or(filters.adapter_id, None),
        seed=value_or(filters.seed, None),
        orientation=enum_value_or(filters.orientation, None),
        side_min=value_or(filters.side_min, None),
        created=TimeSpan(value_or(filters.created_after, None), value_or(filters.created_before, None)),
    )


def bulk_changes(changes: models.ImageBulkChanges) -> BulkChanges:
    """What to change of each image."""
    return BulkChanges(
        trashed=value_or(changes.trashed, None),
        visibility=enum_value_or(changes.visibility, None),
        nsfw=value_or(changes.nsfw, None),
        add_labels=_label_contents(value_or(changes.add_labels, ())),
        remove_labels=_label_contents(value_or(changes.remove_labels, ())),
        add_to_album=value_or(changes.add_to_album, None),
        remove_from_album=value_or(changes.remove_from_album, None),
        rating=value_or(changes.rating, None),
        starred=value_or(changes.starred, None),
    )


def mark(view: Mark) -> models.ImageMark:
    """The caller's rating and star of an image."""
    return models.ImageMark(rating=view.rating, starred=view.starred)


def mark_changes(body: models.ImageMarkUpdate) -> MarkChanges:
    """The changes of the caller's mark; fields that are absent stay as they are."""
    return MarkChanges(rating=value_or(body.rating, None), starred=value_or(body.starred, None))


def _label_contents(contents: Sequence[models.LabelContent]) -> tuple[LabelContent, ...]:
    return tuple(LabelContent(content.kind.value, content.text) for content in contents)


def bulk_result(view: BulkUpdate) -> models.ImageBulkResult:
    """How many images were changed."""
    return models.ImageBulkResult(
        dry_run=view.dry_run, changed_count=view.changed_count, unchanged_count=view.unchanged_count
    )


def trash_purge(view: TrashPurge) -> models.TrashPurge:
    """What a purge of the trash deleted, or would delete."""
    return models.TrashPurge(
        dry_run=view.dry_run,
        older_than_days=view.older_than_days,
        before=view.before,
        purged_count=len(view.images),
        freed_bytes=view.freed_bytes,
        shared_file_count=view.shared_file_count,
        more=view.more,
        items=[_purged_image(image) for image in view.images],
        kept=[_kept_image(image) for image in view.kept],
    )


def _purged_image(view: PurgedImage) -> models.PurgedImage:
    return models.PurgedImage(
        id=view.id, created_by=view.created_by, deleted_at=view.deleted_at, size_bytes=view.size_bytes
    )


def _kept_image(view: KeptImage) -> models.KeptImage:
    reason = models.KeptImageReason(view.reason)
    return models.KeptImage(id=view.id, deleted_at=view.deleted_at, reason=reason, named_by=view.named_by)


def label(view: LabelView) -> models.Label:
    """A label."""
    return models.Label(
        id=view.id,
        image_id=view.image_id,
        kind=models.LabelKind(view.kind),
        text=view.text,
        source=models.LabelSource(view.source),
        confidence=view.confidence,
        engine=view.engine,
        engine_version=view.engine_version,
        model=view.model,
        job_id=view.job_id,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
    )


def label_page(page: Page[LabelView]) -> models.LabelPage:
    """A page of labels."""
    return models.LabelPage(
        items=read_all(label, page.items),
        next_cursor=next_cursor(page),
    )


def upload_response(upload: UploadedImage) -> CreateImageResponse:
    """201 for a new image; 200 if the caller has uploaded the same file before."""
    view = upload.detail.image
    body, version = image_detail(upload.detail), etag(view.version)
    if upload.created:
        return CreateImage201(body=body, location=paths.image(view.id), etag=version)
    return CreateImage200(body=body, etag=version)


def file_response(view: FileView) -> GetImageFile200:
    """The bytes of an image."""
    return GetImageFile200(media_type=view.media_type, **file_fields(view, public=view.public))


def thumbnail_response(view: FileView) -> GetImageThumbnail200:
    """The bytes of a thumbnail."""
    return GetImageThumbnail200(**file_fields(view, public=view.public))


def image_filter(
    *,
    album_id: UUID | None,
    label: str | None,
    q: str | None,
    nsfw: bool | None,
    visibility: list[models.Visibility] | None,
    source: list[models.ImageSource] | None,
    trashed: bool,
    rating_min: int | None,
    starred: bool,
    engine: str | None,
    model: str | None,
    adapter_id: UUID | None,
    seed: int | None,
    orientation: models.ImageOrientation | None,
    side_min: int | None,
    created_after: datetime | None,
    created_before: datetime | None,
    sort: models.Sort,
) -> ImageFilter:
    """The filter of a list of images."""
    return ImageFilter(
        album_id=album_id,
        label=label,
        q=q,
        nsfw=nsfw,
        visibility=enum_values(visibility),
        source=enum_values(source),
        trashed=trashed,
        rating_min=rating_min or 0,
        starred=starred,
        engine=engine,
        model=model,
        adapter_id=adapter_id,
        seed=seed,
        orientation=None if orientation is None else orientation.value,
        side_min=side_min,
        created=TimeSpan(created_after, created_before),
        oldest_first=sort is models.Sort.oldest,
    )


def new_upload(form: CreateImageForm) -> NewUpload:
    """The fields of the form, without the file."""
    return NewUpload(
        title=form.title,
        visibility=form.visibility.value,
        nsfw=form.nsfw,
        caption=form.caption,
        album_id=form.album_id,
    )


def image_changes(body: models.ImageUpdate) -> ImageChanges:
    """The changes of an image; fields that are absent stay as they are."""
    return ImageChanges(
        title=value_or(body.title, None),
        visibility=enum_value_or(body.visibility, None),
        nsfw=value_or(body.nsfw, None),
    )


def label_changes(body: models.LabelUpdate) -> LabelChanges:
    """The changes of a label; fields that are absent stay as they are."""
    return LabelChanges(
        kind=enum_value_or(body.kind, None),
        text=value_or(body.text, None),
    )
