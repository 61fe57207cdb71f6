"""The kind ``album``: an exported album, which another studio may have written.

Albums and pictures have the payloads and the ``made`` of the kind ``media``, which applies, verifies and undoes them. A
picture is a part of the bundle, and becomes an image of its own even if the bundle has its bytes twice. What was
imported once stays as it is: a later bundle of the album only brings what is new in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.exports.bundle_file import NotABundle
from platemark.images import import_operations as images
from platemark.imports import journal
from platemark.imports.items import AppliedItem, Content, Diff, FoundItem, Item, PreviousItem
from platemark.imports.kinds.album import scan, templates
from platemark.imports.kinds.album.templates import TYPE as TEMPLATE
from platemark.imports.kinds.database.history import Links
from platemark.imports.kinds.media.diff import KNOWN, diff_album
from platemark.imports.kinds.media.kind import MediaKind
from platemark.imports.kinds.protocol import Check, ImportSpec, RemovedByUndo
from platemark.imports.reading.picture_files import PictureRequest, read_part
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Reason, changed_since_plan
from platemark.storage.blobs import BlobStore

KNOWN_WITH_LABELS = replace(
    KNOWN, message="The same picture is here already. It gets the album and the labels that it lacks, and stays else."
)
STAYS = Reason("imported_before", "The bundle says something else of it than an earlier one. It stays as it is here.")


class AlbumKind(MediaKind):
    """The source is a file: everything is read from its parts."""

    def scan(self, source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
        """The set template, the album, and its pictures in order."""
        return scan.scan(source, spec)

    def diff(
        self, work: UnitOfWork, spec: ImportSpec, found: Sequence[FoundItem], previous: Mapping[str, PreviousItem]
    ) -> Sequence[Diff]:
        """Things are matched by the ids of the studio that exported them, new pictures by their bytes."""
        return _Differ(work, spec, found, previous).diff()

    @contextmanager
    def checks(self, source: Source, spec: ImportSpec) -> Iterator[Check]:  # noqa: ARG002 - the protocol's
        """The bundle is the one that was planned."""
        digest = _bundle_digest(source)

        def check(item: Item) -> None:
            if item.payload["bundle"] != digest:
                raise changed_since_plan("The bundle")

        yield check

    def picture_request(self, spec: ImportSpec, item: Item) -> PictureRequest | None:
        """Every picture."""
        payload = item.payload
        if payload["type"] != "picture":
            return None
        offset, size = payload["part"]
        return PictureRequest(
            payload["file"], (), payload["file_digest"], spec.max_bytes, spec.max_pixels, (offset, size),
            payload["stored"],
        )  # fmt: skip

    def apply(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[AppliedItem | Reason]:
        """The set template, the album that shows it, and the pictures."""
        links = Links(work, spec.import_id)
        results: dict[int, AppliedItem | Reason] = {}
        for item, _ in _only(batch, template=True):
            results[item.position] = templates.apply(work, spec, item)
            links.add(item, results[item.position])
        of_media = _only(batch, template=False)
        for (item, _), result in zip(of_media, super().apply(work, blobs, spec, of_media), strict=True):
            results[item.position] = result
            links.add(item, result)
            _link_to_template(work, item, links)
        return [results[item.position] for item, _ in batch]

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:  # noqa: ARG002 - the protocol's
        """The item's digest, unless its part of the bundle changed."""
        data = read_part(source, item.payload["file"], *item.payload["part"])
        digest = hashlib.sha256(data).hexdigest()
        return item.digest if digest == item.payload["source_digest"] else digest

    def verify(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, items: Sequence[Item]
    ) -> Sequence[Reason | None]:
        """As ``media``; the set template with its rows."""
        of_media = [it for it in items if it.payload["type"] != TEMPLATE]
        found = dict(zip([it.position for it in of_media], super().verify(work, blobs, spec, of_media), strict=True))
        return [found[it.position] if it.position in found else templates.verify(work, it) for it in items]

    def undo(self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item]) -> Sequence[Reason | None]:
        """Pictures, the album, then the set template that it showed."""
        of_media = [it for it in items if it.payload["type"] != TEMPLATE]
        reasons = dict(zip([it.position for it in of_media], super().undo(work, spec, of_media), strict=True))
        return [reasons[it.position] if it.position in reasons else templates.undo(work, spec, it) for it in items]

    def dry_run_undo(
        self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item], removed: RemovedByUndo
    ) -> Sequence[Reason | None]:
        """What ``undo`` would answer."""
        of_media = [it for it in items if it.payload["type"] != TEMPLATE]
        reasons: dict[int, Reason | None] = {}
        for it, reason in zip(of_media, super().dry_run_undo(work, spec, of_media, removed), strict=True):
            reasons[it.position] = reason
            if reason is None and it.payload["type"] == "album" and it.made is not None:
                removed.albums.add(UUID(it.made["album_id"]))
        return [
            reasons[it.position] if it.position in reasons else templates.dry_run_undo(work, it, removed)
            for it in items
        ]


class _Differ:
    """Compares found items with the studio."""

    def __init__(
        self, work: UnitOfWork, spec: ImportSpec, found: Sequence[FoundItem], previous: Mapping[str, PreviousItem]
    ) -> None:
        self._work, self._found, self._previous = work, found, previous
        pictures = [it for it in found if it.payload["type"] == "picture"]
        earlier = [UUID(it.made["image_id"]) for it in previous.values() if "image_id" in it.made]
        known = images.image_ids_by_digest(work, spec.by.user_id, [it.payload["picture"] for it in pictures])
        self._states = images.image_states(work, [*earlier, *known.values()])
        self._known = {digest for digest, image_id in known.items() if not self._states[image_id].in_trash}
        keys = {it.payload["album"] for it in pictures} | {it.key for it in found if it.payload["type"] == "album"}
        self._albums = journal.previous_items(work, spec.kind, None, keys)
        made = [UUID(it.made["album_id"]) for it in self._albums.values() if it.made.get("album_id")]
        self._versions = albums.album_versions(work, made)

    def diff(self) -> list[Diff]:
        return [self._diff(it) for it in self._found]

    def _diff(self, found: FoundItem) -> Diff:
        previous = self._previous.get(found.key)
        if found.payload["type"] == TEMPLATE:
            return templates.diff(self._work, found, previous)
        if found.payload["type"] == "album":
            return diff_album(previous, self._versions)
        here = previous is not None and UUID(previous.made["image_id"]) in self._states
        if previous is not None and here and self._has_album(found):
            same = previous.digest == found.digest
            return Diff("unchanged", None if same else STAYS, previous.thing, previous.made)
        return Diff("new", KNOWN_WITH_LABELS if found.payload["picture"] in self._known else found.note)

    def _has_album(self, found: FoundItem) -> bool:
        """Whether the album that an earlier import made for a picture is here still."""
        album = self._albums.get(found.payload["album"])
        return diff_album(album, self._versions).outcome == "unchanged"


def _bundle_digest(source: Source) -> str:
    """The digest of the bundle's manifest, which has those of all its files; empty if it is none any more."""
    try:
        with source.open(source.file) as file:
            return scan.Bundle(source, file).digest
    except (NotABundle, OSError):
        return ""


def _only(batch: Sequence[tuple[Item, Content]], *, template: bool) -> list[tuple[Item, Content]]:
    return [it for it in batch if (it[0].payload["type"] == TEMPLATE) is template]


def _link_to_template(work: UnitOfWork, item: Item, links: Links) -> None:
    """Have the album show the set template that it was drawn from."""
    if item.payload["type"] != "album":
        return
    template, album = links.find(item.payload.get("template")), links.find(item.key)
    if template is not None and album is not None:
        version, theme = int(template.made["version"]), item.payload["theme"] or ""
        albums.link_to_set(work, album.thing.id, template.thing.id, version, theme, None)
