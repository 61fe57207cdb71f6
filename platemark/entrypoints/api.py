"""The API as one ASGI application, and the uvicorn server around it."""

from __future__ import annotations

import json
import socket
from importlib import resources
from typing import Any

import uvicorn

from generated.operations import OPERATIONS
from handlers import HANDLERS
from platemark.http.app import Application, create_app
from platemark.http.contract import Contract
from platemark.http.tracing import Observe
from platemark.settings import Settings
from platemark.studio import Studio


def load_contract() -> dict[str, Any]:
    """The contract that this version serves, as OpenAPI 3.1."""
    found: dict[str, Any] = json.loads(resources.files("generated").joinpath("openapi.json").read_text("utf-8"))
    return found


def build_app(studio: Studio, *, contract: Contract | None = None, observe: Observe | None = None) -> Application:
    """The application for ``studio``; ``observe`` is told of every answer. A compiled contract may be handed in."""
    return create_app(contract or Contract(load_contract()), OPERATIONS, HANDLERS, studio, observe or _nobody)


def _nobody(operation_id: str | None, status: int, seconds: float) -> None:
    """Nobody counts."""


class Server(uvicorn.Server):
    """Ends the streams of events before it waits for what is still being answered: they would never end."""

    def __init__(self, app: Application, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._feed = app.feed

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop."""
        self._feed.stop()
        await super().shutdown(sockets)


def build_server(app: Application, settings: Settings) -> Server:
    """A server for ``app``, not yet started. It ends open connections five seconds after it was asked to stop."""
    return Server(
        app,
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.trusted_proxy_addresses),  # else whoever connects could pass for any address
            forwarded_allow_ips=settings.trusted_proxy_addresses,
            lifespan="on",
            timeout_graceful_shutdown=5,
        ),
    )
