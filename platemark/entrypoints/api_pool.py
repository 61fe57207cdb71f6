"""The API processes of one studio: started, replaced, restarted and ended; what they share is kept here."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue

import structlog
from prometheus_client.core import Metric

from platemark import processes
from platemark.entrypoints.pool_messages import (
    AddUpMetrics,
    Answer,
    GiveSlotBack,
    Leave,
    OwnMetrics,
    ReportMetrics,
    Serving,
    TakeSlot,
    ToApiProcess,
    ToStudio,
    WakeWorkers,
)
from platemark.events.stream_slots import SlotTable
from platemark.settings import Settings
from platemark.system.metric_sums import add_up, lasting
from platemark.worker.supervisor import FIRST_PAUSE_SECONDS, MAX_PAUSE_SECONDS, SHORT_LIFE_SECONDS, environment_of

API_PROCESS = processes.python_module("platemark.entrypoints.api_process")
STOP_SECONDS = 10.0
LEAVE_SECONDS = 70.0
"""A process ends by itself before that: five seconds after it has waited for what is under way."""

REPORT_SECONDS = 1.0
"""How long a process may take to report its metrics; then those of its last report count."""

log = structlog.get_logger("platemark.api")


class Ended:
    """The socket of a process has ended, and so does the process."""


@dataclass(eq=False, slots=True)
class ApiProcess:
    """A running process. ``kill_at`` is when it has to have ended."""

    process: subprocess.Popen[bytes]
    connection: Connection
    started_at: float
    serving: bool = False
    leaving: bool = False
    kill_at: float | None = None
    metrics: list[Metric] = field(default_factory=list)
    asked_at: float | None = None
    tickets: set[int] = field(default_factory=set)

    def send(self, message: ToApiProcess) -> None:
        """Send a message, unless the process is ending."""
        with suppress(OSError):
            self.connection.send(message)


@dataclass(eq=False, slots=True)
class Sum:
    """A question for the sum of all metrics, until the processes in ``missing`` have reported."""

    asker: ApiProcess
    question: int
    missing: set[ApiProcess]
    answer_at: float


class ApiPool:
    """``settings.api_processes`` processes that serve the socket ``listening``, for as long as ``run()`` runs."""

    def __init__(
        self,
        settings: Settings,
        listening: socket.socket,
        *,
        command: Sequence[str] = API_PROCESS,
    ) -> None:
        self._count = settings.api_processes
        self._environ = {**os.environ, **environment_of(settings)}
        self._command = command
        self._listening = listening
        self._inbox: SimpleQueue[tuple[ApiProcess, ToStudio | Ended] | signal.Signals] = SimpleQueue()
        self._running: list[ApiProcess] = []
        self._outdated: list[ApiProcess] = []
        self._slots = SlotTable(settings.max_streams)
        self._ended_metrics: list[Metric] = []
        self._sums: list[Sum] = []
        self._stopping = False
        self._pause = FIRST_PAUSE_SECONDS
        self._start_at = 0.0

    def run(self, wake: Callable[[], None]) -> None:
        """Serve until SIGINT or SIGTERM, and replace the processes one by one at SIGHUP.

        ``wake`` wakes the workers and the importer.
        """
        while not self._stopping or self._running:
            self._start_missing()
            self._replace_next()
            self._receive(wake)
            self._kill_overdue()
            self._answer_sums()

    @contextmanager
    def handling_signals(self) -> Iterator[None]:
        """Receive the signals of the main thread in this block, which contains ``run()``."""
        numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        handlers = {number: signal.signal(number, self.receive_signal) for number in numbers}
        try:
            yield
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)

    def receive_signal(self, number: int, _frame: object = None) -> None:
        """Do what a signal asks for: end at SIGINT and SIGTERM, replace the processes at SIGHUP."""
        self._inbox.put(signal.Signals(number))

    def pids(self) -> list[int]:
        """The process ids of the processes that serve, in the order of their start."""
        return [each.process.pid for each in list(self._running) if each.serving]

    def _receive(self, wake: Callable[[], None]) -> None:
        """Handle the next message, if one comes before something else is due."""
        try:
            item = self._inbox.get(timeout=self._seconds_until_due())
        except Empty:
            return
        if isinstance(item, signal.Signals):
            self._handle_signal(item)
        elif isinstance(item[1], WakeWorkers):
            wake()
        else:
            self._handle(*item)

    def _seconds_until_due(self) -> float | None:
        due = [each.kill_at for each in self._running if each.kill_at is not None]
        due += [each.answer_at for each in self._sums]
        if self._missing() > 0:
            due.append(self._start_at)
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _handle_signal(self, number: signal.Signals) -> None:
        if number == signal.SIGHUP:
            self._outdated = [each for each in self._running if not each.leaving]
            log.info("API processes are replaced", count=len(self._outdated))
        elif not self._stopping:
            self._stopping = True
            for each in self._running:
                each.process.terminate()
                each.kill_at = time.monotonic() + STOP_SECONDS

    def _missing(self) -> int:
        """How many processes are to be started: one more than there shall be, while one is to be replaced."""
        if self._stopping:
            return 0
        staying = sum(not each.leaving for each in self._running)
        is_leaving = staying < len(self._running)
        return self._count + bool(self._outdated and not is_leaving) - staying

    def _start_missing(self) -> None:
        while self._missing() > 0 and time.monotonic() >= self._start_at:
            try:
                self._start()
            except OSError as error:  # this machine is out of processes, memory or descriptors
                log.warning("An API process cannot be started", reason=error.strerror, pause=self._pause)
                self._wait_before_next_start()

    def _start(self) -> None:
        process, connection = processes.start_connected(self._command, self._listening.fileno(), environ=self._environ)
        started = ApiProcess(process, connection, time.monotonic())
        self._running.append(started)
        threading.Thread(target=self._read, args=(started,), daemon=True).start()

    def _wait_before_next_start(self) -> None:
        self._start_at = time.monotonic() + self._pause
        self._pause = min(self._pause * 2, MAX_PAUSE_SECONDS)

    def _read(self, sender: ApiProcess) -> None:
        """Pass on what a process sends; in a thread, because one that is stopped may have sent half a message."""
        with suppress(EOFError, OSError):
            while True:
                self._inbox.put((sender, sender.connection.recv()))
        self._inbox.put((sender, Ended()))

    def _replace_next(self) -> None:
        """Have an outdated process leave once its successor serves, and no other is leaving."""
        staying = [each for each in self._running if not each.leaving]
        if self._outdated and len(staying) > self._count and all(each.serving for each in staying):
            leaving = self._outdated.pop(0)
            leaving.leaving, leaving.kill_at = True, time.monotonic() + LEAVE_SECONDS
            leaving.send(Leave())

    def _kill_overdue(self) -> None:
        for each in self._running:
            if each.kill_at is not None and each.kill_at <= time.monotonic():
                log.warning("An API process does not end when asked; it is killed", pid=each.process.pid)
                each.process.kill()
                each.kill_at = None

    def _handle(self, sender: ApiProcess, message: ToStudio | Ended) -> None:
        match message:
            case TakeSlot(question, ticket, user_id, max_per_user):
                refusal = self._slots.take((sender, ticket), user_id, max_per_user)
                if refusal is None:
                    sender.tickets.add(ticket)
                sender.send(Answer(question, refusal))
            case GiveSlotBack(ticket):
                sender.tickets.discard(ticket)
                self._slots.give_back((sender, ticket))
            case AddUpMetrics(question, own):
                sender.metrics = own
                self._begin_sum(sender, question)
            case OwnMetrics(metrics):
                sender.metrics, sender.asked_at = metrics, None
                self._forget(sender)
            case Serving():
                sender.serving = True
                log.info("An API process serves", pid=sender.process.pid)
            case Ended():
                self._handle_end(sender)

    def _begin_sum(self, asker: ApiProcess, question: int) -> None:
        now = time.monotonic()
        others = {each for each in self._running if each is not asker and each.serving}
        for each in others:
            if each.asked_at is None:
                each.asked_at = now
                each.send(ReportMetrics())
        self._sums.append(Sum(asker, question, others, now + REPORT_SECONDS))

    def _forget(self, reported: ApiProcess) -> None:
        for each in self._sums:
            each.missing.discard(reported)

    def _answer_sums(self) -> None:
        now = time.monotonic()
        for each in [each for each in self._sums if not each.missing or each.answer_at <= now]:
            self._sums.remove(each)
            metrics = add_up([self._ended_metrics, *(other.metrics for other in self._running)])
            each.asker.send(Answer(each.question, metrics))

    def _handle_end(self, ended: ApiProcess) -> None:
        """Take over what the process counted, give back what it held, and see to its successor."""
        exit_code = ended.process.wait()
        ended.connection.close()
        self._running.remove(ended)
        if ended in self._outdated:
            self._outdated.remove(ended)
        for ticket in ended.tickets:
            self._slots.give_back((ended, ticket))
        self._ended_metrics = add_up([self._ended_metrics, lasting(ended.metrics)])
        self._forget(ended)
        if ended.leaving or self._stopping:
            log.info("An API process has ended", pid=ended.process.pid)
            return
        if time.monotonic() - ended.started_at > SHORT_LIFE_SECONDS:
            self._pause = FIRST_PAUSE_SECONDS
        log.warning(
            "An API process died; another is started", pid=ended.process.pid, exit_code=exit_code, pause=self._pause
        )
        self._wait_before_next_start()
