"""Idempotency keys over HTTP: which requests are the same, and the replay of a stored response."""

from __future__ import annotations

import hashlib
import json

from generated import headers
from generated.base import Operation
from platemark.http.bodies import ReceivedBody
from platemark.http.request import Request
from platemark.http.responses import EncodedResponse
from platemark.idempotency import KeyedRequest, StoredResponse


def keyed_request(request: Request, operation: Operation, body: ReceivedBody | None) -> KeyedRequest | None:
    """The request as one under its Idempotency-Key, None without one. ``body`` is decoded.

    Two are the same if operation, path and what the bodies say are equal.
    """
    key = request.header(headers.IDEMPOTENCY_KEY) if operation.idempotent_key else None
    if not key:
        return None
    same = json.dumps([operation.id, request.path, _canonical(body)], sort_keys=True)
    return KeyedRequest(operation.id, key, hashlib.sha256(same.encode("ascii")).hexdigest())


def _canonical(body: ReceivedBody | None) -> object:
    """A JSON value that is equal for equal bodies: the boundary of a form and the white space of JSON are not in it."""
    if body is None:
        return None
    if body.form is not None:
        return [(part.name, part.filename, part.media_type, part.sha256) for part in body.form.parts]
    if body.value is not None:
        return {"json": body.value}
    return hashlib.sha256(body.raw).hexdigest()


def to_stored_response(response: EncodedResponse) -> StoredResponse:
    """The part of ``response`` that is stored."""
    return StoredResponse(response.status, response.media_type, response.headers, response.body)


def replay(response: StoredResponse) -> EncodedResponse:
    """A stored response to be sent again, marked with ``Idempotency-Replayed``."""
    marked = {**response.headers, headers.IDEMPOTENCY_REPLAYED: "true"}
    return EncodedResponse(response.status, response.media_type, marked, response.body)
