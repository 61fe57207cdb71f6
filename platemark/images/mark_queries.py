"""Reads and writes what the caller thinks of images, in as many statements for a thousand images as for one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from uuid import UUID

from sqlalchemy import Uuid, bindparam, delete, select

from platemark.access import ME, Actor, Viewpoint
from platemark.db.rows import insert_rows
from platemark.db.statements import Statement, first_column
from platemark.db.tables import ImageMarkRow, ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import visible_images
from platemark.images.views import Mark

IMAGE_IDS = bindparam("image_ids", type_=Uuid(), expanding=True)
OWN = (ImageMarkRow.image_id.in_(IMAGE_IDS), ImageMarkRow.user_id == ME)


def lock_visible(work: UnitOfWork, image_id: UUID, *, by: Actor) -> bool:
    """Whether the caller sees the image; if so, nobody else marks, changes or deletes it until the work ends."""
    return _visible(by.viewpoint).first(work, image_id=image_id, me=by.user_id) is not None


def list_own(work: UnitOfWork, image_ids: Collection[UUID], *, by: Actor) -> Mapping[UUID, Mark]:
    """The caller's marks of those of the images that they have marked."""
    return dict(MARKS.all(work, image_ids=list(image_ids), me=by.user_id)) if image_ids else {}


def replace_own(work: UnitOfWork, marks: Mapping[UUID, Mark], *, by: Actor) -> None:
    """Replace the caller's marks of these images, which are locked; an image without rating and star has no row."""
    if marks:
        DELETE.execute(work, image_ids=list(marks), me=by.user_id)
    rows = ({"image_id": image_id, "user_id": by.user_id} | mark._asdict() for image_id, mark in marks.items())
    insert_rows(work, ImageMarkRow, [row for row in rows if row["rating"] or row["starred"]])


MARKS: Statement[tuple[UUID, Mark]] = Statement(
    select(ImageMarkRow.image_id, ImageMarkRow.rating, ImageMarkRow.starred).where(*OWN),
    lambda row: (row[0], Mark(*row[1:])),
)
DELETE: Statement[UUID] = Statement(delete(ImageMarkRow).where(*OWN), first_column)


@cache
def _visible(by: Viewpoint) -> Statement[UUID]:
    image = select(ImageRow.id).where(ImageRow.id == bindparam("image_id", type_=Uuid()), visible_images(by))
    return Statement(image.with_for_update(key_share=True), first_column)
