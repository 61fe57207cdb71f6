"""Images. Reads return only what the caller may see; editors change it; its owner says who sees it, and trashes it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from platemark.access import Actor, may_read_prompt, require_owner, require_role
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound, NotMadeYet
from platemark.etags import require_match
from platemark.events.service import record
from platemark.image_visibility import ImageView
from platemark.images import list_queries, queries, rendition_queries, renditions
from platemark.images.ingest import insert_generated, insert_upload, store_picture, store_upload
from platemark.images.labels import create_label, delete_label, list_labels, update_label
from platemark.images.pictures import THUMBNAIL_SIDE
from platemark.images.provenance import readable_provenance
from platemark.images.views import FileView, ImageChanges, ImageDetailView, ImageFilter, MediaType
from platemark.paging import Page, PageRequest, split_page
from platemark.search.texts import refresh_image_text
from platemark.storage.blobs import BlobStore
from platemark.studio import Studio

MAX_LABELS = 200
MAX_ALBUMS = 200
FILE_TYPES: dict[str, tuple[MediaType, str]] = {
    "image/png": ("image/png", "png"),
    "image/jpeg": ("image/jpeg", "jpg"),
    "image/webp": ("image/webp", "webp"),
}

__all__ = [
    "create_label",
    "delete_label",
    "get_image",
    "get_image_file",
    "get_image_thumbnail",
    "insert_generated",
    "insert_upload",
    "list_images",
    "list_labels",
    "restore_image",
    "store_picture",
    "store_upload",
    "trash_image",
    "update_image",
    "update_label",
]


def list_images(work: UnitOfWork, filters: ImageFilter, page: PageRequest, *, by: Actor) -> Page[ImageView]:
    """The images that the caller may see, newest first. An album that they may not see contains none."""
    return Page(*split_page(list_queries.list_images(work, filters, page, by=by), page.limit))


def get_image(work: UnitOfWork, image_id: UUID, *, by: Actor) -> ImageDetailView:
    """The image with its provenance, newest labels and albums, as far as the caller may see them; else NotFound."""
    image = queries.get_image(work, image_id, by=by)
    if image is None:
        raise NotFound("image", image_id)
    labels = queries.list_labels(work, image_id, PageRequest(MAX_LABELS))
    return ImageDetailView(
        image.view,
        readable_provenance(image_id, image.provenance) if may_read_prompt(by, image.view.created_by) else None,
        labels[:MAX_LABELS],
        queries.list_albums(work, image_id, MAX_ALBUMS, by=by),
    )


def update_image(
    work: UnitOfWork, image_id: UUID, changes: ImageChanges, *, by: Actor, if_match: str | None = None
) -> ImageDetailView:
    """Change the fields that are given. Who sees the image only its owner may change (Forbidden ``not_the_owner``)."""
    image = _get_for_update(work, image_id, by, if_match)
    if changes.visibility not in (None, image.visibility):
        require_owner(by, image.created_by)
    values: dict[str, Any] = {
        name: value for name in ("title", "visibility", "nsfw") if (value := getattr(changes, name)) is not None
    }
    _update(work, "image.changed", image_id, **values)
    if changes.title is not None:
        refresh_image_text(work, image_id)
    return get_image(work, image_id, by=by)


def trash_image(work: UnitOfWork, image_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Move an image of the caller to the trash: no list and no album shows it, but it keeps its places in albums."""
    image = _get_for_update(work, image_id, by, if_match)
    require_owner(by, image.created_by)
    _update(work, "image.removed", image_id, deleted_at=work.now())


def restore_image(work: UnitOfWork, image_id: UUID, *, by: Actor) -> ImageDetailView:
    """Take the image out of the trash, for its owner and admins; an image that is not in the trash stays as it is."""
    require_role(by, "editor")
    image = queries.lock_image_in_trash(work, image_id, by=by)
    if image is None or (image.deleted_at is not None and not by.owns(image.created_by)):
        raise NotFound("image", image_id)
    require_owner(by, image.created_by)
    if image.deleted_at is not None:
        _update(work, "image.added", image_id, deleted_at=None)
    return get_image(work, image_id, by=by)


def get_image_file(work: UnitOfWork, studio: Studio, image_id: UUID, *, by: Actor) -> FileView:
    """The image's file; Unavailable if its bytes are missing from the disk."""
    files = _files_of(work, image_id, by)
    media_type, suffix = FILE_TYPES[files.media_type]
    return _file(studio.blobs, files.digest, media_type, f"{image_id}.{suffix}", files.visibility)


def get_image_thumbnail(
    work: UnitOfWork, studio: Studio, image_id: UUID, size: int = THUMBNAIL_SIDE, *, by: Actor
) -> FileView:
    """The image's thumbnail whose longer side has at most ``size`` pixels, one of ``renditions.SIZES``.

    NotMadeYet if it is one above the smallest that nobody has asked for before; Unavailable if the bytes of the
    smallest are missing from the disk.
    """
    files = _files_of(work, image_id, by)
    side = renditions.choose_side(files.width, files.height, size)
    if side == THUMBNAIL_SIDE:
        digest, name = files.thumbnail_digest, f"{image_id}-thumbnail.webp"
    else:
        digest, name = _rendition_digest(work, studio, image_id, side), f"{image_id}-{side}.webp"
    return _file(studio.blobs, digest, "image/webp", name, files.visibility)


def _rendition_digest(work: UnitOfWork, studio: Studio, image_id: UUID, side: int) -> str:
    digest = rendition_queries.get_digest(work, image_id, side)
    if digest is None or not studio.blobs.exists(digest):
        raise NotMadeYet(partial(renditions.make_rendition, studio, image_id, side))
    return digest


def _file(blobs: BlobStore, digest: str, media_type: MediaType, name: str, visibility: str) -> FileView:
    return FileView(blobs.path(digest), blobs.size(digest), digest, media_type, visibility == "public", name)


def _files_of(work: UnitOfWork, image_id: UUID, by: Actor) -> queries.ImageFiles:
    files = queries.get_files(work, image_id, by=by)
    if files is None:
        raise NotFound("image", image_id)
    return files


def _get_for_update(work: UnitOfWork, image_id: UUID, by: Actor, if_match: str | None) -> queries.LockedImage:
    require_role(by, "editor")
    image = queries.lock_image(work, image_id, by=by)
    if image is None:
        raise NotFound("image", image_id)
    require_match(if_match, image.version)
    return image


def _update(work: UnitOfWork, event_type: str, image_id: UUID, **values: Any) -> None:
    """Update the image's row and record an event of this type."""
    audience = queries.change_image(work, image_id, **values)
    record(work, event_type, image_id, **audience._asdict())
