"""The first phase: what is in the source, compared with what is here. Writes nothing but the plan's own rows."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.execution import journal
from platemark.imports.execution.phase_context import Desk
from platemark.imports.kinds.protocol import Found, Judged, Kind, Order
from platemark.imports.reading.sources import Source
from platemark.imports.views import Survey, Tally, plain

MOST_IN_BATCH = 200
LONGEST_BATCH_SECONDS = 5.0

Planned = Sequence[tuple[Found, Judged]]


class Plan:
    """A plan while it grows: its figures, and the digest over every item in its order."""

    def __init__(self, order: Order) -> None:
        self.size = 0
        self.tally = Tally()
        self._hash = hashlib.sha256(json.dumps([order.kind, order.visibility]).encode("ascii"))

    def add(self, planned: Planned) -> None:
        """Take in the next items."""
        for found, judged in planned:
            reason = None if judged.remark is None else judged.remark.code
            self.tally.add(judged.outcome, reason)
            self._hash.update(json.dumps([found.key, found.digest, judged.outcome, reason]).encode("ascii"))
        self.size += len(planned)

    @property
    def survey(self) -> Survey:
        """What the plan says so far."""
        return Survey(self._hash.hexdigest(), dict(self.tally.counts), self.tally.by_reason())


def run(desk: Desk) -> dict[str, Any]:
    """Plan from the start, whatever was planned before; the columns of the import that tell of it."""
    assert desk.source is not None
    plan = Plan(desk.order)
    with desk.grip.writing(done=0) as work:
        journal.forget_items(work, desk.order.import_id)
        work.commit()
    for planned in look_through(desk.source, desk.kind, desk.order, desk.folder, desk.grip.reading):
        with desk.grip.writing(done=plan.size + len(planned)) as work:
            journal.plan(work, desk.order.import_id, plan.size, planned)
            desk.fault("in_plan")
            work.commit()
        desk.fault("after_plan")
        plan.add(planned)
        desk.progress(plan.size, None)
        desk.grip.check()
    survey = plan.survey
    return {
        "digest": survey.digest, "counts": dict(survey.counts), "reasons": plain(survey.reasons),
        "done": plan.size, "total": plan.size,
    }  # fmt: skip


def look_through(
    source: Source, kind: Kind, order: Order, folder: str, reading: Callable[[], UnitOfWork]
) -> Iterator[Planned]:
    """All that is in the source, and what is to become of it, some items at a time."""
    for found in _batches(kind.scan(source, order)):
        with reading() as work:
            yield _judged(work, kind, order, folder, found)


def _judged(work: UnitOfWork, kind: Kind, order: Order, folder: str, found: Sequence[Found]) -> Planned:
    wanted = [it for it in found if it.skipped is None]
    earlier = journal.earlier(work, order.kind, folder, [it.key for it in wanted])
    judged = dict(zip([it.key for it in wanted], kind.judge(work, order, wanted, earlier), strict=True))
    return [(it, judged.get(it.key) or Judged("skipped", it.skipped)) for it in found]


def _batches(found: Iterator[Found]) -> Iterator[list[Found]]:
    """Lists of what is found, short enough in number and in time to keep a lease meanwhile."""
    batch: list[Found] = []
    began = time.monotonic()
    for it in found:
        batch.append(it)
        if len(batch) == MOST_IN_BATCH or time.monotonic() - began > LONGEST_BATCH_SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
