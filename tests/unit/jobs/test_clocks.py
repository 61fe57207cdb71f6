"""A worker's own clock means nothing: all that has to do with time is the database's."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo

import pytest

from platemark import clock
from platemark.jobs import queue
from tests.unit.jobs.conftest import LEASE_MS, Desk

HOUR = timedelta(hours=1)


@pytest.fixture(params=[HOUR, -HOUR], ids=["fast", "slow"])
def off(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> timedelta:
    """This process's clocks are an hour off, those of the database are right."""
    error: timedelta = request.param
    right = time.time

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Wrong:
            return cls.fromtimestamp(right(), tz) + error

    monkeypatch.setattr(clock, "datetime", Wrong)
    monkeypatch.setattr(time, "time", lambda: right() + error.total_seconds())
    return error


def test_a_lease_is_as_long_as_it_should_be(desk: Desk, off: timedelta) -> None:
    job_id = desk.queue()
    lease = desk.claimed()
    for _ in range(2):
        left = desk.row(job_id).lease_until - (clock.utc_now() - off)
        assert timedelta(seconds=50) < left <= timedelta(milliseconds=LEASE_MS + 1000)
        assert desk.beat(lease) == "ok"
    assert desk.do(queue.sweep) == []
    desk.let_the_lease_run_out(job_id)
    assert desk.do(queue.sweep) == [job_id]


def test_a_job_rests_and_is_ready_when_the_database_says_so(desk: Desk, off: timedelta) -> None:
    job_id = desk.queue()
    desk.do(queue.fail, desk.claimed(), "no_ink", "There is no ink.", retryable=True)
    assert not desk.do(queue.has_ready)
    row = desk.row(job_id)
    assert row.run_after - (datetime.now(UTC)) < timedelta(seconds=5)
    desk.change(job_id, run_after=row.created_at)
    lease = desk.claimed()
    desk.do(queue.complete, lease)
    row = desk.row(job_id)
    assert timedelta(0) <= row.finished_at - row.created_at < timedelta(minutes=5)
    assert timedelta(0) <= row.finished_at - row.started_at < timedelta(minutes=5)
