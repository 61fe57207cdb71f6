"""Events over HTTP: contents, visibility and order."""

from __future__ import annotations

import contextlib
import threading
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from platemark.clock import utc_now
from platemark.db.tables import EventRow
from platemark.events.service import prune
from platemark.ids import new_id
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from tests.conftest import ClientFor
from tests.populate import ok_json, upload
from tests.serving import Live
from tests.streams import (
    LAST_KIND,
    Event,
    first_id,
    is_last,
    list_event_ids,
    open_stream,
    patch,
    record_event,
    without_control_events,
)


def test_events_are_streamed_as_they_happen(client: httpx.Client) -> None:
    with open_stream(client) as stream:
        assert [event["kind"] for event in stream.ready()] == ["ready"]
        album = ok_json(client.post("/albums", json={"name": "Proofs"}))["id"]
        image = upload(client, (1, 2, 3), album_id=album)["id"]
        patch(client, f"/albums/{album}", {"name": "Prints"})
        patch(client, f"/images/{image}", {"title": "Sky"})
        client.delete(f"/images/{image}")
        client.post(f"/images/{image}/restore")
        client.delete(f"/albums/{album}")
        patch(client, "/queue", {"paused": True})
        events = stream.until(is_last)
    assert [(event["kind"], event.get("album_id") or event.get("image_id")) for event in events] == [
        ("album.created", album),
        ("image.added", image),
        ("album.changed", album),
        ("album.changed", album),
        ("image.changed", image),
        ("image.removed", image),
        ("image.added", image),
        ("album.deleted", album),
        (LAST_KIND, None),
    ]
    ids = [event["id"] for event in events]
    assert ids == sorted(set(ids))


def test_each_state_change_of_a_job_is_an_event(live: Live, client: httpx.Client) -> None:
    succeeding, failing, cancelled = (NewJob(kind="generate", engine="press", payload={}) for _ in range(3))
    with open_stream(client) as stream, live.studio.work(write=True) as work:
        stream.ready()
        for job in (succeeding, failing, cancelled):
            queue.add(work, [job])
            lease = queue.claim(work, "w", lease_ms=40_000)
            assert lease is not None
            if job is succeeding:
                queue.complete(work, lease)
            elif job is failing:
                queue.fail(work, lease, "engine_failed", "It broke.", retryable=False)
            else:
                queue.cancel(work, job.id)
                queue.release(work, lease)
        queue.retry(work, [failing.id])
        queue.set_priority(work, failing.id, 5)
        queue.set_paused(work, paused=True)
        work.commit()
        events = stream.until(is_last)
    assert [(event["kind"], event.get("job_id")) for event in events] == [
        ("job.queued", str(succeeding.id)),
        ("job.running", str(succeeding.id)),
        ("job.succeeded", str(succeeding.id)),
        ("job.queued", str(failing.id)),
        ("job.running", str(failing.id)),
        ("job.failed", str(failing.id)),
        ("job.queued", str(cancelled.id)),
        ("job.running", str(cancelled.id)),
        ("job.cancel_requested", str(cancelled.id)),
        ("job.cancelled", str(cancelled.id)),
        ("job.queued", str(failing.id)),
        ("job.updated", str(failing.id)),
        (LAST_KIND, None),
    ]
    assert (events[1]["attempt"], events[5]["error_code"], events[11]["priority"]) == (1, "engine_failed", 5)


def test_unknown_event_kinds_are_skipped(live: Live, client: httpx.Client) -> None:
    before = first_id(live)
    record_event(live, "moon.risen")
    record_event(live)
    with open_stream(client, before) as stream:
        assert [event["kind"] for event in stream.ready()] == ["album.changed", "ready"]


HOSTILE_EVENTS: list[tuple[str, Any]] = [
    ("job.running", {}),
    ("job.running", {"attempt": "\ud800"}),
    ("job.preview", {"progress": 7}),
    ("job.failed", {"error": "x" * 100_000}),
    ("job.queued", {"set_run_id": "odd"}),
    ("album.changed", {"visibility": 7, "created_by": []}),
    ("image.added", [1]),
    ("training_run.advanced", {"step": 2**60, "steps": None}),
]


@pytest.mark.parametrize(("kind", "data"), HOSTILE_EVENTS)
def test_a_hostile_event_is_skipped_and_ends_no_stream(
    live: Live, client: httpx.Client, kind: str, data: Any, caplog: pytest.LogCaptureFixture
) -> None:
    before = first_id(live)
    with open_stream(client, before) as stream:
        stream.ready()
        store_event(live, kind, data)
        record_event(live, "album.deleted")
        assert stream.until(is_deletion)[-1]["kind"] == "album.deleted"
    with open_stream(client, before) as stream:
        assert "album.deleted" in [event["kind"] for event in stream.ready()]
    lines = [record.msg for record in caplog.records if isinstance(record.msg, dict)]
    skipped = [line["kind"] for line in lines if line["event"].startswith("Event skipped")]
    assert set(skipped) <= {kind}
    assert skipped or kind == "album.changed" or "ud800" in str(data), "nobody sees it, or it is not stored"


def store_event(live: Live, kind: str, data: Any) -> None:
    """Store a row as something other than the studio may have done; PostgreSQL refuses lone surrogates."""
    row = {"kind": kind, "subject_id": new_id(), "data": data, "at": utc_now()}
    with contextlib.suppress(sa.exc.DataError), live.studio.work(write=True) as work:
        work.session.execute(sa.insert(EventRow).values(**row))
        work.commit()


def is_deletion(event: Event) -> bool:
    return bool(event["kind"] == "album.deleted")


def test_reconnecting_clients_miss_and_repeat_nothing(live: Live, as_role: ClientFor) -> None:
    client, seen, errors = as_role("viewer"), {n: [] for n in range(3)}, []  # type: ignore[var-annotated]
    start, writers, events_per_writer = first_id(live), 3, 40

    def write() -> None:
        for _ in range(events_per_writer):
            record_event(live)

    def read(number: int) -> None:
        last: int = start
        try:
            while len(seen[number]) < writers * events_per_writer:
                with open_stream(client, last) as stream:
                    for event in stream:
                        if event["kind"] != "ready":
                            seen[number].append((event["kind"], event["id"]))
                            last = event["id"]
                            if (
                                len(seen[number]) % (5 + number * 4) == 0
                                or len(seen[number]) >= writers * events_per_writer
                            ):
                                break
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write) for _ in range(writers)]
    threads += [threading.Thread(target=read, args=(number,)) for number in seen]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    everything = [("album.changed", id_) for id_ in list_event_ids(live) if id_ > start]
    assert [seen[number] for number in seen] == [everything] * 3


def test_the_last_event_id_advances_past_hidden_events(live: Live, as_role: ClientFor) -> None:
    record_event(live, visibility="private", created_by=new_id())
    record_event(live)
    record_event(live, visibility="private", created_by=new_id())
    with open_stream(as_role("viewer"), list_event_ids(live)[0]) as stream:
        assert len(without_control_events(stream.ready())) == 1
        assert stream.last_id == str(list_event_ids(live)[-1])


def test_resuming_after_a_pruned_or_unknown_id_sends_a_gap(live: Live, client: httpx.Client) -> None:
    with live.studio.work(write=True) as work:  # that the user of the client was created
        work.session.execute(EventRow.__table__.delete())  # type: ignore[attr-defined]
        work.commit()
    for _ in range(6):
        record_event(live)
    ids = list_event_ids(live)
    with live.studio.work(write=True) as work:
        old = work.now() - timedelta(days=8)
        work.session.execute(EventRow.__table__.update().where(EventRow.id <= ids[3]).values(at=old))  # type: ignore[attr-defined]
        assert prune(work, work.now() - timedelta(days=7)) == 3
        work.commit()
    for last, kinds in [
        (ids[0], ["gap", "ready"]),
        (ids[-1] + 1000, ["gap", "ready"]),
        (ids[2], ["album.changed"] * 3 + ["ready"]),
        (ids[3], ["album.changed"] * 2 + ["ready"]),
        (ids[-1], ["ready"]),
    ]:
        with open_stream(client, last) as stream:
            assert [event["kind"] for event in stream.ready()] == kinds
            assert stream.last_id == str(ids[-1])
    with open_stream(client, ids[0]) as stream:
        stream.ready()
        record_event(live, LAST_KIND)
        assert len(stream.until(is_last)) == 1, "the stream continues after a gap"


def test_the_header_wins_over_the_query_parameter(live: Live, client: httpx.Client) -> None:
    for _ in range(3):
        record_event(live)
    ids = list_event_ids(live)
    with open_stream(client, params={"last_event_id": str(ids[0])}) as stream:
        assert [event["id"] for event in without_control_events(stream.ready())] == ids[1:]
    with open_stream(client, ids[1], params={"last_event_id": str(ids[0])}) as stream:
        assert [event["id"] for event in without_control_events(stream.ready())] == ids[2:]


ROLES = {"owner": "editor", "editor": "editor", "viewer": "viewer", "admin": "admin"}
IS_VISIBLE = {
    ("private", "owner"): True,
    ("private", "editor"): False,
    ("private", "viewer"): False,
    ("private", "admin"): True,
    **{(visibility, who): True for visibility in ("shared", "public") for who in ROLES},
}


@pytest.mark.parametrize("replayed", [False, True], ids=["live", "replayed"])
def test_events_are_streamed_only_to_those_who_may_see_their_subject(
    live: Live, as_role: ClientFor, replayed: bool
) -> None:
    clients = {who: as_role(role) for who, role in ROLES.items()}
    owner, admin = clients["owner"], clients["admin"]
    visibilities: dict[str, str] = {}
    before = first_id(live) if replayed else None

    def cause_events() -> None:
        for visibility in ("private", "shared", "public"):
            album = ok_json(owner.post("/albums", json={"name": "x", "visibility": visibility}))["id"]
            image = upload(owner, (5, 5, len(visibilities)), visibility=visibility, album_id=album)["id"]
            patch(owner, f"/images/{image}", {"title": "Sky"})
            owner.delete(f"/images/{image}")
            owner.delete(f"/albums/{album}")
            visibilities.update({album: visibility, image: visibility})
        ok_json(owner.post("/jobs", json={"kind": "generate", "prompt": "a boat"}))
        patch(admin, "/queue", {"paused": True})

    with ExitStack() as stack:
        streams = {}
        if replayed:
            cause_events()
        for who, client in clients.items():
            streams[who] = stack.enter_context(open_stream(client, before))
            if not replayed:
                streams[who].ready()
        if not replayed:
            cause_events()
        received = {who: stream.until(is_last) for who, stream in streams.items()}
    for who, events in received.items():
        subjects = [event.get("album_id") or event.get("image_id") for event in events]
        for subject, visibility in visibilities.items():
            assert (subject in subjects) is IS_VISIBLE[visibility, who], f"{who}: {visibility} events"
        assert "job.queued" in [event["kind"] for event in events], "every user may see jobs"
    assert len(received["owner"]) == len(received["admin"]) == 3 * 6 + 2


def test_making_something_private_hides_its_past_events(live: Live, as_role: ClientFor) -> None:
    owner, other, before = as_role("editor"), as_role("editor"), first_id(live)
    album = ok_json(owner.post("/albums", json={"name": "x", "visibility": "shared"}))["id"]
    with open_stream(other, before) as stream:
        assert [event.get("album_id") for event in without_control_events(stream.ready())] == [album]
    patch(owner, f"/albums/{album}", {"visibility": "private"})
    with open_stream(other, before) as stream:
        assert without_control_events(stream.ready()) == []
    with open_stream(owner, before) as stream:
        assert len(without_control_events(stream.ready())) == 2


def test_a_browser_streams_with_its_session(live: Live, as_role: ClientFor) -> None:
    body = {"name": "ada", "role": "viewer", "password": "correct horse battery"}
    ok_json(as_role("admin").post("/users", json=body))
    with live.client() as browser:
        browser.post("/auth/session", json={"method": "password", "name": "ada", "password": body["password"]})
        with open_stream(browser) as stream:
            assert len(stream.ready()) == 1


@pytest.mark.parametrize(
    ("role", "headers", "query", "status", "code"),
    [
        (None, {}, "", 401, "credentials_missing"),
        ("viewer", {"Accept": "application/json"}, "", 406, "not_acceptable"),
        ("viewer", {"Last-Event-ID": "x"}, "", 400, "does_not_fit"),
        ("viewer", {"Last-Event-ID": "-1"}, "", 400, "does_not_fit"),
        ("viewer", {"Last-Event-ID": "9" * 16}, "", 400, "does_not_fit"),
        ("viewer", {}, "?last_event_id=01", 400, "does_not_fit"),
        ("viewer", {}, "?last_event_id=1&last_event_id=2", 400, "does_not_fit"),
        ("viewer", {}, "?kind=job.queued", 400, "does_not_fit"),
    ],
)
def test_invalid_requests_are_refused(
    as_role: ClientFor, role: str | None, headers: dict[str, str], query: str, status: int, code: str
) -> None:
    response = as_role(role).get(f"/events{query}", headers=headers)
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_head_returns_headers_without_a_stream(client: httpx.Client) -> None:
    response = client.head("/events")
    assert (response.status_code, response.headers["cache-control"], response.content) == (200, "no-store", b"")
