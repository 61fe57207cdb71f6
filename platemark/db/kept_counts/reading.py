"""The kept counts, for those who show them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sqlalchemy import BigInteger, String, bindparam, cast, func, select

from platemark.access import SYSTEM, Actor, Viewpoint
from platemark.db.kept_counts.audiences import counted_for
from platemark.db.kept_counts.tables import JOB_COUNTS
from platemark.db.statements import Statement
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork

JOBS = cast(func.sum(JOB_COUNTS.c.jobs), BigInteger)


class JobCount(NamedTuple):
    """How many jobs of a kind are in a state."""

    kind: str
    state: str
    jobs: int


def count_jobs_by_state(work: UnitOfWork, *, by: Actor, kind: str | None = None) -> dict[str, int]:
    """The number of jobs in every state that the caller may see, of one kind or of all."""
    counts = _jobs_by_state(by.viewpoint, of_kind=kind is not None).all(work, me=by.user_id, kind=kind)
    return dict.fromkeys(STATES, 0) | dict(counts)


def count_jobs_by_kind_and_state(work: UnitOfWork) -> dict[tuple[str, str], int]:
    """All jobs by kind and state; without zeros."""
    return {(it.kind, it.state): it.jobs for it in JOBS_BY_KIND_AND_STATE.all(work) if it.jobs}


@cache
def _jobs_by_state(by: Viewpoint, *, of_kind: bool) -> Statement[tuple[str, int]]:
    column = JOB_COUNTS.c
    counts = select(column.state, JOBS).where(counted_for(by, column.audience)).group_by(column.state)
    if of_kind:
        counts = counts.where(column.kind == bindparam("kind", type_=String()))
    return Statement(counts, tuple)


JOBS_BY_KIND_AND_STATE = Statement(
    select(JOB_COUNTS.c.kind, JOB_COUNTS.c.state, JOBS)
    .where(counted_for(SYSTEM.viewpoint, JOB_COUNTS.c.audience))
    .group_by(JOB_COUNTS.c.kind, JOB_COUNTS.c.state),
    JobCount._make,
)
