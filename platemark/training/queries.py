"""Reads and writes the rows of training runs, in a few statements whatever the length of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, delete, func, insert, or_, select

from platemark.access import Actor, may_read_prompt
from platemark.db.tables import (
    AdapterRow,
    AlbumRow,
    JobRow,
    TrainingMetricRow,
    TrainingRunRow,
    TrainingSampleRow,
)
from platemark.db.types import db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import visible_albums
from platemark.jobs.visibility import HIDDEN_MESSAGE
from platemark.paging import PageRequest
from platemark.stored_rows import fit_or_none
from platemark.training.dataset import Dataset
from platemark.training.views import (
    ArtifactView,
    DatasetView,
    LossView,
    Metric,
    MetricFilter,
    NewTrainingRun,
    SampleView,
    TrainingRunFilter,
    TrainingRunView,
    Value,
)

MAX_SAMPLES = 50
JOB_COLUMNS = (
    "state",
    "attempt",
    "cancel_requested_at",
    "error_code",
    "error_message",
    "trace_id",
    "started_at",
    "finished_at",
)
RUN_COLUMNS = [column for column in TrainingRunRow.__table__.c if column.name != "dataset"]


def insert_run(
    work: UnitOfWork,
    run_id: UUID,
    new: NewTrainingRun,
    *,
    job_id: UUID,
    parameters: Mapping[str, Value],
    seed: int,
    dataset: Dataset,
    by: Actor,
) -> None:
    """Insert a run with its pinned dataset."""
    now, figures = work.now(), dataset.view
    work.session.execute(
        insert(TrainingRunRow).values(
            id=run_id,
            job_id=job_id,
            name=new.name,
            engine=new.engine,
            base=new.base,
            album_ids=[str(album_id) for album_id in new.album_ids],
            parameters=dict(parameters),
            seed=seed,
            dataset=dataset.payload(),
            dataset_digest=figures.digest,
            image_count=figures.image_count,
            captioned_count=figures.captioned_count,
            held_out_count=figures.held_out_count,
            step=0,
            steps=int(parameters.get("steps", 0)),
            created_by=by.user_id,
            created_at=now,
            updated_at=now,
        )
    )


def delete_run(work: UnitOfWork, run_id: UUID) -> None:
    """Delete a run with its metrics and samples."""
    statement = delete(TrainingRunRow).where(TrainingRunRow.id == run_id)
    work.session.execute(statement.execution_options(synchronize_session=False))


def get_row(work: UnitOfWork, run_id: UUID) -> Row[Any] | None:
    """The row of a run; None if there is no such run."""
    return work.session.execute(_select_runs().where(TrainingRunRow.id == run_id)).one_or_none()


def list_rows(work: UnitOfWork, filters: TrainingRunFilter, page: PageRequest) -> Sequence[Row[Any]]:
    """The rows of matching runs, newest first: one more than ``page.limit`` if there are more."""
    statement = _select_runs().order_by(TrainingRunRow.id.desc()).limit(page.limit + 1)
    if filters.states:
        statement = statement.where(JobRow.state.in_(filters.states))
    if page.after is not None:
        statement = statement.where(TrainingRunRow.id < page.after)
    return work.session.execute(statement).all()


def lock_job_state(work: UnitOfWork, job_id: UUID) -> str | None:
    """The state of a run's job, which no other transaction can change until this one ends."""
    return work.session.scalar(select(JobRow.state).where(JobRow.id == job_id).with_for_update())


def get_sample_row(work: UnitOfWork, run_id: UUID, step: int) -> Row[str, int] | None:
    """The digest and size of the sample of ``step``; None if there is none."""
    return work.session.execute(
        select(TrainingSampleRow.digest, TrainingSampleRow.size_bytes).where(
            TrainingSampleRow.training_run_id == run_id, TrainingSampleRow.step == step
        )
    ).one_or_none()


def list_known_runs(work: UnitOfWork) -> tuple[set[UUID], set[UUID]]:
    """The ids of all runs, and of those that have succeeded, whose folders need nothing but the log."""
    statement = select(TrainingRunRow.id, JobRow.state).join(JobRow, JobRow.id == TrainingRunRow.job_id)
    rows = work.session.execute(statement).all()
    return {row.id for row in rows}, {row.id for row in rows if row.state == "succeeded"}


def list_metrics(work: UnitOfWork, run_id: UUID, filters: MetricFilter) -> list[Metric]:
    """Matching metrics by step and name: one more than ``filters.limit`` if there are more.

    The stride counts over the whole run, so that ``since_step`` does not change the selection.
    """
    row = TrainingMetricRow
    index = func.row_number().over(partition_by=row.name, order_by=row.step) - 1
    last_step = func.max(row.step).over(partition_by=row.name)
    columns = (row.step, row.name, row.value, index.label("index"), last_step.label("last_step"))
    metrics = select(*columns).where(row.training_run_id == run_id).subquery()
    conditions: list[ColumnElement[bool]] = [
        or_(metrics.c.index % filters.stride == 0, metrics.c.step == metrics.c.last_step)
    ]
    if filters.since_step is not None:
        conditions.append(metrics.c.step > filters.since_step)
    statement = (
        select(metrics.c.step, metrics.c.name, metrics.c.value)
        .where(*conditions)
        .order_by(metrics.c.step, metrics.c.name)
        .limit(filters.limit + 1)
    )
    return [Metric(step, name, value) for step, name, value in work.session.execute(statement)]


def build_views(work: UnitOfWork, rows: Sequence[Row[Any]], *, by: Actor) -> list[TrainingRunView]:
    """The rows as ``by`` may see them."""
    samples = _newest_samples(work, [row.id for row in rows if by.owns(row.created_by)])
    artifacts = _artifacts(work, [row.id for row in rows])
    albums = _visible_albums(work, rows, by)
    return [_build_view(row, albums, samples[row.id], artifacts.get(row.id), by) for row in rows]


def _select_runs() -> Select[Any]:
    """Runs joined with their jobs; leaves out the pinned dataset, which may be long."""
    job = [getattr(JobRow, name).label(name) for name in JOB_COLUMNS]
    return select(*RUN_COLUMNS, *job, db_now().label("now")).join(JobRow, JobRow.id == TrainingRunRow.job_id)


def _build_view(
    row: Row[Any], albums: Collection[UUID], samples: Sequence[SampleView], artifact: ArtifactView | None, by: Actor
) -> TrainingRunView:
    speed = row.steps_per_second if row.state == "running" else None
    visible_ids = tuple(album_id for album_id in _album_ids(row) if album_id in albums)
    sees_all = isinstance(row.album_ids, list) and len(visible_ids) == len(row.album_ids)
    reads = by.owns(row.created_by) or (may_read_prompt(by, None) and sees_all)
    return TrainingRunView(
        id=row.id,
        name=row.name,
        state=row.state,
        engine=row.engine,
        base=row.base,
        album_ids=visible_ids,
        dataset=DatasetView(row.dataset_digest, row.image_count, row.captioned_count, row.held_out_count),
        seed=row.seed if reads else None,
        parameters=_parameters(row) if reads else None,
        job_id=row.job_id,
        attempt=row.attempt,
        progress=_progress(row),
        step=row.step,
        steps=row.steps,
        loss=LossView(
            row.train_loss, row.best_train_loss, row.held_out_loss, row.first_held_out_loss, row.best_held_out_loss
        ),
        steps_per_second=speed,
        estimate_seconds=round(max(0, row.steps - row.step) / speed, 1) if speed else None,
        elapsed_seconds=_elapsed(row.started_at, row.finished_at or row.now),
        checkpoint_step=row.checkpoint_step,
        checkpoint_at=row.checkpoint_at,
        samples=samples,
        artifact=artifact,
        cancel_requested=row.cancel_requested_at is not None,
        error_code=row.error_code,
        error_message=row.error_message if reads or row.error_message is None else HIDDEN_MESSAGE,
        trace_id=row.trace_id,
        created_by=row.created_by,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )


def _album_ids(row: Row[Any]) -> list[UUID]:
    return [UUID(album_id) for album_id in fit_or_none("TrainingStatus.album_ids", row.album_ids, of=row.id) or ()]


def _parameters(row: Row[Any]) -> Any:
    return fit_or_none("TrainingParameters", row.parameters, of=row.id)


def _progress(row: Row[Any]) -> float:
    if row.state == "succeeded":
        return 1.0
    return min(1.0, row.step / row.steps) if row.steps else 0.0


def _elapsed(started_at: datetime | None, until: datetime) -> float | None:
    return None if started_at is None else max(0.0, (until - started_at).total_seconds())


def _visible_albums(work: UnitOfWork, rows: Sequence[Row[Any]], by: Actor) -> set[UUID]:
    album_ids = {album_id for row in rows for album_id in _album_ids(row)}
    if not album_ids:
        return set()
    return set(work.session.scalars(select(AlbumRow.id).where(AlbumRow.id.in_(album_ids), visible_albums(by))))


def _newest_samples(work: UnitOfWork, run_ids: Sequence[UUID]) -> dict[UUID, list[SampleView]]:
    """The newest samples of each run, by step."""
    samples: dict[UUID, list[SampleView]] = defaultdict(list)
    if not run_ids:
        return samples
    row = TrainingSampleRow
    age = func.row_number().over(partition_by=row.training_run_id, order_by=row.step.desc()).label("age")
    columns = (row.step, row.digest, row.size_bytes, row.width, row.height, row.created_at)
    numbered = select(row.training_run_id, *columns, age).where(row.training_run_id.in_(run_ids)).subquery()
    newest = select(numbered).where(numbered.c.age <= MAX_SAMPLES)
    for sample in work.session.execute(newest.order_by(numbered.c.training_run_id, numbered.c.step)):
        samples[sample.training_run_id].append(
            SampleView(sample.step, sample.digest, sample.size_bytes, sample.width, sample.height, sample.created_at)
        )
    return samples


def _artifacts(work: UnitOfWork, run_ids: Sequence[UUID]) -> dict[UUID, ArtifactView]:
    if not run_ids:
        return {}
    columns = (AdapterRow.training_run_id, AdapterRow.id, AdapterRow.format, AdapterRow.digest, AdapterRow.size_bytes)
    rows = work.session.execute(select(*columns).where(AdapterRow.training_run_id.in_(run_ids)))
    return {row.training_run_id: ArtifactView(row.id, row.format, row.digest, row.size_bytes) for row in rows}
