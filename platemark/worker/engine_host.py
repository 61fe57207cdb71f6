"""The worker's end of the engine process: start it, exchange messages with it, kill it."""

from __future__ import annotations

import contextlib
import logging
import subprocess
from collections.abc import Sequence
from multiprocessing.connection import Connection

from platemark import processes
from platemark.engines.base import TrainingWishes
from platemark.worker.messages import AskTrainer, EngineMessage, EngineProcessExited, EnginesReady, StopTask, Task

log = logging.getLogger(__name__)

ENGINE_PROCESS = processes.python_module("platemark.worker.engine_process")


class EngineHost:
    """Runs one engine process at a time. Use it from one thread; ``kill()`` the process before dropping the host."""

    def __init__(self, command: Sequence[str] = ENGINE_PROCESS) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self.engines: tuple[str, ...] = ()
        """The engines of the running process; empty until it has sent ``EnginesReady``."""
        self.jobs_at_once: dict[str, int] = {}
        """How many jobs of an engine may run at the same time, for those that limit it."""

    @property
    def connection(self) -> Connection | None:
        """The connection to wait on for messages; None while there is no process."""
        return self._connection

    def start(self) -> None:
        """Start the process unless it runs; it sends ``EnginesReady`` when its engines are loaded.

        OSError if this machine cannot start a process now.
        """
        if self._process is not None:
            return
        self._process, self._connection = processes.start_connected(self._command)

    def submit(self, task: Task) -> None:
        """Send a task. If the process has exited, ``receive`` says so."""
        self._send(task)

    def stop_task(self) -> None:
        """Ask the process to stop its current task."""
        self._send(StopTask())

    def ask_trainer(self, wishes: TrainingWishes) -> None:
        """Ask the current training task for these at its next step."""
        self._send(AskTrainer(wishes))

    def receive(self) -> EngineMessage:
        """Return the next message; blocks until there is one.

        ``EngineProcessExited`` if the process has ended; its resources are released then.
        """
        if self._connection is None:
            return EngineProcessExited()
        try:
            message: EngineMessage = self._connection.recv()
        except Exception as error:  # the process is of no further use
            if not isinstance(error, EOFError | OSError):
                log.exception("The engine process sent a message that cannot be read")
            self.kill()
            return EngineProcessExited()
        if isinstance(message, EnginesReady):
            self.engines, self.jobs_at_once = message.engines, message.jobs_at_once
        return message

    def kill(self) -> None:
        """Kill the process at once; it holds no state that could be lost."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None
        self.engines = ()

    def _send(self, message: Task | AskTrainer | StopTask) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(message)
