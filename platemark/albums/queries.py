"""Reads albums. Each statement reads through an index, so that the cost of a page does not grow with the table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVarTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    Uuid,
    and_,
    bindparam,
    func,
    null,
    select,
    tuple_,
)

from platemark.access import Actor, Caller, Viewpoint, visible_to
from platemark.albums.views import AlbumImageView, AlbumView, CoverView
from platemark.db.kept_counts.reading import album_image_count
from platemark.db.statements import Statement, first_column
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, SetTemplateRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import ImageView, image_columns, image_is_visible, visible_albums, visible_images
from platemark.paging import Page, PageRequest

MAX_POSITION = 2**31 - 1
ALBUM_ID = bindparam("album_id", type_=Uuid())
LIMIT = bindparam("limit", type_=Integer())
IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)
ALBUM_FIELDS = AlbumView._fields[:-1]
Columns = TypeVarTuple("Columns")


class StoredAlbum(NamedTuple):
    """An album as the caller may see it, and the name of its set template if they may see that."""

    view: AlbumView
    template_name: str | None


class LockedAlbum(NamedTuple):
    """An album that is locked until the work ends."""

    version: int
    visibility: str
    created_by: UUID | None


class PlacedImage(NamedTuple):
    """The place of an image in an album."""

    image_id: UUID
    position: int


def get_album(work: UnitOfWork, album_id: UUID, *, by: Actor) -> StoredAlbum | None:
    """An album; None if there is none or the caller may not see it."""
    album = _album(by.viewpoint).first(work, album_id=album_id, me=by.user_id)
    if album is None:
        return None
    (view,) = with_covers(work, [album.view])
    return album._replace(view=view)


def with_covers(work: UnitOfWork, albums: Sequence[AlbumView]) -> list[AlbumView]:
    """The albums with what a page needs to know of their covers: one look-up for all of them."""
    cover_ids = [album.cover_image_id for album in albums if album.cover_image_id is not None]
    found = COVERS.all(work, image_ids=cover_ids) if cover_ids else []
    covers: dict[UUID | None, CoverView] = {cover.image_id: cover for cover in found}
    return [album._replace(cover=covers.get(album.cover_image_id)) for album in albums]


def is_visible(work: UnitOfWork, album_id: UUID, *, by: Actor) -> bool:
    """Whether there is such an album and the caller may see it."""
    return _visible_album(by.viewpoint).first(work, album_id=album_id, me=by.user_id) is not None


def lock_album(work: UnitOfWork, album_id: UUID, *, by: Actor) -> LockedAlbum | None:
    """The album, locked until the work ends; None if there is none or the caller may not see it."""
    return _visible_album_for_update(by.viewpoint).first(work, album_id=album_id, me=by.user_id)


def list_ids_by_id_or_name(work: UnitOfWork, id_: UUID | None, name: str, *, by: Actor) -> Sequence[UUID]:
    """Two of the albums that the caller may see and that have this id, or this exact name if there is no id."""
    return _ids_by_id_or_name(by.viewpoint, id_ is not None).all(work, album_id=id_, name=name, me=by.user_id)


def list_images(work: UnitOfWork, album_id: UUID, page: PageRequest, *, by: Actor) -> Page[AlbumImageView]:
    """A page of the album's images, in order. ``page.after`` is the ``next_after`` of the page before."""
    position, last_id = (None, None) if page.after is None else _decode_position(page.after)
    rows = _album_images_page(by.viewpoint, page.after is not None).all(
        work, album_id=album_id, me=by.user_id, limit=page.limit + 1, position=position, last_id=last_id
    )
    if len(rows) <= page.limit:
        return Page(rows, None)
    last = rows[page.limit - 1]
    return Page(rows[: page.limit], encode_position(last.position, last.image.id))


def encode_position(position: int, image_id: UUID) -> UUID:
    """The place in an album's order at which a page ended, in the 16 bytes of a cursor.

    It holds the position and the first 12 bytes of the image's id, so it stays valid if that image is moved or removed.
    """
    return UUID(bytes=position.to_bytes(4, "big") + image_id.bytes[:12])


def list_visible(work: UnitOfWork, image_ids: Sequence[UUID], *, by: Actor) -> set[UUID]:
    """Those of ``image_ids`` that the caller may see."""
    return set(_visible_among(by.viewpoint).all(work, image_ids=list(image_ids), me=by.user_id))


def list_members(work: UnitOfWork, album_id: UUID, image_ids: Sequence[UUID], *, by: Actor) -> set[UUID]:
    """Those of ``image_ids`` that are in the album and that the caller may see."""
    members = _members_among(by.viewpoint)
    return set(members.all(work, album_id=album_id, image_ids=list(image_ids), me=by.user_id))


def list_order(work: UnitOfWork, album_id: UUID) -> Sequence[PlacedImage]:
    """All images of an album and their positions, in order, whoever may see them."""
    return ALBUM_ORDER.all(work, album_id=album_id)


@cache
def _album(by: Viewpoint) -> Statement[StoredAlbum]:
    template_visible = visible_to(by, SetTemplateRow.visibility, SetTemplateRow.created_by)
    album = (
        select(*album_columns(AlbumRow, by), SetTemplateRow.name)
        .outerjoin(SetTemplateRow, and_(SetTemplateRow.id == AlbumRow.set_template_id, template_visible))
        .where(AlbumRow.id == ALBUM_ID, visible_albums(by))
    )
    return Statement(album, lambda row: StoredAlbum(AlbumView(*row[:-1]), row[-1]))


@cache
def _visible_album(by: Viewpoint) -> Statement[UUID]:
    return Statement(select(AlbumRow.id).where(AlbumRow.id == ALBUM_ID, visible_albums(by)), first_column)


@cache
def _visible_album_for_update(by: Viewpoint) -> Statement[LockedAlbum]:
    album = select(AlbumRow.version, AlbumRow.visibility, AlbumRow.created_by)
    return Statement(album.where(AlbumRow.id == ALBUM_ID, visible_albums(by)).with_for_update(), LockedAlbum._make)


@cache
def _ids_by_id_or_name(by: Viewpoint, by_id: bool) -> Statement[UUID]:  # noqa: FBT001
    matches = AlbumRow.id == ALBUM_ID if by_id else AlbumRow.name == bindparam("name", type_=String())
    return Statement(select(AlbumRow.id).where(matches, visible_albums(by)).limit(2), first_column)


def album_columns(album: Any, by: Viewpoint) -> list[ColumnElement[Any]]:
    """The columns of an AlbumView, in the order of its fields; ``with_covers`` adds the last one."""
    computed: dict[str, ColumnElement[Any]] = {
        "theme": null() if by.role is None else album.theme,
        "cover_image_id": _cover(album, by),
        "image_count": album_image_count(album.id, by),
    }
    return [computed[name].label(name) if name in computed else getattr(album, name) for name in ALBUM_FIELDS]


def _cover(album: Any, by: Viewpoint) -> ColumnElement[UUID | None]:
    """The chosen cover if the caller may see it, else the first image that they may see."""
    images = _inside(select(AlbumImageRow.image_id), album.id, by)
    chosen = images.where(AlbumImageRow.image_id == album.cover_image_id)
    first = images.order_by(AlbumImageRow.position, AlbumImageRow.image_id).limit(1)
    return func.coalesce(chosen.scalar_subquery(), first.scalar_subquery())


def _inside(select_: Select[*Columns], album_id: Any, by: Caller) -> Select[*Columns]:
    """``select_`` restricted to an album's images that the caller may see."""
    return select_.select_from(AlbumImageRow).where(
        AlbumImageRow.album_id == album_id, image_is_visible(by, AlbumImageRow.image_id)
    )


@cache
def _album_images_page(by: Viewpoint, follows: bool) -> Statement[AlbumImageView]:  # noqa: FBT001
    members = _inside(select(AlbumImageRow.image_id, AlbumImageRow.position), ALBUM_ID, by)
    if follows:
        place = tuple_(bindparam("position", type_=Integer()), bindparam("last_id", type_=Uuid()))
        members = members.where(tuple_(AlbumImageRow.position, AlbumImageRow.image_id) > place)
    member = members.order_by(AlbumImageRow.position, AlbumImageRow.image_id).limit(LIMIT).subquery()
    images = (
        select(*image_columns(by), member.c.position)
        .join(member, member.c.image_id == ImageRow.id)
        .order_by(member.c.position, member.c.image_id)
    )
    return Statement(images, lambda row: AlbumImageView(ImageView._make(row[:-1]), row[-1]))


def _decode_position(place: UUID) -> tuple[int, UUID]:
    """The last position and the greatest id that are not after ``place``, which ``encode_position`` returned."""
    position = min(int.from_bytes(place.bytes[:4], "big"), MAX_POSITION)
    return position, UUID(bytes=place.bytes[4:] + b"\xff\xff\xff\xff")


@cache
def _visible_among(by: Viewpoint) -> Statement[UUID]:
    return Statement(select(ImageRow.id).where(ImageRow.id.in_(IMAGE_IDS), visible_images(by)), first_column)


@cache
def _members_among(by: Viewpoint) -> Statement[UUID]:
    members = _inside(select(AlbumImageRow.image_id), ALBUM_ID, by).where(AlbumImageRow.image_id.in_(IMAGE_IDS))
    return Statement(members, first_column)


COVERS = Statement(
    select(ImageRow.id, ImageRow.width, ImageRow.height, ImageRow.thumb_hash).where(ImageRow.id.in_(IMAGE_IDS)),
    CoverView._make,
)
ALBUM_ORDER = Statement(
    select(AlbumImageRow.image_id, AlbumImageRow.position)
    .where(AlbumImageRow.album_id == ALBUM_ID)
    .order_by(AlbumImageRow.position, AlbumImageRow.image_id),
    PlacedImage._make,
)
