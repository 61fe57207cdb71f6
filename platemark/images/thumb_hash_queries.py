"""Finds images without a ThumbHash, and writes those that are computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast
from uuid import UUID

from sqlalchemy import Integer, String, Table, Uuid, bindparam, select, update

from platemark.db.statements import Statement, first_column
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork


class UnhashedImage(NamedTuple):
    """An image without a ThumbHash, and its thumbnail."""

    id: UUID
    thumbnail_digest: str


def list_unhashed(work: UnitOfWork, limit: int) -> Sequence[UnhashedImage]:
    """The oldest images without a ThumbHash."""
    return UNHASHED.all(work, limit=limit)


def set_hashes(work: UnitOfWork, hashes: Mapping[UUID, str]) -> None:
    """Write the ThumbHashes of images, of which there is at least one, if they still have none."""
    SET_HASH.execute_many(work, [{"image_id": id_, "new_hash": new} for id_, new in sorted(hashes.items())])


UNHASHED = Statement(
    select(ImageRow.id, ImageRow.thumbnail_digest)
    .where(ImageRow.thumb_hash.is_(None))
    .order_by(ImageRow.id)
    .limit(bindparam("limit", type_=Integer())),
    UnhashedImage._make,
)
SET_HASH = Statement(
    update(cast("Table", ImageRow.__table__))
    .where(ImageRow.id == bindparam("image_id", type_=Uuid()), ImageRow.thumb_hash.is_(None))
    .values(thumb_hash=bindparam("new_hash", type_=String())),
    first_column,
)
