"""Exchanges of a server: recorded by the tests, replayed to a referee."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

Headers = list[tuple[str, str]]
BODIES = ("sent", "body")


@dataclass
class Exchange:
    """A request and its answer, as the server saw them, and the test that was running."""

    test: str
    method: str
    target: str
    sent_headers: Headers
    sent: bytes = b""
    status: int = 0
    headers: Headers = field(default_factory=list)
    body: bytes = b""

    @property
    def path(self) -> str:
        """The path of the request, without its query."""
        return self.target.partition("?")[0]


def write_exchange(exchange: Exchange) -> str:
    """The line of an exchange, with its bodies in base64."""
    return json.dumps(asdict(exchange), default=lambda body: base64.b64encode(body).decode("ascii")) + "\n"


def read_exchanges(path: Path) -> Iterator[Exchange]:
    """The exchanges of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            values = json.loads(line)
            bodies = {name: base64.b64decode(values[name]) for name in BODIES}
            pairs = {name: [(key, value) for key, value in values[name]] for name in ("sent_headers", "headers")}
            yield Exchange(**{**values, **bodies, **pairs})


def header(headers: Headers, name: str) -> str:
    """The value of a header, or nothing."""
    return next((value for each, value in headers if each.lower() == name), "")


def is_json(headers: Headers, body: bytes) -> bool:
    """Is there a body, and is it said to be JSON?"""
    return bool(body) and "json" in header(headers, "content-type").lower()
