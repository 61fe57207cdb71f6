"""Estimates are kept for each kind and engine, and follow the last jobs that succeeded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from platemark.db.job_estimates import JOB_ESTIMATES
from platemark.jobs import estimates, queue
from platemark.jobs.estimates import MAX_BASIS, estimate_per_image, rebuild_estimates, update_estimates
from platemark.jobs.sweep import Sweeper
from platemark.jobs.views import Estimate
from tests.unit.jobs.conftest import QueueDriver

ENDED = datetime(2026, 3, 1, 12, tzinfo=UTC)


def finish(driver: QueueDriver, *seconds: float, engine: str = "press", kind: str = "generate", count: int = 1) -> None:
    """Jobs that took these times, one after the other."""
    for each in seconds:
        job_id = driver.queue(engine=engine, kind=kind, payload={"count": count})
        driver.do(queue.complete, driver.claimed())
        ended = ENDED + timedelta(seconds=len(driver.events()))
        driver.change(job_id, started_at=ended - timedelta(seconds=each), finished_at=ended)


def kept(driver: QueueDriver, engine: str = "press", kind: str = "generate") -> Estimate | None:
    estimate: Estimate | None = driver.do(estimate_per_image, kind=kind, engine=engine)
    return estimate


def test_each_engine_and_kind_has_its_own_estimate(driver: QueueDriver) -> None:
    finish(driver, 1, 2, 3, 4, 10)
    finish(driver, *[20] * 6, engine="loom", count=2)
    finish(driver, *[7] * 5, kind="caption", engine="loom")
    finish(driver, 1, 1, 1, 1, kind="caption")
    driver.do(update_estimates)
    assert (kept(driver), kept(driver, "loom")) == (Estimate(3.0, 10.0, 5), Estimate(10.0, 10.0, 6))
    assert (kept(driver, "loom", "caption"), kept(driver, "press", "caption")) == (Estimate(7.0, 7.0, 5), None)
    assert driver.do(estimate_per_image) == Estimate(10.0, 10.0, 11)
    assert driver.do(estimate_per_image, kind="caption") == Estimate(7.0, 7.0, 9)
    assert (kept(driver, "other"), kept(driver, kind="train")) == (None, None)


def test_only_the_last_jobs_count(driver: QueueDriver) -> None:
    finish(driver, *[500] * 3, *[1] * MAX_BASIS)
    driver.do(update_estimates)
    assert kept(driver) == Estimate(1.0, 1.0, MAX_BASIS)


def test_estimates_are_outdated_once_a_job_has_succeeded(driver: QueueDriver) -> None:
    finish(driver, *[1] * 5)
    assert [each[:2] for each in driver.do(estimates.find_outdated)] == [("generate", "press")]
    driver.do(update_estimates)
    assert driver.do(estimates.find_outdated) == []
    finish(driver, 9)
    finish(driver, 1, engine="loom")
    assert [each[:2] for each in driver.do(estimates.find_outdated)] == [("generate", "loom"), ("generate", "press")]


def test_maintenance_brings_them_up_to_date(driver: QueueDriver) -> None:
    finish(driver, *[2] * 5)
    assert kept(driver) is None
    Sweeper(driver.database, lease_seconds=60).update_estimates()
    assert kept(driver) == Estimate(2.0, 2.0, 5)


@pytest.mark.parametrize("payload", [{}, {"count": 0}, {"count": "many"}, [], "none", 7])
def test_jobs_with_odd_payloads_count_as_one_image(driver: QueueDriver, payload: object) -> None:
    finish(driver, *[4] * 4)
    job_id = driver.queue(payload={})
    driver.do(queue.complete, driver.claimed())
    driver.change(job_id, started_at=ENDED, finished_at=ENDED + timedelta(seconds=4), payload=payload)
    driver.do(update_estimates)
    assert kept(driver) == Estimate(4.0, 4.0, 5)


def test_a_rebuild_makes_all_anew(driver: QueueDriver) -> None:
    finish(driver, *[3] * 5)
    driver.do(update_estimates)
    driver.do(lambda work: work.session.execute(JOB_ESTIMATES.update().values(p50_seconds=99.0)))
    driver.do(rebuild_estimates)
    assert kept(driver) == Estimate(3.0, 3.0, 5)
