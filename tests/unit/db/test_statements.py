"""Statements that are built once: what they make of rows and values, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from sqlalchemy import bindparam, event, insert, select, update

from platemark.db.engine import Database
from platemark.db.statements import Statement, first_column
from platemark.db.tables import JobRow
from platemark.db.types import EPOCH
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id

OpenWork = Callable[..., UnitOfWork]


class Job(NamedTuple):
    """Some columns of a job, of every type that is converted."""

    id: UUID
    set_run_id: UUID | None
    payload: dict[str, Any]
    progress: float
    created_at: datetime
    finished_at: datetime | None


JOB = select(*(getattr(JobRow, name) for name in Job._fields))
BY_ID = Statement(JOB.where(JobRow.id == bindparam("job_id")), Job._make)
AMONG = Statement(JOB.where(JobRow.id.in_(bindparam("ids", expanding=True))).order_by(JobRow.id), Job._make)
OF_KINDS = Statement(select(JobRow.id).where(JobRow.kind.in_(("generate", "train"))).order_by(JobRow.id), first_column)
SET_PROGRESS = Statement(
    update(JobRow).where(JobRow.id == bindparam("job_id")).values(progress=bindparam("new_progress")), first_column
)
MOMENT = datetime(2026, 3, 1, 12, 0, 0, 123_000, tzinfo=UTC)


@pytest.fixture
def jobs(open_work: OpenWork) -> list[Job]:
    """Three jobs, in the order of their ids."""
    made = [
        Job(new_id(), None, {"text": "ärger", "deep": [1, {"a": None}]}, 0.25, MOMENT, None),
        Job(new_id(), new_id(), {}, 1.0, MOMENT, MOMENT),
        Job(new_id(), None, {"count": 2}, 0.0, MOMENT, None),
    ]
    with open_work(write=True) as work:
        rest = {"kind": "generate", "engine": "press", "state": "cancelled", "run_after": EPOCH}
        rest |= {"priority": 0, "attempt": 0, "max_attempts": 3, "token": 0}
        work.session.execute(insert(JobRow), [{**job._asdict(), **rest} for job in made])
        work.commit()
    return made


def test_rows_have_the_values_that_were_stored(open_work: OpenWork, jobs: list[Job]) -> None:
    with open_work(write=False) as work:
        assert [BY_ID.first(work, job_id=job.id) for job in jobs] == jobs
        assert BY_ID.one(work, job_id=jobs[1].id) == jobs[1]
        assert BY_ID.all(work, job_id=jobs[2].id) == [jobs[2]]
        assert BY_ID.first(work, job_id=new_id()) is None
        assert BY_ID.all(work, job_id=new_id()) == []


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_list_may_have_any_length(open_work: OpenWork, jobs: list[Job], count: int) -> None:
    with open_work(write=False) as work:
        assert AMONG.all(work, ids=[job.id for job in reversed(jobs[:count])]) == jobs[:count]


def test_fixed_lists_need_no_value_and_unknown_values_are_ignored(open_work: OpenWork, jobs: list[Job]) -> None:
    with open_work(write=False) as work:
        assert OF_KINDS.all(work, me=new_id(), after=None) == [job.id for job in jobs]


def test_a_missing_value_is_an_error(open_work: OpenWork) -> None:
    with open_work(write=False) as work, pytest.raises(KeyError, match="job_id"):
        BY_ID.first(work)


def test_a_change_says_how_many_rows_it_met(open_work: OpenWork, jobs: list[Job]) -> None:
    with open_work(write=True) as work:
        assert SET_PROGRESS.execute(work, job_id=jobs[0].id, new_progress=0.5) == 1
        assert SET_PROGRESS.execute(work, job_id=new_id(), new_progress=0.5) == 0
        assert BY_ID.one(work, job_id=jobs[0].id).progress == 0.5


def test_a_broken_id_is_a_value_error(database: Database, open_work: OpenWork, jobs: list[Job]) -> None:
    if database.dialect == "postgresql":
        pytest.skip("PostgreSQL stores ids in a type of their own")
    with open_work(write=True) as work:
        work.connection.exec_driver_sql("UPDATE jobs SET set_run_id = 'no id'")
        for read in (BY_ID.all, BY_ID.first):
            with pytest.raises(ValueError, match="badly formed"):
                read(work, job_id=jobs[1].id)


def test_statements_are_executed_like_others_in_the_transaction(
    database: Database, open_work: OpenWork, jobs: list[Job]
) -> None:
    executed: list[str] = []

    def listener(*arguments: Any) -> None:
        executed.append(arguments[2])

    with open_work(write=True) as work:
        event.listen(database.engine, "before_cursor_execute", listener)
        try:
            SET_PROGRESS.execute(work, job_id=jobs[0].id, new_progress=0.75)
            BY_ID.first(work, job_id=jobs[0].id)
        finally:
            event.remove(database.engine, "before_cursor_execute", listener)
    assert [text.split()[0] for text in executed][-2:] == ["UPDATE", "SELECT"]
    with open_work(write=False) as work:
        assert BY_ID.one(work, job_id=jobs[0].id).progress == 0.25
