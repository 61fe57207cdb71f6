"""What can be said of an import, and what somebody can ask for. No path of the disk is in here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from platemark.imports.kinds.protocol import Outcome, Thing

Phase = Literal["plan", "apply", "verify", "undo"]
OUTCOMES: tuple[Outcome, ...] = ("new", "unchanged", "changed", "conflicting", "skipped")
RESULTS = ("applied", "failed", "undone", "kept")
MOST_REASONS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class NewImport:
    """An import to plan. ``source`` is the name of a configured folder, with slashes to one below it."""

    kind: str
    source: str
    visibility: str = "private"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFilter:
    """Which imports: all of these must hold; empty or None lets everything pass."""

    kind: str | None = None
    states: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFilter:
    """Which items: of these outcomes (all where empty), and only those with a discrepancy where that is asked."""

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
    """How many items are not as they should be, in the same way."""

    code: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportView:
    """An import with the figures of its plan and of the phase that ended last."""

    id: UUID
    kind: str
    source: str
    visibility: str
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
        """Whether its latest phase waits or runs."""
        return self.state in ("queued", "running")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """An item: what the plan says of it and what became of it."""

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
    """A folder that imports may read, by its name."""

    name: str
    readable: bool


@dataclass(frozen=True, slots=True)
class Survey:
    """What a plan found, without a row of it: the figures, and the digest that the plan would have."""

    digest: str
    counts: Mapping[str, int]
    reasons: Sequence[ReasonCount]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoSurvey:
    """What an undo would do: how many items it would take back and keep, and why; the first of each, the last first."""

    undone_count: int
    kept_count: int
    reasons: Sequence[DiscrepancyCount]
    undone: Sequence[ItemView]
    kept: Sequence[ItemView]


@dataclass(slots=True)
class Tally:
    """Counts what a plan finds, in little memory however much that is."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    reasons: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, outcome: str, reason: str | None) -> None:
        """One more."""
        self.counts[outcome] += 1
        if reason is not None:
            self.reasons[outcome, reason] = self.reasons.get((outcome, reason), 0) + 1

    def by_reason(self) -> list[ReasonCount]:
        """The most frequent first, at most as many as an answer may have."""
        most = sorted(self.reasons.items(), key=lambda it: (-it[1], it[0]))[:MOST_REASONS]
        return [ReasonCount(outcome, reason, count) for (outcome, reason), count in most]


def plain(reasons: Sequence[ReasonCount]) -> list[dict[str, Any]]:
    """Reasons as JSON, as they are stored."""
    return [{"outcome": it.outcome, "reason": it.reason, "count": it.count} for it in reasons]
