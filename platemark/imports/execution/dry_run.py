"""What an import would find, and what an undo would leave, for whoever wants to know before asking: only reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.imports import service
from platemark.imports.execution import journal, undo
from platemark.imports.execution.plan import Plan, look_through
from platemark.imports.execution.runner import order_of, owner
from platemark.imports.kinds.protocol import Item, Remark, Taken
from platemark.imports.kinds.registry import KINDS
from platemark.imports.reading import sources
from platemark.imports.reading.file_names import one_line
from platemark.imports.views import MOST_REASONS, DiscrepancyCount, ItemView, NewImport, Survey, UndoSurvey
from platemark.studio import Studio

MOST_REMARKED = 1000
BATCH = 500


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What the plan would say: its figures, how many items it would have, the first of those that have a reason."""

    survey: Survey
    size: int
    remarked: list[ItemView]


def rehearse(studio: Studio, folder: Path, new: NewImport, *, by: Actor, progress: Callable[[int], None]) -> Rehearsal:
    """Look through any folder and compare it with what is here. Only reads; ``progress`` is told of items so far."""
    order = order_of(studio.settings, new_id(), new.kind, new.visibility, by)
    plan, remarked = Plan(order), list[ItemView]()

    def reading() -> UnitOfWork:
        return studio.work(write=False)

    with sources.open_folder(folder) as source:
        for planned in look_through(source, KINDS[new.kind], order, str(folder), reading):
            for position, (found, judged) in enumerate(planned, plan.size):
                if judged.remark is not None and len(remarked) < MOST_REMARKED:
                    remarked.append(
                        ItemView(
                            position=position,
                            key=found.key,
                            outcome=judged.outcome,
                            reason=judged.remark.code,
                            message=judged.remark.message,
                            state="planned",
                            discrepancy=None,
                            discrepancy_message="",
                            thing=judged.thing,
                        )
                    )
            plan.add(planned)
            progress(plan.size)
    return Rehearsal(plan.survey, plan.size, remarked)


def rehearse_undo(studio: Studio, import_id: UUID, *, by: Actor) -> UndoSurvey:
    """What ``service.undo`` would do with what is here now, item by item; refused where that would be. Only reads."""
    with studio.work(write=False) as work:
        view = service.to_undo(work, import_id, by=by)
    order = order_of(studio.settings, view.id, view.kind, view.visibility, owner(view.created_by))
    taken, before = Taken(), undo.BEHIND_ALL
    undone, kept, reasons = _Listed(), _Listed(), Counter[str]()
    while True:
        with studio.work(write=False) as work:
            items = journal.items_before(work, import_id, before, journal.touched(), limit=BATCH)
            foreseen = undo.foresee(work, KINDS[view.kind], order, items, taken)
        if not items:
            break
        before = items[-1].position
        for item, remark in foreseen:
            (undone if remark is None else kept).add(item, remark)
            reasons.update([] if remark is None else [remark.code])
    codes = sorted(reasons.items(), key=lambda it: (-it[1], it[0]))[:MOST_REASONS]
    return UndoSurvey(
        undone_count=undone.size,
        kept_count=kept.size,
        reasons=[DiscrepancyCount(code, count) for code, count in codes],
        undone=undone.first,
        kept=kept.first,
    )


class _Listed:
    """Counts items and keeps the first of them."""

    def __init__(self) -> None:
        self.size = 0
        self.first: list[ItemView] = []

    def add(self, item: Item, remark: Remark | None) -> None:
        self.size += 1
        if len(self.first) < MOST_REMARKED:
            self.first.append(
                ItemView(
                    position=item.position,
                    key=item.key,
                    outcome=item.outcome,
                    reason=item.reason,
                    message="",
                    state="undone" if remark is None else "kept",
                    discrepancy=None if remark is None else remark.code,
                    discrepancy_message="" if remark is None else one_line(remark.message, journal.LONGEST_MESSAGE),
                    thing=item.thing,
                )
            )
