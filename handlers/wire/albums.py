"""Albums on the wire: from a view to the contract's model, and from a body to what the service wants."""

from __future__ import annotations

from uuid import UUID

from msgspec import UNSET

from generated import models, paths
from platemark.albums.views import (
    KEEP,
    Added,
    AlbumChanges,
    AlbumDetailView,
    AlbumFilter,
    AlbumImageView,
    AlbumTemplateView,
    AlbumView,
    LabelCount,
    LabelStats,
    NewAlbum,
)
from platemark.ids import cursor_for
from platemark.paging import Page


def album(view: AlbumView) -> models.Album:
    """An album in a list."""
    return models.Album(
        id=view.id,
        name=view.name,
        description=view.description,
        visibility=models.Visibility(view.visibility),
        source=models.AlbumSource(view.source),
        set_template_id=view.set_template_id,
        set_template_version=view.set_template_version,
        set_run_id=view.set_run_id,
        theme=view.theme,
        cover_image_id=view.cover_image_id,
        cover_thumbnail_url=_thumbnail_url(view.cover_image_id),
        image_count=view.image_count,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
    )


def album_page(page: Page[AlbumView]) -> models.AlbumPage:
    """A page of albums."""
    return models.AlbumPage(items=[album(view) for view in page.items], next_cursor=_cursor(page.next_after))


def album_detail(view: AlbumDetailView) -> models.AlbumDetail:
    """An album with its set template's facts and its first images."""
    of = view.album
    return models.AlbumDetail(
        id=of.id,
        name=of.name,
        description=of.description,
        visibility=models.Visibility(of.visibility),
        source=models.AlbumSource(of.source),
        set_template_id=of.set_template_id,
        set_template_version=of.set_template_version,
        set_run_id=of.set_run_id,
        theme=of.theme,
        cover_image_id=of.cover_image_id,
        cover_thumbnail_url=_thumbnail_url(of.cover_image_id),
        image_count=of.image_count,
        created_by=of.created_by,
        created_at=of.created_at,
        updated_at=of.updated_at,
        template=None if view.template is None else album_template(view.template),
        images=[album_image(found) for found in view.images.items],
        images_next_cursor=_cursor(view.images.next_after),
    )


def album_template(view: AlbumTemplateView) -> models.AlbumTemplate:
    """The set template that an album was made from."""
    return models.AlbumTemplate(
        set_template_id=view.set_template_id, name=view.name, version=view.version, theme=view.theme
    )


def album_image(view: AlbumImageView) -> models.AlbumImage:
    """An image and its place in an album."""
    of = view.image
    return models.AlbumImage(
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
        position=view.position,
    )


def album_image_page(page: Page[AlbumImageView]) -> models.AlbumImagePage:
    """A page of an album's images."""
    return models.AlbumImagePage(items=[album_image(view) for view in page.items], next_cursor=_cursor(page.next_after))


def added(view: Added) -> models.AlbumImagesChange:
    """What adding images did."""
    return models.AlbumImagesChange(
        added=view.added, already_present=view.already_present, image_count=view.image_count
    )


def label_stats(view: LabelStats) -> models.AlbumLabelStats:
    """How well an album is labelled."""
    return models.AlbumLabelStats(
        image_count=view.image_count,
        captioned_count=view.captioned_count,
        tagged_count=view.tagged_count,
        coverage=view.coverage,
        top_labels=[label_count(found) for found in view.top_labels],
        ready=view.ready,
        reasons=list(view.reasons),
    )


def label_count(view: LabelCount) -> models.LabelCount:
    """A label and how many images have it."""
    return models.LabelCount(text=view.text, kind=models.LabelKind(view.kind), count=view.count)


def album_filter(
    *, visibility: list[models.Visibility] | None, source: list[models.AlbumSource] | None, q: str | None
) -> AlbumFilter:
    """Which albums the caller wants."""
    return AlbumFilter(
        visibility=[one.value for one in visibility or ()], source=[one.value for one in source or ()], q=q
    )


def new_album(body: models.AlbumCreate) -> NewAlbum:
    """The album that the caller wants made."""
    return NewAlbum(name=body.name, description=body.description, visibility=body.visibility.value)


def album_changes(body: models.AlbumUpdate) -> AlbumChanges:
    """What the caller wants changed of an album."""
    return AlbumChanges(
        name=None if body.name is UNSET else body.name,
        description=None if body.description is UNSET else body.description,
        visibility=None if body.visibility is UNSET else body.visibility.value,
        cover_image_id=KEEP if body.cover_image_id is UNSET else body.cover_image_id,
    )


def _cursor(after: UUID | None) -> str | None:
    return None if after is None else cursor_for(after)


def _thumbnail_url(image_id: UUID | None) -> str | None:
    return None if image_id is None else paths.image_thumbnail(image_id)
