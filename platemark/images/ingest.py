"""How pictures come in: their bytes first, outside of any transaction, then the row that names them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any
from uuid import UUID

from sqlalchemy import func, insert, select, update

from platemark.access import Actor, require_role
from platemark.blob_references import require_bytes
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import TooLarge
from platemark.events.service import record
from platemark.ids import new_id
from platemark.images import labels, queries
from platemark.images.pictures import prepare
from platemark.images.views import Kept, StoredPicture, UploadFacts
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore


def store_picture(blobs: BlobStore, data: bytes, *, max_pixels: int) -> StoredPicture:
    """Check and clean a picture, and keep it and its thumbnail; touches no row, so call it outside of transactions.

    The digest and size are those of the cleaned file. Unprocessable: no picture, a broken one, too many pixels.
    """
    picture = prepare(data, max_pixels=max_pixels)
    return StoredPicture(
        digest=blobs.put(picture.data),
        thumbnail_digest=blobs.put(picture.thumbnail),
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        size_bytes=len(picture.data),
    )


def store_upload(blobs: BlobStore, stream: IO[bytes], *, limits: Settings) -> StoredPicture:
    """``store_picture`` for what ``stream`` holds; more bytes than ``limits`` allow is TooLarge."""
    data = stream.read(limits.max_upload_bytes + 1)
    if len(data) > limits.max_upload_bytes:
        raise TooLarge("file_too_large", f"The file is larger than the {limits.max_upload_bytes} bytes that are taken.")
    return store_picture(blobs, data, max_pixels=limits.max_image_pixels)


def insert_generated(
    work: UnitOfWork,
    blobs: BlobStore,
    picture: StoredPicture,
    *,
    title: str,
    prompt: str,
    provenance: Mapping[str, Any],
    visibility: str,
    job_id: UUID | None,
    created_by: UUID | None,
) -> UUID:
    """Name a generated picture by a row, in the caller's transaction; gives the image's id.

    ``provenance`` is JSON with the fields of the contract's Provenance. Unavailable where the bytes are gone: store the
    picture again and repeat.
    """
    return _insert(
        work,
        blobs,
        picture,
        title=title,
        prompt=prompt,
        provenance=dict(provenance),
        visibility=visibility,
        nsfw=False,
        source="generated",
        job_id=job_id,
        created_by=created_by,
    )


def keep_upload(work: UnitOfWork, blobs: BlobStore, picture: StoredPicture, facts: UploadFacts, *, by: Actor) -> Kept:
    """Make the caller's image of a stored picture, or find the one that they have with the same bytes.

    One that is in the trash is taken out of it; nothing else about it changes.
    """
    require_role(by, "editor")
    had = _had_already(work, picture.digest, by.user_id)
    if had is not None:
        return Kept(had, made=False)
    image_id = _insert(
        work,
        blobs,
        picture,
        title=facts.title,
        prompt=None,
        provenance=None,
        visibility=facts.visibility,
        nsfw=facts.nsfw,
        source="uploaded",
        job_id=None,
        created_by=by.user_id,
    )
    if facts.caption is not None:
        labels.insert_manual(work, image_id, "caption", facts.caption, by)
    return Kept(image_id, made=True)


def _had_already(work: UnitOfWork, digest: str, owner: UUID | None) -> UUID | None:
    if owner is None:
        return None
    if work.dialect == "postgresql":  # two uploads of the same bytes at once: the second waits and finds the first
        work.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{owner}{digest}", 0))))
    row = work.session.execute(queries.own_with_digest(digest, owner)).one_or_none()
    if row is None:
        return None
    if row.deleted_at is not None:
        changed = update(ImageRow).where(ImageRow.id == row.id)
        restored = changed.values(deleted_at=None, version=ImageRow.version + 1, updated_at=work.now())
        image = work.session.execute(
            restored.returning(ImageRow.visibility, ImageRow.job_id).execution_options(synchronize_session=False)
        ).one()
        record(work, "image.added", row.id, visibility=image.visibility, created_by=owner, job_id=image.job_id)
    image_id: UUID = row.id
    return image_id


def _insert(work: UnitOfWork, blobs: BlobStore, picture: StoredPicture, **facts: Any) -> UUID:
    require_bytes(work, blobs, picture.digest, picture.thumbnail_digest)
    image_id, now = new_id(), work.now()
    work.session.execute(
        insert(ImageRow).values(
            id=image_id,
            media_type=picture.media_type,
            width=picture.width,
            height=picture.height,
            size_bytes=picture.size_bytes,
            digest=picture.digest,
            thumbnail_digest=picture.thumbnail_digest,
            created_at=now,
            updated_at=now,
            deleted_at=None,
            version=1,
            **facts,
        )
    )
    told = {name: facts[name] for name in ("visibility", "created_by", "job_id")}
    record(work, "image.added", image_id, **told)
    return image_id
