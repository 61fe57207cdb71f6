"""Positions in the queue, at the same cost at any depth.

A job gets a place when it is queued: users take turns, so that it may be lower than those of another's jobs, or equal.
Ahead of it are the jobs with a higher priority, and those of its own with a lower place, or the same and an older id.
How many jobs are queued is kept for each bucket of 64 places and for each large one of 4096. So a position adds up few
rows: whole large buckets, the small ones before its own in its large bucket, and the jobs before it in its small
bucket, of each user at most 64.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    SQLColumnExpression,
    Uuid,
    and_,
    bindparam,
    cast,
    func,
    literal_column,
    or_,
    select,
)

from platemark.db.kept_counts.tables import QUEUE_COUNTS
from platemark.db.statements import Statement
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.statements import JOB, JOBS, QUEUE_ORDER, QUEUED, in_state

SMALL, LARGE = 6, 12
"""A bucket holds 2 to the power of this many places."""

COUNT = QUEUE_COUNTS.c
Number = SQLColumnExpression[int]


def list_positions(work: UnitOfWork, job_ids: Collection[UUID]) -> dict[UUID, int]:
    """For each of these jobs that is queued, the number of queued jobs ahead of it."""
    return dict(POSITIONS.all(work, job_ids=job_ids)) if job_ids else {}


def count_ahead(priority: Number, place: Number, job_id: SQLColumnExpression[UUID]) -> ColumnElement[int]:
    """The number of queued jobs ahead of the one with this priority, place and id, for statements that read one job."""
    bucket = _shifted(place, SMALL)
    other = JOBS.alias("ahead")
    in_bucket = (other.c.place >= _first_place(bucket), other.c.place <= place)
    before = or_(other.c.place < place, other.c.id < job_id)
    beside = select(func.count()).where(in_state("queued", other), other.c.priority == priority, *in_bucket, before)
    return _count_before(priority, bucket) + beside.correlate_except(other).scalar_subquery()


def _positions() -> Select[UUID, int]:
    """The positions of many jobs. Those of a page share few buckets, and what is before a bucket is added up once."""
    wanted = bindparam("job_ids", type_=Uuid(), expanding=True)
    found = select(JOB.priority, _shifted(JOB.place, SMALL).label("bucket")).where(JOB.id.in_(wanted), QUEUED)
    buckets = found.distinct().subquery("buckets")
    ahead = _count_before(buckets.c.priority, buckets.c.bucket).label("jobs")
    before = select(buckets.c.priority, buckets.c.bucket, ahead).cte("before").prefix_with("MATERIALIZED")
    rank = func.row_number().over(partition_by=(before.c.priority, before.c.bucket), order_by=QUEUE_ORDER)
    in_bucket = and_(
        QUEUED,
        JOB.priority == before.c.priority,
        JOB.place >= _first_place(before.c.bucket),
        JOB.place < _first_place(before.c.bucket + 1),
    )
    ranked = select(JOB.id, (before.c.jobs + rank - 1).label("position")).join_from(before, JOBS, in_bucket).subquery()
    return select(ranked.c.id, ranked.c.position).where(ranked.c.id.in_(wanted))


def _count_before(priority: Number, bucket: Number) -> ColumnElement[int]:
    """The number of queued jobs ahead of those of this priority that are in the small ``bucket``."""
    large = _shifted(bucket, LARGE - SMALL)
    of_priority, first = COUNT.priority == priority, large.bitwise_lshift(_number(LARGE - SMALL))
    return (
        _count(LARGE, COUNT.priority > priority)
        + _count(LARGE, of_priority, COUNT.bucket < large)
        + _count(SMALL, of_priority, COUNT.bucket >= first, COUNT.bucket < bucket)
    )


def _count(shift: int, *conditions: ColumnElement[bool]) -> ColumnElement[int]:
    jobs = cast(func.coalesce(func.sum(COUNT.jobs), 0), BigInteger)
    return (
        select(jobs).where(COUNT.shift == _number(shift), *conditions).correlate_except(QUEUE_COUNTS).scalar_subquery()
    )


def _shifted(places: Number, shift: int) -> ColumnElement[int]:
    return places.bitwise_rshift(_number(shift))


def _first_place(bucket: Number) -> ColumnElement[int]:
    return bucket.bitwise_lshift(_number(SMALL))


def _number(value: int) -> ColumnElement[int]:
    return literal_column(str(value), Integer)


POSITIONS: Statement[tuple[UUID, int]] = Statement(_positions(), tuple)
