"""Exchanges with a fault in one place: what a referee must notice, if it looks there at all."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tests.referees.exchanges import Exchange, Headers, header, is_json

Place = tuple[str | int, ...]


UNDECLARED = 299
CREDENTIALS = {"authorization", "cookie"}


def damaged_answers(exchange: Exchange) -> Iterator[tuple[str, Exchange]]:
    """The exchange with a fault in each place of its answer, and the place, such as `body.items.N.name`."""
    yield "status", replace(exchange, status=UNDECLARED)
    yield "trace id", replace(exchange, headers=_without(exchange.headers, {"x-trace-id"}))
    if header(exchange.headers, "content-type"):
        headers = [*_without(exchange.headers, {"content-type"}), ("content-type", "text/none")]
        yield "media type", replace(exchange, headers=headers)
    if is_json(exchange.headers, exchange.body):
        for place, body in _damaged(exchange.body):
            yield place, replace(exchange, body=body)


def damaged_requests(exchange: Exchange) -> Iterator[tuple[str, Exchange]]:
    """The same with a fault in each place of its request."""
    headers = _without(exchange.sent_headers, CREDENTIALS)
    if headers != exchange.sent_headers:
        yield "credentials", replace(exchange, sent_headers=headers)
    if is_json(exchange.sent_headers, exchange.sent):
        for place, body in _damaged(exchange.sent):
            yield place, replace(exchange, sent=body)


def _without(headers: Headers, names: set[str]) -> Headers:
    return [(name, value) for name, value in headers if name.lower() not in names]


def _damaged(body: bytes) -> Iterator[tuple[str, bytes]]:
    value = json.loads(body)
    for place in places(value):
        shape = ".".join(["body", *("N" if isinstance(part, int) else part for part in place)])
        yield shape, json.dumps(with_fault(value, place)).encode()


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """The places of all values in a JSON value; of a list, only those in the first item."""
    yield place
    items: Iterable[tuple[str | int, Any]] = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        items = enumerate(value[:1])
    for key, each in items:
        yield from places(each, (*place, key))


def with_fault(value: Any, place: Place) -> Any:
    """The value with one of another type in a place: a number for an object or a list, an object for all else."""
    if not place:
        return 7 if isinstance(value, dict | list) else {"fault": []}
    changed = copy.copy(value)
    changed[place[0]] = with_fault(value[place[0]], place[1:])
    return changed
