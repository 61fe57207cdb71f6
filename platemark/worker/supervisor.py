"""The supervisor: runs workers as child processes, restarts and wakes them, and ends them with itself."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from platemark.settings import SETTING_NAMES, Settings
from platemark.worker.maintenance import Maintenance

WORKER_PROCESS = (sys.executable, "-m", "platemark.worker.worker_process")
SHORT_LIFE_SECONDS = 10.0
"""A worker that dies sooner is restarted after a longer pause each time."""

FIRST_PAUSE_SECONDS = 0.25
MAX_PAUSE_SECONDS = 30.0
STOP_SECONDS = 10.0

log = logging.getLogger(__name__)


class Supervisor:
    """``settings.workers`` worker processes and the maintenance, from ``start()`` to ``stop()``; a context manager.

    Each worker holds the reading end of a pipe whose writing end only this process has: a byte wakes the worker, and
    the end of this process ends it, even after ``kill -9``.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        command: Sequence[str] = WORKER_PROCESS,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self._settings = settings
        self._command = command
        self._environ = {**(os.environ if environ is None else environ), **environment_of(settings)}
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._pipes: dict[int, int] = {}
        self._workers: dict[int, subprocess.Popen[bytes]] = {}
        self._threads: list[threading.Thread] = []
        self._maintenance = Maintenance(settings, self.wake)

    def start(self) -> None:
        """Start the workers and the maintenance. Returns at once; workers claim jobs when their engines are loaded."""
        for slot in range(self._settings.workers):
            thread = threading.Thread(target=self._keep_alive, args=(slot,), daemon=True)
            self._threads.append(thread)
            thread.start()
        self._maintenance.start()

    def wake(self) -> None:
        """Wake the workers; call it after the commit of the jobs that it is for. Never blocks, never fails."""
        with self._lock:
            for pipe in self._pipes.values():
                with contextlib.suppress(OSError):  # a full pipe wakes already; a new worker looks for jobs anyway
                    os.write(pipe, b"!")
        self._maintenance.check_imports()

    def stop(self, timeout: float = STOP_SECONDS) -> None:
        """Have the workers release their jobs and end; kill those that still run after ``timeout`` seconds."""
        self._stopping.set()
        deadline = time.monotonic() + timeout
        with self._lock:
            workers = list(self._workers.values())
        for worker in workers:
            worker.terminate()
        for worker in workers:
            try:
                worker.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                log.warning("Worker %s does not stop when asked; killing it", worker.pid)
                worker.kill()
        for thread in self._threads:
            thread.join()
        self._maintenance.stop()

    def pids(self) -> list[int]:
        """The process ids of the running workers."""
        with self._lock:
            return [worker.pid for worker in self._workers.values()]

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _keep_alive(self, slot: int) -> None:
        """Keep one worker running, with longer pauses while it keeps dying soon after its start."""
        pause = FIRST_PAUSE_SECONDS
        while not self._stopping.is_set():
            started_at = time.monotonic()
            worker = self._spawn(slot)
            if worker is None:
                return
            exit_code = worker.wait()
            with self._lock:
                os.close(self._pipes.pop(slot))
                del self._workers[slot]
            if self._stopping.is_set():
                return
            self._maintenance.on_worker_exit(worker.pid)
            if time.monotonic() - started_at > SHORT_LIFE_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            log.warning("Worker %s exited with code %s; restarting in %.1f s", worker.pid, exit_code, pause)
            self._stopping.wait(pause)
            pause = min(pause * 2, MAX_PAUSE_SECONDS)

    def _spawn(self, slot: int) -> subprocess.Popen[bytes] | None:
        """Start a worker; None if the supervisor is stopping."""
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        with self._lock:
            if self._stopping.is_set():
                os.close(reader)
                os.close(writer)
                return None
            command = [*self._command, str(reader)]
            worker = subprocess.Popen(command, pass_fds=[reader], env=self._environ)  # noqa: S603 - our own command
            os.close(reader)
            self._pipes[slot], self._workers[slot] = writer, worker
        return worker


def environment_of(settings: Settings) -> dict[str, str]:
    """``settings`` as the environment that ``from_environment`` reads; arguments would be visible to every user."""
    return {f"PLATEMARK_{name.upper()}": str(getattr(settings, name)) for name in SETTING_NAMES}
