"""An operation with everything looked up once: parameters, body, media types, handler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import structlog
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from generated.base import Operation, Response
from platemark.errors import Finding
from platemark.http.bodies import BodyLimits, BodyReader, ReceivedBody
from platemark.http.contract import SAFE_METHODS, Contract
from platemark.http.lifecycle import lifecycle_headers
from platemark.http.parameters import ParameterDecoder
from platemark.http.problems import HttpProblem, invalid
from platemark.http.request import Request

log = structlog.get_logger("platemark.http")


class CompiledOperation:
    """One operation: its handler, and how a request becomes the handler's arguments."""

    def __init__(
        self, contract: Contract, operation: Operation, handler: Callable[..., Response], limits: BodyLimits
    ) -> None:
        self.operation = operation
        self.rules = rules = contract.rules[operation.id]
        self.id = operation.id
        self.writes = operation.method not in SAFE_METHODS
        self.handler = handler
        self.lifecycle = lifecycle_headers(operation)
        self.body = BodyReader(contract, operation, rules, limits=limits) if rules.bodies else None
        self._parameters = ParameterDecoder(contract, operation, rules)
        self._offers = {media.partition(";")[0]: media for media in operation.response_media}

    def arguments(self, request: Request, body: ReceivedBody | None) -> dict[str, Any]:
        """The handler's arguments, decoded and validated; HttpProblem with all findings otherwise."""
        try:
            arguments = self._parameters.decode(request)
            if self.body is not None and body is not None:
                arguments["body"] = self.body.decode(body)
        except msgspec.ValidationError as error:
            log.error("A generated model rejected a value that its schema accepts", operation=self.id, error=str(error))
            raise invalid([Finding("", str(error), "model")]) from None
        accepted = self._negotiate(request.header("accept"))
        if self.operation.negotiates:
            arguments["accept"] = accepted
        return arguments

    def _negotiate(self, accept: str | None) -> str | None:
        """The media type of the response that the caller prefers; HttpProblem 406 if none is acceptable.

        Parameters of a media type in Accept, such as its charset, exclude nothing.
        """
        if not self._offers:
            return None
        if not accept:
            return next(iter(self._offers.values()))
        ranges = [
            (media.partition(";")[0].strip(), quality) for media, quality in parse_accept_header(accept, MIMEAccept)
        ]
        chosen = MIMEAccept(ranges).best_match(self._offers)
        if chosen is None:
            raise HttpProblem(406, f"This operation responds only with {', '.join(self._offers)}.")
        return self._offers[chosen]
