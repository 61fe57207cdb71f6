"""What tells a follower that something may have happened, so that it need not ask the events table all the time."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from typing import Protocol

import structlog

from platemark.db.engine import Database
from platemark.events.service import CHANNEL

POLL_SECONDS = 0.1
FALLBACK_SECONDS = 2.0
PAUSE_SECONDS = 1.0
log = structlog.get_logger("platemark.events")


class Bell(Protocol):
    """Rings after commits; it may ring for nothing, and a ring that comes before ``wait`` is kept for it."""

    async def wait(self) -> None:
        """Return when something may have been committed since the call before."""

    async def close(self) -> None:
        """Let go of what it holds."""


def bell_for(database: Database) -> Bell:
    """The bell that ``database`` allows."""
    url = database.engine.url
    if database.dialect == "postgresql":
        return ListeningBell(url.set(drivername="postgresql").render_as_string(hide_password=False))
    return LookingBell(str(url.database))


class LookingBell:
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


class ListeningBell:
    """PostgreSQL: LISTEN on a connection of its own, and a ring every two seconds should that be away."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._rung = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None

    async def wait(self) -> None:
        """Return after the next notification."""
        if self._listening is None:
            self._listening = asyncio.create_task(self._listen())
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(FALLBACK_SECONDS):
                await self._rung.wait()
        self._rung.clear()

    async def close(self) -> None:
        """End the connection."""
        if self._listening is not None:
            self._listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listening

    async def _listen(self) -> None:
        import psycopg  # installed with PostgreSQL alone

        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    self._rung.set()
                    async for _ in connection.notifies():
                        self._rung.set()
            except psycopg.Error as error:
                log.warning("events_not_heard", error=type(error).__name__)
            await asyncio.sleep(PAUSE_SECONDS)
