"""What a worker waits on besides its engine process: its supervisor's pipe and signals, or calls from other threads."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
from multiprocessing.connection import Connection, wait
from types import FrameType
from typing import Protocol

from platemark import processes

ORPHAN_SECONDS = 2.0
"""How long a worker may live on after its supervisor has died."""


class Wakeup(Protocol):
    """Wakes a worker that waits; once ``stopping`` is true it stays true, and the worker ends."""

    stopping: bool

    def wait(self, seconds: float, messages: Connection | None = None) -> tuple[bool, bool]:
        """Wait at most ``seconds``: (whether the worker was woken to look for jobs, whether ``messages`` is ready)."""


class SupervisorWakeup:
    """A pipe from the supervisor: a byte wakes the worker, end of file means the supervisor is dead. SIGTERM stops.

    After the supervisor's death the process has two seconds left.
    """

    def __init__(self, fd: int) -> None:
        self.stopping = False
        self._fd = fd
        os.set_blocking(fd, False)
        self._signal_reader, self._signal_writer = socket.socketpair()
        for end in (self._signal_reader, self._signal_writer):
            os.set_blocking(end.fileno(), False)
        signal.set_wakeup_fd(self._signal_writer.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGTERM, self._on_sigterm)
        processes.leave_signals_to_parent()

    def wait(self, seconds: float, messages: Connection | None = None) -> tuple[bool, bool]:
        """Wait at most ``seconds``: (whether the worker was woken to look for jobs, whether ``messages`` is ready)."""
        connections = [] if messages is None else [messages]
        ready = wait([self._fd, self._signal_reader, *connections], max(0.0, seconds))
        if self._signal_reader in ready:
            self._signal_reader.recv(4096)
        woken = self._fd in ready and self._read_pipe()
        return woken, messages is not None and messages in ready

    def _read_pipe(self) -> bool:
        """Whether the pipe held a wake-up; its end begins the stop."""
        try:
            if os.read(self._fd, 4096):
                return True
        except BlockingIOError:
            return False
        if not self.stopping:
            signal.setitimer(signal.ITIMER_REAL, ORPHAN_SECONDS)  # SIGALRM ends the process if the database hangs
        self.stopping = True
        return False

    def _on_sigterm(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True


class ThreadWakeup:
    """A wake-up from other threads and signal handlers of this process: ``wake()`` and ``stop()``."""

    def __init__(self) -> None:
        self.stopping = False
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            os.set_blocking(end.fileno(), False)

    def wake(self) -> None:
        """Have the worker look for jobs. Never blocks, never fails."""
        with contextlib.suppress(OSError):  # a full buffer wakes it already
            self._writer.send(b"!")

    def stop(self) -> None:
        """Have the worker release its job and end."""
        self.stopping = True
        self.wake()

    def wait(self, seconds: float, messages: Connection | None = None) -> tuple[bool, bool]:
        """Wait at most ``seconds``: (whether the worker was woken to look for jobs, whether ``messages`` is ready)."""
        ready = wait([self._reader] if messages is None else [self._reader, messages], max(0.0, seconds))
        woken = self._reader in ready
        if woken:
            self._reader.recv(4096)
        return woken, messages is not None and messages in ready
