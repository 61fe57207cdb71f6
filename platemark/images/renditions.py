"""Renditions: larger thumbnails, made when they are first asked for, and kept as long as their image.

They are made outside of transactions: the row is written once the bytes are stored. Those that make the same one at the
same time store the same bytes.
"""

from __future__ import annotations

from uuid import UUID

from platemark.blob_references import BYTES_SWEPT, require_blobs
from platemark.errors import Unavailable, Unprocessable
from platemark.images import rendition_queries as queries
from platemark.images.pictures import scale_picture
from platemark.storage.blobs import BlobStore
from platemark.studio import Studio

SIZES = (320, 640, 1280)
"""How many pixels the longer side may have. The smallest is the thumbnail, which is made with the image."""


def choose_side(width: int, height: int, size: int) -> int:
    """The smallest of the sizes that shows an image as well as ``size`` does: no version is larger than the image."""
    wanted = min(size, max(width, height))
    return next(side for side in SIZES if side >= wanted)


def make_rendition(studio: Studio, image_id: UUID, side: int) -> None:
    """Store the rendition of an image, unless it is stored already or the image is gone.

    Call it outside of transactions. Unavailable if the image's file is missing or damaged, or the disk is full.
    """
    with studio.work(write=False) as work:
        source = queries.get_source(work, image_id, side)
    if source is None or (source.rendition_digest is not None and studio.blobs.exists(source.rendition_digest)):
        return
    data = _scale(studio.blobs, source.digest, side)
    try:
        _store(studio, image_id, side, data)
    except Unavailable as error:
        if error.code != BYTES_SWEPT:
            raise
        _store(studio, image_id, side, data)


def _scale(blobs: BlobStore, digest: str, side: int) -> bytes:
    try:
        return scale_picture(blobs.read(digest), side)
    except Unprocessable as error:
        raise Unavailable("storage_failed", "The image's file is damaged; an operator has to restore it.") from error


def _store(studio: Studio, image_id: UUID, side: int, data: bytes) -> None:
    digest = studio.blobs.put(data)
    with studio.work(write=True) as work:
        require_blobs(work, studio.blobs, digest)
        if queries.lock_image(work, image_id):
            queries.put_rendition(work, image_id, side, digest)
            work.commit()
