"""Maintenance in every process of a studio: sweeps expired leases, runs scheduled tasks, executes imports.

Where it is given a way to do so, it delivers the messages of webhooks, too.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from queue import SimpleQueue
from typing import TYPE_CHECKING
from uuid import UUID

from platemark.db.engine import Database, connect
from platemark.db.faults import log_failure
from platemark.db.unit_of_work import UnitOfWork
from platemark.imports.execution.lease import has_candidates
from platemark.jobs import queue, workers
from platemark.jobs.sweep import Sweeper
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.webhooks import queries as webhooks
from platemark.worker import schedule

if TYPE_CHECKING:
    from platemark.webhooks.deliverer import Deliverer

SCHEDULE_SECONDS = 60.0
STOP_SECONDS = 2.0
Delivering = Callable[[Settings, Callable[[], None]], AbstractContextManager["Deliverer"]]
"""Opens what delivers messages; it calls the function after each attempt."""

WEBHOOK_SECONDS = 1.0
"""How often a studio with webhooks looks for something to tell them."""

log = logging.getLogger(__name__)


class Maintenance:
    """Threads from ``start()`` to ``stop()``, so that a long task, import or message delays no sweep.

    ``wake`` is called after a sweep that found ready jobs, because a worker may have missed its wake-up.
    ``delivering`` opens what delivers the messages of webhooks.
    """

    def __init__(self, settings: Settings, wake: Callable[[], None], delivering: Delivering | None = None) -> None:
        self._settings = settings
        self._wake = wake
        self._delivering = delivering
        self._stopping = threading.Event()
        self._sweep_requested = threading.Event()
        self._schedule_check_requested = threading.Event()
        self._import_check_requested = threading.Event()
        self._webhook_check_requested = threading.Event()
        self._purge_requested = False
        self._exited_workers: SimpleQueue[int] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._sweep, daemon=True),
            threading.Thread(target=self._run_scheduled_tasks, daemon=True),
            threading.Thread(target=self._run_imports, daemon=True),
        ]
        if delivering is not None:
            self._threads.append(threading.Thread(target=self._deliver_webhooks, args=(delivering,), daemon=True))

    def start(self) -> None:
        """Start the threads."""
        for thread in self._threads:
            thread.start()

    def request_purge(self) -> None:
        """Have bug reports beyond their retention deleted soon, even if that was done today. Never blocks."""
        self._purge_requested = True
        self._schedule_check_requested.set()

    def check_imports(self) -> None:
        """Have imports checked soon for requested work. Never blocks."""
        self._import_check_requested.set()

    def on_worker_exit(self, pid: int) -> None:
        """Have the runs of a dead worker process of this machine ended soon, before their leases. Never blocks."""
        self._exited_workers.put(pid)
        self._sweep_requested.set()

    def stop(self) -> None:
        """End. A step in progress is waited for briefly; what it leaves, another process does again."""
        self._stopping.set()
        self._sweep_requested.set()
        self._schedule_check_requested.set()
        self._import_check_requested.set()
        self._webhook_check_requested.set()
        for thread in self._threads:
            thread.join(STOP_SECONDS)

    def _sweep(self) -> None:
        database = connect(self._settings.resolved_database_url, pool_size=1)
        sweeper = Sweeper(database, lease_seconds=self._settings.lease_seconds)
        while not self._stopping.is_set():
            self._sweep_requested.clear()
            self._end_runs_of_exited_workers(database)
            self._sweep_once(sweeper, database)
            if not self._stopping.is_set():
                self._sweep_requested.wait(self._settings.sweep_seconds)
        database.dispose()

    def _end_runs_of_exited_workers(self, database: Database) -> None:
        """End the runs of workers that are known to be dead; if that fails, the sweep does it after their leases."""
        while not self._exited_workers.empty():
            try:
                job_ids = end_runs_of_process(database, self._exited_workers.get())
            except Exception as error:
                log_failure(log, "the jobs of a dead worker stay leased until their leases end", error)
                database.dispose()
            else:
                if job_ids:
                    log.warning("Worker died; its jobs end or return to the queue: %s", _join(job_ids))

    def _sweep_once(self, sweeper: Sweeper, database: Database) -> None:
        try:
            swept, ready = sweeper.tick()
            if swept:
                log.warning("Leases expired; their jobs end or return to the queue: %s", _join(swept))
            if ready:
                self._wake()
            sweeper.update_estimates()
        except Exception as error:
            log_failure(log, "the sweep is repeated later", error)
            database.dispose()

    def _run_scheduled_tasks(self) -> None:
        database = connect(self._settings.resolved_database_url, pool_size=1)
        while not self._stopping.is_set():
            self._schedule_check_requested.clear()
            purge_requested, self._purge_requested = self._purge_requested, False
            try:
                if purge_requested:
                    schedule.purge_bug_reports(database, self._settings)
                schedule.run_due_tasks(database, self._settings)
            except Exception as error:
                log_failure(log, "scheduled tasks are tried again later", error)
                database.dispose()
            if not self._stopping.is_set():
                self._schedule_check_requested.wait(SCHEDULE_SECONDS)
        database.dispose()

    def _run_imports(self) -> None:
        """Execute the requested imports, one after the other. If this process dies, another one resumes the import."""
        database = connect(self._settings.resolved_database_url, pool_size=2)
        while not self._stopping.is_set():
            self._import_check_requested.clear()
            try:
                executed = self._run_import(database)
            except Exception as error:
                log_failure(log, "imports are tried again later", error)
                database.dispose()
                executed = None
            if executed is None and not self._stopping.is_set():
                self._import_check_requested.wait(self._settings.sweep_seconds)
        database.dispose()

    def _run_import(self, database: Database) -> UUID | None:
        """Execute one import; its id, None where there is none. What carries imports out is loaded with the first."""
        with UnitOfWork(database, write=False) as work:
            if not has_candidates(work):
                return None
        from platemark.imports.execution.runner import Importer

        blobs = FolderBlobStore(self._settings.blobs_dir)
        return Importer(self._settings, database, blobs, stopping=self._stopping.is_set).run_next()

    def _deliver_webhooks(self, delivering: Delivering) -> None:
        """Deliver the messages of webhooks. What that takes is opened with the first webhook."""
        database = connect(self._settings.resolved_database_url, pool_size=1)
        while not self._stopping.is_set():
            self._webhook_check_requested.clear()
            try:
                self._deliver_while_any_is_on(database, delivering)
            except Exception as error:
                log_failure(log, "webhooks are tried again later", error)
                database.dispose()
            if not self._stopping.is_set():
                self._webhook_check_requested.wait(self._settings.sweep_seconds)
        database.dispose()

    def _deliver_while_any_is_on(self, database: Database, delivering: Delivering) -> None:
        if not self._is_any_webhook_on(database):
            return
        requested = self._webhook_check_requested
        with delivering(self._settings, requested.set) as deliverer:
            while not self._stopping.is_set() and self._is_any_webhook_on(database):
                requested.clear()
                deliverer.tick()
                if not self._stopping.is_set():
                    requested.wait(WEBHOOK_SECONDS)

    def _is_any_webhook_on(self, database: Database) -> bool:
        with UnitOfWork(database, write=False) as work:
            return webhooks.is_any_on(work)


def end_runs_of_process(database: Database, pid: int) -> list[UUID]:
    """End the runs of the dead worker process ``pid`` of this machine; the ids of their jobs."""
    with UnitOfWork(database, write=True) as work:
        job_ids = [
            job_id
            for worker_id in workers.list_ids(work, workers.get_host_name(), pid)
            for job_id in queue.sweep_owner(work, worker_id)
        ]
        work.commit()
    return job_ids


def _join(job_ids: list[UUID]) -> str:
    return ", ".join(map(str, job_ids))
