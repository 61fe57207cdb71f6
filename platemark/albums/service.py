"""Albums. Reads return only what the caller may see; editors change it; its owner says who sees it, and deletes it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select, update

from platemark.access import Actor, require_owner, require_role
from platemark.albums import queries
from platemark.albums.membership import (
    add_album_images,
    append_images,
    move_album_images,
    remove_album_image,
    require_members,
)
from platemark.albums.views import (
    AlbumChanges,
    AlbumDetailView,
    AlbumFilter,
    AlbumImageView,
    AlbumTemplateView,
    AlbumView,
    LabelCount,
    LabelStats,
    NewAlbum,
    Unchanged,
)
from platemark.db.tables import AlbumRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.events.service import record
from platemark.ids import new_id, parse_id
from platemark.image_visibility import visible_albums
from platemark.paging import Page, PageRequest, split_page

FIRST_PAGE_IMAGES = 50
MIN_TRAINING_IMAGES = 5
TOP_LABELS = 50

__all__ = [
    "add_album_images",
    "append_images",
    "create_album",
    "delete_album",
    "get_album",
    "get_album_by_id_or_name",
    "get_album_label_stats",
    "insert_album",
    "list_album_images",
    "list_albums",
    "move_album_images",
    "remove_album_image",
    "update_album",
]


def list_albums(work: UnitOfWork, filters: AlbumFilter, page: PageRequest, *, by: Actor) -> Page[AlbumView]:
    """The albums that the caller may see, newest first."""
    rows = work.session.execute(queries.albums_page(filters, page, by)).all()
    rows, next_after = split_page(rows, page.limit)
    return Page([AlbumView(*row) for row in rows], next_after)


def insert_album(work: UnitOfWork, new: NewAlbum, *, by: Actor, album_id: UUID | None = None) -> UUID:
    """Create an empty album, owned by the caller, and return its id; an import passes the id that it has chosen."""
    require_role(by, "editor")
    album_id, now = album_id or new_id(), work.now()
    work.session.execute(
        insert(AlbumRow).values(
            id=album_id,
            name=new.name,
            description=new.description,
            visibility=new.visibility,
            source=new.source,
            set_template_id=new.set_template_id,
            set_template_version=new.set_template_version,
            set_run_id=new.set_run_id,
            theme=new.theme,
            created_by=by.user_id,
            created_at=now,
            updated_at=now,
            version=1,
        )
    )
    record(work, "album.created", album_id, visibility=new.visibility, created_by=by.user_id)
    return album_id


def create_album(work: UnitOfWork, new: NewAlbum, *, by: Actor) -> AlbumDetailView:
    """Create an empty album, owned by the caller."""
    return get_album(work, insert_album(work, new, by=by), by=by)


def get_album(work: UnitOfWork, album_id: UUID, *, by: Actor) -> AlbumDetailView:
    """The album, its set template and its first images, as far as the caller may see them; else NotFound."""
    row = work.session.execute(queries.album_with_template(album_id, by)).one_or_none()
    if row is None:
        raise NotFound("album", album_id)
    album = AlbumView(*row[:-1])
    return AlbumDetailView(
        album, _template(album, row[-1]), _images(work, album_id, PageRequest(FIRST_PAGE_IMAGES), by)
    )


def get_album_by_id_or_name(work: UnitOfWork, id_or_name: str, *, by: Actor) -> AlbumDetailView:
    """The album with this id or exact name; Conflict ``album_ambiguous`` if several have that name."""
    album_id = parse_id(id_or_name)
    matches = AlbumRow.id == album_id if album_id else AlbumRow.name == id_or_name
    ids = work.session.scalars(select(AlbumRow.id).where(matches, visible_albums(by)).limit(2)).all()
    if not ids:
        raise NotFound("album", id_or_name)
    if len(ids) > 1:
        raise Conflict("album_ambiguous", f"Several albums are called {id_or_name!r}; use the id instead.")
    return get_album(work, ids[0], by=by)


def list_album_images(work: UnitOfWork, album_id: UUID, page: PageRequest, *, by: Actor) -> Page[AlbumImageView]:
    """The album's images that the caller may see, in order; ``page.after`` is the ``next_after`` of the page before."""
    _require_visible(work, album_id, by)
    return _images(work, album_id, page, by)


def update_album(
    work: UnitOfWork, album_id: UUID, changes: AlbumChanges, *, by: Actor, if_match: str | None = None
) -> AlbumDetailView:
    """Change the fields that are given. Who sees the album only its owner may change (Forbidden ``not_the_owner``)."""
    album = _get_for_update(work, album_id, by, if_match)
    if changes.visibility not in (None, album.visibility):
        require_owner(by, album.created_by)
    if isinstance(changes.cover_image_id, UUID):
        require_members(work, album_id, {"/cover_image_id": changes.cover_image_id}, by)
    values: dict[str, Any] = {
        name: value for name in ("name", "description", "visibility") if (value := getattr(changes, name)) is not None
    }
    if not isinstance(changes.cover_image_id, Unchanged):
        values["cover_image_id"] = changes.cover_image_id
    statement = update(AlbumRow).where(AlbumRow.id == album_id)
    work.session.execute(statement.values(**values, version=album.version + 1, updated_at=work.now()))
    visibility = changes.visibility or album.visibility
    record(work, "album.changed", album_id, visibility=visibility, created_by=album.created_by)
    return get_album(work, album_id, by=by)


def delete_album(work: UnitOfWork, album_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete the album, for its owner; its images stay."""
    album = _get_for_update(work, album_id, by, if_match)
    require_owner(by, album.created_by)
    work.session.execute(delete(AlbumRow).where(AlbumRow.id == album_id))
    record(work, "album.deleted", album_id, visibility=album.visibility, created_by=album.created_by)


def get_album_label_stats(work: UnitOfWork, album_id: UUID, *, by: Actor) -> LabelStats:
    """How completely the album is labelled, and what it lacks for training."""
    require_role(by, "viewer")
    _require_visible(work, album_id, by)
    images, captioned, tagged = work.session.execute(queries.label_totals(album_id, by)).one()
    top = work.session.execute(queries.top_labels(album_id, by, TOP_LABELS)).all()
    return LabelStats(images, captioned, tagged, [LabelCount(*row) for row in top], _missing(images, captioned))


def _missing(images: int, captioned: int) -> list[str]:
    reasons = []
    if images < MIN_TRAINING_IMAGES:
        reasons.append(f"The album has {images} images; training needs at least {MIN_TRAINING_IMAGES}.")
    if captioned < images:
        reasons.append(f"{images - captioned} of its {images} images have no caption.")
    return reasons


def _require_visible(work: UnitOfWork, album_id: UUID, by: Actor) -> None:
    if work.session.scalar(select(AlbumRow.id).where(AlbumRow.id == album_id, visible_albums(by))) is None:
        raise NotFound("album", album_id)


def _get_for_update(work: UnitOfWork, album_id: UUID, by: Actor, if_match: str | None) -> Row[int, str, UUID | None]:
    """The album's version, visibility and owner, locked until the work ends."""
    require_role(by, "editor")
    album = select(AlbumRow.version, AlbumRow.visibility, AlbumRow.created_by).where(AlbumRow.id == album_id)
    row = work.session.execute(album.where(visible_albums(by)).with_for_update()).one_or_none()
    if row is None:
        raise NotFound("album", album_id)
    require_match(if_match, row.version)
    return row


def _images(work: UnitOfWork, album_id: UUID, page: PageRequest, by: Actor) -> Page[AlbumImageView]:
    rows = work.session.execute(queries.album_images_page(album_id, page, by)).all()
    return queries.to_page(rows, page.limit)


def _template(album: AlbumView, name: str | None) -> AlbumTemplateView | None:
    """The set template that the album was generated from; None if the caller may not read its theme."""
    if name is None or album.set_template_id is None or album.set_template_version is None or album.theme is None:
        return None
    return AlbumTemplateView(album.set_template_id, name, album.set_template_version, album.theme)
