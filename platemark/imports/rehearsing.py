"""A plan of which nothing is written down: what an import would find, for whoever wants to know before asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from platemark.access import Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.imports import sources
from platemark.imports.planning import Plan, look_through
from platemark.imports.registry import KINDS
from platemark.imports.running import order_of
from platemark.imports.views import ItemView, NewImport, Survey
from platemark.studio import Studio

MOST_REMARKED = 1000


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
