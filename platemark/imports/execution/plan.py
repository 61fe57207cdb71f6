"""The plan phase: scan the source and compare it with the studio. Writes nothing but the plan's own rows."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from platemark.choices import IMPORTS_OF_FILES
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import journal
from platemark.imports.execution.phase_context import PhaseContext
from platemark.imports.items import MAX_REASONS, OUTCOMES, Diff, FoundItem
from platemark.imports.kinds.protocol import ImportSpec, Kind
from platemark.imports.reading.sources import Source
from platemark.imports.views import PlanSummary, ReasonCount

MAX_BATCH_ITEMS = 200
MAX_BATCH_SECONDS = 5.0

PlannedItems = Sequence[tuple[FoundItem, Diff]]


@dataclass(slots=True)
class Tally:
    """Counts outcomes and reasons, in little memory however many items there are."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    reasons: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, outcome: str, reason: str | None) -> None:
        """Count one item."""
        self.counts[outcome] += 1
        if reason is not None:
            self.reasons[outcome, reason] = self.reasons.get((outcome, reason), 0) + 1

    def most_frequent_reasons(self) -> list[ReasonCount]:
        """The reasons, the most frequent first, at most ``MAX_REASONS``."""
        ordered = sorted(self.reasons.items(), key=lambda it: (-it[1], it[0]))[:MAX_REASONS]
        return [ReasonCount(outcome, reason, count) for (outcome, reason), count in ordered]


class PlanBuilder:
    """Accumulates a plan: its figures, and the digest over every item in order."""

    def __init__(self, spec: ImportSpec) -> None:
        self.size = 0
        self._tally = Tally()
        self._hash = hashlib.sha256(json.dumps([spec.kind, spec.visibility, spec.albums]).encode("ascii"))

    def add(self, planned: PlannedItems) -> None:
        """Add the next items."""
        for found, diff in planned:
            reason = None if diff.reason is None else diff.reason.code
            self._tally.add(diff.outcome, reason)
            self._hash.update(json.dumps([found.key, found.digest, diff.outcome, reason]).encode("ascii"))
        self.size += len(planned)

    @property
    def summary(self) -> PlanSummary:
        """The figures and the digest so far."""
        return PlanSummary(self._hash.hexdigest(), dict(self._tally.counts), self._tally.most_frequent_reasons())


def run(context: PhaseContext) -> dict[str, Any]:
    """Plan from the start and replace any unfinished plan; the columns of the import that hold the result."""
    assert context.source is not None
    plan = PlanBuilder(context.spec)
    with context.lease.write_work(done=0) as work:
        journal.delete_items(work, context.spec.import_id)
        work.commit()
    batches = scan_and_diff(context.source, context.kind, context.spec, context.folder, context.lease.read_work)
    for planned in batches:
        with context.lease.write_work(done=plan.size + len(planned)) as work:
            added = journal.without_known(work, context.spec.import_id, planned)
            journal.insert_items(work, context.spec.import_id, plan.size, added)
            context.fault("in_plan")
            work.commit()
        context.fault("after_plan")
        plan.add(added)
        context.progress(plan.size, None)
        context.lease.check()
    summary = plan.summary
    return {
        "digest": summary.digest, "counts": dict(summary.counts), "reasons": _as_json(summary.reasons),
        "done": plan.size, "total": plan.size,
    }  # fmt: skip


def scan_and_diff(
    source: Source, kind: Kind, spec: ImportSpec, folder: str, read_work: Callable[[], UnitOfWork]
) -> Iterator[PlannedItems]:
    """Everything in the source, each item with its diff, a batch at a time."""
    for batch in _batches(kind.scan(source, spec)):
        with read_work() as work:
            yield _diff_batch(work, kind, spec, folder, batch)


def _diff_batch(
    work: UnitOfWork, kind: Kind, spec: ImportSpec, folder: str, batch: Sequence[FoundItem]
) -> PlannedItems:
    candidates = [it for it in batch if it.skipped is None]
    keys = [it.key for it in candidates]
    only_folder = None if spec.kind in IMPORTS_OF_FILES else folder
    previous = journal.previous_items(work, spec.kind, only_folder, keys)
    diffs = dict(zip(keys, kind.diff(work, spec, candidates, previous), strict=True))
    return [(it, diffs.get(it.key) or Diff("skipped", it.skipped)) for it in batch]


def _batches(items: Iterator[FoundItem]) -> Iterator[list[FoundItem]]:
    """Batches that are limited in number and in time, so that the lease is renewed often enough.

    Of several items with one key, which a source has that changes while it is read, the first counts.
    """
    batch: dict[str, FoundItem] = {}
    started = time.monotonic()
    for it in items:
        batch.setdefault(it.key, it)
        if len(batch) == MAX_BATCH_ITEMS or time.monotonic() - started > MAX_BATCH_SECONDS:
            yield list(batch.values())
            batch, started = {}, time.monotonic()
    if batch:
        yield list(batch.values())


def _as_json(reasons: Sequence[ReasonCount]) -> list[dict[str, Any]]:
    return [{"outcome": it.outcome, "reason": it.reason, "count": it.count} for it in reasons]
