"""The event feed of one process: a single task reads new events from the table and delivers them to all subscribers.

Everything here runs on one event loop; only ``stop`` may be called before it exists. The table is read in threads, and
only once the first subscriber has come.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence

from anyio import to_thread

from platemark.access import Actor, require_role
from platemark.db.engine import Database
from platemark.db.faults import log_failure
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.events import queries
from platemark.events.change_notifier import ChangeNotifier, notifier_for
from platemark.events.queries import Event, EventBatch
from platemark.events.stream_slots import OwnSlots, StreamSlots

MAX_BACKLOG = 2000
BATCH_SECONDS = 0.25
RETRY_SECONDS = 1.0
DELIVERY_PAUSE_SECONDS = 0.0025
log = logging.getLogger("platemark.events")


def _ignore() -> None:
    """The default for ``on_overflow``."""


class Subscriber:
    """A client that receives events.

    It gets events while it is ``live``, and only those after ``last_seen_id``; the client sets both, so that it can
    first read what it missed from the table, however long that takes. ``position`` is the id of the last event that the
    feed has delivered to anyone. A ``closed`` subscriber gets no more events; one that is ``overflowed`` was closed for
    being too slow, and ``on_overflow`` was called, possibly while it was sending.
    """

    def __init__(self, actor: Actor, *, max_backlog: int) -> None:
        self.actor = actor
        self.live = False
        self.last_seen_id = 0
        self.position = 0
        self.closed = False
        self.overflowed = False
        self.on_overflow: Callable[[], None] = _ignore
        self._max_backlog = max_backlog
        self._backlog: deque[Event] = deque()
        self._wakeup = asyncio.Event()

    async def receive(self, seconds: float) -> list[Event]:
        """The queued events, as soon as there are any; none after ``seconds`` or once closed."""
        if not self._backlog and not self.closed:
            self._wakeup.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._wakeup.wait()
        events = [event for event in self._backlog if event.id > self.last_seen_id]
        self._backlog.clear()
        return events

    def deliver(self, events: Sequence[Event]) -> None:
        """Queue the events that the client may see; close the subscriber if its backlog overflows."""
        self.position = events[-1].id
        if self.closed or not self.live:
            return
        self._backlog.extend(
            event for event in events if event.id > self.last_seen_id and event.is_visible_to(self.actor)
        )
        if len(self._backlog) > self._max_backlog:
            self._backlog.clear()
            self.overflowed = True
            self.close()
            self.on_overflow()
        elif self._backlog:
            self._wakeup.set()

    def close(self) -> None:
        """End the subscription; ``receive`` returns at once."""
        self.closed = True
        self._wakeup.set()


class Feed:
    """Delivers the events of ``database`` to subscribers, each of which holds one of ``slots``.

    Without ``slots``, there are ``max_subscribers``, of this process.
    """

    def __init__(
        self,
        database: Database,
        *,
        max_subscribers: int,
        max_backlog: int = MAX_BACKLOG,
        notifier: ChangeNotifier | None = None,
        slots: StreamSlots | None = None,
    ) -> None:
        self._database = database
        self._slots = slots or OwnSlots(max_subscribers)
        self._max_backlog = max_backlog
        self._notifier = notifier or notifier_for(database)
        self._subscribers: set[Subscriber] = set()
        self._starting = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._follower: asyncio.Task[None] | None = None
        self._position = 0
        self._stopped = False
        self._leaving = False

    @contextlib.asynccontextmanager
    async def subscribe(self, actor: Actor, *, max_per_user: int | None = None) -> AsyncIterator[Subscriber]:
        """Subscribe for the duration of the block; once live, the subscriber gets every event committed from then on.

        TooManyRequests ``too_many_streams`` if the user has ``max_per_user`` subscribers already (callers without a
        user count as one), Unavailable ``all_streams_in_use`` or ``stopping``.
        """
        require_role(actor, "viewer")
        await self._start()
        if self._stopped:
            raise Unavailable("stopping", "The server is shutting down.")
        async with self._slots.hold(actor.user_id, max_per_user):
            subscriber = Subscriber(actor, max_backlog=self._max_backlog)
            if self._leaving:
                subscriber.close()
            self._subscribers.add(subscriber)
            try:
                yield subscriber
            finally:
                self._subscribers.discard(subscriber)

    def count_subscribers(self) -> int:
        """The number of current subscribers."""
        return len(self._subscribers)

    async def list_missed(self, last_id: int) -> EventBatch:
        """The first batch of the events after ``last_id``."""
        return await to_thread.run_sync(self._list_missed, last_id)

    async def get_newest_id(self) -> int:
        """The id of the newest committed event."""
        return await to_thread.run_sync(self._get_newest_id)

    def leave(self) -> None:
        """Close every subscriber, and new ones at once: they find another process when they come back."""
        self._leaving = True
        for subscriber in self._subscribers:
            subscriber.close()

    def stop(self) -> None:
        """Close every subscriber and accept no new ones."""
        self._stopped = True
        self.leave()

    async def close(self) -> None:
        """Stop, and release the database connections."""
        self.stop()
        if self._follower is not None:
            async with self._reading:  # a thread cannot be cancelled; it would outlive the task and hold a connection
                self._follower.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._follower
        await self._notifier.close()

    async def _start(self) -> None:
        async with self._starting:
            if self._follower is None:
                self._position = await to_thread.run_sync(self._get_newest_id)
                self._follower = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        while True:
            try:
                async with self._reading:
                    events = await to_thread.run_sync(self._list_after, self._position)
            except Exception as error:
                log_failure(log, "event streams are paused", error)
                await asyncio.sleep(RETRY_SECONDS)
                continue
            if events:
                self._position = events[-1].id
                await self._deliver(events, list(self._subscribers))
            if len(events) < queries.PAGE_SIZE:
                await asyncio.sleep(BATCH_SECONDS)  # a burst of commits becomes one batch
                await self._notifier.wait()

    async def _deliver(self, events: Sequence[Event], subscribers: Sequence[Subscriber]) -> None:
        """Deliver to one subscriber after the other, with pauses: hundreds of streams that all send at once would delay
        other requests. Two hundred take half a second. New subscribers join after these events.
        """
        for subscriber in subscribers:
            try:
                subscriber.deliver(events)
            except Exception:
                log.exception(
                    "Event stream ended: it could not be told of events %s to %s", events[0].id, events[-1].id
                )
                subscriber.close()  # its client comes back, and reads them from the table
            await asyncio.sleep(DELIVERY_PAUSE_SECONDS)

    def _get_newest_id(self) -> int:
        with UnitOfWork(self._database, write=False) as work:
            return queries.get_newest_id(work)

    def _list_after(self, last_id: int) -> list[Event]:
        with UnitOfWork(self._database, write=False) as work:
            return queries.list_after(work, last_id)

    def _list_missed(self, last_id: int) -> EventBatch:
        with UnitOfWork(self._database, write=False) as work:
            return queries.list_missed(work, last_id)
