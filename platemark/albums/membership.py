"""Which images are in an album, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import bindparam, case, delete, func, insert, select, update

from platemark.access import Actor, require_role
from platemark.albums import queries
from platemark.albums.views import Added
from platemark.db.tables import AlbumImageRow, AlbumRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding, NotFound, Unprocessable
from platemark.events.service import record
from platemark.image_visibility import shown_albums


def append_images(
    work: UnitOfWork, album_id: UUID | None, image_ids: Sequence[UUID], positions: Sequence[int] | None = None
) -> int:
    """Put images that exist in an album, at the end or at the given positions; gives how many were not in it before.

    For what the studio itself does: asks no one's leave. No album, or one that was deleted meanwhile, is no error: the
    images are in no album then. Positions let jobs that finish out of order fill an album in the order of its rows.
    """
    if album_id is None or not _lock(work, album_id):
        return 0
    there = set(
        work.session.scalars(
            select(AlbumImageRow.image_id).where(
                AlbumImageRow.album_id == album_id, AlbumImageRow.image_id.in_(image_ids)
            )
        )
    )
    places = range(first := _next_position(work, album_id), first + len(image_ids)) if positions is None else positions
    now = work.now()
    rows = [
        {"album_id": album_id, "image_id": image_id, "position": position, "added_at": now}
        for image_id, position in zip(image_ids, places, strict=True)
        if image_id not in there
    ]
    if rows:
        work.session.execute(insert(AlbumImageRow), rows)
        _changed(work, album_id)
    return len(rows)


def add(work: UnitOfWork, album_id: UUID, image_ids: Sequence[UUID], *, by: Actor) -> Added:
    """Put images at the album's end in the order given, all or none; those in it already keep their place."""
    _require_album(work, album_id, by)
    shown = set(work.session.scalars(queries.shown_among(image_ids, by)))
    _refuse_missing({f"/image_ids/{at}": id_ for at, id_ in enumerate(image_ids)}, shown)
    added = append_images(work, album_id, image_ids)
    count = work.session.scalars(queries.image_count(album_id, by)).one()
    return Added(added, len(image_ids) - added, count)


def add_one(work: UnitOfWork, album_id: UUID | None, image_id: UUID, *, by: Actor) -> None:
    """Put an image at the album's end unless it is in it already; no album, nothing to do."""
    if album_id is not None:
        add(work, album_id, [image_id], by=by)


def move(
    work: UnitOfWork, album_id: UUID, image_ids: Sequence[UUID], before_image_id: UUID | None, *, by: Actor
) -> None:
    """Put images of the album together, in the order given, before another of its images or, where None, at its end."""
    _require_album(work, album_id, by)
    if before_image_id in image_ids:
        raise Unprocessable("move_before_itself", "Images cannot be moved before one of themselves.")
    wanted = {f"/image_ids/{at}": id_ for at, id_ in enumerate(image_ids)}
    require_members(work, album_id, wanted | ({"/before_image_id": before_image_id} if before_image_id else {}), by)
    places = {row.image_id: row.position for row in work.session.execute(queries.order(album_id))}
    _renumber(work, album_id, places, _moved(list(places), list(image_ids), before_image_id))
    _changed(work, album_id)


def remove(work: UnitOfWork, album_id: UUID, image_id: UUID, *, by: Actor) -> None:
    """Take an image out of the album; the image stays. The cover, where it was that one, is the first image again."""
    _require_album(work, album_id, by)
    require_members(work, album_id, {"": image_id}, by)
    work.session.execute(
        delete(AlbumImageRow).where(AlbumImageRow.album_id == album_id, AlbumImageRow.image_id == image_id)
    )
    cover = case((AlbumRow.cover_image_id == image_id, None), else_=AlbumRow.cover_image_id)
    work.session.execute(update(AlbumRow).where(AlbumRow.id == album_id).values(cover_image_id=cover))
    _changed(work, album_id)


def require_members(work: UnitOfWork, album_id: UUID, wanted: Mapping[str, UUID], by: Actor) -> None:
    """Raise NotFound, naming each pointer of ``wanted`` whose image is not in the album or not the caller's to see."""
    _refuse_missing(wanted, set(work.session.scalars(queries.members_among(album_id, list(wanted.values()), by))))


def _refuse_missing(wanted: Mapping[str, UUID], found: set[UUID]) -> None:
    missing = {pointer: image_id for pointer, image_id in wanted.items() if image_id not in found}
    if missing:
        findings = [
            Finding(pointer, f"There is no image {image_id}.", "image_not_found")
            for pointer, image_id in missing.items()
            if pointer
        ]
        raise NotFound("image", next(iter(missing.values())), findings)


def _moved(order: list[UUID], moving: list[UUID], before: UUID | None) -> list[UUID]:
    """``order`` with ``moving`` taken out and put back together before ``before``, or at the end."""
    taken = set(moving)
    rest = [image_id for image_id in order if image_id not in taken]
    at = len(rest) if before is None else rest.index(before)
    return rest[:at] + moving + rest[at:]


def _renumber(work: UnitOfWork, album_id: UUID, places: Mapping[UUID, int], order: Sequence[UUID]) -> None:
    """Give the images of ``order`` the positions 0, 1, 2 …; only those whose position changes are written."""
    changes = [
        {"the_image": image_id, "the_position": position}
        for position, image_id in enumerate(order)
        if places[image_id] != position
    ]
    if changes:
        table = AlbumImageRow.__table__
        of_image = (table.c.album_id == album_id) & (table.c.image_id == bindparam("the_image"))
        statement = update(AlbumImageRow.__table__).where(of_image).values(position=bindparam("the_position"))  # type: ignore[arg-type]
        work.session.connection().execute(statement, changes)


def _require_album(work: UnitOfWork, album_id: UUID, by: Actor) -> None:
    """Raise unless the caller may change the album; nobody else does until this work ends."""
    require_role(by, "editor")
    found = select(AlbumRow.id).where(AlbumRow.id == album_id, shown_albums(by)).with_for_update()
    if work.session.scalar(found) is None:
        raise NotFound("album", album_id)


def _lock(work: UnitOfWork, album_id: UUID) -> bool:
    return work.session.scalar(select(AlbumRow.id).where(AlbumRow.id == album_id).with_for_update()) is not None


def _next_position(work: UnitOfWork, album_id: UUID) -> int:
    last = work.session.scalar(select(func.max(AlbumImageRow.position)).where(AlbumImageRow.album_id == album_id))
    return 0 if last is None else last + 1


def _changed(work: UnitOfWork, album_id: UUID) -> None:
    changed = update(AlbumRow).where(AlbumRow.id == album_id)
    album = work.session.execute(
        changed.values(version=AlbumRow.version + 1, updated_at=work.now())
        .returning(AlbumRow.visibility, AlbumRow.created_by)
        .execution_options(synchronize_session=False)
    ).one()
    record(work, "album.changed", album_id, visibility=album.visibility, created_by=album.created_by)
