"""Reads event streams in tests, and validates every message against the contract."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
from sqlalchemy import select

from platemark.db.tables import EventRow
from platemark.events.service import record
from platemark.ids import new_id
from tests.populate import ok_json
from tests.serving import Live, reference_validator

STREAM = "text/event-stream"
CONTROL_KINDS = ("ready", "gap")
LAST_KIND = "queue.paused"
Event = dict[str, Any]


class Stream:
    """An open stream; iterating yields the data of its messages and ends with the stream."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self.last_id = ""
        self.comments = 0
        self._events = self._read()

    def __iter__(self) -> Iterator[Event]:
        return self._events

    def __next__(self) -> Event:
        return next(self._events)

    def until(self, last: Callable[[Event], bool]) -> list[Event]:
        """The events up to and including the first for which ``last`` is true."""
        events = []
        for event in self:
            events.append(event)
            if last(event):
                return events
        raise AssertionError(f"the stream ended after {events}")

    def ready(self) -> list[Event]:
        """The events up to and including ``ready``."""
        return self.until(lambda event: event["kind"] == "ready")

    def _read(self) -> Iterator[Event]:
        fields: dict[str, str] = {}
        for line in self.response.iter_lines():
            if line.startswith(":"):
                self.comments += 1
            elif line:
                name, _, value = line.partition(": ")
                assert name not in fields, line
                fields[name] = value
            else:
                self.last_id = fields.get("id", self.last_id)
                if "data" in fields:
                    yield validate(fields)
                fields = {}


def validate(fields: dict[str, str]) -> Event:
    """The data of a message, after asserting that it matches the contract and the fields ``id`` and ``event``."""
    event: Event = json.loads(fields["data"])
    for name, value in (("EventMessage", fields), ("StudioEvent", event)):
        errors = list(reference_validator(f"/components/schemas/{name}").iter_errors(value))
        assert errors == [], f"{value}: {errors[0].message}"
    assert (fields["id"], fields["event"]) == (str(event["id"]), event["kind"])
    return event


@contextlib.contextmanager
def open_stream(client: httpx.Client, after: int | str | None = None, **options: Any) -> Iterator[Stream]:
    """Open a stream that resumes after the event ``after``."""
    headers = {"Accept": STREAM, **({} if after is None else {"Last-Event-ID": str(after)})}
    with client.stream("GET", "/events", headers=headers, **options) as response:
        assert response.status_code == 200, response.read()
        assert response.headers["content-type"] == STREAM
        yield Stream(response)


def without_control_events(events: list[Event]) -> list[Event]:
    """The events without ``ready`` and ``gap``."""
    return [event for event in events if event["kind"] not in CONTROL_KINDS]


def is_last(event: Event) -> bool:
    return bool(event["kind"] == LAST_KIND)


def record_event(live: Live, kind: str = "album.changed", **data: Any) -> None:
    """Record an event; everyone may see it unless ``data`` restricts its visibility."""
    with live.studio.work(write=True) as work:
        record(work, kind, new_id(), **data)
        work.commit()


def list_event_ids(live: Live) -> list[int]:
    with live.studio.work(write=False) as work:
        return list(work.session.scalars(select(EventRow.id).order_by(EventRow.id)))


def first_id(live: Live) -> int:
    """Record an event and return its id, to resume from; ids do not start at 1 in each test."""
    record_event(live)
    return list_event_ids(live)[-1]


def patch(client: httpx.Client, path: str, changes: dict[str, Any]) -> dict[str, Any]:
    """Send a merge patch and return the changed resource."""
    return ok_json(client.patch(path, json=changes, headers={"Content-Type": "application/merge-patch+json"}))
