"""What users ask of a training run while it runs: a sample, a checkpoint. Kept until it comes, or the run ends.

Worker and service write the row after that of the job, which both lock first.
"""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from sqlalchemy import Update, Uuid, bindparam, func, null, select, update

from platemark.db.statements import Statement, first_column
from platemark.db.tables import TrainingRunRow
from platemark.db.types import db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import TrainingWishes

Wish = Literal["sample", "save"]
RUN_ID = bindparam("run_id", type_=Uuid())
COLUMNS = {"sample": TrainingRunRow.sample_requested_at, "save": TrainingRunRow.save_requested_at}


def ask(work: UnitOfWork, run_id: UUID, wish: Wish) -> None:
    """Ask the run for it; while it is outstanding, asking again changes nothing."""
    ASK[wish].execute(work, run_id=run_id)


def list_outstanding(work: UnitOfWork, run_id: UUID) -> TrainingWishes:
    """What the run was asked for and has not done."""
    return OUTSTANDING.first(work, run_id=run_id) or TrainingWishes()


def drop(work: UnitOfWork, run_id: UUID, wishes: TrainingWishes) -> None:
    """Ask the run for these no longer: they were done, or it has ended."""
    for wish in COLUMNS:
        if getattr(wishes, wish):
            DROP[wish].execute(work, run_id=run_id)


def drop_all(work: UnitOfWork, run_id: UUID) -> None:
    """Ask the run for nothing."""
    DROP_ALL.execute(work, run_id=run_id)


def _of_run(values: dict[str, object]) -> Statement[object]:
    changed: Update = update(TrainingRunRow).where(TrainingRunRow.id == RUN_ID).values(**values)
    return Statement(changed, first_column)


ASK = {wish: _of_run({column.key: func.coalesce(column, db_now())}) for wish, column in COLUMNS.items()}
DROP = {wish: _of_run({column.key: null()}) for wish, column in COLUMNS.items()}
DROP_ALL = _of_run({column.key: null() for column in COLUMNS.values()})
OUTSTANDING = Statement(
    select(*(column.is_not(None) for column in COLUMNS.values())).where(TrainingRunRow.id == RUN_ID),
    lambda row: TrainingWishes(*row),
)
