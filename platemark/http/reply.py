"""Sends a response, after proving that the contract declares what is really sent."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from generated import headers
from platemark.http.contract import CompiledSchema, HeaderRules, ResponseRules
from platemark.http.decoding import coerce_all, split
from platemark.http.problems import ContractBroken
from platemark.http.request import Request

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
RawHeaders = list[tuple[bytes, bytes]]
COMMON_HEADERS: RawHeaders = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
]
TRANSPORT_HEADERS = frozenset({b"connection", b"content-length", b"content-type"})
"""Headers that HTTP itself needs and the contract need not declare."""


class Reply:
    """The response to one request. ``status`` is 500 until it has started.

    ``started_at`` is the time at which its headers were sent, as of ``time.perf_counter()``. ``lifecycle`` are the
    headers that every answer of a deprecated operation has; nothing else may send them.
    """

    def __init__(self, request: Request, send: Send) -> None:
        self.status = 500
        self.started_at: float | None = None
        self.responses: Mapping[int, ResponseRules] | None = None
        self.lifecycle: RawHeaders = []
        self._trace_header = (headers.X_TRACE_ID.lower().encode("ascii"), request.trace_id.encode("ascii"))
        self._send = send

    async def send(self, message: Message) -> None:
        """Send an ASGI message.

        The start of a response gets the headers that all responses have. If the contract does not declare it for the
        operation, it is not sent, and ContractBroken is raised.
        """
        if message["type"] == "http.response.start":
            raw = [*message.get("headers", []), self._trace_header]
            if self.responses is not None:
                _require_declared(self.responses, message["status"], raw)
            message = {**message, "headers": [*raw, *self.lifecycle, *COMMON_HEADERS]}
            self.status, self.started_at = message["status"], time.perf_counter()
        await self._send(message)


async def wait_for_disconnect(receive: Callable[[], Awaitable[Message]]) -> None:
    """Wait until the client is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _require_declared(responses: Mapping[int, ResponseRules], status: int, raw: RawHeaders) -> None:
    rules = responses.get(status)
    if rules is None:
        raise ContractBroken(f"status {status} is not declared")
    sent = {name: value.decode("latin-1") for name, value in raw}
    media_type = sent.get(b"content-type")
    if media_type not in rules.content if media_type is not None else rules.content:
        raise ContractBroken(f"the media type {media_type} is not declared for {status}")
    if undeclared := sent.keys() - rules.header_names - TRANSPORT_HEADERS:
        raise ContractBroken(f"the headers {sorted(undeclared)} are not declared for {status}")
    for header in rules.headers:
        _require_valid(header, sent.get(header.key))


def header_value(schema: CompiledSchema, text: str) -> Any:
    """The value that the text of a header stands for; the items of a list have commas between them."""
    separator = "," if "array" in schema.document.get("type", ()) else None
    return coerce_all(split([text], separator), schema.document, schema.schemas.resolve)


def _require_valid(header: HeaderRules, value: str | None) -> None:
    if value is None:
        if header.required:
            raise ContractBroken(f"the header {header.name} is missing")
    elif not header.schema.accepts(header_value(header.schema, value)):
        raise ContractBroken(f"the header {header.name} breaks the contract")
