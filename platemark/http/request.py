"""A request on its way through the edge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import IO, Any

from generated import headers
from platemark.access import ANYONE, Actor
from platemark.accounts.service import Credential
from platemark.ids import new_id

Scope = MutableMapping[str, Any]
TRACE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
LIST_HEADERS = {b"accept": b", ", b"cookie": b"; ", b"if-match": b", ", b"if-none-match": b", "}
"""Headers that may be sent in several lines, which belong together. Of any other header the last line counts."""


@dataclass(slots=True, kw_only=True)
class Request:
    """A request, and what the edge learns of it step by step: operation, path values, caller, server-side parameters.

    ``uploads`` are the open files of its body; ``used`` is the session or token whose last use is to be recorded.
    """

    method: str
    path: str
    query_string: bytes
    headers: Mapping[bytes, bytes]
    client: str
    trace_id: str
    operation_id: str | None = None
    path_values: Mapping[str, str] = field(default_factory=dict)
    actor: Actor = ANYONE
    server_side: dict[str, Any] = field(default_factory=dict)
    uploads: list[IO[bytes]] = field(default_factory=list)
    used: Credential | None = None

    def header(self, name: str) -> str | None:
        """The value of a header, None if it was not sent; the case of ``name`` does not matter."""
        value = self.headers.get(name.lower().encode("ascii"))
        return None if value is None else value.decode("latin-1")

    def remember_use(self, credential: Credential) -> None:
        """Remember that the last use of this session or token is to be recorded."""
        self.used = credential

    def close(self) -> None:
        """Close the uploaded files."""
        for upload in self.uploads:
            upload.close()


def request_of(scope: Scope) -> Request:
    """The request of an ASGI scope. It keeps a valid trace id of the caller, or gets a new one."""
    by_name = _headers_by_name(scope["headers"])
    sent = by_name.get(headers.X_TRACE_ID.lower().encode("ascii"), b"").decode("latin-1")
    return Request(
        method=scope["method"],
        path=scope["path"],
        query_string=scope["query_string"],
        headers=by_name,
        client=(scope.get("client") or ("",))[0],
        trace_id=sent if TRACE_ID.fullmatch(sent) else new_id().hex,
    )


def _headers_by_name(lines: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    by_name: dict[bytes, bytes] = {}
    for name, value in lines:
        separator = LIST_HEADERS.get(name)
        by_name[name] = by_name[name] + separator + value if separator and name in by_name else value
    return by_name
