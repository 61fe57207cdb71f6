"""What one can do with images. Reads show only what the caller may see; writes want an editor; trash is the owner's."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, update

from platemark.access import Actor, may_read_prompt, require_owner, require_role, visible_to
from platemark.blob_references import sweep_blobs
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.etags import require_match
from platemark.events.service import record
from platemark.image_visibility import ImageView, page_of, shown_images
from platemark.images import queries
from platemark.images.ingest import insert_generated, keep_upload, store_picture, store_upload
from platemark.images.labels import create_label, delete_label, list_labels, update_label
from platemark.images.views import AlbumName, FileView, ImageChanges, ImageDetailView, ImageFilter, LabelView, MediaType
from platemark.paging import Page, PageRequest
from platemark.storage.blobs import BlobStore

MOST_LABELS = 200
MOST_ALBUMS = 200
FILES: dict[str, tuple[MediaType, str]] = {
    "image/png": ("image/png", "png"),
    "image/jpeg": ("image/jpeg", "jpg"),
    "image/webp": ("image/webp", "webp"),
}

__all__ = [
    "create_label",
    "delete_label",
    "get",
    "get_file",
    "get_thumbnail",
    "insert_generated",
    "keep_upload",
    "list_images",
    "list_labels",
    "restore",
    "store_picture",
    "store_upload",
    "sweep_blobs",
    "trash",
    "update_image",
    "update_label",
]


def list_images(work: UnitOfWork, wanted: ImageFilter, page: PageRequest, *, by: Actor) -> Page[ImageView]:
    """The images that the caller may see, newest first. An album that they may not see has none."""
    rows = work.session.execute(queries.images_page(wanted, page, by)).all()
    kept, last = page_of(rows, page.limit)
    return Page([ImageView(*row) for row in kept], None if last is None else last.id)


def get(work: UnitOfWork, image_id: UUID, *, by: Actor) -> ImageDetailView:
    """The image with its provenance, newest labels and albums, as far as the caller may see them."""
    row = work.session.execute(queries.image_with_provenance(image_id, by)).one_or_none()
    if row is None:
        raise NotFound("image", image_id)
    image = ImageView(*row[:-1])
    labels = work.session.execute(queries.newest_labels(image_id, PageRequest(MOST_LABELS))).all()
    albums = work.session.execute(queries.albums_of(image_id, by, MOST_ALBUMS)).all()
    return ImageDetailView(
        image,
        row[-1] if may_read_prompt(by, image.created_by) else None,
        [LabelView(*label) for label in labels[:MOST_LABELS]],
        [AlbumName(*album) for album in albums],
    )


def update_image(
    work: UnitOfWork, image_id: UUID, changes: ImageChanges, *, by: Actor, if_match: str | None = None
) -> ImageDetailView:
    """Change what is given. Only the owner may make an image private: others could not see what they did."""
    image = _to_change(work, image_id, by, if_match)
    if changes.visibility == "private" and image.visibility != "private":
        require_owner(by, image.created_by)
    given: dict[str, Any] = {
        name: value for name in ("title", "visibility", "nsfw") if (value := getattr(changes, name)) is not None
    }
    _write(work, "image.changed", image_id, **given)
    return get(work, image_id, by=by)


def trash(work: UnitOfWork, image_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Put the image in its owner's trash: it is in no list and no album then, but keeps its places."""
    _to_change(work, image_id, by, if_match)
    _write(work, "image.removed", image_id, deleted_at=work.now())


def restore(work: UnitOfWork, image_id: UUID, *, by: Actor) -> ImageDetailView:
    """Take the image out of the trash, for its owner and admins; one that is not in it stays as it is."""
    require_role(by, "editor")
    found = select(ImageRow.deleted_at, ImageRow.created_by).where(ImageRow.id == image_id)
    seen = visible_to(by, ImageRow.visibility, ImageRow.created_by)
    row = work.session.execute(found.where(seen).with_for_update()).one_or_none()
    if row is None or (row.deleted_at is not None and not by.owns(row.created_by)):
        raise NotFound("image", image_id)
    require_owner(by, row.created_by)
    if row.deleted_at is not None:
        _write(work, "image.added", image_id, deleted_at=None)
    return get(work, image_id, by=by)


def get_file(work: UnitOfWork, blobs: BlobStore, image_id: UUID, *, by: Actor) -> FileView:
    """Where the image's bytes lie; Unavailable where the disk has lost them."""
    row = _named_bytes(work, image_id, by)
    media_type, suffix = FILES[row.media_type]
    return _file(blobs, row.digest, media_type, f"{image_id}.{suffix}", row.visibility)


def get_thumbnail(work: UnitOfWork, blobs: BlobStore, image_id: UUID, *, by: Actor) -> FileView:
    """Where the image's thumbnail lies; Unavailable where the disk has lost it."""
    row = _named_bytes(work, image_id, by)
    name = f"{image_id}-thumbnail.webp"
    return _file(blobs, row.thumbnail_digest, "image/webp", name, row.visibility)


def _file(blobs: BlobStore, digest: str, media_type: MediaType, name: str, visibility: str) -> FileView:
    return FileView(blobs.path(digest), blobs.size(digest), digest, media_type, visibility == "public", name)


def _named_bytes(work: UnitOfWork, image_id: UUID, by: Actor) -> Row[str, str, str, str]:
    found = select(ImageRow.digest, ImageRow.thumbnail_digest, ImageRow.media_type, ImageRow.visibility)
    row = work.session.execute(found.where(ImageRow.id == image_id, shown_images(by))).one_or_none()
    if row is None:
        raise NotFound("image", image_id)
    return row


def _to_change(work: UnitOfWork, image_id: UUID, by: Actor, if_match: str | None) -> Row[int, str, UUID | None]:
    """The image's version, visibility and owner; nobody else changes it until this work ends."""
    require_role(by, "editor")
    found = select(ImageRow.version, ImageRow.visibility, ImageRow.created_by)
    row = work.session.execute(found.where(ImageRow.id == image_id, shown_images(by)).with_for_update()).one_or_none()
    if row is None:
        raise NotFound("image", image_id)
    require_match(if_match, row.version)
    return row


def _write(work: UnitOfWork, kind: str, image_id: UUID, **values: Any) -> None:
    """Write ``values`` and record that as ``kind``."""
    changed = update(ImageRow).where(ImageRow.id == image_id)
    image = work.session.execute(
        changed.values(**values, version=ImageRow.version + 1, updated_at=work.now())
        .returning(ImageRow.visibility, ImageRow.created_by, ImageRow.job_id)
        .execution_options(synchronize_session=False)
    ).one()
    record(work, kind, image_id, **image._mapping)
