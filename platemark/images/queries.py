"""Reads images. Each statement reads through an index, so that the cost of a page does not grow with the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Uuid, bindparam, select

from platemark.access import Actor, Viewpoint
from platemark.db.statements import Statement
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import ImageView, image_columns, visible_albums, visible_images
from platemark.images.views import AlbumName, LabelView
from platemark.paging import PageRequest

IMAGE_ID = bindparam("image_id", type_=Uuid())
AFTER = bindparam("after", type_=Uuid())
LIMIT = bindparam("limit", type_=Integer())


class StoredImage(NamedTuple):
    """An image as the caller may see it, and its provenance as stored."""

    view: ImageView
    provenance: Any


class OwnImage(NamedTuple):
    """An image, and when it was moved to the trash."""

    id: UUID
    deleted_at: datetime | None


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
