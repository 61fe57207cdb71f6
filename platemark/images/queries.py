"""The selects behind images. Each reads through an index, so that a page costs the same however much there is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select

from platemark.access import Actor
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from platemark.image_visibility import image_columns, readable_prompt, shown_albums, shown_images
from platemark.images.views import ImageFilter, LabelView
from platemark.paging import PageRequest


def images_page(wanted: ImageFilter, page: PageRequest, by: Actor) -> Select[Any]:
    """ImageViews, newest first: one more than the page holds."""
    found = select(*image_columns(by)).where(_in_trash_of(by) if wanted.trashed else shown_images(by))
    if page.after is not None:
        found = found.where(ImageRow.id < page.after)
    return found.where(*_conditions(wanted, by)).order_by(ImageRow.id.desc()).limit(page.limit + 1)


def _in_trash_of(by: Actor) -> ColumnElement[bool]:
    """The images that ``by`` can take back out of the trash: their own, for an admin everyone's."""
    trashed = ImageRow.deleted_at.is_not(None)
    if by.is_admin:
        return trashed
    return and_(trashed, ImageRow.created_by == by.user_id) if by.user_id is not None else false()


def _conditions(wanted: ImageFilter, by: Actor) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.album_id is not None:
        conditions.append(_in_album(wanted.album_id, by))
    if wanted.label is not None:
        conditions.append(_has_label(wanted.label))
    if wanted.q:
        title = ImageRow.title.icontains(wanted.q, autoescape=True)
        conditions.append(or_(title, readable_prompt(by).icontains(wanted.q, autoescape=True)))
    if wanted.nsfw is not None:
        conditions.append(ImageRow.nsfw.is_(wanted.nsfw))
    if wanted.visibility:
        conditions.append(ImageRow.visibility.in_(wanted.visibility))
    if wanted.source:
        conditions.append(ImageRow.source.in_(wanted.source))
    return conditions


def _in_album(album_id: UUID, by: Actor) -> ColumnElement[bool]:
    album_shown = exists().where(AlbumRow.id == album_id, shown_albums(by))
    members = select(AlbumImageRow.image_id).where(AlbumImageRow.album_id == album_id, album_shown)
    return ImageRow.id.in_(members)


def _has_label(text: str) -> ColumnElement[bool]:
    return exists().where(LabelRow.image_id == ImageRow.id, func.lower(LabelRow.text) == func.lower(text))


def image_with_provenance(image_id: UUID, by: Actor) -> Select[Any]:
    """One ImageView, and its provenance as it is stored."""
    return select(*image_columns(by), ImageRow.provenance).where(ImageRow.id == image_id, shown_images(by))


def newest_labels(image_id: UUID, page: PageRequest) -> Select[Any]:
    """LabelViews of an image, newest first: one more than the page holds."""
    found = select(*label_columns()).where(LabelRow.image_id == image_id)
    if page.after is not None:
        found = found.where(LabelRow.id < page.after)
    return found.order_by(LabelRow.id.desc()).limit(page.limit + 1)


def label_columns() -> list[ColumnElement[Any]]:
    """The columns of a LabelView, in its order: ``LabelView(*row)``."""
    return [getattr(LabelRow, name) for name in LabelView.__dataclass_fields__]


def albums_of(image_id: UUID, by: Actor, limit: int) -> Select[UUID, str]:
    """Id and name of the albums that the image is in and that the caller may see, newest first."""
    return (
        select(AlbumRow.id, AlbumRow.name)
        .join(AlbumImageRow, AlbumImageRow.album_id == AlbumRow.id)
        .where(AlbumImageRow.image_id == image_id, shown_albums(by))
        .order_by(AlbumRow.id.desc())
        .limit(limit)
    )


def own_with_digest(digest: str, owner: UUID) -> Select[UUID, Any]:
    """The owner's first image with these bytes: its id, and when it went to the trash."""
    return (
        select(ImageRow.id, ImageRow.deleted_at)
        .where(ImageRow.created_by == owner, ImageRow.digest == digest)
        .order_by(ImageRow.id)
        .limit(1)
    )
