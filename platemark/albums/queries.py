"""The selects behind albums. Each reads through an index, so that a page costs the same however much there is."""

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
from platemark.image_visibility import ImageView, image_columns, page_of, shown_albums, shown_by_id, shown_images
from platemark.paging import Page, PageRequest

GREATEST_POSITION = 2**31 - 1
Columns = TypeVarTuple("Columns")


def albums_page(wanted: AlbumFilter, page: PageRequest, by: Actor) -> Select[Any]:
    """AlbumViews, newest first: one more than the page holds. The figures are worked out for those rows alone."""
    found = select(AlbumRow).where(shown_albums(by)).order_by(AlbumRow.id.desc()).limit(page.limit + 1)
    if page.after is not None:
        found = found.where(AlbumRow.id < page.after)
    if wanted.visibility:
        found = found.where(AlbumRow.visibility.in_(wanted.visibility))
    if wanted.source:
        found = found.where(AlbumRow.source.in_(wanted.source))
    if wanted.q:
        found = found.where(AlbumRow.name.icontains(wanted.q, autoescape=True))
    album = aliased(AlbumRow, found.subquery())
    return select(*album_columns(album, by)).order_by(album.id.desc())


def album_with_template(album_id: UUID, by: Actor) -> Select[Any]:
    """One AlbumView, and the name of its set template where the caller may see that."""
    seen = visible_to(by, SetTemplateRow.visibility, SetTemplateRow.created_by)
    return (
        select(*album_columns(AlbumRow, by), SetTemplateRow.name)
        .outerjoin(SetTemplateRow, and_(SetTemplateRow.id == AlbumRow.set_template_id, seen))
        .where(AlbumRow.id == album_id, shown_albums(by))
    )


def album_columns(album: Any, by: Actor) -> list[ColumnElement[Any]]:
    """The columns of an AlbumView, in its order: ``AlbumView(*row)``."""
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
    """``select_`` of memberships narrowed to an album's images that the caller may see."""
    return select_.select_from(AlbumImageRow).where(
        AlbumImageRow.album_id == album_id, shown_by_id(by, AlbumImageRow.image_id)
    )


def _image_count(album_id: Any, by: Actor) -> ColumnElement[int]:
    return _inside(select(func.count()), album_id, by).scalar_subquery()


def _cover(album: Any, by: Actor) -> ColumnElement[UUID | None]:
    """The chosen cover where the caller may see it, else the first image that they may see."""
    images = _inside(select(AlbumImageRow.image_id), album.id, by)
    chosen = images.where(AlbumImageRow.image_id == album.cover_image_id)
    first = images.order_by(AlbumImageRow.position, AlbumImageRow.image_id).limit(1)
    return func.coalesce(chosen.scalar_subquery(), first.scalar_subquery())


def image_count(album_id: UUID, by: Actor) -> Select[int]:
    """How many of the album's images the caller may see."""
    return _inside(select(func.count()), album_id, by)


def images_page(album_id: UUID, page: PageRequest, by: Actor) -> Select[Any]:
    """An album's images and positions in its order: one more than the page holds."""
    members = _inside(select(AlbumImageRow.image_id, AlbumImageRow.position), album_id, by)
    if page.after is not None:
        members = members.where(_beyond(page.after))
    found = members.order_by(AlbumImageRow.position, AlbumImageRow.image_id).limit(page.limit + 1).subquery()
    return (
        select(*image_columns(by), found.c.position)
        .join(found, found.c.image_id == ImageRow.id)
        .order_by(found.c.position, found.c.image_id)
    )


def album_image_page(rows: Sequence[Any], limit: int) -> Page[AlbumImageView]:
    """The rows of ``images_page`` as a page."""
    kept, last = page_of(rows, limit)
    items = [AlbumImageView(ImageView(*row[:-1]), row[-1]) for row in kept]
    return Page(items, None if last is None else mark_of(last.position, last.id))


def mark_of(position: int, image_id: UUID) -> UUID:
    """Where in an album's order a page ended, in the 16 bytes of a cursor.

    It is the position and the front of the image's id, not the id: so it holds when that image is moved or taken out.
    """
    return UUID(bytes=position.to_bytes(4, "big") + image_id.bytes[:12])


def _beyond(mark: UUID) -> ColumnElement[bool]:
    position = min(int.from_bytes(mark.bytes[:4], "big"), GREATEST_POSITION)
    end = UUID(bytes=mark.bytes[4:] + b"\xff\xff\xff\xff")
    here = tuple_(literal(position, Integer()), literal(end, Uuid()))
    return tuple_(AlbumImageRow.position, AlbumImageRow.image_id) > here


def shown_among(image_ids: Sequence[UUID], by: Actor) -> Select[UUID]:
    """Those of ``image_ids`` that the caller may see."""
    return select(ImageRow.id).where(ImageRow.id.in_(image_ids), shown_images(by))


def members_among(album_id: UUID, image_ids: Sequence[UUID], by: Actor) -> Select[UUID]:
    """Those of ``image_ids`` that are in the album and that the caller may see."""
    return _inside(select(AlbumImageRow.image_id), album_id, by).where(AlbumImageRow.image_id.in_(image_ids))


def order(album_id: UUID) -> Select[UUID, int]:
    """All of an album's images and positions in its order, whoever may see them."""
    return (
        select(AlbumImageRow.image_id, AlbumImageRow.position)
        .where(AlbumImageRow.album_id == album_id)
        .order_by(AlbumImageRow.position, AlbumImageRow.image_id)
    )


def label_totals(album_id: UUID, by: Actor) -> Select[int, int, int]:
    """How many images, how many of them with a caption, how many with a tag."""
    return _inside(select(func.count(), _labelled("caption"), _labelled("tag")), album_id, by)


def _labelled(kind: str) -> ColumnElement[int]:
    has = exists().where(LabelRow.image_id == AlbumImageRow.image_id, LabelRow.kind == kind)
    return func.coalesce(func.sum(case((has, 1), else_=0)), 0)


def top_labels(album_id: UUID, by: Actor, limit: int) -> Select[str, str, int]:
    """The labels that most images have: text, kind, how many images; most first."""
    images = func.count(LabelRow.image_id.distinct())
    return (
        _inside(select(LabelRow.text, LabelRow.kind, images), album_id, by)
        .join(LabelRow, LabelRow.image_id == AlbumImageRow.image_id)
        .group_by(LabelRow.text, LabelRow.kind)
        .order_by(images.desc(), LabelRow.kind, LabelRow.text)
        .limit(limit)
    )
