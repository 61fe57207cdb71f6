"""What a client may ask of a connection: a head of limited size in limited time, and one of so many connections.

uvicorn's protocol on httptools reads a head of any size for any time. This one refuses what is too large or too slow
with a problem (400, 408, 431, 503) and closes the connection. For bodies, see ``platemark.http.body_deadline``.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import structlog
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from generated.headers import X_TRACE_ID
from platemark.http.problems import MEDIA_TYPE, HttpProblem, unrouted
from platemark.ids import new_id

MAX_HEAD_BYTES = 64 * 1024  # names, values and target; browsers send 1 to 8 KiB, and nginx passes on at most 32
MAX_HEADER_FIELDS = 100  # browsers send 20
MAX_PIPELINED = 64  # requests behind the one that is being answered; each takes memory, and browsers send none
log = structlog.get_logger("platemark.http")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many connections there may be, and how many seconds each may keep the server waiting."""

    max_connections: int = 1000
    head_seconds: float = 10.0  # for a head, from its first byte; for the first head, from the connection's start
    idle_seconds: float = 75.0  # between requests; nginx keeps its end for 60, so it never sends to one that closes
    stall_seconds: float = 60.0  # for a client that does not read its response
    linger_seconds: float = 2.0  # to read why it was refused: closing at once may discard a response on its way


class BoundedConfig(uvicorn.Config):
    """A configuration with the bounds of its connections. It knows no WebSockets."""

    def __init__(self, app: Any, *, bounds: Bounds, **options: Any) -> None:
        # uvicorn's own timer for idle connections stops at any byte; ours comes first
        keep_alive = math.ceil(bounds.idle_seconds) + 1
        super().__init__(app, http=BoundedProtocol, ws="none", timeout_keep_alive=keep_alive, **options)
        self.bounds = bounds


class BoundedProtocol(HttpToolsProtocol):
    """One connection. ``due`` is when it ends unless it moves on before: never, while we owe it a response."""

    config: BoundedConfig

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.bounds = self.config.bounds
        self.unanswered: deque[RequestResponseCycle] = deque()  # the first is being answered, the others wait for it
        self.due = math.inf
        self.heard = 0.0
        self.in_head = False
        self.refused = False
        self.leaving = False
        self.head_bytes = 0
        self.unread_bytes = 0

    @property
    def waits_for_client(self) -> bool:
        """Whether nothing happens before the client sends or reads something."""
        return not self.unanswered or self.unanswered[0].more_body or self.flow.write_paused

    def connection_made(self, transport: Any) -> None:
        """Accept the connection if there is room, or if another one can make room."""
        super().connection_made(transport)
        self._moves_on(self.bounds.head_seconds)
        while len(self.connections) > self.bounds.max_connections:
            if not self._make_room():
                self.refuse(HttpProblem(503, "There are too many connections; try again.", code="too_many_connections"))
                return

    def connection_lost(self, exc: Exception | None) -> None:
        """Let nobody work for the client any longer."""
        super().connection_lost(exc)
        self._disconnect()

    def data_received(self, data: bytes) -> None:
        """Parse what has arrived, unless the connection is refused."""
        if self.refused:
            return
        self.heard = self.loop.time()
        self.unread_bytes += len(data)
        super().data_received(data)
        if self.unread_bytes > MAX_HEAD_BYTES and not self.refused:
            self.refuse(_head_too_large())

    def on_message_begin(self) -> None:
        """Start to count and to time the head."""
        super().on_message_begin()
        if len(self.unanswered) > MAX_PIPELINED:
            self._stop_parser(HttpProblem(400, "Too many requests wait for the first to be answered."))
        self.in_head = True
        self.head_bytes = self.unread_bytes = 0
        self._moves_on(self.bounds.head_seconds)

    def on_url(self, url: bytes) -> None:
        """Keep a part of the target."""
        super().on_url(url)
        self._count(len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a field of the head. Those of a trailer are dropped: they must not pass for fields of the head."""
        if self.in_head:
            super().on_header(name, value)
            self._count(len(name) + len(value))

    def on_headers_complete(self) -> None:
        """Run the application; from now on we owe a response."""
        self.in_head = False
        self.unread_bytes = 0
        super().on_headers_complete()
        self.unanswered.append(self.cycle)
        if self.leaving:
            self.cycle.keep_alive = False
        self._moves_on(math.inf)

    def on_body(self, body: bytes) -> None:
        """Keep a part of the body."""
        self.unread_bytes = 0
        super().on_body(body)

    def on_response_complete(self) -> None:
        """Wait for the next request, or for the rest of one that was answered before it had arrived."""
        answered = self.unanswered.popleft()
        super().on_response_complete()
        unfinished = self.in_head or answered.more_body
        self._moves_on(self.bounds.head_seconds if unfinished else self.bounds.idle_seconds)

    def pause_writing(self) -> None:
        """Wait for the client to read."""
        super().pause_writing()
        self.due = self.loop.time() + self.bounds.stall_seconds

    def resume_writing(self) -> None:
        """Go on."""
        super().resume_writing()
        self._moves_on(self.bounds.idle_seconds)

    def send_400_response(self, msg: str) -> None:
        """Refuse what the parser does not understand."""
        if not self.refused:
            self.refuse(HttpProblem(400, msg))

    def refuse(self, problem: HttpProblem) -> None:
        """Answer with ``problem``, read nothing more, and close; a response that has begun is cut off."""
        self.refused = True
        log.info("connection refused", status=problem.status, code=problem.code, client=self.client and self.client[0])
        if self.unanswered:
            self.abort()
            return
        self.transport.write(_response(problem))
        self.transport.write_eof()
        self.due = self.loop.time() + self.bounds.linger_seconds

    def leave(self) -> None:
        """Make the next response that begins the last one, and say so in it; a stream is cut off from what follows.

        Closing the connection at once could cross with a request that is on its way.
        """
        self.leaving = True
        if self.unanswered and (not self.unanswered[-1].response_started or self.unanswered[-1].chunked_encoding):
            self.unanswered[-1].keep_alive = False

    def close_if_idle_since(self, moment: float) -> None:
        """Close the connection if it has sent nothing since ``moment``, and we owe it nothing."""
        if not self.unanswered and not self.in_head and self.heard < moment:
            self.transport.close()

    def expire(self) -> None:
        """End the connection, which is past ``due``; if a head has begun, say why."""
        if self.in_head and not self.refused and not self.unanswered:
            self.refuse(HttpProblem(408, "The head of the request arrives too slowly."))
        else:
            self.abort()

    def abort(self) -> None:
        """Close the connection at once; nothing more is read or sent."""
        self.connections.discard(self)
        self._disconnect()
        self.transport.abort()

    def _disconnect(self) -> None:
        """Tell every request that its client is gone; uvicorn tells only the last of several."""
        for cycle in self.unanswered:
            cycle.disconnected = True
            cycle.message_event.set()

    def _moves_on(self, seconds: float) -> None:
        """Something has happened. If we now wait for the client to send, it has ``seconds``."""
        self.heard = self.loop.time()
        if not self.flow.write_paused:
            self.due = math.inf if self.unanswered else self.heard + seconds

    def _make_room(self) -> bool:
        """Close the connection that has kept us waiting longest, if we wait for any."""
        waiting = (other for other in bounded(self.connections) if other is not self and other.waits_for_client)
        longest = min(waiting, key=lambda other: other.heard, default=None)
        if longest is not None:
            longest.abort()
        return longest is not None

    def _count(self, size: int) -> None:
        self.head_bytes += size
        if self.head_bytes > MAX_HEAD_BYTES or len(self.headers) > MAX_HEADER_FIELDS:
            self._stop_parser(_head_too_large())

    def _stop_parser(self, problem: HttpProblem) -> None:
        """Refuse the connection from within a callback: an exception is what ends the parser's work."""
        self.refuse(problem)
        raise problem


def expire_overdue(connections: Iterable[Any], now: float) -> None:
    """End the connections that have kept the server waiting for too long."""
    for connection in [overdue for overdue in bounded(connections) if overdue.due < now]:
        connection.expire()


def bounded(connections: Iterable[Any]) -> list[BoundedProtocol]:
    """The connections of a server whose configuration is a ``BoundedConfig``."""
    return list(connections)


def _head_too_large() -> HttpProblem:
    limits = f"{MAX_HEAD_BYTES} bytes or {MAX_HEADER_FIELDS} fields"
    return HttpProblem(431, f"The head of the request is larger than {limits}.")


def _response(refusal: HttpProblem) -> bytes:
    trace_id = new_id().hex
    problem = unrouted(refusal, trace_id)
    head = (
        f"HTTP/1.1 {problem.status} {HTTPStatus(problem.status).phrase}\r\n"
        f"Content-Type: {MEDIA_TYPE}\r\nContent-Length: {len(problem.body)}\r\n"
        f"{X_TRACE_ID}: {trace_id}\r\nConnection: close\r\n\r\n"
    )
    return head.encode("ascii") + problem.body
