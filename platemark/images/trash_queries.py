"""Reads and deletes the images of the trash. Each statement looks at no more images than it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, ScalarSelect, Uuid, bindparam, delete, exists, or_, select
from sqlalchemy.orm import aliased

from platemark.db.statements import Statement, first_column
from platemark.db.tables import ImageRow, JobRow, TrainingImageRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.images.views import KeptImage

UNFINISHED = ("queued", "running")
IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)
LIMIT, AMONG = bindparam("limit", type_=Integer()), bindparam("among", type_=Integer())
IN_TRASH = ImageRow.deleted_at.is_not(None)
OLD = (IN_TRASH, ImageRow.deleted_at <= bindparam("before", type_=Instant()))
OLDEST_FIRST = (ImageRow.deleted_at, ImageRow.id)


class TrashedImage(NamedTuple):
    """An image of the trash, with its files."""

    id: UUID
    created_by: UUID | None
    deleted_at: datetime
    size_bytes: int
    digest: str
    thumbnail_digest: str


def list_purgeable(work: UnitOfWork, before: datetime, limit: int) -> Sequence[TrashedImage]:
    """The images that have been in the trash since ``before`` or longer and that nothing names, oldest first."""
    return PURGEABLE.all(work, before=before, limit=limit)


def list_kept(work: UnitOfWork, before: datetime, *, among: int, limit: int) -> Sequence[KeptImage]:
    """Of the ``among`` images that have been in the trash longest, those that something names, oldest first."""
    return KEPT.all(work, before=before, among=among, limit=limit)


def lock_trashed(work: UnitOfWork, image_ids: Collection[UUID]) -> Sequence[TrashedImage]:
    """Those of the images that are in the trash now. None of them is restored or named any more until the work ends."""
    return LOCKED.all(work, image_ids=list(image_ids)) if image_ids else []


def list_in_use(work: UnitOfWork, image_ids: Collection[UUID]) -> Sequence[KeptImage]:
    """Those of the images that something names; ask once they are locked."""
    return IN_USE.all(work, image_ids=list(image_ids)) if image_ids else []


def delete_images(work: UnitOfWork, image_ids: Collection[UUID]) -> None:
    """Delete images that are locked, with their labels and their places in albums."""
    if image_ids:
        DELETE.execute(work, image_ids=list(image_ids))


def _training_run() -> ScalarSelect[UUID]:
    """A training run that names the image in its dataset; asked image by image, so that no plan reads all runs."""
    runs = select(TrainingImageRow.training_run_id).where(TrainingImageRow.image_id == ImageRow.id)
    return runs.limit(1).correlate(ImageRow).scalar_subquery()


def _set_run() -> ScalarSelect[UUID | None]:
    """The set run that the image comes from, while jobs of it are queued or running."""
    job, other = aliased(JobRow), aliased(JobRow)
    unfinished = exists().where(other.set_run_id == job.set_run_id, other.state.in_(UNFINISHED))
    runs = select(job.set_run_id).where(job.id == ImageRow.job_id, job.set_run_id.is_not(None), unfinished)
    return runs.limit(1).correlate(ImageRow).scalar_subquery()


def _kept(row: Sequence[Any]) -> KeptImage:
    image_id, deleted_at, training_run_id, set_run_id = row
    if training_run_id is not None:
        return KeptImage(image_id, deleted_at, "training_run", training_run_id)
    return KeptImage(image_id, deleted_at, "set_run", set_run_id)


IMAGES = select(*(getattr(ImageRow, name) for name in TrashedImage._fields))
NAMED = or_(_training_run().is_not(None), _set_run().is_not(None))
KEPT_IMAGES = select(ImageRow.id, ImageRow.deleted_at, _training_run(), _set_run()).where(NAMED)
OLDEST = select(ImageRow.id).where(*OLD).order_by(*OLDEST_FIRST).limit(AMONG)

UNNAMED = (_training_run().is_(None), _set_run().is_(None))
PURGEABLE = Statement(IMAGES.where(*OLD, *UNNAMED).order_by(*OLDEST_FIRST).limit(LIMIT), TrashedImage._make)
KEPT = Statement(KEPT_IMAGES.where(ImageRow.id.in_(OLDEST)).order_by(*OLDEST_FIRST).limit(LIMIT), _kept)
LOCKED = Statement(
    IMAGES.where(ImageRow.id.in_(IMAGE_IDS), IN_TRASH).order_by(ImageRow.id).with_for_update(), TrashedImage._make
)
IN_USE = Statement(KEPT_IMAGES.where(ImageRow.id.in_(IMAGE_IDS)), _kept)
DELETE = Statement(delete(ImageRow).where(ImageRow.id.in_(IMAGE_IDS)), first_column)
