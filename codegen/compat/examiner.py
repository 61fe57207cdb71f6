"""Asks each question in a child process with limits: some have no end, and some would end the process that asks."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any

from codegen.compat.inclusion import Answer

LIMIT_SECONDS = 20.0
TOTAL_SECONDS = 900.0
ROOT = Path(__file__).resolve().parents[2]


class Examiner:
    """A child process that answers whether one schema lies within another; it is started with the first question.

    A question that takes longer than `limit_seconds` of computing, or that ends the child, is answered "unknown". The
    next one gets another child. After `total_seconds` by the clock from the first question on, every further one is
    "unknown" at once, so that no contract can hold a run. `accepted` are the hashes of the pairs that a person
    answered; see accepted.py.
    """

    def __init__(
        self,
        accepted: frozenset[str] = frozenset(),
        limit_seconds: float = LIMIT_SECONDS,
        total_seconds: float = TOTAL_SECONDS,
    ) -> None:
        self.accepted = accepted
        self._limit = limit_seconds
        self._total = total_seconds
        self._ends_at: float | None = None
        self._child: tuple[subprocess.Popen[bytes], Connection] | None = None

    def __enter__(self) -> Examiner:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def ask(self, narrow: Any, wide: Any) -> Answer:
        """Whether every value of `narrow` is one of `wide`."""
        if self._ends_at is None:
            self._ends_at = time.monotonic() + self._total
        left = self._ends_at - time.monotonic()
        if left <= 0:
            return Answer("unknown", f"all questions together took longer than {self._total:g} seconds")
        _, connection = self._child or self._start()
        try:
            connection.send((narrow, wide))
            if connection.poll(left):
                answer: Answer = connection.recv()
                return answer
            why = f"no answer within {self._total:g} seconds"
        except (EOFError, OSError, RecursionError):
            why = "the algebra failed: too deep or too large"
        if self._end() == -signal.SIGPROF:
            why = f"no answer within {self._limit:g} seconds of computing"
        return Answer("unknown", why)

    def _start(self) -> tuple[subprocess.Popen[bytes], Connection]:
        ours, theirs = Pipe()
        command = [sys.executable, "-m", "codegen.compat.answering", str(theirs.fileno())]
        process = subprocess.Popen(command, cwd=ROOT, pass_fds=[theirs.fileno()])
        theirs.close()
        ours.send((self.accepted, self._limit))
        self._child = process, ours
        return self._child

    def _end(self) -> int | None:
        """End the child; its exit status, or the number of the signal that ended it, negative. None without a child."""
        if self._child is None:
            return None
        process, connection = self._child
        self._child = None
        connection.close()
        process.kill()
        return process.wait()
