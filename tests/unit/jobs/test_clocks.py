"""Worker clocks do not matter: all times are the database's."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo

import pytest

from platemark import clock
from platemark.jobs import queue
from tests.unit.jobs.conftest import LEASE_MS, QueueDriver

HOUR = timedelta(hours=1)


@pytest.fixture(params=[HOUR, -HOUR], ids=["fast", "slow"])
def off(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> timedelta:
    """Set the clocks of this process an hour off; the database's clock stays right."""
    error: timedelta = request.param
    right = time.time

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Wrong:
            return cls.fromtimestamp(right(), tz) + error

    monkeypatch.setattr(clock, "datetime", Wrong)
    monkeypatch.setattr(time, "time", lambda: right() + error.total_seconds())
    return error


def test_leases_use_the_database_clock(driver: QueueDriver, off: timedelta) -> None:
    job_id = driver.queue()
    lease = driver.claimed()
    for _ in range(2):
        remaining = driver.row(job_id).lease_until - (clock.utc_now() - off)
        assert timedelta(seconds=50) < remaining <= timedelta(milliseconds=LEASE_MS + 1000)
        assert driver.heartbeat(lease) == "ok"
    assert driver.do(queue.sweep) == []
    driver.expire_lease(job_id)
    assert driver.do(queue.sweep) == [job_id]


def test_backoffs_use_the_database_clock(driver: QueueDriver, off: timedelta) -> None:
    job_id = driver.queue()
    driver.do(queue.fail, driver.claimed(), "no_ink", "There is no ink.", retryable=True)
    assert not driver.do(queue.has_ready)
    row = driver.row(job_id)
    assert row.run_after - (datetime.now(UTC)) < timedelta(seconds=5)
    driver.change(job_id, run_after=row.created_at)
    lease = driver.claimed()
    driver.do(queue.complete, lease)
    row = driver.row(job_id)
    assert timedelta(0) <= row.finished_at - row.created_at < timedelta(minutes=5)
    assert timedelta(0) <= row.finished_at - row.started_at < timedelta(minutes=5)
