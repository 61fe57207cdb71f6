"""The supervisor: runs workers as child processes, restarts and wakes them, and ends them with itself."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from platemark import processes
from platemark.settings import SETTING_NAMES, Settings
from platemark.worker.maintenance import Delivering, Maintenance

WORKER_PROCESS = processes.python_module("platemark.worker.worker_process")
SHORT_LIFE_SECONDS = 10.0
"""A worker that dies sooner, or cannot be started, is started again after a longer pause each time."""

FIRST_PAUSE_SECONDS = 0.25
MAX_PAUSE_SECONDS = 30.0
STOP_SECONDS = 10.0

log = logging.getLogger(__name__)


class Supervisor:
    """``settings.workers`` worker processes and the maintenance, from ``start()`` to ``stop()``; a context manager.

    Each worker holds the reading end of a pipe whose writing end only this process has: a byte wakes the worker, and
    the end of this process ends it, even after ``kill -9``. ``delivering`` opens what delivers messages of webhooks.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        command: Sequence[str] = WORKER_PROCESS,
        environ: Mapping[str, str] | None = None,
        delivering: Delivering | None = None,
    ) -> None:
        self._settings = settings
        self._command = command
        self._environ = {**(os.environ if environ is None else environ), **environment_of(settings)}
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._pipes: dict[int, int] = {}
        self._workers: dict[int, subprocess.Popen[bytes]] = {}
        self._threads: list[threading.Thread] = []
        self._maintenance = Maintenance(settings, self.wake, delivering)

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

    def check_imports(self) -> None:
        """Have imports that were requested run soon; call it after the commit of the request. Never blocks."""
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
        """Keep one worker running, with longer pauses while it keeps dying soon after its start or cannot start."""
        pause = FIRST_PAUSE_SECONDS
        while not self._stopping.is_set():
            started_at = time.monotonic()
            ending = self._run_once(slot)
            if time.monotonic() - started_at > SHORT_LIFE_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            if not self._stopping.is_set():
                log.warning("%s; starting it again in %.1f s", ending, pause)
                self._stopping.wait(pause)
            pause = min(pause * 2, MAX_PAUSE_SECONDS)

    def _run_once(self, slot: int) -> str:
        """Run a worker until it ends; how it ended. It does not start if the supervisor is stopping."""
        try:
            worker = self._spawn(slot)
        except OSError as error:  # this machine is out of processes, memory or descriptors
            return f"A worker cannot be started ({error.strerror})"
        if worker is None:
            return "The supervisor is stopping"
        exit_code = worker.wait()
        with self._lock:
            os.close(self._pipes.pop(slot))
            del self._workers[slot]
        if not self._stopping.is_set():
            self._maintenance.on_worker_exit(worker.pid)
        return f"Worker {worker.pid} exited with code {exit_code}"

    def _spawn(self, slot: int) -> subprocess.Popen[bytes] | None:
        """Start a worker; None if the supervisor is stopping, OSError if the machine cannot start a process."""
        reader, writer = os.pipe()
        with self._lock, os.fdopen(reader, "rb"), contextlib.ExitStack() as unused:
            unused.callback(os.close, writer)
            if self._stopping.is_set():
                return None
            worker = processes.start(self._command, [reader], self._environ)
            os.set_blocking(writer, False)
            self._pipes[slot], self._workers[slot] = writer, worker
            unused.pop_all()
        return worker


def environment_of(settings: Settings) -> dict[str, str]:
    """``settings`` as the environment that ``from_environment`` reads; arguments would be visible to every user."""
    return {f"PLATEMARK_{name.upper()}": str(getattr(settings, name)) for name in SETTING_NAMES}
