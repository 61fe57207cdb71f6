"""The position of every queued job is its rank in the queue, after any history and while others change the queue."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from platemark.access import SYSTEM
from platemark.db.kept_counts.folding import fold
from platemark.db.tables import JobRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs import queue, service
from platemark.jobs.places import LARGE, SMALL, count_ahead, list_positions
from platemark.jobs.queue import Lease, NewJob
from platemark.jobs.statements import JOB, QUEUE_ORDER, QUEUED
from platemark.jobs.views import JobFilter
from platemark.paging import PageRequest
from tests.unit.jobs.conftest import LEASE_MS, QueueDriver

RANK = func.row_number().over(order_by=QUEUE_ORDER) - 1
POSITIONS = select(JOB.id, count_ahead(JOB.priority, JOB.place, JOB.id), RANK).where(QUEUED)
FAR = 3 << LARGE
EDGE = 7 << SMALL
"""Places up to here are in several buckets of each size."""

THREADS, STEPS = 5, 60


@pytest.fixture(autouse=True)
def users(make_user: Callable[..., Any]) -> None:
    for _ in range(3):
        make_user()


def _list_users(work: UnitOfWork) -> list[UUID]:
    return list(work.session.scalars(select(UserRow.id).order_by(UserRow.id)))


class Crowd:
    """Takes random steps, as callers and workers do, on the jobs that it queued and on those of others."""

    def __init__(self, driver: QueueDriver, seed: int) -> None:
        self.driver = driver
        self.users = (None, *driver.do(_list_users))
        self.random = random.Random(seed)
        self.leases: list[Lease] = []
        self.steps = (self.add, self.add, self.add_many, self.claim, self.claim, self.end, self.cancel, self.retry,
                      self.change_priority, self.fold)  # fmt: skip

    def take_steps(self, count: int) -> None:
        for step in self.random.choices(self.steps, k=count):
            step()

    def new_jobs(self, count: int) -> list[NewJob]:
        """Of one user, as all are that are queued together."""
        user_id, choose = self.random.choice(self.users), self.random.choice
        priorities = [choose((-10, 0, 0, 0, 3, 10)) for _ in range(count)]
        common: dict[str, Any] = {"kind": "generate", "engine": "press", "payload": {}, "created_by": user_id}
        return [NewJob(**common, priority=priority) for priority in priorities]

    def some_job(self, *where: Any) -> UUID | None:
        with UnitOfWork(self.driver.database, write=False) as work:
            ids = work.session.scalars(select(JobRow.id).where(*where)).all()
        return self.random.choice(ids) if ids else None

    def add(self) -> None:
        self.driver.do(queue.add, self.new_jobs(1))

    def add_many(self) -> None:
        self.driver.do(queue.add, self.new_jobs(self.random.randrange(2, 40)))

    def claim(self) -> None:
        lease = self.driver.claim()
        if lease is not None:
            more = self.driver.do(queue.claim_more, "us", lease, lease_ms=LEASE_MS, limit=self.random.randrange(5))
            self.leases += [lease, *more]

    def end(self) -> None:
        if self.leases:
            lease = self.leases.pop(self.random.randrange(len(self.leases)))
            ends: tuple[Callable[..., Any], ...] = (queue.complete, queue.release, self.fail)
            self.driver.do(self.random.choice(ends), lease)

    def fail(self, work: UnitOfWork, lease: Lease) -> None:
        queue.fail(work, lease, "no_ink", "There is no ink.", retryable=self.random.random() < 0.5)

    def cancel(self) -> None:
        if job_id := self.some_job(QUEUED):
            self.driver.do(queue.cancel, job_id)

    def retry(self) -> None:
        if job_id := self.some_job(JobRow.state.in_(("failed", "cancelled"))):
            self.driver.do(queue.retry, [job_id])

    def change_priority(self) -> None:
        if job_id := self.some_job(QUEUED):
            self.driver.do(queue.set_priority, job_id, self.random.randint(-10, 10))

    def fold(self) -> None:
        self.driver.do(lambda work: fold(work.connection))


def positions(driver: QueueDriver) -> list[tuple[UUID, int, int]]:
    """Each queued job with its position and its rank, as of one moment."""
    with UnitOfWork(driver.database, write=False) as work:
        return [tuple(row) for row in work.session.execute(POSITIONS)]


def assert_positions(driver: QueueDriver) -> None:
    assert [row for row in positions(driver) if row[1] != row[2]] == []


def assert_positions_of_pages(driver: QueueDriver, crowd: Crowd) -> None:
    """The statement for pages gives the same. It asks for jobs that are not queued, too."""
    ranks = {job_id: rank for job_id, _, rank in positions(driver)}
    with UnitOfWork(driver.database, write=False) as work:
        ids = work.session.scalars(select(JobRow.id)).all()
        for size in (1, 7, len(ids)):
            page = crowd.random.sample(ids, size)
            assert list_positions(work, page) == {job_id: ranks[job_id] for job_id in page if job_id in ranks}


def scatter(driver: QueueDriver, crowd: Crowd) -> None:
    """Move jobs to places far apart, as if many others had been queued between them; some to the same place."""
    with UnitOfWork(driver.database, write=False) as work:
        ids = work.session.scalars(select(JobRow.id)).all()
    for job_id in ids:
        driver.change(job_id, place=crowd.random.choice((crowd.random.randrange(FAR), EDGE, (1 << LARGE) - 1)))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
def test_after_each_part_of_a_history_the_positions_are_the_ranks(driver: QueueDriver, seed: int) -> None:
    crowd = Crowd(driver, seed)
    for part in range(6):
        crowd.take_steps(20)
        if part == 2:
            scatter(driver, crowd)
        assert_positions(driver)
        assert_positions_of_pages(driver, crowd)
    assert len(positions(driver)) > 20


@pytest.mark.timeout(300)
def test_while_others_change_the_queue_the_positions_are_the_ranks(driver: QueueDriver) -> None:
    crowds = [Crowd(driver, seed) for seed in range(THREADS)]
    crowds[0].take_steps(20)
    done = threading.Event()

    def watch() -> int:
        moments = 0
        while not done.is_set():
            assert_positions(driver)
            moments += 1
        return moments

    with ThreadPoolExecutor(THREADS + 1) as pool:
        watching = pool.submit(watch)
        try:
            list(pool.map(lambda crowd: crowd.take_steps(STEPS), crowds))
        finally:
            done.set()
        assert watching.result() > 1
    assert_positions(driver)


def test_a_page_shows_the_positions(driver: QueueDriver) -> None:
    crowd = Crowd(driver, 3)
    for _ in range(4):
        crowd.add_many()
    scatter(driver, crowd)
    ranks = {job_id: rank for job_id, _, rank in positions(driver)}
    page = driver.do(service.list_jobs, JobFilter(), PageRequest(200), by=SYSTEM).page.items
    assert {view.id: view.position for view in page} == ranks
    job_id = page[len(page) // 2].id
    assert driver.do(service.get_job, job_id, by=SYSTEM).position == ranks[job_id]


def test_a_job_that_is_queued_again_keeps_its_place(driver: QueueDriver) -> None:
    first, second = driver.queue(), driver.queue()
    driver.do(queue.cancel, first)
    third = driver.queue()
    driver.do(queue.retry, [first])
    assert [driver.claimed().job_id for _ in range(3)] == [first, second, third]
