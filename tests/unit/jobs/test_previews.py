"""Previews of running jobs: who sees them, what replaces them, and that no end of a run leaves one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from platemark.access import ANYONE, SYSTEM, Actor
from platemark.db.tables import EventRow, JobPreviewRow
from platemark.errors import NotFound, PlatemarkError
from platemark.jobs import previews, queue
from platemark.jobs.queue import Lease
from tests.unit.jobs.conftest import QueueDriver

Ending = Callable[[QueueDriver, Lease], object]


def seen(driver: QueueDriver, lease: Lease, by: Actor = SYSTEM) -> Any:
    """The preview that ``by`` sees, or the code of the refusal."""
    try:
        return driver.do(previews.get_job_preview, lease.job_id, by=by)
    except PlatemarkError as error:
        return error.code


def kept(driver: QueueDriver) -> int:
    count: int = driver.do(lambda work: work.session.scalar(select(func.count()).select_from(JobPreviewRow)))
    return count


def test_each_preview_replaces_the_one_before_and_is_told(driver: QueueDriver, people: dict[str, Actor]) -> None:
    owner = people["editor"]
    driver.queue(created_by=owner.user_id)
    lease = driver.claimed("a-worker")
    assert seen(driver, lease) == "job_preview_not_found"
    for number in (1, 2):
        assert driver.do(previews.store, lease, b"picture %d" % number, number / 4)
        assert seen(driver, lease) == (b"picture %d" % number, number)
    assert kept(driver) == 1
    told = driver.do(
        lambda work: work.session.execute(
            select(EventRow.subject_id, EventRow.data).where(EventRow.kind == "job.preview").order_by(EventRow.id)
        ).all()
    )
    whom = {"set_run_id": None, "visibility": "private", "created_by": str(owner.user_id)}
    assert [tuple(it) for it in told] == [(lease.job_id, {"progress": share, **whom}) for share in (0.25, 0.5)]


def test_those_see_a_preview_who_may_read_the_request(driver: QueueDriver, people: dict[str, Actor]) -> None:
    driver.queue(created_by=people["editor"].user_id)
    lease = driver.claimed("a-worker")
    driver.do(previews.store, lease, b"picture", 0.5)
    other = Actor(people["viewer"].user_id, "other", "editor", "token")
    answers = {name: seen(driver, lease, by) for name, by in {**people, "other": other, "nobody": ANYONE}.items()}
    refused = "job_preview_not_found"
    expected = {"admin": (b"picture", 1), "editor": (b"picture", 1), "viewer": refused, "other": refused}
    assert {name: answers[name] for name in expected} == expected
    assert answers["nobody"] == "credentials_missing"
    with pytest.raises(NotFound):
        driver.do(previews.get_job_preview, UUID(int=1), by=SYSTEM)


ENDINGS: dict[str, Ending] = {
    "success": lambda driver, lease: driver.do(queue.complete, lease),
    "failure": lambda driver, lease: driver.do(queue.fail, lease, "a", "b", retryable=False),
    "another attempt": lambda driver, lease: driver.do(queue.fail, lease, "a", "b", retryable=True),
    "shutdown": lambda driver, lease: driver.do(queue.release, lease),
    "full disk": lambda driver, lease: driver.do(queue.postpone, lease, "storage_full", "b"),
    "lost worker": lambda driver, _: driver.do(queue.sweep_owner, "a-worker"),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_end_of_a_run_is_the_end_of_its_preview(driver: QueueDriver, ending: str) -> None:
    driver.queue()
    lease = driver.claimed("a-worker")
    driver.do(previews.store, lease, b"picture", 0.5)
    ENDINGS[ending](driver, lease)
    assert seen(driver, lease) == "job_preview_not_found"
    assert not driver.do(previews.store, lease, b"too late", 0.6)
    assert kept(driver) == (ending == "success"), "there, the worker deletes it: tests/worker/test_previews.py"


def test_an_expired_lease_leaves_no_preview(driver: QueueDriver) -> None:
    driver.queue()
    lease = driver.claimed("a-worker")
    driver.do(previews.store, lease, b"picture", 0.5)
    driver.expire_lease(lease.job_id)
    assert driver.do(queue.sweep) == [lease.job_id]
    assert kept(driver) == 0


def test_a_worker_that_lost_its_job_does_not_replace_the_preview_of_the_next(driver: QueueDriver) -> None:
    driver.queue()
    lost = driver.claimed("first")
    driver.do(previews.store, lost, b"of the first", 0.9)
    driver.do(queue.release, lost)
    lease = driver.claimed("second")
    assert lease.job_id == lost.job_id
    assert seen(driver, lease) == "job_preview_not_found", "that of the first is not the second's"
    assert driver.do(previews.store, lease, b"of the second", 0.1)
    assert not driver.do(previews.store, lost, b"of the first", 0.95)
    assert seen(driver, lease) == (b"of the second", 1)
