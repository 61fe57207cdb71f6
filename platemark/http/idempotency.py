"""Idempotency keys over HTTP: which requests are the same, and the replay of a stored response."""

from __future__ import annotations

import hashlib

from generated import headers
from platemark.http.responses import EncodedResponse
from platemark.idempotency import KeyedRequest, StoredResponse


def keyed_request(operation_id: str, path: str, key: str, body: bytes) -> KeyedRequest:
    """A request under an Idempotency-Key. Two are the same if operation, path and the bytes of the body are equal."""
    digest = hashlib.sha256(b"\0".join([operation_id.encode(), path.encode(), body])).hexdigest()
    return KeyedRequest(operation_id, key, digest)


def to_stored_response(response: EncodedResponse) -> StoredResponse:
    """The part of ``response`` that is stored."""
    return StoredResponse(response.status, response.media_type, response.headers, response.body)


def replay(response: StoredResponse) -> EncodedResponse:
    """A stored response to be sent again, marked with ``Idempotency-Replayed``."""
    marked = {**response.headers, headers.IDEMPOTENCY_REPLAYED: "true"}
    return EncodedResponse(response.status, response.media_type, marked, response.body)
