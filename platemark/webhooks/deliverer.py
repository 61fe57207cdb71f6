"""Delivers messages: one loop makes and claims them, a few threads send them, so that slow receivers keep no others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from platemark import __version__
from platemark.clock import Clock, utc_now
from platemark.db.engine import Database
from platemark.db.faults import log_failure
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding
from platemark.settings import Settings
from platemark.webhooks import delivery, telling
from platemark.webhooks.delivery import Claimed, Encode
from platemark.webhooks.sending import Outcome, send
from platemark.webhooks.signing import signature

SENDERS = 4
INVALID = "message_invalid"

Check = Callable[[str], Sequence[Finding]]
"""What is wrong with the body of a message by the contract; nothing if it may be sent."""

log = logging.getLogger("platemark.webhooks")


def _ignore() -> None:
    """Tell nobody that an attempt has ended."""


class Deliverer:
    """Delivers the messages of all webhooks from ``tick`` to ``tick``; at its end, attempts under way are waited for.

    Several may run at the same time, in as many processes. ``on_end`` is called after each attempt, in its thread.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        *,
        encode: Encode,
        check: Check,
        clock: Clock = utc_now,
        on_end: Callable[[], None] = _ignore,
    ) -> None:
        self._allowed = settings.allowed_webhook_networks
        self._database = database
        self._encode = encode
        self._check = check
        self._clock = clock
        self._on_end = on_end
        self._pool = ThreadPoolExecutor(SENDERS, "webhooks")
        self._under_way: set[Future[None]] = set()

    def __enter__(self) -> Deliverer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._pool.shutdown()

    def tick(self) -> int:
        """Make the messages for what happened, and start to send those that are due; how many are under way then."""
        self._tell()
        self._under_way = {it for it in self._under_way if not it.done()}
        while len(self._under_way) < SENDERS and (claimed := self._claim()) is not None:
            self._under_way.add(self._pool.submit(self._deliver, claimed))
        return len(self._under_way)

    def _tell(self) -> None:
        with self._work(write=False) as work:
            has_news = telling.has_news(work)
        while has_news:
            with self._work(write=True) as work:
                has_news = telling.tell(work, self._encode) > 0
                work.commit()

    def _claim(self) -> Claimed | None:
        with self._work(write=False) as work:
            if not delivery.is_any_due(work):
                return None
        with self._work(write=True) as work:
            claimed = delivery.claim(work)
            work.commit()
        return claimed

    def _deliver(self, claimed: Claimed) -> None:
        """Attempt a delivery and record it. If that fails, the lease ends, and the message is sent again."""
        try:
            started_at = self._clock()
            outcome = self._attempt(claimed, int(started_at.timestamp()))
            with self._work(write=True) as work:
                delivery.record_outcome(work, claimed, outcome, started_at)
                work.commit()
        except Exception as error:
            log_failure(log, "a message may be sent again", error)
        finally:
            self._on_end()

    def _attempt(self, claimed: Claimed, timestamp: int) -> Outcome:
        if findings := self._check(claimed.body):
            log.error("Message not sent, it breaks the contract: %s %s", claimed.delivery_id, findings[:5])
            return Outcome(0.0, None, INVALID, "The message breaks the contract, so it was not sent.")
        body = claimed.body.encode()
        return send(claimed.url, _headers(claimed, timestamp, body), body, allowed=self._allowed)

    def _work(self, *, write: bool) -> UnitOfWork:
        return UnitOfWork(self._database, write=write, clock=self._clock)


def _headers(claimed: Claimed, timestamp: int, body: bytes) -> Mapping[str, str]:
    message_id = str(claimed.delivery_id)
    return {
        "Content-Type": "application/json",
        "User-Agent": f"Platemark/{__version__}",
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(claimed.secrets, message_id, timestamp, body),
    }
