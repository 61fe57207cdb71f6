"""Handlers of the tag webhooks."""

from __future__ import annotations

from uuid import UUID

from generated import models, paths
from generated.operations import (
    CreateWebhook201,
    CreateWebhookResponse,
    DeleteWebhook204,
    DeleteWebhookResponse,
    GetWebhook200,
    GetWebhookDelivery200,
    GetWebhookDeliveryResponse,
    GetWebhookResponse,
    ListWebhookDeliveries200,
    ListWebhookDeliveriesResponse,
    ListWebhooks200,
    ListWebhooksResponse,
    PingWebhook202,
    PingWebhookResponse,
    ReplayWebhookDelivery202,
    ReplayWebhookDeliveryResponse,
    RotateWebhookSecret200,
    RotateWebhookSecretResponse,
    UpdateWebhook200,
    UpdateWebhookResponse,
)
from handlers.wire import webhooks as wire
from handlers.wire.common import page_request
from platemark.etags import etag
from platemark.http.context import Context
from platemark.http.webhook_messages import encode_message
from platemark.webhooks import service as webhooks


def list_webhooks(context: Context, /, *, limit: int, cursor: str | None) -> ListWebhooksResponse:
    """GET /webhooks"""
    page = webhooks.list_webhooks(context.work, page_request(limit, cursor), by=context.actor)
    return ListWebhooks200(body=wire.webhook_page(page))


def create_webhook(context: Context, /, *, body: models.WebhookCreate) -> CreateWebhookResponse:
    """POST /webhooks"""
    created = webhooks.create_webhook(context.work, wire.new_webhook(body), by=context.actor)
    return CreateWebhook201(body=wire.webhook_created(created), location=paths.webhook(created.webhook.id))


def get_webhook(context: Context, /, *, webhook_id: UUID) -> GetWebhookResponse:
    """GET /webhooks/{webhook_id}"""
    view = webhooks.get_webhook(context.work, webhook_id, by=context.actor)
    return GetWebhook200(body=wire.webhook(view), etag=etag(view.version))


def update_webhook(
    context: Context, /, *, webhook_id: UUID, if_match: str | None, body: models.WebhookUpdate
) -> UpdateWebhookResponse:
    """PATCH /webhooks/{webhook_id}"""
    changes = wire.webhook_changes(body)
    view = webhooks.update_webhook(context.work, webhook_id, changes, by=context.actor, if_match=if_match)
    return UpdateWebhook200(body=wire.webhook(view), etag=etag(view.version))


def delete_webhook(context: Context, /, *, webhook_id: UUID, if_match: str | None) -> DeleteWebhookResponse:
    """DELETE /webhooks/{webhook_id}"""
    webhooks.delete_webhook(context.work, webhook_id, by=context.actor, if_match=if_match)
    return DeleteWebhook204()


def rotate_webhook_secret(context: Context, /, *, webhook_id: UUID) -> RotateWebhookSecretResponse:
    """POST /webhooks/{webhook_id}/secret"""
    rotated = webhooks.rotate_secret(context.work, webhook_id, by=context.actor)
    return RotateWebhookSecret200(body=wire.webhook_secret(rotated))


def ping_webhook(context: Context, /, *, webhook_id: UUID) -> PingWebhookResponse:
    """POST /webhooks/{webhook_id}/ping"""
    view = webhooks.ping(context.work, encode_message, webhook_id, by=context.actor)
    return PingWebhook202(body=wire.delivery(view), location=paths.webhook_delivery(view.id))


def list_webhook_deliveries(
    context: Context, /, *, webhook_id: UUID, state: models.WebhookDeliveryState | None, limit: int, cursor: str | None
) -> ListWebhookDeliveriesResponse:
    """GET /webhooks/{webhook_id}/deliveries"""
    page = webhooks.list_deliveries(context.work, webhook_id, state, page_request(limit, cursor), by=context.actor)
    return ListWebhookDeliveries200(body=wire.delivery_page(page))


def get_webhook_delivery(context: Context, /, *, delivery_id: UUID) -> GetWebhookDeliveryResponse:
    """GET /webhook-deliveries/{delivery_id}"""
    return GetWebhookDelivery200(
        body=wire.delivery_detail(webhooks.get_delivery(context.work, delivery_id, by=context.actor))
    )


def replay_webhook_delivery(context: Context, /, *, delivery_id: UUID) -> ReplayWebhookDeliveryResponse:
    """POST /webhook-deliveries/{delivery_id}/replay"""
    view = webhooks.replay(context.work, delivery_id, by=context.actor)
    return ReplayWebhookDelivery202(body=wire.delivery(view), location=paths.webhook_delivery(delivery_id))
