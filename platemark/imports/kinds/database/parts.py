"""The kinds of rows that are neither albums nor pictures: how each is compared, written, verified and undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.items import AppliedItem, Content, Diff, FoundItem, Item, PreviousItem
from platemark.imports.kinds.database import adapters, reports, set_runs, set_templates, training_runs
from platemark.imports.kinds.database.history import Links
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import lora_matches, templates
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Reason
from platemark.storage.blobs import BlobStore


class Part(Protocol):
    """What a kind of rows implements; the methods are those of ``Kind``, for one item."""

    def diff(self, work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
        """Compare with the studio."""
        ...

    def read(self, source: Source, spec: ImportSpec, item: Item) -> Content:
        """Read what the row names; ItemRefused if it changed since the plan."""
        ...

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:
        """The item's digest, unless what the row names changed."""
        ...

    def apply(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, item: Item, content: Content, links: Links
    ) -> AppliedItem | Reason:
        """Write it; ``links`` finds what it belongs to."""
        ...

    def verify(self, work: UnitOfWork, item: Item) -> Reason | None:
        """The discrepancy, if any."""
        ...

    def undo(self, work: UnitOfWork, spec: ImportSpec, item: Item, links: Links) -> Reason | None:
        """Remove it; a Reason if it is kept."""
        ...

    def dry_run_undo(self, work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:
        """What ``undo`` would answer."""
        ...


class TemplatePart:
    """Set templates as those of the kind ``sets``."""

    def diff(self, work: UnitOfWork, found: FoundItem, previous: PreviousItem | None) -> Diff:
        """Compare with the studio."""
        return templates.diff(work, found, previous)

    def read(self, source: Source, spec: ImportSpec, item: Item) -> Content:  # noqa: ARG002 - the protocol's
        """Nothing: the rows are those of the plan."""
        return Content()

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:  # noqa: ARG002 - the protocol's
        """The digest of the plan, whose rows count."""
        return item.digest

    def apply(
        self, work: UnitOfWork, _blobs: BlobStore, spec: ImportSpec, item: Item, _content: Content, links: Links
    ) -> AppliedItem | Reason:
        """Create it, or add a version, with the adapters that the same import made."""
        found = {key: links.find(key) for key in lora_matches.brought(item.payload["loras"])}
        return templates.apply(work, spec, item, {key: it.thing.id for key, it in found.items() if it is not None})

    def verify(self, work: UnitOfWork, item: Item) -> Reason | None:
        """The discrepancy, if any."""
        return templates.verify(work, item)

    def undo(self, work: UnitOfWork, spec: ImportSpec, item: Item, _links: Links) -> Reason | None:
        """Delete it, or roll it back; a Reason if it was changed or is in use."""
        return templates.undo(work, spec, item)

    def dry_run_undo(self, work: UnitOfWork, item: Item, removed: RemovedByUndo) -> Reason | None:
        """What ``undo`` would answer."""
        return templates.dry_run_undo(work, item, removed)


PARTS: Mapping[str, Part] = {
    set_templates.TYPE: TemplatePart(),
    set_runs.TYPE: set_runs.PART,
    training_runs.TYPE: training_runs.PART,
    adapters.TYPE: adapters.PART,
    reports.TYPE: reports.PART,
}
"""By the type that the payload of an item names."""
