"""Accepts connections from a socket on which several processes listen, so that each gets its share of them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Collection

import structlog

MAX_WAIT_MS = 5
CONNECTIONS_PER_EXTRA = 8
REST_SECONDS = 1.0
log = structlog.get_logger("platemark.api")


class Acceptor:
    """Accepts from ``start()`` to ``stop()``; each connection gets a protocol, which joins ``connections``.

    The kernel tells every process of a new connection, and the first to accept gets it. Without more, that is the one
    that happens to be awake. So a process waits before it accepts, by a millisecond for each doubling of the
    connections that it has: who has fewer of them comes first. Who has many takes several at a time.
    """

    def __init__(
        self,
        listening: socket.socket,
        make_protocol: Callable[[], asyncio.Protocol],
        connections: Collection[object],
    ) -> None:
        self._listening = listening
        self._make_protocol = make_protocol
        self._connections = connections
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin to accept, or go on."""
        self._timer = None
        self._loop.add_reader(self._listening, self._on_readable)

    def stop(self) -> None:
        """Accept no more; the other processes get what comes."""
        self._loop.remove_reader(self._listening)
        if self._timer is not None:
            self._timer.cancel()

    def count(self) -> int:
        """The connections that there are, and those that are about to be."""
        return len(self._connections) + len(self._tasks)

    def _on_readable(self) -> None:
        wait_ms = min(self.count().bit_length(), MAX_WAIT_MS)
        if wait_ms == 0:
            self._accept()
        else:
            self._pause(wait_ms / 1000, self._accept_and_go_on)

    def _pause(self, seconds: float, then: Callable[[], None]) -> None:
        self._loop.remove_reader(self._listening)
        self._timer = self._loop.call_later(seconds, then)

    def _accept_and_go_on(self) -> None:
        self.start()
        self._accept()

    def _accept(self) -> None:
        for _ in range(1 + self.count() // CONNECTIONS_PER_EXTRA):
            try:
                connection, _ = self._listening.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):  # another process has it, or nobody
                return
            except OSError as error:  # this process is out of descriptors, or the machine of memory
                log.warning("Connections cannot be accepted", reason=error.strerror)
                self._pause(REST_SECONDS, self.start)
                return
            task = self._loop.create_task(self._serve(connection))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(0)
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            await self._loop.connect_accepted_socket(self._make_protocol, connection)
        except OSError:  # the client is gone
            connection.close()
