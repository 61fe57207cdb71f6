"""Reading training runs: each as a caller may see it, in a few statements whatever the length of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, or_, select

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
from platemark.training.views import ArtifactView, DatasetView, LossView, SampleView, TrainingRunView

SAMPLES_SHOWN = 50
OF_JOB = (
    "state",
    "attempt",
    "cancel_requested_at",
    "error_code",
    "error_message",
    "trace_id",
    "started_at",
    "finished_at",
)
OF_RUN = [column for column in TrainingRunRow.__table__.c if column.name != "dataset"]


def runs() -> Select[Any]:
    """The rows of training runs with what their jobs tell; the snapshot, which may be long, is left out."""
    job = [getattr(JobRow, name).label(name) for name in OF_JOB]
    return select(*OF_RUN, *job, db_now().label("now")).join(JobRow, JobRow.id == TrainingRunRow.job_id)


def views(work: UnitOfWork, rows: Sequence[Row[Any]], *, by: Actor) -> list[TrainingRunView]:
    """The rows as ``by`` may see them."""
    samples = _samples(work, [row.id for row in rows if by.owns(row.created_by)])
    artifacts = _artifacts(work, [row.id for row in rows])
    albums = _albums_seen(work, rows, by)
    return [_view(row, albums, samples[row.id], artifacts.get(row.id), by) for row in rows]


def _view(
    row: Row[Any], albums: Collection[UUID], samples: Sequence[SampleView], artifact: ArtifactView | None, by: Actor
) -> TrainingRunView:
    running = row.state == "running"
    done = row.state == "succeeded"
    speed = row.steps_per_second if running else None
    return TrainingRunView(
        id=row.id,
        name=row.name,
        state=row.state,
        engine=row.engine,
        base=row.base,
        album_ids=tuple(album_id for album_id in map(UUID, row.album_ids) if album_id in albums),
        dataset=DatasetView(row.dataset_digest, row.image_count, row.captioned_count, row.held_out_count),
        seed=row.seed,
        parameters=row.parameters if may_read_prompt(by, row.created_by) else None,
        job_id=row.job_id,
        attempt=row.attempt,
        progress=1.0 if done else min(1.0, row.step / row.steps) if row.steps else 0.0,
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
        error_message=row.error_message,
        trace_id=row.trace_id,
        created_by=row.created_by,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )


def _elapsed(started_at: datetime | None, until: datetime) -> float | None:
    return None if started_at is None else max(0.0, (until - started_at).total_seconds())


def _albums_seen(work: UnitOfWork, rows: Sequence[Row[Any]], by: Actor) -> set[UUID]:
    wanted = {UUID(album_id) for row in rows for album_id in row.album_ids}
    if not wanted:
        return set()
    return set(work.session.scalars(select(AlbumRow.id).where(AlbumRow.id.in_(wanted), visible_albums(by))))


def _samples(work: UnitOfWork, run_ids: Sequence[UUID]) -> dict[UUID, list[SampleView]]:
    """The newest samples of each run, by step."""
    found: dict[UUID, list[SampleView]] = defaultdict(list)
    if not run_ids:
        return found
    row = TrainingSampleRow
    age = func.row_number().over(partition_by=row.training_run_id, order_by=row.step.desc()).label("age")
    facts = (row.step, row.digest, row.size_bytes, row.width, row.height, row.created_at)
    newest = select(row.training_run_id, *facts, age).where(row.training_run_id.in_(run_ids)).subquery()
    shown = select(newest).where(newest.c.age <= SAMPLES_SHOWN).order_by(newest.c.training_run_id, newest.c.step)
    for each in work.session.execute(shown):
        found[each.training_run_id].append(
            SampleView(each.step, each.digest, each.size_bytes, each.width, each.height, each.created_at)
        )
    return found


def _artifacts(work: UnitOfWork, run_ids: Sequence[UUID]) -> dict[UUID, ArtifactView]:
    if not run_ids:
        return {}
    columns = (AdapterRow.training_run_id, AdapterRow.id, AdapterRow.format, AdapterRow.digest, AdapterRow.size_bytes)
    found = work.session.execute(select(*columns).where(AdapterRow.training_run_id.in_(run_ids)))
    return {row.training_run_id: ArtifactView(row.id, row.format, row.digest, row.size_bytes) for row in found}


def metrics(training_run_id: UUID, *, since_step: int | None, stride: int, limit: int) -> Select[Any]:
    """Every ``stride``-th measurement of each name, and the newest of each, by step and name: one more than ``limit``.

    Counted over the whole run, so that ``since_step`` changes nothing about which they are.
    """
    row = TrainingMetricRow
    place = func.row_number().over(partition_by=row.name, order_by=row.step).label("place")
    last = func.max(row.step).over(partition_by=row.name).label("last")
    counted = select(row.step, row.name, row.value, place, last).where(row.training_run_id == training_run_id)
    found = counted.subquery()
    wanted: list[ColumnElement[bool]] = [or_((found.c.place - 1) % stride == 0, found.c.step == found.c.last)]
    if since_step is not None:
        wanted.append(found.c.step > since_step)
    columns = (found.c.step, found.c.name, found.c.value)
    return select(*columns).where(*wanted).order_by(found.c.step, found.c.name).limit(limit + 1)
