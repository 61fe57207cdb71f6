"""Reads and writes the cells of grids, in a few statements whatever their number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, select

from platemark.access import Actor, Viewpoint
from platemark.db.rows import insert_rows
from platemark.db.statements import Statement
from platemark.db.tables import ImageRow, SetRunCellRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import visible_images


class CellPicture(NamedTuple):
    """The newest picture of a cell, and the job that drew it."""

    digest: str
    job_id: UUID
    image_id: UUID


class CellThumbnail(NamedTuple):
    """The digest of the thumbnail of a cell's picture, and the width and height of the picture in pixels."""

    position: int
    digest: str
    width: int
    height: int


def find_pictures(work: UnitOfWork, digests: Collection[str], *, owner: UUID | None) -> dict[str, CellPicture]:
    """The newest picture of each of these cells that belongs to ``owner`` and is not in the trash."""
    if owner is None:
        return {}
    found = PICTURES.all(work, digests=list(digests), owner=owner)
    return {picture.digest: picture for picture in found}


def list_thumbnails(work: UnitOfWork, set_run_id: UUID, *, by: Actor) -> dict[int, CellThumbnail]:
    """The newest picture of each cell that the caller may see and that is not in the trash, by the cell's position."""
    found = _thumbnails(by.viewpoint).all(work, run_id=set_run_id, me=by.user_id)
    return {it.position: it for it in found}


def insert_cells(work: UnitOfWork, set_run_id: UUID, cells: Sequence[tuple[int, str, UUID]]) -> None:
    """Insert the cells of a run: position, digest and the job that draws the cell or has drawn it."""
    rows = [
        {"set_run_id": set_run_id, "position": position, "digest": digest, "job_id": job_id}
        for position, digest, job_id in cells
    ]
    insert_rows(work, SetRunCellRow, rows)


@cache
def _thumbnails(by: Viewpoint) -> Statement[CellThumbnail]:
    thumbnails = (
        select(SetRunCellRow.position, ImageRow.thumbnail_digest, ImageRow.width, ImageRow.height)
        .join(ImageRow, ImageRow.job_id == SetRunCellRow.job_id)
        .where(SetRunCellRow.set_run_id == bindparam("run_id", type_=Uuid()), visible_images(by).is_(True))
    )
    return Statement(thumbnails.order_by(ImageRow.id), CellThumbnail._make)


PICTURES = Statement(
    select(SetRunCellRow.digest, SetRunCellRow.job_id, ImageRow.id)
    .join(ImageRow, ImageRow.job_id == SetRunCellRow.job_id)
    .where(
        SetRunCellRow.digest.in_(bindparam("digests", type_=String(), expanding=True)),
        ImageRow.created_by == bindparam("owner", type_=Uuid()),
        ImageRow.deleted_at.is_(None),
    )
    .order_by(ImageRow.id),
    CellPicture._make,
)
