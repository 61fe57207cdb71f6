"""The parent's side of the picture process: starts it, sends requests, and survives its end."""

from __future__ import annotations

import contextlib
import logging
import subprocess
from collections.abc import Sequence
from multiprocessing.connection import Connection

from platemark import processes
from platemark.imports.reading.picture_files import PictureRequest
from platemark.imports.reading.picture_process import READY, Answer
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import Reason

COMMAND = processes.python_module("platemark.imports.reading.picture_process")
PROCESS_ENDED = Reason(
    "reading_ended", "The process that read it ended. The picture may be damaged, or memory ran out."
)  # fmt: skip

log = logging.getLogger(__name__)


class PictureReader:
    """Runs one picture process at a time, started by the first ``read``; call ``read`` from one thread at a time."""

    def __init__(self, source: Source, command: Sequence[str] = COMMAND) -> None:
        self._source = source
        self._command = command
        self.process: subprocess.Popen[bytes] | None = None
        self.connection: Connection | None = None
        self._stopped = False

    def read(self, requests: Sequence[PictureRequest]) -> list[Answer] | None:
        """An answer to each request; None if no process can be started here, or this reader was stopped.

        If the process ends, the requests are repeated one by one; one that ends the process again is answered with
        ``PROCESS_ENDED``.
        """
        if not self._start():
            return None
        answers = self._exchange(requests)
        if answers is not None or self._stopped:
            return answers
        if len(requests) == 1:
            log.error("The process that read a picture ended")
            return [PROCESS_ENDED]
        repeated = [self.read([it]) for it in requests]
        return None if None in repeated else [it for one in repeated if one is not None for it in one]

    def stop(self) -> None:
        """Abort the ``read`` under way and all later ones: they return None. Call it from any thread."""
        self._stopped = True
        process = self.process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process. Call it when no ``read`` is under way."""
        self._stopped = True
        self._end()

    def _start(self) -> bool:
        if self._stopped:
            return False
        if self.process is not None:
            return True
        try:
            self.process, self.connection = processes.start_connected(self._command, self._source.fileno())
        except OSError:
            log.exception("Cannot start a process to read pictures; reading in threads instead")
            return False
        if self._receive() == READY:
            return True
        self._end()
        return False

    def _exchange(self, requests: Sequence[PictureRequest]) -> list[Answer] | None:
        connection = self.connection
        with contextlib.suppress(OSError):
            if connection is not None:
                connection.send(list(requests))
        answers = self._receive()
        if isinstance(answers, list):
            return answers
        self._end()
        return None

    def _receive(self) -> object:
        try:
            return None if self.connection is None else self.connection.recv()
        except Exception as error:  # the process is of no more use
            if not isinstance(error, EOFError | OSError):
                log.exception("The process that reads pictures sent a message that cannot be read")
            return None

    def _end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        if self.connection is not None:
            self.connection.close()
        self.process = self.connection = None
