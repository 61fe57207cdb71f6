"""A worker's loop in the test's own process, with a scripted engine process and a database that can be unavailable."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select, update
from sqlalchemy.exc import OperationalError

from platemark.db.engine import Database
from platemark.db.tables import ImageRow, JobRow
from platemark.db.types import EPOCH
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import EngineImage
from platemark.jobs import queue
from platemark.jobs.queue import Lease
from platemark.jobs.requests import GenerateJob
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.executors import EXECUTORS
from platemark.worker.job_context import JobContext
from platemark.worker.loop import Worker
from platemark.worker.messages import EngineMessage, EngineProcessExited, ImageFinished, Task, TaskStopped
from tests.worker.tiny_engine import png

CONNECTION_ERROR = OperationalError("select 1", {}, Exception("the database is unavailable"))


class FakeWakeup:
    """Returns from ``wait`` when a scripted message is ready; stops when ``stopping`` is set."""

    def __init__(self) -> None:
        self.stopping = False
        self.messages: deque[EngineMessage] = deque()

    def wait(self, seconds: float, messages: Connection | None = None) -> tuple[bool, bool]:
        if not self.messages:
            time.sleep(min(max(seconds, 0), 0.02))
        return False, bool(self.messages) and messages is not None


class FakeEngineHost:
    """An engine process that sends the scripted messages; it stops when asked to."""

    def __init__(self, wakeup: FakeWakeup) -> None:
        self.wakeup = wakeup
        self.engines: tuple[str, ...] = ("tiny",)
        self.jobs_at_once: dict[str, int] = {}
        self.connection: Any = object()
        self.calls: list[str] = []
        self.on_stop: Callable[[], None] = lambda: None
        self.on_submit: list[Callable[[], None]] = []
        """What happens at the first, second … task."""

    def submit(self, task: Task) -> None:
        self.calls.append("submit")
        if self.on_submit:
            self.on_submit.pop(0)()

    def stop_task(self) -> None:
        self.calls.append("stop")
        self.on_stop()
        self.wakeup.messages.append(TaskStopped())

    def receive(self) -> EngineMessage:
        message = self.wakeup.messages.popleft()
        if isinstance(message, EngineProcessExited):
            self.connection, self.engines = None, ()
        return message

    def kill(self) -> None:
        self.calls.append("kill")


class WorkerHarness:
    """A worker whose next ``unavailable_count`` units of work fail because the database is unavailable."""

    def __init__(self, database: Database, folder: Path, lease_seconds: float = 60) -> None:
        self.database = database
        self.wakeup = FakeWakeup()
        self.host = FakeEngineHost(self.wakeup)
        self.unavailable_count = 0
        self.at_point: dict[str, Callable[[], None]] = {}
        """What happens, once, at a named point of the worker's code."""
        harness = self

        def fault(point: str) -> None:
            harness.at_point.pop(point, lambda: None)()

        class UnreliableContext(JobContext):
            def open_work(self, lease: Lease | None = None) -> UnitOfWork:
                if harness.unavailable_count > 0:
                    harness.unavailable_count -= 1
                    raise CONNECTION_ERROR
                return super().open_work(lease)

        settings = Settings(data_dir=folder, lease_seconds=lease_seconds, beat_seconds=0.05)
        blobs = FolderBlobStore(folder / "blobs")
        context = UnreliableContext.create(settings, database, blobs, self.host, fault)  # type: ignore[arg-type]
        self.worker = Worker(settings, context, self.wakeup, EXECUTORS)

    def make_available_on_stop(self) -> None:
        """Have the database available again once the engine is asked to stop."""
        self.host.on_stop = lambda: setattr(self, "unavailable_count", 0)

    def commit(self, operation: Any, *args: Any, **options: Any) -> Any:
        """The result of ``operation(work, …)`` in a transaction of its own."""
        with UnitOfWork(self.database, write=True) as work:
            result = operation(work, *args, **options)
            work.commit()
        return result

    def add_job(self, engine: str = "tiny") -> UUID:
        payload = GenerateJob(prompt="quick", engine=engine, seed=3).payload()
        job = queue.NewJob(kind="generate", engine=engine, payload=payload)
        self.commit(queue.add, [job])
        return job.id

    def claim_new_job(self) -> Lease:
        self.add_job()
        lease: Lease = self.commit(queue.claim, "us", lease_ms=60_000)
        return lease

    def job(self, job_id: UUID) -> Row[Any]:
        with UnitOfWork(self.database, write=False) as work:
            return work.session.execute(select(*JobRow.__table__.c).where(JobRow.id == job_id)).one()

    def state(self, lease: Lease) -> str:
        state: str = self.job(lease.job_id).state
        return state

    def skip_back_off(self, job_id: UUID) -> None:
        """Make the job ready now."""
        ready = update(JobRow).where(JobRow.id == job_id).values(run_after=EPOCH)
        self.commit(lambda work: work.session.execute(ready))

    def image_count(self) -> int:
        with UnitOfWork(self.database, write=False) as work:
            return work.session.execute(select(func.count()).select_from(ImageRow)).scalar_one()


def finished_image() -> ImageFinished:
    return ImageFinished(
        EngineImage(
            data=png(3),
            media_type="image/png",
            width=4,
            height=4,
            seed=3,
            engine="tiny",
            engine_version="1",
            model=None,
        )
    )
