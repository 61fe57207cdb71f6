"""What ``platemark webhooks …`` does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from platemark.access import SYSTEM
from platemark.cli.output import all_pages, print_result, print_table
from platemark.cli.runtime import Runtime
from platemark.webhooks import service as webhooks
from platemark.webhooks.views import DeliveryView, NewWebhook, WebhookChanges, WebhookView

COLUMNS = ("url", "told of", "state", "last delivered", "id")
DELIVERY_COLUMNS = ("created", "kind", "state", "attempts", "error", "next attempt", "id")
HIDDEN = ("version",)


def list_webhooks(runtime: Runtime) -> None:
    """List the webhooks, newest first, without their secrets."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = list(all_pages(partial(webhooks.list_webhooks, work, by=SYSTEM)))
    rows = [(it.url, ", ".join(it.kinds), _state(it), it.last_delivered_at, it.id) for it in found]
    print_table([_webhook_json(it) for it in found], COLUMNS, rows)


def create(runtime: Runtime, url: str, kinds: Sequence[str], description: str) -> None:
    """Have URL told what happens from now on, and print the secret that signs its messages."""
    new = NewWebhook(url=url, kinds=list(dict.fromkeys(kinds)), description=description)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        created = webhooks.create_webhook(work, new, by=SYSTEM)
        work.commit()
    value = {**_webhook_json(created.webhook), "secret": created.secret}
    print_result(value, f"Webhook {created.webhook.id}; its messages are signed with:", created.secret)


def turn_on(runtime: Runtime, webhook_id: UUID) -> None:
    """Turn the webhook ID on: it is told what happens from then on."""
    _turn(runtime, webhook_id, enabled=True)


def turn_off(runtime: Runtime, webhook_id: UUID) -> None:
    """Turn the webhook ID off; messages that wait are given up."""
    _turn(runtime, webhook_id, enabled=False)


def rotate_secret(runtime: Runtime, webhook_id: UUID) -> None:
    """Give the webhook ID another secret and print it; for a day, the previous one signs as well."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        rotated = webhooks.rotate_secret(work, webhook_id, by=SYSTEM)
        work.commit()
    value = {"secret": rotated.secret, "previous_secret_expires_at": rotated.previous_expires_at}
    until = f"{rotated.previous_expires_at:%Y-%m-%dT%H:%M:%SZ}"
    print_result(value, f"The previous secret signs until {until}, too; the new one:", rotated.secret)


def delete(runtime: Runtime, webhook_id: UUID) -> None:
    """Delete the webhook ID with its deliveries."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        webhooks.delete_webhook(work, webhook_id, by=SYSTEM)
        work.commit()
    print_result({"id": webhook_id, "deleted": True}, f"Webhook {webhook_id} deleted.")


def list_deliveries(runtime: Runtime, webhook_id: UUID, state: str | None) -> None:
    """List the deliveries of the webhook ID, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = list(all_pages(partial(webhooks.list_deliveries, work, webhook_id, state, by=SYSTEM)))
    rows = [
        (it.created_at, it.kind, it.state, it.attempt_count, it.error_code, it.next_attempt_at, it.id) for it in found
    ]
    print_table([it._asdict() for it in found], DELIVERY_COLUMNS, rows)


def replay(runtime: Runtime, delivery_id: UUID) -> None:
    """Have a running studio send a message again."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        delivery: DeliveryView = webhooks.replay(work, delivery_id, by=SYSTEM)
        work.commit()
    print_result(delivery._asdict(), f"Message {delivery_id} is sent again while the studio runs.")


def _turn(runtime: Runtime, webhook_id: UUID, *, enabled: bool) -> None:
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        webhook = webhooks.update_webhook(work, webhook_id, WebhookChanges(enabled=enabled), by=SYSTEM)
        work.commit()
    print_result(_webhook_json(webhook), f"Webhook {webhook_id} is {'on' if enabled else 'off'}.")


def _state(webhook: WebhookView) -> str:
    if webhook.disabled_reason is not None:
        return f"off: {webhook.disabled_reason}"
    return "on" if webhook.failing_since is None else "on, failing"


def _webhook_json(webhook: WebhookView) -> dict[str, Any]:
    """A webhook as in the API."""
    return {name: value for name, value in webhook._asdict().items() if name not in HIDDEN}
