"""Doing a thing once however often it is asked: the first answer under a key is kept and given again."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta

from sqlalchemy import delete, select

from platemark.access import Actor
from platemark.db.tables import IdempotencyRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Unprocessable
from platemark.http.responses import Encoded

KEPT_FOR = timedelta(hours=24)


def digest(operation_id: str, path: str, body: bytes) -> str:
    """What makes two requests the same: operation, path and the body's bytes."""
    return hashlib.sha256(b"\0".join([operation_id.encode(), path.encode(), body])).hexdigest()


def find(work: UnitOfWork, actor: Actor, operation_id: str, key: str, request: str) -> Encoded | None:
    """The answer kept for this key; None for a new one.

    Unprocessable where the key stands for another request, Conflict where the answer was not to be kept.
    """
    kept = IdempotencyRow
    columns = (kept.request_digest, kept.status, kept.media_type, kept.headers, kept.body, kept.created_at)
    found = (kept.actor == str(actor.user_id)) & (kept.operation_id == operation_id) & (kept.key == key)
    row = work.session.execute(select(*columns).where(found)).one_or_none()
    if row is None or row.created_at < work.now() - KEPT_FOR:
        return None
    if row.request_digest != request:
        raise Unprocessable("idempotency_key_reused", "This Idempotency-Key was used for another request.")
    if row.body is None:
        raise Conflict("answer_not_kept", "This was done already; its answer held a secret and was shown once.")
    headers = {**json.loads(row.headers), "Idempotency-Replayed": "true"}
    return Encoded(row.status, row.media_type, headers, row.body)


def keep(
    work: UnitOfWork, actor: Actor, operation_id: str, key: str, request: str, answer: Encoded, *, secret: bool
) -> None:
    """Keep ``answer`` in the transaction of what it tells of, without a body that is secret; forget old ones."""
    now = work.now()
    work.session.execute(delete(IdempotencyRow).where(IdempotencyRow.created_at < now - KEPT_FOR))
    work.session.add(
        IdempotencyRow(
            actor=str(actor.user_id),
            operation_id=operation_id,
            key=key,
            request_digest=request,
            status=answer.status,
            media_type=answer.media_type,
            headers=json.dumps(answer.headers),
            body=None if secret else answer.body,
            created_at=now,
        )
    )
