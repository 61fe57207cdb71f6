"""After any history, the kept counts are what counting gives."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from platemark.access import ANYONE
from platemark.db.kept_counts import reading
from platemark.db.tables import JobRow
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.visibility import visible_jobs
from platemark.studio import Studio
from tests.unit.kept_counts.history import History, differences

BATCHES, STEPS = 8, 50


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
def test_after_each_part_of_a_history_the_counts_are_those_of_a_recount(studio: Studio, seed: int) -> None:
    history = History(studio, seed)
    for _ in range(BATCHES):
        history.take_steps(STEPS)
        assert differences(studio.database) == []
        with UnitOfWork(studio.database, write=False) as work:
            for caller in (*history.users, ANYONE)[:-1]:
                for kind in (None, "generate", "train"):
                    condition = JobRow.kind == kind if kind else sa.true()
                    counted = sa.select(JobRow.state, sa.func.count()).where(visible_jobs(caller), condition)
                    expected = dict.fromkeys(STATES, 0) | dict(
                        work.session.execute(counted.group_by(JobRow.state)).all()
                    )
                    assert reading.count_jobs_by_state(work, by=caller, kind=kind) == expected
    assert set(history.steps) == {step.__name__ for step in history.possible_steps()}
