"""The second phase: what is new and changed is made, in batches, each of them journalled before and after.

First the digests of the bytes to come are written down, then the bytes are kept, then rows and journal are written in
one transaction, which also writes down the digests of a later batch. Whatever dies in between: the same items are done
again, and the same bytes and rows come of it.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from sqlalchemy import func, select

from platemark.db.outage import AWAY
from platemark.db.tables import ImportItemRow
from platemark.errors import PlatemarkError
from platemark.imports.execution import journal
from platemark.imports.execution.journal import Keeping
from platemark.imports.execution.lease import Lost
from platemark.imports.execution.phase_context import Desk, Stopped
from platemark.imports.kinds.protocol import Content, Item, Made, Remark
from platemark.imports.reading.prefetch import Contents, Preparing

MOST_IN_BATCH = 256
MOST_BYTES_IN_BATCH = 32 * 1024 * 1024
MOST_FLYING = 2
MOST_IN_HAND = 16
MOST_BYTES_IN_HAND = 1024 * 1024
MOST_AHEAD = 256
MOST_BYTES_AHEAD = 64 * 1024 * 1024
LONGEST_BATCH_SECONDS = 5.0
PAGE = 200

Prepared = tuple[Item, Content | Remark]

log = logging.getLogger(__name__)


def run(desk: Desk) -> dict[str, Any]:
    """Do what is to be done still; the columns of the import that tell of it."""
    total, done = _figures(desk)
    keeping = ThreadPoolExecutor(1, "import-keep")
    try:
        line = _Line(desk, keeping, done)
        with Preparing(desk, total - done) as preparing:
            for batch in _prepared(desk, preparing):
                line.take(batch)
                desk.progress(line.done, total)
                desk.grip.check()
        line.finish()
    finally:
        keeping.shutdown(cancel_futures=True)
    desk.progress(total, total)
    with desk.grip.reading() as work:
        return {**journal.results(work, desk.order.import_id), "done": total}


class _Line:
    """Batches on their way: while one is being read, the bytes of the next are being kept and the rows of a third made.

    One transaction makes the rows of a batch whose bytes are kept and notes the digests of the newest one's.
    """

    def __init__(self, desk: Desk, keeper: ThreadPoolExecutor, done: int) -> None:
        self.done = done
        self._desk = desk
        self._keeper = keeper
        self._flying: deque[tuple[list[Prepared], list[Keeping], Future[list[str]]]] = deque()

    def take(self, batch: Sequence[Prepared]) -> None:
        """Send this batch on its way, and finish the oldest where there are enough on theirs."""
        landed = self._land() if len(self._flying) == MOST_FLYING else []
        noted = {digest for _, keeping, _ in self._flying for it in keeping for digest in it.new_blobs}
        keeping = _to_keep(self._desk, batch, noted)
        self._write(landed, keeping)
        blobs = [data for _, content in batch if isinstance(content, Content) for data in content.blobs.values()]
        without = [
            (item, Content(facts=content.facts) if isinstance(content, Content) else content) for item, content in batch
        ]
        self._flying.append((without, keeping, self._keeper.submit(self._desk.blobs.put_many, blobs)))

    def finish(self) -> None:
        """Finish all that are on their way."""
        while self._flying:
            self._write(self._land(), [])

    def _land(self) -> list[Prepared]:
        landed, _, kept = self._flying.popleft()
        kept.result()
        self._desk.fault("after_blobs")
        self.done += len(landed)
        return landed

    def _write(self, landed: Sequence[Prepared], keeping: Sequence[Keeping]) -> None:
        try:
            self._write_together(landed, keeping)
        except (Lost, Stopped, PlatemarkError, *AWAY):
            raise
        except Exception:
            log.exception("a batch of items could not be made: they are made one by one")
            for one in landed:
                self._write_alone(one)
            self._write_together([], keeping)

    def _write_alone(self, one: Prepared) -> None:
        try:
            self._write_together([one], [])
        except (Lost, Stopped, PlatemarkError, *AWAY):
            raise
        except Exception as error:
            log.exception("the item %s could not be made", one[0].position)
            failed = Remark("import_failed", f"It could not be made: {type(error).__name__}. The log says more.")
            self._write_together([(one[0], failed)], [])

    def _write_together(self, landed: Sequence[Prepared], keeping: Sequence[Keeping]) -> None:
        desk, import_id = self._desk, self._desk.order.import_id
        ready = [(item, content) for item, content in landed if isinstance(content, Content)]
        refused = [(item.position, remark) for item, remark in landed if isinstance(remark, Remark)]
        with desk.grip.writing(done=self.done) as work:
            made: Sequence[Made | Remark] = desk.kind.make(work, desk.blobs, desk.order, ready) if ready else []
            ended = [(item.position, it) for (item, _), it in zip(ready, made, strict=True)]
            journal.applied(work, import_id, [*ended, *refused])
            desk.fault("in_apply")
            journal.keep(work, import_id, keeping)
            desk.fault("in_keep")
            work.commit()
        desk.fault("after_apply")


def _to_keep(desk: Desk, batch: Sequence[Prepared], noted: set[str]) -> list[Keeping]:
    """The bytes of a batch that are new in the store, each with the first item that has them.

    Those that were new before a crash still count as new; ``noted`` are on their way with items before.
    """
    keeping = []
    for item, content in batch:
        if isinstance(content, Content) and content.blobs:
            fresh = [digest for digest in content.blobs if digest not in noted and not desk.blobs.exists(digest)]
            keeping.append(Keeping(item.position, list(dict.fromkeys([*(item.new_blobs or ()), *fresh]))))
            noted.update(keeping[-1].new_blobs)
    return keeping


def _figures(desk: Desk) -> tuple[int, int]:
    """How many items the plan has, and how many of them need nothing any more."""
    of_import = ImportItemRow.import_id == desk.order.import_id
    with desk.grip.reading() as work:
        total = work.session.scalars(select(func.count()).where(of_import)).one()
        left = work.session.scalars(select(func.count()).where(of_import, *journal.to_apply())).one()
    return total, total - left


def _prepared(desk: Desk, preparing: Preparing) -> Iterator[list[Prepared]]:
    """The items in their order, read a little ahead, never by much memory."""
    hands = _hands(_unfinished(desk))
    ahead: deque[tuple[list[Item], Future[Contents]]] = deque()
    items_ahead = bytes_ahead = 0
    batch: list[Prepared] = []
    held, began = 0, time.monotonic()
    while True:
        while items_ahead < MOST_AHEAD and bytes_ahead < MOST_BYTES_AHEAD and (hand := next(hands, None)):
            ahead.append((hand, preparing.submit(hand)))
            items_ahead, bytes_ahead = items_ahead + len(hand), bytes_ahead + sum(map(_size, hand))
        if not ahead:
            break
        hand, coming = ahead.popleft()
        for item, content in zip(hand, coming.result(), strict=True):
            batch.append((item, content))
            items_ahead, bytes_ahead = items_ahead - 1, bytes_ahead - _size(item)
            held += _size(item)
            late = time.monotonic() - began > LONGEST_BATCH_SECONDS
            if len(batch) == MOST_IN_BATCH or held > MOST_BYTES_IN_BATCH or late:
                yield batch
                batch, held, began = [], 0, time.monotonic()
    if batch:
        yield batch


def _hands(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Items that are prepared in one go: small ones together, so that handing over costs little."""
    hand: list[Item] = []
    size = 0
    for item in items:
        hand.append(item)
        size += _size(item)
        if len(hand) == MOST_IN_HAND or size > MOST_BYTES_IN_HAND:
            yield hand
            hand, size = [], 0
    if hand:
        yield hand


def _unfinished(desk: Desk) -> Iterator[Item]:
    """The items to do, a page at a time, so that no transaction lasts."""
    after = -1
    while True:
        with desk.grip.reading() as work:
            page = journal.items(work, desk.order.import_id, after, *journal.to_apply(), limit=PAGE)
        if not page:
            return
        yield from page
        after = page[-1].position


def _size(item: Item) -> int:
    return int(item.payload.get("size", 0))
