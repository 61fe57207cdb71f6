"""The client of the benchmark of requests, against a real server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from benchmarks.load import build_request, measure_latencies


class Handler(BaseHTTPRequestHandler):
    """Answers with a large body, with an error, or without a length, as the path says."""

    protocol_version = "HTTP/1.1"
    received: ClassVar[list[tuple[str, str | None, bytes]]] = []
    ports: ClassVar[set[int]] = set()

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self.received.append((self.path, self.headers["Authorization"], self.rfile.read(length)))
        self.ports.add(self.client_address[1])
        self.send_response(404 if self.path == "/missing" else 200)
        if self.path != "/endless":
            self.send_header("CONTENT-LENGTH", "100000")
        self.end_headers()
        self.wfile.write(b"y" * 100_000)

    do_POST = do_GET  # noqa: N815 - the protocol of the base class

    def log_message(self, *_: object) -> None:
        """Log nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    """The port of a server."""
    Handler.received, Handler.ports = [], set()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("count", "connections"), [(7, 1), (10, 3)])
def test_every_request_is_sent_once_over_connections_that_stay_open(port: int, count: int, connections: int) -> None:
    latencies = measure_latencies(port, build_request("GET", "/albums", "secret"), count, connections)
    assert len(latencies) == len(Handler.received) == count
    assert all(latency > 0 for latency in latencies)
    assert len(Handler.ports) == connections


def test_requests_carry_the_token_and_the_body(port: int) -> None:
    measure_latencies(port, build_request("POST", "/jobs", "secret", b'{"kind": "generate"}'), 2, 1)
    assert Handler.received == [("/jobs", "Bearer secret", b'{"kind": "generate"}')] * 2


@pytest.mark.parametrize(("path", "message"), [("/missing", "404"), ("/endless", "without Content-Length")])
def test_what_cannot_be_measured_ends_the_measurement(port: int, path: str, message: str) -> None:
    with pytest.raises(SystemExit, match=message):
        measure_latencies(port, build_request("GET", path, "secret"), 3, 1)
