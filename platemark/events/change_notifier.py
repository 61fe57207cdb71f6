"""Notifies the event feed that there may be new events, so that it need not poll the events table."""

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
RECONNECT_SECONDS = 1.0
CONNECT_SECONDS = 2
log = structlog.get_logger("platemark.events")


class ChangeNotifier(Protocol):
    """Reports commits. A report may be spurious; one that arrives before ``wait`` is not lost."""

    async def wait(self) -> None:
        """Return when something may have been committed since the previous call."""

    async def close(self) -> None:
        """Release the connection."""


def notifier_for(database: Database) -> ChangeNotifier:
    """The notifier for this kind of database."""
    url = database.engine.url
    if database.dialect == "postgresql":
        return ListenNotifier(url.set(drivername="postgresql").render_as_string(hide_password=False))
    return PollingNotifier(str(url.database))


class PollingNotifier:
    """SQLite: polls ``PRAGMA data_version``, which every commit of any process changes, ten times a second (5 µs)."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._last_version: int | None = None

    async def wait(self) -> None:
        """Return after the next poll that finds a commit."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            version = self._read_version()
            if version is None or version != self._last_version:
                self._last_version = version
                return

    async def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()

    def _read_version(self) -> int | None:
        """The database's version as this connection sees it; None if it cannot be read."""
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        except sqlite3.Error:
            return None
        return version


class ListenNotifier:
    """PostgreSQL: LISTEN on a connection of its own, with a fallback every two seconds.

    Notifications that arrive while nobody waits stay in the connection and end the next ``wait`` once: following a
    burst of commits costs one wake-up.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: AsyncConnection | None = None

    async def wait(self) -> None:
        """Return after the next notification, or after two seconds."""
        import psycopg  # installed with PostgreSQL alone

        try:
            if self._connection is None:
                self._connection = await psycopg.AsyncConnection.connect(
                    self._url, autocommit=True, connect_timeout=CONNECT_SECONDS
                )
                await self._connection.execute(f"LISTEN {CHANNEL}")
                return  # notifications sent before this are lost: something may have been committed
            async for _ in self._connection.notifies(timeout=FALLBACK_SECONDS, stop_after=1):
                pass
        except psycopg.Error as error:
            log.warning("Event notifications unavailable; reconnecting", error=type(error).__name__)
            await self.close()
            await asyncio.sleep(RECONNECT_SECONDS)

    async def close(self) -> None:
        """Close the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
