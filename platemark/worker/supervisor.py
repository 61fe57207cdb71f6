"""Workers as children of this process: kept alive, woken, and ended with it, however it ends."""

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
FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 30.0
STOP_SECONDS = 10.0

log = logging.getLogger(__name__)


class Supervisor:
    """``settings.workers`` worker processes and the upkeep, from ``start()`` to ``stop()``; also a context manager.

    Each child holds the reading end of a pipe whose writing end is here alone: a byte wakes it, and the end of this
    process, even by kill -9, ends it.
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
        self._bells: dict[int, int] = {}
        self._children: dict[int, subprocess.Popen[bytes]] = {}
        self._threads: list[threading.Thread] = []
        self._maintenance = Maintenance(settings, self.wake)

    def start(self) -> None:
        """Start the workers and the upkeep. Returns at once; workers take jobs when their engines are loaded."""
        for slot in range(self._settings.workers):
            self._thread(self._tend, slot)
        self._maintenance.start()

    def wake(self) -> None:
        """Ring the workers' bell: call it after the commit of what they should look at. Never blocks, never fails."""
        with self._lock:
            for bell in self._bells.values():
                with contextlib.suppress(OSError):  # a full pipe rings already; a dead child's successor looks anyway
                    os.write(bell, b"!")
        self._maintenance.check_imports()

    def stop(self, timeout: float = STOP_SECONDS) -> None:
        """Have the workers give their jobs back and end; kill those that have not after ``timeout`` seconds."""
        self._stopping.set()
        deadline = time.monotonic() + timeout
        with self._lock:
            children = list(self._children.values())
        for child in children:
            child.terminate()
        for child in children:
            try:
                child.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                log.warning("worker %s does not stop when asked: it is killed", child.pid)
                child.kill()
        for thread in self._threads:
            thread.join()
        self._maintenance.stop()

    def pids(self) -> list[int]:
        """The process ids of the workers that live now."""
        with self._lock:
            return [child.pid for child in self._children.values()]

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _thread(self, target: object, *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _tend(self, slot: int) -> None:
        """Keep one worker alive, more patiently each time when it dies young."""
        pause = FIRST_PAUSE_SECONDS
        while not self._stopping.is_set():
            started = time.monotonic()
            child = self._spawn(slot)
            if child is None:
                return
            code = child.wait()
            with self._lock:
                os.close(self._bells.pop(slot))
                del self._children[slot]
            if self._stopping.is_set():
                return
            self._maintenance.on_worker_exit(child.pid)
            if time.monotonic() - started > SHORT_LIFE_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            log.warning("worker %s ended with %s; another starts in %.1f s", child.pid, code, pause)
            self._stopping.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    def _spawn(self, slot: int) -> subprocess.Popen[bytes] | None:
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        with self._lock:
            if self._stopping.is_set():
                os.close(reading)
                os.close(writing)
                return None
            command = [*self._command, str(reading)]
            child = subprocess.Popen(command, pass_fds=[reading], env=self._environ)  # noqa: S603 - our own command
            os.close(reading)
            self._bells[slot], self._children[slot] = writing, child
        return child


def environment_of(settings: Settings) -> dict[str, str]:
    """``settings`` as the environment that ``from_environment`` reads; not as arguments, which everyone may see."""
    return {f"PLATEMARK_{name.upper()}": str(getattr(settings, name)) for name in SETTING_NAMES}
