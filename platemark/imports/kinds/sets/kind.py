"""The kind ``sets``: each set becomes a set template with its rows, and an album that represents it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.items import AppliedItem, Content, Diff, FoundItem, Item, PreviousItem
from platemark.imports.kinds.protocol import Check, ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import albums, manifests, notes, templates
from platemark.imports.kinds.sets.albums import ALBUM
from platemark.imports.kinds.sets.manifests import Manifest, json_digest
from platemark.imports.reading.picture_files import PictureRequest
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import ItemRefused, Reason, changed_since_plan
from platemark.storage.blobs import BlobStore

ALBUM_SUFFIX = "/album"
"""The key of an album is that of its set template with this suffix."""


class SetsKind:
    """Stores no blobs: everything it applies is in the payload of its items."""

    def scan(self, source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
        """Each set as two items, its set template and its album, then its problems."""
        seen: set[str] = set()
        for result in manifests.read(source, visibility=spec.visibility):
            if result.manifest is not None:
                yield from _found_items(result.manifest, None if result.note is None else notes.reason_of(result.note))
            for problem in result.problems:
                yield FoundItem(key=_unique_key(problem.key, seen), skipped=notes.reason_of(problem))

    def diff(
        self, work: UnitOfWork, _spec: ImportSpec, found: Sequence[FoundItem], previous: Mapping[str, PreviousItem]
    ) -> Sequence[Diff]:
        """Compare with the set templates and albums in the studio."""
        return [_module_for(it).diff(work, it, previous.get(it.key)) for it in found]

    @contextmanager
    def checks(self, source: Source, spec: ImportSpec) -> Iterator[Check]:
        """The config file and the CSV file say of the set what they said."""

        def check(item: Item) -> None:
            if self.source_digest(source, spec, item) != item.digest:
                raise changed_since_plan("What the config file, or the CSV file, says of it")

        yield check

    def read_content(self, _source: Source, _spec: ImportSpec, _item: Item) -> Content:
        """Nothing: everything is in the plan."""
        return Content()

    def picture_request(self, _spec: ImportSpec, _item: Item) -> PictureRequest | None:
        """None: there are no pictures to read."""
        return None

    def apply(
        self, work: UnitOfWork, _blobs: BlobStore, spec: ImportSpec, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[AppliedItem | Reason]:
        """Write set templates and albums; an album needs its set template."""
        return [_module_for(item).apply(work, spec, item) for item, _ in batch]

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:
        """The digest of what the source says about the item now."""
        key = item.key.removesuffix(ALBUM_SUFFIX) if item.payload["what"] == ALBUM else item.key
        manifest = manifests.find(source, key, visibility=spec.visibility)
        if manifest is None:
            raise ItemRefused("source_missing", "The source no longer has this set, or it can no longer be imported.")
        return next(it.digest for it in _found_items(manifest, None) if it.payload["what"] == item.payload["what"])

    def verify(
        self, work: UnitOfWork, _blobs: BlobStore, _spec: ImportSpec, items: Sequence[Item]
    ) -> Sequence[Reason | None]:
        """Compare each set template and album with what was imported."""
        return [_module_for(item).verify(work, item) for item in items]

    def undo(self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item]) -> Sequence[Reason | None]:
        """Remove albums, then the set templates that are no longer in use."""
        return [_module_for(item).undo(work, spec, item) for item in items]

    def dry_run_undo(
        self, work: UnitOfWork, _spec: ImportSpec, items: Sequence[Item], removed: RemovedByUndo
    ) -> Sequence[Reason | None]:
        """What ``undo`` would answer."""
        return [_module_for(item).dry_run_undo(work, item, removed) for item in items]


def _found_items(manifest: Manifest, note: Reason | None) -> Iterator[FoundItem]:
    new = manifest.new
    template = {"what": templates.TEMPLATE, **manifest.to_json()}
    album = {
        "what": ALBUM,
        "set_id": manifest.set_id,
        "of": manifest.content_digest(),
        "name": new.name,
        "description": new.description,
        "visibility": new.visibility,
        "theme": new.example_theme,
    }
    yield FoundItem(key=manifest.key, digest=json_digest(template), payload=template, note=note)
    yield FoundItem(key=manifest.key + ALBUM_SUFFIX, digest=json_digest(album), payload=album)


def _module_for(item: FoundItem | Item) -> Any:
    """The module that handles such items."""
    return albums if item.payload["what"] == ALBUM else templates


def _unique_key(key: str, seen: set[str]) -> str:
    """``key``, numbered if it was seen before: keys made of unprintable names may be equal."""
    number, unique = 1, key
    while unique in seen:
        number += 1
        unique = f"{key[:980]} ({number})"
    seen.add(unique)
    return unique
