"""A queue on both databases, and a driver that acts as workers and callers, each step in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from sqlalchemy import Row, select, update

from platemark.db.engine import Database
from platemark.db.tables import EventRow, JobRow
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.jobs import queue
from platemark.jobs.queue import Lease, NewJob
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.databases import empty, migrated_database_url, open_database

LEASE_MS = 60_000
T = TypeVar("T")


class QueueDriver:
    """Calls the queue as workers and callers do, each call in its own transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def do(self, act: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        with UnitOfWork(self.database, write=True, trace_id="trace-of-the-driver") as work:
            result = act(work, *args, **kwargs)
            work.commit()
        return result

    def studio(self, engines: Engines, wake: Callable[[], None]) -> Studio:
        """A studio of this database; the queue's operations use none of its settings, and of its disk the space."""
        nothing: Any = None
        blobs = FolderBlobStore(Path("a-folder-that-nothing-creates"))
        return Studio(settings=nothing, database=self.database, blobs=blobs, engines=engines, wake=wake)

    def queue(self, **facts: Any) -> UUID:
        job = NewJob(**{"kind": "generate", "engine": "press", "payload": {"prompt": "a fox"}, **facts})
        self.do(queue.add, [job])
        return job.id

    def claim(self, owner: str = "us") -> Lease | None:
        return self.do(queue.claim, owner, lease_ms=LEASE_MS)

    def claimed(self, owner: str = "us") -> Lease:
        lease = self.claim(owner)
        assert lease is not None
        return lease

    def heartbeat(self, lease: Lease, **facts: Any) -> str:
        return self.do(queue.heartbeat, lease, lease_ms=LEASE_MS, **facts)

    def row(self, job_id: UUID) -> Row[Any]:
        with UnitOfWork(self.database, write=False) as work:
            return work.session.execute(select(*JobRow.__table__.c).where(JobRow.id == job_id)).one()

    def state(self, job_id: UUID) -> str:
        state: str = self.row(job_id).state
        return state

    def events(self, job_id: UUID | None = None) -> list[str]:
        statement = select(EventRow.kind).order_by(EventRow.id)
        with UnitOfWork(self.database, write=False) as work:
            query = statement if job_id is None else statement.where(EventRow.subject_id == job_id)
            return list(work.session.scalars(query))

    def change(self, job_id: UUID, **values: Any) -> None:
        self.do(lambda work: work.session.execute(update(JobRow).where(JobRow.id == job_id).values(**values)))

    def expire_lease(self, job_id: UUID) -> None:
        self.change(job_id, lease_until=shifted(db_now(), -1))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def jobs_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database shared by all tests of the queue: creating one takes longer than most of them."""
    with migrated_database_url(request, tmp_path_factory) as url, open_database(url) as database:
        yield database


@pytest.fixture
def database(jobs_database: Database) -> Database:
    """The shared database, emptied."""
    return empty(jobs_database)


@pytest.fixture
def driver(database: Database) -> QueueDriver:
    return QueueDriver(database)
