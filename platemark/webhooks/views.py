"""What the services of webhooks take and return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from platemark.unchanged import UNCHANGED, Unchanged


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWebhook:
    """A webhook to create."""

    url: str
    kinds: Sequence[str]
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookChanges:
    """The fields to change."""

    url: str | Unchanged = UNCHANGED
    kinds: Sequence[str] | Unchanged = UNCHANGED
    description: str | Unchanged = UNCHANGED
    enabled: bool | Unchanged = UNCHANGED


class WebhookView(NamedTuple):
    """A webhook, without its secrets."""

    id: UUID
    url: str
    kinds: Sequence[str]
    description: str
    enabled: bool
    disabled_reason: str | None
    failing_since: datetime | None
    last_delivered_at: datetime | None
    previous_secret_expires_at: datetime | None
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int


class CreatedWebhook(NamedTuple):
    """A new webhook with its secret."""

    webhook: WebhookView
    secret: str


class RotatedSecret(NamedTuple):
    """A new secret, and until when the previous one signs as well."""

    secret: str
    previous_expires_at: datetime


class DeliveryView(NamedTuple):
    """A message for a webhook, and how far it got."""

    id: UUID
    webhook_id: UUID
    kind: str
    state: str
    attempt_count: int
    next_attempt_at: datetime | None
    error_code: str | None
    created_at: datetime
    finished_at: datetime | None


class DeliveryDetail(NamedTuple):
    """A delivery with its message, as it is sent, and its latest attempts, as they are stored."""

    delivery: DeliveryView
    body: str
    attempts: Sequence[Mapping[str, Any]]


class Message(NamedTuple):
    """Something that a webhook is told of. ``occurrence`` is the same whenever and wherever it is noticed."""

    kind: str
    occurrence: str
    event_id: int
    at: datetime
    facts: Mapping[str, Any]
