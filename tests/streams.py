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
    """An open stream; iterating gives the data of its messages and ends when the stream does."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self.last_id = ""
        self.comments = 0
        self._events = self._read()

    def __iter__(self) -> Iterator[Event]:
        return self._events

    def __next__(self) -> Event:
        return next(self._events)

    def until(self, last: Callable[[Event], bool]) -> list[Event]:
        """The events up to the first that is the last one; it is among them."""
        found = []
        for event in self:
            found.append(event)
            if last(event):
                return found
        raise AssertionError(f"the stream ended after {found}")

    def ready(self) -> list[Event]:
        """What comes before ``ready``, which is the last of it."""
        return self.until(lambda event: event["kind"] == "ready")

    def _read(self) -> Iterator[Event]:
        fields: dict[str, str] = {}
        for line in self.answer.iter_lines():
            if line.startswith(":"):
                self.comments += 1
            elif line:
                name, _, value = line.partition(": ")
                assert name not in fields, line
                fields[name] = value
            else:
                self.last_id = fields.get("id", self.last_id)
                if "data" in fields:
                    yield checked(fields)
                fields = {}


def checked(fields: dict[str, str]) -> Event:
    """The data of a message that is as the contract says, and says the same twice."""
    event: Event = json.loads(fields["data"])
    for name, value in (("EventMessage", fields), ("StudioEvent", event)):
        errors = list(reference_validator(f"/components/schemas/{name}").iter_errors(value))
        assert errors == [], f"{value}: {errors[0].message}"
    assert (fields["id"], fields["event"]) == (str(event["id"]), event["kind"])
    return event


@contextlib.contextmanager
def open_stream(client: httpx.Client, after: int | str | None = None, **options: Any) -> Iterator[Stream]:
    """An open stream, from after the event ``after``."""
    headers = {"Accept": STREAM, **({} if after is None else {"Last-Event-ID": str(after)})}
    with client.stream("GET", "/events", headers=headers, **options) as answer:
        assert answer.status_code == 200, answer.read()
        assert answer.headers["content-type"] == STREAM
        yield Stream(answer)


def without_control_events(events: list[Event]) -> list[Event]:
    """Without the marks."""
    return [event for event in events if event["kind"] not in CONTROL_KINDS]


def is_last(event: Event) -> bool:
    return bool(event["kind"] == LAST_KIND)


def record_event(live: Live, kind: str = "album.changed", **data: Any) -> None:
    """Let something happen, for everyone unless ``data`` says otherwise."""
    with live.studio.work(write=True) as work:
        record(work, kind, new_id(), **data)
        work.commit()


def list_event_ids(live: Live) -> list[int]:
    with live.studio.work(write=False) as work:
        return list(work.session.scalars(select(EventRow.id).order_by(EventRow.id)))


def first_id(live: Live) -> int:
    """An id to go on from; numbers do not begin anew with each test."""
    record_event(live)
    return list_event_ids(live)[-1]


def patch(client: httpx.Client, path: str, changes: dict[str, Any]) -> dict[str, Any]:
    """Change something; gives what it is then."""
    return ok_json(client.patch(path, json=changes, headers={"Content-Type": "application/merge-patch+json"}))
