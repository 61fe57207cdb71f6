"""The operations of the queue: permissions, filters and views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from platemark.access import ANYONE, Actor
from platemark.db.tables import JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Conflict, Forbidden, NotFound, PlatemarkError, Unauthenticated, Unprocessable
from platemark.ids import new_id
from platemark.jobs import queue, service, workers
from platemark.jobs.estimates import update_estimates
from platemark.jobs.requests import GenerateJob
from platemark.jobs.views import JobFilter, JobList, JobReceipt, JobView, QueueView
from platemark.paging import PageRequest
from tests.unit.conftest import RowFactory
from tests.unit.jobs.conftest import QueueDriver
from tests.worker.tiny_engine import TinyEngine

FOX = GenerateJob(prompt="a fox", engine="tiny")
ENGINES = Engines.of([TinyEngine()])
MakeUser = Callable[..., Actor]


class Callers:
    """Users of each role who call the service; counts how often workers were woken."""

    def __init__(self, driver: QueueDriver, make_user: MakeUser) -> None:
        self.driver = driver
        self.wakeups = 0
        self.studio = driver.studio(ENGINES, self.wake)
        self.by: dict[str, Actor] = {name: make_user(name, role) for name, role in ROLES.items()} | {"anyone": ANYONE}

    def wake(self) -> None:
        self.wakeups += 1

    def create_job(self, name: str = "owner", request: GenerateJob = FOX) -> JobView:
        receipt = self.driver.do(service.create_job, self.studio, request, by=self.by[name])
        job: JobView = self.driver.do(service.get_job, receipt.id, by=self.by[name])
        assert receipt == tuple(getattr(job, name) for name in JobReceipt._fields)
        return job

    def get(self, job_id: UUID, name: str = "owner") -> JobView:
        return self.driver.do(service.get_job, job_id, by=self.by[name])

    def list_jobs(self, filters: JobFilter = JobFilter(), name: str = "owner", **page: Any) -> JobList:  # noqa: B008
        return self.driver.do(service.list_jobs, filters, PageRequest(**page), by=self.by[name])


ROLES = {"owner": "editor", "editor": "editor", "viewer": "viewer", "admin": "admin"}


@pytest.fixture
def callers(driver: QueueDriver, make_user: MakeUser) -> Callers:
    return Callers(driver, make_user)


def test_a_new_job_is_queued_with_everything_pinned(callers: Callers) -> None:
    job = callers.create_job(request=replace(FOX, count=4, priority=-2, negative_prompt="snow"))
    assert (job.state, job.position, job.priority, job.estimate, job.attempt) == ("queued", 0, -2, None, 0)
    assert isinstance(job.request, GenerateJob)
    assert job.request.seed is not None
    assert replace(job.request, seed=None) == replace(FOX, count=4, priority=-2, negative_prompt="snow")
    lease = callers.driver.claimed()
    assert GenerateJob.from_payload(lease.payload) == job.request


def test_jobs_without_a_seed_get_different_seeds(callers: Callers) -> None:
    seeds = {
        job.request.seed for job in (callers.create_job(), callers.create_job()) if isinstance(job.request, GenerateJob)
    }
    assert len(seeds) == 2


def test_a_requested_seed_is_used(callers: Callers) -> None:
    job = callers.create_job(request=replace(FOX, seed=0))
    assert isinstance(job.request, GenerateJob)
    assert job.request.seed == 0


@pytest.mark.parametrize(
    ("change", "code", "pointers"),
    [
        ({"engine": "loom"}, "unknown_engine", ["/engine"]),
        ({"width": 2048, "height": 96}, "engine_limits", ["/width", "/height"]),
        ({"steps": 51}, "engine_limits", ["/steps"]),
        ({"seed": 2**53 - 1, "count": 2}, "engine_limits", ["/seed"]),
    ],
)
def test_requests_beyond_the_engines_limits_are_refused_and_not_queued(
    callers: Callers, change: dict[str, Any], code: str, pointers: list[str]
) -> None:
    with pytest.raises(Unprocessable) as refused:
        callers.create_job(request=replace(FOX, **change))
    assert (refused.value.code, [finding.pointer for finding in refused.value.findings]) == (code, pointers)
    assert callers.driver.events() == []
    assert callers.wakeups == 0


def test_workers_are_woken_only_after_the_commit(callers: Callers, driver: QueueDriver) -> None:
    with UnitOfWork(driver.database, write=True) as work:
        service.create_job(work, callers.studio, FOX, by=callers.by["owner"])
        assert callers.wakeups == 0
    assert callers.wakeups == 0
    callers.create_job()
    assert callers.wakeups == 1


@pytest.mark.parametrize(("name", "error"), [("viewer", Forbidden), ("anyone", Unauthenticated)])
def test_creating_a_job_requires_an_editor(callers: Callers, name: str, error: type[PlatemarkError]) -> None:
    with pytest.raises(error):
        callers.create_job(name)


@pytest.mark.parametrize(("visibility", "seen"), [("private", False), ("shared", True), ("public", True)])
def test_the_album_of_a_job_must_be_visible(callers: Callers, factory: RowFactory, visibility: str, seen: bool) -> None:
    request = replace(FOX, album_id=factory.album(callers.by["editor"], visibility))
    if seen:
        assert callers.create_job(request=request).album_id == request.album_id
    else:
        with pytest.raises(NotFound, match="album_not_found"):
            callers.create_job(request=request)
    assert callers.create_job("editor", request).album_id == request.album_id


@pytest.mark.parametrize(
    ("name", "reads", "sees_worker"),
    [("owner", True, True), ("editor", False, True), ("admin", True, True), ("viewer", False, False)],
)
def test_requests_are_hidden_from_others_and_workers_from_viewers(
    callers: Callers, name: str, reads: bool, sees_worker: bool
) -> None:
    job_id = callers.create_job().id
    callers.driver.claimed("worker-1")
    for view in (callers.get(job_id, name), callers.list_jobs(name=name).page.items[0]):
        assert (view.request is not None) is reads
        assert (view.worker == "worker-1") is sees_worker


def test_reading_jobs_requires_signing_in(callers: Callers) -> None:
    job_id = callers.create_job().id
    with pytest.raises(Unauthenticated):
        callers.get(job_id, "anyone")
    with pytest.raises(Unauthenticated):
        callers.list_jobs(name="anyone")
    with pytest.raises(NotFound, match="job_not_found"):
        callers.get(new_id())


def test_hidden_images_are_left_out_of_a_job(callers: Callers, factory: RowFactory) -> None:
    job_id = create_job_in_state(callers, "succeeded")
    private, shared = (factory.image(callers.by["owner"], each, job_id=job_id) for each in ("private", "shared"))
    factory.image(callers.by["owner"], "shared", job_id=job_id, deleted_at=callers.get(job_id).created_at)
    assert callers.get(job_id).image_ids == (private, shared)
    assert callers.get(job_id, "editor").image_ids == (shared,)


ACTIONS: dict[str, Callable[[Callers, UUID, str], Any]] = {
    "cancel": lambda callers, job_id, name: callers.driver.do(
        service.cancel_job, callers.studio, job_id, by=callers.by[name]
    ),
    "retry": lambda callers, job_id, name: callers.driver.do(
        service.retry_job, callers.studio, job_id, by=callers.by[name]
    ),
    "set_priority": lambda callers, job_id, name: callers.driver.do(
        service.set_job_priority, job_id, -9, by=callers.by[name]
    ),
}


def create_job_in_state(callers: Callers, state: str) -> UUID:
    job_id = callers.create_job().id
    if state == "queued":
        return job_id
    lease = callers.driver.claimed()
    if state == "succeeded":
        callers.driver.do(queue.complete, lease)
    if state == "failed":
        callers.driver.do(queue.fail, lease, "no_ink", "There is no ink.", retryable=False)
    if state == "cancelled":
        callers.driver.do(queue.cancel, job_id)
        callers.driver.do(queue.complete, lease)
    return job_id


@pytest.mark.parametrize(
    ("act", "state", "answer"),
    [
        ("cancel", "queued", "cancelled"),
        ("cancel", "running", "running"),
        ("cancel", "succeeded", "job_finished"),
        ("cancel", "failed", "job_finished"),
        ("cancel", "cancelled", "job_finished"),
        ("retry", "queued", "job_not_finished"),
        ("retry", "running", "job_not_finished"),
        ("retry", "succeeded", "job_succeeded"),
        ("retry", "failed", "queued"),
        ("retry", "cancelled", "queued"),
        ("set_priority", "queued", "queued"),
        ("set_priority", "running", "job_not_queued"),
        ("set_priority", "succeeded", "job_not_queued"),
        ("set_priority", "failed", "job_not_queued"),
        ("set_priority", "cancelled", "job_not_queued"),
    ],
)
def test_each_action_is_allowed_only_in_some_states(callers: Callers, act: str, state: str, answer: str) -> None:
    job_id = create_job_in_state(callers, state)
    if answer.startswith("job_"):
        with pytest.raises(Conflict) as refused:
            ACTIONS[act](callers, job_id, "owner")
        assert refused.value.code == answer
        assert callers.get(job_id).state == state
    else:
        assert ACTIONS[act](callers, job_id, "owner").state == answer


@pytest.mark.parametrize("act", ACTIONS)
@pytest.mark.parametrize(("name", "error"), [("editor", Forbidden), ("viewer", Forbidden), ("anyone", Unauthenticated)])
def test_actions_are_for_the_owner_and_admins(
    callers: Callers, act: str, name: str, error: type[PlatemarkError]
) -> None:
    job_id = create_job_in_state(callers, "failed" if act == "retry" else "queued")
    before = callers.get(job_id)
    with pytest.raises(error):
        ACTIONS[act](callers, job_id, name)
    assert callers.get(job_id) == before
    assert ACTIONS[act](callers, job_id, "admin") != before


def test_cancelling_twice_changes_nothing_the_second_time(callers: Callers) -> None:
    job_id = create_job_in_state(callers, "running")
    assert ACTIONS["cancel"](callers, job_id, "owner").cancel_requested
    events = callers.driver.events(job_id)
    assert ACTIONS["cancel"](callers, job_id, "owner").cancel_requested
    assert callers.driver.events(job_id) == events


def test_jobs_are_listed_newest_first_in_pages(callers: Callers) -> None:
    ids = [callers.create_job().id for _ in range(5)]
    first = callers.list_jobs(limit=3)
    rest = callers.list_jobs(limit=3, after=first.page.next_after)
    assert [view.id for view in (*first.page.items, *rest.page.items)] == ids[::-1]
    assert rest.page.next_after is None
    assert [view.position for view in first.page.items] == [4, 3, 2]


def test_counts_respect_every_filter_but_the_states(callers: Callers) -> None:
    run_id, none = new_id(), {"queued": 0, "running": 0, "succeeded": 0, "failed": 0, "cancelled": 0}
    create_job_in_state(callers, "running")
    (of_run,) = callers.driver.do(service.create_jobs, callers.studio, [FOX], by=callers.by["owner"], set_run_id=run_id)
    assert callers.list_jobs(JobFilter(states=["failed"])).counts == none | {"queued": 1, "running": 1}
    assert callers.list_jobs(JobFilter(set_run_id=run_id)).counts == none | {"queued": 1}
    assert [view.id for view in callers.list_jobs(JobFilter(states=["queued", "failed"])).page.items] == [of_run]
    assert callers.list_jobs(JobFilter(set_run_id=new_id())).page.items == []
    assert callers.list_jobs(JobFilter(kind="other")).counts == none


def test_jobs_of_a_set_run_keep_row_order(callers: Callers) -> None:
    run_id = new_id()
    requests = [replace(FOX, prompt=f"card {position}") for position in range(60)]
    ids = callers.driver.do(service.create_jobs, callers.studio, requests, by=callers.by["owner"], set_run_id=run_id)
    jobs = callers.list_jobs(JobFilter(set_run_id=run_id), limit=200).page.items[::-1]
    assert [job.id for job in jobs] == ids
    results = [(job.row_position, job.position, job.request) for job in jobs]
    assert [
        (row, position, isinstance(requests, GenerateJob) and requests.prompt) for row, position, requests in results
    ] == [(position, position, f"card {position}") for position in range(60)]
    assert callers.wakeups == 1


def test_one_invalid_row_refuses_the_whole_set(callers: Callers) -> None:
    requests = [FOX, replace(FOX, steps=99)]
    with pytest.raises(Unprocessable):
        callers.driver.do(service.create_jobs, callers.studio, requests, by=callers.by["owner"])
    assert callers.list_jobs().page.items == []


def test_the_queue_view_has_depth_and_running_jobs(callers: Callers) -> None:
    running = create_job_in_state(callers, "running")
    callers.create_job()
    view = callers.driver.do(service.get_queue, by=callers.by["viewer"])
    assert (view.paused_at, view.running, view.estimate) == (None, [running], None)
    assert view.depth == {"queued": 1, "running": 1, "succeeded": 0, "failed": 0, "cancelled": 0}


@pytest.mark.parametrize(
    ("name", "error"), [("editor", Forbidden), ("viewer", Forbidden), ("anyone", Unauthenticated), ("admin", None)]
)
def test_pausing_and_listing_workers_are_for_admins(
    callers: Callers, name: str, error: type[PlatemarkError] | None
) -> None:
    def pause() -> QueueView:
        return callers.driver.do(service.set_queue_paused, callers.studio, paused=True, by=callers.by[name])

    if error is None:
        assert pause().paused_at is not None
        assert callers.driver.do(service.list_workers, by=callers.by[name]) == []
    else:
        with pytest.raises(error):
            pause()
        with pytest.raises(error):
            callers.driver.do(service.list_workers, by=callers.by[name])


def test_resuming_the_queue_wakes_the_workers(callers: Callers) -> None:
    by = callers.by["admin"]
    for paused in (True, False, False):
        callers.driver.do(service.set_queue_paused, callers.studio, paused=paused, by=by)
    assert callers.wakeups == 1


def test_estimates_use_similar_jobs_and_the_number_of_workers(callers: Callers) -> None:
    succeeded = [create_job_in_state(callers, "succeeded") for _ in range(5)]
    for job_id, seconds in zip(succeeded, (1, 2, 3, 4, 10), strict=True):
        started = callers.driver.row(job_id).started_at
        callers.driver.change(job_id, finished_at=started + timedelta(seconds=seconds))
    callers.driver.do(update_estimates)
    for number in range(2):
        facts = {"host": "studio", "pid": number, "device": "cpu", "engines": ["tiny"], "state": "idle", "job_id": None}
        callers.driver.do(workers.report, f"worker-{number}", **facts)
    estimates = [callers.create_job(request=replace(FOX, count=2)).estimate for _ in range(3)]
    assert [(each.p50_seconds, each.p90_seconds, each.basis_count) for each in estimates if each] == [
        (6.0, 20.0, 5),
        (6.0, 20.0, 5),
        (12.0, 40.0, 5),
    ]
    running = callers.driver.claimed()
    callers.driver.heartbeat(running, progress=0.75)
    estimate = callers.get(running.job_id).estimate
    assert estimate is not None
    assert (estimate.p50_seconds, callers.get(succeeded[0]).estimate) == (1.5, None)


def test_four_jobs_give_no_estimate(callers: Callers, driver: QueueDriver) -> None:
    for _ in range(4):
        create_job_in_state(callers, "succeeded")
    driver.do(update_estimates)
    assert callers.create_job().estimate is None
    driver.do(lambda work: work.session.execute(update(JobRow).values(engine="another")))
    driver.do(update_estimates)
    assert callers.create_job().estimate is None
