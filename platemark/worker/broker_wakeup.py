"""The bell of workers elsewhere, rung through a broker: by a thread of its own, never by the request that wants it."""

from __future__ import annotations

import contextlib
import logging
import threading
from types import TracebackType
from typing import Self

from kombu import Connection

from platemark.db.engine import Database, connect
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.wakeup_outbox import mark_ready_jobs
from platemark.settings import Settings
from platemark.worker import celery_app

RING_AGAIN_SECONDS = 10.0
STOP_SECONDS = 1.0

log = logging.getLogger(__name__)


class BrokerWakeup:
    """From ``start()`` to ``stop()``; also a context manager.

    However often it is rung while the thread is busy, the bell rings once more. Every ten seconds it rings for jobs
    whose ring may have been lost. While the broker is away nobody waits and nothing fails: workers sweep.
    """

    def __init__(self, settings: Settings, *, again_seconds: float = RING_AGAIN_SECONDS) -> None:
        self._settings = settings
        self._again_seconds = again_seconds
        self._wanted = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._app = celery_app.create_app(settings.broker_url)
        self._connection: Connection | None = None
        self._away = False

    def start(self) -> None:
        """Begin; returns at once, whether there is a broker or not."""
        self._thread.start()

    def wake(self) -> None:
        """Have the bell rung soon: call it after the commit of what workers should look at. Never blocks or fails."""
        self._wanted.set()

    def stop(self) -> None:
        """End, without waiting for a broker that does not answer."""
        self._stopping = True
        self._wanted.set()
        self._thread.join(STOP_SECONDS)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _work(self) -> None:
        database = connect(self._settings.resolved_database_url, pool_size=1)
        while True:
            wanted = self._wanted.wait(self._again_seconds)
            self._wanted.clear()
            if self._stopping:
                break
            if not wanted:
                self._hang_up()  # it has not been needed for a while: brokers end connections that keep silent
            if self._mark(database) or wanted:
                self._ring()
        self._hang_up()
        database.dispose()

    def _mark(self, database: Database) -> int:
        """How many jobs want a ring; their rows say from now on that they have had it."""
        try:
            with UnitOfWork(database, write=True) as work:
                count = mark_ready_jobs(work)
                work.commit()
        except Exception as error:
            log.warning("jobs could not be looked at for a ring: %s", type(error).__name__)
            database.dispose()
            return 0
        return count

    def _ring(self) -> None:
        """On the open connection, or else on a new one: the broker may have ended the old one."""
        try:
            if self._connection is not None:
                with contextlib.suppress(Exception):
                    celery_app.publish(self._app, self._connection)
                    return
                self._hang_up()
            self._connection = celery_app.open_to_publish(self._app)
            celery_app.publish(self._app, self._connection)
        except Exception as error:
            self._hang_up()
            if not self._away:
                log.warning("the broker is away, workers find jobs by their sweeps: %s", type(error).__name__)
            self._away = True
        else:
            if self._away:
                log.warning("the broker is back")
            self._away = False

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(Exception):
                connection.release()
