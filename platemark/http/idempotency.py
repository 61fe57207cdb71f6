"""Idempotency keys over HTTP: which requests are the same, and the replay of a stored response."""

from __future__ import annotations

import hashlib

from generated import headers
from generated.base import Operation
from platemark.http.bodies import ReceivedBody
from platemark.http.request import Request
from platemark.http.responses import EncodedResponse
from platemark.idempotency import KeyedRequest, StoredResponse


def keyed_request(request: Request, operation: Operation, body: ReceivedBody | None) -> KeyedRequest | None:
    """The request as one under its Idempotency-Key, None without one.

    Two are the same if operation, path and the bytes of the body are equal.
    """
    key = request.header(headers.IDEMPOTENCY_KEY) if operation.idempotent_key else None
    if not key:
        return None
    raw = b"" if body is None else body.raw
    digest = hashlib.sha256(b"\0".join([operation.id.encode(), request.path.encode(), raw])).hexdigest()
    return KeyedRequest(operation.id, key, digest)


def to_stored_response(response: EncodedResponse) -> StoredResponse:
    """The part of ``response`` that is stored."""
    return StoredResponse(response.status, response.media_type, response.headers, response.body)


def replay(response: StoredResponse) -> EncodedResponse:
    """A stored response to be sent again, marked with ``Idempotency-Replayed``."""
    marked = {**response.headers, headers.IDEMPOTENCY_REPLAYED: "true"}
    return EncodedResponse(response.status, response.media_type, marked, response.body)
