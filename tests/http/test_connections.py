"""What a connection may ask of the server: limits of the head, deadlines, a cap. Others are answered meanwhile."""

from __future__ import annotations

import json
import re
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from generated.paths import BASE
from platemark.db.engine import connect
from platemark.engines.registry import Engines
from platemark.entrypoints.connections import Bounds
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.serving import Live, reference_validator, serve
from tests.streams import open_stream, record_event

SHORT = 0.3
PATIENT = Bounds(max_connections=12, head_seconds=600, idle_seconds=600, stall_seconds=600)
ROOM = 100  # descriptors are not what these tests limit
GET = f"GET {BASE}/health HTTP/1.1\r\nHost: x\r\n".encode()
POST = f"POST {BASE}/auth/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n".encode()
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
IDLE = GET + b"\r\n"
HALF_BODY = POST + b"Content-Length: 100\r\n\r\n{"
FLOOD_BYTES = 16 * 1024 * 1024


@pytest.fixture
def studio(sqlite_template: Path, tmp_path: Path) -> Iterator[Studio]:
    """A studio that waits for a body as briefly as these tests like."""
    shutil.copy(sqlite_template, tmp_path / "platemark.db")
    settings = Settings(data_dir=tmp_path, body_seconds=SHORT)
    database = connect(settings.resolved_database_url)
    blobs = FolderBlobStore(settings.blobs_dir)
    yield Studio(settings=settings, database=database, blobs=blobs, engines=Engines.discover([]))
    database.dispose()


@pytest.fixture
def hasty(studio: Studio) -> Iterator[Live]:
    """A server with short deadlines."""
    bounds = Bounds(max_connections=ROOM, head_seconds=SHORT, idle_seconds=SHORT, stall_seconds=SHORT)
    with serve(studio, bounds) as live:
        yield live


@pytest.fixture
def patient(studio: Studio) -> Iterator[Live]:
    """A server with room for few connections and with deadlines that no test reaches."""
    with serve(replace(studio, settings=replace(studio.settings, body_seconds=600)), PATIENT) as live:
        yield live


@contextmanager
def connection(live: Live, receive_buffer: int = 0) -> Iterator[socket.socket]:
    """A connection to the server; reading from it fails after twenty seconds."""
    with socket.socket() as opened:
        if receive_buffer:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        opened.settimeout(20)
        opened.connect(("127.0.0.1", httpx.URL(live.url).port))
        yield opened


def read_all(opened: socket.socket) -> bytes:
    """What the server sends until it closes the connection."""
    received = bytearray()
    with suppress(ConnectionError):
        while data := opened.recv(1 << 16):
            received += data
    return bytes(received)


def problem_in(response: bytes) -> dict[str, Any]:
    """The problem in a raw response, after asserting that the contract would accept it."""
    head, _, body = response.partition(b"\r\n\r\n")
    problem: dict[str, Any] = json.loads(body)
    assert list(reference_validator("/components/schemas/Problem").iter_errors(problem)) == []
    assert head.startswith(b"HTTP/1.1 %d " % problem["status"])
    lines = head.lower().split(b"\r\n")
    assert {b"content-type: application/problem+json", b"connection: close"} <= set(lines)
    assert b"x-trace-id: " + problem["trace_id"].encode() in lines
    return problem


def answers_others(live: Live) -> bool:
    with live.client(checked=False) as client:
        return client.get("/health").status_code == 200


ENDLESS = [
    ("a header", GET + b"X-A: ", b"a" * 65536, 431),
    ("a header's name", GET, b"a" * 65536, 431),
    ("header lines", GET, b"A: b\r\n" * 10_000, 431),
    ("a target", b"GET /", b"a" * 65536, 431),
    ("empty lines", b"", b"\r\n" * 32_768, 431),
    ("trailer lines", CHUNKED + b"1\r\n{\r\n0\r\n", b"A: b\r\n" * 10_000, None),
    ("a trailer", CHUNKED + b"1\r\n{\r\n0\r\nA: ", b"b" * 65536, None),
    ("a chunk's extension", CHUNKED + b"1;a=", b"b" * 65536, None),
    ("requests that wait for the first", b"", (GET + b"\r\n") * 500, None),
]


@pytest.mark.parametrize(("start", "more", "status"), [row[1:] for row in ENDLESS], ids=[row[0] for row in ENDLESS])
def test_what_never_ends_is_cut_off(hasty: Live, start: bytes, more: bytes, status: int | None) -> None:
    """Before a request the server says why; behind one, whose response may have begun, it can only close."""
    with connection(hasty) as opened:
        with suppress(ConnectionError):
            opened.sendall(start)
            for _ in range(FLOOD_BYTES // len(more)):
                opened.sendall(more)
            assert status, "the server reads on"
        response = read_all(opened)
    if status:
        assert problem_in(response)["code"] == "head_too_large"
    assert answers_others(hasty)


HEADS = [
    ("of 60 kB", b"X-A: " + b"a" * 60_000 + b"\r\n", b"200"),
    ("of 70 kB", b"X-A: " + b"a" * 70_000 + b"\r\n", b"431"),
    ("with 99 fields", b"A: b\r\n" * 98, b"200"),
    ("with 101 fields", b"A: b\r\n" * 100, b"431"),
]


@pytest.mark.parametrize(("fields", "status"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
def test_a_head_in_one_piece_has_the_same_limit(hasty: Live, fields: bytes, status: bytes) -> None:
    start = f"GET {BASE}/auth/status HTTP/1.1\r\nHost: x\r\n".encode()
    with connection(hasty) as opened:
        opened.sendall(start + fields + b"\r\n")
        assert read_all(opened).split(b" ")[1] == status


SLOW = [
    ("half a head", GET + b"X-A: ", 408),
    ("half a head behind a request", GET + b"\r\n" + GET, 408),
    ("half a body", HALF_BODY, 408),
    ("half a chunk", CHUNKED + b"5\r\n{", 408),
    ("nothing", b"", None),
    ("empty lines", b"\r\n\r\n", None),
    ("nothing behind a request", GET + b"\r\n", None),
]


@pytest.mark.parametrize(("sent", "status"), [row[1:] for row in SLOW], ids=[row[0] for row in SLOW])
def test_a_client_that_sends_no_more_is_disconnected(hasty: Live, sent: bytes, status: int | None) -> None:
    with connection(hasty) as opened:
        opened.sendall(sent)
        assert answers_others(hasty)
        response = read_all(opened)
    last = response[response.rfind(b"HTTP/1.1 ") :]
    if status is None:
        assert b"HTTP/1.1 4" not in last
    else:
        assert problem_in(last)["code"] == "request_timeout"


DRIBBLED = [
    ("a head", GET + b"X-A: "),
    ("a body", POST + b"Content-Length: 10000\r\n\r\n"),
    ("a body that is not wanted", b"POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"),
    ("empty lines", b"\r\n"),
]


@pytest.mark.parametrize("start", [row[1] for row in DRIBBLED], ids=[row[0] for row in DRIBBLED])
def test_single_bytes_do_not_keep_a_connection_open(hasty: Live, start: bytes) -> None:
    byte = b"\r\n" if start == b"\r\n" else b"a"
    with connection(hasty) as opened:
        opened.sendall(start)
        for _ in range(1000):
            try:
                opened.sendall(byte)
            except ConnectionError:
                return
            time.sleep(0.02)
    pytest.fail("the connection is still open")


def test_a_body_that_keeps_coming_is_taken(hasty: Live) -> None:
    """It takes four times as long as the server waits for a body that does not come."""
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    body = part + b"a" * 400_000 + b"\r\n--x--\r\n"
    head = (
        f"POST {BASE}/images HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        f"Authorization: Bearer {hasty.token('editor')}\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with connection(hasty) as opened:
        opened.sendall(head.encode())
        for start in range(0, len(body), 40_000):
            opened.sendall(body[start : start + 40_000])
            time.sleep(SHORT * 0.4)
        status = read_all(opened).split(b" ")[1]
    assert status in (b"415", b"422"), "read to its end: it is no picture"


def test_half_a_head_behind_an_event_stream_does_not_end_the_stream(hasty: Live) -> None:
    token = hasty.token("admin")
    with connection(hasty) as opened:
        opened.sendall(f"GET {BASE}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\nGET /".encode())
        received = b""
        deadline = time.monotonic() + 4 * SHORT
        while time.monotonic() < deadline or b"event: ready" not in received:
            opened.settimeout(SHORT)
            with suppress(TimeoutError):
                received += opened.recv(65536)
        opened.settimeout(20)
        record_event(hasty, "album.created", visibility="public")
        while b"event: album.created" not in received:
            received += (data := opened.recv(65536))
            assert data, "the stream ended"


def test_a_client_that_does_not_read_is_disconnected(hasty: Live) -> None:
    with connection(hasty, receive_buffer=4096) as opened:
        opened.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 20)
        for _ in range(1000):
            try:
                opened.sendall(b"\r\n")
            except ConnectionError:
                return
            time.sleep(0.02)
    pytest.fail("the connection is still open")


def test_pipelined_requests_are_answered_in_order(hasty: Live) -> None:
    paths = [f"{BASE}/health", "/nowhere", f"{BASE}/auth/status", "/nowhere"]
    requests = [f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n" for path in paths]
    with connection(hasty) as opened:
        opened.sendall("".join(requests).encode())
        statuses = re.findall(rb"HTTP/1\.1 (\d+)", read_all(opened))
    assert statuses[1:] == [b"404", b"200", b"404"]


def test_the_fields_of_a_trailer_do_not_count_as_header_fields(hasty: Live) -> None:
    token = hasty.token("editor")
    start = f"POST {BASE}/albums HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
    chunked = 'Transfer-Encoding: chunked\r\n\r\nc\r\n{"name":"x"}\r\n0\r\n'
    with connection(hasty) as opened:
        opened.sendall(f"{start}{chunked}Authorization: Bearer {token}\r\n\r\n".encode())
        assert read_all(opened).split(b" ")[1] == b"401"


HELD = [
    ("silent", b""),
    ("with half a head", GET),
    ("with half a body", HALF_BODY),
    ("idle", IDLE),
    ("with responses that are not read", b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 20),
]


@pytest.mark.parametrize("sent", [row[1] for row in HELD], ids=[row[0] for row in HELD])
def test_connections_that_keep_the_server_waiting_make_room(patient: Live, sent: bytes) -> None:
    """One whose request is being worked on makes no room; it does once the server waits for it to read its response."""
    with ExitStack() as stack:
        held = [stack.enter_context(connection(patient, receive_buffer=4096)) for _ in range(40)]
        for opened in held:
            with suppress(ConnectionError):
                opened.sendall(sent)
                if sent == IDLE:
                    opened.recv(65536)
        for _ in range(5):
            wait_until(lambda: answers_others(patient))
        assert sum(is_open(opened) for opened in held) <= PATIENT.max_connections


def is_open(opened: socket.socket) -> bool:
    """Whether the server has not closed the connection; reads what it has sent."""
    opened.settimeout(0.01)
    try:
        while opened.recv(1 << 20):
            pass
    except TimeoutError:
        return True
    except ConnectionError:
        pass
    return False


def test_without_room_a_connection_is_refused_and_streams_go_on(patient: Live) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(patient.client(patient.token("admin"))) for _ in range(12)]
        streams = [stack.enter_context(open_stream(client)) for client in clients]
        for stream in streams:
            stream.ready()
        with connection(patient) as refused:
            refused.sendall(GET + b"\r\n")
            assert problem_in(read_all(refused))["code"] == "too_many_connections"
        record_event(patient, "album.created", visibility="public")
        assert {next(stream)["kind"] for stream in streams} == {"album.created"}
    wait_until(lambda: answers_others(patient))


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(500):
        with suppress(httpx.TransportError):
            if condition():
                return
        time.sleep(0.02)
    pytest.fail("the condition was not met in time")
