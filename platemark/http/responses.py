"""What a handler returned, as bytes that are proven against the contract before they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from generated.base import EventStream, FileBody, Response
from platemark.http.contract import Answer, Contract
from platemark.http.problems import ContractBroken


@dataclass(frozen=True, slots=True)
class Encoded:
    """An answer ready to be sent: bytes, or a file or a stream that the ASGI side sends."""

    status: int
    media_type: str | None
    headers: dict[str, str]
    body: bytes
    file: FileBody | None = None
    stream: EventStream | None = None


def encode(contract: Contract, operation_id: str, result: Response) -> Encoded:
    """``result`` as the operation declares it; ContractBroken names what it does not."""
    answer = contract.rules[operation_id].answers.get(result.status)
    if answer is None:
        raise ContractBroken(f"{operation_id}: status {result.status} is not declared")
    if result.media_type is not None and result.media_type not in answer.media:
        raise ContractBroken(f"{operation_id}: {result.media_type} is not declared for {result.status}")
    headers = {
        name: str(value)
        for name, attribute in result.headers.items()
        if (value := getattr(result, attribute)) is not None
    }
    _prove_headers(operation_id, answer, headers, result.server_headers)
    if isinstance(result.body, FileBody):
        return Encoded(result.status, result.media_type, headers, b"", file=result.body)
    if isinstance(result.body, EventStream):
        return Encoded(result.status, result.media_type, headers, b"", stream=result.body)
    return Encoded(result.status, result.media_type, headers, _body(operation_id, answer, result))


def _body(operation_id: str, answer: Answer, result: Response) -> bytes:
    if result.media_type is None:
        return b""
    place = answer.media[result.media_type]
    if "json" not in result.media_type:
        data: bytes = result.body if isinstance(result.body, bytes) else result.body.encode("utf-8")
        return data
    value: Any = msgspec.to_builtins(result.body)
    if place is not None and (findings := place.findings(value, "")):
        raise ContractBroken(f"{operation_id}: the body of {result.status} breaks the contract: {findings[:5]}")
    return msgspec.json.encode(value)


def _prove_headers(
    operation_id: str, answer: Answer, headers: Mapping[str, str], by_the_server: tuple[str, ...]
) -> None:
    declared = {header.name for header in answer.headers}
    if undeclared := set(headers) - declared:
        raise ContractBroken(f"{operation_id}: headers {sorted(undeclared)} are not declared")
    for header in answer.headers:
        if header.name in by_the_server:
            continue
        if header.name not in headers:
            if header.required:
                raise ContractBroken(f"{operation_id}: the header {header.name} is missing")
        elif not header.place.validator.is_valid(headers[header.name]):
            raise ContractBroken(f"{operation_id}: the header {header.name} breaks the contract")
