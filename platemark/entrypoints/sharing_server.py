"""The server of one of several API processes, which accept from the same socket."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection

from platemark.entrypoints.acceptor import Acceptor
from platemark.entrypoints.api import Server, build_app, build_config, shorten_turns
from platemark.entrypoints.connections import BoundedConfig, bounded
from platemark.entrypoints.pool_messages import Serving
from platemark.entrypoints.studio import connect_studio
from platemark.entrypoints.studio_link import SharedMetrics, SharedSlots, StudioLink
from platemark.garbage import never_collected
from platemark.http.app import Application
from platemark.settings import Settings
from platemark.system.job_times import JobTimes
from platemark.system.metrics import HttpMetrics

LEAVE_SECONDS = 60.0
"""How long a process that leaves waits for responses that are under way."""

LEAVE_IDLE_SECONDS = 5.0
"""How long it waits for the next, and last, request of an idle connection."""

ORPHAN_SECONDS = 2.0


def serve(settings: Settings, connection: Connection, listening: socket.socket) -> None:
    """Serve until the studio at the other end of ``connection`` asks to leave or to stop (SIGTERM), or is gone."""
    metrics = HttpMetrics()
    link = StudioLink(connection, metrics)
    with connect_studio(settings) as studio:
        with never_collected():
            studio.engines.load()
            collectors = (SharedMetrics(link, metrics), JobTimes(studio.database))
            working = replace(studio, wake=link.wake, check_imports=link.wake, collectors=collectors)
            app = build_app(working, observe=metrics, slots=SharedSlots(link, settings.max_streams))
            metrics.watch_streams(app.feed.count_subscribers)
            server = SharingServer(app, build_config(app, settings), listening, lambda: link.tell(Serving()))
        link.start(on_leave=server.leave_soon, on_orphaned=server.end_orphaned)
        shorten_turns()
        server.run(sockets=[])
    link.finish()


class SharingServer(Server):
    """A server that accepts from a socket which it shares with other processes."""

    config: BoundedConfig

    def __init__(
        self, app: Application, config: BoundedConfig, listening: socket.socket, on_serving: Callable[[], None]
    ) -> None:
        super().__init__(app, config)
        self._listening = listening
        self._on_serving = on_serving
        self._leave_requested = False
        self._left_at: float | None = None

    def leave_soon(self) -> None:
        """Accept no more, finish what is under way, and end; call it from any thread."""
        self._leave_requested = True

    def end_orphaned(self) -> None:
        """End in order, within two seconds; call it from any thread."""
        signal.setitimer(signal.ITIMER_REAL, ORPHAN_SECONDS)  # SIGALRM ends the process
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start the application, and accept connections."""
        await super().startup(sockets)
        self._listening.settimeout(0)
        self._acceptor = Acceptor(self._listening, self._make_protocol, self.server_state.connections)
        self._acceptor.start()
        self._on_serving()

    def _make_protocol(self) -> asyncio.Protocol:
        protocol: asyncio.Protocol = self.config.http_protocol_class(  # type: ignore[call-arg]
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
        return protocol

    async def on_tick(self, counter: int) -> bool:
        """End overdue connections, and leave if asked to."""
        now = asyncio.get_running_loop().time()
        if self._leave_requested and self._left_at is None:
            self._left_at = now
            self._leave()
        return await super().on_tick(counter) or self._has_left(now)

    def _leave(self) -> None:
        self._acceptor.stop()
        for connection in bounded(self.server_state.connections):
            connection.leave()
        self._feed.leave()

    def _has_left(self, now: float) -> bool:
        """Whether nothing is under way any longer, or for too long."""
        if self._left_at is None:
            return False
        for connection in bounded(self.server_state.connections):
            connection.leave()  # it may have been accepted a moment ago
            if now > self._left_at + LEAVE_IDLE_SECONDS:
                connection.close_if_idle_since(now - LEAVE_IDLE_SECONDS)
        return not self._acceptor.count() or now > self._left_at + LEAVE_SECONDS

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept no more, close the event streams, and shut down."""
        self._acceptor.stop()
        self._listening.close()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End in order at SIGTERM. The studio decides about all other signals."""
        signal.signal(signal.SIGTERM, self.handle_exit)
        yield
