"""Images on the wire: from a view to the contract's model, and from a body to what the service wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec
from msgspec import UNSET

from generated import models, paths
from generated.base import FileBody
from generated.operations import (
    CreateImage200,
    CreateImage201,
    CreateImageForm,
    CreateImageResponse,
    GetImageFile200,
    GetImageThumbnail200,
)
from handlers.wire.jobs import queue_job
from platemark.etags import etag
from platemark.ids import cursor_for
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

FOR_EVER = "max-age=31536000, immutable"


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
        next_cursor=None if page.next_after is None else cursor_for(page.next_after),
    )


def image_detail(view: ImageDetailView) -> models.ImageDetail:
    """An image with how it was made, its labels and its albums."""
    of = view.image
    return models.ImageDetail(
        id=of.id,
        title=of.title,
        visibility=models.Visibility(of.visibility),
        nsfw=of.nsfw,
        source=models.ImageSource(of.source),
        media_type=models.ImageMediaType(of.media_type),
        width=of.width,
        height=of.height,
        size_bytes=of.size_bytes,
        digest=of.digest,
        prompt=of.prompt,
        file_url=paths.image_file(of.id),
        thumbnail_url=paths.image_thumbnail(of.id),
        job_id=of.job_id,
        created_by=of.created_by,
        created_at=of.created_at,
        updated_at=of.updated_at,
        deleted_at=of.deleted_at,
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
        next_cursor=None if page.next_after is None else cursor_for(page.next_after),
    )


def upload_answer(view: ImageDetailView, *, made: bool) -> CreateImageResponse:
    """201 for a new image, 200 for the one that the caller had."""
    body, version = image_detail(view), etag(view.image.version)
    if made:
        return CreateImage201(body=body, location=paths.image(view.image.id), etag=version)
    return CreateImage200(body=body, etag=version)


def file_answer(view: FileView) -> GetImageFile200:
    """An image's bytes."""
    return GetImageFile200(
        body=FileBody(view.path, view.size),
        media_type=view.media_type,
        etag=f'"{view.digest}"',
        cache_control=_cache_control(view),
        content_disposition=_disposition(view),
    )


def thumbnail_answer(view: FileView) -> GetImageThumbnail200:
    """A thumbnail's bytes."""
    return GetImageThumbnail200(
        body=FileBody(view.path, view.size),
        etag=f'"{view.digest}"',
        cache_control=_cache_control(view),
        content_disposition=_disposition(view),
    )


def _cache_control(view: FileView) -> str:
    return f"{'public' if view.public else 'private'}, {FOR_EVER}"


def _disposition(view: FileView) -> str:
    return f'inline; filename="{view.name}"'


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
        visibility=[one.value for one in visibility or ()],
        source=[one.value for one in source or ()],
        trashed=trashed,
    )


def upload_facts(form: CreateImageForm) -> UploadFacts:
    """What the uploader says of the picture."""
    return UploadFacts(title=form.title, visibility=form.visibility.value, nsfw=form.nsfw, caption=form.caption)


def image_changes(body: models.ImageUpdate) -> ImageChanges:
    """What the caller wants changed of an image."""
    return ImageChanges(
        title=None if body.title is UNSET else body.title,
        visibility=None if body.visibility is UNSET else body.visibility.value,
        nsfw=None if body.nsfw is UNSET else body.nsfw,
    )


def label_changes(body: models.LabelUpdate) -> LabelChanges:
    """What the caller wants changed of a label."""
    return LabelChanges(
        kind=None if body.kind is UNSET else body.kind.value,
        text=None if body.text is UNSET else body.text,
    )
