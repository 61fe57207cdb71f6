"""For which jobs a bell rings, and when again; and whose jobs a worker takes."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import update

from platemark.db.tables import JobRow
from platemark.db.types import db_now, shifted
from platemark.jobs import queue, wakeup_outbox
from tests.unit.jobs.conftest import LEASE_MS, Desk


def rung(desk: Desk, milliseconds_ago: int) -> None:
    desk.do(lambda work: work.session.execute(update(JobRow).values(rung_at=shifted(db_now(), -milliseconds_ago))))


def test_a_new_job_is_rung_for_once(desk: Desk) -> None:
    desk.queue()
    assert [desk.do(wakeup_outbox.mark_ready_jobs), desk.do(wakeup_outbox.mark_ready_jobs)] == [1, 0]


@pytest.mark.parametrize(("ago", "again"), [(29_000, 0), (31_000, 1), (-60_000, 1)])
def test_a_ring_counts_for_half_a_minute(desk: Desk, ago: int, again: int) -> None:
    desk.queue()
    rung(desk, ago)
    assert desk.do(wakeup_outbox.mark_ready_jobs) == again


def test_nobody_is_rung_for_what_nobody_may_take(desk: Desk) -> None:
    desk.queue()
    desk.do(queue.set_paused, paused=True)
    assert desk.do(wakeup_outbox.mark_ready_jobs) == 0
    desk.do(queue.set_paused, paused=False)
    desk.claimed()
    assert desk.do(wakeup_outbox.mark_ready_jobs) == 0


def test_a_job_that_was_given_back_is_rung_for_at_once(desk: Desk) -> None:
    desk.queue()
    desk.do(wakeup_outbox.mark_ready_jobs)
    desk.do(queue.release, desk.claimed())
    assert desk.do(wakeup_outbox.mark_ready_jobs) == 1


def test_it_rings_for_a_few_at_once_and_for_the_first_first(desk: Desk) -> None:
    late = desk.queue()
    first = [desk.queue(priority=5) for _ in range(3)]
    assert desk.do(wakeup_outbox.mark_ready_jobs, limit=3) == 3
    assert all(desk.row(it).rung_at for it in first)
    assert desk.row(late).rung_at is None


def test_of_four_who_ring_one_rings_for_each_job(desk: Desk) -> None:
    for _ in range(12):
        desk.queue()
    with ThreadPoolExecutor(4) as pool:
        counts = Counter(
            it for _ in range(3) for it in pool.map(lambda _: desk.do(wakeup_outbox.mark_ready_jobs, limit=4), range(4))
        )
    assert sum(count * times for count, times in counts.items()) == 12


def test_a_worker_takes_what_its_engines_can_do(desk: Desk) -> None:
    other = desk.queue(engine="local", priority=9)
    ours = desk.queue(engine="press")
    lease = desk.do(queue.claim, "us", lease_ms=LEASE_MS, engines=("press",))
    assert lease is not None
    assert lease.job_id == ours
    assert desk.do(queue.claim, "us", lease_ms=LEASE_MS, engines=("press",)) is None
    assert desk.do(queue.claim, "us", lease_ms=LEASE_MS, engines=()) is None
    assert desk.state(other) == "queued"
