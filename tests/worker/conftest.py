"""A queue with real worker processes, and helpers that wait for what they do."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Row, select, update

from platemark.db.engine import Database
from platemark.db.tables import EventRow, ImageRow, JobRow
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from platemark.jobs.requests import GenerateJob
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.worker.supervisor import Supervisor
from tests.databases import empty, migrated_database_url, open_database
from tests.worker.fork_server import ForkServer
from tests.worker.tiny_engine import TinyEngine

HERE = Path(__file__).parent
WORKER_COMMAND = (sys.executable, str(HERE / "tiny_worker.py"))
TIMEOUT_SECONDS = 60.0


def wait_until(condition: Callable[[], bool], description: str) -> None:
    """Wait for a condition, at most a minute: long enough for a busy machine."""
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"timed out waiting for {description}"
        time.sleep(0.01)


def is_running(pid: int) -> bool:
    """Whether the process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def child_pids(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


class WorkerProcess:
    """A worker without a supervisor: the test holds the other end of its wake-up pipe."""

    def __init__(self, fork_server: ForkServer, settings: Settings, fault: str = "") -> None:
        reader, self.pipe = os.pipe()
        self._fork_server = fork_server
        self._exit_status: int | None = None
        self.pid = fork_server.fork(settings, reader, fault=fault)
        os.close(reader)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Wait until it has ended; its exit status."""
        if self._exit_status is None:
            self._exit_status = self._fork_server.wait(self.pid)
        return self._exit_status

    def end(self) -> None:
        """Kill it, unless it has ended."""
        if self._exit_status is None:
            self.kill()
            self.wait()
        os.close(self.pipe)


class QueueClient:
    """Adds jobs to a queue and watches what becomes of them."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self.settings = settings
        self.database = database

    @property
    def studio(self) -> Studio:
        """The studio of whoever requests something: it has the tiny engine and wakes no worker."""
        blobs = FolderBlobStore(self.settings.blobs_dir)
        return Studio(settings=self.settings, database=self.database, blobs=blobs, engines=Engines.of([TinyEngine()]))

    def new_job(self, prompt: str = "quick", *, max_attempts: int = 3, **fields: Any) -> NewJob:
        """A job for the tiny engine that is not in the queue yet."""
        request = GenerateJob(prompt=prompt, engine="tiny", seed=5, **fields)
        payload, album_id = request.payload(), request.album_id
        return NewJob(kind="generate", engine="tiny", payload=payload, max_attempts=max_attempts, album_id=album_id)

    def add_job(self, prompt: str = "quick", **options: Any) -> UUID:
        job = self.new_job(prompt, **options)
        with UnitOfWork(self.database, write=True, trace_id="trace-of-the-client") as work:
            queue.add(work, [job])
            work.commit()
        return job.id

    def commit(self, operation: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """The result of ``operation(work, …)`` in a transaction of its own."""
        with UnitOfWork(self.database, write=True) as work:
            result = operation(work, *args, **options)
            work.commit()
        return result

    def job(self, job_id: UUID) -> Row[Any]:
        with UnitOfWork(self.database, write=False) as work:
            return work.session.execute(select(*JobRow.__table__.c).where(JobRow.id == job_id)).one()

    def wait_for_state(self, job_id: UUID, *states: str) -> Row[Any]:
        """The job once it is in one of ``states``."""
        wait_until(lambda: self.job(job_id).state in states, f"the job to be {' or '.join(states)}")
        return self.job(job_id)

    def expire_lease(self, job_id: UUID) -> None:
        """As if a lease had passed since the last beat."""
        expired = update(JobRow).where(JobRow.id == job_id, JobRow.state == "running")
        self.commit(lambda work: work.session.execute(expired.values(lease_until=shifted(db_now(), -1))))

    def events(self, job_id: UUID) -> list[str]:
        statement = select(EventRow.kind).where(EventRow.subject_id == job_id).order_by(EventRow.id)
        with UnitOfWork(self.database, write=False) as work:
            return list(work.session.scalars(statement))

    def images(self, job_id: UUID) -> list[ImageRow]:
        with UnitOfWork(self.database, write=False) as work:
            return list(work.session.scalars(select(ImageRow).where(ImageRow.job_id == job_id).order_by(ImageRow.id)))


def settings_for(url: str, data_dir: Path, lease_seconds: float = 60.0) -> Settings:
    """Settings with short intervals; the lease is long, so no test waits for it or loses it on a busy machine."""
    return Settings(
        data_dir=data_dir,
        database_url=url,
        lease_seconds=lease_seconds,
        beat_seconds=0.2,
        sweep_seconds=0.2,
        log_level="warning",
    )


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def shared_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Database]]:
    """A database for all tests here."""
    with migrated_database_url(request, tmp_path_factory) as url, open_database(url) as database:
        yield url, database


@pytest.fixture(scope="module")
def shared_supervisor(
    shared_database: tuple[str, Database], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Settings, Supervisor]]:
    """A supervisor of one tiny worker for the tests of a module: its threads end before other tests run."""
    settings = settings_for(shared_database[0], tmp_path_factory.mktemp("studio"))
    with Supervisor(settings, command=WORKER_COMMAND) as supervisor:
        yield settings, supervisor


@pytest.fixture
def supervisor(shared_supervisor: tuple[Settings, Supervisor]) -> Supervisor:
    return shared_supervisor[1]


@pytest.fixture
def shared_queue_client(
    shared_database: tuple[str, Database], shared_supervisor: tuple[Settings, Supervisor]
) -> QueueClient:
    """A client of the shared supervisor's queue, emptied."""
    return QueueClient(shared_supervisor[0], empty(shared_database[1]))


@pytest.fixture
def queue_client(database: Database, database_url: str, tmp_path: Path) -> QueueClient:
    """A client of a queue of its own, without workers."""
    return QueueClient(settings_for(database_url, tmp_path / "studio"), database)


@pytest.fixture(scope="session")
def fork_server() -> Iterator[ForkServer]:
    """Forks workers, which is faster than starting them."""
    fork_server = ForkServer()
    yield fork_server
    fork_server.close()


@pytest.fixture
def start_worker(queue_client: QueueClient, fork_server: ForkServer) -> Iterator[Callable[..., WorkerProcess]]:
    """``start_worker(fault)`` starts a worker that ends with the test."""
    started: list[WorkerProcess] = []

    def start_worker(fault: str = "") -> WorkerProcess:
        started.append(WorkerProcess(fork_server, queue_client.settings, fault))
        return started[-1]

    yield start_worker
    for worker in started:
        worker.end()
