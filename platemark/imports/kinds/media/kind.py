"""The kind ``media``: an outputs tree of pictures with sidecars.

``made`` of an album: ``album_id``, ``version`` (None if an earlier import made it). Of a picture: ``image_id``,
``version``, ``labels`` (how many), ``own`` (whether this import made the image), ``album_id``, ``placed`` (whether this
import put it there), ``before`` (its texts before other texts were applied), and ``labels_before`` (what undoes the
labels that were replaced, or added to an image that was here before).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.items import AppliedItem, Content, Diff, FoundItem, Item, PreviousItem
from platemark.imports.kinds.media import apply, diff, unchanged, undo, verify
from platemark.imports.kinds.media.boards import BoardsCheck
from platemark.imports.kinds.media.diff import UPDATES
from platemark.imports.kinds.media.scan import Scanner
from platemark.imports.kinds.protocol import Check, ImportSpec, RemovedByUndo
from platemark.imports.reading.picture_content import picture_content
from platemark.imports.reading.picture_files import PictureRequest, read_picture
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Reason
from platemark.storage.blobs import BlobStore


class MediaKind:
    """Folders become albums and pictures images; sidecars become provenance and labels."""

    def scan(self, source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
        """Each folder before its contents, entries sorted by name."""
        return Scanner(source, spec).scan()

    def diff(
        self, work: UnitOfWork, spec: ImportSpec, found: Sequence[FoundItem], previous: Mapping[str, PreviousItem]
    ) -> Sequence[Diff]:
        """Albums are matched by their folder, pictures by their bytes."""
        return diff.diff(work, spec, found, previous)

    @contextmanager
    def checks(self, source: Source, spec: ImportSpec) -> Iterator[Check]:
        """What a manifest and a board say, where a link leads, and, of an image that gets other texts, its files."""
        with ExitStack() as stack:
            boards = BoardsCheck(source, stack)

            def check(item: Item) -> None:
                unchanged.require(source, spec, item)
                boards.require(item)

            yield check

    def read_content(self, source: Source, spec: ImportSpec, item: Item) -> Content:
        """A picture's bytes without metadata, and its thumbnail."""
        request = self.picture_request(spec, item) or _request_outside(spec, item)
        return Content() if request is None else picture_content(read_picture(source, request))

    def picture_request(self, spec: ImportSpec, item: Item) -> PictureRequest | None:
        """Every picture that is not in the studio yet, unless it or a sidecar is a link out of the source's folder."""
        return None if _leads_out(item) else _request(spec, item)

    def apply(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[AppliedItem | Reason]:
        """Write albums, images, labels, and which images are in which album."""
        return apply.apply(work, blobs, spec, batch)

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:
        """The digest of a picture, its sidecars, and what a manifest says of it; a folder's never changes."""
        return item.digest if item.payload["type"] == "album" else unchanged.source_digest(source, spec, item)

    def verify(
        self,
        work: UnitOfWork,
        blobs: BlobStore,
        spec: ImportSpec,  # noqa: ARG002 - the protocol's
        items: Sequence[Item],
    ) -> Sequence[Reason | None]:
        """Check rows, album memberships, and every byte in the store."""
        return verify.verify(work, blobs, items)

    def undo(self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item]) -> Sequence[Reason | None]:
        """Remove pictures, unless they or the album made for them were changed; then albums."""
        return undo.undo(work, spec, items)

    def dry_run_undo(
        self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item], removed: RemovedByUndo
    ) -> Sequence[Reason | None]:
        """What ``undo`` would answer."""
        return undo.dry_run_undo(work, spec, items, removed)


def _request(spec: ImportSpec, item: Item) -> PictureRequest | None:
    """What to read of an item; None for an album, and for a changed sidecar, which was read by the scan."""
    if item.payload["type"] == "album" or item.reason in UPDATES:
        return None
    digest = item.payload.get("file_digest", item.digest)
    sidecars = tuple(unchanged.sidecars_of(item))
    return PictureRequest(unchanged.path_of(item), sidecars, digest, spec.max_bytes, spec.max_pixels)


def _request_outside(spec: ImportSpec, item: Item) -> PictureRequest | None:
    """What to read of an item that is a link out of the source's folder, which a picture process cannot follow."""
    return _request(spec, item) if _leads_out(item) else None


def _leads_out(item: Item) -> bool:
    return any(it.startswith("../") for it in (item.payload.get("file", ""), *item.payload.get("sidecars", ())))
