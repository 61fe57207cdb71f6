"""The ThumbHashes of images that an older version stored, computed from their thumbnails in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.images import thumb_hash_queries as queries
from platemark.images.thumb_hash_queries import UnhashedImage
from platemark.pixels import UnreadablePicture
from platemark.pixels.thumb_hash import thumb_hash
from platemark.storage.blobs import BlobStore

BATCH = 100
"""How many images one transaction writes."""


def fill_thumb_hashes(open_work: Callable[..., UnitOfWork], blobs: BlobStore, *, limit: int) -> int:
    """Compute the ThumbHashes of at most ``limit`` images that have none; for how many it did.

    They are computed outside of transactions. One whose thumbnail is lost or damaged is empty from then on. Unavailable
    if the disk cannot be read: what is left stays as it is.
    """
    done = 0
    while done < limit and (images := _list_unhashed(open_work, min(BATCH, limit - done))):
        hashes = {it.id: _hash(blobs, it.thumbnail_digest) for it in images}
        with open_work(write=True) as work:
            queries.set_hashes(work, hashes)
            work.commit()
        done += len(images)
    return done


def _list_unhashed(open_work: Callable[..., UnitOfWork], limit: int) -> Sequence[UnhashedImage]:
    with open_work(write=False) as work:
        return queries.list_unhashed(work, limit)


def _hash(blobs: BlobStore, digest: str) -> str:
    try:
        return thumb_hash(blobs.read(digest))
    except UnreadablePicture:
        return ""
    except Unavailable:
        if blobs.problem() is not None:
            raise
        return ""
