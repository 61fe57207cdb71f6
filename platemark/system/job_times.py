"""Histograms of how long succeeded jobs waited and ran, computed from their rows.

A succeeded job stays succeeded, so the counts only increase and are the same in every process and after a restart.
Counts are cached, so that a scrape reads only the jobs that succeeded since the previous one.
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
"""No transaction that finishes a job stays open for this long: jobs that finished earlier are all visible."""
WAIT = "Seconds from the creation of a job to the start of the attempt that succeeded."
RUN = "Seconds that the attempt took."


@dataclass(frozen=True, slots=True)
class DurationHistogram:
    """Durations of jobs: ``counts`` within each bucket limit and in total, and the sum in ``milliseconds``."""

    counts: tuple[int, ...]
    milliseconds: int

    def __add__(self, other: DurationHistogram) -> DurationHistogram:
        counts = tuple(own + others for own, others in zip(self.counts, other.counts, strict=True))
        return DurationHistogram(counts, self.milliseconds + other.milliseconds)


WaitAndRun = tuple[DurationHistogram, DurationHistogram]
ByKind = Mapping[str, WaitAndRun]


class JobTimes(Collector):
    """The histograms ``platemark_job_wait_seconds`` and ``platemark_job_run_seconds``. Thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._cached: ByKind = {}
        self._cached_until = EPOCH
        self._lock = threading.Lock()

    def collect(self) -> Iterator[Metric]:
        """The current histograms, by kind of job."""
        wait = HistogramMetricFamily("platemark_job_wait_seconds", WAIT, labels=("kind",))
        run = HistogramMetricFamily("platemark_job_run_seconds", RUN, labels=("kind",))
        for kind, (waited, ran) in sorted(self._read().items()):
            wait.add_metric((kind,), _buckets(waited, WAIT_SECONDS), waited.milliseconds / 1000)
            run.add_metric((kind,), _buckets(ran, RUN_SECONDS), ran.milliseconds / 1000)
        yield wait
        yield run

    def _read(self) -> ByKind:
        with self._lock, UnitOfWork(self._database, write=False) as work:
            now = work.session.scalars(sa.select(db_now())).one()
            if self._cached_until > now:  # the clock was set back: the cache may miss jobs that finished since
                self._cached, self._cached_until = {}, EPOCH
            settled = max(self._cached_until, now - SETTLED)
            self._cached = _sum(self._cached, read_histograms(work, self._cached_until, settled))
            self._cached_until = settled
            return _sum(self._cached, read_histograms(work, settled, None))


def read_histograms(work: UnitOfWork, after: datetime, until: datetime | None) -> ByKind:
    """The waits and runs by kind of the jobs that succeeded after ``after``, up to ``until``."""
    succeeded = JobRow.state == sa.literal("succeeded", literal_execute=True)
    kinds = work.session.scalars(sa.select(JobRow.kind).where(succeeded).distinct()).all()
    return {kind: _read_kind(work, JobRow.kind == kind, succeeded, *_between(after, until)) for kind in kinds}


def _between(after: datetime, until: datetime | None) -> Iterator[sa.ColumnElement[bool]]:
    yield JobRow.finished_at > after
    if until is not None:
        yield JobRow.finished_at <= until


def _read_kind(work: UnitOfWork, *conditions: sa.ColumnElement[bool]) -> WaitAndRun:
    """The histograms in one scan of the index over kind, state and finishing time."""
    started_at = sa.func.coalesce(JobRow.started_at, JobRow.created_at)
    waited = sa.type_coerce(started_at, sa.BigInteger) - sa.type_coerce(JobRow.created_at, sa.BigInteger)
    ran = sa.type_coerce(JobRow.finished_at, sa.BigInteger) - sa.type_coerce(started_at, sa.BigInteger)
    columns = (*_bucket_columns(waited, WAIT_SECONDS), *_bucket_columns(ran, RUN_SECONDS))
    values = [int(value or 0) for value in work.session.execute(sa.select(*columns).where(*conditions)).one()]
    split = len(WAIT_SECONDS) + 2
    waits = DurationHistogram(tuple(values[: split - 1]), values[split - 1])
    return waits, DurationHistogram(tuple(values[split:-1]), values[-1])


def _bucket_columns(milliseconds: sa.ColumnElement[int], limits: Sequence[float]) -> Iterator[sa.ColumnElement[int]]:
    for limit in limits:
        yield sa.func.sum(sa.case((milliseconds <= round(limit * 1000), 1), else_=0))
    yield sa.func.count()
    yield sa.func.sum(sa.case((milliseconds > 0, milliseconds), else_=0))


def _sum(first: ByKind, second: ByKind) -> ByKind:
    return {**second, **{kind: _add(it, second[kind]) if kind in second else it for kind, it in first.items()}}


def _add(first: WaitAndRun, second: WaitAndRun) -> WaitAndRun:
    return first[0] + second[0], first[1] + second[1]


def _buckets(histogram: DurationHistogram, limits: Sequence[float]) -> list[tuple[str, float]]:
    return list(zip([*map(str, limits), "+Inf"], histogram.counts, strict=True))
