"""What a kind of import has to know; the engine around it plans, journals, resumes and undoes whatever the kind is.

A kind finds things in a source (``scan``), compares them with what is here (``judge``), reads one of them for good
(``prepare``), makes rows of several (``make``), looks at them again (``digest``, ``verify``) and takes them back
(``undo``), or only says what that would leave (``foresee``). What is given a ``work`` adds to its transaction and never
commits; the others touch no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol
from uuid import UUID

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.reading.picture_files import Asked
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Refused, Remark
from platemark.storage.blobs import BlobStore

Outcome = Literal["new", "unchanged", "changed", "conflicting", "skipped"]
ThingKind = Literal["album", "image", "set_template"]
TO_DO: tuple[Outcome, ...] = ("new", "changed")
__all__ = [
    "TO_DO", "Asked", "Content", "Earlier", "Found", "Item", "Judged", "Kind", "Made", "Order", "Outcome", "Refused",
    "Remark", "Taken", "Thing", "ThingKind",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What an import was asked to do. ``by`` owns what it makes; ``visibility`` counts where the source says none."""

    import_id: UUID
    kind: str
    visibility: str
    by: Actor
    max_bytes: int
    max_pixels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing of a source. ``key`` is its path below it, with slashes; each key is there once.

    ``digest`` is a SHA-256 over all that the source says of it, ``payload`` JSON with what ``make`` needs. ``at`` is
    the time that its id will tell (None: now), ``size`` the bytes that ``prepare`` will hold. With ``skipped`` it is
    not taken, for that reason; with ``remark`` it is taken all the same.
    """

    key: str
    digest: str = ""
    payload: Mapping[str, Any] = field(default_factory=dict)
    at: datetime | None = None
    size: int = 0
    skipped: Remark | None = None
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """What an item became."""

    kind: ThingKind
    id: UUID


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an import before, of the same kind and folder, made of the same key; None of it was undone."""

    digest: str
    payload: Mapping[str, Any]
    made: Mapping[str, Any]
    thing: Thing | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to become of a found thing. ``made`` and ``thing`` carry on what is there of something unchanged."""

    outcome: Outcome
    remark: Remark | None = None
    thing: Thing | None = None
    made: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a plan as it is journalled; ``target_id`` is the id that what it makes is to have."""

    position: int
    key: str
    outcome: Outcome
    reason: str | None
    state: str
    digest: str
    payload: Mapping[str, Any]
    target_id: UUID
    made: Mapping[str, Any] | None
    thing: Thing | None
    new_blobs: Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Content:
    """What ``prepare`` read: bytes to be kept before ``make`` is called, by digest, and what ``make`` has to know."""

    blobs: Mapping[str, bytes] = field(default_factory=dict)
    facts: Any = None


@dataclass(frozen=True, slots=True)
class Made:
    """What an item became; ``made`` is JSON with all that verifying and undoing it need, versions above all."""

    thing: Thing | None
    made: Mapping[str, Any]


@dataclass(slots=True)
class Taken:
    """What an undo that is only looked at would have taken back by now: ``albums``, ``places`` (image, album)."""

    albums: set[UUID] = field(default_factory=set)
    places: set[tuple[UUID, UUID]] = field(default_factory=set)


class Kind(Protocol):
    """A kind of import. Lists that are given and returned go together, item by item."""

    def scan(self, source: Source, order: Order) -> Iterator[Found]:
        """Everything in the source, in an order that is always the same, a little at a time."""
        ...

    def judge(
        self, work: UnitOfWork, order: Order, found: Sequence[Found], earlier: Mapping[str, Earlier]
    ) -> Sequence[Judged]:
        """Compare what was found, none of it skipped, with what is here. ``earlier`` goes by key. Only reads."""
        ...

    def prepare(self, source: Source, order: Order, item: Item) -> Content:
        """Read the item for good; several at once, in threads. Refused where it is not what was planned any more."""
        ...

    def asks(self, order: Order, item: Item) -> Asked | None:
        """What another process has to be asked so that it prepares the item as ``prepare`` does; None: it need not."""
        ...

    def make(
        self, work: UnitOfWork, blobs: BlobStore, order: Order, batch: Sequence[tuple[Item, Content]]
    ) -> Sequence[Made | Remark]:
        """Make the rows of items whose bytes are kept; a Remark for one that could not be made."""
        ...

    def digest(self, source: Source, order: Order, item: Item) -> str:
        """What ``Found.digest`` of the item would be now. Refused where it is not there or cannot be read."""
        ...

    def verify(
        self, work: UnitOfWork, blobs: BlobStore, order: Order, items: Sequence[Item]
    ) -> Sequence[Remark | None]:
        """What is not as it was made: ``missing``, ``corrupt``, ``orphaned`` or ``altered``, the worst; None: well."""
        ...

    def undo(self, work: UnitOfWork, order: Order, items: Sequence[Item]) -> Sequence[Remark | None]:
        """Take back what was made and nobody changed since; items come last first. A Remark for what is kept."""
        ...

    def foresee(self, work: UnitOfWork, order: Order, items: Sequence[Item], taken: Taken) -> Sequence[Remark | None]:
        """What ``undo`` would answer if all in ``taken`` were gone, which grows by what it would take. Only reads."""
        ...
