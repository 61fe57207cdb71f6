"""One worker: take a job, have it done, say how it ended; again. A single thread that never runs an engine's code.

It may be killed at any moment. What it does to rows are the transitions of ``platemark.jobs.queue``, each of them all
or nothing; bytes are kept before the row that names them.
"""

from __future__ import annotations

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Sequence
from uuid import uuid4

from platemark.db.engine import Database, connect
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import EngineImage
from platemark.jobs import generation_results, queue, workers
from platemark.jobs.queue import Lease
from platemark.jobs.workers import WorkerState
from platemark.logs import trace_context
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore, FolderBlobStore
from platemark.worker.engine_host import ENGINE_PROCESS, EngineHost
from platemark.worker.job_run import AWAY, JobOutcome, JobRun, failed, given_back
from platemark.worker.messages import EngineProcessExited
from platemark.worker.wakeup import SupervisorWakeup, ThreadWakeup

HAND_SECONDS = 0.05
"""How long a hand of several jobs should take; one that takes longer than the longest is broken up."""

LONGEST_HAND_SECONDS = 0.25
MOST_IN_HAND = 16
FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 2.0

log = logging.getLogger(__name__)

Fault = Callable[[str], None]


def run_worker(
    settings: Settings, bell_fd: int, *, engine_command: Sequence[str] = ENGINE_PROCESS, fault: Fault = lambda _: None
) -> None:
    """Work until SIGTERM, or until the other end of the pipe ``bell_fd`` is closed. Gives a job in hand back."""
    bell = SupervisorWakeup(bell_fd)
    database = connect(settings.resolved_database_url, pool_size=2)
    host = EngineHost(engine_command)
    try:
        Worker(settings, database, FolderBlobStore(settings.blobs_dir), host, bell, fault).run()
    finally:
        host.kill()
        database.dispose()


class Worker:
    """The loop. ``fault`` is called at named points, for tests that kill it there; ``name`` begins the worker's id.

    Where there may be other workers, with other engines, it takes the jobs alone that its own can do.
    """

    def __init__(
        self,
        settings: Settings,
        database: Database,
        blobs: BlobStore,
        host: EngineHost,
        bell: SupervisorWakeup | ThreadWakeup,
        fault: Fault,
        *,
        name: str = "",
    ) -> None:
        self.host = host
        self.bell = bell
        self.blobs = blobs
        self.fault = fault
        self.lease_seconds = settings.lease_seconds
        self.lease_ms = int(settings.lease_seconds * 1000)
        self.beat_seconds = min(settings.beat_seconds, settings.lease_seconds / 3)
        self.max_pixels = settings.max_image_pixels
        self.training_dir = settings.training_dir
        self._database = database
        self._machine = workers.get_host_name()
        self._id = f"{(name or self._machine)[:60]}-{os.getpid()}-{uuid4().hex[:8]}".lstrip("-._")
        self._device = settings.device
        self._queues = settings.queue_names
        self._choosy = bool(settings.queue_names or settings.broker_url)
        self._reported: tuple[WorkerState, object] | None = None
        self._reported_at = 0.0
        self._most = 1

    @property
    def engines(self) -> tuple[str, ...]:
        """The engines whose jobs it takes: those that its process has, or of these the ones in ``settings.queues``."""
        has = self.host.engines
        return tuple(name for name in has if name in self._queues) if self._queues else has

    def run(self) -> None:
        """Work until told to stop."""
        log.info("worker %s starts", self._id)
        pause = FIRST_PAUSE_SECONDS
        while not self.bell.stopping:
            self.host.start()
            try:
                hand = self._claim() if self.host.engines else []
                pause = FIRST_PAUSE_SECONDS
            except AWAY as error:
                log.warning("the database is away: %s", type(error).__name__)
                self.bell.wait(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
                continue
            if not hand:
                self._idle()
            while hand:
                hand = self.work(hand)
        self._farewell()

    def report(self, work: UnitOfWork, state: WorkerState, lease: Lease | None) -> None:
        """Say in the workers' list what this one is about; with ``work``, whose owner commits."""
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

    def open_work(self, lease: Lease | None = None) -> UnitOfWork:
        """A unit of work that may write, in the trace of the job in hand."""
        return UnitOfWork(self._database, write=True, trace_id=lease.trace_id if lease else None)

    def keep(self, image: EngineImage) -> generation_results.StoredImage:
        """Put a picture's bytes in the store."""
        return generation_results.store_image(self.blobs, image, max_pixels=self.max_pixels)

    def work(self, hand: Sequence[Lease]) -> list[Lease]:
        """Do the jobs of a hand, one after the other, and make their ends durable together; gives the next hand.

        A hand is one job, or several where the last ones took next to no time and made no picture. When it takes longer
        than expected, what is done is settled and what has not begun is given back, at no cost.
        """
        began = time.monotonic()
        waiting, ended = deque(hand), list[JobOutcome]()

        def relieve() -> None:
            rest = [*ended, *map(given_back, waiting)]
            ended.clear()
            waiting.clear()
            if rest:
                self.settle(rest, go_on=False)

        while waiting:
            lease = waiting.popleft()
            with trace_context(lease.trace_id or "", job_id=str(lease.job_id)):
                ended.append(JobRun(self, lease, relieve, relieve_at=began + LONGEST_HAND_SECONDS).go())
            if self.bell.stopping or self.host.connection is None:
                ended += map(given_back, waiting)
                waiting.clear()
        each = (time.monotonic() - began) / len(hand)
        made = any(ending.pictures for ending in ended)
        self._most = 1 if made else max(1, min(MOST_IN_HAND, int(HAND_SECONDS / max(each, 1e-6))))
        self.fault("before_complete")
        return self.settle(ended)

    def settle(self, endings: Sequence[JobOutcome], *, go_on: bool = True) -> list[Lease]:
        """Make the ends of jobs durable and, in the same transaction, take the next: each commit costs a disk's turn.

        An end that cannot be written is that job's failure and nobody else's.
        """
        try:
            return self._settle(endings, go_on=go_on)
        except Exception as error:
            if len(endings) == 1:
                log.exception("the job %s could not be finished", endings[0].lease.job_id)
                return self._settle([failed(endings[0].lease, error)], go_on=go_on)
        for ending in endings:
            self.settle([ending], go_on=False)
        return []

    def _settle(self, endings: Sequence[JobOutcome], *, go_on: bool) -> list[Lease]:
        """Try until the database is there: the token makes repeating it safe.

        Told to stop meanwhile, it gives up; the leases run out then, and the sweep decides.
        """
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                with self.open_work() as work:
                    states = [ending.write(work) for ending in endings]
                    self.fault("in_commit")
                    following = self._take(work) if go_on else []
                    work.commit()
            except AWAY as error:
                log.warning("the database is away, the end of jobs waits: %s", type(error).__name__)
                self._reported = None
                self.bell.wait(pause)
                if self.bell.stopping:
                    return []
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
            else:
                self.fault("after_commit")
                for ending, state in zip(endings, states, strict=True):
                    with trace_context(ending.lease.trace_id or "", job_id=str(ending.lease.job_id)):
                        log.info("job %s: %s", ending.lease.job_id, state)
                return following

    def _claim(self) -> list[Lease]:
        with self.open_work() as work:
            hand = self._take(work)
            work.commit()
        if hand:
            self.fault("after_claim")
        return hand

    def _take(self, work: UnitOfWork) -> list[Lease]:
        """Claim a hand, unless this worker is to stop or its engines are not there; and report where that is news."""
        if self.bell.stopping or not self.host.engines:
            return []
        engines = self.engines if self._choosy else None
        first = queue.claim(work, self._id, lease_ms=self.lease_ms, engines=engines)
        due = time.monotonic() - self._reported_at >= self.beat_seconds
        state: WorkerState = "idle" if first is None else "busy"
        if due or self._reported != (state, None if first is None else first.job_id):
            self.report(work, state, first)
        if first is None:
            return []
        return [first, *queue.claim_more(work, self._id, first, lease_ms=self.lease_ms, limit=self._most - 1)]

    def _idle(self) -> None:
        """Wait for the bell, the next report, or word from the engines: that they are ready, or gone."""
        _, answered = self.bell.wait(self.beat_seconds, self.host.connection)
        if not answered:
            return
        was_ready = bool(self.host.engines)
        if isinstance(self.host.receive(), EngineProcessExited):
            log.warning("the engine process ended while it had nothing to do")
            self.bell.wait(FIRST_PAUSE_SECONDS if was_ready else LONGEST_PAUSE_SECONDS)

    def _farewell(self) -> None:
        try:
            with self.open_work() as work:
                workers.remove(work, self._id)
                work.commit()
        except AWAY:
            log.info("worker %s could not say goodbye", self._id)
        log.info("worker %s ends", self._id)
