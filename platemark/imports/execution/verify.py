"""The verify phase, which can be repeated: reads everything the import made again: rows, bytes and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from platemark.imports import journal
from platemark.imports.execution.phase_context import PhaseContext
from platemark.imports.items import Item
from platemark.imports.kinds.protocol import Check
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import CHANGED_SINCE_PLAN, ItemRefused, Reason

BATCH = 50
SourceCheck = Callable[[Item], Reason | None]
SOURCE_ALTERED = Reason("source_altered", "The source has changed since the import.")
SOURCE_MISSING = Reason("source_missing", "It is no longer in the source, or cannot be read.")


def run(context: PhaseContext) -> dict[str, Any]:
    """Verify from the start; the columns of the import that hold the result."""
    after, done = -1, 0
    with _source_check(context) as check_source:
        while batch := _verified_rows(context, after):
            items = [item for item, _ in batch]
            reasons = [reason or check_source(item) for item, reason in batch]
            after, done = items[-1].position, done + len(items)
            _record(context, items, reasons, done)
            context.progress(done, None)
            context.lease.check()
    with context.lease.read_work() as work:
        results = journal.count_results(work, context.spec.import_id)
    return {**results, "source_checked": context.source is not None}


def _verified_rows(context: PhaseContext, after: int) -> list[tuple[Item, Reason | None]]:
    """The next items, and what is wrong with the rows and bytes of each."""
    with context.lease.read_work() as work:
        items = journal.items_after(work, context.spec.import_id, after, journal.to_verify(), limit=BATCH)
        reasons = context.kind.verify(work, context.blobs, context.spec, items) if items else []
    return list(zip(items, reasons, strict=True))


@contextmanager
def _source_check(context: PhaseContext) -> Iterator[SourceCheck]:
    """What compares an item with the source, if that is there."""
    source = context.source
    if source is None:
        yield lambda item: None  # noqa: ARG005 - nothing to compare with
        return
    with context.kind.checks(source, context.spec) as require:
        yield lambda item: _compare(context, source, require, item)


def _compare(context: PhaseContext, source: Source, require: Check, item: Item) -> Reason | None:
    try:
        require(item)
        same = context.kind.source_digest(source, context.spec, item) == item.digest
    except ItemRefused as refused:
        return SOURCE_ALTERED if refused.reason.code == CHANGED_SINCE_PLAN else SOURCE_MISSING
    except OSError:
        return SOURCE_MISSING
    return None if same else SOURCE_ALTERED


def _record(context: PhaseContext, items: Sequence[Item], reasons: Sequence[Reason | None], done: int) -> None:
    results = list(zip([item.position for item in items], reasons, strict=True))
    with context.lease.write_work(done=done) as work:
        journal.record_verified(work, context.spec.import_id, results)
        context.fault("in_verify")
        work.commit()
    context.fault("after_verify")
