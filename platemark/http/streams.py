"""Event streams: server-sent events, sent so that a stream occupies no thread.

The operation runs like any other: caller, parameters and response headers are validated. Then the body is sent from the
event loop: the events that the client missed, ``ready``, and live events until the client disconnects.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any

import anyio
import msgspec
import structlog
from sqlalchemy.exc import SQLAlchemyError

from generated import headers
from generated.base import EventStream
from platemark.access import Actor
from platemark.errors import Forbidden, Unauthenticated, Unavailable
from platemark.events.feed import Feed, Subscriber
from platemark.events.queries import PAGE_SIZE, Event
from platemark.http.contract import CompiledSchema, Contract
from platemark.http.problems import RETRY_SOON, HttpProblem
from platemark.http.reply import wait_for_disconnect
from platemark.http.request import Request
from platemark.http.responses import EncodedResponse
from platemark.studio import Studio

Write = Callable[[bytes], Awaitable[None]]
Reauthenticate = Callable[[], Awaitable[Actor]]
HEARTBEAT_SECONDS = 15.0
RETRY_HINT = b"retry: 1000\n\n"
MAX_CACHED_FRAMES = 4000
CONTROL_EVENTS = ("ready", "gap")
log = structlog.get_logger("platemark.http")


class EventStreams:
    """Sends the event streams of a process."""

    def __init__(self, contract: Contract, feed: Feed, studio: Studio) -> None:
        self._feed = feed
        self._clock = studio.clock
        self._check_seconds = studio.settings.stream_check_seconds
        self._max_per_user = studio.settings.max_streams_per_user
        self._frames = {
            operation_id: EventFrames(contract.compile(schema))
            for operation_id, schema in contract.event_schemas().items()
        }

    async def serve(
        self,
        request: Request,
        response: EncodedResponse,
        stream: EventStream,
        reauthenticate: Reauthenticate,
        receive: Any,
        send: Any,
    ) -> None:
        """Send the events to the caller of ``request`` until they disconnect or lose access.

        ``reauthenticate`` raises what authentication raised at the start: Unauthenticated or Forbidden.
        """
        start = {"type": "http.response.start", "status": response.status, "headers": response.raw_headers()}

        async def write(data: bytes) -> None:
            await send({"type": "http.response.body", "body": data, "more_body": True})

        async with self._subscriber(request) as subscriber, anyio.create_task_group() as tasks:
            subscriber.on_overflow = cancel = tasks.cancel_scope.cancel
            tasks.start_soon(_cancel_on_disconnect, receive, cancel)
            await send(start)
            try:
                frames = self._frames[request.operation_id or ""]
                await self._send_events(request, stream, frames, reauthenticate, subscriber, write)
            except SQLAlchemyError as error:
                log.warning("Event stream ended: database unavailable", error=type(error).__name__)
            await send({"type": "http.response.body", "body": b""})
            cancel()

    @contextlib.asynccontextmanager
    async def _subscriber(self, request: Request) -> AsyncIterator[Subscriber]:
        try:
            async with self._feed.subscribe(request.actor, max_per_user=self._max_per_user) as subscriber:
                yield subscriber
        except Unavailable as error:
            raise HttpProblem(503, error.detail, code=error.code, headers=RETRY_SOON) from None

    async def _send_events(
        self,
        request: Request,
        stream: EventStream,
        frames: EventFrames,
        reauthenticate: Reauthenticate,
        subscriber: Subscriber,
        write: Write,
    ) -> None:
        """Send missed and live events until the subscriber ends or the caller loses access."""
        header = request.server_side.get(headers.LAST_EVENT_ID)
        last_id = stream.after if header is None else int(header)
        await write(RETRY_HINT)
        async for events in self._missed_events(subscriber, last_id):
            await write(frames.encode(events, stream))
        if not subscriber.closed:
            await write(frames.encode([self._control_event("ready", subscriber.last_seen_id)], stream))
            await self._send_live_events(stream, frames, reauthenticate, subscriber, write)

    async def _send_live_events(
        self,
        stream: EventStream,
        frames: EventFrames,
        reauthenticate: Reauthenticate,
        subscriber: Subscriber,
        write: Write,
    ) -> None:
        """Send events as they happen, heartbeats in between; check the caller's access now and then."""
        clock = asyncio.get_running_loop().time
        sent = clock()
        checked = sent - self._check_seconds * random.random()  # noqa: S311 - spreads the checks of many streams
        while not subscriber.closed:
            due = min(sent + HEARTBEAT_SECONDS, checked + self._check_seconds)
            events = await subscriber.receive(max(0.0, due - clock()))
            if events:
                await write(frames.encode(events, stream))
                sent = clock()
            elif clock() >= sent + HEARTBEAT_SECONDS:
                await write(b": heartbeat\nid: %d\n\n" % max(subscriber.position, subscriber.last_seen_id))
                sent = clock()
            if clock() >= checked + self._check_seconds:
                if not await _reauthorize(reauthenticate, subscriber):
                    return
                checked = clock()

    async def _missed_events(self, subscriber: Subscriber, last_id: int | None) -> AsyncIterator[list[Event]]:
        """Yield the events after ``last_id`` (None: none) that the caller may see, then make the subscriber live.

        If some of them are no longer stored, a ``gap`` event takes their place. The subscriber starts to queue live
        events only near the end of the table, so that a client with much to catch up on is not cut off.
        """
        while last_id is not None and not subscriber.closed:
            batch = await self._feed.list_missed(last_id)
            if not batch.complete:
                break
            if batch.events:
                subscriber.last_seen_id = last_id = batch.events[-1].id
            if visible := [event for event in batch.events if event.is_visible_to(subscriber.actor)]:
                yield visible
            if subscriber.live and not batch.events:
                return
            if len(batch.events) < PAGE_SIZE:
                subscriber.live, subscriber.last_seen_id = True, last_id
        if subscriber.closed:
            return
        subscriber.live = True
        subscriber.last_seen_id = await self._feed.get_newest_id()
        if last_id is not None:
            yield [self._control_event("gap", subscriber.last_seen_id)]

    def _control_event(self, kind: str, position: int) -> Event:
        return Event(position, kind, None, self._clock())


class EventFrames:
    """Encodes events as server-sent events, validated against the contract and cached for all clients."""

    def __init__(self, schema: CompiledSchema) -> None:
        self._schema = schema
        self._cache: dict[int, bytes] = {}

    def encode(self, events: Iterable[Event], stream: EventStream) -> bytes:
        """The messages one after the other, without events that the contract does not have."""
        return b"".join(self._frame(event, stream) for event in events)

    def _frame(self, event: Event, stream: EventStream) -> bytes:
        if event.kind in CONTROL_EVENTS:
            return self._encode(event, stream)
        frame = self._cache.get(event.id)
        if frame is None:
            if len(self._cache) >= MAX_CACHED_FRAMES:
                self._cache.clear()
            frame = self._cache[event.id] = self._encode(event, stream)
        return frame

    def _encode(self, event: Event, stream: EventStream) -> bytes:
        """The message; empty for an event that the contract does not have, or that does not match its schema."""
        try:
            return self._message(event, stream)
        except Exception:  # an unreadable row must not end the streams, now and after each reconnect
            log.exception("Event skipped: it cannot be converted", event_id=event.id, kind=event.kind)
            return b""

    def _message(self, event: Event, stream: EventStream) -> bytes:
        model = stream.to_model(event)
        if model is None:
            return b""
        value = msgspec.to_builtins(model)
        if findings := self._schema.findings(value, ""):
            log.error(
                "Event skipped: it breaks the contract",
                event_id=event.id,
                kind=event.kind,
                findings=str(findings[:5]),
            )
            return b""
        return b"id: %d\nevent: %s\ndata: %s\n\n" % (event.id, event.kind.encode("ascii"), msgspec.json.encode(value))


async def _reauthorize(reauthenticate: Reauthenticate, subscriber: Subscriber) -> bool:
    """Whether the caller may still read the stream; the subscriber's actor gets the caller's present role."""
    try:
        subscriber.actor = await reauthenticate()
    except (Unauthenticated, Forbidden):
        return False
    except SQLAlchemyError as error:
        log.warning("Access of an event stream not checked: database unavailable", error=type(error).__name__)
    return True


async def _cancel_on_disconnect(receive: Any, cancel: Callable[[], None]) -> None:
    await wait_for_disconnect(receive)
    cancel()
