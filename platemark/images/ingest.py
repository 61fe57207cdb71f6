"""Storing new pictures: first their bytes, outside of any transaction, then the row that refers to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any
from uuid import UUID

from platemark.access import Actor, require_role
from platemark.blob_references import require_blobs
from platemark.db.rows import insert_row
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import TooLarge
from platemark.events.service import record
from platemark.fitting import fit
from platemark.ids import new_id
from platemark.images import labels, queries
from platemark.images.pictures import prepare_picture
from platemark.images.views import InsertedUpload, NewUpload, StoredPicture
from platemark.search.texts import image_text, insert_image_texts
from platemark.search.traits import insert_image_traits
from platemark.storage.blobs import BlobStore
from platemark.studio import Studio

UPLOAD_THREADS = ThreadPoolExecutor(2, "upload")
"""A picture takes its size twice, and 3 or 4 bytes a pixel. In few threads of their own, because each thread keeps what
it once needed."""


def store_picture(blobs: BlobStore, data: bytes, *, max_pixels: int) -> StoredPicture:
    """Check a picture, strip its metadata, and store it and its thumbnail. Call it outside of transactions.

    Digest and size are those of the stripped file. Unprocessable if it is no picture, damaged, or has too many pixels.
    """
    picture = prepare_picture(data, max_pixels=max_pixels)
    return StoredPicture(
        digest=blobs.put(picture.data),
        thumbnail_digest=blobs.put(picture.thumbnail),
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        size_bytes=len(picture.data),
        thumb_hash=picture.thumb_hash,
    )


def store_upload(studio: Studio, stream: IO[bytes]) -> StoredPicture:
    """``store_picture`` for the content of ``stream``; TooLarge if it has more bytes than the settings allow.

    Two uploads are in memory at a time, the others wait.
    """
    return UPLOAD_THREADS.submit(_store_stream, studio, stream).result()


def _store_stream(studio: Studio, stream: IO[bytes]) -> StoredPicture:
    limit = studio.settings.max_upload_bytes
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge("file_too_large", f"The file is larger than the limit of {limit} bytes.")
    return store_picture(studio.blobs, data, max_pixels=studio.settings.max_image_pixels)


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
    """Insert the row of a generated picture in the caller's transaction, and return the image's id.

    ``provenance`` is JSON with the fields of the contract's Provenance; what an engine brought is clipped to
    its limits. Unavailable if the bytes are gone: store the picture again and repeat.
    """
    return _insert(
        work,
        blobs,
        picture,
        title=fit("Image.title", title),
        prompt=fit("Image.prompt", prompt),
        provenance=fit("Provenance", dict(provenance)),
        visibility=visibility,
        nsfw=False,
        source="generated",
        job_id=job_id,
        created_by=created_by,
    )


def insert_upload(
    work: UnitOfWork, blobs: BlobStore, picture: StoredPicture, new: NewUpload, *, by: Actor
) -> InsertedUpload:
    """Insert the row of an uploaded picture, or find the caller's image that has the same bytes.

    If that image is in the trash it is restored; nothing else about it changes.
    """
    require_role(by, "editor")
    existing = _existing_image(work, picture.digest, by.user_id)
    if existing is not None:
        return InsertedUpload(existing, created=False)
    image_id = _insert(
        work,
        blobs,
        picture,
        title=new.title,
        prompt=None,
        provenance=None,
        visibility=new.visibility,
        nsfw=new.nsfw,
        source="uploaded",
        job_id=None,
        created_by=by.user_id,
        captions=() if new.caption is None else (new.caption,),
    )
    if new.caption is not None:
        labels.insert_manual_label(work, image_id, "caption", new.caption, by)
    return InsertedUpload(image_id, created=True)


def _existing_image(work: UnitOfWork, digest: str, owner: UUID | None) -> UUID | None:
    """The owner's image with this digest, restored if it was in the trash."""
    if owner is None:
        return None
    queries.lock_uploads(work, digest, owner)
    row = queries.lock_own(work, digest, owner)
    if row is None:
        return None
    if row.deleted_at is not None:
        audience = queries.change_image(work, row.id, deleted_at=None)
        record(work, "image.added", row.id, **audience._asdict())
    return row.id


def _insert(
    work: UnitOfWork, blobs: BlobStore, picture: StoredPicture, *, captions: Sequence[str] = (), **columns: Any
) -> UUID:
    """Insert an image with what it is found by; ``captions`` are labels that the caller inserts."""
    require_blobs(work, blobs, picture.digest, picture.thumbnail_digest)
    image_id, now = new_id(), work.now()
    image = {
        "id": image_id,
        "media_type": picture.media_type,
        "width": picture.width,
        "height": picture.height,
        "size_bytes": picture.size_bytes,
        "digest": picture.digest,
        "thumbnail_digest": picture.thumbnail_digest,
        "thumb_hash": picture.thumb_hash,
        "created_at": now,
        "updated_at": now,
        "deleted_at": None,
        "version": 1,
    } | columns
    insert_row(work, ImageRow, image)
    text = image_text(columns["title"], columns["prompt"], columns["created_by"], captions)
    insert_image_texts(work, [{"id": image_id} | text])
    insert_image_traits(work, [image])
    event = {name: columns[name] for name in ("visibility", "created_by", "job_id")}
    record(work, "image.added", image_id, **event)
    return image_id
