"""The last phase: what the import made and nobody changed since is taken back, the last item first; then its bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from platemark.blob_references import delete_unreferenced
from platemark.db.tables import ImportItemRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.execution import journal
from platemark.imports.execution.phase_context import Desk
from platemark.imports.kinds.protocol import Item, Kind, Order, Remark, Taken

BATCH = 50
BEHIND_ALL = 2**31 - 1


def run(desk: Desk) -> dict[str, Any]:
    """Undo what is to be undone still; the columns of the import that tell of it."""
    before, done = BEHIND_ALL, 0
    while True:
        with desk.grip.reading() as work:
            items = journal.items_before(work, desk.order.import_id, before, journal.touched(), limit=BATCH)
        if not items:
            break
        before, done = items[-1].position, done + len(items)
        _undo(desk, items, done)
        desk.progress(done, None)
        desk.grip.check()
    _remove_bytes(desk)
    with desk.grip.reading() as work:
        return journal.results(work, desk.order.import_id)


def foresee(
    work: UnitOfWork, kind: Kind, order: Order, items: Sequence[Item], taken: Taken
) -> list[tuple[Item, Remark | None]]:
    """What is to become of items if all in ``taken`` were gone: a Remark for what would be kept. Only reads."""
    return _each(items, lambda made: kind.foresee(work, order, made, taken))


def _undo(desk: Desk, items: Sequence[Item], done: int) -> None:
    with desk.grip.writing(done=done) as work:
        undone = _each(items, lambda made: desk.kind.undo(work, desk.order, made))
        journal.undone(work, desk.order.import_id, [(item.position, remark) for item, remark in undone])
        desk.fault("in_undo")
        work.commit()
    desk.fault("after_undo")


def _each(
    items: Sequence[Item], ask: Callable[[Sequence[Item]], Sequence[Remark | None]]
) -> list[tuple[Item, Remark | None]]:
    """Each item with the answer about it; of those that nothing was made of there is none to be had."""
    made = [item for item in items if item.state == "applied"]
    remarks = dict(zip([it.position for it in made], ask(made) if made else [], strict=True))
    return [(item, remarks.get(item.position)) for item in items]


def _remove_bytes(desk: Desk) -> None:
    """Of the bytes that were new with the import those go that no row names by now."""
    while True:
        left = (ImportItemRow.state.in_(("undone", "kept")), ImportItemRow.new_blobs.is_not(None))
        with desk.grip.reading() as work:
            items = journal.items(work, desk.order.import_id, -1, *left, limit=BATCH)
        if not items:
            return
        digests = [digest for item in items for digest in item.new_blobs or ()]
        delete_unreferenced(desk.grip.writing, desk.blobs, digests)
        desk.fault("after_removal")
        with desk.grip.writing() as work:
            journal.forget_blobs(work, desk.order.import_id, [item.position for item in items])
            work.commit()
        desk.grip.check()
