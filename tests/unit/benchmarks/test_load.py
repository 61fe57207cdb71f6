"""The client of the benchmark of requests, against a real server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from benchmarks.load import build_request, measure_latencies


class Handler(BaseHTTPRequestHandler):
    """Answers in one part, in chunks, or with an error, as the path says."""

    protocol_version = "HTTP/1.1"
    received: ClassVar[list[tuple[str, str | None, bytes]]] = []
    ports: ClassVar[set[int]] = set()

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        self.received.append((self.path, self.headers["Authorization"], self.rfile.read(length)))
        self.ports.add(self.client_address[1])
        self.send_response(404 if self.path == "/missing" else 200)
        if self.path == "/chunked":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for part in (b"x" * 70_000, b"0\r\n", b""):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            return
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


@pytest.mark.parametrize("path", ["/whole", "/chunked"])
@pytest.mark.parametrize(("count", "connections"), [(7, 1), (10, 3)])
def test_every_request_is_sent_once_over_connections_that_stay_open(
    port: int, path: str, count: int, connections: int
) -> None:
    latencies = measure_latencies(port, build_request("GET", path, "secret"), count, connections)
    assert len(latencies) == len(Handler.received) == count
    assert all(latency > 0 for latency in latencies)
    assert len(Handler.ports) == connections


def test_requests_carry_the_token_and_the_body(port: int) -> None:
    measure_latencies(port, build_request("POST", "/jobs", "secret", b'{"kind": "generate"}'), 2, 1)
    assert Handler.received == [("/jobs", "Bearer secret", b'{"kind": "generate"}')] * 2


def test_an_error_ends_the_measurement(port: int) -> None:
    with pytest.raises(SystemExit, match="404"):
        measure_latencies(port, build_request("GET", "/missing", "secret"), 3, 1)
