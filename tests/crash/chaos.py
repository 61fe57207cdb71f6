"""One chaos run on one backend: jobs are added while workers are killed, stopped and cut off, until all jobs end."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from platemark.db.engine import Database, connect
from platemark.db.faults import DATABASE_UNAVAILABLE
from platemark.db.tables import JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from platemark.jobs.requests import GenerateJob
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.broker_wakeup import BrokerWakeup
from tests.crash.backends import Backend
from tests.crash.verdict import Verdict, judge
from tests.worker.fork_server import ForkServer

SWEEPER = "tests.crash.roles:sweeper"
WORKERS, SWEEPERS, ZOMBIES = 4, 2, 2
LEASE_SECONDS, BEAT_SECONDS, SWEEP_SECONDS = 2.0, 0.4, 0.5
ATTEMPTS = 60
JOBS_AHEAD, BATCH = 12, 8
DUEL_SECONDS, DUEL_LIMIT, DUELS = 10.0, 15.0, 4
"""How long the job of a duel runs, how long its worker may take to lose it, and how many duels are tried."""


@dataclass(frozen=True, slots=True)
class ChaosPlan:
    """What to do: add ``jobs``, kill ``kills`` workers that are running one, and end after ``seconds`` at most."""

    jobs: int
    kills: int
    seed: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ChaosResult:
    """What was done to the backend (``actions``, counted), the verdict, and how long it took."""

    name: str
    plan: ChaosPlan
    actions: Counter[str]
    verdict: Verdict
    seconds: float

    @property
    def failed(self) -> bool:
        """Whether a guarantee was violated, fewer workers were killed than planned, or the fence was not tried."""
        return self.verdict.violated or self.actions["kills"] < self.plan.kills or not self.actions["fenced"]


def run_chaos(backend: Backend, plan: ChaosPlan, folder: Path) -> ChaosResult:
    """Run ``plan`` on ``backend`` in ``folder``; all its processes have ended when this returns or raises."""
    with backend.database_url(folder) as url:
        settings = Settings(
            data_dir=folder / "studio",
            database_url=url,
            broker_url=backend.broker_url,
            lease_seconds=LEASE_SECONDS,
            beat_seconds=BEAT_SECONDS,
            sweep_seconds=SWEEP_SECONDS,
            log_level="info",
        )
        database = connect(url)
        fork_server = ForkServer(backend.role, SWEEPER, timeout=60, log=folder / "log")
        try:
            with _open_wakeup(settings) as wake:
                run = ChaosRun(backend, plan, settings, database, fork_server, wake, folder / "log")
                run.execute()
        finally:
            fork_server.close()
            verdict = judge(
                database,
                FolderBlobStore(settings.blobs_dir),
                {job_id: run.image_counts[job_id] for job_id in run.job_ids},
                run.cancelled,
            )
            database.dispose()
    run.actions["refused"] = (folder / "log").read_text("utf-8", "replace").count(": lost")
    return ChaosResult(backend.name, plan, run.actions, verdict, run.seconds)


@contextmanager
def _open_wakeup(settings: Settings) -> Iterator[Callable[[], None]]:
    if not settings.broker_url:
        yield lambda: None
        return
    with BrokerWakeup(settings) as wakeup:
        yield wakeup.wake


@dataclass(slots=True)
class ChaosProcess:
    """A process that the run may kill or stop, with its wake-up pipe."""

    pid: int
    pipe: int
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class HeldLease:
    """The lease of a running job: the process that holds it, and its fencing token."""

    pid: int
    token: int


@dataclass(slots=True)
class ChaosRun:
    """The run itself. Its random choices are seeded; the scheduling of processes is not."""

    backend: Backend
    plan: ChaosPlan
    settings: Settings
    database: Database
    fork_server: ForkServer
    wake: Callable[[], None]
    log: Path
    job_ids: list[UUID] = field(default_factory=list)
    cancelled: set[UUID] = field(default_factory=set)
    image_counts: dict[UUID, int] = field(default_factory=dict)
    actions: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    random: Random = field(init=False)
    workers: list[ChaosProcess] = field(init=False)
    sweepers: list[ChaosProcess] = field(init=False)

    def execute(self) -> None:
        """Run until the last job has ended or time is up; jobs are added as fast as workers are killed."""
        self.random = Random(self.plan.seed)
        self.workers = [self._spawn(self.backend.role) for _ in range(WORKERS)]
        self.sweepers = [self._spawn(SWEEPER) for _ in range(SWEEPERS)]
        for _ in range(DUELS):
            if not self.actions["fenced"]:
                self._cancel_job(self._duel())
        started_at = time.monotonic()
        while time.monotonic() - started_at < self.plan.seconds:
            time.sleep(self.random.uniform(0.05, 0.25))
            try:
                self._add_jobs()
                if self.actions["kills"] < self.plan.kills:
                    self._do_harm()
                elif len(self.job_ids) == self.plan.jobs and self._all_ended():
                    break
            except DATABASE_UNAVAILABLE:
                self.actions["own errors"] += 1  # the run's own connection was cut
        self.seconds = time.monotonic() - started_at
        for worker in self.workers + self.sweepers:
            os.close(worker.pipe)

    def _duel(self) -> UUID:
        """Stop the worker of a long job until another has the job, then continue it: only the fence refuses it.

        At any other time a late worker is refused by the job's state alone, because the job has ended or waits.
        Returns the job, which may still run.
        """
        job = self._job(f"nap {DUEL_SECONDS}", image_count=1)
        self._queue([job])
        self.wake()
        first = self._wait_for_lease(job.id)
        if first is None:
            return job.id
        time.sleep(BEAT_SECONDS / 2)  # it has written what it had to; stopped while it writes, it would stop the others
        os.killpg(first.pid, signal.SIGSTOP)
        try:
            second = self._wait_for_lease(job.id, after=first)
        finally:
            os.killpg(first.pid, signal.SIGCONT)
        while second is not None and self._lease(job.id) == second:
            refused = f"{job.id}: lost" in self.log.read_text("utf-8", "replace")
            if refused and self._lease(job.id) == second:
                self.actions["fenced"] += 1
                break
            time.sleep(0.05)
        return job.id

    def _wait_for_lease(self, job_id: UUID, *, after: HeldLease | None = None) -> HeldLease | None:
        """The first lease of the job, or the first one after ``after``; None if there is none for a long time."""
        deadline = time.monotonic() + DUEL_LIMIT
        while time.monotonic() < deadline:
            lease = self._lease(job_id)
            if lease is not None and lease != after:
                return lease
            time.sleep(0.05)
        return None

    def _lease(self, job_id: UUID) -> HeldLease | None:
        """The present lease of the job; None while it is not running."""
        running = select(JobRow.owner, JobRow.token).where(JobRow.id == job_id, JobRow.state == "running")
        with UnitOfWork(self.database, write=False) as work:
            row = work.session.execute(running).one_or_none()
        return None if row is None else HeldLease(_pid_of(row.owner or ""), row.token)

    def _add_jobs(self) -> None:
        share = (self.actions["kills"] + 1) / self.plan.kills
        target = min(self.plan.jobs, round(self.plan.jobs * share) + JOBS_AHEAD)
        while len(self.job_ids) < target:
            if self.random.random() < 0.1:
                jobs = [self._job("blank 0.005", image_count=0) for _ in range(BATCH)]  # a worker claims several
            else:
                jobs = [self._job(f"nap {self.random.uniform(0.02, 0.4):.3f}", image_count=1)]
            self._queue(jobs[: self.plan.jobs - len(self.job_ids)])
            if self.random.random() < 0.9:  # else as if the API died between commit and wake-up
                self.wake()

    def _job(self, prompt: str, *, image_count: int) -> NewJob:
        payload = GenerateJob(prompt=prompt, engine="tiny", seed=self.random.randrange(1_000_000)).payload()
        job = NewJob(kind="generate", engine="tiny", payload=payload, max_attempts=ATTEMPTS)
        self.image_counts[job.id] = image_count
        return job

    def _queue(self, jobs: list[NewJob]) -> None:
        """Queue jobs, again if the connection is cut; a stopped process that holds a lock is continued by its timer."""
        while True:
            with contextlib.suppress(*DATABASE_UNAVAILABLE):
                try:
                    with UnitOfWork(self.database, write=True) as work:
                        queue.add(work, jobs)
                        work.commit()
                except IntegrityError:
                    pass  # the commit succeeded, but the connection was cut before its answer
                self.job_ids += [job.id for job in jobs]
                return

    def _do_harm(self) -> None:
        choice = self.random.random()
        if choice < 0.55:
            self._kill_busy_worker()
        elif choice < 0.67:
            self._stop_busy_worker()
        elif choice < 0.77:
            self._cancel_job(self.random.choice(self.job_ids))
        elif choice < 0.81:
            self._kill_sweeper()
        elif choice < 0.89:
            self._kill_engine_process()
        elif action := self.backend.inject_fault(self.database, self.random):
            self.actions[action] += 1

    def _kill_busy_worker(self) -> None:
        owners = self._owners()
        victims = [worker for worker in self.workers if not worker.stopped and worker.pid in owners]
        if victims:
            self._replace(self.workers, self.random.choice(victims), self.backend.role)
            self.actions["kills"] += 1

    def _kill_engine_process(self) -> None:
        victim = self.random.choice(self.workers)
        with contextlib.suppress(OSError, ValueError):
            threads = Path(f"/proc/{victim.pid}/task").glob("*/children")
            children = [child for thread in threads for child in thread.read_text().split()]
            os.kill(int(self.random.choice(children or [""])), signal.SIGKILL)
            self.actions["engines"] += 1

    def _kill_sweeper(self) -> None:
        self._replace(self.sweepers, self.random.choice(self.sweepers), SWEEPER)
        self.actions["sweepers"] += 1

    def _stop_busy_worker(self) -> None:
        """Stop a busy worker, with or without its engine process, for longer than a lease: it returns as a zombie."""
        owners = self._owners()
        candidates = [worker for worker in self.workers if not worker.stopped and worker.pid in owners]
        if not candidates or sum(worker.stopped for worker in self.workers) >= ZOMBIES:
            return
        victim = self.random.choice(candidates)
        send = os.killpg if self.random.random() < 0.3 else os.kill
        with contextlib.suppress(ProcessLookupError):
            send(victim.pid, signal.SIGSTOP)
        victim.stopped = True
        timer = threading.Timer(LEASE_SECONDS + self.random.uniform(SWEEP_SECONDS, 2), self._continue, [victim])
        timer.daemon = True
        timer.start()
        self.actions["zombies"] += 1

    def _continue(self, zombie: ChaosProcess) -> None:
        """Called by a timer's thread: a process stopped in a transaction may block all others, this one included."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(zombie.pid, signal.SIGCONT)
        zombie.stopped = False

    def _cancel_job(self, job_id: UUID) -> None:
        with UnitOfWork(self.database, write=True) as work:
            accepted = queue.cancel(work, job_id)
            work.commit()
        if accepted:
            self.cancelled.add(job_id)
            self.actions["cancels"] += 1

    def _owners(self) -> set[int]:
        running = select(JobRow.owner).where(JobRow.state == "running")
        with UnitOfWork(self.database, write=False) as work:
            return {_pid_of(owner) for owner in work.session.scalars(running) if owner}

    def _all_ended(self) -> bool:
        unfinished = select(func.count()).where(JobRow.state.in_(("queued", "running")))
        with UnitOfWork(self.database, write=False) as work:
            return not work.session.scalar(unfinished) and not any(worker.stopped for worker in self.workers)

    def _spawn(self, role: str) -> ChaosProcess:
        reader, writer = os.pipe()
        process = ChaosProcess(self.fork_server.fork(self.settings, reader, role=role), writer)
        os.close(reader)
        return process

    def _replace(self, processes: list[ChaosProcess], victim: ChaosProcess, role: str) -> None:
        os.kill(victim.pid, signal.SIGKILL)
        self.fork_server.wait(victim.pid)
        os.close(victim.pipe)
        processes[processes.index(victim)] = self._spawn(role)


def _pid_of(owner: str) -> int:
    return int(owner.rsplit("-", 2)[1])
