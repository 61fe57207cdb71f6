"""One attack on one backend: jobs come in, workers are killed, stopped and cut off, until all is quiet again."""

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
from platemark.db.outage import DATABASE_UNAVAILABLE
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
AHEAD, HANDFUL = 12, 8


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to hit: ``kills`` of workers that had a job in hand, among ``jobs``; at most so many seconds."""

    jobs: int
    kills: int
    seed: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done to the backend (``acts``), what became of it, and how long it took."""

    name: str
    plan: Plan
    acts: Counter[str]
    verdict: Verdict
    seconds: float

    @property
    def bad(self) -> bool:
        """Whether a promise was broken, or the attack was not what it should have been."""
        return self.verdict.broken or self.acts["kills"] < self.plan.kills


def attack(backend: Backend, plan: Plan, folder: Path) -> Outcome:
    """Attack ``backend`` in ``folder``; all processes are gone when this returns, however it does."""
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
            with _rung(settings) as ring:
                storm = Storm(backend, plan, settings, database, fork_server, ring)
                storm.rage()
        finally:
            fork_server.close()
            verdict = judge(
                database,
                FolderBlobStore(settings.blobs_dir),
                {job_id: storm.pictures[job_id] for job_id in storm.asked},
                storm.cancelled,
            )
            database.dispose()
    storm.acts["refused"] = (folder / "log").read_text("utf-8", "replace").count(": lost")
    return Outcome(backend.name, plan, storm.acts, verdict, storm.seconds)


@contextmanager
def _rung(settings: Settings) -> Iterator[Callable[[], None]]:
    if not settings.broker_url:
        yield lambda: None
        return
    with BrokerWakeup(settings) as bell:
        yield bell.wake


@dataclass(slots=True)
class Worker:
    """A process that we may harm."""

    pid: int
    bell: int
    stopped: bool = False


@dataclass(slots=True)
class Storm:
    """The attack itself. Chance is seeded; what the scheduler of this machine does is not."""

    backend: Backend
    plan: Plan
    settings: Settings
    database: Database
    fork_server: ForkServer
    ring: Callable[[], None]
    asked: list[UUID] = field(default_factory=list)
    cancelled: set[UUID] = field(default_factory=set)
    pictures: dict[UUID, int] = field(default_factory=dict)
    acts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    random: Random = field(init=False)
    workers: list[Worker] = field(init=False)
    sweepers: list[Worker] = field(init=False)

    def rage(self) -> None:
        """Until the last job is done, or time is over; jobs come in as fast as kills do, so that none hits nothing."""
        self.random = Random(self.plan.seed)
        began = time.monotonic()
        self.workers = [self._spawn(self.backend.role) for _ in range(WORKERS)]
        self.sweepers = [self._spawn(SWEEPER) for _ in range(SWEEPERS)]
        while time.monotonic() - began < self.plan.seconds:
            time.sleep(self.random.uniform(0.05, 0.25))
            try:
                self._ask()
                if self.acts["kills"] < self.plan.kills:
                    self._act()
                elif len(self.asked) == self.plan.jobs and self._quiet():
                    break
            except DATABASE_UNAVAILABLE:
                self.acts["own errors"] += 1  # our own connection was cut
        self.seconds = time.monotonic() - began
        for worker in self.workers + self.sweepers:
            os.close(worker.bell)

    def _ask(self) -> None:
        share = (self.acts["kills"] + 1) / self.plan.kills
        wanted = min(self.plan.jobs, round(self.plan.jobs * share) + AHEAD)
        while len(self.asked) < wanted:
            if self.random.random() < 0.1:
                jobs = [self._job("blank 0.005", pictures=0) for _ in range(HANDFUL)]  # a worker takes several at once
            else:
                jobs = [self._job(f"nap {self.random.uniform(0.02, 0.4):.3f}", pictures=1)]
            self._queue(jobs[: self.plan.jobs - len(self.asked)])
            if self.random.random() < 0.9:  # else whoever asked died between commit and bell
                self.ring()

    def _job(self, prompt: str, *, pictures: int) -> NewJob:
        payload = GenerateJob(prompt=prompt, engine="tiny", seed=self.random.randrange(1_000_000)).payload()
        job = NewJob(kind="generate", engine="tiny", payload=payload, max_attempts=ATTEMPTS)
        self.pictures[job.id] = pictures
        return job

    def _queue(self, jobs: list[NewJob]) -> None:
        """Queue them, however often we are cut off; whoever holds the database meanwhile is woken by a timer."""
        while True:
            with contextlib.suppress(*DATABASE_UNAVAILABLE):
                try:
                    with UnitOfWork(self.database, write=True) as work:
                        queue.add(work, jobs)
                        work.commit()
                except IntegrityError:
                    pass  # they were committed, though we were cut off before we heard
                self.asked += [job.id for job in jobs]
                return

    def _act(self) -> None:
        dice = self.random.random()
        if dice < 0.55:
            self._kill_an_owner()
        elif dice < 0.67:
            self._stop_one()
        elif dice < 0.77:
            self._cancel_one()
        elif dice < 0.81:
            self._kill_a_sweeper()
        elif dice < 0.89:
            self._kill_engines()
        elif word := self.backend.mishap(self.database, self.random):
            self.acts[word] += 1

    def _kill_an_owner(self) -> None:
        owners = self._owners()
        victims = [worker for worker in self.workers if not worker.stopped and worker.pid in owners]
        if victims:
            self._replace(self.workers, self.random.choice(victims), self.backend.role)
            self.acts["kills"] += 1

    def _kill_engines(self) -> None:
        victim = self.random.choice(self.workers)
        with contextlib.suppress(OSError, ValueError):
            threads = Path(f"/proc/{victim.pid}/task").glob("*/children")
            children = [child for thread in threads for child in thread.read_text().split()]
            os.kill(int(self.random.choice(children or [""])), signal.SIGKILL)
            self.acts["engines"] += 1

    def _kill_a_sweeper(self) -> None:
        self._replace(self.sweepers, self.random.choice(self.sweepers), SWEEPER)
        self.acts["sweepers"] += 1

    def _stop_one(self) -> None:
        """Stop an owner, with or without its engines, for longer than a lease: it comes back as a zombie."""
        owners = self._owners()
        awake = [worker for worker in self.workers if not worker.stopped and worker.pid in owners]
        if not awake or sum(worker.stopped for worker in self.workers) >= ZOMBIES:
            return
        victim = self.random.choice(awake)
        send = os.killpg if self.random.random() < 0.3 else os.kill
        with contextlib.suppress(ProcessLookupError):
            send(victim.pid, signal.SIGSTOP)
        victim.stopped = True
        wake = threading.Timer(LEASE_SECONDS + self.random.uniform(SWEEP_SECONDS, 2), self._wake, [victim])
        wake.daemon = True
        wake.start()
        self.acts["zombies"] += 1

    def _wake(self, zombie: Worker) -> None:
        """From a thread of its own: what was stopped in a transaction may hold up all the others, us included."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(zombie.pid, signal.SIGCONT)
        zombie.stopped = False

    def _cancel_one(self) -> None:
        job_id = self.random.choice(self.asked)
        with UnitOfWork(self.database, write=True) as work:
            accepted = queue.cancel(work, job_id)
            work.commit()
        if accepted:
            self.cancelled.add(job_id)
            self.acts["cancels"] += 1

    def _owners(self) -> set[int]:
        running = select(JobRow.owner).where(JobRow.state == "running")
        with UnitOfWork(self.database, write=False) as work:
            return {int(owner.rsplit("-", 2)[1]) for owner in work.session.scalars(running) if owner}

    def _quiet(self) -> bool:
        waiting = select(func.count()).where(JobRow.state.in_(("queued", "running")))
        with UnitOfWork(self.database, write=False) as work:
            return not work.session.scalar(waiting) and not any(worker.stopped for worker in self.workers)

    def _spawn(self, role: str) -> Worker:
        reading, writing = os.pipe()
        worker = Worker(self.fork_server.fork(self.settings, reading, role=role), writing)
        os.close(reading)
        return worker

    def _replace(self, among: list[Worker], victim: Worker, role: str) -> None:
        os.kill(victim.pid, signal.SIGKILL)
        self.fork_server.wait(victim.pid)
        os.close(victim.bell)
        among[among.index(victim)] = self._spawn(role)
