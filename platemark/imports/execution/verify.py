"""The third phase, as often as one likes: everything that was made is read again, rows, bytes and source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from platemark.db.tables import ImportItemRow
from platemark.imports.execution import journal
from platemark.imports.execution.phase_context import Desk
from platemark.imports.kinds.protocol import Item, Refused, Remark

BATCH = 50


def run(desk: Desk) -> dict[str, Any]:
    """Verify from the start; the columns of the import that tell of it."""
    after, done = -1, 0
    while True:
        with desk.grip.reading() as work:
            items = journal.items(work, desk.order.import_id, after, made_or_found(), limit=BATCH)
            rows = desk.kind.verify(work, desk.blobs, desk.order, items) if items else []
        if not items:
            break
        remarks = [remark or _source_remark(desk, item) for item, remark in zip(items, rows, strict=True)]
        after, done = items[-1].position, done + len(items)
        _write(desk, items, remarks, done)
        desk.progress(done, None)
        desk.grip.check()
    with desk.grip.reading() as work:
        return {**journal.results(work, desk.order.import_id), "source_checked": desk.source is not None}


def made_or_found() -> ColumnElement[bool]:
    """The items of which something is here: made by this import, or found to be here by its plan."""
    known = and_(ImportItemRow.outcome == "unchanged", ImportItemRow.thing_id.is_not(None))
    return or_(ImportItemRow.state == "applied", and_(ImportItemRow.state == "planned", known))


def _source_remark(desk: Desk, item: Item) -> Remark | None:
    if desk.source is None:
        return None
    try:
        same = desk.kind.digest(desk.source, desk.order, item) == item.digest
    except (Refused, OSError):
        return Remark("source_missing", "It is not in the source any more, or cannot be read.")
    return None if same else Remark("source_altered", "The source says something else by now.")


def _write(desk: Desk, items: Sequence[Item], remarks: Sequence[Remark | None], done: int) -> None:
    found = list(zip([item.position for item in items], remarks, strict=True))
    with desk.grip.writing(done=done) as work:
        journal.verified(work, desk.order.import_id, found)
        desk.fault("in_verify")
        work.commit()
    desk.fault("after_verify")
