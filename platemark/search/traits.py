"""The traits that lists find images by: who writes a provenance or a size writes the traits, too, at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, delete, select

from platemark.db.rows import insert_rows
from platemark.db.statements import Statement, first_column
from platemark.db.tables import ImageRow, ImageTraitRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.traits import traits_of

IMAGE_ID = bindparam("image_id", type_=Uuid())
TRAIT_COLUMNS = (ImageRow.provenance, ImageRow.created_by, ImageRow.width, ImageRow.height)
"""The columns of an image that its traits come from, as ``traits_of`` takes them."""

DELETE: Statement[UUID] = Statement(delete(ImageTraitRow).where(ImageTraitRow.image_id == IMAGE_ID), first_column)
IMAGE: Statement[Sequence[Any]] = Statement(select(*TRAIT_COLUMNS).where(ImageRow.id == IMAGE_ID), tuple)


def insert_image_traits(work: UnitOfWork, images: Sequence[Mapping[str, Any]]) -> None:
    """Insert the traits of new images, by the columns of their rows."""
    names = [column.key for column in TRAIT_COLUMNS]
    rows = [row for it in images for row in trait_rows(it["id"], *(it[name] for name in names))]
    insert_rows(work, ImageTraitRow, rows)


def refresh_image_traits(work: UnitOfWork, image_id: UUID) -> None:
    """Write the traits of an image, which is locked, after its provenance has changed."""
    DELETE.execute(work, image_id=image_id)
    image = IMAGE.first(work, image_id=image_id)
    insert_rows(work, ImageTraitRow, [] if image is None else trait_rows(image_id, *image))


def trait_rows(image_id: UUID, *image: Any) -> list[dict[str, Any]]:
    """The rows of the traits of an image, by the values of ``TRAIT_COLUMNS``."""
    return [{"image_id": image_id, "trait": trait} for trait in sorted(traits_of(*image))]
