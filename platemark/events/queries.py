"""Reads events in the order of their ids, each with its audiences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import structlog
from sqlalchemy import BigInteger, ColumnElement, Select, Uuid, bindparam, func, select
from sqlalchemy.exc import SQLAlchemyError

from platemark.access import Actor, may_see
from platemark.db.statements import Statement, first_column
from platemark.db.tables import AdapterRow, AlbumRow, EventRow, ImageRow, JobRow, SetRunRow
from platemark.db.types import EPOCH
from platemark.db.unit_of_work import UnitOfWork

PAGE_SIZE = 500
UNREADABLE = "event.unreadable"
log = structlog.get_logger("platemark.events")


@dataclass(frozen=True, slots=True)
class Audience:
    """The users who may see something of this visibility and owner."""

    visibility: str
    created_by: UUID | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; visible to users who are in all of its ``audiences``, to every user if it has none.

    One that is ``only_for`` a user is visible to that user alone.
    """

    id: int
    kind: str
    subject_id: UUID | None
    at: datetime
    data: dict[str, Any] = field(default_factory=dict)
    audiences: tuple[Audience, ...] = ()
    only_for: str | None = None

    def is_visible_to(self, actor: Actor) -> bool:
        """Whether ``actor`` may see the event."""
        if self.only_for is not None and self.only_for != str(actor.user_id):
            return False
        return all(may_see(actor, audience.visibility, audience.created_by) for audience in self.audiences)


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Events in order; not ``complete`` if some of the requested ones were pruned or never existed."""

    events: Sequence[Event]
    complete: bool


class StoredEvent(NamedTuple):
    """An event as it is stored."""

    id: int
    kind: str
    subject_id: UUID | None
    at: datetime
    data: dict[str, Any]


class Subject(NamedTuple):
    """What an event is about, as it is now."""

    id: UUID
    visibility: str
    created_by: UUID | None


class Bounds(NamedTuple):
    """The ids of the oldest and the newest event; None if there is none."""

    oldest: int | None
    newest: int | None


def get_newest_id(work: UnitOfWork) -> int:
    """The id of the newest event; 0 if there is none."""
    return BOUNDS.one(work).newest or 0


def list_after(work: UnitOfWork, last_id: int) -> list[Event]:
    """The first ``PAGE_SIZE`` events after ``last_id``; one whose row cannot be read is logged, and ``UNREADABLE``."""
    try:
        return _with_audiences(work, AFTER.all(work, last_id=last_id))
    except SQLAlchemyError:
        raise
    except Exception:  # one row cannot be read: the others can
        return [_read_one(work, event_id) for event_id in IDS_AFTER.all(work, last_id=last_id)]


def _read_one(work: UnitOfWork, event_id: int) -> Event:
    """The event; if its row cannot be read, an event of a kind that no client knows, so that readers get past it."""
    try:
        return _with_audiences(work, BY_ID.all(work, event_id=event_id))[0]
    except SQLAlchemyError:
        raise
    except Exception:
        log.exception("Event skipped: its row cannot be read", event_id=event_id)
        return Event(event_id, UNREADABLE, None, EPOCH)


def list_missed(work: UnitOfWork, last_id: int) -> EventBatch:
    """The first ``PAGE_SIZE`` events that a client that has seen ``last_id`` has not seen."""
    events = list_after(work, last_id)
    oldest, newest = BOUNDS.one(work)  # read last, to notice concurrent pruning
    return EventBatch(events, complete=last_id <= (newest or 0) and last_id + 1 >= (oldest or 0))


def _with_audiences(work: UnitOfWork, stored: Sequence[StoredEvent]) -> list[Event]:
    current = _current_audiences(work, stored)
    return [
        Event(*event, _audiences(event.data, current.get(event.subject_id)), _only_for(event.data)) for event in stored
    ]


def _current_audiences(work: UnitOfWork, events: Iterable[StoredEvent]) -> dict[UUID | None, Audience]:
    """Who may see the subjects of ``events`` now; deleted subjects are left out."""
    audiences: dict[UUID | None, Audience] = {}
    for kind, subjects in SUBJECTS.items():
        ids = {event.subject_id for event in events if event.kind.startswith(f"{kind}.")}
        for subject in subjects.all(work, ids=list(ids)) if ids else ():
            audiences[subject.id] = Audience(subject.visibility, subject.created_by)
    return audiences


def _audiences(data: Mapping[str, Any], current: Audience | None) -> tuple[Audience, ...]:
    """Who could see the subject then, and who can now: making a subject private also hides its past events."""
    audiences = [current] if current else []
    if "visibility" in data:
        owner = data.get("created_by")
        audiences.append(Audience(data["visibility"], UUID(owner) if owner else None))
    return tuple(dict.fromkeys(audiences))


def _only_for(data: object) -> str | None:
    """The user who alone may see an event; a row that another program wrote may have any JSON."""
    return data.get("only_for") if isinstance(data, dict) else None


def _events(condition: ColumnElement[bool]) -> Statement[StoredEvent]:
    columns = (getattr(EventRow, name) for name in StoredEvent._fields)
    return Statement(select(*columns).where(condition).order_by(EventRow.id).limit(PAGE_SIZE), StoredEvent._make)


def _subjects(subjects: Select[UUID, str, UUID | None]) -> Statement[Subject]:
    ids = bindparam("ids", type_=Uuid(), expanding=True)
    return Statement(subjects.where(subjects.selected_columns[0].in_(ids)), Subject._make)


IS_AFTER = EventRow.id > bindparam("last_id", type_=BigInteger())
AFTER = _events(IS_AFTER)
BY_ID = _events(EventRow.id == bindparam("event_id", type_=BigInteger()))
IDS_AFTER = Statement(select(EventRow.id).where(IS_AFTER).order_by(EventRow.id).limit(PAGE_SIZE), first_column)
BOUNDS = Statement(
    select(
        select(func.min(EventRow.id)).scalar_subquery(),  # in one select, SQLite would read all events for both
        select(func.max(EventRow.id)).scalar_subquery(),
    ),
    Bounds._make,
)
SUBJECTS: Mapping[str, Statement[Subject]] = {
    "adapter": _subjects(select(AdapterRow.id, AdapterRow.visibility, AdapterRow.created_by)),
    "album": _subjects(select(AlbumRow.id, AlbumRow.visibility, AlbumRow.created_by)),
    "image": _subjects(select(ImageRow.id, ImageRow.visibility, ImageRow.created_by)),
    "job": _subjects(
        select(JobRow.id, SetRunRow.visibility, SetRunRow.created_by).join(SetRunRow, SetRunRow.id == JobRow.set_run_id)
    ),
}
"""The subjects of each kind of event; a job has the visibility and the owner of its set run, if it has one."""
