"""The worker's loop: claim jobs, run them, record their outcomes. One thread, which never runs an engine's code.

The process may be killed at any moment. It changes rows only by the transitions of ``platemark.jobs.queue``, each of
which is atomic, and it stores bytes before the row that names them.
"""

from __future__ import annotations

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Sequence
from uuid import uuid4

from platemark.db.engine import connect
from platemark.db.faults import DATABASE_UNAVAILABLE
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import queue, workers
from platemark.jobs.queue import Lease
from platemark.jobs.workers import WorkerState
from platemark.logs import trace_context
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.engine_host import ENGINE_PROCESS, EngineHost
from platemark.worker.job_context import Fault, JobContext, no_fault
from platemark.worker.job_executor import ExecutorRegistry
from platemark.worker.job_run import JobOutcome, JobRun
from platemark.worker.messages import EngineProcessExited
from platemark.worker.wakeup import Wakeup

TARGET_BATCH_SECONDS = 0.05
"""How long a batch of several jobs should take."""

MAX_BATCH_SECONDS = 0.25
"""A batch that takes longer is broken up: finished jobs are recorded, waiting ones released."""

MAX_BATCH_SIZE = 16
NO_ANSWER = ("server_unreachable", "server_timeout")
REST_SECONDS = 30.0
"""How long a worker leaves an engine alone whose server did not answer: its other jobs wait and keep their attempts."""

FIRST_PAUSE_SECONDS = 0.1
MAX_PAUSE_SECONDS = 2.0

log = logging.getLogger(__name__)


def run_worker(
    settings: Settings,
    wakeup: Wakeup,
    executors: ExecutorRegistry,
    *,
    name: str = "",
    engine_command: Sequence[str] = ENGINE_PROCESS,
    fault: Fault = no_fault,
) -> None:
    """Work until ``wakeup.stopping``, then release the current job. ``name`` becomes the start of the worker's id."""
    database = connect(settings.resolved_database_url, pool_size=2)
    host = EngineHost(engine_command)
    try:
        context = JobContext.create(settings, database, FolderBlobStore(settings.blobs_dir), host, fault)
        Worker(settings, context, wakeup, executors, name=name).run()
    finally:
        host.kill()
        database.dispose()


class Worker:
    """The loop. Where other workers may have other engines, it claims only jobs that its own engines can do."""

    def __init__(
        self, settings: Settings, context: JobContext, wakeup: Wakeup, executors: ExecutorRegistry, *, name: str = ""
    ) -> None:
        self.wakeup = wakeup
        self._context = context
        self._host = context.host
        self._executors = executors
        self._machine = workers.get_host_name()
        self._id = f"{(name or self._machine)[:60]}-{os.getpid()}-{uuid4().hex[:8]}".lstrip("-._")
        self._device = settings.device
        self._queues = settings.queue_names
        self._claims_by_engine = bool(settings.queue_names or settings.broker_url)
        self._reported: tuple[WorkerState, object] | None = None
        self._reported_at = 0.0
        self._batch_size = 1
        self._resting: dict[str, float] = {}
        """Until when (monotonic seconds) it claims no job of an engine whose server did not answer."""

    @property
    def engines(self) -> tuple[str, ...]:
        """The engines whose jobs it claims: those of its engine process, limited to ``settings.queues`` if set."""
        engines = self._host.engines
        return tuple(name for name in engines if name in self._queues) if self._queues else engines

    def run(self) -> None:
        """Work until told to stop."""
        log.info("Worker %s started", self._id)
        pause = FIRST_PAUSE_SECONDS
        while not self.wakeup.stopping:
            batch = self._next_batch()
            if batch is None:
                self.wakeup.wait(pause)
                pause = min(pause * 2, MAX_PAUSE_SECONDS)
                continue
            pause = FIRST_PAUSE_SECONDS
            if not batch:
                self._wait_idle()
            while batch:
                batch = self.run_batch(batch)
        self._deregister()

    def run_batch(self, leases: Sequence[Lease]) -> list[Lease]:
        """Run jobs one after the other and record their outcomes in one transaction; the next batch.

        A batch is a single job, or several if the last ones took almost no time and produced no image. If it takes
        longer than expected, finished jobs are recorded and waiting ones released, at no cost in attempts.
        """
        started_at = time.monotonic()
        waiting, outcomes = deque(leases), list[JobOutcome]()

        def break_up() -> None:
            pending = [*outcomes, *map(JobOutcome.released, waiting)]
            outcomes.clear()
            waiting.clear()
            if pending:
                self.record(pending, claim_next=False)

        while waiting:
            lease = waiting.popleft()
            with trace_context(lease.trace_id or "", job_id=str(lease.job_id)):
                outcomes.append(self._run_job(lease, break_up, started_at + MAX_BATCH_SECONDS))
            if outcomes[-1].error_code in NO_ANSWER:
                self._resting[lease.engine] = time.monotonic() + REST_SECONDS
            if self.wakeup.stopping or self._host.connection is None:
                outcomes += map(JobOutcome.released, waiting)
                waiting.clear()
        self._adapt_batch_size((time.monotonic() - started_at) / len(leases), outcomes)
        self._context.fault("before_complete")
        return self.record(outcomes)

    def record(self, outcomes: Sequence[JobOutcome], *, claim_next: bool = True) -> list[Lease]:
        """Record outcomes and claim the next batch in the same transaction, because every commit costs a disk sync.

        An outcome that cannot be written fails that job and no other.
        """
        try:
            return self._record(outcomes, claim_next=claim_next)
        except Exception as error:
            if len(outcomes) == 1:
                log.exception("The outcome of job %s cannot be written", outcomes[0].lease.job_id)
                return self._record([JobOutcome.from_error(outcomes[0].lease, error)], claim_next=claim_next)
        for outcome in outcomes:
            self.record([outcome], claim_next=False)
        return []

    def _record(self, outcomes: Sequence[JobOutcome], *, claim_next: bool) -> list[Lease]:
        """Try until the database is available; the fencing token makes repeating it safe.

        If the worker is told to stop meanwhile, it gives up: the leases expire, and the sweep decides.
        """
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                with self._context.open_work() as work:
                    states = [outcome.apply(work) for outcome in outcomes]
                    self._context.fault("in_commit")
                    next_batch = self._claim_batch(work) if claim_next else []
                    work.commit()
            except DATABASE_UNAVAILABLE as error:
                log.warning("Database unavailable; outcomes are recorded when it returns: %s", type(error).__name__)
                self._reported = None
                self.wakeup.wait(pause)
                if self.wakeup.stopping:
                    return []
                pause = min(pause * 2, MAX_PAUSE_SECONDS)
            else:
                self._context.fault("after_commit")
                for outcome, state in zip(outcomes, states, strict=True):
                    with trace_context(outcome.lease.trace_id or "", job_id=str(outcome.lease.job_id)):
                        log.info("Job %s: %s", outcome.lease.job_id, state)
                return next_batch

    def _run_job(self, lease: Lease, on_overdue: Callable[[], None], overdue_at: float) -> JobOutcome:
        def report_busy(work: UnitOfWork) -> None:
            self._report(work, "busy", lease)

        executor = self._executors[lease.kind](self._context, lease)
        run = JobRun(self._context, self.wakeup, lease, executor, report_busy, on_overdue, overdue_at=overdue_at)
        return run.execute()

    def _adapt_batch_size(self, seconds_per_job: float, outcomes: Sequence[JobOutcome]) -> None:
        produced_images = any(outcome.image_count for outcome in outcomes)
        fitting = int(TARGET_BATCH_SECONDS / max(seconds_per_job, 1e-6))
        self._batch_size = 1 if produced_images else max(1, min(MAX_BATCH_SIZE, fitting))

    def _next_batch(self) -> list[Lease] | None:
        """Claim a batch, with a running engine process; None if either is not possible now."""
        try:
            self._host.start()
            return self._claim() if self._host.engines else []
        except OSError as error:  # this machine is out of processes, memory or descriptors
            log.warning("The engine process cannot be started; the worker waits: %s", error.strerror)
        except DATABASE_UNAVAILABLE as error:
            log.warning("Database unavailable; the worker waits: %s", type(error).__name__)
        return None

    def _claim(self) -> list[Lease]:
        with self._context.open_work() as work:
            batch = self._claim_batch(work)
            work.commit()
        if batch:
            self._context.fault("after_claim")
        return batch

    def _claim_batch(self, work: UnitOfWork) -> list[Lease]:
        """Claim a batch, unless the worker has to stop or its engines are not ready; report a change of state."""
        if self.wakeup.stopping or not self._host.engines:
            return []
        limits = self._host.jobs_at_once
        engines = self._willing_engines() if self._claims_by_engine or limits else None
        first = queue.claim(work, self._id, lease_ms=self._context.lease_ms, engines=engines, jobs_at_once=limits)
        report_due = time.monotonic() - self._reported_at >= self._context.beat_seconds
        state: WorkerState = "idle" if first is None else "busy"
        if report_due or self._reported != (state, None if first is None else first.job_id):
            self._report(work, state, first)
        if first is None:
            return []
        lease_ms, limit = self._context.lease_ms, 0 if first.engine in limits else self._batch_size - 1
        return [first, *queue.claim_more(work, self._id, first, lease_ms=lease_ms, limit=limit)]

    def _willing_engines(self) -> tuple[str, ...]:
        now = time.monotonic()
        return tuple(name for name in self.engines if self._resting.get(name, now) <= now)

    def _report(self, work: UnitOfWork, state: WorkerState, lease: Lease | None) -> None:
        """Update this worker's row in the list of workers; the caller commits."""
        job_id = None if lease is None else lease.job_id
        workers.report(
            work,
            self._id,
            host=self._machine,
            pid=os.getpid(),
            device=self._device,
            engines=self.engines,
            state=state,
            job_id=job_id,
        )
        self._reported, self._reported_at = (state, job_id), time.monotonic()

    def _wait_idle(self) -> None:
        """Wait for a wake-up, the next report, or a message: the engines are ready, or their process has ended."""
        _, message_ready = self.wakeup.wait(self._context.beat_seconds, self._host.connection)
        if not message_ready:
            return
        was_ready = bool(self._host.engines)
        if isinstance(self._host.receive(), EngineProcessExited):
            log.warning("The engine process ended while idle; it is started again")
            self.wakeup.wait(FIRST_PAUSE_SECONDS if was_ready else MAX_PAUSE_SECONDS)

    def _deregister(self) -> None:
        try:
            with self._context.open_work() as work:
                workers.remove(work, self._id)
                work.commit()
        except DATABASE_UNAVAILABLE:
            log.info("Database unavailable; worker %s remains listed until its heartbeat is too old", self._id)
        log.info("Worker %s stopped", self._id)
