"""The kind ``database``: everything in Imagineer's database that has a place here, with its files.

Albums and pictures have the payloads and the ``made`` of the kind ``media``, which applies, verifies and undoes them; a
picture has labels, a visibility and ``nsfw`` of its own, and the path of its file, which is not its key. Set templates
are those of the kind ``sets``. All other rows are ``parts``. Adapters and set templates come first in a plan, since set
templates name adapters, and albums and runs refer to set templates; the runs come after the albums that they filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.items import AppliedItem, Content, Diff, FoundItem, Item, PreviousItem
from platemark.imports.kinds.database import scan
from platemark.imports.kinds.database.adapters import TYPE as ADAPTER
from platemark.imports.kinds.database.history import TEMPLATE_MISSING, Links
from platemark.imports.kinds.database.parts import PARTS
from platemark.imports.kinds.database.rows_check import RowsCheck
from platemark.imports.kinds.database.set_templates import TYPE as SET_TEMPLATE
from platemark.imports.kinds.media.diff import KNOWN, UPDATES
from platemark.imports.kinds.media.kind import MediaKind
from platemark.imports.kinds.protocol import Check, ImportSpec, RemovedByUndo
from platemark.imports.reading.picture_files import PictureRequest, combined_digest, digest_of, read_file
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Reason
from platemark.storage.blobs import BlobStore

REFERRED_TO = (ADAPTER, SET_TEMPLATE)
"""What comes before albums and pictures, in this order."""
KNOWN_WITH_LABELS = replace(
    KNOWN, message="The same picture is here already. It gets the album and the labels that it lacks, and stays else."
)


class DatabaseKind(MediaKind):
    """Rows say what things are; files are read from the folder around the database."""

    def scan(self, source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
        """What others refer to before what refers to it."""
        return scan.scan(source, spec)

    def diff(
        self, work: UnitOfWork, spec: ImportSpec, found: Sequence[FoundItem], previous: Mapping[str, PreviousItem]
    ) -> Sequence[Diff]:
        """As ``media``, but a new album has a note, too; other rows as their part says."""
        of_media = [it for it in found if it.payload["type"] not in PARTS]
        keys = {it.key for it in of_media}
        earlier = {key: it for key, it in previous.items() if key in keys}
        diffs = dict(zip([it.key for it in of_media], super().diff(work, spec, of_media, earlier), strict=True))
        for it in of_media:
            diff = diffs[it.key]
            if diff.outcome == "new" and diff.reason is None:
                diffs[it.key] = replace(diff, reason=it.note)
            elif diff.reason == KNOWN:
                diffs[it.key] = replace(diff, reason=KNOWN_WITH_LABELS)
        for it in found:
            if it.payload["type"] in PARTS:
                diffs[it.key] = PARTS[it.payload["type"]].diff(work, it, previous.get(it.key))
        return [diffs[it.key] for it in found]

    @contextmanager
    def checks(self, source: Source, spec: ImportSpec) -> Iterator[Check]:  # noqa: ARG002 - the protocol's
        """The rows of an item, and the CSV file that they name."""
        with ExitStack() as stack:
            yield RowsCheck(source, stack).require

    def read_content(self, source: Source, spec: ImportSpec, item: Item) -> Content:
        """A picture as ``media``; for other rows, the file that they name."""
        part = PARTS.get(item.payload["type"])
        return super().read_content(source, spec, item) if part is None else part.read(source, spec, item)

    def picture_request(self, spec: ImportSpec, item: Item) -> PictureRequest | None:
        """Every picture that is not in the studio yet; a changed row was read by the scan."""
        if item.payload["type"] != "picture" or item.reason in UPDATES:
            return None
        payload = item.payload
        return PictureRequest(payload["file"], (), payload["file_digest"], spec.max_bytes, spec.max_pixels)

    def apply(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[AppliedItem | Reason]:
        """Adapters, set templates, albums and pictures, then what refers to them."""
        links = Links(work, spec.import_id)
        results: dict[int, AppliedItem | Reason] = {}

        def apply_parts(items: Iterable[tuple[Item, Content]]) -> None:
            for item, content in items:
                part = PARTS[item.payload["type"]]
                results[item.position] = part.apply(work, blobs, spec, item, content, links)
                links.add(item, results[item.position])

        for first in REFERRED_TO:
            apply_parts(it for it in batch if it[0].payload["type"] == first)
        of_media = [it for it in batch if it[0].payload["type"] not in PARTS]
        for item, _ in of_media:
            if item.payload["type"] == "album" and links.awaits(item.payload.get("template")):
                results[item.position] = TEMPLATE_MISSING
        of_media = [it for it in of_media if it[0].position not in results]
        for (item, _), result in zip(of_media, super().apply(work, blobs, spec, of_media), strict=True):
            results[item.position] = result
            links.add(item, result)
            _link_to_template(work, item, links)
        apply_parts(it for it in batch if it[0].position not in results)
        return [results[item.position] for item, _ in batch]

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:
        """The item's digest, unless its file changed; rows are those of the plan."""
        if item.payload["type"] in PARTS:
            return PARTS[item.payload["type"]].source_digest(source, spec, item)
        if item.payload["type"] == "album":
            return item.digest
        digest = combined_digest(digest_of(read_file(source, item.payload["file"], limit=spec.max_bytes).data), [])
        return item.digest if digest == item.payload["file_digest"] else digest

    def verify(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, items: Sequence[Item]
    ) -> Sequence[Reason | None]:
        """As ``media``, or as the part says."""
        of_media = [it for it in items if it.payload["type"] not in PARTS]
        found = dict(zip([it.position for it in of_media], super().verify(work, blobs, spec, of_media), strict=True))
        return [
            PARTS[it.payload["type"]].verify(work, it) if it.payload["type"] in PARTS else found[it.position]
            for it in items
        ]

    def undo(self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item]) -> Sequence[Reason | None]:
        """What refers to others before what it refers to: the last of the plan comes first."""
        links = Links(work, spec.import_id)
        reasons: dict[int, Reason | None] = {}
        for it in _referring(items):
            reasons[it.position] = PARTS[it.payload["type"]].undo(work, spec, it, links)
        of_media = [it for it in items if it.payload["type"] not in PARTS]
        reasons |= zip([it.position for it in of_media], super().undo(work, spec, of_media), strict=True)
        for it in _referred_to(items):
            reasons[it.position] = PARTS[it.payload["type"]].undo(work, spec, it, links)
        return [reasons[it.position] for it in items]

    def dry_run_undo(
        self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item], removed: RemovedByUndo
    ) -> Sequence[Reason | None]:
        """What ``undo`` would answer."""
        reasons: dict[int, Reason | None] = {}
        for it in _referring(items):
            reasons[it.position] = PARTS[it.payload["type"]].dry_run_undo(work, it, removed)
        of_media = [it for it in items if it.payload["type"] not in PARTS]
        for it, reason in zip(of_media, super().dry_run_undo(work, spec, of_media, removed), strict=True):
            reasons[it.position] = reason
            if reason is None and it.payload["type"] == "album" and it.made is not None:
                removed.albums.add(UUID(it.made["album_id"]))
        for it in _referred_to(items):
            reasons[it.position] = PARTS[it.payload["type"]].dry_run_undo(work, it, removed)
        return [reasons[it.position] for it in items]


def _link_to_template(work: UnitOfWork, item: Item, links: Links) -> None:
    """Have an album that was a set template show the one that was made of it."""
    template, album = links.find(item.payload.get("template")), links.find(item.key)
    if template is not None and album is not None and item.payload["type"] == "album":
        theme = template.payload["new"]["example_theme"]
        version = int(template.made["version"])
        albums.link_to_set(work, album.thing.id, template.thing.id, version, theme, None)


def _referring(items: Sequence[Item]) -> list[Item]:
    return [it for it in items if it.payload["type"] in PARTS and it.payload["type"] not in REFERRED_TO]


def _referred_to(items: Sequence[Item]) -> list[Item]:
    return [it for last in reversed(REFERRED_TO) for it in items if it.payload["type"] == last]
