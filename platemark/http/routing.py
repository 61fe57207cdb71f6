"""From an operation of the contract to its handler and back: arguments in, a proven answer out."""

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

from generated.base import CsvBody, Operation, Param
from platemark.errors import Finding
from platemark.http import idempotency
from platemark.http.context import Context
from platemark.http.contract import Contract
from platemark.http.exchange import Exchange, exchange_of, header
from platemark.http.problems import HttpProblem, invalid
from platemark.http.responses import Encoded, encode
from platemark.studio import Studio

READS = ("GET", "HEAD")
Handlers = Mapping[str, Any]
log = structlog.get_logger("platemark.http")


@dataclass(frozen=True, slots=True)
class Request:
    """What a dispatch needs of a request, whoever received it."""

    exchange: Exchange
    path: str
    client: str
    accept: str | None
    idempotency_key: str | None


class Dispatcher:
    """Serves operations. It knows neither Flask nor Connexion, so another front can take their place."""

    def __init__(
        self, contract: Contract, operations: Mapping[str, Operation], handlers: Handlers, studio: Studio
    ) -> None:
        self.contract = contract
        self.operations = operations
        self._studio = studio
        self._handlers = {
            operation.id: getattr(handlers[operation.tag], operation.function) for operation in operations.values()
        }

    def serve(self, operation_id: str, request: Request) -> Encoded:
        """Run one operation in one transaction; the answer is proven before that is committed."""
        operation, exchange = self.operations[operation_id], request.exchange
        arguments = {**_arguments(operation, exchange), **_accepted(operation, request.accept)}
        key = request.idempotency_key if operation.idempotent_key else None
        asked = idempotency.digest(operation_id, request.path, exchange.raw_body) if key else ""
        if key and (kept := self._kept(exchange, operation_id, key, asked)):
            return kept
        with self._studio.work(write=operation.method not in READS, trace_id=exchange.trace_id) as work:
            context = Context(work=work, actor=exchange.actor, studio=self._studio, client=request.client)
            answer = encode(self.contract, operation_id, self._handlers[operation_id](context, **arguments))
            if key:
                secret = self.contract.rules[operation_id].secret_answer
                idempotency.keep(work, exchange.actor, operation_id, key, asked, answer, secret=secret)
            work.commit()
        return answer

    def _kept(self, exchange: Exchange, operation_id: str, key: str, asked: str) -> Encoded | None:
        """The answer kept for a key, read apart: what the handler does before it writes must not hold SQLite's lock.

        Of two requests with one key at the same moment the second to write is refused as a Conflict.
        """
        with self._studio.work(write=False) as work:
            return idempotency.find(work, exchange.actor, operation_id, key, asked)


class OperationResolver(Resolver):  # type: ignore[misc]
    """Connexion's way to a function: the dispatcher behind a Flask view."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        super().__init__()
        self._dispatcher = dispatcher

    def resolve(self, operation: Any) -> Resolution:
        """The view that serves the operation."""
        operation_id = operation.operation_id

        def view(**_: Any) -> flask.Response:
            exchange = exchange_of(connexion_scope)
            request = Request(
                exchange=exchange,
                path=connexion_scope["path"],
                client=(connexion_scope.get("client") or ("",))[0],
                accept=header(connexion_scope, b"accept"),
                idempotency_key=header(connexion_scope, b"idempotency-key"),
            )
            answer = self._dispatcher.serve(operation_id, request)
            exchange.file, exchange.stream = answer.file, answer.stream
            return _flask_response(answer)

        # Connexion passes what the signature names; bodies and the rest are in the exchange already.
        path = [param.name for param in self._dispatcher.operations[operation_id].params if param.where == "path"]
        view.__signature__ = Signature([Parameter(name, Parameter.KEYWORD_ONLY) for name in path])  # type: ignore[attr-defined]
        return Resolution(view, operation_id)


def _flask_response(answer: Encoded) -> flask.Response:
    response = flask.Response(answer.body, status=answer.status, content_type=answer.media_type)
    if answer.media_type is None:
        response.headers.pop("Content-Type", None)
    for name, value in answer.headers.items():
        response.headers[name] = value
    return response


def _accepted(operation: Operation, accept: str | None) -> dict[str, str]:
    """The media type to answer with, where the handler has a choice; HttpProblem 406 where none is acceptable."""
    offers = {media.partition(";")[0]: media for media in operation.response_media}
    if not offers:
        return {}
    chosen = parse_accept_header(accept, MIMEAccept).best_match(offers) if accept else next(iter(offers))
    if chosen is None:
        raise HttpProblem(406, f"This operation offers {', '.join(offers)}.")
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
        log.error("model_refused_what_the_schema_took", operation=operation.id, error=str(error))
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
