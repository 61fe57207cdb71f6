"""The event stream: generated code, headers, and validation of each message."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from msgspec import structs

from generated.base import EventStream
from generated.operations import OPERATIONS, StreamEvents200
from handlers.wire.events import studio_event
from platemark.events.queries import Event
from platemark.http.problems import ContractBroken
from platemark.http.responses import encode
from platemark.http.streams import EventFrames
from platemark.ids import new_id
from tests.serving import bundle_at, contract

OPERATION = "streamEvents"
STREAM = EventStream(after=None, to_model=studio_event)
RESPONSE = StreamEvents200(body=STREAM, cache_control="no-store", x_accel_buffering="no")
CHANGED = Event(7, "album.changed", new_id(), datetime(2026, 11, 22, tzinfo=UTC), {"visibility": "private"})


def event_frames() -> EventFrames:
    return EventFrames(contract().compile(contract().event_schemas()[OPERATION]))


def test_the_operation_returns_only_events() -> None:
    assert OPERATIONS[OPERATION].response_media == ("text/event-stream",)
    assert StreamEvents200.__annotations__["body"] == "EventStream"


def test_the_body_is_passed_on_and_the_headers_are_validated() -> None:
    encoded = encode(contract().rules[OPERATION], RESPONSE)
    assert (encoded.stream, encoded.body) == (STREAM, b"")
    assert encoded.headers == {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    with pytest.raises(ContractBroken, match="Cache-Control breaks"):
        encode(contract().rules[OPERATION], structs.replace(RESPONSE, cache_control="public"))


def test_a_message_contains_only_its_event() -> None:
    frame = event_frames().encode([CHANGED], STREAM).decode("utf-8")
    head, _, data = frame.partition("\ndata: ")
    assert head == "id: 7\nevent: album.changed"
    assert frame.endswith("}\n\n")
    assert json.loads(data) == {
        "kind": "album.changed",
        "id": 7,
        "at": "2026-11-22T00:00:00Z",
        "album_id": str(CHANGED.subject_id),
    }


@pytest.mark.parametrize(
    "event",
    [
        replace(CHANGED, id=-1),
        replace(CHANGED, id=6, kind="moon.risen"),
        replace(CHANGED, id=6, kind="job.running", data={"attempt": 0}),
        replace(CHANGED, id=6, kind="job.failed", data={}),
        replace(CHANGED, id=6, kind="image.removed", subject_id=None),
        replace(CHANGED, id=6, kind="job.queued", data={"error": "No Word"}),
    ],
    ids=lambda event: str(event.kind),
)
def test_an_undeclared_event_is_never_sent(event: Event) -> None:
    assert event_frames().encode([event, CHANGED], STREAM).startswith(b"id: 7\nevent: album.changed")


def test_the_log_says_which_event_was_skipped_and_why(caplog: pytest.LogCaptureFixture) -> None:
    event_frames().encode([replace(CHANGED, id=-1)], STREAM)
    (line,) = (record.msg for record in caplog.records if isinstance(record.msg, dict))
    assert (line["event_id"], line["kind"]) == (-1, "album.changed")
    assert "minimum" in line["findings"]


def test_the_schema_of_a_message_refers_to_that_of_its_event() -> None:
    data = bundle_at("/components/schemas/EventMessage")["properties"]["data"]
    assert data["contentSchema"] == {"$ref": "#/components/schemas/StudioEvent"}
    assert data["contentMediaType"] == "application/json"
