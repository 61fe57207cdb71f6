"""A client that costs little: raw sockets that stay open, one prepared request each, and one epoll loop."""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections.abc import Mapping
from contextlib import ExitStack

CONTENT_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
TIMEOUT_SECONDS = 30.0


class Connection:
    """A connection that sends one request again and again."""

    def __init__(self, port: int, request: bytes) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), TIMEOUT_SECONDS)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._request = request
        self.send()

    def send(self) -> None:
        """Send the request."""
        self._received = b""
        self._sent_at = time.perf_counter()
        self.socket.sendall(self._request)

    def receive(self) -> float | None:
        """Read what has arrived; the milliseconds since the request if the response is complete, else None."""
        part = self.socket.recv(1 << 18)
        self._received += part
        if part and not _is_complete(self._received):
            return None
        if not self._received.startswith((b"HTTP/1.1 200", b"HTTP/1.1 202")) or not part:
            raise SystemExit(f"Not a success: {self._received[:500]!r}")
        return (time.perf_counter() - self._sent_at) * 1000


def build_request(method: str, path: str, token: str, body: bytes = b"") -> bytes:
    """The bytes of a request."""
    headers: Mapping[str, object] = {"Host": "127.0.0.1", "Accept": "*/*", "Authorization": f"Bearer {token}"}
    if body:
        headers = {**headers, "Content-Type": "application/json", "Content-Length": len(body)}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body


def measure_latencies(port: int, request: bytes, count: int, connections: int) -> list[float]:
    """Send a request ``count`` times over so many connections; the milliseconds of each."""
    latencies: list[float] = []
    with selectors.DefaultSelector() as selector, ExitStack() as stack:
        for _ in range(connections):
            connection = Connection(port, request)
            stack.enter_context(connection.socket)
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        unsent = count - connections
        while len(latencies) < count:
            for key, _ in selector.select(TIMEOUT_SECONDS) or _time_out():
                latency = key.data.receive()
                if latency is None:
                    continue
                latencies.append(latency)
                if unsent > 0:
                    key.data.send()
                    unsent -= 1
    return latencies


def _time_out() -> list[tuple[selectors.SelectorKey, int]]:
    raise SystemExit("A server stopped responding.")


def _is_complete(received: bytes) -> bool:
    head, end, body = received.partition(b"\r\n\r\n")
    if not end:
        return False
    length = CONTENT_LENGTH.search(head)
    if length is None:
        raise SystemExit(f"A response without Content-Length: {head!r}")
    return len(body) >= int(length[1])
