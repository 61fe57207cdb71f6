"""The sweep ends the runs of dead workers and tolerates clock jumps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from platemark.clock import utc_now
from platemark.db.tables import JobRow, WorkerRow
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import queue, workers
from platemark.jobs.sweep import Sweeper
from tests.unit.jobs.conftest import QueueDriver

LEASE = 60.0
HOUR_MS = 3_600_000


class FakeClock:
    """A monotonic clock set by hand; setting it back an hour looks like the wall clock being set forward."""

    def __init__(self) -> None:
        self.now = 100_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def fake_clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def sweeper(driver: QueueDriver, fake_clock: FakeClock) -> Sweeper:
    return Sweeper(driver.database, lease_seconds=LEASE, monotonic=fake_clock)


def test_a_tick_returns_ended_jobs_and_whether_jobs_are_ready(driver: QueueDriver, sweeper: Sweeper) -> None:
    assert sweeper.tick() == ([], False)
    job_id = driver.queue()
    driver.claimed()
    assert sweeper.tick() == ([], False)
    driver.expire_lease(job_id)
    assert sweeper.tick() == ([job_id], True)


def test_after_a_clock_jump_the_sweeper_waits_for_a_lease(
    driver: QueueDriver, sweeper: Sweeper, fake_clock: FakeClock
) -> None:
    job_id = driver.queue()
    lease = driver.claimed()
    sweeper.tick()
    driver.expire_lease(job_id)
    fake_clock.now -= 3600
    assert sweeper.tick()[0] == []
    fake_clock.now += 1
    assert driver.heartbeat(lease) == "ok", "the living worker beats meanwhile"
    fake_clock.now += LEASE
    sweeper.tick()
    fake_clock.now += LEASE + 1
    sweeper.tick()
    assert driver.state(job_id) == "running"


def test_a_dead_workers_job_is_swept_after_the_wait(
    driver: QueueDriver, sweeper: Sweeper, fake_clock: FakeClock
) -> None:
    job_id = driver.queue()
    driver.claimed()
    sweeper.tick()
    driver.expire_lease(job_id)
    fake_clock.now -= 3600
    sweeper.tick()
    fake_clock.now += LEASE / 3
    assert sweeper.tick()[0] == []
    fake_clock.now += LEASE / 3
    assert sweeper.tick()[0] == []
    fake_clock.now += LEASE / 3 + 1
    assert sweeper.tick()[0] == [job_id]


@pytest.mark.parametrize("seconds", [LEASE / 4, -LEASE / 4])
def test_a_small_clock_difference_does_not_stop_the_sweep(
    driver: QueueDriver, sweeper: Sweeper, fake_clock: FakeClock, seconds: float
) -> None:
    job_id = driver.queue()
    driver.claimed()
    sweeper.tick()
    driver.expire_lease(job_id)
    fake_clock.now += seconds
    assert sweeper.tick()[0] == [job_id]


def test_deadlines_far_in_the_future_are_clamped(driver: QueueDriver, sweeper: Sweeper) -> None:
    running, resting = driver.queue(), driver.queue()
    driver.claimed()
    driver.change(running, lease_until=shifted(db_now(), HOUR_MS))
    driver.change(resting, run_after=shifted(db_now(), HOUR_MS))
    assert sweeper.tick() == ([], True)
    soon = utc_now() + timedelta(seconds=LEASE + 5)
    assert driver.row(running).lease_until < soon
    assert driver.claimed().job_id == resting


def test_ordinary_deadlines_are_not_clamped(driver: QueueDriver, sweeper: Sweeper) -> None:
    driver.queue()
    driver.do(queue.fail, driver.claimed(), "no_ink", "There is no ink.", retryable=True)
    with UnitOfWork(driver.database, write=False) as work:
        before = work.session.scalar(select(JobRow.run_after))
    sweeper.tick()
    with UnitOfWork(driver.database, write=False) as work:
        assert work.session.scalar(select(JobRow.run_after)) == before


def test_workers_without_a_heartbeat_are_removed(driver: QueueDriver, sweeper: Sweeper) -> None:
    facts = {"host": "studio", "pid": 7, "device": "cpu", "engines": ("press",), "job_id": None}
    for name in ("quiet", "lively"):
        driver.do(workers.report, name, state="idle", **facts)
    long_ago = update(WorkerRow).where(WorkerRow.id == "quiet").values(heartbeat_at=shifted(db_now(), -61_000))
    driver.do(lambda work: work.session.execute(long_ago))
    sweeper.tick()
    driver.do(workers.report, "lively", state="busy", **facts)
    (worker,) = driver.do(workers.list_workers)
    assert (worker.id, worker.state, worker.engines) == ("lively", "busy", ("press",))
    driver.do(workers.remove, "lively")
    assert driver.do(workers.count_alive) == 0
