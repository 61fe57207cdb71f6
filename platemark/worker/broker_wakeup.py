"""Wakes the workers on other machines through the broker, from a thread of its own and never from a request."""

from __future__ import annotations

import contextlib
import logging
import threading
from types import TracebackType
from typing import Self

from kombu import Connection

from platemark.db.engine import Database, connect
from platemark.db.faults import log_failure
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.wakeup_outbox import mark_ready_jobs
from platemark.settings import Settings
from platemark.worker import celery_app

REPEAT_SECONDS = 10.0
STOP_SECONDS = 1.0

log = logging.getLogger(__name__)


class BrokerWakeup:
    """Publishes wake-ups from ``start()`` to ``stop()``; also a context manager.

    Calls of ``wake()`` while the thread is busy become one more wake-up. Every ``repeat_seconds`` it publishes again
    for jobs whose wake-up may have been lost. While the broker is unavailable nothing blocks or fails: workers find
    their jobs at the next sweep.
    """

    def __init__(self, settings: Settings, *, repeat_seconds: float = REPEAT_SECONDS) -> None:
        self._settings = settings
        self._repeat_seconds = repeat_seconds
        self._requested = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._app = celery_app.create_app(settings.broker_url)
        self._connection: Connection | None = None
        self._broker_unavailable = False

    def start(self) -> None:
        """Start the thread; returns at once, whether there is a broker or not."""
        self._thread.start()

    def wake(self) -> None:
        """Request a wake-up; call it after the commit of the jobs that it is for. Never blocks, never fails."""
        self._requested.set()

    def stop(self) -> None:
        """End, without waiting for a broker that does not answer."""
        self._stopping = True
        self._requested.set()
        self._thread.join(STOP_SECONDS)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        database = connect(self._settings.resolved_database_url, pool_size=1)
        while True:
            requested = self._requested.wait(self._repeat_seconds)
            self._requested.clear()  # before the jobs are marked: a later request gets a pass of its own
            if self._stopping:
                break
            if not requested:
                self._disconnect()  # unused for a while, and brokers close idle connections
            if self._mark_ready_jobs(database) or requested:
                self._publish()
        self._disconnect()
        database.dispose()

    def _mark_ready_jobs(self, database: Database) -> int:
        """How many ready jobs had no recent wake-up; they are marked as having one."""
        try:
            with UnitOfWork(database, write=True) as work:
                count = mark_ready_jobs(work)
                work.commit()
        except Exception as error:
            log_failure(log, "ready jobs are marked for a wake-up later", error)
            database.dispose()
            return 0
        return count

    def _publish(self) -> None:
        """Publish a wake-up on the open connection, or on a new one if the broker has closed that."""
        try:
            if self._connection is not None:
                with contextlib.suppress(Exception):
                    celery_app.publish_wakeup(self._app, self._connection)
                    return
                self._disconnect()
            self._connection = celery_app.create_publisher_connection(self._app)
            celery_app.publish_wakeup(self._app, self._connection)
        except Exception as error:
            self._disconnect()
            if not isinstance(error, celery_app.broker_errors(self._app)):
                log.exception("Unexpected error; workers find jobs at their next sweep")
                return
            if not self._broker_unavailable:
                log.warning("Broker unavailable; workers find jobs at their next sweep: %s", type(error).__name__)
            self._broker_unavailable = True
        else:
            if self._broker_unavailable:
                log.warning("Broker available again")
            self._broker_unavailable = False

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(Exception):
                connection.release()
