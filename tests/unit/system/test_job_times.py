"""The histograms of job times cover all rows, cached or not."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from platemark.clock import utc_now
from platemark.db.tables import JobRow
from platemark.ids import new_id
from platemark.studio import Studio
from platemark.system.job_times import RUN_SECONDS, WAIT_SECONDS, JobTimes, read_histograms

Histograms = dict[tuple[str, str], tuple[list[float], float]]


def add(studio: Studio, *jobs: JobRow) -> None:
    with studio.work(write=True) as work:
        work.session.add_all(jobs)
        work.commit()


def job(
    *, ended: datetime, waited: float = 1.0, ran: float = 2.0, state: str = "succeeded", kind: str = "generate"
) -> JobRow:
    began = ended - timedelta(seconds=ran)
    facts: dict[str, Any] = {"payload": {}, "engine": "press", "run_after": ended}
    created_at = began - timedelta(seconds=waited)
    return JobRow(
        id=new_id(), kind=kind, state=state, created_at=created_at, started_at=began, finished_at=ended, **facts
    )


def collect(times: JobTimes) -> Histograms:
    """By metric and kind: the cumulative counts of the buckets (the last is the total), and the sum of seconds."""
    histograms: Histograms = {}
    for family in times.collect():
        for sample in family.samples:
            counts, _ = histograms.setdefault((family.name, sample.labels["kind"]), ([], 0.0))
            if sample.name.endswith("_bucket"):
                counts.append(sample.value)
            elif sample.name.endswith("_sum"):
                histograms[family.name, sample.labels["kind"]] = (counts, sample.value)
    return histograms


def test_only_succeeded_jobs_are_counted_by_kind(studio: Studio) -> None:
    now = utc_now()
    add(
        studio,
        job(ended=now, waited=0.2, ran=4),
        job(ended=now, waited=0.2, ran=40),
        job(ended=now, waited=100_000, ran=1, kind="caption"),
        job(ended=now, state="failed"),
        job(ended=now, state="cancelled"),
    )
    histograms = collect(JobTimes(studio.database))
    assert {kind for _, kind in histograms} == {"generate", "caption"}
    waited, seconds = histograms["platemark_job_wait_seconds", "generate"]
    assert (waited, seconds) == ([0.0] + [2.0] * len(WAIT_SECONDS), 0.4)
    ran, seconds = histograms["platemark_job_run_seconds", "generate"]
    assert ran == [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2]
    assert seconds == 44
    assert histograms["platemark_job_wait_seconds", "caption"][0] == [0.0] * len(WAIT_SECONDS) + [1.0]


@pytest.mark.parametrize(("seconds", "within"), [(0.5, True), (0.501, False)])
def test_a_bucket_includes_its_limit(studio: Studio, seconds: float, within: bool) -> None:
    add(studio, job(ended=utc_now(), waited=seconds, ran=seconds))
    histograms = collect(JobTimes(studio.database))
    for name, limits in (("wait", WAIT_SECONDS), ("run", RUN_SECONDS)):
        counts, _ = histograms[f"platemark_job_{name}_seconds", "generate"]
        assert counts[limits.index(0.5)] == within


def test_durations_are_never_negative(studio: Studio) -> None:
    add(studio, job(ended=utc_now(), waited=-5, ran=-5))
    for counts, seconds in collect(JobTimes(studio.database)).values():
        assert (set(counts), seconds) == ({1.0}, 0.0)


def test_counts_only_increase_and_are_the_same_in_a_new_process(studio: Studio) -> None:
    """Settled jobs are cached, others are read again: none is lost or counted twice."""
    dice = random.Random(7)
    times = JobTimes(studio.database)
    before: Histograms = collect(times)
    for _ in range(4):
        ends = [utc_now() - timedelta(seconds=dice.uniform(0, 59)) for _ in range(5)]
        add(studio, *(job(ended=ended, waited=dice.uniform(0, 900), ran=dice.uniform(0, 90)) for ended in ends))
        now = collect(times)
        assert now == collect(JobTimes(studio.database))
        for key, (counts, _) in before.items():
            assert all(a <= b for a, b in zip(counts, now[key][0], strict=True))
        before = now
    assert before["platemark_job_wait_seconds", "generate"][0][-1] == 20


def test_cached_jobs_are_not_read_again(studio: Studio) -> None:
    times = JobTimes(studio.database)
    add(studio, job(ended=utc_now() - timedelta(hours=1)))
    first = collect(times)
    with studio.work(write=True) as work:
        work.session.execute(sa.delete(JobRow))
        work.commit()
    add(studio, job(ended=utc_now()))
    second = collect(times)
    assert second["platemark_job_run_seconds", "generate"][0][-1] == 2
    assert first["platemark_job_run_seconds", "generate"][0][-1] == 1


def test_setting_the_clock_back_clears_the_cache(studio: Studio) -> None:
    times = JobTimes(studio.database)
    add(studio, job(ended=utc_now() - timedelta(hours=1)))
    times._cached_until = utc_now() + timedelta(days=1)
    assert collect(times)["platemark_job_run_seconds", "generate"][0][-1] == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_scrapes_use_the_index(studio: Studio) -> None:
    add(studio, *(job(ended=utc_now()) for _ in range(3)))
    plans: list[str] = []

    def explain(connection: sa.Connection, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if "finished_at" in statement and not statement.startswith("EXPLAIN"):
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(str(row[3]) for row in plan)

    with studio.work(write=False) as work:
        engine = work.session.connection().engine
        sa.event.listen(engine, "before_cursor_execute", explain)
        read_histograms(work, utc_now(), None)
        sa.event.remove(engine, "before_cursor_execute", explain)
    assert plans == ["SEARCH jobs USING INDEX ix_jobs_kind_state_finished_at (kind=? AND state=? AND finished_at>?)"]
