"""The verbs of training. A run is a durable job: what becomes of it is that job's state, and nothing else says so."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, insert, select

from platemark.access import Actor, require_owner, require_role
from platemark.db.tables import JobRow, TrainingRunRow, TrainingSampleRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import TrainRequest
from platemark.engines.registry import Engines
from platemark.errors import Conflict, Finding, NotFound, Unprocessable
from platemark.events.service import record
from platemark.ids import new_id
from platemark.jobs import queue
from platemark.jobs.service import Wake
from platemark.paging import Page, PageRequest, split_page
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore
from platemark.training import queries, readiness, run_folders
from platemark.training.dataset import Dataset, build_dataset
from platemark.training.run_folders import LogPart
from platemark.training.views import Metric, Metrics, NewTrainingRun, TrainingCheck, TrainingRunView

LARGEST_SEED = 2**53 - 1
MAX_ATTEMPTS = 5
"""How often a run may lose its worker or fail in a way that may pass; each attempt goes on where the last one was."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample's bytes: a PNG in the blob store."""

    path: Path
    size: int
    digest: str
    name: str


@dataclass(frozen=True, slots=True)
class _Looked:
    found: TrainingCheck
    data: Dataset
    seed: int


def check(
    work: UnitOfWork, engines: Engines, blobs: BlobStore, settings: Settings, asked: NewTrainingRun, *, by: Actor
) -> TrainingCheck:
    """What ``create`` would say, and advice; changes nothing. Settings that the engine has not are Unprocessable."""
    return _look(work, engines, blobs, settings, asked, by).found


def create(
    work: UnitOfWork,
    engines: Engines,
    blobs: BlobStore,
    settings: Settings,
    asked: NewTrainingRun,
    *,
    by: Actor,
    wake: Wake,
) -> TrainingRunView:
    """Pin what is learned from and queue the run; Unprocessable ``training_not_ready`` for what is fatal."""
    looked = _look(work, engines, blobs, settings, asked, by)
    _refuse(looked.found)
    run_id, now, dataset = new_id(), work.now(), looked.found.dataset
    job = queue.NewJob(
        kind="train",
        engine=asked.engine,
        payload={"training_run_id": str(run_id)},
        priority=asked.priority,
        max_attempts=MAX_ATTEMPTS,
        created_by=by.user_id,
    )
    work.session.execute(
        insert(TrainingRunRow).values(
            id=run_id,
            job_id=job.id,
            name=asked.name,
            engine=asked.engine,
            base=asked.base,
            album_ids=[str(album_id) for album_id in asked.album_ids],
            parameters=dict(looked.found.parameters),
            seed=looked.seed,
            dataset=looked.data.payload(),
            dataset_digest=dataset.digest,
            image_count=dataset.image_count,
            captioned_count=dataset.captioned_count,
            held_out_count=dataset.held_out_count,
            step=0,
            steps=int(looked.found.parameters.get("steps", 0)),
            created_by=by.user_id,
            created_at=now,
            updated_at=now,
        )
    )
    queue.add(work, [job])
    record(work, "training_run.created", run_id, job_id=job.id)
    work.after_commit(wake)
    return get(work, run_id, by=by)


def list_training_runs(
    work: UnitOfWork, page: PageRequest, *, by: Actor, states: Collection[str] = ()
) -> Page[TrainingRunView]:
    """Training runs, newest first."""
    require_role(by, "viewer")
    found = queries.runs().order_by(TrainingRunRow.id.desc()).limit(page.limit + 1)
    if states:
        found = found.where(JobRow.state.in_(states))
    if page.after is not None:
        found = found.where(TrainingRunRow.id < page.after)
    rows, next_after = split_page(work.session.execute(found).all(), page.limit)
    return Page(queries.views(work, rows, by=by), next_after)


def get(work: UnitOfWork, training_run_id: UUID, *, by: Actor) -> TrainingRunView:
    """The run as ``by`` may see it; anyone signed in sees that it is there."""
    require_role(by, "viewer")
    found = work.session.execute(queries.runs().where(TrainingRunRow.id == training_run_id)).all()
    if not found:
        raise NotFound("training_run", training_run_id)
    return queries.views(work, found, by=by)[0]


def cancel(work: UnitOfWork, training_run_id: UUID, *, by: Actor, wake: Wake) -> TrainingRunView:
    """Stop it, at once or after the step in hand; Conflict ``training_run_finished``. Again changes nothing."""
    run = _own(work, training_run_id, by)
    if queue.cancel(work, run.job_id) is None:
        run = get(work, training_run_id, by=by)
        if run.state not in ("queued", "running"):
            raise Conflict("training_run_finished", f"The training run is {run.state}: there is nothing to stop.")
    work.after_commit(wake)
    return get(work, training_run_id, by=by)


def resume(work: UnitOfWork, training_run_id: UUID, *, by: Actor, wake: Wake) -> TrainingRunView:
    """Go on from the last checkpoint; Conflict ``training_run_not_stopped`` unless it failed or was cancelled."""
    run = _own(work, training_run_id, by)
    if not queue.retry(work, [run.job_id]):
        detail = f"The training run is {run.state}: only one that failed or was cancelled can go on."
        raise Conflict("training_run_not_stopped", detail)
    work.after_commit(wake)
    return get(work, training_run_id, by=by)


def delete_training_run(work: UnitOfWork, settings: Settings, training_run_id: UUID, *, by: Actor) -> None:
    """Delete it with its measurements, samples, checkpoints and log; Conflict ``training_run_busy`` while it may run.

    The adapter that it made stays, and so does the record of its job.
    """
    run = _own(work, training_run_id, by)
    state = work.session.scalar(select(JobRow.state).where(JobRow.id == run.job_id).with_for_update())
    if state in ("queued", "running"):
        raise Conflict("training_run_busy", f"The training run is {state}: stop it first.")
    gone = delete(TrainingRunRow).where(TrainingRunRow.id == training_run_id)
    work.session.execute(gone.execution_options(synchronize_session=False))
    record(work, "training_run.deleted", training_run_id)
    folder = run_folders.run_folder(settings.training_dir, training_run_id)
    work.after_commit(lambda: run_folders.remove_folder(folder))


def list_metrics(
    work: UnitOfWork, training_run_id: UUID, *, by: Actor, since_step: int | None, stride: int, limit: int
) -> Metrics:
    """What was measured after ``since_step``; those of one step stay together, at most ``limit`` in all."""
    get(work, training_run_id, by=by)
    wanted = queries.metrics(training_run_id, since_step=since_step, stride=stride, limit=limit)
    found = [Metric(*row) for row in work.session.execute(wanted)]
    if len(found) <= limit:
        return Metrics(found, None)
    cut = found[limit].step
    whole = [metric for metric in found if metric.step < cut]
    return Metrics(whole, whole[-1].step)


def read_log(work: UnitOfWork, settings: Settings, training_run_id: UUID, offset: int, *, by: Actor) -> LogPart:
    """Whole lines of its log from the byte ``offset`` on; for its owner and admins."""
    _own(work, training_run_id, by)
    return run_folders.read_log(run_folders.run_folder(settings.training_dir, training_run_id), offset)


def get_sample(work: UnitOfWork, blobs: BlobStore, training_run_id: UUID, step: int, *, by: Actor) -> Sample:
    """The PNG that it showed at ``step``; for its owner and admins."""
    _own(work, training_run_id, by)
    row = work.session.execute(
        select(TrainingSampleRow.digest, TrainingSampleRow.size_bytes).where(
            TrainingSampleRow.training_run_id == training_run_id, TrainingSampleRow.step == step
        )
    ).one_or_none()
    if row is None:
        raise NotFound("training_sample", step)
    return Sample(blobs.path(row.digest), row.size_bytes, row.digest, f"sample-{step}.png")


def list_known_runs(work: UnitOfWork) -> tuple[set[UUID], set[UUID]]:
    """All runs, and those that have succeeded: of these nothing has to be kept but the log."""
    found = select(TrainingRunRow.id, JobRow.state).join(JobRow, JobRow.id == TrainingRunRow.job_id)
    rows = work.session.execute(found).all()
    return {row.id for row in rows}, {row.id for row in rows if row.state == "succeeded"}


def _own(work: UnitOfWork, training_run_id: UUID, by: Actor) -> TrainingRunView:
    run = get(work, training_run_id, by=by)
    require_owner(by, run.created_by)
    return run


def _look(
    work: UnitOfWork, engines: Engines, blobs: BlobStore, settings: Settings, asked: NewTrainingRun, by: Actor
) -> _Looked:
    require_role(by, "editor")
    trainer = engines.trainer(asked.engine)
    parameters = readiness.resolve_parameters(tuple(trainer.parameters()), asked.parameters)
    seed = secrets.randbelow(LARGEST_SEED) if asked.seed is None else asked.seed
    data = build_dataset(work, asked.album_ids, seed=seed, held_out_share=asked.held_out_share, by=by)
    request = TrainRequest(
        pictures=data.training_pictures(blobs),
        parameters=parameters,
        seed=seed,
        folder=run_folders.run_folder(settings.training_dir, UUID(int=0)),
        base=asked.base,
    )
    found = readiness.find_shortfalls(engines.get(asked.engine), trainer, request, data, blobs)
    return _Looked(TrainingCheck(found, data.view, parameters), data, seed)


def _refuse(found: TrainingCheck) -> None:
    if found.ready:
        return
    findings = [Finding("", f"{it.message} {it.hint}".strip(), it.code) for it in found.findings if it.fatal]
    raise Unprocessable("training_not_ready", f"Training cannot begin: {findings[0].message}", findings)
