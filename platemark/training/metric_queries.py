"""Reads the metrics of a training run."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Uuid, bindparam, func, or_, select

from platemark.db.statements import Statement
from platemark.db.tables import TrainingMetricRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.training.views import Metric, MetricFilter


def list_metrics(work: UnitOfWork, run_id: UUID, filters: MetricFilter) -> list[Metric]:
    """Matching metrics by step and name: one more than ``filters.limit`` if there are more.

    The stride counts over the whole run, so that ``since_step`` does not change the selection.
    """
    statement = _metrics_page(filters.since_step is not None)
    return statement.all(
        work, run_id=run_id, stride=filters.stride, since_step=filters.since_step, limit=filters.limit + 1
    )


@cache
def _metrics_page(since_step: bool) -> Statement[Metric]:  # noqa: FBT001
    row = TrainingMetricRow
    index = func.row_number().over(partition_by=row.name, order_by=row.step) - 1
    last_step = func.max(row.step).over(partition_by=row.name)
    columns = (row.step, row.name, row.value, index.label("index"), last_step.label("last_step"))
    metrics = select(*columns).where(row.training_run_id == bindparam("run_id", type_=Uuid())).subquery()
    at_stride = metrics.c.index % bindparam("stride", type_=Integer()) == 0
    conditions: list[ColumnElement[bool]] = [or_(at_stride, metrics.c.step == metrics.c.last_step)]
    if since_step:
        conditions.append(metrics.c.step > bindparam("since_step", type_=Integer()))
    page = select(metrics.c.step, metrics.c.name, metrics.c.value).where(*conditions)
    return Statement(
        page.order_by(metrics.c.step, metrics.c.name).limit(bindparam("limit", type_=Integer())),
        lambda metric: Metric(*metric),
    )
