"""Reads and changes images.

Each statement reads through an index, so that the cost of a page does not grow with the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, String, Uuid, bindparam, exists, func, select, update

from platemark.access import Actor, Viewpoint, visible_to
from platemark.db.statements import Statement, first_column
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, LabelRow
from platemark.db.types import Instant
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


class LockedImage(NamedTuple):
    """An image that is locked until the work ends."""

    version: int
    visibility: str
    created_by: UUID | None


class TrashedImage(NamedTuple):
    """An image, in the trash or not, that is locked until the work ends."""

    deleted_at: datetime | None
    created_by: UUID | None


class ImageFiles(NamedTuple):
    """The files of an image."""

    digest: str
    thumbnail_digest: str
    media_type: str
    visibility: str
    width: int
    height: int


class Audience(NamedTuple):
    """Who sees an image, and the job that generated it: the data of its events."""

    visibility: str
    created_by: UUID | None
    job_id: UUID | None


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


def lock_own(work: UnitOfWork, digest: str, owner: UUID) -> OwnImage | None:
    """The owner's first image with this digest; nobody changes or deletes it until the work ends."""
    return OWN_WITH_DIGEST.first(work, digest=digest, owner=owner)


def lock_uploads(work: UnitOfWork, digest: str, owner: UUID) -> None:
    """Of two uploads of the same bytes, have the second wait for the first. SQLite has one writer at a time."""
    if work.dialect == "postgresql":
        LOCK_UPLOADS.execute(work, upload=f"{owner}{digest}")


def is_visible(work: UnitOfWork, image_id: UUID, *, by: Actor) -> bool:
    """Whether there is such an image and the caller may see it."""
    return _visible_image(by.viewpoint).first(work, image_id=image_id, me=by.user_id) is not None


def lock_image(work: UnitOfWork, image_id: UUID, *, by: Actor) -> LockedImage | None:
    """The image, locked until the work ends; None if there is none or the caller may not see it."""
    return _image_for_update(by.viewpoint).first(work, image_id=image_id, me=by.user_id)


def lock_image_in_trash(work: UnitOfWork, image_id: UUID, *, by: Actor) -> TrashedImage | None:
    """The image, locked until the work ends, if the caller may see it, or might if it were not in the trash."""
    return _trashed_for_update(by.viewpoint).first(work, image_id=image_id, me=by.user_id)


def get_files(work: UnitOfWork, image_id: UUID, *, by: Actor) -> ImageFiles | None:
    """The files of an image; None if there is none or the caller may not see it."""
    return _files(by.viewpoint).first(work, image_id=image_id, me=by.user_id)


def change_image(work: UnitOfWork, image_id: UUID, **values: Any) -> Audience:
    """Set columns of an image that exists, and raise its version; who sees it then."""
    new = {f"new_{column}": value for column, value in values.items()}
    return _change(frozenset(values)).one(work, image_id=image_id, now=work.now(), **new)


def get_audience(work: UnitOfWork, image_id: UUID) -> Audience:
    """Who sees an image that exists."""
    return AUDIENCE.one(work, image_id=image_id)


def get_label(work: UnitOfWork, label_id: UUID) -> LabelView:
    """A label that exists."""
    return LABEL.one(work, label_id=label_id)


def lock_label(work: UnitOfWork, label_id: UUID, *, by: Actor) -> LabelView | None:
    """A label, locked until the work ends; None if there is none or the caller may not see its image."""
    return _label_for_update(by.viewpoint).first(work, label_id=label_id, me=by.user_id)


def has_tag(work: UnitOfWork, image_id: UUID, key: bytes, except_id: UUID | None) -> bool:
    """Whether the image has a tag with this ``text_key`` other than ``except_id``."""
    return _same_tag(except_id is not None).one(work, image_id=image_id, key=key, label_id=except_id)


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
    .limit(1)
    .with_for_update(key_share=True),
    OwnImage._make,
)
LOCK_UPLOADS = Statement(
    select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("upload", type_=String()), 0))), first_column
)
AUDIENCE_COLUMNS = (ImageRow.visibility, ImageRow.created_by, ImageRow.job_id)
AUDIENCE = Statement(select(*AUDIENCE_COLUMNS).where(ImageRow.id == IMAGE_ID), Audience._make)
LABEL_ID = bindparam("label_id", type_=Uuid())
LABEL = Statement(select(*label_columns()).where(LabelRow.id == LABEL_ID), LabelView._make)


@cache
def _visible_image(by: Viewpoint) -> Statement[UUID]:
    return Statement(select(ImageRow.id).where(ImageRow.id == IMAGE_ID, visible_images(by)), first_column)


@cache
def _image_for_update(by: Viewpoint) -> Statement[LockedImage]:
    image = select(ImageRow.version, ImageRow.visibility, ImageRow.created_by)
    return Statement(image.where(ImageRow.id == IMAGE_ID, visible_images(by)).with_for_update(), LockedImage._make)


@cache
def _trashed_for_update(by: Viewpoint) -> Statement[TrashedImage]:
    visible = visible_to(by, ImageRow.visibility, ImageRow.created_by)
    image = select(ImageRow.deleted_at, ImageRow.created_by).where(ImageRow.id == IMAGE_ID, visible)
    return Statement(image.with_for_update(), TrashedImage._make)


@cache
def _files(by: Viewpoint) -> Statement[ImageFiles]:
    files = select(*(getattr(ImageRow, name) for name in ImageFiles._fields))
    return Statement(files.where(ImageRow.id == IMAGE_ID, visible_images(by)), ImageFiles._make)


@cache
def _change(columns: frozenset[str]) -> Statement[Audience]:
    values = {name: bindparam(f"new_{name}", type_=getattr(ImageRow, name).type) for name in sorted(columns)}
    changed = {"version": ImageRow.version + 1, "updated_at": bindparam("now", type_=Instant())}
    statement = update(ImageRow).where(ImageRow.id == IMAGE_ID).values(values | changed)
    return Statement(statement.returning(*AUDIENCE_COLUMNS), Audience._make)


@cache
def _label_for_update(by: Viewpoint) -> Statement[LabelView]:
    label = select(*label_columns()).join(ImageRow, ImageRow.id == LabelRow.image_id)
    visible = label.where(LabelRow.id == LABEL_ID, visible_images(by))
    return Statement(visible.with_for_update(of=LabelRow), LabelView._make)


@cache
def _same_tag(excepts_one: bool) -> Statement[bool]:  # noqa: FBT001
    same = [
        LabelRow.image_id == IMAGE_ID,
        LabelRow.kind == "tag",
        LabelRow.text_key == bindparam("key", type_=LabelRow.text_key.type),
    ]
    if excepts_one:
        same.append(LabelRow.id != LABEL_ID)
    return Statement(select(exists().where(*same)), first_column)
