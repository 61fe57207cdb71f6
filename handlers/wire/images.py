"""Images on the wire: from a view to the contract's model, and from a body to what the service wants."""

from __future__ import annotations

from collections.abc import Mapping
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
from handlers.wire.common import enum_value_or, enum_values, file_fields, next_cursor, value_or
from handlers.wire.jobs import queue_job
from platemark.etags import etag
from platemark.image_visibility import ImageView
from platemark.images.views import (
    AlbumName,
    FileView,
    ImageChanges,
    ImageDetailView,
    ImageFilter,
    LabelChanges,
    LabelView,
    UploadFacts,
)
from platemark.jobs.reproduction import Reproduction
from platemark.paging import Page


def image(view: ImageView) -> models.Image:
    """An image in a list."""
    return models.Image(
        id=view.id,
        title=view.title,
        visibility=models.Visibility(view.visibility),
        nsfw=view.nsfw,
        source=models.ImageSource(view.source),
        media_type=models.ImageMediaType(view.media_type),
        width=view.width,
        height=view.height,
        size_bytes=view.size_bytes,
        digest=view.digest,
        prompt=view.prompt,
        file_url=paths.image_file(view.id),
        thumbnail_url=paths.image_thumbnail(view.id),
        job_id=view.job_id,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
        deleted_at=view.deleted_at,
    )


def image_page(page: Page[ImageView]) -> models.ImagePage:
    """A page of images."""
    return models.ImagePage(
        items=[image(view) for view in page.items],
        next_cursor=next_cursor(page),
    )


def image_detail(view: ImageDetailView) -> models.ImageDetail:
    """An image with how it was made, its labels and its albums."""
    return models.ImageDetail.from_image(
        image(view.image),
        provenance=None if view.provenance is None else provenance(view.provenance),
        labels=[label(found) for found in view.labels],
        albums=[album_reference(found) for found in view.albums],
    )


def provenance(stored: Mapping[str, Any]) -> models.Provenance:
    """How an image was made; stored as JSON with the contract's own names, which are checked again here.

    What was made before there were adapters, or elsewhere, was made without any.
    """
    return msgspec.convert({"adapters": [], **stored}, models.Provenance)


def reproduction(again: Reproduction) -> models.Reproduction:
    """The job that makes a picture again, and whether its bytes will be the same."""
    return models.Reproduction(job=queue_job(again.job), exact=again.exact, reasons=list(again.reasons))


def album_reference(view: AlbumName) -> models.AlbumReference:
    """An album, by id and name."""
    return models.AlbumReference(id=view.id, name=view.name)


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
        items=[label(view) for view in page.items],
        next_cursor=next_cursor(page),
    )


def upload_answer(view: ImageDetailView, *, made: bool) -> CreateImageResponse:
    """201 for a new image, 200 for the one that the caller had."""
    body, version = image_detail(view), etag(view.image.version)
    if made:
        return CreateImage201(body=body, location=paths.image(view.image.id), etag=version)
    return CreateImage200(body=body, etag=version)


def file_answer(view: FileView) -> GetImageFile200:
    """An image's bytes."""
    return GetImageFile200(media_type=view.media_type, **file_fields(view, public=view.public))


def thumbnail_answer(view: FileView) -> GetImageThumbnail200:
    """A thumbnail's bytes."""
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
) -> ImageFilter:
    """Which images the caller wants."""
    return ImageFilter(
        album_id=album_id,
        label=label,
        q=q,
        nsfw=nsfw,
        visibility=enum_values(visibility),
        source=enum_values(source),
        trashed=trashed,
    )


def upload_facts(form: CreateImageForm) -> UploadFacts:
    """What the uploader says of the picture."""
    return UploadFacts(title=form.title, visibility=form.visibility.value, nsfw=form.nsfw, caption=form.caption)


def image_changes(body: models.ImageUpdate) -> ImageChanges:
    """What the caller wants changed of an image."""
    return ImageChanges(
        title=value_or(body.title, None),
        visibility=enum_value_or(body.visibility, None),
        nsfw=value_or(body.nsfw, None),
    )


def label_changes(body: models.LabelUpdate) -> LabelChanges:
    """What the caller wants changed of a label."""
    return LabelChanges(
        kind=enum_value_or(body.kind, None),
        text=value_or(body.text, None),
    )
