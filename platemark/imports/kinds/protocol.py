"""What a kind of import implements. The phases in ``execution`` plan, record, resume and undo whatever the kind is.

A kind finds items in a source (``scan``), compares them with the studio (``diff``), makes sure that the source says of
one what it said then (``checks``), reads it (``read_content``), writes the rows of several (``apply``), checks them
later (``source_digest``, ``verify``) and removes them (``undo``, ``dry_run_undo``). Methods with a ``work`` add to its
transaction and never commit; the others touch no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.items import AppliedItem, Content, Diff, FoundItem, Item, PreviousItem
from platemark.imports.reading.picture_files import PictureRequest
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Reason
from platemark.storage.blobs import BlobStore

Check = Callable[[Item], None]
"""ItemRefused if an item is not as it was planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSpec:
    """The parameters of an import. ``by`` owns what it makes; ``visibility`` applies where the source says nothing.

    ``albums``: which folders become albums, those with ``known`` names or all ``folders``. ``redact_emails``: whether
    addresses are secrets in reports.
    """

    import_id: UUID
    kind: str
    visibility: str
    albums: str
    by: Actor
    max_bytes: int
    max_pixels: int
    redact_emails: bool = True


@dataclass(slots=True)
class RemovedByUndo:
    """What a dry run of an undo counts as removed so far: ``memberships`` are (image, album).

    ``albums`` are those that are gone, or no longer show a set template; ``set_templates`` those that are gone, or as
    they were before.
    """

    albums: set[UUID] = field(default_factory=set)
    set_runs: set[UUID] = field(default_factory=set)
    set_templates: set[UUID] = field(default_factory=set)
    memberships: set[tuple[UUID, UUID]] = field(default_factory=set)


class Kind(Protocol):
    """A kind of import. A method that takes a list of items returns one answer for each, in the same order."""

    def scan(self, source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
        """Everything in the source, always in the same order, lazily."""
        ...

    def diff(
        self, work: UnitOfWork, spec: ImportSpec, found: Sequence[FoundItem], previous: Mapping[str, PreviousItem]
    ) -> Sequence[Diff]:
        """Compare found items, none of them skipped, with the studio. ``previous`` is by key. Only reads."""
        ...

    def checks(self, source: Source, spec: ImportSpec) -> AbstractContextManager[Check]:
        """What one apply calls for each item before its content is read, in several threads.

        ItemRefused if what the plan read of the item, other than its content, changed since.
        """
        ...

    def read_content(self, source: Source, spec: ImportSpec, item: Item) -> Content:
        """Read the item for an apply; called in several threads. ItemRefused if its content changed since the plan."""
        ...

    def picture_request(self, spec: ImportSpec, item: Item) -> PictureRequest | None:
        """The request with which a picture process does what ``read_content`` does; None where it is not needed."""
        ...

    def apply(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[AppliedItem | Reason]:
        """Write the rows of items whose blobs are stored; a Reason for an item that could not be applied."""
        ...

    def source_digest(self, source: Source, spec: ImportSpec, item: Item) -> str:
        """What ``FoundItem.digest`` would be now. ItemRefused if the item is missing or cannot be read."""
        ...

    def verify(
        self, work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, items: Sequence[Item]
    ) -> Sequence[Reason | None]:
        """The worst discrepancy: ``missing``, ``corrupt``, ``orphaned`` or ``altered``; None if there is none."""
        ...

    def undo(self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item]) -> Sequence[Reason | None]:
        """Remove what was made and not changed since; the last item comes first. A Reason for an item that is kept."""
        ...

    def dry_run_undo(
        self, work: UnitOfWork, spec: ImportSpec, items: Sequence[Item], removed: RemovedByUndo
    ) -> Sequence[Reason | None]:
        """What ``undo`` would answer once everything in ``removed`` is gone; adds what it would remove. Only reads."""
        ...
