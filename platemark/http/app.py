"""The Connexion application, built from its parts and from nothing global."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping
from typing import Any

import connexion
from connexion.exceptions import ProblemException
from connexion.lifecycle import ConnexionRequest, ConnexionResponse
from connexion.middleware import MiddlewarePosition
from connexion.options import SwaggerUIOptions
from starlette.exceptions import HTTPException
from werkzeug.exceptions import HTTPException as WerkzeugException

from generated.base import Operation
from platemark.errors import PlatemarkError
from platemark.events.feed import Feed
from platemark.http import problems
from platemark.http.contract import Contract, operations_of
from platemark.http.exchange import exchange_of, operation_id_of
from platemark.http.files import Files
from platemark.http.limits import Limits
from platemark.http.pages import Pages
from platemark.http.problems import HttpProblem
from platemark.http.requests import validators
from platemark.http.routing import Dispatcher, Handlers, OperationResolver
from platemark.http.security import Security
from platemark.http.streams import Streams
from platemark.http.tracing import Observe, Tracing
from platemark.studio import Studio

CAUGHT = (HttpProblem, PlatemarkError, ProblemException, HTTPException, WerkzeugException, Exception)


class Application(connexion.FlaskApp):  # type: ignore[misc]
    """An ASGI application; a server that stops calls ``feed.stop()`` first, so that no stream keeps it waiting."""

    def __init__(self, feed: Feed) -> None:
        super().__init__("platemark", lifespan=lambda _: _closing(feed))
        self.feed = feed


def create_app(
    contract: Contract,
    operations: Mapping[str, Operation],
    handlers: Handlers,
    studio: Studio,
    observe: Observe,
) -> Application:
    """An ASGI application that serves ``contract`` with ``handlers``; the layers are added from the outside in."""
    operations_of(contract, operations)
    limits = studio.settings
    feed = Feed(studio.database, most_readers=limits.max_streams)
    app = Application(feed)
    app.add_api(
        contract.routes(),
        resolver=OperationResolver(Dispatcher(contract, operations, handlers, studio)),
        validator_map=validators(contract),
        strict_validation=True,
        validate_responses=False,
        swagger_ui_options=SwaggerUIOptions(swagger_ui=False, serve_spec=False),  # the docs are ours, see pages.py
    )
    for kind in CAUGHT:
        app.add_error_handler(kind, _problem_handler(contract))
    app.add_middleware(Tracing, MiddlewarePosition.BEFORE_EXCEPTION, observe=observe)
    app.add_middleware(Pages, MiddlewarePosition.BEFORE_SWAGGER, contract=contract)
    app.add_middleware(
        Limits,
        MiddlewarePosition.BEFORE_SWAGGER,
        contract=contract,
        max_body_bytes=limits.max_body_bytes,
        max_upload_bytes=limits.max_upload_bytes,
    )
    app.add_middleware(Security, MiddlewarePosition.BEFORE_VALIDATION, studio=studio, operations=operations)
    app.add_middleware(Files, MiddlewarePosition.BEFORE_CONTEXT)
    app.add_middleware(Streams, MiddlewarePosition.BEFORE_CONTEXT, contract=contract, feed=feed, studio=studio)
    return app


@contextlib.asynccontextmanager
async def _closing(feed: Feed) -> AsyncIterator[None]:
    yield
    await feed.close()


def _problem_handler(contract: Contract) -> Any:
    def handle(request: ConnexionRequest, error: Exception) -> ConnexionResponse:
        problem = problems.problem_for(
            error,
            trace_id=exchange_of(request.scope).trace_id,
            contract=contract,
            operation_id=operation_id_of(request.scope),
        )
        return ConnexionResponse(
            status_code=problem.status,
            mimetype=problems.MEDIA_TYPE,
            content_type=problems.MEDIA_TYPE,
            body=problem.body,
            headers=problem.headers,
        )

    return handle
