"""What one can do with albums. Reads show only what the caller may see; writes want an editor."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, select, update

from platemark.access import Actor, require_owner, require_role
from platemark.albums import queries
from platemark.albums.membership import add, add_one, append_images, move, remove, require_members
from platemark.albums.views import (
    KEEP,
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
from platemark.db.tables import AlbumRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.events.service import record
from platemark.ids import as_id, new_id
from platemark.image_visibility import FIRST_PAGE, page_of, shown_albums
from platemark.paging import Page, PageRequest

TRAINABLE_IMAGES = 5
TOP_LABELS = 50

__all__ = [
    "add",
    "add_one",
    "append_images",
    "create",
    "delete_album",
    "get",
    "get_by_word",
    "label_stats",
    "list_albums",
    "list_images",
    "make",
    "move",
    "remove",
    "update_album",
]


def list_albums(work: UnitOfWork, wanted: AlbumFilter, page: PageRequest, *, by: Actor) -> Page[AlbumView]:
    """The albums that the caller may see, newest first."""
    rows = work.session.execute(queries.albums_page(wanted, page, by)).all()
    kept, last = page_of(rows, page.limit)
    return Page([AlbumView(*row) for row in kept], None if last is None else last.id)


def make(work: UnitOfWork, new: NewAlbum, *, by: Actor, album_id: UUID | None = None) -> UUID:
    """Make an empty album, owned by the caller; gives its id, which an import has chosen before."""
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


def create(work: UnitOfWork, new: NewAlbum, *, by: Actor) -> AlbumDetailView:
    """Make an empty album, owned by the caller."""
    return get(work, make(work, new, by=by), by=by)


def get(work: UnitOfWork, album_id: UUID, *, by: Actor) -> AlbumDetailView:
    """The album, its set template's facts and its first images, as far as the caller may see them."""
    row = work.session.execute(queries.album_with_template(album_id, by)).one_or_none()
    if row is None:
        raise NotFound("album", album_id)
    album = AlbumView(*row[:-1])
    return AlbumDetailView(album, _template(album, row[-1]), _images(work, album_id, PageRequest(FIRST_PAGE), by))


def get_by_word(work: UnitOfWork, word: str, *, by: Actor) -> AlbumDetailView:
    """The album whose id or whole name ``word`` is; Conflict ``album_ambiguous`` where several have that name."""
    is_it = AlbumRow.id == as_id(word) if as_id(word) else AlbumRow.name == word
    found = work.session.scalars(select(AlbumRow.id).where(is_it, shown_albums(by)).limit(2)).all()
    if not found:
        raise NotFound("album", word)
    if len(found) > 1:
        raise Conflict("album_ambiguous", f"Several albums are called {word!r}; name it by its id.")
    return get(work, found[0], by=by)


def list_images(work: UnitOfWork, album_id: UUID, page: PageRequest, *, by: Actor) -> Page[AlbumImageView]:
    """The album's images that the caller may see, in its order; ``page.after`` is a mark that a page before gave."""
    if work.session.scalar(select(AlbumRow.id).where(AlbumRow.id == album_id, shown_albums(by))) is None:
        raise NotFound("album", album_id)
    return _images(work, album_id, page, by)


def update_album(
    work: UnitOfWork, album_id: UUID, changes: AlbumChanges, *, by: Actor, if_match: str | None = None
) -> AlbumDetailView:
    """Change what is given. Only the owner may make an album private: others could not see what they did."""
    album = _to_change(work, album_id, by, if_match)
    if changes.visibility == "private" and album.visibility != "private":
        require_owner(by, album.created_by)
    if changes.cover_image_id is not KEEP and changes.cover_image_id is not None:
        require_members(work, album_id, {"/cover_image_id": changes.cover_image_id}, by)
    given: dict[str, Any] = {
        name: value for name in ("name", "description", "visibility") if (value := getattr(changes, name)) is not None
    }
    if changes.cover_image_id is not KEEP:
        given["cover_image_id"] = changes.cover_image_id
    changed = update(AlbumRow).where(AlbumRow.id == album_id)
    work.session.execute(changed.values(**given, version=album.version + 1, updated_at=work.now()))
    visibility = changes.visibility or album.visibility
    record(work, "album.changed", album_id, visibility=visibility, created_by=album.created_by)
    return get(work, album_id, by=by)


def delete_album(work: UnitOfWork, album_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete the album; its images stay."""
    album = _to_change(work, album_id, by, if_match)
    work.session.execute(delete(AlbumRow).where(AlbumRow.id == album_id))
    record(work, "album.deleted", album_id, visibility=album.visibility, created_by=album.created_by)


def label_stats(work: UnitOfWork, album_id: UUID, *, by: Actor) -> LabelStats:
    """How well the album is labelled, and what is missing before one could train on it."""
    require_role(by, "viewer")
    if work.session.scalar(select(AlbumRow.id).where(AlbumRow.id == album_id, shown_albums(by))) is None:
        raise NotFound("album", album_id)
    images, captioned, tagged = work.session.execute(queries.label_totals(album_id, by)).one()
    top = work.session.execute(queries.top_labels(album_id, by, TOP_LABELS)).all()
    return LabelStats(images, captioned, tagged, [LabelCount(*row) for row in top], _missing(images, captioned))


def _missing(images: int, captioned: int) -> list[str]:
    reasons = []
    if images < TRAINABLE_IMAGES:
        reasons.append(f"It has {images} images; training wants at least {TRAINABLE_IMAGES}.")
    if captioned < images:
        reasons.append(f"{images - captioned} of its {images} images have no caption.")
    return reasons


def _to_change(work: UnitOfWork, album_id: UUID, by: Actor, if_match: str | None) -> Row[int, str, UUID | None]:
    """The album's owner, visibility and version; nobody else changes it until this work ends."""
    require_role(by, "editor")
    found = select(AlbumRow.version, AlbumRow.visibility, AlbumRow.created_by)
    row = work.session.execute(found.where(AlbumRow.id == album_id, shown_albums(by)).with_for_update()).one_or_none()
    if row is None:
        raise NotFound("album", album_id)
    require_match(if_match, row.version)
    return row


def _images(work: UnitOfWork, album_id: UUID, page: PageRequest, by: Actor) -> Page[AlbumImageView]:
    rows = work.session.execute(queries.images_page(album_id, page, by)).all()
    return queries.album_image_page(rows, page.limit)


def _template(album: AlbumView, name: str | None) -> AlbumTemplateView | None:
    """The facts of the set template; none for those who may not read its theme."""
    if name is None or album.set_template_id is None or album.set_template_version is None or album.theme is None:
        return None
    return AlbumTemplateView(album.set_template_id, name, album.set_template_version, album.theme)
