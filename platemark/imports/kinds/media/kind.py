"""The kind ``media``: an outputs tree of pictures with their sidecars.

``made`` of an album: ``album_id``, ``version`` (None where an import before made it). Of a picture: ``image_id``,
``version``, ``labels``, ``own`` (whether this import made the image), ``album_id`` and ``placed`` (whether it put it
there), ``before`` (what was said of it before a changed sidecar).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.kinds.media import apply, diff, undo, verify
from platemark.imports.kinds.media.diff import SIDECAR_CHANGED
from platemark.imports.kinds.media.scan import Walk
from platemark.imports.kinds.protocol import Asked, Content, Earlier, Found, Item, Judged, Made, Order, Remark, Taken
from platemark.imports.reading import picture_files
from platemark.imports.reading.picture_files import read_picture
from platemark.imports.reading.prefetch import content_of
from platemark.imports.reading.sources import Source
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
        return diff.judge(work, order, found, earlier)

    def prepare(self, source: Source, order: Order, item: Item) -> Content:
        """A picture's bytes without metadata, and its thumbnail."""
        asked = self.asks(order, item)
        return Content() if asked is None else content_of(read_picture(source, asked))

    def asks(self, order: Order, item: Item) -> Asked | None:
        """Every picture that is not here already; a changed sidecar was read by the walk."""
        if item.payload["type"] == "album" or item.reason == SIDECAR_CHANGED.code:
            return None
        return Asked(item.key, item.payload["sidecar"], item.digest, order.max_bytes, order.max_pixels)

    def make(
        self, work: UnitOfWork, blobs: BlobStore, order: Order, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[Made | Remark]:
        """Albums, images, labels, and the images' places."""
        return apply.make(work, blobs, order, batch)

    def digest(self, source: Source, order: Order, item: Item) -> str:
        """The picture's and its sidecar's; that of a folder as long as it can be read."""
        if item.payload["type"] == "album":
            return item.digest
        data = picture_files.read(source, item.key, limit=order.max_bytes).data
        return picture_files.digest_of(source, item.payload["sidecar"], data)

    def verify(
        self,
        work: UnitOfWork,
        blobs: BlobStore,
        order: Order,  # noqa: ARG002 - the protocol's
        items: Sequence[Item],
    ) -> Sequence[Remark | None]:
        """Rows, places in albums, and every byte of the store."""
        return verify.verify(work, blobs, items)

    def undo(self, work: UnitOfWork, order: Order, items: Sequence[Item]) -> Sequence[Remark | None]:
        """Pictures, unless they or the album that was made for them were changed; then albums."""
        return undo.undo(work, order, items)

    def foresee(self, work: UnitOfWork, order: Order, items: Sequence[Item], taken: Taken) -> Sequence[Remark | None]:
        """What ``undo`` would answer."""
        return undo.foresee(work, order, items, taken)
