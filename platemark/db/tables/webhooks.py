"""Webhooks, and their messages until a while after they were delivered or given up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from platemark.choices import WEBHOOK_DELIVERY_STATES, WEBHOOK_DISABLED_REASONS
from platemark.db.tables.base import At, Base, Id, one_of
from platemark.db.types import BigInt, Json


class WebhookRow(Base):
    """A URL that is told what happens. ``last_event_id`` is the last event that it was told of, or need not be.

    Whoever sends it a message holds ``lease_until``. After ``failures`` in a row, nothing is sent before ``retry_at``.
    The secrets are stored as they are: each message is signed with them.
    """

    __tablename__ = "webhooks"
    __table_args__ = (
        CheckConstraint(one_of("disabled_reason", WEBHOOK_DISABLED_REASONS), name="disabled_reason"),
        CheckConstraint("enabled = (disabled_reason IS NULL)", name="enabled"),
    )

    id: Mapped[Id]
    url: Mapped[str] = mapped_column(String(2000))
    kinds: Mapped[list[str]] = mapped_column(Json)
    description: Mapped[str] = mapped_column(String(500))
    enabled: Mapped[bool]
    disabled_reason: Mapped[str | None] = mapped_column(String(20))
    secret: Mapped[str] = mapped_column(String(60))
    previous_secret: Mapped[str | None] = mapped_column(String(60))
    previous_secret_expires_at: Mapped[At | None]
    last_event_id: Mapped[int] = mapped_column(BigInt)
    failures: Mapped[int]
    failing_since: Mapped[At | None]
    retry_at: Mapped[At | None]
    lease_until: Mapped[At | None]
    last_delivered_at: Mapped[At | None]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[At]
    updated_at: Mapped[At]
    version: Mapped[int]


class WebhookDeliveryRow(Base):
    """A message for a webhook. ``occurrence`` names what it tells of, once for each webhook; ``body`` are its bytes.

    ``failures`` counts the failed attempts since it was made or sent again, ``attempt_count`` all attempts, of which
    ``attempts`` has the latest.
    """

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        CheckConstraint(one_of("state", WEBHOOK_DELIVERY_STATES), name="state"),
        CheckConstraint("(state = 'waiting') = (next_attempt_at IS NOT NULL)", name="next_attempt_at"),
        UniqueConstraint("webhook_id", "occurrence"),
        Index("ix_webhook_deliveries_webhook_id_id", "webhook_id", "id"),
        Index("ix_webhook_deliveries_webhook_id_state_id", "webhook_id", "state", "id"),
        Index("ix_webhook_deliveries_webhook_id_next_attempt_at", "webhook_id", "next_attempt_at"),
        Index("ix_webhook_deliveries_finished_at", "finished_at"),
    )

    id: Mapped[Id]
    webhook_id: Mapped[UUID] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(40))
    occurrence: Mapped[str] = mapped_column(String(100))
    body: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10))
    attempt_count: Mapped[int]
    failures: Mapped[int]
    next_attempt_at: Mapped[At | None]
    error_code: Mapped[str | None] = mapped_column(String(64))
    attempts: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    created_at: Mapped[At]
    finished_at: Mapped[At | None]
