"""How long jobs waited and ran, as histograms over the rows of those that succeeded.

A job that has succeeded stays so, thus the counts only rise, and every process tells the same of them, after a restart
as well. What was read once is kept, so that a scrape reads no more than the jobs that succeeded since.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from prometheus_client.core import HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from platemark.db.engine import Database
from platemark.db.tables import JobRow
from platemark.db.types import EPOCH, db_now
from platemark.db.unit_of_work import UnitOfWork

WAIT_SECONDS = (0.1, 0.5, 1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0, 14400.0)
RUN_SECONDS = (0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0)
SETTLED = timedelta(minutes=1)
"""No transaction that ends a job is open for so long: what finished before is all there to be read."""
WAIT = "Seconds from asking for a job to the start of the attempt that succeeded."
RUN = "Seconds that this attempt took."


@dataclass(frozen=True, slots=True)
class DurationHistogram:
    """Jobs by the time they took: ``counts`` of those within each limit and of all, and their milliseconds together."""

    counts: tuple[int, ...]
    milliseconds: int

    def __add__(self, more: DurationHistogram) -> DurationHistogram:
        counts = tuple(mine + theirs for mine, theirs in zip(self.counts, more.counts, strict=True))
        return DurationHistogram(counts, self.milliseconds + more.milliseconds)


WaitAndRun = tuple[DurationHistogram, DurationHistogram]
ByKind = Mapping[str, WaitAndRun]


class JobTimes(Collector):
    """The histograms ``platemark_job_wait_seconds`` and ``platemark_job_run_seconds``. Threads may share one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: ByKind = {}
        self._kept_until = EPOCH
        self._lock = threading.Lock()

    def collect(self) -> Iterator[Metric]:
        """The histograms now, by kind of job."""
        wait = HistogramMetricFamily("platemark_job_wait_seconds", WAIT, labels=("kind",))
        run = HistogramMetricFamily("platemark_job_run_seconds", RUN, labels=("kind",))
        for kind, (waited, ran) in sorted(self._now().items()):
            wait.add_metric((kind,), _buckets(waited, WAIT_SECONDS), waited.milliseconds / 1000)
            run.add_metric((kind,), _buckets(ran, RUN_SECONDS), ran.milliseconds / 1000)
        yield wait
        yield run

    def _now(self) -> ByKind:
        with self._lock, UnitOfWork(self._database, write=False) as work:
            now = work.session.scalars(sa.select(db_now())).one()
            if self._kept_until > now:  # the clock was set back: what was kept may lack what came since
                self._kept, self._kept_until = {}, EPOCH
            settled = max(self._kept_until, now - SETTLED)
            self._kept = _sum(self._kept, finished(work, self._kept_until, settled))
            self._kept_until = settled
            return _sum(self._kept, finished(work, settled, None))


def finished(work: UnitOfWork, after: datetime, until: datetime | None) -> ByKind:
    """By kind, the times that those jobs waited and ran that succeeded after ``after``, up to ``until``."""
    done = JobRow.state == sa.literal("succeeded", literal_execute=True)
    kinds = work.session.scalars(sa.select(JobRow.kind).where(done).distinct()).all()
    return {kind: _times(work, JobRow.kind == kind, done, *_between(after, until)) for kind in kinds}


def _between(after: datetime, until: datetime | None) -> Iterator[sa.ColumnElement[bool]]:
    yield JobRow.finished_at > after
    if until is not None:
        yield JobRow.finished_at <= until


def _times(work: UnitOfWork, *which: sa.ColumnElement[bool]) -> WaitAndRun:
    """One pass over the index of kind, state and time of finishing."""
    began = sa.func.coalesce(JobRow.started_at, JobRow.created_at)
    waited = sa.type_coerce(began, sa.BigInteger) - sa.type_coerce(JobRow.created_at, sa.BigInteger)
    ran = sa.type_coerce(JobRow.finished_at, sa.BigInteger) - sa.type_coerce(began, sa.BigInteger)
    counted = (*_counted(waited, WAIT_SECONDS), *_counted(ran, RUN_SECONDS))
    found = [int(number or 0) for number in work.session.execute(sa.select(*counted).where(*which)).one()]
    cut = len(WAIT_SECONDS) + 2
    waits = DurationHistogram(tuple(found[: cut - 1]), found[cut - 1])
    return waits, DurationHistogram(tuple(found[cut:-1]), found[-1])


def _counted(milliseconds: sa.ColumnElement[int], limits: Sequence[float]) -> Iterator[sa.ColumnElement[int]]:
    for limit in limits:
        yield sa.func.sum(sa.case((milliseconds <= round(limit * 1000), 1), else_=0))
    yield sa.func.count()
    yield sa.func.sum(sa.case((milliseconds > 0, milliseconds), else_=0))


def _sum(some: ByKind, more: ByKind) -> ByKind:
    return {**more, **{kind: _both(times, more[kind]) if kind in more else times for kind, times in some.items()}}


def _both(some: WaitAndRun, more: WaitAndRun) -> WaitAndRun:
    return some[0] + more[0], some[1] + more[1]


def _buckets(times: DurationHistogram, limits: Sequence[float]) -> list[tuple[str, float]]:
    return list(zip([*map(str, limits), "+Inf"], times.counts, strict=True))
