"""Webhooks."""

from __future__ import annotations

from typing import Any

from tests.contract.echoes.echo import Echo, at, read_at
from tests.contract.echoes.studio import EchoStudio
from tests.populate import ok_json

URL = "https://hooks.example.com/a"
PATCH = "application/merge-patch+json"


def webhook_to_update(studio: EchoStudio) -> tuple[str, dict[str, Any]]:
    new = {"url": "https://hooks.example.com/b", "kinds": ["set_run.finished"]}
    return f"/webhooks/{ok_json(studio.client.post('/webhooks', json=new))['id']}", {"url": URL, "enabled": False}


WEBHOOKS = [
    Echo(operation="createWebhook", prepare=at("/webhooks", url=URL), read=read_at("/webhooks/{id}")),
    Echo(
        operation="updateWebhook",
        media_type=PATCH,
        prepare=webhook_to_update,
        read=read_at("/webhooks/{id}"),
    ),
]
