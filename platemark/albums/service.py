"""Albums. Reads return only what the caller may see; editors change it; its owner says who sees it, and deletes it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from platemark.access import Actor, require_owner, require_role
from platemark.albums import list_queries, queries
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
)
from platemark.db.kept_counts.locks import lock_all_of_album, lock_set_runs_of
from platemark.db.kept_counts.reading import count_album_images
from platemark.db.kept_counts.top_labels import list_top_labels
from platemark.db.rows import delete_row, insert_row, update_row
from platemark.db.tables import AlbumRow, AlbumTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.events.service import record
from platemark.ids import new_id, parse_id
from platemark.paging import Page, PageRequest, split_page
from platemark.search.texts import insert_text, refresh_text
from platemark.unchanged import Unchanged

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
    """The albums that the caller may see, in the order of the filter."""
    return Page(*split_page(list_queries.list_albums(work, filters, page, by=by), page.limit))


def insert_album(work: UnitOfWork, new: NewAlbum, *, by: Actor, album_id: UUID | None = None) -> UUID:
    """Create an empty album, owned by the caller, and return its id; an import passes the id that it has chosen."""
    require_role(by, "editor")
    album_id, now = album_id or new_id(), work.now()
    album = {
        "id": album_id,
        "name": new.name,
        "description": new.description,
        "visibility": new.visibility,
        "source": new.source,
        "set_template_id": new.set_template_id,
        "set_template_version": new.set_template_version,
        "set_run_id": new.set_run_id,
        "theme": new.theme,
        "cover_image_id": None,
        "created_by": by.user_id,
        "created_at": now,
        "updated_at": now,
        "version": 1,
    }
    insert_row(work, AlbumRow, album)
    insert_text(work, AlbumTextRow, album_id, new.name)
    record(work, "album.created", album_id, visibility=new.visibility, created_by=by.user_id)
    return album_id


def create_album(work: UnitOfWork, new: NewAlbum, *, by: Actor) -> AlbumDetailView:
    """Create an empty album, owned by the caller."""
    return get_album(work, insert_album(work, new, by=by), by=by)


def get_album(work: UnitOfWork, album_id: UUID, *, by: Actor) -> AlbumDetailView:
    """The album, its set template and its first images, as far as the caller may see them; else NotFound."""
    album = queries.get_album(work, album_id, by=by)
    if album is None:
        raise NotFound("album", album_id)
    images = queries.list_images(work, album_id, PageRequest(FIRST_PAGE_IMAGES), by=by)
    return AlbumDetailView(album.view, _template(album.view, album.template_name), images)


def get_album_by_id_or_name(work: UnitOfWork, id_or_name: str, *, by: Actor) -> AlbumDetailView:
    """The album with this id or exact name; Conflict ``album_ambiguous`` if several have that name."""
    ids = queries.list_ids_by_id_or_name(work, parse_id(id_or_name), id_or_name, by=by)
    if not ids:
        raise NotFound("album", id_or_name)
    if len(ids) > 1:
        raise Conflict("album_ambiguous", f"Several albums are called {id_or_name!r}; use the id instead.")
    return get_album(work, ids[0], by=by)


def list_album_images(work: UnitOfWork, album_id: UUID, page: PageRequest, *, by: Actor) -> Page[AlbumImageView]:
    """The album's images that the caller may see, in order; ``page.after`` is the ``next_after`` of the page before."""
    _require_visible(work, album_id, by)
    return queries.list_images(work, album_id, page, by=by)


def update_album(
    work: UnitOfWork, album_id: UUID, changes: AlbumChanges, *, by: Actor, if_match: str | None = None
) -> AlbumDetailView:
    """Change the fields that are given. Who sees the album only its owner may change (Forbidden ``not_the_owner``)."""
    if changes.visibility is not None:
        lock_set_runs_of(work, album_id)
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
    update_row(work, AlbumRow, album_id, values | {"version": album.version + 1, "updated_at": work.now()})
    if changes.name is not None:
        refresh_text(work, AlbumTextRow, album_id)
    visibility = changes.visibility or album.visibility
    record(work, "album.changed", album_id, visibility=visibility, created_by=album.created_by)
    return get_album(work, album_id, by=by)


def delete_album(work: UnitOfWork, album_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete the album, for its owner; its images stay."""
    lock_all_of_album(work, album_id)
    album = _get_for_update(work, album_id, by, if_match)
    require_owner(by, album.created_by)
    delete_row(work, AlbumRow, album_id)
    record(work, "album.deleted", album_id, visibility=album.visibility, created_by=album.created_by)


def get_album_label_stats(work: UnitOfWork, album_id: UUID, *, by: Actor) -> LabelStats:
    """How completely the album is labelled, and what it lacks for training."""
    require_role(by, "viewer")
    _require_visible(work, album_id, by)
    counts = count_album_images(work, album_id, by=by)
    images, captioned = sum(it.images for it in counts), sum(it.captioned for it in counts)
    top = [LabelCount(*it) for it in list_top_labels(work, album_id, TOP_LABELS, by=by)]
    return LabelStats(images, captioned, sum(it.tagged for it in counts), top, _missing(images, captioned))


def _missing(images: int, captioned: int) -> list[str]:
    reasons = []
    if images < MIN_TRAINING_IMAGES:
        reasons.append(f"The album has {images} images; training needs at least {MIN_TRAINING_IMAGES}.")
    if captioned < images:
        reasons.append(f"{images - captioned} of its {images} images have no caption.")
    return reasons


def _require_visible(work: UnitOfWork, album_id: UUID, by: Actor) -> None:
    if not queries.is_visible(work, album_id, by=by):
        raise NotFound("album", album_id)


def _get_for_update(work: UnitOfWork, album_id: UUID, by: Actor, if_match: str | None) -> queries.LockedAlbum:
    require_role(by, "editor")
    album = queries.lock_album(work, album_id, by=by)
    if album is None:
        raise NotFound("album", album_id)
    require_match(if_match, album.version)
    return album


def _template(album: AlbumView, name: str | None) -> AlbumTemplateView | None:
    """The set template that the album was generated from; None if the caller may not read its theme."""
    if name is None or album.set_template_id is None or album.set_template_version is None or album.theme is None:
        return None
    return AlbumTemplateView(album.set_template_id, name, album.set_template_version, album.theme)
