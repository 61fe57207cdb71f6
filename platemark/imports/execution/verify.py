"""The verify phase, which can be repeated: reads everything the import made again: rows, bytes and source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from platemark.imports import journal
from platemark.imports.execution.phase_context import PhaseContext
from platemark.imports.items import Item
from platemark.imports.reasons import ItemRefused, Reason

BATCH = 50


def run(context: PhaseContext) -> dict[str, Any]:
    """Verify from the start; the columns of the import that hold the result."""
    after, done = -1, 0
    while True:
        with context.lease.read_work() as work:
            items = journal.items_after(work, context.spec.import_id, after, journal.to_verify(), limit=BATCH)
            rows = context.kind.verify(work, context.blobs, context.spec, items) if items else []
        if not items:
            break
        reasons = [reason or _check_source(context, item) for item, reason in zip(items, rows, strict=True)]
        after, done = items[-1].position, done + len(items)
        _record(context, items, reasons, done)
        context.progress(done, None)
        context.lease.check()
    with context.lease.read_work() as work:
        results = journal.count_results(work, context.spec.import_id)
    return {**results, "source_checked": context.source is not None}


def _check_source(context: PhaseContext, item: Item) -> Reason | None:
    if context.source is None:
        return None
    try:
        same = context.kind.source_digest(context.source, context.spec, item) == item.digest
    except (ItemRefused, OSError):
        return Reason("source_missing", "It is no longer in the source, or cannot be read.")
    return None if same else Reason("source_altered", "The source has changed since the import.")


def _record(context: PhaseContext, items: Sequence[Item], reasons: Sequence[Reason | None], done: int) -> None:
    results = list(zip([item.position for item in items], reasons, strict=True))
    with context.lease.write_work(done=done) as work:
        journal.record_verified(work, context.spec.import_id, results)
        context.fault("in_verify")
        work.commit()
    context.fault("after_verify")
