"""The selects behind albums. Each reads through an index, so that the cost of a page does not grow with the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Uuid,
    and_,
    case,
    exists,
    func,
    literal,
    null,
    select,
    tuple_,
)
from sqlalchemy.orm import aliased

from platemark.access import Actor, visible_to
from platemark.albums.views import AlbumFilter, AlbumImageView, AlbumView
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow, SetTemplateRow
from platemark.image_visibility import ImageView, image_columns, image_is_visible, visible_albums, visible_images
from platemark.paging import Page, PageRequest, split_page

MAX_POSITION = 2**31 - 1
Columns = TypeVarTuple("Columns")


def albums_page(filters: AlbumFilter, page: PageRequest, by: Actor) -> Select[Any]:
    """AlbumViews, newest first: one more than the page holds. Cover and count are computed for those rows alone."""
    albums = select(AlbumRow).where(visible_albums(by)).order_by(AlbumRow.id.desc()).limit(page.limit + 1)
    if page.after is not None:
        albums = albums.where(AlbumRow.id < page.after)
    if filters.visibility:
        albums = albums.where(AlbumRow.visibility.in_(filters.visibility))
    if filters.source:
        albums = albums.where(AlbumRow.source.in_(filters.source))
    if filters.q:
        albums = albums.where(AlbumRow.name.icontains(filters.q, autoescape=True))
    album = aliased(AlbumRow, albums.subquery())
    return select(*album_columns(album, by)).order_by(album.id.desc())


def album_with_template(album_id: UUID, by: Actor) -> Select[Any]:
    """One AlbumView, and the name of its set template if the caller may see that."""
    visible = visible_to(by, SetTemplateRow.visibility, SetTemplateRow.created_by)
    return (
        select(*album_columns(AlbumRow, by), SetTemplateRow.name)
        .outerjoin(SetTemplateRow, and_(SetTemplateRow.id == AlbumRow.set_template_id, visible))
        .where(AlbumRow.id == album_id, visible_albums(by))
    )


def album_columns(album: Any, by: Actor) -> list[ColumnElement[Any]]:
    """The columns of an AlbumView, in the order of its fields: ``AlbumView(*row)``."""
    computed: dict[str, ColumnElement[Any]] = {
        "theme": null() if by.role is None else album.theme,
        "cover_image_id": _cover(album, by),
        "image_count": _image_count(album.id, by),
    }
    return [
        computed[name].label(name) if name in computed else getattr(album, name)
        for name in AlbumView.__dataclass_fields__
    ]


def _inside(select_: Select[*Columns], album_id: Any, by: Actor) -> Select[*Columns]:
    """``select_`` restricted to an album's images that the caller may see."""
    return select_.select_from(AlbumImageRow).where(
        AlbumImageRow.album_id == album_id, image_is_visible(by, AlbumImageRow.image_id)
    )


def _image_count(album_id: Any, by: Actor) -> ColumnElement[int]:
    return _inside(select(func.count()), album_id, by).scalar_subquery()


def _cover(album: Any, by: Actor) -> ColumnElement[UUID | None]:
    """The chosen cover if the caller may see it, else the first image that they may see."""
    images = _inside(select(AlbumImageRow.image_id), album.id, by)
    chosen = images.where(AlbumImageRow.image_id == album.cover_image_id)
    first = images.order_by(AlbumImageRow.position, AlbumImageRow.image_id).limit(1)
    return func.coalesce(chosen.scalar_subquery(), first.scalar_subquery())


def image_count(album_id: UUID, by: Actor) -> Select[int]:
    """How many of the album's images the caller may see."""
    return _inside(select(func.count()), album_id, by)


def album_images_page(album_id: UUID, page: PageRequest, by: Actor) -> Select[Any]:
    """An album's images and their positions, in order: one more than the page holds."""
    members = _inside(select(AlbumImageRow.image_id, AlbumImageRow.position), album_id, by)
    if page.after is not None:
        members = members.where(_after(page.after))
    member = members.order_by(AlbumImageRow.position, AlbumImageRow.image_id).limit(page.limit + 1).subquery()
    return (
        select(*image_columns(by), member.c.position)
        .join(member, member.c.image_id == ImageRow.id)
        .order_by(member.c.position, member.c.image_id)
    )


def to_page(rows: Sequence[Any], limit: int) -> Page[AlbumImageView]:
    """The rows of ``album_images_page`` as a page."""
    rows, next_after = split_page(rows, limit)
    items = [AlbumImageView(ImageView(*row[:-1]), row[-1]) for row in rows]
    return Page(items, None if next_after is None else encode_position(rows[-1].position, rows[-1].id))


def encode_position(position: int, image_id: UUID) -> UUID:
    """The place in an album's order at which a page ended, in the 16 bytes of a cursor.

    It holds the position and the first 12 bytes of the image's id, so it stays valid if that image is moved or removed.
    """
    return UUID(bytes=position.to_bytes(4, "big") + image_id.bytes[:12])


def _after(place: UUID) -> ColumnElement[bool]:
    """The condition for images after ``place``, which ``encode_position`` returned."""
    position = min(int.from_bytes(place.bytes[:4], "big"), MAX_POSITION)
    last_id = UUID(bytes=place.bytes[4:] + b"\xff\xff\xff\xff")
    end = tuple_(literal(position, Integer()), literal(last_id, Uuid()))
    return tuple_(AlbumImageRow.position, AlbumImageRow.image_id) > end


def visible_among(image_ids: Sequence[UUID], by: Actor) -> Select[UUID]:
    """Those of ``image_ids`` that the caller may see."""
    return select(ImageRow.id).where(ImageRow.id.in_(image_ids), visible_images(by))


def members_among(album_id: UUID, image_ids: Sequence[UUID], by: Actor) -> Select[UUID]:
    """Those of ``image_ids`` that are in the album and that the caller may see."""
    return _inside(select(AlbumImageRow.image_id), album_id, by).where(AlbumImageRow.image_id.in_(image_ids))


def album_order(album_id: UUID) -> Select[UUID, int]:
    """All images of an album and their positions, in order, whoever may see them."""
    return (
        select(AlbumImageRow.image_id, AlbumImageRow.position)
        .where(AlbumImageRow.album_id == album_id)
        .order_by(AlbumImageRow.position, AlbumImageRow.image_id)
    )


def label_totals(album_id: UUID, by: Actor) -> Select[int, int, int]:
    """The number of images, of those with a caption, and of those with a tag."""
    return _inside(select(func.count(), _count_with("caption"), _count_with("tag")), album_id, by)


def _count_with(kind: str) -> ColumnElement[int]:
    has = exists().where(LabelRow.image_id == AlbumImageRow.image_id, LabelRow.kind == kind)
    return func.coalesce(func.sum(case((has, 1), else_=0)), 0)


def top_labels(album_id: UUID, by: Actor, limit: int) -> Select[str, str, int]:
    """The labels that most images have: text, kind, number of images; most first."""
    images = func.count(LabelRow.image_id.distinct())
    return (
        _inside(select(LabelRow.text, LabelRow.kind, images), album_id, by)
        .join(LabelRow, LabelRow.image_id == AlbumImageRow.image_id)
        .group_by(LabelRow.text, LabelRow.kind)
        .order_by(images.desc(), LabelRow.kind, LabelRow.text)
        .limit(limit)
    )
