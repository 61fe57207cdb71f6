"""What callers ask for and get back: plain data. A view never contains a path on the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from uuid import UUID

from platemark.imports.items import Thing

Phase = Literal["plan", "apply", "verify", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewImport:
    """An import to plan. ``source`` is the name of a configured folder, or a path below one: ``outputs/2024``.

    For a kind that reads a file it is the path of that: ``outputs/beasts.zip``.
    """

    kind: str
    source: str
    visibility: str = "private"
    albums: str = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFolderImport:
    """An import to plan from any folder, named by an operator. ``folder`` is resolved: absolute, without links.

    For a kind that reads a file it is the path of that.
    """

    kind: str
    folder: Path
    visibility: str = "private"
    albums: str = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFilter:
    """Which imports: all conditions must hold; None or empty matches everything."""

    kind: str | None = None
    states: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFilter:
    """Which items: those with one of these outcomes (empty: all), and with ``discrepancies`` only those with one."""

    outcomes: Sequence[str] = ()
    discrepancies: bool = False


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many items have an outcome for the same reason."""

    outcome: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class DiscrepancyCount:
    """How many items have the same discrepancy."""

    code: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportView:
    """An import with the figures of its plan and of the phase that ended last."""

    id: UUID
    kind: str
    source: str
    visibility: str
    albums: str
    phase: str
    state: str
    digest: str | None
    done: int
    total: int | None
    counts: Mapping[str, int]
    reasons: Sequence[ReasonCount]
    results: Mapping[str, int]
    discrepancies: Sequence[DiscrepancyCount]
    source_checked: bool | None
    error_code: str | None
    error_message: str | None
    cancel_requested_at: datetime | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    planned_at: datetime | None
    applied_at: datetime | None
    verified_at: datetime | None
    undone_at: datetime | None

    @property
    def busy(self) -> bool:
        """Whether its latest phase is queued or running."""
        return self.state in ("queued", "running")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """An item: its outcome in the plan, and its state since."""

    position: int
    key: str
    outcome: str
    reason: str | None
    message: str
    state: str
    discrepancy: str | None
    discrepancy_message: str
    thing: Thing | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """A configured folder that imports may read, by its name."""

    name: str
    readable: bool


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """The figures of a plan, and its digest."""

    digest: str
    counts: Mapping[str, int]
    reasons: Sequence[ReasonCount]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDryRun:
    """What a plan would say: the source's name, the figures, the number of items, the first items with a reason.

    Items with quiet reasons come last.
    """

    source: str
    summary: PlanSummary
    size: int
    items: Sequence[ItemView]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoDryRun:
    """What an undo would do: how many items it would undo and keep, and why.

    ``undone`` and ``kept`` list the first items of each, in the order of the undo: the last of the plan first.
    """

    undone_count: int
    kept_count: int
    reasons: Sequence[DiscrepancyCount]
    undone: Sequence[ItemView]
    kept: Sequence[ItemView]
