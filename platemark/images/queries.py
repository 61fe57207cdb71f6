"""Reads images. Each statement reads through an index, so that the cost of a page does not grow with the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, String, Uuid, and_, bindparam, exists, false, func, or_, select

from platemark.access import Actor, Viewpoint
from platemark.db.statements import MAX_SHAPES, Statement, contains, contains_pattern
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import ImageView, image_columns, readable_prompt, visible_albums, visible_images
from platemark.images.views import AlbumName, ImageFilter, LabelView
from platemark.paging import PageRequest

IMAGE_ID = bindparam("image_id", type_=Uuid())
AFTER = bindparam("after", type_=Uuid())
LIMIT = bindparam("limit", type_=Integer())


class ImageShape(NamedTuple):
    """What the statement of a list of images depends on: which filters there are, and the values of those with few."""

    album: bool
    label: bool
    q: bool
    nsfw: bool | None
    visibility: frozenset[str]
    source: frozenset[str]
    trashed: bool


class StoredImage(NamedTuple):
    """An image as the caller may see it, and its provenance as stored."""

    view: ImageView
    provenance: Any


class OwnImage(NamedTuple):
    """An image, and when it was moved to the trash."""

    id: UUID
    deleted_at: datetime | None


def list_images(work: UnitOfWork, filters: ImageFilter, page: PageRequest, *, by: Actor) -> Sequence[ImageView]:
    """Matching images, newest first: one more than the page holds."""
    statement = _images_page(_shape(filters), by.viewpoint, page.after is not None)
    return statement.all(
        work,
        me=by.user_id,
        after=page.after,
        limit=page.limit + 1,
        album_id=filters.album_id,
        label=filters.label,
        q_pattern=contains_pattern(filters.q or ""),
    )


def get_image(work: UnitOfWork, image_id: UUID, *, by: Actor) -> StoredImage | None:
    """An image; None if there is none or the caller may not see it."""
    return _image(by.viewpoint).first(work, image_id=image_id, me=by.user_id)


def list_labels(work: UnitOfWork, image_id: UUID, page: PageRequest) -> Sequence[LabelView]:
    """The labels of an image, newest first: one more than the page holds."""
    statement = _labels_page(page.after is not None)
    return statement.all(work, image_id=image_id, after=page.after, limit=page.limit + 1)


def list_albums(work: UnitOfWork, image_id: UUID, limit: int, *, by: Actor) -> Sequence[AlbumName]:
    """The albums that contain the image and that the caller may see, newest first."""
    return _albums_of_image(by.viewpoint).all(work, image_id=image_id, me=by.user_id, limit=limit)


def find_own(work: UnitOfWork, digest: str, owner: UUID) -> OwnImage | None:
    """The owner's first image with this digest."""
    return OWN_WITH_DIGEST.first(work, digest=digest, owner=owner)


def label_columns() -> list[ColumnElement[Any]]:
    """The columns of a LabelView, in the order of its fields."""
    return [getattr(LabelRow, name) for name in LabelView._fields]


def _shape(filters: ImageFilter) -> ImageShape:
    return ImageShape(
        album=filters.album_id is not None,
        label=filters.label is not None,
        q=bool(filters.q),
        nsfw=filters.nsfw,
        visibility=frozenset(filters.visibility),
        source=frozenset(filters.source),
        trashed=filters.trashed,
    )


@lru_cache(MAX_SHAPES)
def _images_page(shape: ImageShape, by: Viewpoint, follows: bool) -> Statement[ImageView]:  # noqa: FBT001
    images = select(*image_columns(by)).where(_in_trash_of(by) if shape.trashed else visible_images(by))
    if follows:
        images = images.where(ImageRow.id < AFTER)
    return Statement(images.where(*_conditions(shape, by)).order_by(ImageRow.id.desc()).limit(LIMIT), ImageView._make)


def _in_trash_of(by: Viewpoint) -> ColumnElement[bool]:
    """The condition for images that the caller can restore from the trash: their own, or all for an admin."""
    trashed = ImageRow.deleted_at.is_not(None)
    if by.is_admin:
        return trashed
    return and_(trashed, ImageRow.created_by == by.user_id) if by.user_id is not None else false()


def _conditions(shape: ImageShape, by: Viewpoint) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if shape.album:
        conditions.append(_in_album(by))
    if shape.label:
        conditions.append(_has_label())
    if shape.q:
        conditions.append(or_(contains(ImageRow.title.expression), contains(readable_prompt(by))))
    if shape.nsfw is not None:
        conditions.append(ImageRow.nsfw.is_(shape.nsfw))
    if shape.visibility:
        conditions.append(ImageRow.visibility.in_(sorted(shape.visibility)))
    if shape.source:
        conditions.append(ImageRow.source.in_(sorted(shape.source)))
    return conditions


def _in_album(by: Viewpoint) -> ColumnElement[bool]:
    album_id = bindparam("album_id", type_=Uuid())
    album_visible = exists().where(AlbumRow.id == album_id, visible_albums(by))
    members = select(AlbumImageRow.image_id).where(AlbumImageRow.album_id == album_id, album_visible)
    return ImageRow.id.in_(members)


def _has_label() -> ColumnElement[bool]:
    label = func.lower(bindparam("label", type_=String()))
    return exists().where(LabelRow.image_id == ImageRow.id, func.lower(LabelRow.text) == label)


@cache
def _image(by: Viewpoint) -> Statement[StoredImage]:
    image = select(*image_columns(by), ImageRow.provenance).where(ImageRow.id == IMAGE_ID, visible_images(by))
    return Statement(image, lambda row: StoredImage(ImageView._make(row[:-1]), row[-1]))


@cache
def _labels_page(follows: bool) -> Statement[LabelView]:  # noqa: FBT001
    labels = select(*label_columns()).where(LabelRow.image_id == IMAGE_ID)
    if follows:
        labels = labels.where(LabelRow.id < AFTER)
    return Statement(labels.order_by(LabelRow.id.desc()).limit(LIMIT), LabelView._make)


@cache
def _albums_of_image(by: Viewpoint) -> Statement[AlbumName]:
    albums = (
        select(AlbumRow.id, AlbumRow.name)
        .join(AlbumImageRow, AlbumImageRow.album_id == AlbumRow.id)
        .where(AlbumImageRow.image_id == IMAGE_ID, visible_albums(by))
        .order_by(AlbumRow.id.desc())
        .limit(LIMIT)
    )
    return Statement(albums, AlbumName._make)


OWN_WITH_DIGEST = Statement(
    select(ImageRow.id, ImageRow.deleted_at)
    .where(ImageRow.created_by == bindparam("owner", type_=Uuid()), ImageRow.digest == bindparam("digest"))
    .order_by(ImageRow.id)
    .limit(1),
    OwnImage._make,
)
