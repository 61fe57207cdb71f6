"""Webhooks, their deliveries, and each kind of message."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from platemark.choices import WEBHOOK_KINDS
from platemark.ids import new_id
from tests.contract.answer_sources.shown import Shown, first, item, source
from tests.contract.distinct_rows import DistinctRows, Row, as_json, shown

MESSAGES: Mapping[str, str] = {
    "job.finished": "JobFinishedMessage",
    "set_run.finished": "SetRunFinishedMessage",
    "training_run.finished": "TrainingRunFinishedMessage",
    "import.finished": "ImportFinishedMessage",
    "bug_report.created": "BugReportCreatedMessage",
    "webhook.ping": "WebhookPingMessage",
}


@source("Webhook", "WebhookDelivery", "WebhookDeliveryDetail", "WebhookAttempt", *MESSAGES.values())
def webhooks(rows: DistinctRows) -> Iterator[Shown]:
    owner = rows.add("users")["id"] if rows.full else None
    off = {"enabled": not rows.full, "disabled_reason": "gone" if rows.full else None}
    kinds = list(WEBHOOK_KINDS[: 2 if rows.full else 1])
    webhook = rows.add("webhooks", **off, kinds=kinds, created_by=owner, url=f"https://{rows.number()}.example/")
    expected = shown("Webhook", webhook)
    yield Shown("Webhook", "/webhooks", first(), expected)
    yield Shown("Webhook", f"/webhooks/{webhook['id']}", (), expected)
    for kind, schema in MESSAGES.items():
        yield from _delivery(rows, webhook, kind, schema)


def _delivery(rows: DistinctRows, webhook: Row, kind: str, schema: str) -> Iterator[Shown]:
    delivery_id, attempt = new_id(), _attempt(rows)
    message = {"kind": kind, "id": str(delivery_id), "at": as_json(rows.moment()), **_facts(rows)[kind]}
    row = rows.add(
        "webhook_deliveries", id=delivery_id, webhook_id=webhook["id"], kind=kind, body=json.dumps(message),
        attempts=[attempt], state="failed" if rows.full else "waiting", attempt_count=rows.number(),
        next_attempt_at=None if rows.full else rows.moment(), finished_at=rows.moment() if rows.full else None,
    )  # fmt: skip
    expected = shown("WebhookDelivery", row)
    path = f"/webhook-deliveries/{row['id']}"
    yield Shown("WebhookDelivery", f"/webhooks/{webhook['id']}/deliveries", item(row), expected)
    yield Shown("WebhookDeliveryDetail", path, (), expected | {"message": message, "attempts": [attempt]})
    yield Shown("WebhookAttempt", path, ("attempts", 0), attempt)
    yield Shown(schema, path, ("message",), message, frozenset({"kind"}))


def _attempt(rows: DistinctRows) -> dict[str, Any]:
    return {
        "at": as_json(rows.moment()),
        "seconds": rows.number() / 8,
        "status": 400 + rows.number() if rows.full else None,
        "error_code": f"code_{rows.number()}" if rows.full else None,
        "message": f"message {rows.number()}",
    }


def _facts(rows: DistinctRows) -> dict[str, dict[str, Any]]:
    """The facts of each kind of message."""
    state = "failed" if rows.full else "succeeded"
    error_code = f"code_{rows.number()}" if rows.full else None
    ids = {name: str(new_id()) for name in ("job_id", "set_run_id", "album_id", "training_run_id", "import_id")}
    return {
        "job.finished": {
            "job_id": ids["job_id"],
            "job_kind": "train" if rows.full else "caption",
            "state": state,
            "set_run_id": ids["set_run_id"] if rows.full else None,
            "error_code": error_code,
        },
        "set_run.finished": {"set_run_id": ids["set_run_id"], "album_id": ids["album_id"], "state": state},
        "training_run.finished": {
            "training_run_id": ids["training_run_id"],
            "job_id": ids["job_id"],
            "state": state,
            "error_code": error_code,
        },
        "import.finished": {
            "import_id": ids["import_id"],
            "phase": "apply" if rows.full else "undo",
            "state": "applied" if rows.full else "undone",
        },
        "bug_report.created": {"bug_report_id": str(new_id())},
        "webhook.ping": {"webhook_id": str(new_id())},
    }
