"""Request bodies: received within the operation's limit, then decoded and validated."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
from starlette.requests import ClientDisconnect
from werkzeug.http import parse_options_header

from generated.base import CsvBody, Operation
from platemark.http.body_deadline import timely
from platemark.http.content_encoding import refuse_content_encoding
from platemark.http.contract import DEFAULT_MAX_BYTES, Contract, OperationRules, is_text
from platemark.http.decoding import decode_json
from platemark.http.forms import Form, form_values, receive_form
from platemark.http.problems import HttpProblem, invalid
from platemark.http.request import Request

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
UTF8_CHARSETS = ("utf-8", "utf8", "us-ascii")
MULTIPART = "multipart/form-data"


@dataclass(slots=True)
class ReceivedBody:
    """A body as it was received: its declared media type, and its bytes or its form, or why it was not received.

    ``value`` is the JSON value in ``raw``, once it is decoded.
    """

    media_type: str
    raw: bytes = b""
    value: Any = None
    form: Form | None = None
    problem: HttpProblem | None = None


class BodyReader:
    """The bodies of one operation that takes one."""

    def __init__(self, contract: Contract, operation: Operation, rules: OperationRules, *, limits: BodyLimits) -> None:
        self._contract = contract
        self._operation = operation
        self._rules = rules
        self._limits = limits

    @property
    def may_be_large(self) -> bool:
        """Whether it may be an upload, or larger than most bodies."""
        return any(media == MULTIPART or it.max_bytes > DEFAULT_MAX_BYTES for media, it in self._rules.bodies.items())

    async def receive(self, request: Request, receive: Receive) -> ReceivedBody:
        """Receive the body until it ends or breaks a rule. ``decode`` reports that, after the caller is known."""
        try:
            return await self._receive(request, receive)
        except HttpProblem as problem:
            return ReceivedBody("", problem=problem)

    async def _receive(self, request: Request, receive: Receive) -> ReceivedBody:
        refuse_content_encoding(request.header("content-encoding"))
        media_type = self._media_type(request)
        limit = self._limits.of(media_type, self._rules.bodies[media_type].max_bytes)
        _refuse_length(request, limit)
        stream = _limited(timely(receive, self._limits.seconds), limit)
        if media_type != MULTIPART:
            return ReceivedBody(media_type, b"".join([chunk async for chunk in stream]))
        form = await receive_form(request.header("content-type"), stream, self._limits.upload_folder)
        request.uploads = [part.stream for part in form.parts]
        return ReceivedBody(media_type, form=form)

    def decode(self, body: ReceivedBody) -> Any:
        """The body as the handler receives it, validated; None for a missing body that is optional.

        Raises HttpProblem: 413 for a body that is too large, 415 for a media type that is not declared, 400 with all
        findings for anything else.
        """
        if body.problem is not None:
            raise body.problem
        if body.form is not None:
            values = form_values(body.form, self._rules.bodies[body.media_type], self._contract.resolve)
            return self._to_model(body, values)
        if not body.raw and not self._rules.body_required:
            return None
        if is_text(body.media_type):
            return self._text(body)
        body.value = decode_json(body.raw, self._rules.bodies[body.media_type])
        return self._to_model(body, body.value)

    def _text(self, body: ReceivedBody) -> Any:
        """The text, valid; the handler of a table gets its bytes, and names the line that is not UTF-8."""
        is_table = self._operation.bodies[body.media_type] is CsvBody
        try:
            text = body.raw.decode("utf-8")
        except UnicodeDecodeError:
            if is_table:
                return CsvBody(body.raw)
            raise HttpProblem(400, "The body is not UTF-8.", code="not_utf8") from None
        if findings := self._rules.bodies[body.media_type].findings(text, ""):
            raise invalid(findings, "The body")
        return CsvBody(body.raw) if is_table else text

    def _media_type(self, request: Request) -> str:
        """The declared media type of the body; without a Content-Type header, the first that the operation declares."""
        declared = self._rules.bodies
        content_type, options = parse_options_header(request.header("content-type"))
        media_type = content_type.lower() or next(iter(declared))
        if media_type not in declared:
            raise HttpProblem(415, f"This operation takes only {', '.join(declared)}.")
        if options.get("charset", "utf-8").lower() not in UTF8_CHARSETS:
            raise HttpProblem(415, "The charset of the body must be UTF-8.")
        return media_type

    def _to_model(self, body: ReceivedBody, value: Any) -> Any:
        kind = self._operation.bodies[body.media_type]
        return _form_model(kind, value) if body.form is not None else msgspec.convert(value, kind)


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """How many bytes the studio takes, whatever an operation allows: an upload, one for which the operation states a
    limit of its own, and any other body.

    ``seconds`` is how long it waits for a body. The files of an upload are in ``upload_folder`` meanwhile.
    """

    body: int
    upload: int
    large_upload: int
    seconds: float
    upload_folder: Path

    def of(self, media_type: str, max_bytes: int) -> int:
        """The limit for a body of this media type, of which the operation takes ``max_bytes``."""
        if media_type != MULTIPART:
            return min(self.body, max_bytes)
        return self.upload if max_bytes <= DEFAULT_MAX_BYTES else min(self.large_upload, max_bytes)


def _refuse_length(request: Request, limit: int) -> None:
    length = request.header("content-length") or "0"
    if not (length.isascii() and length.isdigit()):
        raise HttpProblem(400, "The Content-Length header is not a number.")
    if int(length) > limit:
        raise _too_large(limit)


async def _limited(receive: Receive, limit: int) -> AsyncIterator[bytes]:
    """The chunks of a body; raises HttpProblem 408 or 413, or ClientDisconnect."""
    received, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunk, more = message.get("body", b""), message.get("more_body", False)
        received += len(chunk)
        if received > limit:
            raise _too_large(limit)
        yield chunk


def _too_large(limit: int) -> HttpProblem:
    return HttpProblem(413, f"The body is larger than the limit of {limit} bytes.")


def _form_model(kind: Any, values: dict[str, Any]) -> Any:
    hints = get_type_hints(kind)
    names = zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
    given = {name: values[wire] for name, wire in names if values.get(wire) is not None}
    return kind(**{name: msgspec.convert(value, hints[name]) for name, value in given.items()})
