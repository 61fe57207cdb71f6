"""The kind ``database``: albums, their order, images and labels of Imagineer's database, with their files.

Its items have the payloads and the ``made`` of the kind ``media``, which applies, verifies and undoes them; a picture
has labels, a visibility and ``nsfw`` of its own, and the path of its file, which is not its key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.items import Diff, FoundItem, Item, PreviousItem
from platemark.imports.kinds.database import scan
from platemark.imports.kinds.media.diff import UPDATES
from platemark.imports.kinds.media.kind import MediaKind
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading.picture_files import PictureRequest, combined_digest, digest_of, read_file
from platemark.imports.reading.sources import Source


class DatabaseKind(MediaKind):
    """Rows say what the pictures are; the pictures are read from the folder around the database."""

    def scan(self, source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
        """Each album before its images, in their order."""
        return scan.scan(source, spec)

    def diff(
        self, work: UnitOfWork, spec: ImportSpec, found: Sequence[FoundItem], previous: Mapping[str, PreviousItem]
    ) -> Sequence[Diff]:
        """As ``media``; a new album has a note, too."""
        diffs = super().diff(work, spec, found, previous)
        return [
            replace(diff, reason=it.note) if diff.outcome == "new" and diff.reason is None else diff
            for it, diff in zip(found, diffs, strict=True)
        ]

    def picture_request(self, spec: ImportSpec, item: Item) -> PictureRequest | None:
        """Every picture that is not in the studio yet; a changed row was read by the scan."""
        if item.payload["type"] == "album" or item.reason in UPDATES:
            return None
        payload = item.payload
        return PictureRequest(payload["file"], (), payload["file_digest"], spec.max_bytes, spec.max_pixels)

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:
        """The item's digest, unless its file changed; rows are those of the plan."""
        if item.payload["type"] == "album":
            return item.digest
        digest = combined_digest(digest_of(read_file(source, item.payload["file"], limit=spec.max_bytes).data), [])
        return item.digest if digest == item.payload["file_digest"] else digest
