"""The state of one request on its way through the middlewares; it travels in the ASGI scope."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import IO, Any

from generated.base import EventStream, FileBody
from platemark.access import ANYONE, Actor

KEY = "platemark"
Scope = Any
Reauthenticate = Callable[[], Awaitable[Actor]]


@dataclass(slots=True)
class Exchange:
    """A request and its response, filled in step by step.

    The order is: trace id, actor, parameters, body, response. ``reauthenticate`` authenticates the request
    again, for long responses; it raises what authentication raised at the start: Unauthenticated or Forbidden.
    """

    trace_id: str
    actor: Actor = ANYONE
    parameters: dict[str, Any] = field(default_factory=dict)
    media_type: str | None = None
    body: Any = None
    raw_body: bytes = b""
    file: FileBody | None = None
    stream: EventStream | None = None
    reauthenticate: Reauthenticate | None = None
    uploads: list[IO[bytes]] = field(default_factory=list)

    def close(self) -> None:
        """Close the uploaded files."""
        for upload in self.uploads:
            upload.close()


def exchange_of(scope: Scope) -> Exchange:
    """The exchange that ``scope`` carries."""
    exchange: Exchange = scope["extensions"][KEY]
    return exchange


def operation_id_of(scope: Scope) -> str | None:
    """The operation that the request was routed to; None before routing and for unknown paths."""
    operation_id: str | None = scope["extensions"].get("connexion_routing", {}).get("operation_id")
    return operation_id


def header(scope: Scope, name: str) -> str | None:
    """The last value of a request header, None if it was not sent; the case of ``name`` does not matter."""
    key = name.lower().encode("ascii")
    return next((value.decode("latin-1") for sent, value in reversed(scope["headers"]) if sent == key), None)
