"""Reads events in the order of their ids, each with its audiences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.exc import SQLAlchemyError

from platemark.access import Actor, may_see
from platemark.db.tables import AlbumRow, EventRow, ImageRow, JobRow, SetRunRow
from platemark.db.types import EPOCH
from platemark.db.unit_of_work import UnitOfWork

PAGE_SIZE = 500
UNREADABLE = "event.unreadable"
SUBJECTS: dict[str, Select[UUID, str, UUID | None]] = {
    "album": select(AlbumRow.id, AlbumRow.visibility, AlbumRow.created_by),
    "image": select(ImageRow.id, ImageRow.visibility, ImageRow.created_by),
    "job": select(JobRow.id, SetRunRow.visibility, SetRunRow.created_by).join(
        SetRunRow, SetRunRow.id == JobRow.set_run_id
    ),
}
"""Id, visibility and owner of the subjects of each kind; a job has those of its set run, if it has one."""

log = structlog.get_logger("platemark.events")


@dataclass(frozen=True, slots=True)
class Audience:
    """The users who may see something of this visibility and owner."""

    visibility: str
    created_by: UUID | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; visible to users who are in all of its ``audiences``, to every user if it has none."""

    id: int
    kind: str
    subject_id: UUID | None
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)
    audiences: tuple[Audience, ...] = ()

    def is_visible_to(self, actor: Actor) -> bool:
        """Whether ``actor`` may see the event."""
        return all(may_see(actor, audience.visibility, audience.created_by) for audience in self.audiences)


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Events in order; not ``complete`` if some of the requested ones were pruned or never existed."""

    events: Sequence[Event]
    complete: bool


def get_newest_id(work: UnitOfWork) -> int:
    """The id of the newest event; 0 if there is none."""
    return work.session.scalar(select(func.max(EventRow.id))) or 0


def list_after(work: UnitOfWork, last_id: int) -> list[Event]:
    """The first ``PAGE_SIZE`` events after ``last_id``; one whose row cannot be read is logged, and ``UNREADABLE``."""
    page = EventRow.id > last_id
    try:
        return _read(work, page)
    except SQLAlchemyError:
        raise
    except Exception:  # one row cannot be read: the others can
        ids = work.session.scalars(select(EventRow.id).where(page).order_by(EventRow.id).limit(PAGE_SIZE)).all()
        return [_read_one(work, event_id) for event_id in ids]


def _read_one(work: UnitOfWork, event_id: int) -> Event:
    """The event; if its row cannot be read, an event of a kind that no client knows, so that readers get past it."""
    try:
        return _read(work, EventRow.id == event_id)[0]
    except SQLAlchemyError:
        raise
    except Exception:
        log.exception("Event skipped: its row cannot be read", event_id=event_id)
        return Event(event_id, UNREADABLE, None, EPOCH)


def _read(work: UnitOfWork, condition: ColumnElement[bool]) -> list[Event]:
    columns = (EventRow.id, EventRow.kind, EventRow.subject_id, EventRow.at, EventRow.data)
    rows = work.session.execute(select(*columns).where(condition).order_by(EventRow.id).limit(PAGE_SIZE)).all()
    current = _current_audiences(work, rows)
    return [
        Event(row.id, row.kind, row.subject_id, row.at, row.data, _audiences(row, current.get(row.subject_id)))
        for row in rows
    ]


def list_missed(work: UnitOfWork, last_id: int) -> EventBatch:
    """The first ``PAGE_SIZE`` events that a client that has seen ``last_id`` has not seen."""
    events = list_after(work, last_id)
    bounds = select(func.min(EventRow.id), func.max(EventRow.id))  # read last, to notice concurrent pruning
    oldest, highest = work.session.execute(bounds).one()
    return EventBatch(events, complete=last_id <= (highest or 0) and last_id + 1 >= (oldest or 0))


def _current_audiences(work: UnitOfWork, rows: Sequence[Row[Any]]) -> dict[UUID | None, Audience]:
    """Who may see the subjects of ``rows`` now; deleted subjects are left out."""
    audiences: dict[UUID | None, Audience] = {}
    for kind, subjects in SUBJECTS.items():
        ids = {row.subject_id for row in rows if row.kind.startswith(f"{kind}.")}
        if ids:
            audiences |= _read_audiences(work, subjects, ids)
    return audiences


def _read_audiences(
    work: UnitOfWork, subjects: Select[UUID, str, UUID | None], ids: Collection[UUID]
) -> dict[UUID | None, Audience]:
    (subject_id, *_) = subjects.selected_columns
    found = work.session.execute(subjects.where(subject_id.in_(ids)))
    return {subject: Audience(visibility, created_by) for subject, visibility, created_by in found}


def _audiences(row: Row[Any], current: Audience | None) -> tuple[Audience, ...]:
    """Who could see the subject then, and who can now: making a subject private also hides its past events."""
    audiences = [current] if current else []
    if "visibility" in row.data:
        owner = row.data.get("created_by")
        audiences.append(Audience(row.data["visibility"], UUID(owner) if owner else None))
    return tuple(dict.fromkeys(audiences))
