"""Turns events into messages: each webhook is told of every event after the one that it was told of last."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, bindparam, func, select, update

from platemark.db.statements import Statement, first_column
from platemark.db.tables import EventRow, WebhookRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events import queries as events
from platemark.ids import new_id
from platemark.webhooks.delivery import Encode, insert_delivery
from platemark.webhooks.occurrences import occurrences
from platemark.webhooks.views import Message

log = logging.getLogger("platemark.webhooks")


class Listener(NamedTuple):
    """A webhook that is on."""

    id: UUID
    kinds: Sequence[str]
    last_event_id: int


def has_news(work: UnitOfWork) -> bool:
    """Whether there are events that some webhook was not told of."""
    return HAS_NEWS.first(work) is not None


def tell(work: UnitOfWork, encode: Encode) -> int:
    """Make the messages for the next batch of events; how many events that were.

    Whoever else tells waits meanwhile, so that each event is told of once.
    """
    listeners = LISTENERS.all(work)
    if not listeners:
        return 0
    batch = events.list_after(work, min(it.last_event_id for it in listeners))
    if not batch:
        return 0
    now = work.now()
    for message in occurrences(work, batch):
        for listener in listeners:
            if message.kind in listener.kinds and message.event_id > listener.last_event_id:
                _insert(work, listener, message, encode, now)
    ADVANCE.execute(work, newest=batch[-1].id)
    return len(batch)


def _insert(work: UnitOfWork, listener: Listener, message: Message, encode: Encode, now: datetime) -> None:
    """Make a message, unless its event says what no message can: the following ones are told of all the same."""
    delivery_id = new_id()
    try:
        body = encode(delivery_id, message)
    except (LookupError, TypeError, ValueError):
        log.exception("Event %s skipped: webhooks cannot be told of it", message.event_id)
        return
    insert_delivery(work, listener.id, delivery_id, message, body, now)


NEWEST = select(func.max(EventRow.id)).scalar_subquery()
HAS_NEWS = Statement(
    select(WebhookRow.id).where(WebhookRow.enabled, WebhookRow.last_event_id < NEWEST).limit(1), first_column
)
LISTENERS = Statement(
    select(*(getattr(WebhookRow, name) for name in Listener._fields))
    .where(WebhookRow.enabled)
    .order_by(WebhookRow.id)
    .with_for_update(),
    Listener._make,
)
ADVANCE: Statement[Any] = Statement(
    update(WebhookRow)
    .where(WebhookRow.enabled, WebhookRow.last_event_id < bindparam("newest", type_=BigInteger()))
    .values(last_event_id=bindparam("newest", type_=BigInteger())),
    first_column,
)
