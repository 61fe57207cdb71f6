"""The undo phase: removes what the import made unless somebody changed it since, last item first; then its blobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from platemark.blob_references import delete_unreferenced
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports import journal
from platemark.imports.execution.phase_context import PhaseContext
from platemark.imports.items import Item
from platemark.imports.kinds.protocol import ImportSpec, Kind, RemovedByUndo
from platemark.imports.reasons import Reason

BATCH = 50
AFTER_LAST = 2**31 - 1
"""A position after every item of a plan."""

ItemResults = list[tuple[Item, Reason | None]]
"""Items, each with the reason for which it is kept; None where it is undone."""


def run(context: PhaseContext) -> dict[str, Any]:
    """Undo what is left to undo; the columns of the import that hold the result."""
    before, done = AFTER_LAST, 0
    while True:
        with context.lease.read_work() as work:
            items = journal.items_before(work, context.spec.import_id, before, journal.to_undo(), limit=BATCH)
        if not items:
            break
        before, done = items[-1].position, done + len(items)
        _undo_batch(context, items, done)
        context.progress(done, None)
        context.lease.check()
    _remove_blobs(context)
    with context.lease.read_work() as work:
        return journal.count_results(work, context.spec.import_id)


def dry_run_batch(
    work: UnitOfWork, kind: Kind, spec: ImportSpec, items: Sequence[Item], removed: RemovedByUndo
) -> ItemResults:
    """What an undo would do with items once everything in ``removed`` is gone. Only reads."""
    return _for_applied(items, lambda applied: kind.dry_run_undo(work, spec, applied, removed))


def _undo_batch(context: PhaseContext, items: Sequence[Item], done: int) -> None:
    with context.lease.write_work(done=done) as work:
        results = _for_applied(items, lambda applied: context.kind.undo(work, context.spec, applied))
        journal.record_undone(work, context.spec.import_id, [(item.position, reason) for item, reason in results])
        context.fault("in_undo")
        work.commit()
    context.fault("after_undo")


def _for_applied(items: Sequence[Item], call: Callable[[Sequence[Item]], Sequence[Reason | None]]) -> ItemResults:
    """Each item with the kind's answer; nothing was made of the others, so there is no reason to keep them."""
    applied = [item for item in items if item.state == "applied"]
    reasons = dict(zip([it.position for it in applied], call(applied) if applied else [], strict=True))
    return [(item, reasons.get(item.position)) for item in items]


def _remove_blobs(context: PhaseContext) -> None:
    """Remove the blobs that were new with this import and that no row references any more."""
    while True:
        with context.lease.read_work() as work:
            items = journal.items_after(work, context.spec.import_id, -1, journal.with_new_blobs(), limit=BATCH)
        if not items:
            return
        digests = [digest for item in items for digest in item.new_blobs or ()]
        delete_unreferenced(context.lease.write_work, context.blobs, digests)
        context.fault("after_removal")
        with context.lease.write_work() as work:
            journal.clear_new_blobs(work, context.spec.import_id, [item.position for item in items])
            work.commit()
        context.lease.check()
