"""One job in a worker's hand: its engine is asked, heard and stopped, its lease is kept, whatever its kind."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.exc import InterfaceError, OperationalError

from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import PlatemarkError, Unavailable
from platemark.jobs import queue
from platemark.jobs.queue import Lease, LeaseStatus, RunOutcome
from platemark.worker.caption_executor import CaptionExecutor
from platemark.worker.generation_executor import GenerationExecutor
from platemark.worker.messages import (
    CaptionFinished,
    CaptionRefused,
    EngineMessage,
    EngineProcessExited,
    EnginesReady,
    GenerationProgress,
    ImageFinished,
    TaskFailed,
    TaskStopped,
    TrainingFinished,
    TrainingProgress,
)
from platemark.worker.training_executor import TrainingExecutor

if TYPE_CHECKING:
    from platemark.worker.loop import Worker

AWAY = (OperationalError, InterfaceError)
"""What the driver raises while the database is away, or locked for too long."""

STOP_GRACE_SECONDS = 10.0
PROGRESS_SECONDS = 1.0
BELL_SECONDS = 0.05

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """How a job is to end: the transition that says so, which may be tried again."""

    lease: Lease
    transition: Callable[[UnitOfWork], RunOutcome]
    pictures: int = 0

    def write(self, work: UnitOfWork) -> RunOutcome:
        """Say it with ``work``, in the trace of whoever asked for the job."""
        work.trace_id = self.lease.trace_id
        return self.transition(work)


def given_back(lease: Lease) -> JobOutcome:
    """The job goes back as it was."""
    return JobOutcome(lease, lambda work: queue.release(work, lease))


def failed(lease: Lease, error: Exception) -> JobOutcome:
    """The attempt failed with ``error``, here and not in the engine."""
    code, message, retryable = "job_failed", f"It failed: {type(error).__name__}. The log says more.", True
    if isinstance(error, PlatemarkError):
        code, message, retryable = error.code, error.detail, isinstance(error, Unavailable)
    return JobOutcome(lease, lambda work: queue.fail(work, lease, code, message, retryable=retryable))


class JobExecutor(Protocol):
    """What one kind of job does with its engines; ``JobRun`` keeps the lease and decides when to stop.

    ``progress`` is 0 … 1; ``needs_flush`` asks for the next beat soon. ``start`` submits work to the engines and
    ``on_message`` takes in what they send; both return whether the job is done, and what they raise fails the attempt.
    ``flush`` writes what is new with a beat, and ``on_flushed`` follows its commit. ``complete`` ends a job that is
    done; ``close`` follows any end, in its transaction, unless the lease was lost.
    """

    progress: float

    @property
    def needs_flush(self) -> bool: ...  # noqa: D102 - see above

    @property
    def pictures(self) -> int: ...  # noqa: D102 - see above

    def start(self) -> bool: ...  # noqa: D102

    def on_message(self, answer: EngineMessage, *, stopping: bool) -> bool: ...  # noqa: D102

    def flush(self, work: UnitOfWork) -> None: ...  # noqa: D102

    def on_flushed(self) -> None: ...  # noqa: D102

    def complete(self, work: UnitOfWork) -> RunOutcome: ...  # noqa: D102

    def close(self, work: UnitOfWork, state: RunOutcome) -> None: ...  # noqa: D102


KINDS: dict[str, Callable[[Worker, Lease], JobExecutor]] = {
    "generate": GenerationExecutor,
    "caption": CaptionExecutor,
    "train": TrainingExecutor,
}


class JobRun:
    """One job, from its claim to the end that is to be written; ``relieve`` is called if it lasts to ``relieve_at``."""

    def __init__(
        self, worker: Worker, lease: Lease, relieve: Callable[[], None] = lambda: None, *, relieve_at: float = math.inf
    ) -> None:
        self._worker = worker
        self._lease = lease
        self._relieve = relieve
        self._relieve_at = relieve_at
        self._doing: JobExecutor = KINDS[lease.kind](worker, lease)
        self._told = 0.0
        self._beat_at = self._held_at = time.monotonic()
        self._verdict: JobOutcome | None = None
        self._stop_by: float | None = None

    def go(self) -> JobOutcome:
        """Have the job done; how it ended, which nobody knows until it is written."""
        ending = self._begin()
        while ending is None:
            rang, answered = self._worker.bell.wait(self._patience(), self._worker.host.connection)
            if self._worker.bell.stopping:
                ending = self._give_back()
            elif answered:
                ending = self._heard(self._worker.host.receive())
            elif self._stop_by is not None and time.monotonic() > self._stop_by:
                log.warning("the engine does not stop when asked: its process is killed")
                self._worker.host.kill()
                ending = self._verdict
            if ending is None:
                self._keep_hold(rang=rang)
        return replace(ending, transition=self._closing(ending.transition), pictures=self._doing.pictures)

    def _closing(self, transition: Callable[[UnitOfWork], RunOutcome]) -> Callable[[UnitOfWork], RunOutcome]:
        def close(work: UnitOfWork) -> RunOutcome:
            state = transition(work)
            if state != "lost":
                self._doing.close(work, state)
            return state

        return close

    def _begin(self) -> JobOutcome | None:
        """Ask the engines, or end at once where that cannot be."""
        try:
            if self._doing.start():
                return JobOutcome(self._lease, self._doing.complete)
        except Exception as error:
            log.warning("the job %s cannot begin: %s", self._lease.job_id, type(error).__name__)
            return failed(self._lease, error)
        return None

    def _heard(self, answer: EngineMessage) -> JobOutcome | None:
        """What ends the job now, if anything does."""
        stopping = self._stop_by is not None
        if stopping and not isinstance(answer, GenerationProgress | ImageFinished | TrainingProgress | EnginesReady):
            return self._verdict
        try:
            if self._doing.on_message(answer, stopping=stopping):
                return JobOutcome(self._lease, self._doing.complete)
        except Exception as error:
            if isinstance(answer, CaptionRefused):  # the engine itself said why
                return failed(self._lease, error)
            log.exception("what the engine made could not be kept")
            if isinstance(answer, TrainingFinished | CaptionFinished):  # it has stopped already
                return failed(self._lease, error)
            self._ask_to_stop(failed(self._lease, error))
        match answer:
            case TaskFailed(code, message, retryable):
                return self._fail(code, message, retryable=retryable)
            case EngineProcessExited():
                return self._fail("engine_lost", "The process that ran the engine ended.", retryable=True)
            case TaskStopped():
                return self._fail("engine_stopped", "The engine stopped though nobody asked.", retryable=True)
            case _:
                pass
        return None

    def _give_back(self) -> JobOutcome:
        """We have to stop: whatever the engine does is of no use any more, the job goes back as it was."""
        self._worker.host.kill()
        return given_back(self._lease)

    def _keep_hold(self, *, rang: bool) -> None:
        """LeaseStatus where it is time: at the latest each beat, soon after progress, at once when the bell rang."""
        if time.monotonic() > self._relieve_at:
            self._relieve_at = math.inf
            self._relieve()
        since = time.monotonic() - self._beat_at
        moved = self._doing.progress != self._told and since >= PROGRESS_SECONDS
        soon = (rang or self._doing.needs_flush) and since >= BELL_SECONDS
        if not (since >= self._worker.beat_seconds or moved or soon):
            return
        answer = self._beat()
        if answer == "ok" or self._stop_by is not None:
            return
        if answer == "lost":
            log.warning("the job is somebody else's now: dropping it")
            self._ask_to_stop(JobOutcome(self._lease, lambda _work: "lost"))
        else:
            self._ask_to_stop(self._fail("cancelled", "It was cancelled.", retryable=False))

    def _beat(self) -> LeaseStatus:
        self._beat_at = time.monotonic()
        try:
            with self._worker.open_work(self._lease) as work:
                answer = queue.heartbeat(
                    work, self._lease, lease_ms=self._worker.lease_ms, progress=self._doing.progress
                )
                if answer != "lost":
                    self._doing.flush(work)
                self._worker.report(work, "busy", self._lease)
                work.commit()
        except AWAY as error:
            log.warning("the database is away, no beat: %s", type(error).__name__)
            fenced = time.monotonic() - self._held_at > self._worker.lease_seconds
            return "lost" if fenced else "ok"
        except Exception as error:
            log.exception("what the engine tells could not be written")
            if self._stop_by is None:
                self._ask_to_stop(failed(self._lease, error))
            return "ok"
        self._held_at = self._beat_at
        self._told = self._doing.progress
        if answer != "lost":
            self._doing.on_flushed()
        return answer

    def _ask_to_stop(self, verdict: JobOutcome) -> None:
        self._verdict, self._stop_by = verdict, time.monotonic() + STOP_GRACE_SECONDS
        self._worker.host.stop_task()

    def _patience(self) -> float:
        """Seconds until something is due."""
        now = time.monotonic()
        due = min(self._beat_at + self._worker.beat_seconds, self._relieve_at)
        if self._doing.progress != self._told:
            due = min(due, self._beat_at + PROGRESS_SECONDS)
        if self._doing.needs_flush:
            due = min(due, self._beat_at + BELL_SECONDS)
        if self._stop_by is not None:
            due = min(due, self._stop_by)
        return due - now

    def _fail(self, code: str, message: str, *, retryable: bool) -> JobOutcome:
        return JobOutcome(self._lease, lambda work: queue.fail(work, self._lease, code, message, retryable=retryable))
