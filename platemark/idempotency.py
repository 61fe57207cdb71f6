"""Stored responses by idempotency key: a repeated request gets the response of the first one.

A key belongs to an actor and an operation. Requests with equal digests are the same request; what goes into the digest
is up to the caller.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import String, bindparam, delete, select

from platemark.access import Actor
from platemark.db.rows import insert_row
from platemark.db.statements import Statement, first_column
from platemark.db.tables import IdempotencyRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Unprocessable

RETENTION = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class KeyedRequest:
    """A request under an idempotency key."""

    operation_id: str
    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """A response that can be sent again: status, headers and body."""

    status: int
    media_type: str | None
    headers: Mapping[str, str]
    body: bytes


class StoredRow(NamedTuple):
    """A stored response, and when and for which request it was stored."""

    request_digest: str
    status: int
    media_type: str | None
    headers: str
    body: bytes | None
    created_at: datetime


FIND = Statement(
    select(*(getattr(IdempotencyRow, name) for name in StoredRow._fields)).where(
        IdempotencyRow.actor == bindparam("actor", type_=String()),
        IdempotencyRow.operation_id == bindparam("operation_id", type_=String()),
        IdempotencyRow.key == bindparam("key", type_=String()),
    ),
    StoredRow._make,
)
PRUNE = Statement(
    delete(IdempotencyRow).where(IdempotencyRow.created_at < bindparam("before", type_=Instant())), first_column
)


def find(work: UnitOfWork, request: KeyedRequest, *, by: Actor) -> StoredResponse | None:
    """The response stored for ``request``; None for a new key or one older than ``RETENTION``.

    Raises Unprocessable ``idempotency_key_reused`` if the key was used for another request, and Conflict
    ``answer_not_kept`` if the body was secret and therefore not stored.
    """
    row = FIND.first(work, actor=str(by.user_id), operation_id=request.operation_id, key=request.key)
    if row is None or row.created_at < work.now() - RETENTION:
        return None
    if row.request_digest != request.digest:
        raise Unprocessable("idempotency_key_reused", "This Idempotency-Key was already used for a different request.")
    if row.body is None:
        raise Conflict(
            "answer_not_kept",
            "This request already succeeded. Its response contained a secret, which is shown only once.",
        )
    return StoredResponse(row.status, row.media_type, json.loads(row.headers), row.body)


def store(work: UnitOfWork, request: KeyedRequest, response: StoredResponse, *, secret: bool, by: Actor) -> None:
    """Store ``response`` in the transaction of ``request``, without its body if that is ``secret``; prune old rows.

    If two transactions store the same key at the same time, the second one fails with an IntegrityError.
    """
    now = work.now()
    prune(work, now - RETENTION)
    stored = {
        "actor": str(by.user_id),
        "operation_id": request.operation_id,
        "key": request.key,
        "request_digest": request.digest,
        "status": response.status,
        "media_type": response.media_type,
        "headers": json.dumps(dict(response.headers)),
        "body": None if secret else response.body,
        "created_at": now,
    }
    insert_row(work, IdempotencyRow, stored)


def prune(work: UnitOfWork, before: datetime) -> None:
    """Delete the responses that were stored before ``before``."""
    PRUNE.execute(work, before=before)
