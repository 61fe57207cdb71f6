"""Concurrent transitions: one wins, the others change nothing, and events keep commit order."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from platemark.db.tables import EventRow, JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from tests.unit.jobs.conftest import LEASE_MS, QueueDriver

THREADS = 8
JOBS = 60


def run_concurrently(act: Callable[[int], Any], threads: int = THREADS) -> list[Any]:
    """Call ``act`` in threads that start together; returns its results."""
    start = threading.Barrier(threads)

    def together(number: int) -> Any:
        start.wait(timeout=10)
        return act(number)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(together, range(threads)))


def queue_sixty_jobs(driver: QueueDriver) -> list[UUID]:
    jobs = [NewJob(kind="generate", engine="press", payload={}) for _ in range(JOBS)]
    driver.do(queue.add, jobs)
    return [job.id for job in jobs]


def test_two_concurrent_claims_of_one_job_have_one_winner(driver: QueueDriver) -> None:
    driver.queue()
    leases = run_concurrently(lambda number: driver.claim(f"worker-{number}"), 2)
    assert [lease is None for lease in leases].count(True) == 1


def test_concurrent_claims_do_not_exceed_the_limit_of_an_engine(driver: QueueDriver) -> None:
    queue_sixty_jobs(driver)
    limits: dict[str, Any] = {"engines": ["press"], "jobs_at_once": {"press": 3}}
    leases = run_concurrently(lambda number: driver.do(queue.claim, f"worker-{number}", lease_ms=LEASE_MS, **limits))
    assert sum(lease is not None for lease in leases) == 3


def test_eight_concurrent_workers_claim_sixty_jobs_once_each(driver: QueueDriver) -> None:
    ids = queue_sixty_jobs(driver)

    def take_all(number: int) -> list[UUID]:
        taken = []
        while (lease := driver.claim(f"worker-{number}")) is not None:
            taken.append(lease.job_id)
        return taken

    taken = [job_id for each in run_concurrently(take_all) for job_id in each]
    assert sorted(taken) == ids


def test_eight_concurrent_sweepers_end_sixty_runs_once_each(driver: QueueDriver) -> None:
    ids = queue_sixty_jobs(driver)
    for job_id in ids:
        driver.claimed()
        driver.expire_lease(job_id)
    swept = [job_id for each in run_concurrently(lambda _: driver.do(queue.sweep)) for job_id in each]
    assert sorted(swept) == ids
    assert all(driver.events(job_id) == ["job.queued", "job.running", "job.queued"] for job_id in ids[::10])


def test_one_of_concurrent_complete_sweep_and_cancel_wins(driver: QueueDriver) -> None:
    for _ in range(10):
        job_id = driver.queue(max_attempts=1)
        lease = driver.claimed()
        driver.expire_lease(job_id)
        acts = [
            lambda lease=lease: driver.do(queue.complete, lease),
            lambda: driver.do(queue.sweep),
            lambda job_id=job_id: driver.do(queue.cancel, job_id),
        ]
        run_concurrently(lambda number, acts=acts: acts[number](), len(acts))  # type: ignore[misc]
        ends = [kind for kind in driver.events(job_id) if kind in ("job.succeeded", "job.failed", "job.cancelled")]
        assert ends == [f"job.{driver.state(job_id)}"]


def test_a_reader_never_misses_an_event_that_commits_late(driver: QueueDriver) -> None:
    written = threading.Event()
    seen: list[int] = []

    def write(number: int) -> None:
        for step in range(25):
            with UnitOfWork(driver.database, write=True) as work:
                record(work, "test.step", None, writer=number, step=step)
                work.commit()

    def follow() -> None:
        last = False
        while not last:
            last = written.is_set()
            with UnitOfWork(driver.database, write=False) as work:
                after = EventRow.id > (seen[-1] if seen else 0)
                seen.extend(work.session.scalars(select(EventRow.id).where(after).order_by(EventRow.id)))

    reader = threading.Thread(target=follow)
    reader.start()
    run_concurrently(write)
    written.set()
    reader.join(timeout=20)
    with UnitOfWork(driver.database, write=False) as work:
        assert seen == list(work.session.scalars(select(EventRow.id).order_by(EventRow.id)))
    assert len(seen) == THREADS * 25


def test_claims_and_sweeps_do_not_wait_for_uncommitted_transactions(driver: QueueDriver) -> None:
    """PostgreSQL only: on SQLite, writers always wait for each other."""
    if driver.database.dialect == "sqlite":
        assert driver.database.writing.get_execution_options()["sqlite_begin"] == "IMMEDIATE"
        return
    first, second, over, over_too = (driver.queue(priority=-index) for index in range(4))
    with UnitOfWork(driver.database, write=True) as slow, UnitOfWork(driver.database, write=True) as quick:
        quick.session.execute(text("SET LOCAL lock_timeout = '2s'"))
        leases = [queue.claim(work, "us", lease_ms=LEASE_MS) for work in (slow, quick)]
        assert [lease and lease.job_id for lease in leases] == [first, second]
    for job_id in (first, second, over, over_too):
        driver.claimed()
        driver.expire_lease(job_id)
    with UnitOfWork(driver.database, write=True) as slow, UnitOfWork(driver.database, write=True) as quick:
        quick.session.execute(text("SET LOCAL lock_timeout = '2s'"))
        slow.session.execute(select(JobRow.id).where(JobRow.id == over).with_for_update())
        assert sorted(queue.sweep(quick)) == sorted((first, second, over_too))
