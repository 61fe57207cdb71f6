"""One process's feed of events: a single task follows the table and hands each event to all who read along.

Everything here runs on one event loop; only ``stop`` may be called before there is one. Reading the table happens in
threads. Nothing is polled before the first subscriber comes.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence

import structlog
from anyio import to_thread
from sqlalchemy.exc import SQLAlchemyError

from platemark.access import Actor
from platemark.db.engine import Database
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.events import queries
from platemark.events.change_notifier import ChangeNotifier, notifier_for
from platemark.events.queries import Event, EventBatch

MAX_BACKLOG = 2000
ROUND_SECONDS = 0.25
PAUSE_SECONDS = 1.0
BREATH_SECONDS = 0.0025
log = structlog.get_logger("platemark.events")


def _nothing() -> None:
    """Nobody wants to know."""


class Subscriber:
    """One who reads along. ``ended``: there will be no more; ``cut``: because they were too slow.

    They are given events once they are ``live``, and only those after ``seen``; both are theirs to set, so that what
    they missed can be read from the table first, however long that takes. ``position`` is the last event that the
    feed has come to. ``on_overflow`` is called when they are cut off, perhaps in the middle of sending.
    """

    def __init__(self, actor: Actor, *, max_backlog: int) -> None:
        self.actor = actor
        self.live = False
        self.last_seen_id = 0
        self.position = 0
        self.closed = False
        self.overflowed = False
        self.on_overflow: Callable[[], None] = _nothing
        self._max_backlog = max_backlog
        self._waiting: deque[Event] = deque()
        self._something = asyncio.Event()

    async def receive(self, seconds: float) -> list[Event]:
        """What has come, as soon as there is something; nothing after ``seconds`` or at the end."""
        if not self._waiting and not self.closed:
            self._something.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._something.wait()
        taken = [event for event in self._waiting if event.id > self.last_seen_id]
        self._waiting.clear()
        return taken

    def deliver(self, events: Sequence[Event]) -> None:
        """Put in their queue what they may be told; a subscriber whose queue is full is cut off and may come again."""
        self.position = events[-1].id
        if self.closed or not self.live:
            return
        self._waiting.extend(
            event for event in events if event.id > self.last_seen_id and event.is_visible_to(self.actor)
        )
        if len(self._waiting) > self._max_backlog:
            self._waiting.clear()
            self.overflowed = True
            self.close()
            self.on_overflow()
        elif self._waiting:
            self._something.set()

    def close(self) -> None:
        """Tell the subscriber that it is over."""
        self.closed = True
        self._something.set()


class Feed:
    """Follows the events of ``database`` for at most ``max_subscribers`` at a time."""

    def __init__(
        self,
        database: Database,
        *,
        max_subscribers: int,
        max_backlog: int = MAX_BACKLOG,
        notifier: ChangeNotifier | None = None,
    ) -> None:
        self._database = database
        self._max_subscribers = max_subscribers
        self._max_backlog = max_backlog
        self._notifier = notifier or notifier_for(database)
        self._subscribers: set[Subscriber] = set()
        self._starting = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._following: asyncio.Task[None] | None = None
        self._position = 0
        self._stopped = False

    @contextlib.asynccontextmanager
    async def subscribe(self, actor: Actor) -> AsyncIterator[Subscriber]:
        """Read along for the time of the block: once it is live, a subscriber gets all that is committed from then on.

        Unavailable ``too_many_streams`` or ``stopping``.
        """
        await self._start()
        if self._stopped:
            raise Unavailable("stopping", "The server stops.")
        if len(self._subscribers) >= self._max_subscribers:
            raise Unavailable(
                "too_many_streams", f"There are {self._max_subscribers} streams already; try again later."
            )
        subscriber = Subscriber(actor, max_backlog=self._max_backlog)
        self._subscribers.add(subscriber)
        try:
            yield subscriber
        finally:
            self._subscribers.discard(subscriber)

    def count_subscribers(self) -> int:
        """How many read along now."""
        return len(self._subscribers)

    async def list_missed(self, last: int) -> EventBatch:
        """What somebody who has seen ``last`` has missed so far: the first events of it."""
        return await to_thread.run_sync(self._missed, last)

    async def get_newest_id(self) -> int:
        """The id of the newest event that is committed."""
        return await to_thread.run_sync(self._newest)

    def stop(self) -> None:
        """End every subscriber; nobody can begin any more."""
        self._stopped = True
        for subscriber in self._subscribers:
            subscriber.close()

    async def close(self) -> None:
        """Stop, and let go of the database."""
        self.stop()
        if self._following is not None:
            async with self._reading:  # a thread cannot be called off: it would outlive us, holding a connection
                self._following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._following
        await self._notifier.close()

    async def _start(self) -> None:
        async with self._starting:
            if self._following is None:
                self._position = await to_thread.run_sync(self._newest)
                self._following = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        while True:
            try:
                async with self._reading:
                    events = await to_thread.run_sync(self._after, self._position)
            except SQLAlchemyError as error:
                log.warning("events_not_read", error=type(error).__name__)
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            if events:
                self._position = events[-1].id
                await self._hand_out(events, list(self._subscribers))
            if len(events) < queries.PAGE_SIZE:
                await asyncio.sleep(ROUND_SECONDS)  # a burst of commits becomes one round
                await self._notifier.wait()

    async def _hand_out(self, events: Sequence[Event], readers: Sequence[Subscriber]) -> None:
        """One subscriber after the other, with a breath: hundreds of streams that all want to send now would hold up
        whoever asks for something else. Two hundred take half a second. Who joins now has joined after these.
        """
        for subscriber in readers:
            subscriber.deliver(events)
            await asyncio.sleep(BREATH_SECONDS)

    def _newest(self) -> int:
        with UnitOfWork(self._database, write=False) as work:
            return queries.get_newest_id(work)

    def _after(self, last: int) -> list[Event]:
        with UnitOfWork(self._database, write=False) as work:
            return queries.list_after(work, last)

    def _missed(self, last: int) -> EventBatch:
        with UnitOfWork(self._database, write=False) as work:
            return queries.list_missed(work, last)
