"""How fast the queue is: ``python -m benchmarks.queue`` prints one table, with this machine's limits beside it.

A job here has an engine that makes nothing, so every figure is the queue's own: rows, events, leases, the way to the
engine process and back. The limits are what the disk and the database give to a bare loop in the same minute.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import func, select

from platemark.db.engine import Database, connect
from platemark.db.migrate import upgrade
from platemark.db.tables import JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import WRITERS_LOCK
from platemark.jobs import queue, workers
from platemark.jobs.queue import NewJob
from platemark.jobs.requests import GenerateJob
from platemark.settings import Settings
from platemark.worker.supervisor import Supervisor

POSTGRESQL = os.environ.get("PLATEMARK_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432")
WORKER = (sys.executable, "-m", "benchmarks.queue_worker")
PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One database with so many workers: milliseconds from queued to started, jobs a second, and the bare limit."""

    name: str
    p50: float
    p95: float
    jobs_per_second: float
    limit: float
    target: int


def main() -> None:
    """Measure both databases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2000, help="jobs to drain")
    parser.add_argument("--starts", type=int, default=100, help="jobs queued one by one to an idle worker")
    chosen = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            _measure("SQLite, 1 worker", _sqlite(Path(folder)), chosen, workers=1, target=300),
            _measure("PostgreSQL, 1 worker", _postgresql(), chosen, workers=1, target=0),
            _measure("PostgreSQL, 4 workers", _postgresql(), chosen, workers=4, target=1000),
        ]
        syncs = fsyncs_per_second(Path(folder))
    print(f"{os.cpu_count()} cores, load {load:.1f} before and {os.getloadavg()[0]:.1f} after, {syncs:.0f} fsync/s\n")
    print(f"{'':24}{'start p50':>11}{'p95':>9}{'no-op jobs/s':>14}{'target':>8}{'commits/s':>11}{'jobs/commit':>13}")
    for row in rows:
        print(
            f"{row.name:24}{row.p50:8.1f} ms{row.p95:6.1f} ms{row.jobs_per_second:14.0f}{row.target or '':>8}"
            f"{row.limit:11.0f}{row.jobs_per_second / row.limit:13.2f}"
        )
    print("\ncommits/s: one-row UPDATEs by a bare loop, on PostgreSQL as many at once as workers, events' lock held.")


@dataclass(frozen=True, slots=True)
class Ground:
    """A database to measure on, and what a bare loop does there."""

    url: str
    commits: Callable[[int], float]


def _measure(name: str, ground: Any, chosen: argparse.Namespace, *, workers: int, target: int) -> Measured:
    with ground as at, tempfile.TemporaryDirectory() as folder:
        database = connect(at.url)
        settings = Settings(data_dir=Path(folder), database_url=at.url, workers=workers, log_level="error")
        try:
            with Supervisor(settings, command=WORKER) as supervisor:
                _wait_for_workers(database, workers)
                starts = _starts(database, supervisor, chosen.starts)
                rate = statistics.median(_drained(database, supervisor, chosen.jobs) for _ in range(3))
        finally:
            database.dispose()
        p95 = statistics.quantiles(starts, n=20)[-1]
        return Measured(name, statistics.median(starts), p95, rate, at.commits(workers), target)


def _starts(database: Database, supervisor: Supervisor, count: int) -> list[float]:
    """Milliseconds from each job's row to its claim, by the database's clock."""
    for _ in range(count):
        _add(database, 1)
        supervisor.wake()
        _wait_until_done(database)
        time.sleep(0.005)
    with UnitOfWork(database, write=False) as work:
        rows = work.session.execute(select(JobRow.created_at, JobRow.started_at)).all()
    return [(started - created).total_seconds() * 1000 for created, started in rows if started]


def _drained(database: Database, supervisor: Supervisor, count: int) -> float:
    """Jobs a second from the first claim to the last completion, of jobs that all wait at the beginning."""
    with UnitOfWork(database, write=True) as work:
        work.session.execute(JobRow.__table__.delete())  # type: ignore[attr-defined]
        queue.set_paused(work, paused=True)
        work.commit()
    _add(database, count)
    with UnitOfWork(database, write=True) as work:
        queue.set_paused(work, paused=False)
        work.commit()
    supervisor.wake()
    _wait_until_done(database, every=0.1)
    with UnitOfWork(database, write=False) as work:
        span = select(func.min(JobRow.started_at), func.max(JobRow.finished_at), func.count())
        first, last, done = work.session.execute(span.where(JobRow.state == "succeeded")).one()
    if done != count or first is None or last is None:
        raise SystemExit(f"{count - done} of {count} jobs did not succeed")
    return float(count / (last - first).total_seconds())


def _add(database: Database, count: int) -> None:
    payload = GenerateJob(prompt="nothing", engine="idle", seed=1).payload()
    with UnitOfWork(database, write=True) as work:
        queue.add(work, [NewJob(kind="generate", engine="idle", payload=payload) for _ in range(count)])
        work.commit()


def _wait_for_workers(database: Database, count: int) -> None:
    def there() -> bool:
        with UnitOfWork(database, write=False) as work:
            return workers.count_alive(work) == count and all(row.engines for row in workers.list_workers(work))

    _until(there, 0.05)


def _wait_until_done(database: Database, every: float = 0.002) -> None:
    def done() -> bool:
        with UnitOfWork(database, write=False) as work:
            found = select(JobRow.id).where(JobRow.state.in_(("queued", "running"))).limit(1)
            return work.session.execute(found).first() is None

    _until(done, every)


def _until(holds: Callable[[], bool], every: float) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            raise SystemExit("waited in vain for the workers")
        time.sleep(every)


@contextmanager
def _sqlite(folder: Path) -> Iterator[Ground]:
    url = f"sqlite:///{folder / 'platemark.db'}"
    upgrade(url)
    yield Ground(url, lambda _workers: sqlite_commits_per_second(folder))


@contextmanager
def _postgresql() -> Iterator[Ground]:
    name = f"platemark_bench_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True) as administering:
        administering.execute(f"CREATE DATABASE {name}".encode())
        try:
            url = f"{POSTGRESQL}/{name}"
            upgrade(url)
            yield Ground(url, lambda workers: postgresql_commits_per_second(url, workers))
        finally:
            administering.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def fsyncs_per_second(folder: Path, count: int = 300) -> float:
    """Pages appended to a file, each of them forced to the disk."""
    descriptor = os.open(folder / "page", os.O_CREAT | os.O_RDWR)
    began = time.perf_counter()
    for index in range(count):
        os.pwrite(descriptor, bytes(4096), index * 4096)
        os.fsync(descriptor)
    took = time.perf_counter() - began
    os.close(descriptor)
    return count / took


def sqlite_commits_per_second(folder: Path, count: int = 1000) -> float:
    """One-row updates with the settings that the studio uses, each a durable transaction."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (v); INSERT INTO t VALUES (0)"
    )
    began = time.perf_counter()
    for _ in range(count):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE t SET v = v + 1")
        connection.execute("COMMIT")
    took = time.perf_counter() - began
    connection.close()
    return count / took


def postgresql_commits_per_second(url: str, at_once: int, count: int = 500) -> float:
    """One-row updates, each a durable transaction, the writers of events taking turns as they do in the studio."""

    def write(key: int) -> None:
        with psycopg.connect(url) as connection:
            for _ in range(count):
                connection.execute("SELECT pg_advisory_xact_lock(%s)", (WRITERS_LOCK,))
                connection.execute("UPDATE bare SET v = v + 1 WHERE k = %s", (key,))
                connection.commit()

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE bare AS SELECT k, 0 AS v FROM generate_series(1, 16) AS k")
    threads = [threading.Thread(target=write, args=(key,)) for key in range(1, at_once + 1)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return at_once * count / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
