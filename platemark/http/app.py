"""The ASGI application: Connexion with our middlewares around it. Nothing is global."""

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
from platemark.http.contract import Contract, check_operations
from platemark.http.exchange import exchange_of, operation_id_of
from platemark.http.files import FileMiddleware
from platemark.http.limits import LimitsMiddleware
from platemark.http.pages import PagesMiddleware
from platemark.http.problems import HttpProblem
from platemark.http.requests import validators
from platemark.http.routing import Dispatcher, Handlers, OperationResolver
from platemark.http.security import SecurityMiddleware
from platemark.http.streams import EventStreamMiddleware
from platemark.http.tracing import Observe, TracingMiddleware
from platemark.studio import Studio

HANDLED_ERRORS = (HttpProblem, PlatemarkError, ProblemException, HTTPException, WerkzeugException, Exception)


class Application(connexion.FlaskApp):  # type: ignore[misc]
    """An ASGI application. A server that shuts down must call ``feed.stop()`` first, which ends the event streams."""

    def __init__(self, feed: Feed) -> None:
        super().__init__("platemark", lifespan=lambda _: _lifespan(feed))
        self.feed = feed


def create_app(
    contract: Contract,
    operations: Mapping[str, Operation],
    handlers: Handlers,
    studio: Studio,
    observe: Observe,
) -> Application:
    """Build the application that serves ``contract`` with ``handlers``; middlewares are listed from the outside in."""
    check_operations(contract, operations)
    settings = studio.settings
    feed = Feed(studio.database, max_subscribers=settings.max_streams)
    app = Application(feed)
    app.add_api(
        contract.routing_document(),
        resolver=OperationResolver(Dispatcher(contract, operations, handlers, studio)),
        validator_map=validators(contract),
        strict_validation=True,
        validate_responses=False,
        swagger_ui_options=SwaggerUIOptions(swagger_ui=False, serve_spec=False),  # pages.py serves the documentation
    )
    for error_type in HANDLED_ERRORS:
        app.add_error_handler(error_type, _problem_handler(contract))
    app.add_middleware(TracingMiddleware, MiddlewarePosition.BEFORE_EXCEPTION, observe=observe)
    app.add_middleware(PagesMiddleware, MiddlewarePosition.BEFORE_SWAGGER, contract=contract)
    app.add_middleware(
        LimitsMiddleware,
        MiddlewarePosition.BEFORE_SWAGGER,
        contract=contract,
        max_body_bytes=settings.max_body_bytes,
        max_upload_bytes=settings.max_upload_bytes,
    )
    app.add_middleware(SecurityMiddleware, MiddlewarePosition.BEFORE_VALIDATION, studio=studio, operations=operations)
    app.add_middleware(FileMiddleware, MiddlewarePosition.BEFORE_CONTEXT)
    app.add_middleware(
        EventStreamMiddleware, MiddlewarePosition.BEFORE_CONTEXT, contract=contract, feed=feed, studio=studio
    )
    return app


@contextlib.asynccontextmanager
async def _lifespan(feed: Feed) -> AsyncIterator[None]:
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
