"""The rules of webhooks; all of them are for admins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from platemark.access import Actor, require_role
from platemark.db.rows import delete_row, insert_row, update_row
from platemark.db.tables import WebhookDeliveryRow, WebhookRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound, Unprocessable
from platemark.etags import require_match
from platemark.events import queries as events
from platemark.events.service import FOR_ADMINS, record
from platemark.ids import new_id
from platemark.paging import Page, PageRequest, split_page
from platemark.unchanged import UNCHANGED
from platemark.webhooks import queries
from platemark.webhooks.delivery import Encode, insert_delivery
from platemark.webhooks.signing import new_secret
from platemark.webhooks.views import (
    CreatedWebhook,
    DeliveryDetail,
    DeliveryView,
    Message,
    NewWebhook,
    RotatedSecret,
    WebhookChanges,
    WebhookView,
)

MAX_WEBHOOKS = 100
PREVIOUS_SECRET_LIFETIME = timedelta(days=1)
KEPT = timedelta(days=30)
NOT_FAILING: Mapping[str, Any] = {"failures": 0, "failing_since": None, "retry_at": None}


def list_webhooks(work: UnitOfWork, page: PageRequest, *, by: Actor) -> Page[WebhookView]:
    """All webhooks, newest first."""
    require_role(by, "admin")
    return Page(*split_page(queries.list_webhooks(work, page), page.limit))


def get_webhook(work: UnitOfWork, webhook_id: UUID, *, by: Actor) -> WebhookView:
    """The webhook; NotFound if there is none."""
    require_role(by, "admin")
    return _require(queries.get_webhook(work, webhook_id), webhook_id)


def create_webhook(work: UnitOfWork, new: NewWebhook, *, by: Actor) -> CreatedWebhook:
    """Create a webhook, which is told what is committed from now on, and its secret.

    Unprocessable ``webhook_url_invalid``, ``too_many_webhooks``.
    """
    require_role(by, "admin")
    _require_url(new.url)
    if queries.count_webhooks_locked(work) >= MAX_WEBHOOKS:
        raise Unprocessable("too_many_webhooks", f"There are {MAX_WEBHOOKS} webhooks already; delete one first.")
    webhook_id, secret, now = new_id(), new_secret(), work.now()
    values = {
        "id": webhook_id, "url": new.url, "kinds": list(new.kinds), "description": new.description, "enabled": True,
        "disabled_reason": None, "secret": secret, "previous_secret": None, "previous_secret_expires_at": None,
        "last_event_id": events.get_newest_id(work), **NOT_FAILING, "lease_until": None, "last_delivered_at": None,
        "created_by": by.user_id, "created_at": now, "updated_at": now, "version": 1,
    }  # fmt: skip
    insert_row(work, WebhookRow, values)
    record(work, "webhook.created", webhook_id, **FOR_ADMINS)
    return CreatedWebhook(WebhookView(*(values[name] for name in WebhookView._fields)), secret)


def update_webhook(
    work: UnitOfWork, webhook_id: UUID, changes: WebhookChanges, *, by: Actor, if_match: str | None = None
) -> WebhookView:
    """Change the fields that are given; Unprocessable ``webhook_url_invalid``.

    What waits is given up when a webhook is turned off. One that is turned on is told what happens from then on.
    """
    webhook = _lock(work, webhook_id, by=by, if_match=if_match)
    values: dict[str, Any] = {
        name: value for name in ("url", "kinds", "description") if (value := getattr(changes, name)) is not UNCHANGED
    }
    if "url" in values:
        _require_url(values["url"])
        values |= NOT_FAILING
    if changes.enabled is True and not webhook.enabled:
        values |= {"enabled": True, "disabled_reason": None, "last_event_id": events.get_newest_id(work), **NOT_FAILING}
    if changes.enabled is False and webhook.enabled:
        values |= {"enabled": False, "disabled_reason": "by_admin", **NOT_FAILING}
        queries.give_up_waiting(work, webhook_id, work.now())
    return _change(work, webhook, values)


def rotate_secret(work: UnitOfWork, webhook_id: UUID, *, by: Actor) -> RotatedSecret:
    """Give the webhook another secret; for a day, the previous one signs as well."""
    webhook = _lock(work, webhook_id, by=by)
    secret, expires_at = new_secret(), work.now() + PREVIOUS_SECRET_LIFETIME
    previous = queries.get_secret(work, webhook_id)
    values = {"secret": secret, "previous_secret": previous, "previous_secret_expires_at": expires_at}
    _change(work, webhook, values)
    return RotatedSecret(secret, expires_at)


def delete_webhook(work: UnitOfWork, webhook_id: UUID, *, by: Actor, if_match: str | None = None) -> None:
    """Delete the webhook with its deliveries."""
    _lock(work, webhook_id, by=by, if_match=if_match)
    delete_row(work, WebhookRow, webhook_id)
    record(work, "webhook.deleted", webhook_id, **FOR_ADMINS)


def ping(work: UnitOfWork, encode: Encode, webhook_id: UUID, *, by: Actor) -> DeliveryView:
    """Have the message ``webhook.ping`` sent; Conflict ``webhook_disabled``."""
    webhook = _lock(work, webhook_id, by=by)
    _require_enabled(webhook)
    delivery_id, now = new_id(), work.now()
    message = Message("webhook.ping", f"ping:{delivery_id}", 0, now, {"webhook_id": webhook_id})
    insert_delivery(work, webhook_id, delivery_id, message, encode(delivery_id, message), now)
    update_row(work, WebhookRow, webhook_id, {"retry_at": None})
    return _get_stored(work, delivery_id).delivery


def list_deliveries(
    work: UnitOfWork, webhook_id: UUID, state: str | None, page: PageRequest, *, by: Actor
) -> Page[DeliveryView]:
    """The deliveries of a webhook, newest first; NotFound if there is no such webhook."""
    get_webhook(work, webhook_id, by=by)
    return Page(*split_page(queries.list_deliveries(work, webhook_id, state, page), page.limit))


def get_delivery(work: UnitOfWork, delivery_id: UUID, *, by: Actor) -> DeliveryDetail:
    """The delivery with its message and its latest attempts; NotFound if there is none."""
    require_role(by, "admin")
    return DeliveryDetail(*_get_stored(work, delivery_id))


def replay(work: UnitOfWork, delivery_id: UUID, *, by: Actor) -> DeliveryView:
    """Have a message sent again, now; Conflict ``webhook_disabled``."""
    require_role(by, "admin")
    webhook_id = _get_stored(work, delivery_id).delivery.webhook_id
    webhook = _lock(work, webhook_id, by=by)
    _require_enabled(webhook)
    values = {"state": "waiting", "failures": 0, "next_attempt_at": work.now(), "finished_at": None}
    update_row(work, WebhookDeliveryRow, delivery_id, values)
    update_row(work, WebhookRow, webhook_id, {"retry_at": None})
    return _get_stored(work, delivery_id).delivery


def delete_old_deliveries(work: UnitOfWork) -> None:
    """Delete the deliveries that were delivered or given up thirty days ago. For maintenance: checks no role."""
    queries.delete_finished(work, work.now() - KEPT)


def _lock(work: UnitOfWork, webhook_id: UUID, *, by: Actor, if_match: str | None = None) -> WebhookView:
    require_role(by, "admin")
    webhook = _require(queries.lock_webhook(work, webhook_id), webhook_id)
    require_match(if_match, webhook.version)
    return webhook


def _change(work: UnitOfWork, webhook: WebhookView, values: Mapping[str, Any]) -> WebhookView:
    values = {**values, "updated_at": work.now(), "version": webhook.version + 1}
    update_row(work, WebhookRow, webhook.id, values)
    record(work, "webhook.changed", webhook.id, **FOR_ADMINS)
    return _require(queries.get_webhook(work, webhook.id), webhook.id)


def _require(webhook: WebhookView | None, webhook_id: UUID) -> WebhookView:
    if webhook is None:
        raise NotFound("webhook", webhook_id)
    return webhook


def _require_enabled(webhook: WebhookView) -> None:
    if not webhook.enabled:
        raise Conflict("webhook_disabled", "The webhook is off; turn it on first.")


def _require_url(url: str) -> None:
    """Refuse what the contract's pattern cannot: a URL without a host, or with a port that does not exist."""
    try:
        parts = urlsplit(url)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise Unprocessable("webhook_url_invalid", "The URL has no host, or a port that does not exist.")


def _get_stored(work: UnitOfWork, delivery_id: UUID) -> queries.StoredDelivery:
    stored = queries.get_delivery(work, delivery_id)
    if stored is None:
        raise NotFound("webhook_delivery", delivery_id)
    return stored
