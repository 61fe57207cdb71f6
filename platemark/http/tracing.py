"""The outermost middleware: a trace id and a log line for every request, common headers for every response."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Protocol

import structlog

from generated import headers
from platemark.http.exchange import KEY, Exchange, header, operation_id_of
from platemark.ids import new_id

ASGI = Callable[[Any, Any, Any], Awaitable[None]]
TRACE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
COMMON_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
]
log = structlog.get_logger("platemark.http")


class Observe(Protocol):
    """Called for each response with its operation (None if unknown), status and duration in seconds.

    For an event stream, the duration ends with the response headers.
    """

    def __call__(self, operation_id: str | None, status: int, seconds: float) -> None:
        """Record the response."""


class TracingMiddleware:
    """ASGI middleware around all others."""

    def __init__(self, app: ASGI, observe: Observe) -> None:
        self._app = app
        self._observe = observe

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Pass the request on with an Exchange in its scope; only HTTP is traced."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = header(scope, headers.X_TRACE_ID)
        exchange = Exchange(trace_id=sent if sent and TRACE_ID.fullmatch(sent) else new_id().hex)
        scope["extensions"] = {**scope.get("extensions", {}), KEY: exchange}
        started, status, stream_started = time.perf_counter(), 500, 0.0

        async def send_traced(message: MutableMapping[str, Any]) -> None:
            nonlocal status, stream_started
            if message["type"] == "http.response.start":
                status = message["status"]
                if exchange.stream is not None:
                    stream_started = time.perf_counter()
                trace_header = (headers.X_TRACE_ID.lower().encode("ascii"), exchange.trace_id.encode("ascii"))
                message["headers"] = [*message.get("headers", []), trace_header, *COMMON_HEADERS]
            await send(message)

        with structlog.contextvars.bound_contextvars(trace_id=exchange.trace_id):
            try:
                await self._app(scope, receive, send_traced)
            finally:
                exchange.close()
                seconds = time.perf_counter() - started
                operation_id = operation_id_of(scope)
                self._observe(operation_id, status, (stream_started or time.perf_counter()) - started)
                log.info(
                    "request",
                    method=scope["method"],
                    path=scope["path"],
                    operation=operation_id,
                    status=status,
                    milliseconds=round(seconds * 1000, 1),
                    user=exchange.actor.name,
                )
