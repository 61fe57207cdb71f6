"""Reading what happened: events in the order of their ids, each with those who may be told of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select

from platemark.access import Actor, may_see
from platemark.db.tables import AlbumRow, EventRow, ImageRow
from platemark.db.unit_of_work import UnitOfWork

PAGE_SIZE = 500
KEPT: dict[str, type[AlbumRow] | type[ImageRow]] = {"album": AlbumRow, "image": ImageRow}


@dataclass(frozen=True, slots=True)
class Audience:
    """Those who may see a thing of this visibility and owner."""

    visibility: str
    created_by: UUID | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; who is in all of its ``audiences`` may be told, every user where there is none."""

    id: int
    kind: str
    subject_id: UUID | None
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)
    audiences: tuple[Audience, ...] = ()

    def is_visible_to(self, actor: Actor) -> bool:
        """Whether ``actor`` may be told of it."""
        return all(may_see(actor, each.visibility, each.created_by) for each in self.audiences)


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Some events in their order; ``complete`` unless some of those asked for are no longer kept, or never were."""

    events: Sequence[Event]
    complete: bool


def get_newest_id(work: UnitOfWork) -> int:
    """The id of the newest event; 0 before the first."""
    return work.session.scalar(select(func.max(EventRow.id))) or 0


def list_after(work: UnitOfWork, last: int) -> list[Event]:
    """At most ``PAGE_SIZE`` events after ``last``, the first ones."""
    wanted = select(EventRow.id, EventRow.kind, EventRow.subject_id, EventRow.at, EventRow.data)
    wanted = wanted.where(EventRow.id > last).order_by(EventRow.id).limit(PAGE_SIZE)
    rows = work.session.execute(wanted).all()
    present = _present(work, rows)
    return [
        Event(row.id, row.kind, row.subject_id, row.at, row.data, _audiences(row, present.get(row.subject_id)))
        for row in rows
    ]


def list_missed(work: UnitOfWork, last: int) -> EventBatch:
    """What somebody who has seen ``last`` has not seen: at most ``PAGE_SIZE`` events."""
    events = list_after(work, last)
    bounds = select(func.min(EventRow.id), func.max(EventRow.id))  # read last: what is pruned meanwhile is noticed
    oldest, highest = work.session.execute(bounds).one()
    return EventBatch(events, complete=last <= (highest or 0) and last + 1 >= (oldest or 0))


def _present(work: UnitOfWork, rows: Sequence[Row[Any]]) -> dict[UUID | None, Audience]:
    """Who may see the things of ``rows`` now; those that are gone are left out."""
    found: dict[UUID | None, Audience] = {}
    for kind, table in KEPT.items():
        ids = {row.subject_id for row in rows if row.kind.startswith(f"{kind}.")}
        if ids:
            found |= _audiences_now(work, table, ids)
    return found


def _audiences_now(
    work: UnitOfWork, table: type[AlbumRow] | type[ImageRow], ids: Collection[UUID]
) -> dict[UUID | None, Audience]:
    things = work.session.execute(select(table.id, table.visibility, table.created_by).where(table.id.in_(ids)))
    return {thing.id: Audience(thing.visibility, thing.created_by) for thing in things}


def _audiences(row: Row[Any], now: Audience | None) -> tuple[Audience, ...]:
    """Those who could see the thing then, and those who can now: a thing made private takes its past with it."""
    audiences = [now] if now else []
    if "visibility" in row.data:
        owner = row.data.get("created_by")
        audiences.append(Audience(row.data["visibility"], UUID(owner) if owner else None))
    return tuple(dict.fromkeys(audiences))
