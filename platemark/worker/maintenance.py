"""What each process of a studio does beside its work: sweep leases, do duties whose time has come, run imports."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from uuid import UUID

from platemark.db.engine import Database, connect
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.execution.runner import Importer
from platemark.jobs import queue, workers
from platemark.jobs.sweep import Sweeper
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.worker import schedule

DUTY_SECONDS = 60.0
PATIENCE_SECONDS = 2.0

log = logging.getLogger(__name__)


class Maintenance:
    """Three threads from ``start()`` to ``stop()``, so that a duty or an import that takes its time holds up no sweep.

    ``wake`` is called after a sweep that found jobs ready: whoever it wakes may have missed the bell.
    """

    def __init__(self, settings: Settings, wake: Callable[[], None]) -> None:
        self._settings = settings
        self._wake = wake
        self._stopping = threading.Event()
        self._look = threading.Event()
        self._asked = threading.Event()
        self._purge_asked = False
        self._noticed = threading.Event()
        self._dead: SimpleQueue[int] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._sweep, daemon=True),
            threading.Thread(target=self._run_scheduled_tasks, daemon=True),
            threading.Thread(target=self._run_imports, daemon=True),
        ]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def purge(self) -> None:
        """Have the bug reports beyond the retention deleted soon, whether it was done today or not. Never blocks."""
        self._purge_asked = True
        self._look.set()

    def check_imports(self) -> None:
        """Someone may have asked something of an import: look soon. Never blocks."""
        self._asked.set()

    def on_worker_exit(self, pid: int) -> None:
        """A worker process of this machine is dead: end its runs soon, as they run no more. Never blocks."""
        self._dead.put(pid)
        self._noticed.set()

    def stop(self) -> None:
        """End. What is in hand is waited for, but not for long: others do it again."""
        self._stopping.set()
        self._noticed.set()
        self._look.set()
        self._asked.set()
        for thread in self._threads:
            thread.join(PATIENCE_SECONDS)

    def _sweep(self) -> None:
        database = connect(self._settings.resolved_database_url, pool_size=1)
        sweeper = Sweeper(database, lease_seconds=self._settings.lease_seconds)
        while not self._stopping.is_set():
            self._noticed.clear()
            self._end_jobs_of_dead_workers(database)
            self._sweep_once(sweeper, database)
            if not self._stopping.is_set():
                self._noticed.wait(self._settings.sweep_seconds)
        database.dispose()

    def _end_jobs_of_dead_workers(self, database: Database) -> None:
        """End the runs of workers that are known to be dead; where that fails, their leases run out and say so."""
        while not self._dead.empty():
            try:
                ended = end_jobs_of_process(database, self._dead.get())
            except Exception as error:
                log.warning("the runs of a dead worker wait for their leases to end: %s", type(error).__name__)
                database.dispose()
            else:
                if ended:
                    log.warning("runs ended whose worker died: %s", ", ".join(map(str, ended)))

    def _sweep_once(self, sweeper: Sweeper, database: Database) -> None:
        try:
            swept, ready = sweeper.tick()
        except Exception as error:
            log.warning("the sweep failed and will be tried again: %s", type(error).__name__)
            database.dispose()
            return
        if swept:
            log.warning("runs ended whose workers were gone: %s", ", ".join(map(str, swept)))
        if ready:
            self._wake()

    def _run_scheduled_tasks(self) -> None:
        database = connect(self._settings.resolved_database_url, pool_size=1)
        while not self._stopping.is_set():
            self._look.clear()
            asked, self._purge_asked = self._purge_asked, False
            try:
                if asked:
                    schedule.purge_bug_reports(database, self._settings)
                schedule.run_due_tasks(database, self._settings)
            except Exception as error:
                log.warning("duties wait, the database is away: %s", type(error).__name__)
                database.dispose()
            if not self._stopping.is_set():
                self._look.wait(DUTY_SECONDS)
        database.dispose()

    def _run_imports(self) -> None:
        """Run what was asked of imports, one after the other; whoever is killed at it is followed by whoever looks."""
        database = connect(self._settings.resolved_database_url, pool_size=2)
        blobs = FolderBlobStore(self._settings.blobs_dir)
        importer = Importer(self._settings, database, blobs, stopping=self._stopping.is_set)
        while not self._stopping.is_set():
            self._asked.clear()
            try:
                done = importer.run_next()
            except Exception as error:
                log.warning("imports wait, the database is away: %s", type(error).__name__)
                database.dispose()
                done = None
            if done is None and not self._stopping.is_set():
                self._asked.wait(self._settings.sweep_seconds)
        database.dispose()


def end_jobs_of_process(database: Database, pid: int) -> list[UUID]:
    """End what the worker process ``pid`` of this machine, which is dead, had in hand; the jobs' ids."""
    with UnitOfWork(database, write=True) as work:
        ended = [
            job_id
            for owner in workers.list_ids(work, workers.get_host_name(), pid)
            for job_id in queue.sweep_owner(work, owner)
        ]
        work.commit()
    return ended
