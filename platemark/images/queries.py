"""The selects behind images. Each reads through an index, so that the cost of a page does not grow with the table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select

from platemark.access import Actor
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from platemark.image_visibility import image_columns, readable_prompt, visible_albums, visible_images
from platemark.images.views import ImageFilter, LabelView
from platemark.paging import PageRequest


def images_page(filters: ImageFilter, page: PageRequest, by: Actor) -> Select[Any]:
    """ImageViews, newest first: one more than the page holds."""
    images = select(*image_columns(by)).where(_in_trash_of(by) if filters.trashed else visible_images(by))
    if page.after is not None:
        images = images.where(ImageRow.id < page.after)
    return images.where(*_conditions(filters, by)).order_by(ImageRow.id.desc()).limit(page.limit + 1)


def _in_trash_of(by: Actor) -> ColumnElement[bool]:
    """The condition for images that the caller can restore from the trash: their own, or all for an admin."""
    trashed = ImageRow.deleted_at.is_not(None)
    if by.is_admin:
        return trashed
    return and_(trashed, ImageRow.created_by == by.user_id) if by.user_id is not None else false()


def _conditions(filters: ImageFilter, by: Actor) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.album_id is not None:
        conditions.append(_in_album(filters.album_id, by))
    if filters.label is not None:
        conditions.append(_has_label(filters.label))
    if filters.q:
        title = ImageRow.title.icontains(filters.q, autoescape=True)
        conditions.append(or_(title, readable_prompt(by).icontains(filters.q, autoescape=True)))
    if filters.nsfw is not None:
        conditions.append(ImageRow.nsfw.is_(filters.nsfw))
    if filters.visibility:
        conditions.append(ImageRow.visibility.in_(filters.visibility))
    if filters.source:
        conditions.append(ImageRow.source.in_(filters.source))
    return conditions


def _in_album(album_id: UUID, by: Actor) -> ColumnElement[bool]:
    album_visible = exists().where(AlbumRow.id == album_id, visible_albums(by))
    members = select(AlbumImageRow.image_id).where(AlbumImageRow.album_id == album_id, album_visible)
    return ImageRow.id.in_(members)


def _has_label(text: str) -> ColumnElement[bool]:
    return exists().where(LabelRow.image_id == ImageRow.id, func.lower(LabelRow.text) == func.lower(text))


def image_with_provenance(image_id: UUID, by: Actor) -> Select[Any]:
    """One ImageView, and its provenance as stored."""
    return select(*image_columns(by), ImageRow.provenance).where(ImageRow.id == image_id, visible_images(by))


def newest_labels(image_id: UUID, page: PageRequest) -> Select[Any]:
    """LabelViews of an image, newest first: one more than the page holds."""
    labels = select(*label_columns()).where(LabelRow.image_id == image_id)
    if page.after is not None:
        labels = labels.where(LabelRow.id < page.after)
    return labels.order_by(LabelRow.id.desc()).limit(page.limit + 1)


def label_columns() -> list[ColumnElement[Any]]:
    """The columns of a LabelView, in the order of its fields: ``LabelView(*row)``."""
    return [getattr(LabelRow, name) for name in LabelView.__dataclass_fields__]


def albums_containing(image_id: UUID, by: Actor, limit: int) -> Select[UUID, str]:
    """Id and name of the albums that contain the image and that the caller may see, newest first."""
    return (
        select(AlbumRow.id, AlbumRow.name)
        .join(AlbumImageRow, AlbumImageRow.album_id == AlbumRow.id)
        .where(AlbumImageRow.image_id == image_id, visible_albums(by))
        .order_by(AlbumRow.id.desc())
        .limit(limit)
    )


def own_with_digest(digest: str, owner: UUID) -> Select[UUID, Any]:
    """The owner's first image with this digest: its id, and when it was moved to the trash."""
    return (
        select(ImageRow.id, ImageRow.deleted_at)
        .where(ImageRow.created_by == owner, ImageRow.digest == digest)
        .order_by(ImageRow.id)
        .limit(1)
    )
