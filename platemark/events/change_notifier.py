"""What tells a follower that something may have happened, so that it need not ask the events table all the time."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING, Protocol

import structlog

from platemark.db.engine import Database
from platemark.events.service import CHANNEL

if TYPE_CHECKING:
    from psycopg import AsyncConnection

POLL_SECONDS = 0.1
FALLBACK_SECONDS = 2.0
PAUSE_SECONDS = 1.0
CONNECT_SECONDS = 2
log = structlog.get_logger("platemark.events")


class ChangeNotifier(Protocol):
    """Rings after commits; it may ring for nothing, and a ring that comes before ``wait`` is kept for it."""

    async def wait(self) -> None:
        """Return when something may have been committed since the call before."""

    async def close(self) -> None:
        """Let go of what it holds."""


def notifier_for(database: Database) -> ChangeNotifier:
    """The bell that ``database`` allows."""
    url = database.engine.url
    if database.dialect == "postgresql":
        return ListenNotifier(url.set(drivername="postgresql").render_as_string(hide_password=False))
    return PollingNotifier(str(url.database))


class PollingNotifier:
    """SQLite: a number that changes with every commit of any process is looked at a few times a second (5 µs)."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._seen: int | None = None

    async def wait(self) -> None:
        """Return after the next look that finds a commit."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            version = self._version()
            if version is None or version != self._seen:
                self._seen = version
                return

    async def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()

    def _version(self) -> int | None:
        """The database's version as this connection sees it; None: cannot tell."""
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        except sqlite3.Error:
            return None
        return version


class ListenNotifier:
    """PostgreSQL: LISTEN on a connection of its own, and a ring every two seconds should that be away.

    What is said while nobody waits stays with the connection and rings once: following a burst costs one wake-up.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: AsyncConnection | None = None

    async def wait(self) -> None:
        """Return after the next notification."""
        import psycopg  # installed with PostgreSQL alone

        try:
            if self._connection is None:
                self._connection = await psycopg.AsyncConnection.connect(
                    self._url, autocommit=True, connect_timeout=CONNECT_SECONDS
                )
                await self._connection.execute(f"LISTEN {CHANNEL}")
                return  # whatever was said before this is not heard
            async for _ in self._connection.notifies(timeout=FALLBACK_SECONDS, stop_after=1):
                pass
        except psycopg.Error as error:
            log.warning("events_not_heard", error=type(error).__name__)
            await self.close()
            await asyncio.sleep(PAUSE_SECONDS)

    async def close(self) -> None:
        """End the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
