"""Events leave from ASGI as server-sent events: a stream holds no thread, and ends when its caller does.

The operation answers like any other: who asks, what is asked and the headers are proven on the way. Then this takes
over the body: what was missed, ``ready``, and what happens from then on.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, MutableMapping
from typing import Any

import anyio
import msgspec
import structlog
from sqlalchemy.exc import SQLAlchemyError

from generated.base import EventStream
from platemark.errors import Forbidden, Unauthenticated, Unavailable
from platemark.events.feed import Feed, Reader
from platemark.events.queries import PAGE, Event
from platemark.http.contract import Contract, Place
from platemark.http.exchange import Exchange, exchange_of
from platemark.http.problems import HttpProblem
from platemark.studio import Studio

ASGI = Callable[[Any, Any, Any], Awaitable[None]]
Message = MutableMapping[str, Any]
Write = Callable[[bytes], Awaitable[None]]
OPERATION = "streamEvents"
MEDIA_TYPE = "text/event-stream"
BEAT_SECONDS = 15.0
COME_BACK = b"retry: 1000\n\n"
RETRY_AFTER = {"Retry-After": "5"}
REMEMBERED = 4000
MARKS = ("ready", "gap")
log = structlog.get_logger("platemark.http")


class Streams:
    """ASGI middleware around the application: an answer with a stream in its exchange is sent from here."""

    def __init__(self, app: ASGI, contract: Contract, feed: Feed, studio: Studio) -> None:
        self._app = app
        self._feed = feed
        self._clock = studio.clock
        self._check_seconds = studio.settings.stream_check_seconds
        self._frames = Frames(event_place(contract))

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        """Let the application answer; take over its headers where it answered with a stream."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = exchange_of(scope)
        start: Message = {}

        async def hold(message: Message) -> None:
            if exchange.stream is None:
                await send(message)
            elif message["type"] == "http.response.start":
                start.update(message)

        await self._app(scope, receive, hold)
        if exchange.stream is None:
            return
        start["headers"] = [(name, value) for name, value in start["headers"] if name != b"content-length"]
        if scope["method"] == "HEAD":
            await send(start)
            await send({"type": "http.response.body", "body": b""})
            return
        await self._serve(exchange, exchange.stream, start, receive, send)

    async def _serve(self, exchange: Exchange, stream: EventStream, start: Message, receive: Any, send: Any) -> None:
        async def write(data: bytes) -> None:
            await send({"type": "http.response.body", "body": data, "more_body": True})

        async with self._reader(exchange) as reader, anyio.create_task_group() as tasks:
            reader.on_cut = leave = tasks.cancel_scope.cancel
            tasks.start_soon(_until_gone, receive, leave)
            await send(start)
            try:
                await self._tell(exchange, stream, reader, write)
            except SQLAlchemyError as error:
                log.warning("stream_broken_off", error=type(error).__name__)
            await send({"type": "http.response.body", "body": b""})
            leave()

    @contextlib.asynccontextmanager
    async def _reader(self, exchange: Exchange) -> AsyncIterator[Reader]:
        try:
            async with self._feed.reader(exchange.actor) as reader:
                yield reader
        except Unavailable as error:
            raise HttpProblem(503, error.detail, code=error.code, headers=RETRY_AFTER) from None

    async def _tell(self, exchange: Exchange, stream: EventStream, reader: Reader, write: Write) -> None:
        """Send everything, until the reader is at an end or the caller may have no more."""
        header = exchange.parameters.get("Last-Event-ID")
        last = stream.after if header is None else int(header)
        await write(COME_BACK)
        async for events in self._missed(reader, last):
            await write(self._frames.of(events, stream))
        if not reader.ended:
            await write(self._frames.of([self._mark("ready", reader.seen)], stream))
            await self._follow(exchange, stream, reader, write)

    async def _follow(self, exchange: Exchange, stream: EventStream, reader: Reader, write: Write) -> None:
        """Send what happens, as it happens."""
        clock = asyncio.get_running_loop().time
        sent = clock()
        checked = sent - self._check_seconds * random.random()  # noqa: S311 - so that they do not all look at once
        while not reader.ended:
            events = await reader.take(max(0.0, min(sent + BEAT_SECONDS, checked + self._check_seconds) - clock()))
            if events:
                await write(self._frames.of(events, stream))
                sent = clock()
            elif clock() >= sent + BEAT_SECONDS:
                await write(b": still here\nid: %d\n\n" % max(reader.position, reader.seen))
                sent = clock()
            if clock() >= checked + self._check_seconds:
                if not await _still_welcome(exchange, reader):
                    return
                checked = clock()

    async def _missed(self, reader: Reader, last: int | None) -> AsyncIterator[list[Event]]:
        """What came after ``last`` (None: nothing), as far as they may see it; at a gap, that alone. Then it is live.

        The table is read until its end is near; only then does the reader begin to gather what comes, so that nobody
        is cut off for having missed much.
        """
        while last is not None and not reader.ended:
            stretch = await self._feed.missed(last)
            if not stretch.complete:
                break
            if stretch.events:
                reader.seen = last = stretch.events[-1].id
            if shown := [event for event in stretch.events if event.is_for(reader.actor)]:
                yield shown
            if reader.live and not stretch.events:
                return
            if len(stretch.events) < PAGE:
                reader.live, reader.seen = True, last
        if reader.ended:
            return
        reader.live = True
        reader.seen = await self._feed.newest()
        if last is not None:
            yield [self._mark("gap", reader.seen)]

    def _mark(self, kind: str, position: int) -> Event:
        return Event(position, kind, None, self._clock())


class Frames:
    """Events as the stream says them, each proven against the contract and encoded once for all who get it."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._made: dict[int, bytes] = {}

    def of(self, events: Iterable[Event], stream: EventStream) -> bytes:
        """The messages, one after the other; what the contract does not tell of is left out."""
        return b"".join(self._frame(event, stream) for event in events)

    def _frame(self, event: Event, stream: EventStream) -> bytes:
        if event.kind in MARKS:
            return self._encoded(event, stream)
        found = self._made.get(event.id)
        if found is None:
            if len(self._made) >= REMEMBERED:
                self._made.clear()
            found = self._made[event.id] = self._encoded(event, stream)
        return found

    def _encoded(self, event: Event, stream: EventStream) -> bytes:
        """The message; none for an event that the contract does not have, or that is not as the contract says."""
        try:
            model = stream.say(event)
        except Exception:  # a row that nobody can read must not end the streams, now and at each return
            log.exception("event_unreadable", event_id=event.id, kind=event.kind)
            return b""
        if model is None:
            return b""
        value = msgspec.to_builtins(model)
        if findings := self._place.findings(value, ""):
            log.error("event_breaks_the_contract", event_id=event.id, kind=event.kind, findings=str(findings[:5]))
            return b""
        return b"id: %d\nevent: %s\ndata: %s\n\n" % (event.id, event.kind.encode("ascii"), msgspec.json.encode(value))


async def _still_welcome(exchange: Exchange, reader: Reader) -> bool:
    """Whether the caller may have the stream still; what they may see follows the role that they have by now."""
    assert exchange.ask_again is not None
    try:
        reader.actor = await exchange.ask_again()
    except (Unauthenticated, Forbidden):
        return False
    except SQLAlchemyError as error:
        log.warning("caller_not_checked", error=type(error).__name__)
    return True


async def _until_gone(receive: Any, leave: Callable[[], None]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    leave()


def event_place(contract: Contract) -> Place:
    """What the contract says of the JSON in a message's data."""
    message = contract.rules[OPERATION].answers[200].media[MEDIA_TYPE]
    assert message is not None
    return contract.place(message.schema["properties"]["data"]["contentSchema"])
