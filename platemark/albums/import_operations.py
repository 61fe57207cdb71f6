"""Albums that an import makes and fills, and taking them back. For what the studio itself does: asks no one's leave."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import Table, delete, func, insert, select, update

from platemark.db.tables import AlbumImageRow, AlbumRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record

MEMBERS = cast("Table", AlbumImageRow.__table__)
"""A table, not a class: rows by the thousand go in faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedAlbum:
    """An empty album to make."""

    id: UUID
    name: str
    description: str
    visibility: str
    created_by: UUID | None
    created_at: datetime


def insert_imported(work: UnitOfWork, album: ImportedAlbum) -> None:
    """Make an album with the id and the time given."""
    work.session.execute(
        insert(AlbumRow).values(
            id=album.id,
            name=album.name,
            description=album.description,
            visibility=album.visibility,
            source="import",
            created_by=album.created_by,
            created_at=album.created_at,
            updated_at=work.now(),
            version=1,
        )
    )
    record(work, "album.created", album.id, visibility=album.visibility, created_by=album.created_by)


def fill(work: UnitOfWork, album_id: UUID, image_ids: Sequence[UUID]) -> tuple[int | None, set[UUID]]:
    """Put images at the album's end; its version then (None where it is gone), and which were not in it before.

    The version rises by one for each image, so that it does not depend on how many come at a time.
    """
    last = select(AlbumRow.version).where(AlbumRow.id == album_id).with_for_update()
    version = work.session.scalar(last)
    if version is None:
        return None, set()
    members = select(AlbumImageRow.image_id).where(
        AlbumImageRow.album_id == album_id, AlbumImageRow.image_id.in_(image_ids)
    )
    there = set(work.session.scalars(members))
    fresh = [image_id for image_id in dict.fromkeys(image_ids) if image_id not in there]
    if not fresh:
        return version, set()
    highest = work.session.scalar(
        select(func.max(AlbumImageRow.position)).where(AlbumImageRow.album_id == album_id)
    )  # fmt: skip
    first, now = 0 if highest is None else highest + 1, work.now()
    rows = [
        {"album_id": album_id, "image_id": image_id, "position": position, "added_at": now}
        for position, image_id in enumerate(fresh, first)
    ]
    work.session.execute(insert(MEMBERS), rows)
    _changed(work, album_id, len(fresh))
    return version + len(fresh), set(fresh)


def versions(work: UnitOfWork, album_ids: Collection[UUID]) -> dict[UUID, int]:
    """The versions of albums; one that is gone is not among them."""
    found = select(AlbumRow.id, AlbumRow.version).where(AlbumRow.id.in_(album_ids))
    return {row.id: row.version for row in work.session.execute(found)}


def albums_of(work: UnitOfWork, image_ids: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """The albums that each image is in; one that is in none is not among them."""
    found: dict[UUID, set[UUID]] = {}
    rows = select(AlbumImageRow.image_id, AlbumImageRow.album_id).where(AlbumImageRow.image_id.in_(image_ids))
    for row in work.session.execute(rows):
        found.setdefault(row.image_id, set()).add(row.album_id)
    return found


def take_out(work: UnitOfWork, album_id: UUID, image_ids: Collection[UUID], *, doomed: bool) -> None:
    """Take images out of an album; those that are not in it, and an album that is gone, are no error.

    One that is ``doomed``, to be erased next, keeps its version: so what others change meanwhile is still seen.
    """
    members = delete(AlbumImageRow).where(AlbumImageRow.album_id == album_id, AlbumImageRow.image_id.in_(image_ids))
    taken = work.session.execute(members.returning(AlbumImageRow.image_id)).all()
    if taken and not doomed:
        _changed(work, album_id, 1)


def erase(work: UnitOfWork, album_id: UUID, version: int) -> bool:
    """Delete the album if it still has ``version``; its images stay. Whether it was deleted."""
    row = work.session.execute(
        delete(AlbumRow)
        .where(AlbumRow.id == album_id, AlbumRow.version == version)
        .returning(AlbumRow.visibility, AlbumRow.created_by)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if row is None:
        return False
    record(work, "album.deleted", album_id, visibility=row.visibility, created_by=row.created_by)
    return True


def _changed(work: UnitOfWork, album_id: UUID, by: int) -> None:
    album = work.session.execute(
        update(AlbumRow)
        .where(AlbumRow.id == album_id)
        .values(version=AlbumRow.version + by, updated_at=work.now())
        .returning(AlbumRow.visibility, AlbumRow.created_by)
        .execution_options(synchronize_session=False)
    ).one()
    record(work, "album.changed", album_id, visibility=album.visibility, created_by=album.created_by)
