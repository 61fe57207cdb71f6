"""Reads and writes the rows of training runs, in a few statements whatever the length of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    Integer,
    Select,
    Subquery,
    Uuid,
    bindparam,
    func,
    select,
    union_all,
)

from platemark.access import Actor, Viewpoint, may_read_prompt, visible_to
from platemark.db.kept_counts.reading import training_runs_in_state
from platemark.db.rows import delete_row, insert_row, insert_rows
from platemark.db.statements import MAX_SHAPES, Statement, first_column, row_of
from platemark.db.tables import (
    AdapterRow,
    JobRow,
    TrainingImageRow,
    TrainingRunRow,
    TrainingSampleRow,
)
from platemark.db.types import db_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.jobs.visibility import HIDDEN_MESSAGE
from platemark.paging import PageRequest
from platemark.stored_rows import fit_or_none
from platemark.training.dataset import Dataset, list_visible_albums
from platemark.training.views import (
    ArtifactView,
    DatasetView,
    LossView,
    NewTrainingRun,
    SampleView,
    TrainingRunFilter,
    TrainingRunView,
    Value,
)

MAX_SAMPLES = 50
UNFINISHED = ("queued", "running")
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
UNMEASURED = dict.fromkeys(
    (
        "train_loss",
        "best_train_loss",
        "held_out_loss",
        "first_held_out_loss",
        "best_held_out_loss",
        "steps_per_second",
        "checkpoint_step",
        "checkpoint_at",
    )
)
UNASKED = dict.fromkeys(("sample_requested_at", "save_requested_at"))
RUN_ID, AFTER = bindparam("run_id", type_=Uuid()), bindparam("after", type_=Uuid())
LIMIT = bindparam("limit", type_=Integer())


class StoredSample(NamedTuple):
    """The file of a sample."""

    digest: str
    size_bytes: int


RUNS: Select[Any] = select(
    *RUN_COLUMNS, *(getattr(JobRow, name).label(name) for name in JOB_COLUMNS), db_now().label("now")
).join(JobRow, JobRow.id == TrainingRunRow.job_id)
"""Runs joined with their jobs, without the pinned dataset, which may be long."""

RUN = Statement(RUNS.where(TrainingRunRow.id == RUN_ID), row_of(RUNS))
JOB_STATE_FOR_UPDATE: Statement[str] = Statement(
    select(JobRow.state).where(JobRow.id == bindparam("job_id", type_=Uuid())).with_for_update(), first_column
)
RUN_IDS_OF_ALL: Statement[UUID] = Statement(select(TrainingRunRow.id), first_column)
RUN_IDS_OF_SUCCEEDED: Statement[UUID] = Statement(training_runs_in_state("succeeded"), first_column)
SAMPLE = Statement(
    select(TrainingSampleRow.digest, TrainingSampleRow.size_bytes).where(
        TrainingSampleRow.training_run_id == RUN_ID, TrainingSampleRow.step == bindparam("step", type_=Integer())
    ),
    StoredSample._make,
)


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
    run = {
        "id": run_id,
        "job_id": job_id,
        "name": new.name,
        "description": new.description,
        "engine": new.engine,
        "base": new.base,
        "album_ids": [str(album_id) for album_id in new.album_ids],
        "parameters": dict(parameters),
        "seed": seed,
        "dataset": dataset.payload(),
        "dataset_digest": figures.digest,
        "image_count": figures.image_count,
        "captioned_count": figures.captioned_count,
        "held_out_count": figures.held_out_count,
        "step": 0,
        "steps": int(parameters.get("steps", 0)),
        **UNMEASURED,
        **UNASKED,
        "created_by": by.user_id,
        "created_at": now,
        "updated_at": now,
    }
    insert_row(work, TrainingRunRow, run)
    named = [{"training_run_id": run_id, "image_id": picture.image_id} for picture in dataset.pictures]
    insert_rows(work, TrainingImageRow, named)


def delete_run(work: UnitOfWork, run_id: UUID) -> None:
    """Delete a run with its metrics and samples."""
    delete_row(work, TrainingRunRow, run_id)


def get_row(work: UnitOfWork, run_id: UUID) -> Any:
    """The row of a run; None if there is no such run."""
    return RUN.first(work, run_id=run_id)


def list_rows(work: UnitOfWork, filters: TrainingRunFilter, page: PageRequest) -> Sequence[Any]:
    """The rows of matching runs, newest first: one more than ``page.limit`` if there are more."""
    statement = _runs_page(frozenset(filters.states), page.after is not None)
    return statement.all(work, after=page.after, limit=page.limit + 1)


def lock_job_state(work: UnitOfWork, job_id: UUID) -> str | None:
    """The state of a run's job, which no other transaction can change until this one ends."""
    return JOB_STATE_FOR_UPDATE.first(work, job_id=job_id)


def get_sample_row(work: UnitOfWork, run_id: UUID, step: int) -> StoredSample | None:
    """The digest and size of the sample of ``step``; None if there is none."""
    return SAMPLE.first(work, run_id=run_id, step=step)


def list_known_runs(work: UnitOfWork) -> tuple[set[UUID], set[UUID]]:
    """The ids of all runs, and of those that have succeeded, whose folders need nothing but the log."""
    return set(RUN_IDS_OF_ALL.all(work)), set(RUN_IDS_OF_SUCCEEDED.all(work))


def build_views(work: UnitOfWork, rows: Sequence[Any], *, by: Actor) -> list[TrainingRunView]:
    """The rows as ``by`` may see them."""
    samples = _newest_samples(work, [row.id for row in rows if by.owns(row.created_by)])
    artifacts = _artifacts(work, [row.id for row in rows], by)
    albums = _visible_albums(work, rows, by)
    return [_build_view(row, albums, samples[row.id], artifacts.get(row.id), by) for row in rows]


@lru_cache(MAX_SHAPES)
def _runs_page(states: frozenset[str], follows: bool) -> Statement[Any]:  # noqa: FBT001
    newest = TrainingRunRow.id.desc()
    if not states:
        runs = RUNS.where(TrainingRunRow.id < AFTER) if follows else RUNS
        return Statement(runs.order_by(newest).limit(LIMIT), row_of(RUNS))
    heads = (_head(state, follows) for state in sorted(states))
    merged = union_all(*(select(head.c.training_run_id) for head in heads)).subquery()
    ids = select(merged.c.training_run_id).order_by(merged.c.training_run_id.desc()).limit(LIMIT)
    return Statement(RUNS.where(TrainingRunRow.id.in_(ids)).order_by(newest), row_of(RUNS))


def _head(state: str, follows: bool) -> Subquery:  # noqa: FBT001
    """The newest runs in a state."""
    runs = training_runs_in_state(state)
    run_id = runs.selected_columns.training_run_id
    return (runs.where(run_id < AFTER) if follows else runs).order_by(run_id.desc()).limit(LIMIT).subquery()


def _build_view(
    row: Any, albums: Collection[UUID], samples: Sequence[SampleView], artifact: ArtifactView | None, by: Actor
) -> TrainingRunView:
    speed = row.steps_per_second if row.state == "running" else None
    visible_ids = tuple(album_id for album_id in _album_ids(row) if album_id in albums)
    sees_all = isinstance(row.album_ids, list) and len(visible_ids) == len(row.album_ids)
    reads = by.owns(row.created_by) or (may_read_prompt(by, None) and sees_all)
    return TrainingRunView(
        id=row.id,
        name=row.name,
        description=row.description,
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
        sample_requested=row.state in UNFINISHED and row.sample_requested_at is not None,
        save_requested=row.state in UNFINISHED and row.save_requested_at is not None,
        error_code=row.error_code,
        error_message=row.error_message if reads or row.error_message is None else HIDDEN_MESSAGE,
        trace_id=row.trace_id,
        created_by=row.created_by,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )


def _album_ids(row: Any) -> list[UUID]:
    return [UUID(album_id) for album_id in fit_or_none("TrainingStatus.album_ids", row.album_ids, of=row.id) or ()]


def _parameters(row: Any) -> Any:
    return fit_or_none("TrainingParameters", row.parameters, of=row.id)


def _progress(row: Any) -> float:
    if row.state == "succeeded":
        return 1.0
    return min(1.0, row.step / row.steps) if row.steps else 0.0


def _elapsed(started_at: datetime | None, until: datetime) -> float | None:
    return None if started_at is None else max(0.0, (until - started_at).total_seconds())


def _visible_albums(work: UnitOfWork, rows: Sequence[Any], by: Actor) -> set[UUID]:
    album_ids = {album_id for row in rows for album_id in _album_ids(row)}
    return list_visible_albums(work, album_ids, by=by) if album_ids else set()


def _newest_samples(work: UnitOfWork, run_ids: Sequence[UUID]) -> dict[UUID, list[SampleView]]:
    """The newest samples of each run, by step."""
    samples: dict[UUID, list[SampleView]] = defaultdict(list)
    if run_ids:
        for run_id, sample in NEWEST_SAMPLES.all(work, run_ids=list(run_ids)):
            samples[run_id].append(sample)
    return samples


def _select_newest_samples() -> Select[Any]:
    row = TrainingSampleRow
    age = func.row_number().over(partition_by=row.training_run_id, order_by=row.step.desc()).label("age")
    columns = (row.training_run_id, row.step, row.digest, row.size_bytes, row.width, row.height, row.created_at)
    numbered = select(*columns, age).where(row.training_run_id.in_(RUN_IDS)).subquery()
    newest = select(*list(numbered.c)[:-1]).where(numbered.c.age <= MAX_SAMPLES)
    return newest.order_by(numbered.c.training_run_id, numbered.c.step)


def _artifacts(work: UnitOfWork, run_ids: Sequence[UUID], by: Actor) -> dict[UUID, ArtifactView]:
    """The adapters of the runs, those that the caller may see."""
    return dict(_artifacts_of(by.viewpoint).all(work, run_ids=list(run_ids), me=by.user_id)) if run_ids else {}


@cache
def _artifacts_of(by: Viewpoint) -> Statement[tuple[UUID, ArtifactView]]:
    row = AdapterRow
    artifacts = select(row.training_run_id, row.id, row.format, row.digest, row.size_bytes).where(
        row.training_run_id.in_(RUN_IDS), visible_to(by, row.visibility, row.created_by).is_(True)
    )
    return Statement(artifacts, lambda it: (it[0], ArtifactView(*it[1:])))


RUN_IDS = bindparam("run_ids", type_=Uuid(), expanding=True)
NEWEST_SAMPLES: Statement[tuple[UUID, SampleView]] = Statement(
    _select_newest_samples(), lambda row: (row[0], SampleView(*row[1:]))
)
