"""What is known of one request while it passes through the layers; it travels in the ASGI scope."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import IO, Any

from generated.base import EventStream, FileBody
from platemark.access import ANYONE, Actor

KEY = "platemark"
Scope = Any
AskAgain = Callable[[], Awaitable[Actor]]


@dataclass(slots=True)
class Exchange:
    """Filled in layer by layer: the trace id first, then the operation, who asks, parameters, body, and the answer.

    ``ask_again`` tells who the caller is by now, for answers that take long; it raises what the door would raise.
    """

    trace_id: str
    operation_id: str | None = None
    actor: Actor = ANYONE
    parameters: dict[str, Any] = field(default_factory=dict)
    media_type: str | None = None
    body: Any = None
    raw_body: bytes = b""
    file: FileBody | None = None
    stream: EventStream | None = None
    ask_again: AskAgain | None = None
    uploads: list[IO[bytes]] = field(default_factory=list)

    def close(self) -> None:
        """Let go of what was uploaded."""
        for upload in self.uploads:
            upload.close()


def exchange_of(scope: Scope) -> Exchange:
    """The exchange that ``scope`` carries."""
    found: Exchange = scope["extensions"][KEY]
    return found


def operation_id_of(scope: Scope) -> str | None:
    """The operation that the request was routed to; None before routing and for unknown paths."""
    found: str | None = scope["extensions"].get("connexion_routing", {}).get("operation_id")
    return found


def header(scope: Scope, name: bytes) -> str | None:
    """The last value of a request header, None where it was not sent; ``name`` in lower case."""
    return next((value.decode("latin-1") for key, value in reversed(scope["headers"]) if key == name), None)
