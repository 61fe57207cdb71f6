"""The worker's end of the engine process: start it, talk to it, end it."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection

from platemark.worker.messages import EngineMessage, EngineProcessExited, EnginesReady, StopTask, Task

ENGINE_PROCESS = (sys.executable, "-m", "platemark.worker.engine_process")


class EngineHost:
    """One engine process at a time. Call from one thread; the process must not outlive it."""

    def __init__(self, command: Sequence[str] = ENGINE_PROCESS) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self.engines: tuple[str, ...] = ()
        """The engines of the process that runs; none until it has said that it is ready."""

    @property
    def connection(self) -> Connection | None:
        """What to wait on for an answer; None while there is no process."""
        return self._connection

    def start(self) -> None:
        """Start the process where there is none; it says ``Ready`` when its engines are loaded."""
        if self._process is not None:
            return
        ours, theirs = socket.socketpair()
        with theirs:
            command = [*self._command, str(theirs.fileno())]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()])  # noqa: S603 - our own command
        self._connection = Connection(ours.detach())

    def submit(self, job: Task) -> None:
        """Hand it a job. That it is gone shows in ``receive``."""
        self._send(job)

    def stop_task(self) -> None:
        """Ask it to stop the job in hand."""
        self._send(StopTask())

    def receive(self) -> EngineMessage:
        """What it says; blocks until it does. ``Gone`` when the process has ended, which is cleaned up then."""
        if self._connection is None:
            return EngineProcessExited()
        try:
            answer: EngineMessage = self._connection.recv()
        except Exception:  # the socket's end, or what cannot be unpickled: either way there is no talking to it
            self.kill()
            return EngineProcessExited()
        if isinstance(answer, EnginesReady):
            self.engines = answer.engines
        return answer

    def kill(self) -> None:
        """End the process at once; it has nothing to lose."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None
        self.engines = ()

    def _send(self, message: Task | StopTask) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(message)
