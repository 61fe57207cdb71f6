"""What a transaction locks before the rows that it changes, so that two that count cannot wait for each other.

The triggers lock an image when its labels or albums change, and a set run when one of its jobs does, because they read
them to count. What deletes an image or changes who sees a run has locked it before it gets to labels, albums and jobs.
So whoever locks one of those first locks what it belongs to before. On SQLite, which has one writer, nothing is needed.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, select

from platemark.db.statements import Statement, first_column
from platemark.db.tables import AlbumImageRow, ImageRow, LabelRow, SetRunRow
from platemark.db.unit_of_work import UnitOfWork

ALBUM_ID = bindparam("album_id", type_=Uuid())


def _images(image_ids: Any) -> Select[Any]:
    return select(ImageRow.id).where(ImageRow.id.in_(image_ids)).order_by(ImageRow.id)


MEMBERS = select(AlbumImageRow.image_id).where(AlbumImageRow.album_id == ALBUM_ID)
LABELLED = select(LabelRow.image_id).where(LabelRow.id == bindparam("label_id", type_=Uuid()))
RUNS_OF_ALBUM: Statement[UUID] = Statement(
    select(SetRunRow.id).where(SetRunRow.album_id == ALBUM_ID).order_by(SetRunRow.id).with_for_update(), first_column
)
IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)
IMAGES: Statement[UUID] = Statement(_images(IMAGE_IDS).with_for_update(read=True), first_column)
DELETED_IMAGES: Statement[UUID] = Statement(_images(IMAGE_IDS).with_for_update(), first_column)
IMAGES_OF_ALBUM: Statement[UUID] = Statement(_images(MEMBERS).with_for_update(read=True), first_column)
IMAGE_OF_LABEL: Statement[UUID] = Statement(_images(LABELLED).with_for_update(key_share=True), first_column)


def lock_set_runs_of(work: UnitOfWork, album_id: UUID) -> None:
    """Call it before locking an album to change who sees it: that moves jobs to other counts.

    A job that ends locks its run to be counted, and then the album, to add its images: in this order.
    """
    if work.dialect == "postgresql":
        RUNS_OF_ALBUM.all(work, album_id=album_id)


def lock_all_of_album(work: UnitOfWork, album_id: UUID) -> None:
    """Call it before locking an album to delete it."""
    lock_set_runs_of(work, album_id)
    if work.dialect == "postgresql":
        IMAGES_OF_ALBUM.all(work, album_id=album_id)


def lock_images(work: UnitOfWork, image_ids: Collection[UUID]) -> None:
    """Call it before adding several images to an album, and before removing any."""
    if work.dialect == "postgresql":
        IMAGES.all(work, image_ids=list(image_ids))


def lock_images_to_delete(work: UnitOfWork, image_ids: Collection[UUID]) -> None:
    """Call it before deleting images."""
    if work.dialect == "postgresql":
        DELETED_IMAGES.all(work, image_ids=list(image_ids))


def lock_image_of_label(work: UnitOfWork, label_id: UUID) -> None:
    """Call it before locking a label."""
    if work.dialect == "postgresql":
        IMAGE_OF_LABEL.all(work, label_id=label_id)
