"""The apply phase: new and changed items become rows and blobs, in batches that are recorded before and after.

A batch takes three steps: its new digests are recorded, its blobs are stored, and one transaction writes its rows and
the journal, together with the digests of a later batch. Wherever the process dies, the same items are processed again
and give the same blobs and rows.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from platemark.db.faults import DATABASE_UNAVAILABLE
from platemark.errors import PlatemarkError
from platemark.imports import journal
from platemark.imports.execution.lease import LeaseLost
from platemark.imports.execution.phase_context import PhaseContext, PhaseStopped
from platemark.imports.execution.prefetch import Contents, Prefetcher
from platemark.imports.items import AppliedItem, Content, Item
from platemark.imports.journal import PendingBlobs
from platemark.imports.reasons import Reason

MAX_BATCH_ITEMS = 256
MAX_BATCH_BYTES = 32 * 1024 * 1024
MAX_BATCH_SECONDS = 5.0
MAX_BATCHES_IN_FLIGHT = 2
MAX_CHUNK_ITEMS = 16
MAX_CHUNK_BYTES = 1024 * 1024
MAX_ITEMS_AHEAD = 256
MAX_BYTES_AHEAD = 64 * 1024 * 1024
PAGE = 200

ReadItem = tuple[Item, Content | Reason]
"""An item with its content, or the reason why it could not be read."""

log = logging.getLogger(__name__)


def run(context: PhaseContext) -> dict[str, Any]:
    """Apply what is left to apply; the columns of the import that hold the result."""
    total, done = _count(context)
    storing = ThreadPoolExecutor(1, "import-store")
    try:
        pipeline = _Pipeline(context, storing, done)
        with Prefetcher(context, total - done) as prefetcher:
            for batch in _batches(context, prefetcher):
                pipeline.submit(batch)
                context.progress(pipeline.done, total)
                context.lease.check()
        pipeline.drain()
    finally:
        storing.shutdown(cancel_futures=True)
    context.progress(total, total)
    with context.lease.read_work() as work:
        return {**journal.count_results(work, context.spec.import_id), "done": total}


class _Pipeline:
    """Batches in flight: while one is being read, the blobs of the next are stored and the rows of a third written.

    One transaction writes the rows of the batch whose blobs are stored and records the digests of the newest batch.
    """

    def __init__(self, context: PhaseContext, storing: ThreadPoolExecutor, done: int) -> None:
        self.done = done
        self._context = context
        self._storing = storing
        self._in_flight: deque[tuple[list[ReadItem], list[PendingBlobs], Future[list[str]]]] = deque()

    def submit(self, batch: Sequence[ReadItem]) -> None:
        """Put a batch in flight; when enough are, finish the oldest first."""
        stored = self._pop_stored() if len(self._in_flight) == MAX_BATCHES_IN_FLIGHT else []
        recorded = {digest for _, pending, _ in self._in_flight for it in pending for digest in it.new_blobs}
        pending = _pending_blobs(self._context, batch, recorded)
        self._write(stored, pending)
        blobs = [data for _, content in batch if isinstance(content, Content) for data in content.blobs.values()]
        without_bytes = [
            (item, Content(facts=content.facts) if isinstance(content, Content) else content) for item, content in batch
        ]
        self._in_flight.append((without_bytes, pending, self._storing.submit(self._context.blobs.put_many, blobs)))

    def drain(self) -> None:
        """Finish all batches in flight."""
        while self._in_flight:
            self._write(self._pop_stored(), [])

    def _pop_stored(self) -> list[ReadItem]:
        """The oldest batch, once its blobs are stored."""
        batch, _, storing = self._in_flight.popleft()
        storing.result()
        self._context.fault("after_blobs")
        self.done += len(batch)
        return batch

    def _write(self, stored: Sequence[ReadItem], pending: Sequence[PendingBlobs]) -> None:
        try:
            self._write_batch(stored, pending)
        except (LeaseLost, PhaseStopped, PlatemarkError, *DATABASE_UNAVAILABLE):
            raise
        except Exception:
            log.exception("A batch of items could not be applied; applying them one by one")
            for one in stored:
                self._write_one(one)
            self._write_batch([], pending)

    def _write_one(self, one: ReadItem) -> None:
        try:
            self._write_batch([one], [])
        except (LeaseLost, PhaseStopped, PlatemarkError, *DATABASE_UNAVAILABLE):
            raise
        except Exception as error:
            log.exception("Item %s could not be applied", one[0].position)
            failed = Reason("import_failed", f"Unexpected error: {type(error).__name__}. See the log.")
            self._write_batch([(one[0], failed)], [])

    def _write_batch(self, stored: Sequence[ReadItem], pending: Sequence[PendingBlobs]) -> None:
        context, import_id = self._context, self._context.spec.import_id
        ready = [(item, content) for item, content in stored if isinstance(content, Content)]
        refused = [(item.position, reason) for item, reason in stored if isinstance(reason, Reason)]
        with context.lease.write_work(done=self.done) as work:
            results: Sequence[AppliedItem | Reason] = (
                context.kind.apply(work, context.blobs, context.spec, ready) if ready else []
            )
            by_position = [(item.position, it) for (item, _), it in zip(ready, results, strict=True)]
            journal.record_applied(work, import_id, [*by_position, *refused])
            context.fault("in_apply")
            journal.record_pending_blobs(work, import_id, pending)
            context.fault("in_keep")
            work.commit()
        context.fault("after_apply")


def _pending_blobs(context: PhaseContext, batch: Sequence[ReadItem], recorded: set[str]) -> list[PendingBlobs]:
    """The blobs of a batch that the store does not have yet, each with the first item that has it.

    Blobs that were new before a crash still count as new; ``recorded`` are those of earlier batches in flight.
    """
    pending = []
    for item, content in batch:
        if isinstance(content, Content) and content.blobs:
            fresh = [digest for digest in content.blobs if digest not in recorded and not context.blobs.exists(digest)]
            pending.append(PendingBlobs(item.position, list(dict.fromkeys([*(item.new_blobs or ()), *fresh]))))
            recorded.update(pending[-1].new_blobs)
    return pending


def _count(context: PhaseContext) -> tuple[int, int]:
    """How many items the plan has, and how many of them need no processing any more."""
    with context.lease.read_work() as work:
        total = journal.count_items(work, context.spec.import_id)
        left = journal.count_items(work, context.spec.import_id, journal.to_apply())
    return total, total - left


def _batches(context: PhaseContext, prefetcher: Prefetcher) -> Iterator[list[ReadItem]]:
    """The items in plan order with their contents, read ahead within limits of number and memory."""
    chunks = _chunks(_items_to_apply(context))
    ahead: deque[tuple[list[Item], Future[Contents]]] = deque()
    items_ahead = bytes_ahead = 0
    batch: list[ReadItem] = []
    batch_bytes, started = 0, time.monotonic()
    while True:
        while items_ahead < MAX_ITEMS_AHEAD and bytes_ahead < MAX_BYTES_AHEAD and (chunk := next(chunks, None)):
            ahead.append((chunk, prefetcher.submit(chunk)))
            items_ahead, bytes_ahead = items_ahead + len(chunk), bytes_ahead + sum(map(_size, chunk))
        if not ahead:
            break
        chunk, contents = ahead.popleft()
        for item, content in zip(chunk, contents.result(), strict=True):
            batch.append((item, content))
            items_ahead, bytes_ahead = items_ahead - 1, bytes_ahead - _size(item)
            batch_bytes += _size(item)
            late = time.monotonic() - started > MAX_BATCH_SECONDS
            if len(batch) == MAX_BATCH_ITEMS or batch_bytes > MAX_BATCH_BYTES or late:
                yield batch
                batch, batch_bytes, started = [], 0, time.monotonic()
    if batch:
        yield batch


def _chunks(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Items that are read in one go: small ones together, so that handing them over costs little."""
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += _size(item)
        if len(chunk) == MAX_CHUNK_ITEMS or size > MAX_CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _items_to_apply(context: PhaseContext) -> Iterator[Item]:
    """The items to apply, read a page at a time so that no transaction stays open."""
    after = -1
    while True:
        with context.lease.read_work() as work:
            page = journal.items_after(work, context.spec.import_id, after, journal.to_apply(), limit=PAGE)
        if not page:
            return
        yield from page
        after = page[-1].position


def _size(item: Item) -> int:
    return int(item.payload.get("size", 0))
