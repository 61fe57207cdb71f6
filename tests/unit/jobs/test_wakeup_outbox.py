"""The wake-up outbox: which jobs get a wake-up, when it is repeated, and which jobs a worker claims."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import update

from platemark.db.tables import JobRow
from platemark.db.types import db_now, shifted
from platemark.jobs import queue, wakeup_outbox
from tests.unit.jobs.conftest import LEASE_MS, QueueDriver


def set_mark_age(driver: QueueDriver, milliseconds_ago: int) -> None:
    driver.do(lambda work: work.session.execute(update(JobRow).values(rung_at=shifted(db_now(), -milliseconds_ago))))


def test_a_new_job_is_marked_once(driver: QueueDriver) -> None:
    driver.queue()
    assert [driver.do(wakeup_outbox.mark_ready_jobs), driver.do(wakeup_outbox.mark_ready_jobs)] == [1, 0]


@pytest.mark.parametrize(("ago", "marked_again"), [(29_000, 0), (31_000, 1), (-60_000, 1)])
def test_a_mark_expires_after_thirty_seconds(driver: QueueDriver, ago: int, marked_again: int) -> None:
    driver.queue()
    set_mark_age(driver, ago)
    assert driver.do(wakeup_outbox.mark_ready_jobs) == marked_again


def test_jobs_that_cannot_be_claimed_are_not_marked(driver: QueueDriver) -> None:
    driver.queue()
    driver.do(queue.set_paused, paused=True)
    assert driver.do(wakeup_outbox.mark_ready_jobs) == 0
    driver.do(queue.set_paused, paused=False)
    driver.claimed()
    assert driver.do(wakeup_outbox.mark_ready_jobs) == 0


def test_a_released_job_is_marked_again_at_once(driver: QueueDriver) -> None:
    driver.queue()
    driver.do(wakeup_outbox.mark_ready_jobs)
    driver.do(queue.release, driver.claimed())
    assert driver.do(wakeup_outbox.mark_ready_jobs) == 1


def test_marks_are_limited_and_follow_queue_order(driver: QueueDriver) -> None:
    late = driver.queue()
    first = [driver.queue(priority=5) for _ in range(3)]
    assert driver.do(wakeup_outbox.mark_ready_jobs, limit=3) == 3
    assert all(driver.row(job_id).rung_at for job_id in first)
    assert driver.row(late).rung_at is None


def test_concurrent_markers_mark_each_job_once(driver: QueueDriver) -> None:
    for _ in range(12):
        driver.queue()
    with ThreadPoolExecutor(4) as pool:
        counts = Counter(
            marked
            for _ in range(3)
            for marked in pool.map(lambda _: driver.do(wakeup_outbox.mark_ready_jobs, limit=4), range(4))
        )
    assert sum(count * times for count, times in counts.items()) == 12


def test_a_worker_claims_only_jobs_for_its_engines(driver: QueueDriver) -> None:
    other = driver.queue(engine="local", priority=9)
    ours = driver.queue(engine="press")
    lease = driver.do(queue.claim, "us", lease_ms=LEASE_MS, engines=("press",))
    assert lease is not None
    assert lease.job_id == ours
    assert driver.do(queue.claim, "us", lease_ms=LEASE_MS, engines=("press",)) is None
    assert driver.do(queue.claim, "us", lease_ms=LEASE_MS, engines=()) is None
    assert driver.state(other) == "queued"
