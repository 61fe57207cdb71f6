"""The API process's end of its socket to the studio that started it."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any
from uuid import UUID

import structlog
from prometheus_client.core import Metric
from prometheus_client.registry import Collector

from platemark.entrypoints.pool_messages import (
    AddUpMetrics,
    Answer,
    GiveSlotBack,
    Leave,
    OwnMetrics,
    TakeSlot,
    ToApiProcess,
    ToStudio,
    WakeWorkers,
)
from platemark.errors import Unavailable
from platemark.events.stream_slots import refused
from platemark.system.metrics import HttpMetrics

ANSWER_SECONDS = 5.0
log = structlog.get_logger("platemark.api")


class StudioLink:
    """Sends messages and questions to the studio; no call blocks. ``start()`` begins to receive."""

    def __init__(self, connection: Connection, metrics: HttpMetrics) -> None:
        self._connection = connection
        self._metrics = metrics
        self._outbox: SimpleQueue[ToStudio | None] = SimpleQueue()
        self._questions: dict[int, Future[Any]] = {}
        self._numbers = itertools.count(1)
        self._sender = threading.Thread(target=self._send, daemon=True)

    def start(self, *, on_leave: Callable[[], None], on_orphaned: Callable[[], None]) -> None:
        """Call ``on_leave`` when another process has taken over, ``on_orphaned`` when the studio is gone."""
        self._sender.start()
        threading.Thread(target=self._receive, args=(on_leave, on_orphaned), daemon=True).start()

    def tell(self, message: ToStudio) -> None:
        """Send a message soon."""
        self._outbox.put(message)

    def ask(self, question: Callable[[int], TakeSlot | AddUpMetrics]) -> Future[Any]:
        """The answer to the question that ``question(number)`` makes; Unavailable if the studio is gone."""
        number, answer = next(self._numbers), Future[Any]()
        self._questions[number] = answer
        self.tell(question(number))
        return answer

    def wake(self) -> None:
        """Wake the workers of the studio, and have it check for imports."""
        self.tell(WakeWorkers())

    def finish(self) -> None:
        """Say what this process has counted, and wait until that is sent."""
        self.tell(OwnMetrics(list(self._metrics.collect())))
        self._outbox.put(None)
        self._sender.join(ANSWER_SECONDS)

    def _send(self) -> None:
        while (message := self._outbox.get()) is not None:
            with contextlib.suppress(OSError):  # the studio is gone, which ``_receive`` notices
                self._connection.send(message)

    def _receive(self, on_leave: Callable[[], None], on_orphaned: Callable[[], None]) -> None:
        while True:
            try:
                message: ToApiProcess = self._connection.recv()
            except (EOFError, OSError):
                for answer in list(self._questions.values()):
                    if answer.set_running_or_notify_cancel():
                        answer.set_exception(_stopping())
                on_orphaned()
                return
            if isinstance(message, Answer):
                answer = self._questions.pop(message.question)
                if answer.set_running_or_notify_cancel():  # it may be too late
                    answer.set_result(message.value)
            elif isinstance(message, Leave):
                on_leave()
            else:
                self.tell(OwnMetrics(list(self._metrics.collect())))


class SharedSlots:
    """The slots for event streams that all API processes of the studio share."""

    def __init__(self, link: StudioLink, size: int) -> None:
        self._link = link
        self._size = size
        self._tickets = itertools.count(1)

    @asynccontextmanager
    async def hold(self, user_id: UUID | None, max_per_user: int | None) -> AsyncIterator[None]:
        """Hold a slot for the block."""
        ticket = next(self._tickets)
        try:
            refusal = await _wait(self._link.ask(lambda number: TakeSlot(number, ticket, user_id, max_per_user)))
            if refusal is not None:
                raise refused(refusal, self._size, max_per_user)
            yield
        finally:
            self._link.tell(GiveSlotBack(ticket))


class SharedMetrics(Collector):
    """The HTTP metrics of all API processes of the studio."""

    def __init__(self, link: StudioLink, own: HttpMetrics) -> None:
        self._link = link
        self._own = own

    def collect(self) -> Iterator[Metric]:
        """The sums; nothing if the studio does not answer, because a sum must not fall."""
        answer = self._link.ask(lambda number: AddUpMetrics(number, list(self._own.collect())))
        try:
            metrics: list[Metric] = answer.result(ANSWER_SECONDS)
        except (TimeoutError, Unavailable):
            log.warning("The metrics of the other API processes are not available")
            return
        yield from metrics


async def _wait(answer: Future[Any]) -> Any:
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            return await asyncio.wrap_future(answer)
    except TimeoutError:
        raise _stopping() from None


def _stopping() -> Unavailable:
    return Unavailable("stopping", "The server is shutting down.")
