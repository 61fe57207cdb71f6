"""One run of a job: forwards the engine's messages to the executor, keeps the lease alive, stops the engine in time."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from platemark.db.faults import DATABASE_UNAVAILABLE
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import PlatemarkError, Unavailable
from platemark.jobs import queue
from platemark.jobs.queue import Lease, LeaseStatus, RunOutcome
from platemark.storage.full_disk import is_full_disk
from platemark.worker.job_context import JobContext
from platemark.worker.job_executor import JobExecutor
from platemark.worker.messages import (
    CaptionFinished,
    CaptionRefused,
    EngineMessage,
    EngineProcessExited,
    EnginesReady,
    GenerationPreview,
    GenerationProgress,
    ImageFinished,
    TaskFailed,
    TaskStopped,
    TrainingFinished,
    TrainingProgress,
)
from platemark.worker.wakeup import Wakeup

STOP_GRACE_SECONDS = 10.0
PROGRESS_SECONDS = 1.0
"""A change of progress is written after this time at the latest."""

MIN_BEAT_SECONDS = 0.05
DISK_FULL = "The disk of the studio's data is full; the job waits until there is space."

STILL_WORKING = (GenerationProgress, GenerationPreview, ImageFinished, TrainingProgress, EnginesReady)
"""The messages of a task that goes on."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """How a run is to end: the queue transition that records it. Applying it again after an error is safe."""

    lease: Lease
    transition: Callable[[UnitOfWork], RunOutcome]
    image_count: int = 0
    error_code: str | None = None

    @classmethod
    def released(cls, lease: Lease) -> JobOutcome:
        """The job returns to the queue as if it had not been claimed."""
        return cls(lease, lambda work: queue.release(work, lease))

    @classmethod
    def failed(cls, lease: Lease, code: str, message: str, *, retryable: bool) -> JobOutcome:
        """The attempt failed. A full disk is not the job's fault: it waits, at no attempt."""
        if code == "storage_full":
            return cls(lease, lambda work: queue.postpone(work, lease, code, message), error_code=code)
        transition: Callable[[UnitOfWork], RunOutcome] = lambda work: queue.fail(  # noqa: E731
            work, lease, code, message, retryable=retryable
        )
        return cls(lease, transition, error_code=code)

    @classmethod
    def from_error(cls, lease: Lease, error: Exception) -> JobOutcome:
        """The attempt failed with ``error``, raised in the worker and not in the engine."""
        if isinstance(error, PlatemarkError):
            return cls.failed(lease, error.code, error.detail, retryable=isinstance(error, Unavailable))
        if is_full_disk(error):
            return cls.failed(lease, "storage_full", DISK_FULL, retryable=True)
        message = f"The job failed: {type(error).__name__}. See the log for details."
        return cls.failed(lease, "job_failed", message, retryable=True)

    @classmethod
    def lost(cls, lease: Lease) -> JobOutcome:
        """The lease was lost: nothing is written."""
        return cls(lease, lambda _work: "lost")

    def apply(self, work: UnitOfWork) -> RunOutcome:
        """Record the outcome with ``work``, in the trace of whoever requested the job."""
        work.trace_id = self.lease.trace_id
        return self.transition(work)


class JobRun:
    """One run of a claimed job. ``report_busy`` updates the worker's row with each beat.

    ``on_overdue`` is called once if the run lasts until ``overdue_at`` (monotonic seconds).
    """

    def __init__(
        self,
        context: JobContext,
        wakeup: Wakeup,
        lease: Lease,
        executor: JobExecutor,
        report_busy: Callable[[UnitOfWork], None],
        on_overdue: Callable[[], None],
        *,
        overdue_at: float,
    ) -> None:
        self._context = context
        self._host = context.host
        self._wakeup = wakeup
        self._lease = lease
        self._executor = executor
        self._report_busy = report_busy
        self._on_overdue = on_overdue
        self._overdue_at = overdue_at
        self._written_progress = 0.0
        self._beat_at = self._lease_confirmed_at = time.monotonic()
        self._outcome_when_stopped: JobOutcome | None = None
        self._stop_by: float | None = None

    def execute(self) -> JobOutcome:
        """Run the job to its end; the outcome, which is not written yet."""
        outcome = self._start()
        while outcome is None:
            woken, message_ready = self._wakeup.wait(self._seconds_until_due(), self._host.connection)
            if self._wakeup.stopping:
                outcome = self._release()
            elif message_ready:
                outcome = self._on_message(self._host.receive())
            elif self._stop_by is not None and time.monotonic() > self._stop_by:
                log.warning("The engine does not stop when asked; killing its process")
                self._host.kill()
                outcome = self._outcome_when_stopped
            if outcome is None:
                self._beat_if_due(woken=woken)
        return replace(outcome, transition=self._with_close(outcome.transition), image_count=self._executor.image_count)

    def _with_close(self, transition: Callable[[UnitOfWork], RunOutcome]) -> Callable[[UnitOfWork], RunOutcome]:
        def transition_and_close(work: UnitOfWork) -> RunOutcome:
            state = transition(work)
            if state != "lost":
                self._executor.close(work, state)
            return state

        return transition_and_close

    def _start(self) -> JobOutcome | None:
        """Start the executor; the outcome if the job ends at once."""
        try:
            if self._executor.start():
                return JobOutcome(self._lease, self._executor.complete)
        except Exception as error:
            expected = isinstance(error, (PlatemarkError, *DATABASE_UNAVAILABLE))
            log.warning("Job %s cannot start: %s", self._lease.job_id, type(error).__name__, exc_info=not expected)
            return JobOutcome.from_error(self._lease, error)
        return None

    def _on_message(self, message: EngineMessage) -> JobOutcome | None:
        """Handle a message of the engine process; the outcome if it ends the job."""
        stopping = self._stop_by is not None
        if stopping and not isinstance(message, STILL_WORKING):
            return self._outcome_when_stopped
        try:
            if self._executor.on_message(message, stopping=stopping):
                return JobOutcome(self._lease, self._executor.complete)
        except Exception as error:
            outcome = JobOutcome.from_error(self._lease, error)
            if isinstance(message, CaptionRefused):  # the engine's own reason: nothing to log here
                return outcome
            log.exception("The engine's result cannot be stored")
            if isinstance(message, TrainingFinished | CaptionFinished):  # the engine has already stopped
                return outcome
            self._stop_engine(outcome)
        match message:
            case TaskFailed(code, text, retryable):
                return self._failed(code, text, retryable=retryable)
            case EngineProcessExited():
                return self._failed("engine_lost", "The engine process ended unexpectedly.", retryable=True)
            case TaskStopped():
                return self._failed("engine_stopped", "The engine stopped without being asked to.", retryable=True)
            case _:
                pass
        return None

    def _release(self) -> JobOutcome:
        """The worker has to stop: kill the engine process and give the job back."""
        self._host.kill()
        return JobOutcome.released(self._lease)

    def _beat_if_due(self, *, woken: bool) -> None:
        """Send a beat if the interval has passed, and sooner after progress, results to write or a wake-up."""
        if time.monotonic() > self._overdue_at:
            self._overdue_at = math.inf
            self._on_overdue()
        elapsed = time.monotonic() - self._beat_at
        progressed = self._executor.progress != self._written_progress and elapsed >= PROGRESS_SECONDS
        urgent = (woken or self._executor.needs_flush) and elapsed >= MIN_BEAT_SECONDS
        if not (elapsed >= self._context.beat_seconds or progressed or urgent):
            return
        answer = self._beat()
        if answer == "ok" or self._stop_by is not None:
            return
        if answer == "lost":
            log.warning("The lease is lost, another worker has the job; dropping it")
            self._stop_engine(JobOutcome.lost(self._lease))
        else:
            self._stop_engine(self._failed("cancelled", "The job was cancelled.", retryable=False))

    def _beat(self) -> LeaseStatus:
        """Extend the lease and write what is new, in one transaction."""
        self._beat_at = time.monotonic()
        try:
            with self._context.open_work(self._lease) as work:
                answer = queue.heartbeat(
                    work, self._lease, lease_ms=self._context.lease_ms, progress=self._executor.progress
                )
                if answer != "lost":
                    self._executor.flush(work)
                self._report_busy(work)
                work.commit()
        except DATABASE_UNAVAILABLE as error:
            log.warning("Database unavailable; beat skipped: %s", type(error).__name__)
            expired = time.monotonic() - self._lease_confirmed_at > self._context.lease_seconds
            return "lost" if expired else "ok"
        except Exception as error:
            log.exception("The job's progress cannot be written")
            if self._stop_by is None:
                self._stop_engine(JobOutcome.from_error(self._lease, error))
            return "ok"
        self._lease_confirmed_at = self._beat_at
        self._written_progress = self._executor.progress
        if answer != "lost":
            self._executor.on_flushed()
        return answer

    def _stop_engine(self, outcome: JobOutcome) -> None:
        """Ask the engine to stop; ``outcome`` follows when it does, or after the grace period."""
        self._outcome_when_stopped, self._stop_by = outcome, time.monotonic() + STOP_GRACE_SECONDS
        self._host.stop_task()

    def _seconds_until_due(self) -> float:
        """Seconds until the next beat or deadline."""
        now = time.monotonic()
        due = min(self._beat_at + self._context.beat_seconds, self._overdue_at)
        if self._executor.progress != self._written_progress:
            due = min(due, self._beat_at + PROGRESS_SECONDS)
        if self._executor.needs_flush:
            due = min(due, self._beat_at + MIN_BEAT_SECONDS)
        if self._stop_by is not None:
            due = min(due, self._stop_by)
        return due - now

    def _failed(self, code: str, message: str, *, retryable: bool) -> JobOutcome:
        return JobOutcome.failed(self._lease, code, message, retryable=retryable)
