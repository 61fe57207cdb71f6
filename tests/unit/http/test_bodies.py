"""How a body is received, from servers that are sparing with what they say, and of clients that say nonsense."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from generated.operations import OPERATIONS
from platemark.http.bodies import BodyLimits, BodyReader, ReceivedBody
from platemark.http.forms import is_structured
from platemark.http.request import request_of
from tests.serving import contract

LIMIT = 100
OPERATION = OPERATIONS["createAlbum"]


def received(tmp_path: Path, headers: dict[str, str], *messages: dict[str, Any]) -> ReceivedBody:
    """The body of a request to createAlbum; what comes after the last message is a test that fails."""
    limits = BodyLimits(body=LIMIT, upload=LIMIT, large_upload=LIMIT, seconds=60, upload_folder=tmp_path)
    reader = BodyReader(contract(), OPERATION, contract().rules[OPERATION.id], limits=limits)
    left = list(messages)

    async def receive() -> dict[str, Any]:
        return left.pop(0)

    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": "http", "method": "POST", "path": "/albums", "query_string": b"", "headers": raw}
    return asyncio.run(reader.receive(request_of(scope), receive))


def test_a_message_that_does_not_say_whether_more_follows_is_the_last(tmp_path: Path) -> None:
    messages = {"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.request", "body": b"}"}
    assert received(tmp_path, {"content-type": "application/json"}, *messages).raw == b"{}"


@pytest.mark.parametrize("length", ["\xb2", "12a", "-1", "-", "1 2", "+1", "0x10"])
def test_a_length_that_is_no_number_is_refused(tmp_path: Path, length: str) -> None:
    body = received(tmp_path, {"content-length": length}, {"type": "http.request", "body": b"{}"})
    assert body.problem is not None
    assert (body.problem.status, body.problem.detail) == (400, "The Content-Length header is not a number.")


@pytest.mark.parametrize(("length", "status"), [(LIMIT, None), (LIMIT + 1, 413)])
def test_a_length_beyond_the_limit_is_refused_before_anything_is_read(
    tmp_path: Path, length: int, status: int | None
) -> None:
    body = received(tmp_path, {"content-length": str(length)}, {"type": "http.request", "body": b"{}"})
    assert (body.problem and body.problem.status) == status


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "object", "additionalProperties": {"type": "string"}}, True),
        ({"properties": {"a": {}}}, True),
        ({"anyOf": [{"type": "object"}]}, True),
        ({"type": "string", "maxLength": 9}, False),
        ({"type": "array", "items": {"type": "object"}}, False),
    ],
)
def test_objects_in_a_form_are_sent_as_json(schema: dict[str, Any], expected: bool) -> None:
    assert is_structured(schema) is expected
