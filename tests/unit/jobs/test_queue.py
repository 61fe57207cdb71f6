"""What the queue keeps and in which order it gives."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from platemark.db.engine import Database
from platemark.db.tables import EventRow, ImageRow
from platemark.db.types import db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from tests.unit.jobs.conftest import LEASE_MS, Desk


def test_the_first_in_is_the_first_out_within_a_priority(desk: Desk) -> None:
    low, first, second, high = (desk.queue(priority=priority) for priority in (-3, 0, 0, 5))
    assert [desk.claimed().job_id for _ in range(4)] == [high, first, second, low]
    assert desk.claim() is None


def test_a_new_priority_changes_who_is_next(desk: Desk) -> None:
    first, second = desk.queue(), desk.queue()
    desk.do(queue.set_priority, second, 1)
    assert [desk.claimed().job_id, desk.claimed().job_id] == [second, first]


def test_a_claim_says_what_to_do_and_that_it_is_ours(desk: Desk) -> None:
    job_id = desk.queue(payload={"prompt": "a heron"}, row_position=4)
    lease = desk.claimed("worker-1")
    row = desk.row(job_id)
    assert (lease.payload, lease.attempt, lease.row_position) == ({"prompt": "a heron"}, 1, 4)
    assert (row.owner, row.token, row.attempt, lease.trace_id) == ("worker-1", lease.token, 1, "trace-of-the-desk")
    assert (row.lease_until - row.started_at).total_seconds() == pytest.approx(LEASE_MS / 1000, abs=0.5)


def test_a_job_that_was_not_committed_was_never_queued(desk: Desk) -> None:
    with UnitOfWork(desk.database, write=True) as work:
        queue.add(work, [NewJob(kind="generate", engine="press", payload={})])
    assert desk.claim() is None
    assert desk.events() == []


def test_a_paused_queue_gives_nothing_and_keeps_what_runs(desk: Desk) -> None:
    running = desk.queue()
    lease = desk.claimed()
    waiting = desk.queue()
    assert desk.do(queue.set_paused, paused=True)
    assert desk.claim() is None
    assert not desk.do(queue.has_ready)
    assert desk.beat(lease) == "ok"
    assert desk.do(queue.complete, lease).outcome == "succeeded"
    assert desk.do(queue.set_paused, paused=False)
    assert desk.claimed().job_id == waiting != running


def test_pausing_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    assert not desk.do(queue.set_paused, paused=False)
    assert desk.do(queue.set_paused, paused=True)
    since = desk.do(queue.paused_at)
    assert not desk.do(queue.set_paused, paused=True)
    assert desk.do(queue.paused_at) == since is not None
    assert desk.events() == ["queue.paused"]


def test_a_failed_attempt_rests_before_the_next(desk: Desk) -> None:
    job_id = desk.queue()
    desk.do(queue.fail, desk.claimed(), "no_ink", "There is no ink.", retryable=True)
    row = desk.row(job_id)
    assert (row.state, row.error_code, row.error_message) == ("queued", "no_ink", "There is no ink.")
    assert desk.claim() is None
    desk.change(job_id, run_after=shifted(db_now(), -1))
    assert desk.claimed().attempt == 2
    assert desk.row(job_id).error_code is None


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 1), (2, 4), (3, 16), (4, 60), (50, 60)])
def test_rests_grow_up_to_a_minute(attempt: int, seconds: int) -> None:
    assert queue.compute_backoff_ms(attempt) == seconds * 1000


@pytest.mark.parametrize("end", ["fail", "sweep"])
def test_the_last_attempt_ends_failed_with_its_reason(desk: Desk, end: str) -> None:
    job_id = desk.queue(max_attempts=2)
    for _ in range(2):
        lease = desk.claimed()
        if end == "fail":
            desk.do(queue.fail, lease, "no_ink", "There is no ink.", retryable=True)
            desk.change(job_id, run_after=shifted(db_now(), -1))
        else:
            desk.let_the_lease_run_out(job_id)
            desk.do(queue.sweep)
    row = desk.row(job_id)
    assert (row.state, row.attempt) == ("failed", 2)
    assert row.error_code == ("no_ink" if end == "fail" else "worker_lost")
    assert desk.claim() is None


def test_giving_a_job_back_costs_no_attempt(desk: Desk) -> None:
    job_id = desk.queue(max_attempts=1)
    for _ in range(3):
        assert desk.do(queue.release, desk.claimed()) == "queued"
    assert (desk.row(job_id).attempt, desk.row(job_id).error_code) == (0, None)
    assert desk.do(queue.complete, desk.claimed()).outcome == "succeeded"


def test_a_job_asked_to_stop_whose_worker_dies_is_not_run_again(desk: Desk) -> None:
    job_id = desk.queue()
    desk.claimed()
    desk.do(queue.cancel, job_id)
    desk.let_the_lease_run_out(job_id)
    desk.do(queue.sweep)
    assert (desk.state(job_id), desk.row(job_id).error_code) == ("cancelled", None)


def test_a_cancelled_job_keeps_no_output_of_its_completion(desk: Desk) -> None:
    job_id = desk.queue()
    lease = desk.claimed()
    desk.do(queue.cancel, job_id)
    assert desk.do(queue.complete, lease).outcome == "cancelled"
    with UnitOfWork(desk.database, write=False) as work:
        assert work.session.scalars(select(ImageRow.id)).all() == []


def test_a_retried_job_has_all_its_attempts_again(desk: Desk) -> None:
    job_id = desk.queue()
    lease = desk.claimed()
    desk.do(queue.fail, lease, "no_paper", "There is no paper.", retryable=False)
    assert desk.do(queue.retry, [job_id]) == [job_id]
    row = desk.row(job_id)
    assert (row.state, row.attempt, row.progress, row.error_code, row.finished_at) == ("queued", 0, 0.0, None, None)
    assert desk.beat(lease) == "lost"
    assert desk.claimed().attempt == 1


def test_progress_is_that_of_the_present_attempt(desk: Desk) -> None:
    job_id = desk.queue()
    desk.beat(desk.claimed(), progress=0.75)
    assert desk.row(job_id).progress == 0.75
    desk.let_the_lease_run_out(job_id)
    desk.do(queue.sweep)
    lease = desk.claimed()
    assert desk.row(job_id).progress == 0.0
    desk.do(queue.complete, lease)
    assert desk.row(job_id).progress == 1.0


def test_a_late_beat_before_the_sweep_keeps_the_lease(desk: Desk) -> None:
    job_id = desk.queue()
    lease = desk.claimed()
    desk.let_the_lease_run_out(job_id)
    assert desk.beat(lease) == "ok"
    assert desk.do(queue.sweep) == []


def test_what_an_engine_says_of_its_failure_is_made_printable(desk: Desk) -> None:
    job_id = desk.queue()
    desk.do(queue.fail, desk.claimed(), "No Such Code!", "bad\x00\x1b[31mwords" + "x" * 3000, retryable=False)
    row = desk.row(job_id)
    assert (row.error_code, row.error_message[:16], len(row.error_message)) == (
        "engine_failed",
        "bad  [31mwordsxx",
        2000,
    )


def test_all_jobs_of_a_set_run_are_cancelled_at_once(desk: Desk) -> None:
    run_id = NewJob(kind="x", engine="", payload={}).id
    running, waiting, other = desk.queue(set_run_id=run_id), desk.queue(set_run_id=run_id), desk.queue()
    desk.claimed()
    assert desk.do(queue.cancel_set_run, run_id) == 2
    assert [desk.state(each) for each in (running, waiting, other)] == ["running", "cancelled", "queued"]
    assert desk.row(running).cancel_requested_at is not None


def test_a_thousand_jobs_are_queued_in_their_order(desk: Desk) -> None:
    jobs = [
        NewJob(kind="generate", engine="press", payload={"prompt": str(row)}, row_position=row) for row in range(1000)
    ]
    desk.do(queue.add, jobs)
    assert [desk.claimed().row_position for _ in range(3)] == [0, 1, 2]
    assert len(desk.events()) == 1003


def test_events_tell_a_jobs_story(desk: Desk) -> None:
    job_id = desk.queue()
    desk.do(queue.release, desk.claimed())
    desk.do(queue.complete, desk.claimed())
    assert desk.events(job_id) == ["job.queued", "job.running", "job.queued", "job.running", "job.succeeded"]


def test_an_event_bears_the_trace_and_a_rolled_back_one_is_forgotten(database: Database) -> None:
    with UnitOfWork(database, write=True, trace_id="trace-one") as work:
        queue.add(work, [NewJob(kind="generate", engine="press", payload={})])
        work.session.rollback()
        record(work, "test.kept", None, colour="red")
        work.commit()
    with UnitOfWork(database, write=False) as work:
        rows = work.session.scalars(select(EventRow)).all()
    assert [(row.kind, row.data, row.trace_id) for row in rows] == [("test.kept", {"colour": "red"}, "trace-one")]
