"""Positions in the queue, at the same cost at any depth.

A job gets a place when it is queued, which is higher than those of the jobs before it. Ahead of it are the jobs with a
higher priority, and those of its own with a lower place. How many jobs are queued is kept for each bucket of 65 536 and
of 256 places. So a position is the sum of a few hundred rows at most: whole large buckets, the small ones before its
own in its large bucket, and the jobs before it in its small bucket.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Integer, SQLColumnExpression, cast, func, literal_column, or_, select

from platemark.db.kept_counts.tables import QUEUE_COUNTS
from platemark.jobs.statements import JOBS, in_state

SMALL, LARGE = 8, 16
"""A bucket holds 2 to the power of this many places."""

COUNT = QUEUE_COUNTS.c


def count_ahead(
    priority: SQLColumnExpression[int], place: SQLColumnExpression[int], job_id: SQLColumnExpression[object]
) -> ColumnElement[int]:
    """The number of queued jobs ahead of the one with this priority, place and id."""
    of_priority, small, large = COUNT.priority == priority, _bucket(place, SMALL), _bucket(place, LARGE)
    first_small = large.bitwise_lshift(_number(LARGE - SMALL))
    other = JOBS.alias("ahead")
    in_bucket = (other.c.place >= small.bitwise_lshift(_number(SMALL)), other.c.place <= place)
    before = or_(other.c.place < place, other.c.id < job_id)
    beside = select(func.count()).where(in_state("queued", other), other.c.priority == priority, *in_bucket, before)
    return (
        _count(LARGE, COUNT.priority > priority)
        + _count(LARGE, of_priority, COUNT.bucket < large)
        + _count(SMALL, of_priority, COUNT.bucket >= first_small, COUNT.bucket < small)
        + beside.correlate_except(other).scalar_subquery()
    )


def _bucket(place: SQLColumnExpression[int], shift: int) -> ColumnElement[int]:
    return place.bitwise_rshift(_number(shift))


def _count(shift: int, *conditions: ColumnElement[bool]) -> ColumnElement[int]:
    jobs = select(func.coalesce(func.sum(COUNT.jobs), 0)).where(COUNT.shift == _number(shift), *conditions)
    return cast(jobs.correlate_except(QUEUE_COUNTS).scalar_subquery(), Integer)


def _number(value: int) -> ColumnElement[int]:
    return literal_column(str(value), Integer)
