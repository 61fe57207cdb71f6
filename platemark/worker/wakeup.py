"""What a worker waits on besides its engines: its supervisor's pipe and signals, or what other threads say to it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
from multiprocessing.connection import Connection, wait
from types import FrameType

LAST_WORDS_SECONDS = 2.0


class SupervisorWakeup:
    """A pipe from the supervisor: a byte means "look", its end that the supervisor is dead. SIGTERM means stop.

    ``stopping`` stays true once either has happened; after the supervisor's death the process has two seconds left.
    """

    def __init__(self, fd: int) -> None:
        self.stopping = False
        self._fd = fd
        os.set_blocking(fd, False)
        self._signalled, self._waker = socket.socketpair()
        for end in (self._signalled, self._waker):
            os.set_blocking(end.fileno(), False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us too; the supervisor decides

    def wait(self, seconds: float, answers: Connection | None = None) -> tuple[bool, bool]:
        """Wait until there is something to do: (whether it rang, whether ``answers`` has something)."""
        others = [] if answers is None else [answers]
        ready = wait([self._fd, self._signalled, *others], max(0.0, seconds))
        if self._signalled in ready:
            self._signalled.recv(4096)
        rang = self._fd in ready and self._drain()
        return rang, answers is not None and answers in ready

    def _drain(self) -> bool:
        try:
            if os.read(self._fd, 4096):
                return True
        except BlockingIOError:
            return False
        if not self.stopping:
            signal.setitimer(signal.ITIMER_REAL, LAST_WORDS_SECONDS)  # SIGALRM ends us if the database hangs
        self.stopping = True
        return False

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True


class ThreadWakeup:
    """A bell that other threads and signal handlers ring: ``ring`` means "look", ``stop`` means stop."""

    def __init__(self) -> None:
        self.stopping = False
        self._heard, self._button = socket.socketpair()
        for end in (self._heard, self._button):
            os.set_blocking(end.fileno(), False)

    def ring(self) -> None:
        """Have the worker look for jobs. Never blocks, never fails."""
        with contextlib.suppress(OSError):  # full: it rings already
            self._button.send(b"!")

    def stop(self) -> None:
        """Have the worker give its job back and end."""
        self.stopping = True
        self.ring()

    def wait(self, seconds: float, answers: Connection | None = None) -> tuple[bool, bool]:
        """Wait until there is something to do: (whether it rang, whether ``answers`` has something)."""
        ready = wait([self._heard] if answers is None else [self._heard, answers], max(0.0, seconds))
        rang = self._heard in ready
        if rang:
            self._heard.recv(4096)
        return rang, answers is not None and answers in ready
