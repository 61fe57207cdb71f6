"""Dispatches operations of the contract to their handlers: arguments in, a validated response out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from inspect import Parameter, Signature
from typing import Any, get_type_hints

import flask
import msgspec
import structlog
from connexion.context import scope as connexion_scope
from connexion.resolver import Resolution, Resolver
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from generated import headers
from generated.base import CsvBody, Operation, Param
from platemark import idempotency
from platemark.errors import Finding
from platemark.http.conditions import heed_if_none_match
from platemark.http.context import Context
from platemark.http.contract import Contract
from platemark.http.exchange import Exchange, exchange_of, header
from platemark.http.idempotency import keyed_request, replay, to_stored_response
from platemark.http.problems import HttpProblem, invalid
from platemark.http.responses import EncodedResponse, encode
from platemark.idempotency import KeyedRequest
from platemark.studio import Studio

READ_METHODS = ("GET", "HEAD")
Handlers = Mapping[str, Any]
log = structlog.get_logger("platemark.http")


@dataclass(frozen=True, slots=True)
class Request:
    """What the dispatcher needs of a request, whatever server received it."""

    exchange: Exchange
    path: str
    client: str
    accept: str | None
    idempotency_key: str | None


class Dispatcher:
    """Runs operations. It does not depend on Flask or Connexion, so that both can be replaced."""

    def __init__(
        self, contract: Contract, operations: Mapping[str, Operation], handlers: Handlers, studio: Studio
    ) -> None:
        self.contract = contract
        self.operations = operations
        self._studio = studio
        self._handlers = {
            operation.id: getattr(handlers[operation.tag], operation.function) for operation in operations.values()
        }

    def serve(self, operation_id: str, request: Request) -> EncodedResponse:
        """Run one operation in one transaction; its response is validated before the commit."""
        operation, exchange = self.operations[operation_id], request.exchange
        arguments = {**_arguments(operation, exchange), **_negotiate(operation, request.accept)}
        keyed = _keyed_request(operation, request)
        if keyed and (response := self._stored_response(keyed, exchange)):
            return response
        with self._studio.work(write=operation.method not in READ_METHODS, trace_id=exchange.trace_id) as work:
            context = Context(work=work, actor=exchange.actor, studio=self._studio, client=request.client)
            response = encode(self.contract, operation_id, self._handlers[operation_id](context, **arguments))
            response = heed_if_none_match(
                response, self.contract.rules[operation_id].responses, exchange.parameters.get(headers.IF_NONE_MATCH)
            )
            if keyed:
                secret = self.contract.rules[operation_id].secret_response
                idempotency.store(work, keyed, to_stored_response(response), secret=secret, by=exchange.actor)
            work.commit()
        return response

    def _stored_response(self, keyed: KeyedRequest, exchange: Exchange) -> EncodedResponse | None:
        """The response stored under the key of the request.

        It is read in a transaction of its own, so that SQLite's write lock is not held while the handler prepares its
        writes. If two requests with the same key run at the same time, the second one to write fails with a 409.
        """
        with self._studio.work(write=False) as work:
            response = idempotency.find(work, keyed, by=exchange.actor)
        return None if response is None else replay(response)


class OperationResolver(Resolver):  # type: ignore[misc]
    """Gives Connexion a Flask view for each operation, which calls the dispatcher."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        super().__init__()
        self._dispatcher = dispatcher

    def resolve(self, operation: Any) -> Resolution:
        """The view of the operation."""
        operation_id = operation.operation_id

        def view(**_: Any) -> flask.Response:
            exchange = exchange_of(connexion_scope)
            request = Request(
                exchange=exchange,
                path=connexion_scope["path"],
                client=(connexion_scope.get("client") or ("",))[0],
                accept=header(connexion_scope, "accept"),
                idempotency_key=header(connexion_scope, headers.IDEMPOTENCY_KEY),
            )
            response = self._dispatcher.serve(operation_id, request)
            exchange.file, exchange.stream = response.file, response.stream
            return _flask_response(response)

        # Connexion passes the arguments that the signature names; everything else is in the exchange already.
        path = [param.name for param in self._dispatcher.operations[operation_id].params if param.location == "path"]
        view.__signature__ = Signature([Parameter(name, Parameter.KEYWORD_ONLY) for name in path])  # type: ignore[attr-defined]
        return Resolution(view, operation_id)


def _keyed_request(operation: Operation, request: Request) -> KeyedRequest | None:
    if not operation.idempotent_key or not request.idempotency_key:
        return None
    return keyed_request(operation.id, request.path, request.idempotency_key, request.exchange.raw_body)


def _flask_response(encoded: EncodedResponse) -> flask.Response:
    response = flask.Response(encoded.body, status=encoded.status, content_type=encoded.media_type)
    if encoded.media_type is None:
        response.headers.pop("Content-Type", None)
    for name, value in encoded.headers.items():
        response.headers[name] = value
    return response


def _negotiate(operation: Operation, accept: str | None) -> dict[str, str]:
    """The media type for a handler that has a choice, as ``accept``; HttpProblem 406 if none is acceptable."""
    offers = {media.partition(";")[0]: media for media in operation.response_media}
    if not offers:
        return {}
    chosen = parse_accept_header(accept, MIMEAccept).best_match(offers) if accept else next(iter(offers))
    if chosen is None:
        raise HttpProblem(406, f"This operation responds only with {', '.join(offers)}.")
    return {"accept": offers[chosen]} if operation.negotiates else {}


def _arguments(operation: Operation, exchange: Exchange) -> dict[str, Any]:
    try:
        arguments = {
            param.python_name: _argument(param, exchange.parameters)
            for param in operation.params
            if not param.server_side
        }
        if operation.bodies:
            arguments["body"] = _body(operation, exchange)
    except msgspec.ValidationError as error:
        log.error(
            "A generated model rejected a value that its schema accepts", operation=operation.id, error=str(error)
        )
        raise invalid([Finding("", str(error), "model")]) from None
    return arguments


def _argument(param: Param, values: Mapping[str, Any]) -> Any:
    if param.name not in values:
        return param.default
    return msgspec.convert(values[param.name], param.type)


def _body(operation: Operation, exchange: Exchange) -> Any:
    if exchange.body is None:
        return None
    kind = operation.bodies[exchange.media_type or ""]
    if kind is CsvBody:
        return CsvBody(exchange.body)
    if exchange.media_type == "multipart/form-data":
        return _form(kind, exchange.body)
    return msgspec.convert(exchange.body, kind)


def _form(kind: Any, values: Mapping[str, Any]) -> Any:
    hints = get_type_hints(kind)
    plain = (str, int, float, bool)
    return kind(
        **{
            field.name: msgspec.convert(value, hints[field.name]) if isinstance(value, plain) else value
            for field in fields(kind)
            if (value := values.get(field.name)) is not None
        }
    )
