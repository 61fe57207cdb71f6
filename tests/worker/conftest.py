"""A queue with real worker processes, and ways to wait for what they do."""

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
from tests.databases import empty, one_for_many, opened
from tests.worker.fork_server import ForkServer
from tests.worker.tiny_engine import TinyEngine

HERE = Path(__file__).parent
CHILD = (sys.executable, str(HERE / "tiny_child.py"))
PATIENCE = 20.0


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait for ``what``, at most twenty seconds."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.01)


def lives(pid: int) -> bool:
    """Whether the process runs; one that waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


class Child:
    """A worker without a supervisor: we hold the other end of its pipe."""

    def __init__(self, fork_server: ForkServer, settings: Settings, fault: str = "") -> None:
        reading, self.bell = os.pipe()
        self._nursery = fork_server
        self._ended: int | None = None
        self.pid = fork_server.fork(settings, reading, fault=fault)
        os.close(reading)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def status(self) -> int:
        """How it ended, once it has."""
        if self._ended is None:
            self._ended = self._nursery.status(self.pid)
        return self._ended

    def end(self) -> None:
        """Kill it, unless it has ended."""
        if self._ended is None:
            self.kill()
            self.status()
        os.close(self.bell)


class Shop:
    """The queue, as one who asks and watches."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self.settings = settings
        self.database = database

    @property
    def studio(self) -> Studio:
        """The studio of whoever asks: it has the tiny engine and wakes nobody."""
        blobs = FolderBlobStore(self.settings.blobs_dir)
        return Studio(settings=self.settings, database=self.database, blobs=blobs, engines=Engines.of([TinyEngine()]))

    def queue(self, prompt: str = "quick", *, max_attempts: int = 3, **facts: Any) -> UUID:
        request = GenerateJob(prompt=prompt, engine="tiny", seed=5, **facts)
        job = NewJob(
            kind="generate",
            engine="tiny",
            payload=request.payload(),
            max_attempts=max_attempts,
            album_id=request.album_id,
        )
        with UnitOfWork(self.database, write=True, trace_id="trace-of-the-shop") as work:
            queue.add(work, [job])
            work.commit()
        return job.id

    def do(self, act: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        with UnitOfWork(self.database, write=True) as work:
            result = act(work, *args, **facts)
            work.commit()
        return result

    def row(self, job_id: UUID) -> Row[Any]:
        with UnitOfWork(self.database, write=False) as work:
            return work.session.execute(select(*JobRow.__table__.c).where(JobRow.id == job_id)).one()

    def wait_for(self, job_id: UUID, *states: str) -> Row[Any]:
        """The job once it is in one of ``states``."""
        until(lambda: self.row(job_id).state in states, f"the job to be {' or '.join(states)}")
        return self.row(job_id)

    def let_the_lease_run_out(self, job_id: UUID) -> None:
        """As if a lease had passed since the last beat."""
        over = update(JobRow).where(JobRow.id == job_id, JobRow.state == "running")
        self.do(lambda work: work.session.execute(over.values(lease_until=shifted(db_now(), -1))))

    def events(self, job_id: UUID) -> list[str]:
        statement = select(EventRow.kind).where(EventRow.subject_id == job_id).order_by(EventRow.id)
        with UnitOfWork(self.database, write=False) as work:
            return list(work.session.scalars(statement))

    def images(self, job_id: UUID) -> list[ImageRow]:
        with UnitOfWork(self.database, write=False) as work:
            return list(work.session.scalars(select(ImageRow).where(ImageRow.job_id == job_id).order_by(ImageRow.id)))


def settings_for(url: str, data_dir: Path, lease_seconds: float = 60.0) -> Settings:
    """Settings of a studio in a hurry; by default no test waits for a lease, nor loses one on a busy machine."""
    return Settings(
        data_dir=data_dir,
        database_url=url,
        lease_seconds=lease_seconds,
        beat_seconds=0.2,
        sweep_seconds=0.2,
        log_level="warning",
    )


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Database]]:
    """A database for all tests here."""
    with one_for_many(request, tmp_path_factory) as url, opened(url) as database:
        yield url, database


@pytest.fixture(scope="session")
def house_supervisor(
    house: tuple[str, Database], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Settings, Supervisor]]:
    """A supervisor of one tiny worker that lives through all tests."""
    settings = settings_for(house[0], tmp_path_factory.mktemp("studio"))
    with Supervisor(settings, command=CHILD) as supervisor:
        yield settings, supervisor


@pytest.fixture
def supervisor(house_supervisor: tuple[Settings, Supervisor]) -> Supervisor:
    return house_supervisor[1]


@pytest.fixture
def patient(house: tuple[str, Database], house_supervisor: tuple[Settings, Supervisor]) -> Shop:
    """The queue of the supervisor that lives through all tests, emptied."""
    return Shop(house_supervisor[0], empty(house[1]))


@pytest.fixture
def shop(database: Database, database_url: str, tmp_path: Path) -> Shop:
    """A queue of its own."""
    return Shop(settings_for(database_url, tmp_path / "studio"), database)


@pytest.fixture(scope="session")
def fork_server() -> Iterator[ForkServer]:
    """Where workers come from quickly."""
    fork_server = ForkServer()
    yield fork_server
    fork_server.close()


@pytest.fixture
def start_child(shop: Shop, fork_server: ForkServer) -> Iterator[Callable[..., Child]]:
    """``start_child(fault)`` is a worker of its own; it ends with the test."""
    started: list[Child] = []

    def start_child(fault: str = "") -> Child:
        started.append(Child(fork_server, shop.settings, fault))
        return started[-1]

    yield start_child
    for child in started:
        child.end()
