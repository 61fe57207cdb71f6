"""Reads and changes many images, in as many statements for a thousand as for one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import LargeBinary, String, Uuid, bindparam, delete, or_, select, update

from platemark.access import Actor, Viewpoint, visible_to
from platemark.db.statements import Statement, first_column
from platemark.db.tables import ImageRow, LabelRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork

IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)
KEYS = bindparam("keys", type_=LargeBinary(), expanding=True)


class ChangeableImage(NamedTuple):
    """An image that is locked until the work ends, as far as it decides what changes, and who hears of it."""

    id: UUID
    visibility: str
    nsfw: bool
    created_by: UUID | None
    deleted_at: datetime | None
    job_id: UUID | None


class StoredLabel(NamedTuple):
    """The label of an image, by kind and folded text."""

    image_id: UUID
    kind: str
    key: bytes


def lock_images(work: UnitOfWork, image_ids: Collection[UUID], *, by: Actor) -> Sequence[ChangeableImage]:
    """Those of the images that the caller sees, or could restore from the trash, locked in the order of their ids."""
    return _locked(by.viewpoint).all(work, image_ids=list(image_ids), me=by.user_id) if image_ids else []


def change_images(work: UnitOfWork, image_ids: Collection[UUID], **values: Any) -> None:
    """Set columns of images that are locked, and raise their versions."""
    if image_ids:
        new = {f"new_{column}": value for column, value in values.items()}
        _change(frozenset(values)).execute(work, image_ids=list(image_ids), now=work.now(), **new)


def list_labels(work: UnitOfWork, image_ids: Collection[UUID], keys: Collection[bytes]) -> Sequence[StoredLabel]:
    """The labels of the images with one of these ``text_key``s."""
    return LABELS.all(work, image_ids=list(image_ids), keys=list(keys)) if image_ids and keys else []


def delete_labels(work: UnitOfWork, image_ids: Collection[UUID], kind: str, keys: Collection[bytes]) -> None:
    """Delete the labels of this kind with one of these ``text_key``s from images that are locked."""
    if image_ids and keys:
        DELETE_LABELS.execute(work, image_ids=list(image_ids), kind=kind, keys=list(keys))


@cache
def _locked(by: Viewpoint) -> Statement[ChangeableImage]:
    images = select(*(getattr(ImageRow, name) for name in ChangeableImage._fields))
    seen = [ImageRow.id.in_(IMAGE_IDS), visible_to(by, ImageRow.visibility, ImageRow.created_by)]
    if not by.is_admin:
        seen.append(or_(ImageRow.deleted_at.is_(None), ImageRow.created_by == by.user_id))
    return Statement(images.where(*seen).order_by(ImageRow.id).with_for_update(), ChangeableImage._make)


@cache
def _change(columns: frozenset[str]) -> Statement[Any]:
    values = {name: bindparam(f"new_{name}", type_=getattr(ImageRow, name).type) for name in sorted(columns)}
    changed = {"version": ImageRow.version + 1, "updated_at": bindparam("now", type_=Instant())}
    return Statement(update(ImageRow).where(ImageRow.id.in_(IMAGE_IDS)).values(values | changed), first_column)


LABELS = Statement(
    select(LabelRow.image_id, LabelRow.kind, LabelRow.text_key).where(
        LabelRow.image_id.in_(IMAGE_IDS), LabelRow.text_key.in_(KEYS)
    ),
    StoredLabel._make,
)
DELETE_LABELS: Statement[Any] = Statement(
    delete(LabelRow).where(
        LabelRow.image_id.in_(IMAGE_IDS),
        LabelRow.kind == bindparam("kind", type_=String()),
        LabelRow.text_key.in_(KEYS),
    ),
    first_column,
)
