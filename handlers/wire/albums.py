"""Albums on the wire: views become models of the contract, request bodies become what the service takes."""

from __future__ import annotations

from uuid import UUID

from generated import models, paths
from handlers.wire.common import by_value, enum_value_or, enum_values, next_cursor, value_or
from handlers.wire.images import VISIBILITIES, image
from platemark.albums.views import (
    AddedImages,
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
from platemark.paging import Page
from platemark.stored_rows import read_all
from platemark.unchanged import UNCHANGED

SOURCES = by_value(models.AlbumSource)


def album(view: AlbumView) -> models.Album:
    """An album in a list."""
    return models.Album(
        id=view.id,
        name=view.name,
        description=view.description,
        visibility=VISIBILITIES[view.visibility],
        source=SOURCES[view.source],
        set_template_id=view.set_template_id,
        set_template_version=view.set_template_version,
        set_run_id=view.set_run_id,
        theme=view.theme,
        cover_image_id=view.cover_image_id,
        cover_thumbnail_url=_thumbnail_url(view.cover_image_id),
        cover_width=None if view.cover is None else view.cover.width,
        cover_height=None if view.cover is None else view.cover.height,
        cover_thumb_hash=None if view.cover is None else view.cover.thumb_hash or None,
        image_count=view.image_count,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
    )


def album_page(page: Page[AlbumView]) -> models.AlbumPage:
    """A page of albums."""
    return models.AlbumPage(items=read_all(album, page.items), next_cursor=next_cursor(page))


def album_detail(view: AlbumDetailView) -> models.AlbumDetail:
    """An album with the set template that it was made from and its first images."""
    return models.AlbumDetail.from_album(
        album(view.album),
        template=None if view.template is None else album_template(view.template),
        images=[album_image(image_view) for image_view in view.images.items],
        images_next_cursor=next_cursor(view.images),
    )


def album_template(view: AlbumTemplateView) -> models.AlbumTemplate:
    """The set template that an album was made from."""
    return models.AlbumTemplate(
        set_template_id=view.set_template_id, name=view.name, version=view.version, theme=view.theme
    )


def album_image(view: AlbumImageView) -> models.AlbumImage:
    """An image and its place in an album."""
    return models.AlbumImage.from_image(image(view.image), position=view.position)


def album_image_page(page: Page[AlbumImageView]) -> models.AlbumImagePage:
    """A page of an album's images."""
    return models.AlbumImagePage(items=read_all(album_image, page.items), next_cursor=next_cursor(page))


def album_images_change(view: AddedImages) -> models.AlbumImagesChange:
    """How many images were added, and how many were in the album already."""
    return models.AlbumImagesChange(
        added=view.added, already_present=view.already_present, image_count=view.image_count
    )


def label_stats(view: LabelStats) -> models.AlbumLabelStats:
    """How completely the images of an album are labelled."""
    return models.AlbumLabelStats(
        image_count=view.image_count,
        captioned_count=view.captioned_count,
        tagged_count=view.tagged_count,
        coverage=view.coverage,
        top_labels=[label_count(count) for count in view.top_labels],
        ready=view.ready,
        reasons=list(view.reasons),
    )


def label_count(view: LabelCount) -> models.LabelCount:
    """A label and how many images have it."""
    return models.LabelCount(text=view.text, kind=models.LabelKind(view.kind), count=view.image_count)


def album_filter(
    *,
    visibility: list[models.Visibility] | None,
    source: list[models.AlbumSource] | None,
    q: str | None,
    sort: models.Sort,
) -> AlbumFilter:
    """The filter of a list of albums."""
    oldest_first = sort is models.Sort.oldest
    return AlbumFilter(visibility=enum_values(visibility), source=enum_values(source), q=q, oldest_first=oldest_first)


def new_album(body: models.AlbumCreate) -> NewAlbum:
    """The album to create."""
    return NewAlbum(name=body.name, description=body.description, visibility=body.visibility.value)


def album_changes(body: models.AlbumUpdate) -> AlbumChanges:
    """The changes of an album; fields that are absent stay as they are."""
    return AlbumChanges(
        name=value_or(body.name, None),
        description=value_or(body.description, None),
        visibility=enum_value_or(body.visibility, None),
        cover_image_id=value_or(body.cover_image_id, UNCHANGED),
    )


def _thumbnail_url(image_id: UUID | None) -> str | None:
    return None if image_id is None else paths.image_thumbnail(image_id)
