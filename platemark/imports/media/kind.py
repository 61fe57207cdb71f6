"""The kind ``media``: an outputs tree of pictures with their sidecars.

``made`` of an album: ``album_id``, ``version`` (None where an import before made it). Of a picture: ``image_id``,
``version``, ``labels``, ``own`` (whether this import made the image), ``album_id`` and ``placed`` (whether it put it
there), ``before`` (what was said of it before a changed sidecar).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from platemark.db.unit_of_work import UnitOfWork
from platemark.images.pictures import prepare
from platemark.images.views import StoredPicture
from platemark.imports.kinds import Content, Earlier, Found, Item, Judged, Made, Order, Refused, Remark, Taken
from platemark.imports.media import checking, judging, making, undoing, walk
from platemark.imports.media.judging import SIDECAR_CHANGED
from platemark.imports.media.walk import Walk
from platemark.imports.sources import Source
from platemark.storage.blobs import BlobStore


class Media:
    """Folders become albums, pictures images; what a sidecar says becomes their provenance and their labels."""

    def scan(self, source: Source, order: Order) -> Iterator[Found]:
        """Folders before what is in them, everything in the order of names."""
        return Walk(source, order).all()

    def judge(
        self, work: UnitOfWork, order: Order, found: Sequence[Found], earlier: Mapping[str, Earlier]
    ) -> Sequence[Judged]:
        """An album is the one that was made of the same folder; a picture is known by its bytes."""
        return judging.judge(work, order, found, earlier)

    def prepare(self, source: Source, order: Order, item: Item) -> Content:
        """A picture's bytes without metadata, and its thumbnail."""
        if item.payload["type"] == "album" or item.reason == SIDECAR_CHANGED.code:
            return Content()
        file = walk.read(source, item.key, limit=order.max_bytes)
        if _digest(source, item, file.data) != item.digest:
            raise Refused("changed_since_plan", "It is not what was planned any more: plan again.")
        picture = prepare(file.data, max_pixels=order.max_pixels)
        stored = StoredPicture(
            digest=hashlib.sha256(picture.data).hexdigest(),
            thumbnail_digest=hashlib.sha256(picture.thumbnail).hexdigest(),
            media_type=picture.media_type,
            width=picture.width,
            height=picture.height,
            size_bytes=len(picture.data),
        )
        return Content((picture.data, picture.thumbnail), stored)

    def make(
        self, work: UnitOfWork, blobs: BlobStore, order: Order, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[Made | Remark]:
        """Albums, images, labels, and the images' places."""
        return making.make(work, blobs, order, batch)

    def digest(self, source: Source, order: Order, item: Item) -> str:
        """The picture's and its sidecar's; that of a folder as long as it can be read."""
        if item.payload["type"] == "album":
            return item.digest
        return _digest(source, item, walk.read(source, item.key, limit=order.max_bytes).data)

    def verify(
        self,
        work: UnitOfWork,
        blobs: BlobStore,
        order: Order,  # noqa: ARG002 - the protocol's
        items: Sequence[Item],
    ) -> Sequence[Remark | None]:
        """Rows, places in albums, and every byte of the store."""
        return checking.verify(work, blobs, items)

    def undo(self, work: UnitOfWork, order: Order, items: Sequence[Item]) -> Sequence[Remark | None]:
        """Pictures, unless they or the album that was made for them were changed; then albums."""
        return undoing.undo(work, order, items)

    def foresee(self, work: UnitOfWork, order: Order, items: Sequence[Item], taken: Taken) -> Sequence[Remark | None]:
        """What ``undo`` would answer."""
        return undoing.foresee(work, order, items, taken)


def _digest(source: Source, item: Item, data: bytes) -> str:
    """The digest of a picture and its sidecar, as the walk would have it."""
    sidecar_digest = walk.sidecar_digest_of(source, item.payload["sidecar"])
    return walk.picture_digest(hashlib.sha256(data).hexdigest(), sidecar_digest)
