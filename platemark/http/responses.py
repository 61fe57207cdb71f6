"""Encodes what a handler returned and validates it against the contract before it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import structlog

from generated import base
from generated.base import ByteStream, EventStream, FileBody, Response
from platemark.errors import Finding
from platemark.fitting import Unfit, repair
from platemark.http.contract import CompiledSchema, OperationRules, ResponseRules, is_json
from platemark.http.problems import ContractBroken, raw_headers

log = structlog.get_logger("platemark.http")


@dataclass(frozen=True, slots=True)
class EncodedResponse:
    """A response ready to be sent: bytes, or a file or a stream that is sent from the event loop."""

    status: int
    media_type: str | None
    headers: dict[str, str]
    body: bytes
    file: FileBody | None = None
    pieces: ByteStream | None = None
    stream: EventStream | None = None

    def raw_headers(self) -> list[tuple[bytes, bytes]]:
        """The headers for ASGI, with the media type."""
        return raw_headers(self.headers, self.media_type)


def encode(operation: OperationRules, result: Response) -> EncodedResponse:
    """Encode ``result`` as the operation declares it; ContractBroken names whatever is not declared."""
    operation_id = operation.id
    rules = operation.responses.get(result.status)
    if rules is None:
        raise ContractBroken(f"{operation_id}: status {result.status} is not declared")
    if result.media_type is not None and result.media_type not in rules.content:
        raise ContractBroken(f"{operation_id}: {result.media_type} is not declared for {result.status}")
    values = {
        name: msgspec.to_builtins(value)
        for name, attribute in result.headers.items()
        if (value := getattr(result, attribute)) is not None
    }
    _validate_headers(operation_id, rules, values, result.server_headers)
    headers = {name: header_text(value) for name, value in values.items()}
    if isinstance(result.body, FileBody):
        return EncodedResponse(result.status, result.media_type, headers, b"", file=result.body)
    if isinstance(result.body, ByteStream):
        return EncodedResponse(result.status, result.media_type, headers, b"", pieces=result.body)
    if isinstance(result.body, EventStream):
        return EncodedResponse(result.status, result.media_type, headers, b"", stream=result.body)
    return EncodedResponse(result.status, result.media_type, headers, _body(operation_id, rules, result))


def _body(operation_id: str, rules: ResponseRules, result: Response) -> bytes:
    if result.media_type is None:
        return b""
    schema = rules.content[result.media_type]
    if not is_json(result.media_type):
        return _text(operation_id, schema, result)
    value: Any = msgspec.to_builtins(result.body)
    try:
        if schema is None or not (findings := schema.findings(value, "")):
            return msgspec.json.encode(value)
    except UnicodeEncodeError as error:  # a lone surrogate
        findings = [Finding("", str(error), "encoding")]
    if not isinstance(result.body, base.Contract):
        raise ContractBroken(f"{operation_id}: the body of {result.status} breaks the contract: {findings[:5]}")
    return msgspec.json.encode(_repaired(operation_id, schema, value))


def _text(operation_id: str, schema: CompiledSchema | None, result: Response) -> bytes:
    data: bytes = result.body if isinstance(result.body, bytes) else result.body.encode("utf-8", "replace")
    if schema is not None and not schema.accepts(data.decode("utf-8", "replace")):
        raise ContractBroken(f"{operation_id}: the text of {result.status} breaks the contract")
    return data


def header_text(value: Any) -> str:
    """A header's value as text: ``true``, numbers as in JSON, the items of a list with commas between them."""
    if isinstance(value, list):
        return ", ".join(map(header_text, value))
    return value if isinstance(value, str) else msgspec.json.encode(value).decode("ascii")


def _repaired(operation_id: str, schema: CompiledSchema | None, value: Any) -> Any:
    """A model with stored values that the contract does not allow, made to fit; ContractBroken if that is impossible.

    The types of a model are checked before it runs; what is wrong with it comes from a row that something else wrote.
    """
    rules = {} if schema is None else schema.document
    try:
        fitted = repair(rules, value)
    except Unfit as error:
        raise ContractBroken(f"{operation_id}: the body breaks the contract at {error}") from None
    if schema is not None and (findings := schema.findings(fitted.value, "")):
        raise ContractBroken(f"{operation_id}: the body breaks the contract: {findings[:5]}")
    log.error("Stored values break the contract; shown repaired", operation=operation_id, repairs=fitted.repairs[:20])
    return fitted.value


def _validate_headers(
    operation_id: str, rules: ResponseRules, headers: Mapping[str, Any], server_headers: tuple[str, ...]
) -> None:
    declared = {header.name for header in rules.headers}
    if undeclared := set(headers) - declared:
        raise ContractBroken(f"{operation_id}: headers {sorted(undeclared)} are not declared")
    for header in rules.headers:
        if header.name in server_headers:
            continue
        if header.name not in headers:
            if header.required:
                raise ContractBroken(f"{operation_id}: the header {header.name} is missing")
        elif not header.schema.accepts(headers[header.name]):
            raise ContractBroken(f"{operation_id}: the header {header.name} breaks the contract")
