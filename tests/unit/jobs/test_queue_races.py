"""Many at once: whoever comes second gets nothing, and events keep the order of commits."""

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
from tests.unit.jobs.conftest import LEASE_MS, Desk

CROWD = 8
JOBS = 60


def at_once(act: Callable[[int], Any], crowd: int = CROWD) -> list[Any]:
    """What ``act`` gives to each of a crowd that starts together."""
    start = threading.Barrier(crowd)

    def together(number: int) -> Any:
        start.wait(timeout=10)
        return act(number)

    with ThreadPoolExecutor(crowd) as pool:
        return list(pool.map(together, range(crowd)))


def sixty(desk: Desk) -> list[UUID]:
    jobs = [NewJob(kind="generate", engine="press", payload={}) for _ in range(JOBS)]
    desk.do(queue.add, jobs)
    return [job.id for job in jobs]


def test_two_claimers_of_one_job_are_one_owner(desk: Desk) -> None:
    desk.queue()
    leases = at_once(lambda number: desk.claim(f"worker-{number}"), 2)
    assert [lease is None for lease in leases].count(True) == 1


def test_eight_claimers_take_sixty_jobs_once_each(desk: Desk) -> None:
    ids = sixty(desk)

    def take_all(number: int) -> list[UUID]:
        taken = []
        while (lease := desk.claim(f"worker-{number}")) is not None:
            taken.append(lease.job_id)
        return taken

    taken = [job_id for each in at_once(take_all) for job_id in each]
    assert sorted(taken) == ids


def test_eight_sweepers_end_sixty_runs_once_each(desk: Desk) -> None:
    ids = sixty(desk)
    for job_id in ids:
        desk.claimed()
        desk.let_the_lease_run_out(job_id)
    swept = [job_id for each in at_once(lambda _: desk.do(queue.sweep)) for job_id in each]
    assert sorted(swept) == ids
    assert all(desk.events(job_id) == ["job.queued", "job.running", "job.queued"] for job_id in ids[::10])


def test_of_completion_sweep_and_cancel_one_decides(desk: Desk) -> None:
    for _ in range(10):
        job_id = desk.queue(max_attempts=1)
        lease = desk.claimed()
        desk.let_the_lease_run_out(job_id)
        acts = [
            lambda lease=lease: desk.do(queue.complete, lease),
            lambda: desk.do(queue.sweep),
            lambda job_id=job_id: desk.do(queue.cancel, job_id),
        ]
        at_once(lambda number, acts=acts: acts[number](), len(acts))  # type: ignore[misc]
        ends = [kind for kind in desk.events(job_id) if kind in ("job.succeeded", "job.failed", "job.cancelled")]
        assert ends == [f"job.{desk.state(job_id)}"]


def test_a_reader_of_events_never_misses_one_that_commits_late(desk: Desk) -> None:
    written = threading.Event()
    seen: list[int] = []

    def write(number: int) -> None:
        for step in range(25):
            with UnitOfWork(desk.database, write=True) as work:
                record(work, "test.step", None, writer=number, step=step)
                work.commit()

    def follow() -> None:
        last = False
        while not last:
            last = written.is_set()
            with UnitOfWork(desk.database, write=False) as work:
                after = EventRow.id > (seen[-1] if seen else 0)
                seen.extend(work.session.scalars(select(EventRow.id).where(after).order_by(EventRow.id)))

    reader = threading.Thread(target=follow)
    reader.start()
    at_once(write)
    written.set()
    reader.join(timeout=20)
    with UnitOfWork(desk.database, write=False) as work:
        assert seen == list(work.session.scalars(select(EventRow.id).order_by(EventRow.id)))
    assert len(seen) == CROWD * 25


def test_who_claims_or_sweeps_waits_for_nobody_who_has_not_committed(desk: Desk) -> None:
    """On SQLite one writer waits for the other, whatever they write."""
    if desk.database.dialect == "sqlite":
        assert desk.database.writing.get_execution_options()["sqlite_begin"] == "IMMEDIATE"
        return
    first, second, over, over_too = (desk.queue(priority=-index) for index in range(4))
    with UnitOfWork(desk.database, write=True) as slow, UnitOfWork(desk.database, write=True) as quick:
        quick.session.execute(text("SET LOCAL lock_timeout = '2s'"))
        leases = [queue.claim(work, "us", lease_ms=LEASE_MS) for work in (slow, quick)]
        assert [lease and lease.job_id for lease in leases] == [first, second]
    for job_id in (first, second, over, over_too):
        desk.claimed()
        desk.let_the_lease_run_out(job_id)
    with UnitOfWork(desk.database, write=True) as slow, UnitOfWork(desk.database, write=True) as quick:
        quick.session.execute(text("SET LOCAL lock_timeout = '2s'"))
        slow.session.execute(select(JobRow.id).where(JobRow.id == over).with_for_update())
        assert sorted(queue.sweep(quick)) == sorted((first, second, over_too))
