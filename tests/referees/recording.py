"""A pytest plugin that records every exchange of the servers that the tests start in their own process.

    PLATEMARK_EXCHANGES=exchanges.jsonl pytest -p tests.referees.recording tests/http

It records in the server, around the whole application, and so misses no client: those that check nothing, raw sockets
and a reverse proxy included. What was never answered is left out. Of an answer that is not JSON, only the beginning is
kept: Prism looks at none of it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from functools import wraps
from pathlib import Path
from typing import Any

from platemark.http.app import Application
from tests.referees.exchanges import Exchange, Headers, header, write_exchange

FILE = "PLATEMARK_EXCHANGES"
BEGINNING = 4096
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Call = Callable[[Any, Message, Receive, Send], Awaitable[None]]


def recorded(call: Call, keep: Callable[[Exchange], None]) -> Call:
    """An application that gives each exchange to `keep` once it has ended, even if by a broken connection."""

    @wraps(call)
    async def record(app: Any, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await call(app, scope, receive, send)
            return
        exchange, sent, body = begun(scope), bytearray(), bytearray()

        async def received() -> Message:
            message = await receive()
            sent.extend(message.get("body", b""))
            return message

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                exchange.status, exchange.headers = message["status"], text(message.get("headers", []))
            else:
                whole = "json" in header(exchange.headers, "content-type")
                body.extend(message.get("body", b"")[: None if whole else max(BEGINNING - len(body), 0)])
            await send(message)

        try:
            await call(app, scope, received, answered)
        finally:
            exchange.sent, exchange.body = bytes(sent), bytes(body)
            if exchange.status:
                keep(exchange)

    return record


def begun(scope: Message) -> Exchange:
    """The exchange of a request whose body has not arrived yet."""
    query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
    target = scope["raw_path"].decode("latin-1") + query
    test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]
    return Exchange(test, scope["method"], target, text(scope["headers"]))


def text(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """The headers of an ASGI message."""
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]


def pytest_configure() -> None:
    """Record what every application answers from now on."""
    lock, path = threading.Lock(), Path(os.environ[FILE])
    path.write_text("", "utf-8")

    def keep(exchange: Exchange) -> None:
        with lock, path.open("a", encoding="utf-8") as lines:
            lines.write(write_exchange(exchange))

    setattr(Application, "__call__", recorded(Application.__call__, keep))  # noqa: B010  mypy: no method is assigned
