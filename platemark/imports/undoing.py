"""The last phase: what the import made and nobody changed since is taken back, the last item first; then its bytes."""

from __future__ import annotations

from typing import Any

from platemark.db.tables import ImportItemRow
from platemark.images.keeping import remove_unnamed
from platemark.imports import journal
from platemark.imports.desk import Desk
from platemark.imports.kinds import Item, Remark

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


def _undo(desk: Desk, items: list[Item], done: int) -> None:
    with desk.grip.writing(done=done) as work:
        made = [item for item in items if item.state == "applied"]
        remarks: dict[int, Remark | None] = dict.fromkeys(item.position for item in items)
        for item, remark in zip(made, desk.kind.undo(work, desk.order, made) if made else [], strict=True):
            remarks[item.position] = remark
        journal.undone(work, desk.order.import_id, list(remarks.items()))
        desk.fault("in_undo")
        work.commit()
    desk.fault("after_undo")


def _remove_bytes(desk: Desk) -> None:
    """Of the bytes that were new with the import those go that no row names by now."""
    while True:
        left = (ImportItemRow.state.in_(("undone", "kept")), ImportItemRow.new_blobs.is_not(None))
        with desk.grip.reading() as work:
            items = journal.items(work, desk.order.import_id, -1, *left, limit=BATCH)
        if not items:
            return
        digests = [digest for item in items for digest in item.new_blobs or ()]
        remove_unnamed(desk.grip.writing, desk.blobs, digests)
        desk.fault("after_removal")
        with desk.grip.writing() as work:
            journal.forget_blobs(work, desk.order.import_id, [item.position for item in items])
            work.commit()
        desk.grip.check()
