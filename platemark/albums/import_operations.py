"""What only imports do with albums: insert, fill and remove them in bulk. Checks no permissions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, delete, func, insert, select, update

from platemark.db.kept_counts.locks import lock_all_of_album, lock_images
from platemark.db.tables import AlbumImageRow, AlbumRow, AlbumTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.search.texts import insert_text

ALBUM_IMAGES = cast("Table", AlbumImageRow.__table__)
"""The table, not the class: bulk inserts are faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedAlbum:
    """An empty album to insert."""

    id: UUID
    name: str
    description: str
    visibility: str
    created_by: UUID | None
    created_at: datetime
    theme: str | None = None


def insert_album(work: UnitOfWork, album: ImportedAlbum) -> None:
    """Insert an album with its own id and time."""
    work.session.execute(
        insert(AlbumRow).values(
            id=album.id,
            name=album.name,
            description=album.description,
            visibility=album.visibility,
            source="import",
            theme=album.theme,
            created_by=album.created_by,
            created_at=album.created_at,
            updated_at=work.now(),
            version=1,
        )
    )
    insert_text(work, AlbumTextRow, album.id, album.name)
    record(work, "album.created", album.id, visibility=album.visibility, created_by=album.created_by)


def link_to_set(
    work: UnitOfWork, album_id: UUID, set_template_id: UUID, version: int, theme: str, set_run_id: UUID | None
) -> bool:
    """Note which version of a set template an album shows, with which theme, and the run that filled it, if any.

    False if it shows one already, or is gone. Its version stays: nothing else of it changed.
    """
    values = {
        "set_template_id": set_template_id, "set_template_version": version, "theme": theme, "set_run_id": set_run_id,
    }  # fmt: skip
    return _update(work, album_id, AlbumRow.set_template_id.is_(None), **values)


def unlink_from_run(work: UnitOfWork, album_id: UUID, set_run_id: UUID) -> None:
    """Take back ``link_to_set`` of a run."""
    _update(
        work, album_id, AlbumRow.set_run_id == set_run_id,
        set_template_id=None, set_template_version=None, theme=None, set_run_id=None,
    )  # fmt: skip


def _update(work: UnitOfWork, album_id: UUID, *where: Any, **values: Any) -> bool:
    statement = update(AlbumRow).where(AlbumRow.id == album_id, *where).values(**values).returning(AlbumRow.id)
    return bool(work.session.scalars(statement.execution_options(synchronize_session=False)).all())


def append_images(work: UnitOfWork, album_id: UUID, image_ids: Sequence[UUID]) -> tuple[int | None, set[UUID]]:
    """Append images to an album; its new version (None if it is gone), and which images were not in it before.

    The version rises by one for each image, so it does not depend on how the images are batched.
    """
    locked = select(AlbumRow.version).where(AlbumRow.id == album_id).with_for_update()
    version = work.session.scalar(locked)
    if version is None:
        return None, set()
    lock_images(work, image_ids)
    members = select(AlbumImageRow.image_id).where(
        AlbumImageRow.album_id == album_id, AlbumImageRow.image_id.in_(image_ids)
    )
    present = set(work.session.scalars(members))
    to_add = [image_id for image_id in dict.fromkeys(image_ids) if image_id not in present]
    if not to_add:
        return version, set()
    highest = work.session.scalar(
        select(func.max(AlbumImageRow.position)).where(AlbumImageRow.album_id == album_id)
    )  # fmt: skip
    first, now = 0 if highest is None else highest + 1, work.now()
    rows = [
        {"album_id": album_id, "image_id": image_id, "position": position, "added_at": now}
        for position, image_id in enumerate(to_add, first)
    ]
    work.session.execute(insert(ALBUM_IMAGES), rows)
    _raise_version(work, album_id, len(to_add))
    return version + len(to_add), set(to_add)


def album_versions(work: UnitOfWork, album_ids: Collection[UUID]) -> dict[UUID, int]:
    """The versions of albums by id; an album that is gone is left out."""
    query = select(AlbumRow.id, AlbumRow.version).where(AlbumRow.id.in_(album_ids))
    return {row.id: row.version for row in work.session.execute(query)}


def albums_by_image(work: UnitOfWork, image_ids: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """The albums that each image is in; an image without albums is left out."""
    by_image: dict[UUID, set[UUID]] = {}
    query = select(AlbumImageRow.image_id, AlbumImageRow.album_id).where(AlbumImageRow.image_id.in_(image_ids))
    for row in work.session.execute(query):
        by_image.setdefault(row.image_id, set()).add(row.album_id)
    return by_image


def remove_images(work: UnitOfWork, album_id: UUID, image_ids: Collection[UUID], *, keep_version: bool) -> None:
    """Remove images from an album; images that are not in it are ignored, and so is an album that is gone.

    Use ``keep_version`` for an album that is deleted next: ``delete_album`` then still notices changes by others.
    """
    lock_images(work, image_ids)
    members = delete(AlbumImageRow).where(AlbumImageRow.album_id == album_id, AlbumImageRow.image_id.in_(image_ids))
    removed = work.session.execute(members.returning(AlbumImageRow.image_id)).all()
    if removed and not keep_version:
        _raise_version(work, album_id, 1)


def delete_album(work: UnitOfWork, album_id: UUID, version: int) -> bool:
    """Delete the album if it still has ``version``; its images stay. Whether it was deleted."""
    lock_all_of_album(work, album_id)
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


def _raise_version(work: UnitOfWork, album_id: UUID, step: int) -> None:
    album = work.session.execute(
        update(AlbumRow)
        .where(AlbumRow.id == album_id)
        .values(version=AlbumRow.version + step, updated_at=work.now())
        .returning(AlbumRow.visibility, AlbumRow.created_by)
        .execution_options(synchronize_session=False)
    ).one()
    record(work, "album.changed", album_id, visibility=album.visibility, created_by=album.created_by)
