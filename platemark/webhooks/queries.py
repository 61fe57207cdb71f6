"""Reads and writes webhooks and their deliveries for those who manage them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Integer, Select, Uuid, bindparam, delete, func, select, update

from platemark.db.statements import Statement, first_column
from platemark.db.tables import WebhookDeliveryRow, WebhookRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.webhooks.views import DeliveryView, WebhookView

CREATION_LOCK = 771_120_199
WEBHOOK_DISABLED = "webhook_disabled"
WEBHOOK_ID, DELIVERY_ID = bindparam("webhook_id", type_=Uuid()), bindparam("delivery_id", type_=Uuid())
AFTER, LIMIT = bindparam("after", type_=Uuid()), bindparam("limit", type_=Integer())
NOW = bindparam("now", type_=Instant())
WEBHOOKS: Select[Any] = select(*(getattr(WebhookRow, name) for name in WebhookView._fields))
DELIVERIES: Select[Any] = select(*(getattr(WebhookDeliveryRow, name) for name in DeliveryView._fields))


class DeliveryShape(NamedTuple):
    """What the statement of a list of deliveries depends on."""

    in_state: bool
    follows: bool


class StoredDelivery(NamedTuple):
    """A delivery with its message and its attempts."""

    delivery: DeliveryView
    body: str
    attempts: Sequence[dict[str, Any]]


def count_webhooks_locked(work: UnitOfWork) -> int:
    """How many webhooks there are; nobody creates another one before the work ends."""
    if work.dialect == "postgresql":
        LOCK_CREATIONS.execute(work)
    return COUNT.one(work)


def is_any_on(work: UnitOfWork) -> bool:
    """Whether any webhook is on: a cheap check."""
    return ON.first(work) is not None


def list_webhooks(work: UnitOfWork, page: PageRequest) -> Sequence[WebhookView]:
    """Webhooks, newest first: one more than the page holds."""
    return _webhooks_page(page.after is not None).all(work, after=page.after, limit=page.limit + 1)


def get_webhook(work: UnitOfWork, webhook_id: UUID) -> WebhookView | None:
    """The webhook; None if there is none."""
    return WEBHOOK.first(work, webhook_id=webhook_id)


def lock_webhook(work: UnitOfWork, webhook_id: UUID) -> WebhookView | None:
    """The webhook, locked until the work ends; None if there is none."""
    return WEBHOOK_FOR_UPDATE.first(work, webhook_id=webhook_id)


def get_secret(work: UnitOfWork, webhook_id: UUID) -> str:
    """The secret of a webhook that exists."""
    return SECRET.one(work, webhook_id=webhook_id)


def list_deliveries(work: UnitOfWork, webhook_id: UUID, state: str | None, page: PageRequest) -> Sequence[DeliveryView]:
    """The deliveries of a webhook, newest first: one more than the page holds."""
    statement = _deliveries_page(DeliveryShape(state is not None, page.after is not None))
    return statement.all(work, webhook_id=webhook_id, state=state, after=page.after, limit=page.limit + 1)


def get_delivery(work: UnitOfWork, delivery_id: UUID) -> StoredDelivery | None:
    """The delivery; None if there is none."""
    return DELIVERY.first(work, delivery_id=delivery_id)


def give_up_waiting(work: UnitOfWork, webhook_id: UUID, now: datetime) -> None:
    """Give up the messages that wait, because their webhook is off."""
    GIVE_UP.execute(work, webhook_id=webhook_id, now=now)


def delete_finished(work: UnitOfWork, before: datetime) -> None:
    """Delete the deliveries that were delivered or given up before that time."""
    DELETE_FINISHED.execute(work, now=before)


@cache
def _webhooks_page(follows: bool) -> Statement[WebhookView]:  # noqa: FBT001 - the shape of a statement
    webhooks = WEBHOOKS.where(WebhookRow.id < AFTER) if follows else WEBHOOKS
    return Statement(webhooks.order_by(WebhookRow.id.desc()).limit(LIMIT), WebhookView._make)


@cache
def _deliveries_page(shape: DeliveryShape) -> Statement[DeliveryView]:
    deliveries = DELIVERIES.where(WebhookDeliveryRow.webhook_id == WEBHOOK_ID)
    if shape.in_state:
        deliveries = deliveries.where(WebhookDeliveryRow.state == bindparam("state"))
    if shape.follows:
        deliveries = deliveries.where(WebhookDeliveryRow.id < AFTER)
    return Statement(deliveries.order_by(WebhookDeliveryRow.id.desc()).limit(LIMIT), DeliveryView._make)


def _stored(columns: Sequence[Any]) -> StoredDelivery:
    *view, body, attempts = columns
    return StoredDelivery(DeliveryView._make(view), body, attempts)


LOCK_CREATIONS = Statement(select(func.pg_advisory_xact_lock(CREATION_LOCK)), first_column)
COUNT: Statement[int] = Statement(select(func.count()).select_from(WebhookRow), first_column)
ON: Statement[UUID] = Statement(select(WebhookRow.id).where(WebhookRow.enabled).limit(1), first_column)
BY_ID = WEBHOOKS.where(WebhookRow.id == WEBHOOK_ID)
WEBHOOK = Statement(BY_ID, WebhookView._make)
WEBHOOK_FOR_UPDATE = Statement(BY_ID.with_for_update(), WebhookView._make)
SECRET: Statement[str] = Statement(select(WebhookRow.secret).where(WebhookRow.id == WEBHOOK_ID), first_column)
DELIVERY = Statement(
    DELIVERIES.add_columns(WebhookDeliveryRow.body, WebhookDeliveryRow.attempts).where(
        WebhookDeliveryRow.id == DELIVERY_ID
    ),
    _stored,
)
GIVE_UP: Statement[Any] = Statement(
    update(WebhookDeliveryRow)
    .where(WebhookDeliveryRow.webhook_id == WEBHOOK_ID, WebhookDeliveryRow.state == "waiting")
    .values(state="failed", next_attempt_at=None, error_code=WEBHOOK_DISABLED, finished_at=NOW),
    first_column,
)
DELETE_FINISHED: Statement[Any] = Statement(
    delete(WebhookDeliveryRow).where(WebhookDeliveryRow.finished_at < NOW), first_column
)
