"""The transitions of a job, without concurrency."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from platemark.db.engine import Database
from platemark.db.tables import EventRow, ImageRow
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.jobs import queries, queue
from platemark.jobs.queue import Lease, NewJob
from tests.unit.jobs.conftest import LEASE_MS, QueueDriver


def test_jobs_are_claimed_by_priority_then_age(driver: QueueDriver) -> None:
    low, first, second, high = (driver.queue(priority=priority) for priority in (-3, 0, 0, 5))
    assert [driver.claimed().job_id for _ in range(4)] == [high, first, second, low]
    assert driver.claim() is None


def test_a_changed_priority_changes_the_order(driver: QueueDriver) -> None:
    first, second = driver.queue(), driver.queue()
    driver.do(queue.set_priority, second, 1)
    assert [driver.claimed().job_id, driver.claimed().job_id] == [second, first]


def test_a_claim_returns_the_job_and_records_the_lease(driver: QueueDriver) -> None:
    job_id = driver.queue(payload={"prompt": "a heron"}, row_position=4)
    lease = driver.claimed("worker-1")
    row = driver.row(job_id)
    assert (lease.payload, lease.attempt, lease.row_position) == ({"prompt": "a heron"}, 1, 4)
    assert (row.owner, row.token, row.attempt, lease.trace_id) == ("worker-1", lease.token, 1, "trace-of-the-driver")
    assert (row.lease_until - row.started_at).total_seconds() == pytest.approx(LEASE_MS / 1000, abs=0.5)


def test_no_more_jobs_of_an_engine_run_at_once_than_it_allows(driver: QueueDriver) -> None:
    remote = [driver.queue(engine="remote", priority=5) for _ in range(3)]
    press, training = driver.queue(), driver.queue(engine="remote", kind="train", priority=9)

    def claim(*engines: str, at_once: int = 1) -> UUID | None:
        options = {"engines": engines, "jobs_at_once": {"remote": at_once, "absent": 1}}
        lease = driver.do(queue.claim, "us", lease_ms=LEASE_MS, **options)
        leases.extend([lease] if lease else [])
        return None if lease is None else lease.job_id

    leases: list[Lease] = []
    assert claim("press", "remote", at_once=0) == press
    assert claim("remote", "press") == training
    assert claim("press", "remote") is None
    assert claim("remote", at_once=2) == remote[0]
    assert claim("remote", at_once=2) is None
    driver.do(queue.complete, leases[1])
    assert claim("press", "remote") is None
    assert claim("press", "remote", at_once=2) == remote[1]
    driver.expire_lease(remote[0])
    driver.expire_lease(remote[1])
    assert claim("remote", at_once=2) is None, "a job whose worker may be dead still counts until the sweep"
    driver.do(queue.sweep)
    assert claim("remote") == remote[0]
    assert driver.claimed("one without limits").job_id == remote[1]


def test_an_uncommitted_job_is_not_queued(driver: QueueDriver) -> None:
    with UnitOfWork(driver.database, write=True) as work:
        queue.add(work, [NewJob(kind="generate", engine="press", payload={})])
    assert driver.claim() is None
    assert driver.events() == []


def test_a_paused_queue_gives_no_jobs_and_lets_running_ones_finish(driver: QueueDriver) -> None:
    running = driver.queue()
    lease = driver.claimed()
    waiting = driver.queue()
    assert driver.do(queue.set_paused, paused=True)
    assert driver.claim() is None
    assert not driver.do(queue.has_ready)
    assert driver.heartbeat(lease) == "ok"
    assert driver.do(queue.complete, lease).outcome == "succeeded"
    assert driver.do(queue.set_paused, paused=False)
    assert driver.claimed().job_id == waiting != running


def test_pausing_twice_changes_nothing_the_second_time(driver: QueueDriver) -> None:
    assert not driver.do(queue.set_paused, paused=False)
    assert driver.do(queue.set_paused, paused=True)
    since = driver.do(queries.get_queue_state).paused_at
    assert not driver.do(queue.set_paused, paused=True)
    assert driver.do(queries.get_queue_state).paused_at == since is not None
    assert driver.events() == ["queue.paused"]


def test_a_failed_attempt_is_retried_after_a_backoff(driver: QueueDriver) -> None:
    job_id = driver.queue()
    driver.do(queue.fail, driver.claimed(), "no_ink", "There is no ink.", retryable=True)
    row = driver.row(job_id)
    assert (row.state, row.error_code, row.error_message) == ("queued", "no_ink", "There is no ink.")
    assert driver.claim() is None
    driver.change(job_id, run_after=shifted(db_now(), -1))
    assert driver.claimed().attempt == 2
    assert driver.row(job_id).error_code is None


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 1), (2, 4), (3, 16), (4, 60), (50, 60)])
def test_backoffs_grow_to_a_minute(attempt: int, seconds: int) -> None:
    assert queue.compute_backoff_ms(attempt) == seconds * 1000


@pytest.mark.parametrize("end", ["fail", "sweep"])
def test_the_last_attempt_fails_the_job_with_its_error(driver: QueueDriver, end: str) -> None:
    job_id = driver.queue(max_attempts=2)
    for _ in range(2):
        lease = driver.claimed()
        if end == "fail":
            driver.do(queue.fail, lease, "no_ink", "There is no ink.", retryable=True)
            driver.change(job_id, run_after=shifted(db_now(), -1))
        else:
            driver.expire_lease(job_id)
            driver.do(queue.sweep)
    row = driver.row(job_id)
    assert (row.state, row.attempt) == ("failed", 2)
    assert row.error_code == ("no_ink" if end == "fail" else "worker_lost")
    assert driver.claim() is None


def test_releasing_a_job_costs_no_attempt(driver: QueueDriver) -> None:
    job_id = driver.queue(max_attempts=1)
    for _ in range(3):
        assert driver.do(queue.release, driver.claimed()) == "queued"
    assert (driver.row(job_id).attempt, driver.row(job_id).error_code) == (0, None)
    assert driver.do(queue.complete, driver.claimed()).outcome == "succeeded"


def test_a_cancelled_job_is_not_retried_when_its_worker_dies(driver: QueueDriver) -> None:
    job_id = driver.queue()
    driver.claimed()
    driver.do(queue.cancel, job_id)
    driver.expire_lease(job_id)
    driver.do(queue.sweep)
    assert (driver.state(job_id), driver.row(job_id).error_code) == ("cancelled", None)


def test_completing_a_cancelled_job_stores_no_images(driver: QueueDriver) -> None:
    job_id = driver.queue()
    lease = driver.claimed()
    driver.do(queue.cancel, job_id)
    assert driver.do(queue.complete, lease).outcome == "cancelled"
    with UnitOfWork(driver.database, write=False) as work:
        assert work.session.scalars(select(ImageRow.id)).all() == []


def test_a_retried_job_gets_all_its_attempts(driver: QueueDriver) -> None:
    job_id = driver.queue()
    lease = driver.claimed()
    driver.do(queue.fail, lease, "no_paper", "There is no paper.", retryable=False)
    assert driver.do(queue.retry, [job_id]) == [job_id]
    row = driver.row(job_id)
    assert (row.state, row.attempt, row.progress, row.error_code, row.finished_at) == ("queued", 0, 0.0, None, None)
    assert driver.heartbeat(lease) == "lost"
    assert driver.claimed().attempt == 1


def test_progress_belongs_to_the_current_attempt(driver: QueueDriver) -> None:
    job_id = driver.queue()
    driver.heartbeat(driver.claimed(), progress=0.75)
    assert driver.row(job_id).progress == 0.75
    driver.expire_lease(job_id)
    driver.do(queue.sweep)
    lease = driver.claimed()
    assert driver.row(job_id).progress == 0.0
    driver.do(queue.complete, lease)
    assert driver.row(job_id).progress == 1.0


def test_a_late_heartbeat_before_the_sweep_renews_the_lease(driver: QueueDriver) -> None:
    job_id = driver.queue()
    lease = driver.claimed()
    driver.expire_lease(job_id)
    assert driver.heartbeat(lease) == "ok"
    assert driver.do(queue.sweep) == []


def test_error_codes_and_messages_of_engines_are_sanitized(driver: QueueDriver) -> None:
    job_id = driver.queue()
    driver.do(queue.fail, driver.claimed(), "No Such Code!", "bad\x00\x1b[31mwords" + "x" * 3000, retryable=False)
    row = driver.row(job_id)
    assert (row.error_code, row.error_message[:16], len(row.error_message)) == (
        "engine_failed",
        "bad  [31mwordsxx",
        2000,
    )


def test_cancelling_a_set_run_cancels_all_its_jobs(driver: QueueDriver) -> None:
    run_id = NewJob(kind="x", engine="", payload={}).id
    running, waiting, other = driver.queue(set_run_id=run_id), driver.queue(set_run_id=run_id), driver.queue()
    driver.claimed()
    assert driver.do(queue.cancel_set_run, run_id) == 2
    assert [driver.state(each) for each in (running, waiting, other)] == ["running", "cancelled", "queued"]
    assert driver.row(running).cancel_requested_at is not None


def test_a_thousand_jobs_are_queued_in_order(driver: QueueDriver) -> None:
    jobs = [
        NewJob(kind="generate", engine="press", payload={"prompt": str(row)}, row_position=row) for row in range(1000)
    ]
    driver.do(queue.add, jobs)
    assert [driver.claimed().row_position for _ in range(3)] == [0, 1, 2]
    assert len(driver.events()) == 1003


def test_every_transition_records_an_event(driver: QueueDriver) -> None:
    job_id = driver.queue()
    driver.do(queue.release, driver.claimed())
    driver.do(queue.complete, driver.claimed())
    assert driver.events(job_id) == ["job.queued", "job.running", "job.queued", "job.running", "job.succeeded"]


def test_events_carry_the_trace_and_are_lost_on_rollback(database: Database) -> None:
    with UnitOfWork(database, write=True, trace_id="trace-one") as work:
        queue.add(work, [NewJob(kind="generate", engine="press", payload={})])
        work.rollback()
        record(work, "test.kept", None, colour="red")
        work.commit()
    with UnitOfWork(database, write=False) as work:
        rows = work.session.scalars(select(EventRow)).all()
    assert [(row.kind, row.data, row.trace_id) for row in rows] == [("test.kept", {"colour": "red"}, "trace-one")]
