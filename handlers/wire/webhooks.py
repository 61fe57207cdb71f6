"""Webhooks on the wire: views become models of the contract, request bodies become what the service takes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from generated import models
from handlers.wire.common import next_cursor, value_or
from platemark.paging import Page
from platemark.stored_rows import read_all
from platemark.unchanged import UNCHANGED
from platemark.webhooks.views import (
    CreatedWebhook,
    DeliveryDetail,
    DeliveryView,
    NewWebhook,
    RotatedSecret,
    WebhookChanges,
    WebhookView,
)


def new_webhook(body: models.WebhookCreate) -> NewWebhook:
    """The webhook to create."""
    return NewWebhook(url=body.url, kinds=[kind.value for kind in body.kinds], description=body.description)


def webhook_changes(body: models.WebhookUpdate) -> WebhookChanges:
    """The changes of a webhook; fields that are absent stay as they are."""
    kinds = value_or(body.kinds, None)
    return WebhookChanges(
        url=value_or(body.url, UNCHANGED),
        kinds=UNCHANGED if kinds is None else [kind.value for kind in kinds],
        description=value_or(body.description, UNCHANGED),
        enabled=value_or(body.enabled, UNCHANGED),
    )


def webhook(view: WebhookView) -> models.Webhook:
    """A webhook."""
    return models.Webhook(
        id=view.id,
        url=view.url,
        kinds=[models.WebhookKind(kind) for kind in view.kinds],
        description=view.description,
        enabled=view.enabled,
        disabled_reason=None if view.disabled_reason is None else models.WebhookDisabledReason(view.disabled_reason),
        failing_since=view.failing_since,
        last_delivered_at=view.last_delivered_at,
        previous_secret_expires_at=view.previous_secret_expires_at,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
    )


def webhook_created(created: CreatedWebhook) -> models.WebhookCreated:
    """A new webhook with its secret."""
    view = created.webhook
    return models.WebhookCreated(
        id=view.id,
        url=view.url,
        kinds=[models.WebhookKind(kind) for kind in view.kinds],
        description=view.description,
        enabled=view.enabled,
        disabled_reason=None,
        failing_since=view.failing_since,
        last_delivered_at=view.last_delivered_at,
        previous_secret_expires_at=view.previous_secret_expires_at,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
        secret=created.secret,
    )


def webhook_page(page: Page[WebhookView]) -> models.WebhookPage:
    """A page of webhooks."""
    return models.WebhookPage(items=read_all(webhook, page.items), next_cursor=next_cursor(page))


def webhook_secret(rotated: RotatedSecret) -> models.WebhookSecret:
    """A new secret."""
    return models.WebhookSecret(secret=rotated.secret, previous_secret_expires_at=rotated.previous_expires_at)


def delivery(view: DeliveryView) -> models.WebhookDelivery:
    """A delivery."""
    return models.WebhookDelivery(
        id=view.id,
        webhook_id=view.webhook_id,
        kind=models.WebhookMessageKind(view.kind),
        state=models.WebhookDeliveryState(view.state),
        attempt_count=view.attempt_count,
        next_attempt_at=view.next_attempt_at,
        error_code=view.error_code,
        created_at=view.created_at,
        finished_at=view.finished_at,
    )


def delivery_page(page: Page[DeliveryView]) -> models.WebhookDeliveryPage:
    """A page of deliveries."""
    return models.WebhookDeliveryPage(items=read_all(delivery, page.items), next_cursor=next_cursor(page))


def delivery_detail(detail: DeliveryDetail) -> models.WebhookDeliveryDetail:
    """A delivery with its message and its attempts."""
    view = detail.delivery
    return models.WebhookDeliveryDetail(
        id=view.id,
        webhook_id=view.webhook_id,
        kind=models.WebhookMessageKind(view.kind),
        state=models.WebhookDeliveryState(view.state),
        attempt_count=view.attempt_count,
        next_attempt_at=view.next_attempt_at,
        error_code=view.error_code,
        created_at=view.created_at,
        finished_at=view.finished_at,
        message=msgspec.json.decode(detail.body, type=models.WebhookMessage),
        attempts=[_attempt(attempt) for attempt in detail.attempts],
    )


def _attempt(stored: Mapping[str, Any]) -> models.WebhookAttempt:
    return models.WebhookAttempt(
        at=datetime.fromisoformat(stored["at"]),
        seconds=stored["seconds"],
        status=stored["status"],
        error_code=stored["error_code"],
        message=stored["message"],
    )
