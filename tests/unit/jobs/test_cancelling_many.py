"""Many jobs are cancelled at once, as if each were cancelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text

from platemark.access import ANYONE, Actor
from platemark.db.tables import EventRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Forbidden, PlatemarkError, Unauthenticated, Unprocessable
from platemark.ids import new_id
from platemark.jobs import queue, service
from platemark.jobs.queue import Lease
from platemark.jobs.views import CancellationFilter, JobCancellation, JobFilter
from platemark.paging import PageRequest
from tests.unit.jobs.conftest import QueueDriver
from tests.unit.jobs.test_queue_races import run_concurrently

MakeUser = Callable[..., Actor]
RUN = new_id()


class Canceller:
    """Calls ``cancel_jobs``, and counts how often workers were woken."""

    def __init__(self, driver: QueueDriver, make_user: MakeUser) -> None:
        self.driver, self.wakeups = driver, 0
        self.studio = driver.studio(Engines.of([]), self.wake)
        roles = {"ada": "editor", "bob": "editor", "reader": "viewer", "admin": "admin"}
        self.by = {name: make_user(name, role) for name, role in roles.items()} | {"anyone": ANYONE}

    def wake(self) -> None:
        self.wakeups += 1

    def cancel(self, name: str = "ada", *, dry_run: bool = False, **filters: Any) -> JobCancellation:
        selected = CancellationFilter(**filters)
        return self.driver.do(service.cancel_jobs, self.studio, selected, dry_run=dry_run, by=self.by[name])

    def queue(self, name: str | None = "ada", **facts: Any) -> UUID:
        return self.driver.queue(created_by=None if name is None else self.by[name].user_id, **facts)

    def running(self, name: str = "ada", **facts: Any) -> Lease:
        job_id = self.queue(name, priority=10, **facts)
        lease = self.driver.claimed()
        assert lease.job_id == job_id
        return lease


@pytest.fixture
def canceller(driver: QueueDriver, make_user: MakeUser) -> Canceller:
    return Canceller(driver, make_user)


def test_queued_jobs_are_cancelled_and_running_ones_asked_to_stop(canceller: Canceller) -> None:
    driver, lease = canceller.driver, canceller.running()
    waiting, other = [canceller.queue() for _ in range(2)], canceller.queue("bob")
    assert canceller.cancel() == JobCancellation(False, 2, 1, more=False)
    assert [driver.state(job_id) for job_id in waiting] == ["cancelled"] * 2
    assert all(driver.row(job_id).finished_at and driver.row(job_id).cancel_requested_at for job_id in waiting)
    assert [driver.events(job_id)[-1] for job_id in waiting] == ["job.cancelled"] * 2
    assert (driver.state(lease.job_id), driver.events(lease.job_id)[-1]) == ("running", "job.cancel_requested")
    assert driver.heartbeat(lease) == "cancel"
    assert (driver.state(other), driver.events(other)) == ("queued", ["job.queued"])
    assert canceller.wakeups == 1
    events = driver.events()
    assert canceller.cancel() == JobCancellation(False, 0, 0, more=False)
    assert driver.events() == events


def test_a_dry_run_says_the_same_and_changes_nothing(canceller: Canceller) -> None:
    lease, waiting = canceller.running(), canceller.queue()
    events = canceller.driver.events()
    assert canceller.cancel(dry_run=True) == JobCancellation(True, 1, 1, more=False)
    assert [canceller.driver.state(it) for it in (lease.job_id, waiting)] == ["running", "queued"]
    assert canceller.driver.row(lease.job_id).cancel_requested_at is None
    assert (canceller.driver.events(), canceller.wakeups) == (events, 0)


@pytest.mark.parametrize(
    ("name", "filters", "expected"),
    [
        ("ada", {}, {"ada", "ada in run", "ada running", "ada caption"}),
        ("ada", {"queued_only": True}, {"ada", "ada in run", "ada caption"}),
        ("ada", {"kind": "caption"}, {"ada caption"}),
        ("ada", {"set_run_id": RUN}, {"ada in run"}),
        ("ada", {"set_run_id": new_id()}, set()),
        ("ada", {"set_run_id": RUN, "kind": "caption"}, set()),
        ("admin", {}, set()),
        ("admin", {"created_by": "bob"}, {"bob", "bob in run"}),
        ("admin", {"everyone": True, "set_run_id": RUN}, {"ada in run", "bob in run"}),
        ("admin", {"everyone": True, "kind": "caption"}, {"ada caption"}),
        (
            "admin",
            {"everyone": True, "queued_only": True},
            {"ada", "ada in run", "ada caption", "bob", "bob in run", "nobody"},
        ),
        (
            "admin",
            {"everyone": True},
            {"ada", "ada in run", "ada running", "ada caption", "bob", "bob in run", "nobody"},
        ),
    ],
)
@pytest.mark.parametrize("dry_run", [True, False])
def test_each_filter_selects_what_it_says(
    canceller: Canceller, name: str, filters: dict[str, Any], expected: set[str], dry_run: bool
) -> None:
    ids = {
        "ada running": canceller.running().job_id,
        "ada": canceller.queue(),
        "ada in run": canceller.queue(set_run_id=RUN),
        "ada caption": canceller.queue(kind="caption"),
        "bob": canceller.queue("bob"),
        "bob in run": canceller.queue("bob", set_run_id=RUN),
        "nobody": canceller.queue(None),
    }
    if isinstance(owner := filters.get("created_by"), str):
        filters = filters | {"created_by": canceller.by[owner].user_id}
    answer = canceller.cancel(name, dry_run=dry_run, **filters)
    changed = {it for it, job_id in ids.items() if canceller.driver.row(job_id).cancel_requested_at is not None}
    assert changed == (set() if dry_run else expected)
    stopping = len(expected & {"ada running"})
    assert (answer.cancelled_count, answer.stopping_count) == (len(expected) - stopping, stopping)


def test_finished_jobs_stay_as_they_are(canceller: Canceller) -> None:
    lease = canceller.running()
    canceller.driver.do(queue.complete, lease)
    before = canceller.driver.row(lease.job_id)
    assert canceller.cancel() == JobCancellation(False, 0, 0, more=False)
    assert canceller.driver.row(lease.job_id) == before


@pytest.mark.parametrize(
    ("name", "whose", "error"),
    [
        ("bob", "ada", Forbidden),
        ("bob", "everyone", Forbidden),
        ("reader", "own", Forbidden),
        ("anyone", "own", Unauthenticated),
        ("bob", "both", Unprocessable),
    ],
)
def test_the_jobs_of_others_are_for_admins(
    canceller: Canceller, name: str, whose: str, error: type[PlatemarkError]
) -> None:
    job_id = canceller.queue()
    filters: dict[str, Any] = {"everyone": whose in ("everyone", "both")}
    if whose in ("ada", "both"):
        filters["created_by"] = canceller.by["ada"].user_id
    with pytest.raises(error) as refused:
        canceller.cancel(name, **filters)
    if error is Unprocessable:
        assert [it.pointer for it in refused.value.findings] == ["/created_by", "/everyone"]
    assert canceller.driver.state(job_id) == "queued"


def test_an_editor_may_name_themselves(canceller: Canceller) -> None:
    canceller.queue("bob")
    assert canceller.cancel("bob", created_by=canceller.by["bob"].user_id).cancelled_count == 1


def test_what_would_run_first_is_cancelled_first(canceller: Canceller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MAX_CANCELLED", 2)
    last, first, second = (canceller.queue(priority=priority) for priority in (-5, 3, 0))
    assert canceller.cancel(dry_run=True) == JobCancellation(True, 2, 0, more=True)
    assert canceller.cancel() == JobCancellation(False, 2, 0, more=True)
    assert [canceller.driver.state(it) for it in (first, second, last)] == ["cancelled", "cancelled", "queued"]
    canceller.queue(priority=-6)
    assert canceller.cancel(dry_run=True) == JobCancellation(True, 2, 0, more=False)
    assert canceller.cancel() == JobCancellation(False, 2, 0, more=False)


def test_no_job_is_lost_between_workers_and_those_who_cancel(canceller: Canceller) -> None:
    driver = canceller.driver
    ids = [canceller.queue() for _ in range(60)]

    def work(number: int) -> None:
        if number % 2:
            canceller.cancel(queued_only=number == 1)
        else:
            claimed = (driver.claim(f"worker-{number}") for _ in range(3))
            leases = [lease for lease in claimed if lease is not None]
            driver.do(lambda unit: [queue.complete(unit, lease) for lease in leases])

    run_concurrently(work, 6)
    canceller.cancel()
    states = {driver.state(job_id) for job_id in ids}
    assert states <= {"succeeded", "cancelled"}
    for job_id in ids:
        ends = [it for it in driver.events(job_id) if it in ("job.succeeded", "job.cancelled")]
        assert ends == [f"job.{driver.state(job_id)}"]


def test_jobs_are_listed_by_their_owner(canceller: Canceller) -> None:
    lease, waiting, of_run = canceller.running(), canceller.queue(), canceller.queue(set_run_id=RUN, kind="caption")
    of_bob = canceller.queue("bob", set_run_id=RUN)

    def listed(name: str = "ada", **filters: Any) -> list[UUID]:
        selected = JobFilter(created_by=canceller.by[name].user_id, **filters)
        page = PageRequest(limit=50)
        found = canceller.driver.do(service.list_jobs, selected, page, by=canceller.by["admin"])
        of_all = canceller.driver.do(
            service.list_jobs, replace(selected, created_by=None), page, by=canceller.by["admin"]
        )
        assert found.counts == of_all.counts
        return [job.id for job in found.page.items]

    assert listed() == [of_run, waiting, lease.job_id]
    assert listed(states=["queued"]) == [of_run, waiting]
    assert listed(states=["queued", "running"], kind="generate") == [waiting, lease.job_id]
    assert listed(set_run_id=RUN) == [of_run]
    assert listed(set_run_id=RUN, states=["running"]) == []
    assert listed("bob") == [of_bob]
    assert listed("reader") == []


def test_the_jobs_of_a_user_are_listed_in_pages(canceller: Canceller) -> None:
    ids = [canceller.queue(name) for name in ("ada", "bob", "ada", "ada")]
    of_ada = JobFilter(created_by=canceller.by["ada"].user_id)
    first = canceller.driver.do(service.list_jobs, of_ada, PageRequest(limit=2), by=canceller.by["reader"]).page
    after = PageRequest(limit=2, after=first.next_after)
    rest = canceller.driver.do(service.list_jobs, of_ada, after, by=canceller.by["reader"]).page
    assert [[job.id for job in page.items] for page in (first, rest)] == [[ids[3], ids[2]], [ids[0]]]


def scattered(driver: QueueDriver, jobs: list[UUID], act: Callable[..., object], subject: object) -> None:
    """Change jobs whose rows the database finds in another order than that of their creation."""
    for job_id in reversed(jobs):
        driver.change(job_id, progress=0.0)

    def without_indexes(work: UnitOfWork) -> None:
        if work.dialect == "postgresql":
            for scan in ("indexscan", "bitmapscan"):
                work.session.execute(text(f"SET LOCAL enable_{scan} = off"))
        act(work, subject)

    driver.do(without_indexes)


def test_jobs_are_told_of_in_the_order_of_their_creation(driver: QueueDriver) -> None:
    jobs = [driver.queue(set_run_id=RUN) for _ in range(12)]
    scattered(driver, jobs, queue.cancel_set_run, RUN)
    scattered(driver, jobs, queue.retry, jobs)
    with UnitOfWork(driver.database, write=False) as work:
        told = work.session.execute(select(EventRow.kind, EventRow.subject_id).order_by(EventRow.id)).all()
    expected = [(kind, job_id) for kind in ("job.queued", "job.cancelled", "job.queued") for job_id in jobs]
    assert [tuple(it) for it in told] == expected
