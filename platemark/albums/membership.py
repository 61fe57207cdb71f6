"""Which images an album contains, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Integer, Uuid, bindparam, case, delete, func, select, update

from platemark.access import Actor, require_role
from platemark.albums import queries
from platemark.albums.views import AddedImages
from platemark.db.kept_counts.locks import lock_images
from platemark.db.kept_counts.reading import count_album_images
from platemark.db.rows import insert_rows
from platemark.db.statements import Statement, first_column
from platemark.db.tables import AlbumImageRow, AlbumRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding, NotFound, Unprocessable
from platemark.events.service import record

THE_ALBUM, THE_IMAGE = bindparam("the_album", type_=Uuid()), bindparam("the_image", type_=Uuid())
IN_ALBUM = AlbumImageRow.album_id == THE_ALBUM


class Audience(NamedTuple):
    """Who sees an album."""

    visibility: str
    created_by: UUID | None


LOCK: Statement[UUID] = Statement(select(AlbumRow.id).where(AlbumRow.id == THE_ALBUM).with_for_update(), first_column)
PRESENT: Statement[UUID] = Statement(
    select(AlbumImageRow.image_id).where(
        IN_ALBUM, AlbumImageRow.image_id.in_(bindparam("the_images", type_=Uuid(), expanding=True))
    ),
    first_column,
)
LAST_POSITION: Statement[int | None] = Statement(select(func.max(AlbumImageRow.position)).where(IN_ALBUM), first_column)
SET_POSITION = Statement(
    update(AlbumImageRow)
    .where(IN_ALBUM, AlbumImageRow.image_id == THE_IMAGE)
    .values(position=bindparam("the_position", type_=Integer())),
    first_column,
)
REMOVE = Statement(delete(AlbumImageRow).where(IN_ALBUM, AlbumImageRow.image_id == THE_IMAGE), first_column)
REMOVE_COVER = Statement(
    update(AlbumRow)
    .where(AlbumRow.id == THE_ALBUM)
    .values(cover_image_id=case((AlbumRow.cover_image_id == THE_IMAGE, None), else_=AlbumRow.cover_image_id)),
    first_column,
)
THE_IMAGES = bindparam("the_images", type_=Uuid(), expanding=True)
REMOVE_MANY = Statement(delete(AlbumImageRow).where(IN_ALBUM, AlbumImageRow.image_id.in_(THE_IMAGES)), first_column)
REMOVE_COVER_OF = Statement(
    update(AlbumRow)
    .where(AlbumRow.id == THE_ALBUM, AlbumRow.cover_image_id.in_(THE_IMAGES))
    .values(cover_image_id=None),
    first_column,
)
CHANGE = Statement(
    update(AlbumRow)
    .where(AlbumRow.id == THE_ALBUM)
    .values(version=AlbumRow.version + 1, updated_at=bindparam("now", type_=Instant()))
    .returning(AlbumRow.visibility, AlbumRow.created_by),
    Audience._make,
)


def append_images(
    work: UnitOfWork, album_id: UUID | None, image_ids: Sequence[UUID], positions: Sequence[int] | None = None
) -> int:
    """Add images that exist to an album, at the end or at the given positions; returns how many were not in it before.

    For the studio's own use: it checks no permission. If ``album_id`` is None or the album has been deleted, it does
    nothing. Positions let jobs that finish out of order fill an album in the order of its rows.
    """
    if album_id is None or not _lock(work, album_id):
        return 0
    if len(image_ids) > 1:
        lock_images(work, image_ids)
    present = set(PRESENT.all(work, the_album=album_id, the_images=list(image_ids)))
    if positions is None:
        first = _next_position(work, album_id)
        positions = range(first, first + len(image_ids))
    now = work.now()
    rows = [
        {"album_id": album_id, "image_id": image_id, "position": position, "added_at": now}
        for image_id, position in zip(image_ids, positions, strict=True)
        if image_id not in present
    ]
    if rows:
        insert_rows(work, AlbumImageRow, rows)
        _record_change(work, album_id)
    return len(rows)


def add_album_images(work: UnitOfWork, album_id: UUID, image_ids: Sequence[UUID], *, by: Actor) -> AddedImages:
    """Add images at the end of the album in the given order, all or none; those already in it keep their position."""
    _require_album(work, album_id, by)
    _require_all(_pointers(image_ids), queries.list_visible(work, image_ids, by=by))
    added = append_images(work, album_id, image_ids)
    image_count = sum(it.images for it in count_album_images(work, album_id, by=by))
    return AddedImages(added, len(image_ids) - added, image_count)


def move_album_images(
    work: UnitOfWork, album_id: UUID, image_ids: Sequence[UUID], before_image_id: UUID | None, *, by: Actor
) -> None:
    """Put images of the album together, in the given order, before another of its images, or at its end if None."""
    _require_album(work, album_id, by)
    if before_image_id in image_ids:
        raise Unprocessable("move_before_itself", "Images cannot be moved before one of themselves.")
    before = {"/before_image_id": before_image_id} if before_image_id else {}
    positions = {place.image_id: place.position for place in queries.list_order(work, album_id)}
    require_members(work, album_id, _pointers(image_ids) | before, by)  # afterwards: images may be deleted meanwhile
    _renumber(work, album_id, positions, _moved(list(positions), list(image_ids), before_image_id))
    _record_change(work, album_id)


def remove_album_image(work: UnitOfWork, album_id: UUID, image_id: UUID, *, by: Actor) -> None:
    """Remove an image from the album; the image itself stays. If it was the cover, the first image becomes it."""
    _require_album(work, album_id, by)
    lock_images(work, [image_id])
    require_members(work, album_id, {"": image_id}, by)
    REMOVE.execute(work, the_album=album_id, the_image=image_id)
    REMOVE_COVER.execute(work, the_album=album_id, the_image=image_id)
    _record_change(work, album_id)


def lock_albums(work: UnitOfWork, album_ids: Collection[UUID | None], *, by: Actor) -> None:
    """Lock albums until the work ends, always in the same order; NotFound for one that the caller may not see."""
    for album_id in sorted(album_id for album_id in album_ids if album_id is not None):
        _require_album(work, album_id, by)


def list_present(work: UnitOfWork, album_id: UUID | None, image_ids: Sequence[UUID]) -> list[UUID]:
    """Those of the images that are in the album, in the given order; none if ``album_id`` is None."""
    if album_id is None or not image_ids:
        return []
    present = set(PRESENT.all(work, the_album=album_id, the_images=list(image_ids)))
    return [image_id for image_id in image_ids if image_id in present]


def remove_images(work: UnitOfWork, album_id: UUID | None, image_ids: Sequence[UUID]) -> None:
    """Remove images from an album that is locked, like ``remove_album_image`` each, with one event."""
    if album_id is None or not image_ids:
        return
    lock_images(work, image_ids)
    REMOVE_MANY.execute(work, the_album=album_id, the_images=list(image_ids))
    REMOVE_COVER_OF.execute(work, the_album=album_id, the_images=list(image_ids))
    _record_change(work, album_id)


def require_members(work: UnitOfWork, album_id: UUID, image_ids: Mapping[str, UUID], by: Actor) -> None:
    """Raise NotFound for images that are not in the album or that the caller may not see.

    ``image_ids`` maps JSON pointers to ids; each pointer with a missing image gets a finding.
    """
    _require_all(image_ids, queries.list_members(work, album_id, list(image_ids.values()), by=by))


def _pointers(image_ids: Sequence[UUID]) -> dict[str, UUID]:
    return {f"/image_ids/{index}": image_id for index, image_id in enumerate(image_ids)}


def _require_all(image_ids: Mapping[str, UUID], present: set[UUID]) -> None:
    missing = {pointer: image_id for pointer, image_id in image_ids.items() if image_id not in present}
    if missing:
        findings = [
            Finding(pointer, f"There is no image {image_id}.", "image_not_found")
            for pointer, image_id in missing.items()
            if pointer
        ]
        raise NotFound("image", next(iter(missing.values())), findings)


def _moved(order: list[UUID], moving: list[UUID], before: UUID | None) -> list[UUID]:
    """``order`` with ``moving`` taken out and put back together before ``before``, or at the end if it is None."""
    taken = set(moving)
    rest = [image_id for image_id in order if image_id not in taken]
    at = len(rest) if before is None else rest.index(before)
    return rest[:at] + moving + rest[at:]


def _renumber(work: UnitOfWork, album_id: UUID, positions: Mapping[UUID, int], order: Sequence[UUID]) -> None:
    """Give the images of ``order`` the positions 0, 1, 2 …; only changed positions are written."""
    changes = [
        {"the_album": album_id, "the_image": image_id, "the_position": position}
        for position, image_id in enumerate(order)
        if positions[image_id] != position
    ]
    if changes:
        SET_POSITION.execute_many(work, changes)


def _require_album(work: UnitOfWork, album_id: UUID, by: Actor) -> None:
    """Raise unless the caller may change the album; lock it until the work ends."""
    require_role(by, "editor")
    if queries.lock_album(work, album_id, by=by) is None:
        raise NotFound("album", album_id)


def _lock(work: UnitOfWork, album_id: UUID) -> bool:
    return LOCK.first(work, the_album=album_id) is not None


def _next_position(work: UnitOfWork, album_id: UUID) -> int:
    last = LAST_POSITION.one(work, the_album=album_id)
    return 0 if last is None else last + 1


def _record_change(work: UnitOfWork, album_id: UUID) -> None:
    audience = CHANGE.one(work, the_album=album_id, now=work.now())
    record(work, "album.changed", album_id, **audience._asdict())
