"""The sweep ends the runs of dead workers, and is not fooled by a clock that jumps."""

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
from tests.unit.jobs.conftest import Desk

LEASE = 60.0
HOUR_MS = 3_600_000


class Watch:
    """A monotonic clock by hand. Holding it back an hour looks like the wall clock being set forward."""

    def __init__(self) -> None:
        self.now = 100_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def sweeper(desk: Desk, watch: Watch) -> Sweeper:
    return Sweeper(desk.database, lease_seconds=LEASE, monotonic=watch)


def test_a_tick_says_what_it_ended_and_that_a_bell_should_ring(desk: Desk, sweeper: Sweeper) -> None:
    assert sweeper.tick() == ([], False)
    job_id = desk.queue()
    desk.claimed()
    assert sweeper.tick() == ([], False)
    desk.let_the_lease_run_out(job_id)
    assert sweeper.tick() == ([job_id], True)


def test_after_a_jump_of_the_clock_it_waits_one_lease(desk: Desk, sweeper: Sweeper, watch: Watch) -> None:
    job_id = desk.queue()
    lease = desk.claimed()
    sweeper.tick()
    desk.let_the_lease_run_out(job_id)
    watch.now -= 3600
    assert sweeper.tick()[0] == []
    watch.now += 1
    assert desk.beat(lease) == "ok", "the living worker beats meanwhile"
    watch.now += LEASE
    sweeper.tick()
    watch.now += LEASE + 1
    sweeper.tick()
    assert desk.state(job_id) == "running"


def test_a_dead_workers_job_is_swept_once_the_wait_is_over(desk: Desk, sweeper: Sweeper, watch: Watch) -> None:
    job_id = desk.queue()
    desk.claimed()
    sweeper.tick()
    desk.let_the_lease_run_out(job_id)
    watch.now -= 3600
    sweeper.tick()
    watch.now += LEASE / 3
    assert sweeper.tick()[0] == []
    watch.now += LEASE / 3
    assert sweeper.tick()[0] == []
    watch.now += LEASE / 3 + 1
    assert sweeper.tick()[0] == [job_id]


@pytest.mark.parametrize("seconds", [LEASE / 4, -LEASE / 4])
def test_a_small_difference_is_no_jump(desk: Desk, sweeper: Sweeper, watch: Watch, seconds: float) -> None:
    job_id = desk.queue()
    desk.claimed()
    sweeper.tick()
    desk.let_the_lease_run_out(job_id)
    watch.now += seconds
    assert sweeper.tick()[0] == [job_id]


def test_what_a_clock_set_back_left_in_the_far_future_is_brought_near(desk: Desk, sweeper: Sweeper) -> None:
    running, resting = desk.queue(), desk.queue()
    desk.claimed()
    desk.change(running, lease_until=shifted(db_now(), HOUR_MS))
    desk.change(resting, run_after=shifted(db_now(), HOUR_MS))
    assert sweeper.tick() == ([], True)
    soon = utc_now() + timedelta(seconds=LEASE + 5)
    assert desk.row(running).lease_until < soon
    assert desk.claimed().job_id == resting


def test_ordinary_waits_are_left_alone(desk: Desk, sweeper: Sweeper) -> None:
    desk.queue()
    desk.do(queue.fail, desk.claimed(), "no_ink", "There is no ink.", retryable=True)
    with UnitOfWork(desk.database, write=False) as work:
        before = work.session.scalar(select(JobRow.run_after))
    sweeper.tick()
    with UnitOfWork(desk.database, write=False) as work:
        assert work.session.scalar(select(JobRow.run_after)) == before


def test_silent_workers_are_forgotten(desk: Desk, sweeper: Sweeper) -> None:
    facts = {"host": "studio", "pid": 7, "device": "cpu", "engines": ("press",), "job_id": None}
    for name in ("quiet", "lively"):
        desk.do(workers.report, name, state="idle", **facts)
    long_ago = update(WorkerRow).where(WorkerRow.id == "quiet").values(heartbeat_at=shifted(db_now(), -61_000))
    desk.do(lambda work: work.session.execute(long_ago))
    sweeper.tick()
    desk.do(workers.report, "lively", state="busy", **facts)
    (worker,) = desk.do(workers.list_workers)
    assert (worker.id, worker.state, worker.engines) == ("lively", "busy", ("press",))
    desk.do(workers.remove, "lively")
    assert desk.do(workers.count_alive) == 0
