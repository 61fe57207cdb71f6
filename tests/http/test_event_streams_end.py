"""How event streams end: shutdown, lost access, slow clients, limits. Streams hold no threads."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace

import httpx
import pytest
from sqlalchemy import insert

from generated.paths import BASE
from platemark.db.tables import EventRow
from platemark.ids import new_id
from tests.conftest import ClientFor
from tests.populate import ok_json
from tests.serving import Live, serve
from tests.streams import LAST_KIND, first_id, is_last, list_event_ids, open_stream, patch, record_event

SHORT_CHECKS = 0.05


@pytest.fixture
def second_server(live: Live) -> Iterator[Live]:
    """A second server on the same database that checks the access of its clients every 50 ms."""
    settings = replace(live.studio.settings, stream_check_seconds=SHORT_CHECKS, max_streams=2)
    with serve(replace(live.studio, settings=settings)) as served:
        yield served


def test_a_stream_ends_when_its_token_is_revoked(live: Live, second_server: Live, as_role: ClientFor) -> None:
    token = ok_json(as_role("viewer").post("/auth/tokens", json={"name": "x", "role": "viewer"}))
    with second_server.client(token["token"]) as client, open_stream(client) as stream:
        stream.ready()
        with live.client(token["token"]) as own:
            assert own.delete(f"/auth/tokens/{token['id']}").status_code == 204
        assert list(stream) == []


def test_a_stream_ends_when_its_user_is_disabled(live: Live, second_server: Live, client: httpx.Client) -> None:
    with second_server.client(live.token("viewer", "ada")) as own, open_stream(own) as stream:
        stream.ready()
        ada = next(user for user in client.get("/users").json()["items"] if user["name"] == "ada")
        assert patch(client, f"/users/{ada['id']}", {"disabled": True})
        assert list(stream) == []


def test_a_lowered_role_limits_the_stream(live: Live, second_server: Live, client: httpx.Client) -> None:
    with second_server.client(live.token("admin", "ada")) as own, open_stream(own) as stream:
        stream.ready()
        record_event(live, visibility="private", created_by=None)
        assert next(stream)["kind"] == "album.changed"
        ada = next(user for user in client.get("/users").json()["items"] if user["name"] == "ada")
        assert patch(client, f"/users/{ada['id']}", {"role": "viewer"})
        for _ in range(500):
            record_event(live, "album.created", visibility="private", created_by=None)
            record_event(live, LAST_KIND)
            if len(stream.until(is_last)) == 1:
                break
        else:
            pytest.fail("the former admin still receives private events")


def test_excess_streams_are_refused_until_one_closes(second_server: Live) -> None:
    with second_server.client(second_server.token("viewer")) as client:
        with open_stream(client) as first, open_stream(client) as second:
            first.ready(), second.ready()
            refused = client.get("/events")
            assert (refused.status_code, refused.json()["code"]) == (503, "all_streams_in_use")
            assert refused.headers["retry-after"] == "5"
        assert stream_is_available(client)


def test_a_user_has_a_limited_number_of_streams_and_others_still_get_one(live: Live) -> None:
    settings = replace(live.studio.settings, max_streams_per_user=1)
    with (
        serve(replace(live.studio, settings=settings)) as served,
        served.client(served.token("viewer")) as client,
        served.client(served.token("viewer")) as other,
        open_stream(client) as first,
    ):
        first.ready()
        refused = client.get("/events")
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_streams")
        assert refused.headers["retry-after"] == "5"
        with open_stream(other) as others:
            others.ready()


def stream_is_available(client: httpx.Client) -> bool:
    """Whether a stream becomes available, which happens once the server notices that a client disconnected."""
    for _ in range(500):
        with client.stream("GET", "/events") as response:
            if response.status_code == 200:
                return True
        time.sleep(0.02)
    return False


def test_streams_hold_no_thread(live: Live, as_role: ClientFor) -> None:
    with ExitStack() as stack:
        for _ in range(25):
            stack.enter_context(open_stream(as_role("viewer"))).ready()
        assert as_role("viewer").get("/albums").status_code == 200


def test_a_shutdown_ends_the_streams(live: Live) -> None:
    """The streams end regularly: a broken connection would raise an error here."""
    with ExitStack() as stack:
        with serve(live.studio) as stopping:
            clients = [stack.enter_context(stopping.client(stopping.token("viewer"))) for _ in range(3)]
            streams = [stack.enter_context(open_stream(client)) for client in clients]
            for stream in streams:
                stream.ready()
        assert [list(stream) for stream in streams] == [[], [], []]


def test_a_slow_client_is_disconnected_and_may_reconnect(live: Live) -> None:
    token = live.token("viewer")  # a new user is an event for admins
    start, event_count = first_id(live), 40_000
    settings = replace(live.studio.settings, max_streams=1)
    with serve(replace(live.studio, settings=settings)) as served, slow_reader(served, token) as slow:
        rows = [{"kind": "album.changed", "data": {}, "subject_id": new_id()} for _ in range(event_count)]
        with live.studio.work(write=True) as work:
            work.session.connection().execute(insert(EventRow.__table__).values(at=work.now()), rows)  # type: ignore[arg-type]
            work.commit()
        with served.client(token) as other:
            assert stream_is_available(other), "the only stream becomes available once the slow client is disconnected"
            seen = [int(event_id) for event_id in re.findall(rb"id: (\d+)\nevent: album", read_rest(slow))]
            assert 0 < len(seen) < event_count
            rest = ids_after(other, seen[-1], until=list_event_ids(live)[-1])
    assert [start, *seen, *rest] == [event_id for event_id in list_event_ids(live) if event_id >= start]


@contextmanager
def slow_reader(live: Live, token: str) -> Iterator[socket.socket]:
    """A connection with a stream that is read up to ``ready`` and no further."""
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.settimeout(30)
        slow.connect(("127.0.0.1", httpx.URL(live.url).port))
        slow.sendall(f"GET {BASE}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
        received = b""
        while b"event: ready" not in received:
            received += slow.recv(4096)
        yield slow


def read_rest(slow: socket.socket) -> bytes:
    """The remaining bytes of a slow client, without the chunk boundaries."""
    received = bytearray()
    with suppress(ConnectionError):
        while data := slow.recv(1 << 20):
            received += data
    return re.sub(rb"\r\n[0-9a-f]+\r\n", b"", bytes(received))


def ids_after(client: httpx.Client, last: int, *, until: int) -> list[int]:
    """The ids of the events after ``last``, up to and including ``until``."""
    ids: list[int] = []
    with client.stream("GET", "/events", headers={"Last-Event-ID": str(last)}) as response:
        for line in response.iter_lines():
            if line.startswith("id: "):
                ids.append(int(line[4:]))
                if ids[-1] == until:
                    return ids
    return ids
