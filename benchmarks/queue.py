"""Benchmark of the queue: ``python -m benchmarks.queue`` prints one table, with the limits of this machine beside it.

The engine of these jobs generates nothing, so every number is the queue's own: rows, events, leases, the round trip to
the engine process. The limits are the rates of a bare loop on the same disk and database, measured in the same run.
Plain Celery on Redis, with tasks that do nothing and leave nothing, is measured beside it.
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

from benchmarks import celery_peer
from benchmarks.options import parse
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
TIMEOUT_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Measurement:
    """One database and number of workers: milliseconds from queued to started, jobs per second, and the bare limit."""

    name: str
    p50: float
    p95: float
    jobs_per_second: float
    limit: float
    target: int


def main() -> None:
    """Measure both databases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2000, help="jobs for the throughput")
    parser.add_argument(
        "--starts", type=int, default=100, help="jobs for the latency, queued one by one to an idle worker"
    )
    options = parse(parser, {"jobs": 300, "starts": 20})
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            _measure("SQLite, 1 worker", _open_sqlite(Path(folder)), options, workers=1, target=300),
            _measure("PostgreSQL, 1 worker", _open_postgresql(), options, workers=1, target=0),
            _measure("PostgreSQL, 4 workers", _open_postgresql(), options, workers=4, target=1000),
        ]
        syncs = fsyncs_per_second(Path(folder))
    print(f"{os.cpu_count()} cores, load {load:.1f} before and {os.getloadavg()[0]:.1f} after, {syncs:.0f} fsync/s\n")
    print(f"{'':24}{'start p50':>11}{'p95':>9}{'no-op jobs/s':>14}{'target':>8}{'commits/s':>11}{'jobs/commit':>13}")
    for row in rows:
        print(
            f"{row.name:24}{row.p50:8.1f} ms{row.p95:6.1f} ms{row.jobs_per_second:14.0f}{row.target or '':>8}"
            f"{row.limit:11.0f}{row.jobs_per_second / row.limit:13.2f}"
        )
    if celery_peer.is_available():
        latencies, rate = celery_peer.measure(options.starts, options.jobs)
        p95 = statistics.quantiles(latencies, n=20)[-1]
        print(f"{'plain Celery, 1 worker':24}{statistics.median(latencies):8.1f} ms{p95:6.1f} ms{rate:14.0f}")
    print(
        "\ncommits/s: one-row UPDATEs by a bare loop; on PostgreSQL one loop per worker, holding the lock of the event"
        " writers."
    )


@dataclass(frozen=True, slots=True)
class BenchmarkDatabase:
    """A database, and the function that measures commits per second of a bare loop in it."""

    url: str
    measure_commits: Callable[[int], float]


def _measure(name: str, opening: Any, options: argparse.Namespace, *, workers: int, target: int) -> Measurement:
    with opening as opened, tempfile.TemporaryDirectory() as folder:
        database = connect(opened.url)
        settings = Settings(data_dir=Path(folder), database_url=opened.url, workers=workers, log_level="error")
        try:
            with Supervisor(settings, command=WORKER) as supervisor:
                _wait_for_workers(database, workers)
                latencies = _measure_latencies(database, supervisor, options.starts)
                rate = statistics.median(_measure_throughput(database, supervisor, options.jobs) for _ in range(3))
        finally:
            database.dispose()
        p95 = statistics.quantiles(latencies, n=20)[-1]
        return Measurement(name, statistics.median(latencies), p95, rate, opened.measure_commits(workers), target)


def _measure_latencies(database: Database, supervisor: Supervisor, count: int) -> list[float]:
    """Milliseconds from each job's row to its claim, by the database's clock."""
    for _ in range(count):
        _add(database, 1)
        supervisor.wake()
        _wait_until_done(database)
        time.sleep(0.005)
    with UnitOfWork(database, write=False) as work:
        rows = work.session.execute(select(JobRow.created_at, JobRow.started_at)).all()
    return [(started - created).total_seconds() * 1000 for created, started in rows if started]


def _measure_throughput(database: Database, supervisor: Supervisor, count: int) -> float:
    """Jobs per second from the first claim to the last completion, of jobs that are all queued at the start."""
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
        first, last, succeeded = work.session.execute(span.where(JobRow.state == "succeeded")).one()
    if succeeded != count or first is None or last is None:
        raise SystemExit(f"{count - succeeded} of {count} jobs did not succeed")
    return float(count / (last - first).total_seconds())


def _add(database: Database, count: int) -> None:
    payload = GenerateJob(prompt="nothing", engine="idle", seed=1).payload()
    with UnitOfWork(database, write=True) as work:
        queue.add(work, [NewJob(kind="generate", engine="idle", payload=payload) for _ in range(count)])
        work.commit()


def _wait_for_workers(database: Database, count: int) -> None:
    def are_ready() -> bool:
        with UnitOfWork(database, write=False) as work:
            return workers.count_alive(work) == count and all(row.engines for row in workers.list_workers(work))

    _wait_until(are_ready, 0.05)


def _wait_until_done(database: Database, every: float = 0.002) -> None:
    def are_done() -> bool:
        with UnitOfWork(database, write=False) as work:
            unfinished = select(JobRow.id).where(JobRow.state.in_(("queued", "running"))).limit(1)
            return work.session.execute(unfinished).first() is None

    _wait_until(are_done, every)


def _wait_until(condition: Callable[[], bool], every: float) -> None:
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise SystemExit("timed out waiting for the workers")
        time.sleep(every)


@contextmanager
def _open_sqlite(folder: Path) -> Iterator[BenchmarkDatabase]:
    url = f"sqlite:///{folder / 'platemark.db'}"
    upgrade(url)
    yield BenchmarkDatabase(url, lambda _workers: sqlite_commits_per_second(folder))


@contextmanager
def _open_postgresql() -> Iterator[BenchmarkDatabase]:
    name = f"platemark_bench_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{POSTGRESQL}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            url = f"{POSTGRESQL}/{name}"
            upgrade(url)
            yield BenchmarkDatabase(url, lambda workers: postgresql_commits_per_second(url, workers))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def fsyncs_per_second(folder: Path, count: int = 300) -> float:
    """How many pages a second can be appended to a file with an fsync after each."""
    descriptor = os.open(folder / "page", os.O_CREAT | os.O_RDWR)
    started_at = time.perf_counter()
    for index in range(count):
        os.pwrite(descriptor, bytes(4096), index * 4096)
        os.fsync(descriptor)
    seconds = time.perf_counter() - started_at
    os.close(descriptor)
    return count / seconds


def sqlite_commits_per_second(folder: Path, count: int = 1000) -> float:
    """One-row updates per second with the settings of the studio, each a durable transaction."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (v); INSERT INTO t VALUES (0)"
    )
    started_at = time.perf_counter()
    for _ in range(count):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE t SET v = v + 1")
        connection.execute("COMMIT")
    seconds = time.perf_counter() - started_at
    connection.close()
    return count / seconds


def postgresql_commits_per_second(url: str, concurrency: int, count: int = 500) -> float:
    """One-row updates per second, each a durable transaction that holds the lock of the event writers."""

    def write(key: int) -> None:
        with psycopg.connect(url) as connection:
            for _ in range(count):
                connection.execute("SELECT pg_advisory_xact_lock(%s)", (WRITERS_LOCK,))
                connection.execute("UPDATE bare SET v = v + 1 WHERE k = %s", (key,))
                connection.commit()

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE bare AS SELECT k, 0 AS v FROM generate_series(1, 16) AS k")
    threads = [threading.Thread(target=write, args=(key,)) for key in range(1, concurrency + 1)]
    started_at = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return concurrency * count / (time.perf_counter() - started_at)


if __name__ == "__main__":
    main()
