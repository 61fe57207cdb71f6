"""The life of a message: made, claimed for an attempt, delivered, tried again later, or given up.

One message of a webhook is under way at a time. After a failure the webhook waits, longer each time up to ten minutes,
so that a receiver that is down is not asked for every message; and the message waits for its own next turn, up to a
day, so that one that its receiver never takes does not keep the others.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from platemark.db.rows import update_row
from platemark.db.statements import Statement, first_column
from platemark.db.tables import WebhookDeliveryRow, WebhookRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import FOR_ADMINS, record
from platemark.webhooks import queries
from platemark.webhooks.sending import Outcome
from platemark.webhooks.views import Message

Encode = Callable[[UUID, Message], str]
"""Makes the body of a message from its id and what it tells."""

RETRY_SECONDS = (5, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 86_400)
"""How long a message waits after its first failure, its second, …; after one more it is given up. Three days in all."""

MAX_HOLD_SECONDS = 600
FAILING = timedelta(days=3)
"""A webhook is turned off if no message has reached it for so long since the first failure."""

LEASE = timedelta(minutes=2)
MAX_ATTEMPTS_KEPT = 20
"""Of attempts, the latest are kept."""

log = logging.getLogger("platemark.webhooks")


class Claimed(NamedTuple):
    """A message that is to be sent now, with what that takes. ``secrets`` are those that sign it."""

    webhook_id: UUID
    delivery_id: UUID
    url: str
    secrets: Sequence[str]
    body: str


class Target(NamedTuple):
    """Where a claimed webhook wants its messages, and its secrets."""

    url: str
    secret: str
    previous_secret: str | None
    previous_secret_expires_at: datetime | None


class Waiting(NamedTuple):
    """A message that waits."""

    id: UUID
    body: str


class Progress(NamedTuple):
    """How far a message and its webhook got before an attempt."""

    attempt_count: int
    failures: int
    attempts: list[dict[str, Any]]
    is_waiting: bool
    enabled: bool
    webhook_failures: int
    failing_since: datetime | None
    version: int


def insert_delivery(
    work: UnitOfWork, webhook_id: UUID, delivery_id: UUID, message: Message, body: str, now: datetime
) -> None:
    """Have a message delivered; nothing if the webhook was told of this occurrence before."""
    values = {
        "id": delivery_id, "webhook_id": webhook_id, "kind": message.kind, "occurrence": message.occurrence,
        "body": body, "state": "waiting", "attempt_count": 0, "failures": 0, "next_attempt_at": now,
        "error_code": None, "attempts": [], "created_at": now, "finished_at": None,
    }  # fmt: skip
    INSERT[work.dialect].execute(work, **{f"new_{name}": value for name, value in values.items()})


def is_any_due(work: UnitOfWork) -> bool:
    """Whether a claim now would probably return a message."""
    return DUE.first(work, now=work.now()) is not None


def claim(work: UnitOfWork) -> Claimed | None:
    """Claim the message that has been due for the longest time, of a webhook that nobody sends to; None if none is."""
    now = work.now()
    webhook_id = DUE.first(work, now=now)
    if webhook_id is None:
        return None
    target = LEASE_WEBHOOK.first(work, webhook_id=webhook_id, now=now, until=now + LEASE)
    waiting = None if target is None else FIRST_WAITING.first(work, webhook_id=webhook_id, now=now)
    if target is None or waiting is None:  # somebody else was quicker
        return None
    return Claimed(webhook_id, waiting.id, target.url, _valid_secrets(target, now), waiting.body)


def record_outcome(work: UnitOfWork, claimed: Claimed, outcome: Outcome, at: datetime) -> None:
    """Record an attempt that began ``at``, and let others send to the webhook."""
    progress = PROGRESS.first(work, webhook_id=claimed.webhook_id, delivery_id=claimed.delivery_id)
    if progress is None:  # deleted meanwhile
        return
    now = work.now()
    attempt = {
        "at": at.isoformat(), "seconds": round(outcome.seconds, 3), "status": outcome.status,
        "error_code": outcome.error_code, "message": outcome.message,
    }  # fmt: skip
    delivery: dict[str, Any] = {
        "attempt_count": progress.attempt_count + 1,
        "attempts": [*progress.attempts, attempt][-MAX_ATTEMPTS_KEPT:],
        "error_code": outcome.error_code,
    }
    if outcome.error_code is None:
        delivery |= {"state": "delivered", "next_attempt_at": None, "finished_at": now}
        webhook = {"failures": 0, "failing_since": None, "retry_at": None, "last_delivered_at": now}
    else:
        delivery |= _after_failure(progress, now)
        webhook = _webhook_after_failure(progress, at, now)
    update_row(work, WebhookDeliveryRow, claimed.delivery_id, delivery)
    update_row(work, WebhookRow, claimed.webhook_id, {**webhook, "lease_until": None})
    reason = _reason_to_disable(progress, outcome, at)
    if reason is not None:
        _disable(work, claimed.webhook_id, progress, reason, now)


def _valid_secrets(target: Target, now: datetime) -> list[str]:
    until = target.previous_secret_expires_at
    if target.previous_secret is None or until is None or until <= now:
        return [target.secret]
    return [target.secret, target.previous_secret]


def _after_failure(progress: Progress, now: datetime) -> Mapping[str, Any]:
    if not progress.is_waiting:  # given up meanwhile, because its webhook was turned off
        return {"error_code": queries.WEBHOOK_DISABLED}
    failures = progress.failures + 1
    if failures > len(RETRY_SECONDS):
        return {"state": "failed", "failures": failures, "next_attempt_at": None, "finished_at": now}
    return {"failures": failures, "next_attempt_at": now + timedelta(seconds=RETRY_SECONDS[failures - 1])}


def _webhook_after_failure(progress: Progress, at: datetime, now: datetime) -> dict[str, Any]:
    hold = RETRY_SECONDS[min(progress.webhook_failures, len(RETRY_SECONDS) - 1)]
    return {
        "failures": progress.webhook_failures + 1,
        "failing_since": progress.failing_since or at,
        "retry_at": now + timedelta(seconds=min(hold, MAX_HOLD_SECONDS)),
    }


def _reason_to_disable(progress: Progress, outcome: Outcome, at: datetime) -> str | None:
    if not progress.enabled or outcome.error_code is None:
        return None
    if outcome.is_gone:
        return "gone"
    return "unreachable" if progress.failing_since is not None and at - progress.failing_since >= FAILING else None


def _disable(work: UnitOfWork, webhook_id: UUID, progress: Progress, reason: str, now: datetime) -> None:
    values = {"enabled": False, "disabled_reason": reason, "updated_at": now, "version": progress.version + 1}
    update_row(work, WebhookRow, webhook_id, values)
    queries.give_up_waiting(work, webhook_id, now)
    record(work, "webhook.changed", webhook_id, **FOR_ADMINS)
    log.warning("Webhook turned off (%s): %s", reason, webhook_id)


DELIVERY = WebhookDeliveryRow.__table__
NEW = {name: bindparam(f"new_{name}", type_=column.type) for name, column in DELIVERY.c.items()}
INSERT: Mapping[str, Statement[Any]] = {
    name: Statement(dialect.insert(DELIVERY).values(NEW).on_conflict_do_nothing(), first_column)
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}
NOW, WEBHOOK_ID = bindparam("now", type_=Instant()), bindparam("webhook_id", type_=Uuid())
IS_FREE = or_(WebhookRow.lease_until.is_(None), WebhookRow.lease_until < NOW)
FIRST_DUE = (
    select(func.min(WebhookDeliveryRow.next_attempt_at))
    .where(WebhookDeliveryRow.webhook_id == WebhookRow.id)
    .correlate(WebhookRow)
    .scalar_subquery()
)
DUE: Statement[UUID] = Statement(
    select(WebhookRow.id)
    .where(
        WebhookRow.enabled, IS_FREE, or_(WebhookRow.retry_at.is_(None), WebhookRow.retry_at <= NOW), FIRST_DUE <= NOW
    )
    .order_by(FIRST_DUE)
    .limit(1),
    first_column,
)
LEASE_WEBHOOK = Statement(
    update(WebhookRow)
    .where(WebhookRow.id == WEBHOOK_ID, WebhookRow.enabled, IS_FREE)
    .values(lease_until=bindparam("until", type_=Instant()))
    .returning(*(getattr(WebhookRow, name) for name in Target._fields)),
    Target._make,
)
FIRST_WAITING = Statement(
    select(WebhookDeliveryRow.id, WebhookDeliveryRow.body)
    .where(WebhookDeliveryRow.webhook_id == WEBHOOK_ID, WebhookDeliveryRow.next_attempt_at <= NOW)
    .order_by(WebhookDeliveryRow.next_attempt_at, WebhookDeliveryRow.id)
    .limit(1),
    Waiting._make,
)
PROGRESS = Statement(
    select(
        WebhookDeliveryRow.attempt_count,
        WebhookDeliveryRow.failures,
        WebhookDeliveryRow.attempts,
        WebhookDeliveryRow.state == "waiting",
        WebhookRow.enabled,
        WebhookRow.failures,
        WebhookRow.failing_since,
        WebhookRow.version,
    )
    .join(WebhookRow, WebhookRow.id == WebhookDeliveryRow.webhook_id)
    .where(WebhookRow.id == WEBHOOK_ID, WebhookDeliveryRow.id == bindparam("delivery_id", type_=Uuid()))
    .with_for_update(),
    Progress._make,
)
