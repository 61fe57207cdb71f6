"""One process's feed of events: a single task follows the table and hands each event to all who read along.

Everything here runs on one event loop; only ``stop`` may be called before there is one. Reading the table happens in
threads. Nothing is polled before the first reader comes.
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
from platemark.events.change_notifier import Bell, bell_for
from platemark.events.queries import Event, Stretch

MOST_WAITING = 2000
ROUND_SECONDS = 0.25
PAUSE_SECONDS = 1.0
BREATH_SECONDS = 0.0025
log = structlog.get_logger("platemark.events")


def _nothing() -> None:
    """Nobody wants to know."""


class Reader:
    """One who reads along. ``ended``: there will be no more; ``cut``: because they were too slow.

    They are given events once they are ``live``, and only those after ``seen``; both are theirs to set, so that what
    they missed can be read from the table first, however long that takes. ``position`` is the last event that the
    feed has come to. ``on_cut`` is called when they are cut off, perhaps in the middle of sending.
    """

    def __init__(self, actor: Actor, *, most_waiting: int) -> None:
        self.actor = actor
        self.live = False
        self.seen = 0
        self.position = 0
        self.ended = False
        self.cut = False
        self.on_cut: Callable[[], None] = _nothing
        self._most_waiting = most_waiting
        self._waiting: deque[Event] = deque()
        self._something = asyncio.Event()

    async def take(self, seconds: float) -> list[Event]:
        """What has come, as soon as there is something; nothing after ``seconds`` or at the end."""
        if not self._waiting and not self.ended:
            self._something.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._something.wait()
        taken = [event for event in self._waiting if event.id > self.seen]
        self._waiting.clear()
        return taken

    def offer(self, events: Sequence[Event]) -> None:
        """Put in their queue what they may be told; a reader whose queue is full is cut off and may come again."""
        self.position = events[-1].id
        if self.ended or not self.live:
            return
        self._waiting.extend(event for event in events if event.id > self.seen and event.is_for(self.actor))
        if len(self._waiting) > self._most_waiting:
            self._waiting.clear()
            self.cut = True
            self.end()
            self.on_cut()
        elif self._waiting:
            self._something.set()

    def end(self) -> None:
        """Tell the reader that it is over."""
        self.ended = True
        self._something.set()


class Feed:
    """Follows the events of ``database`` for at most ``most_readers`` at a time."""

    def __init__(
        self, database: Database, *, most_readers: int, most_waiting: int = MOST_WAITING, bell: Bell | None = None
    ) -> None:
        self._database = database
        self._most_readers = most_readers
        self._most_waiting = most_waiting
        self._bell = bell or bell_for(database)
        self._readers: set[Reader] = set()
        self._starting = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._following: asyncio.Task[None] | None = None
        self._position = 0
        self._stopped = False

    @contextlib.asynccontextmanager
    async def reader(self, actor: Actor) -> AsyncIterator[Reader]:
        """Read along for the time of the block: once it is live, a reader gets all that is committed from then on.

        Unavailable ``too_many_streams`` or ``stopping``.
        """
        await self._start()
        if self._stopped:
            raise Unavailable("stopping", "The server stops.")
        if len(self._readers) >= self._most_readers:
            raise Unavailable("too_many_streams", f"There are {self._most_readers} streams already; try again later.")
        reader = Reader(actor, most_waiting=self._most_waiting)
        self._readers.add(reader)
        try:
            yield reader
        finally:
            self._readers.discard(reader)

    def open_count(self) -> int:
        """How many read along now."""
        return len(self._readers)

    async def missed(self, last: int) -> Stretch:
        """What somebody who has seen ``last`` has missed so far: the first events of it."""
        return await to_thread.run_sync(self._missed, last)

    async def newest(self) -> int:
        """The id of the newest event that is committed."""
        return await to_thread.run_sync(self._newest)

    def stop(self) -> None:
        """End every reader; nobody can begin any more."""
        self._stopped = True
        for reader in self._readers:
            reader.end()

    async def close(self) -> None:
        """Stop, and let go of the database."""
        self.stop()
        if self._following is not None:
            async with self._reading:  # a thread cannot be called off: it would outlive us, holding a connection
                self._following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._following
        await self._bell.close()

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
                await self._hand_out(events, list(self._readers))
            if len(events) < queries.PAGE:
                await asyncio.sleep(ROUND_SECONDS)  # a burst of commits becomes one round
                await self._bell.wait()

    async def _hand_out(self, events: Sequence[Event], readers: Sequence[Reader]) -> None:
        """One reader after the other, with a breath: hundreds of streams that all want to send now would hold up
        whoever asks for something else. Two hundred take half a second. Who joins now has joined after these.
        """
        for reader in readers:
            reader.offer(events)
            await asyncio.sleep(BREATH_SECONDS)

    def _newest(self) -> int:
        with UnitOfWork(self._database, write=False) as work:
            return queries.newest(work)

    def _after(self, last: int) -> list[Event]:
        with UnitOfWork(self._database, write=False) as work:
            return queries.after(work, last)

    def _missed(self, last: int) -> Stretch:
        with UnitOfWork(self._database, write=False) as work:
            return queries.missed(work, last)
