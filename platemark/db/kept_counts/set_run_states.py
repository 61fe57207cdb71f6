"""The states of set runs, and the runs in a state, without reading their jobs."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func, literal, literal_column, select

from platemark.db.kept_counts.tables import SET_RUN_COUNTS, set_run_state

RUN = SET_RUN_COUNTS.c
FOLDED: ColumnElement[bool] = literal_column("slot = 0")
NOT_FOLDED: ColumnElement[bool] = literal_column("slot <> 0")


def state_of_run(set_run_id: SQLColumnExpression[UUID]) -> ColumnElement[str]:
    """The state of a run that exists, as a column of a select of runs."""
    sums = select(set_run_state(lambda name: func.sum(RUN[name])))
    return sums.where(RUN.set_run_id == set_run_id).correlate_except(SET_RUN_COUNTS).scalar_subquery()


def runs_in_state(state: str, dialect: str) -> Select[UUID]:
    """The ids of runs in a state, in the order of an index; on PostgreSQL not of those in ``runs_not_folded``."""
    runs = select(RUN.set_run_id).where(RUN.state == literal_column(f"'{state}'"), FOLDED)
    if dialect == "sqlite":
        return runs
    other = SET_RUN_COUNTS.alias("other").c
    not_folded = select(literal(1)).where(other.set_run_id == RUN.set_run_id, literal_column("other.slot <> 0"))
    return runs.where(not_folded.limit(1).scalar_subquery().is_(None))


def runs_not_folded() -> Select[UUID]:
    """The ids of the runs that changed since counts were folded, which is every few minutes; SQLite has none."""
    return select(RUN.set_run_id).where(NOT_FOLDED)
