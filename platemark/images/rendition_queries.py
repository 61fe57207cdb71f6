"""Reads and writes the renditions of images."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, String, Uuid, and_, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from platemark.db.statements import Statement, first_column
from platemark.db.tables import ImageRow, RenditionRow
from platemark.db.unit_of_work import UnitOfWork

IMAGE_ID, SIDE = bindparam("image_id", type_=Uuid()), bindparam("side", type_=Integer())


class RenditionSource(NamedTuple):
    """The file of an image, and that of its rendition if there is one."""

    digest: str
    rendition_digest: str | None


def get_digest(work: UnitOfWork, image_id: UUID, side: int) -> str | None:
    """The file of a rendition; None if it was not made yet."""
    return DIGEST.first(work, image_id=image_id, side=side)


def get_source(work: UnitOfWork, image_id: UUID, side: int) -> RenditionSource | None:
    """What a rendition is made from; None if there is no such image."""
    return SOURCE.first(work, image_id=image_id, side=side)


def list_digests(work: UnitOfWork, image_ids: Collection[UUID]) -> Sequence[str]:
    """The files of all renditions of the images."""
    return DIGESTS.all(work, image_ids=list(image_ids)) if image_ids else []


def lock_image(work: UnitOfWork, image_id: UUID) -> bool:
    """Whether there is the image; nobody deletes it until the work ends."""
    return LOCKED.first(work, image_id=image_id) is not None


def put_rendition(work: UnitOfWork, image_id: UUID, side: int, digest: str) -> None:
    """Write which file the rendition of an image is, in the place of the one that was written before."""
    PUT[work.dialect].execute(work, image_id=image_id, side=side, digest=digest)


def _put(dialect: Any) -> Statement[Any]:
    digest = bindparam("digest", type_=String())
    insert = dialect.insert(RenditionRow.__table__).values(image_id=IMAGE_ID, side=SIDE, digest=digest)
    put = insert.on_conflict_do_update(index_elements=["image_id", "side"], set_={"digest": insert.excluded.digest})
    return Statement(put, first_column)


OF_IMAGE = and_(RenditionRow.image_id == ImageRow.id, RenditionRow.side == SIDE)
DIGEST = Statement(
    select(RenditionRow.digest).where(RenditionRow.image_id == IMAGE_ID, RenditionRow.side == SIDE), first_column
)
SOURCE = Statement(
    select(ImageRow.digest, RenditionRow.digest).outerjoin(RenditionRow, OF_IMAGE).where(ImageRow.id == IMAGE_ID),
    RenditionSource._make,
)
DIGESTS = Statement(
    select(RenditionRow.digest).where(RenditionRow.image_id.in_(bindparam("image_ids", type_=Uuid(), expanding=True))),
    first_column,
)
LOCKED = Statement(
    select(ImageRow.id).where(ImageRow.id == IMAGE_ID).with_for_update(read=True, key_share=True), first_column
)
PUT = {"sqlite": _put(sqlite), "postgresql": _put(postgresql)}
