"""The ASGI application: Connexion builds the API from the contract, the edge serves it. Nothing is global."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping
from functools import partial
from typing import Any

import connexion
from anyio import to_thread
from connexion.middleware.lifespan import LifespanMiddleware
from connexion.resolver import Resolver

from generated.base import Operation
from platemark.events.feed import Feed
from platemark.events.stream_slots import StreamSlots
from platemark.http.contract import Contract, check_operations
from platemark.http.cross_origin import allow_origins
from platemark.http.edge import Edge, Observe, Threads
from platemark.http.streams import EventStreams
from platemark.studio import Studio

Handlers = Mapping[str, Any]


class Application(connexion.FlaskApp):  # type: ignore[misc]
    """An ASGI application. A server that shuts down must call ``feed.stop()`` first, which ends the event streams."""

    def __init__(self, feed: Feed, threads: Threads, middlewares: list[Any]) -> None:
        super().__init__("platemark", lifespan=lambda _: _lifespan(feed, threads), middlewares=middlewares)
        self.feed = feed


def create_app(
    contract: Contract,
    operations: Mapping[str, Operation],
    handlers: Handlers,
    studio: Studio,
    observe: Observe,
    slots: StreamSlots | None = None,
) -> Application:
    """Build the application that serves ``contract`` with ``handlers``; event streams take ``slots``, if given."""
    check_operations(contract, operations)
    feed = Feed(studio.database, max_subscribers=studio.settings.max_streams, slots=slots)
    threads = Threads()
    edge = partial(
        Edge,
        contract=contract,
        operations=operations,
        studio=studio,
        threads=threads,
        streams=EventStreams(contract, feed, studio),
        observe=observe,
    )
    middlewares = [edge, LifespanMiddleware]
    if origins := studio.settings.allowed_origins:
        middlewares.insert(0, partial(allow_origins, contract=contract, origins=origins))
    app = Application(feed, threads, middlewares)

    def find_handler(operation_id: str) -> Any:
        operation = operations[operation_id]
        return getattr(handlers[operation.tag], operation.function)

    app.add_api(contract.routing_document(), resolver=Resolver(find_handler))
    return app


@contextlib.asynccontextmanager
async def _lifespan(feed: Feed, threads: Threads) -> AsyncIterator[None]:
    yield
    await feed.close()
    await to_thread.run_sync(threads.close)
