"""The API as one ASGI application, and the uvicorn server that runs it."""

from __future__ import annotations

import asyncio
import socket
import sys
from importlib import resources
from typing import Any

import msgspec
import uvicorn

from generated.operations import OPERATIONS
from handlers import HANDLERS
from platemark.entrypoints.connections import BoundedConfig, Bounds, expire_overdue
from platemark.entrypoints.descriptors import fit_to_descriptors
from platemark.events.stream_slots import StreamSlots
from platemark.http.app import Application, create_app
from platemark.http.contract import Contract
from platemark.http.edge import Observe
from platemark.settings import Settings
from platemark.studio import Studio

TURN_SECONDS = 0.001
"""Of a thread that computes while others wait; Python's own five are as long as three requests."""


def load_contract() -> dict[str, Any]:
    """The OpenAPI 3.1 document that this version serves."""
    contract: dict[str, Any] = msgspec.json.decode(resources.files("generated").joinpath("openapi.json").read_bytes())
    return contract


def build_app(
    studio: Studio,
    *,
    contract: Contract | None = None,
    observe: Observe | None = None,
    slots: StreamSlots | None = None,
) -> Application:
    """The application for ``studio``. ``observe`` is called for every response; ``contract`` saves compiling it.

    Event streams take ``slots`` where processes share them.
    """
    return create_app(contract or Contract(load_contract()), OPERATIONS, HANDLERS, studio, observe or _ignore, slots)


def _ignore(operation_id: str | None, status: int, seconds: float) -> None:
    """Observe nothing."""


class Server(uvicorn.Server):
    """A server that closes event streams, which never end by themselves, before it waits for open requests."""

    def __init__(self, app: Application, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._feed = app.feed

    async def on_tick(self, counter: int) -> bool:
        """End the connections that have kept the server waiting for too long; ten times a second."""
        expire_overdue(self.server_state.connections, asyncio.get_running_loop().time())
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close the event streams and shut down."""
        self._feed.stop()
        await super().shutdown(sockets)


def shorten_turns() -> None:
    """Let threads take turns every millisecond: a short request waits less beside one that computes for long."""
    sys.setswitchinterval(TURN_SECONDS)


def build_server(app: Application, settings: Settings, bounds: Bounds | None = None) -> Server:
    """A server for ``app``, not yet started. It closes open connections five seconds after it is asked to stop."""
    return Server(app, build_config(app, settings, bounds))


def build_config(app: Application, settings: Settings, bounds: Bounds | None = None) -> BoundedConfig:
    """How a server serves ``app``.

    Without ``bounds``, connections have the default deadlines, and there are as many as the settings and the limit of
    open files allow.
    """
    return BoundedConfig(
        app,
        bounds=bounds or Bounds(max_connections=fit_to_descriptors(settings.max_connections)),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxy_addresses),  # otherwise any client could forge its address
        forwarded_allow_ips=settings.trusted_proxy_addresses,
        lifespan="on",
        timeout_graceful_shutdown=5,
    )
