"""The last layer sends only what the contract declares, whoever made the response."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from generated.operations import OPERATIONS
from platemark.errors import Unauthenticated
from platemark.http.authentication import Authenticator
from platemark.http.problems import ContractBroken
from platemark.http.reply import Reply
from platemark.http.request import Request, request_of
from tests.serving import contract

ETAG = (b"etag", b'"abc"')
FILE = [(b"content-type", b"image/png"), ETAG, (b"cache-control", b"private")]


def request(*headers: tuple[bytes, bytes]) -> Request:
    scope = {"method": "GET", "path": "/", "query_string": b"", "headers": headers, "client": ("127.0.0.1", 1)}
    return request_of(scope)


def send(operation_id: str, status: int, headers: list[tuple[bytes, bytes]]) -> list[Any]:
    """What is sent if an operation answers like this."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    reply = Reply(request(), send)
    reply.responses = contract().rules[operation_id].responses
    try:
        asyncio.run(reply.send({"type": "http.response.start", "status": status, "headers": headers}))
    except ContractBroken:
        assert sent == []
        raise
    return sent


@pytest.mark.parametrize(
    ("status", "headers", "message"),
    [
        (418, [], "status 418"),
        (201, FILE, "status 201"),
        (200, [*FILE[1:], (b"content-type", b"image/tiff")], "image/tiff"),
        (200, FILE[1:], "media type None"),
        (200, [*FILE, (b"x-powered-by", b"chance")], "x-powered-by"),
        (200, [FILE[0], FILE[2]], "ETag is missing"),
        (200, [FILE[0], FILE[2], (b"etag", b"unquoted")], "ETag breaks"),
        (304, FILE, "media type image/png"),
        (416, [(b"content-type", b"application/problem+json"), (b"accept-ranges", b"bytes")], "accept-ranges"),
    ],
)
def test_an_undeclared_response_is_not_started(status: int, headers: Any, message: str) -> None:
    with pytest.raises(ContractBroken, match=message):
        send("getImageFile", status, headers)


def test_a_declared_response_is_sent_with_the_headers_of_every_response() -> None:
    declared = [header.name for header in contract().rules["getAlbum"].responses[200].headers]
    assert {"ETag", "X-Trace-Id"} <= set(declared)
    (start,) = send("getAlbum", 200, [(b"content-type", b"application/json"), ETAG])
    assert {b"etag", b"x-trace-id", b"x-content-type-options"} <= {name for name, _ in start["headers"]}


@pytest.mark.parametrize(
    ("declared", "sent"),
    [
        ("sessionCookie", (b"authorization", b"Bearer pm_" + 43 * b"x")),
        ("bearerToken", (b"cookie", b"platemark_session=abc")),
    ],
)
def test_credentials_that_an_operation_does_not_declare_are_refused(declared: str, sent: Any) -> None:
    operation = replace(OPERATIONS["getAlbum"], security=((declared,),))
    no_database: Any = None
    with pytest.raises(Unauthenticated):
        Authenticator("").authenticate(no_database, request(sent), operation)
