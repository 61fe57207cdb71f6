"""The operations of training. A run is a durable job: its state is that of the job."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from platemark.access import Actor, require_owner, require_priority, require_role
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import TrainRequest
from platemark.errors import Conflict, Finding, NotFound, Unprocessable
from platemark.events.service import record
from platemark.ids import new_id
from platemark.jobs import queue
from platemark.paging import Page, PageRequest, split_page
from platemark.studio import Studio
from platemark.training import metric_queries, queries, readiness, run_folders, wishes
from platemark.training.dataset import Dataset, build_dataset
from platemark.training.run_folders import LogPart
from platemark.training.views import (
    MetricFilter,
    Metrics,
    NewTrainingRun,
    SampleFile,
    TrainingCheck,
    TrainingRunFilter,
    TrainingRunView,
)

LARGEST_SEED = 2**53 - 1
MAX_ATTEMPTS = 5
"""How often a run may lose its worker or fail with a retryable error; each attempt resumes from the last checkpoint."""


@dataclass(frozen=True, slots=True)
class _Preparation:
    check: TrainingCheck
    dataset: Dataset
    seed: int


def check_training(work: UnitOfWork, studio: Studio, new: NewTrainingRun, *, by: Actor) -> TrainingCheck:
    """What ``create_training_run`` would refuse or advise; changes nothing.

    Unprocessable ``training_parameters`` for parameters that the engine does not take.
    """
    return _prepare(work, studio, new, by).check


def create_training_run(work: UnitOfWork, studio: Studio, new: NewTrainingRun, *, by: Actor) -> TrainingRunView:
    """Pin the dataset and queue the run; Unprocessable ``training_not_ready`` if a finding is fatal."""
    require_priority(by, new.priority)
    preparation = _prepare(work, studio, new, by)
    _require_ready(preparation.check)
    run_id = new_id()
    job = queue.NewJob(
        kind="train",
        engine=new.engine,
        payload={"training_run_id": str(run_id)},
        priority=new.priority,
        max_attempts=MAX_ATTEMPTS,
        created_by=by.user_id,
    )
    queries.insert_run(
        work,
        run_id,
        new,
        job_id=job.id,
        parameters=preparation.check.parameters,
        seed=preparation.seed,
        dataset=preparation.dataset,
        by=by,
    )
    queue.add(work, [job])
    record(work, "training_run.created", run_id, job_id=job.id)
    work.after_commit(studio.wake)
    return get_training_run(work, run_id, by=by)


def list_training_runs(
    work: UnitOfWork, filters: TrainingRunFilter, page: PageRequest, *, by: Actor
) -> Page[TrainingRunView]:
    """Matching training runs, newest first."""
    require_role(by, "viewer")
    rows, next_after = split_page(queries.list_rows(work, filters, page), page.limit)
    return Page(queries.build_views(work, rows, by=by), next_after)


def get_training_run(work: UnitOfWork, training_run_id: UUID, *, by: Actor) -> TrainingRunView:
    """The run as ``by`` may see it. Every signed-in user may know that it exists."""
    require_role(by, "viewer")
    row = queries.get_row(work, training_run_id)
    if row is None:
        raise NotFound("training_run", training_run_id)
    return queries.build_views(work, [row], by=by)[0]


def cancel_training_run(work: UnitOfWork, studio: Studio, training_run_id: UUID, *, by: Actor) -> TrainingRunView:
    """Stop a run, at once or after its current step; Conflict ``training_run_finished``. Repeating changes nothing."""
    run = _get_own_run_to_change(work, training_run_id, by)
    if queue.cancel(work, run.job_id) is None:
        run = get_training_run(work, training_run_id, by=by)
        if run.state not in ("queued", "running"):
            raise Conflict("training_run_finished", f"The training run is {run.state}; there is nothing to cancel.")
    work.after_commit(studio.wake)
    return get_training_run(work, training_run_id, by=by)


def resume_training_run(work: UnitOfWork, studio: Studio, training_run_id: UUID, *, by: Actor) -> TrainingRunView:
    """Continue from the last checkpoint; Conflict ``training_run_not_stopped`` unless it failed or was cancelled."""
    run = _get_own_run_to_change(work, training_run_id, by)
    if not queue.retry(work, [run.job_id]):
        detail = f"The training run is {run.state}; only a failed or cancelled run can be resumed, and no imported one."
        raise Conflict("training_run_not_stopped", detail)
    wishes.drop_all(work, training_run_id)
    work.after_commit(studio.wake)
    return get_training_run(work, training_run_id, by=by)


def sample_training_run(work: UnitOfWork, studio: Studio, training_run_id: UUID, *, by: Actor) -> TrainingRunView:
    """Ask a running run for a sample after its next step; Conflict ``training_run_not_running``.

    It outlasts a worker that dies. Repeating it while it is outstanding changes nothing.
    """
    return _ask(work, studio, training_run_id, "sample", by)


def save_training_run(work: UnitOfWork, studio: Studio, training_run_id: UUID, *, by: Actor) -> TrainingRunView:
    """Ask a running run for a checkpoint after its next step; otherwise as ``sample_training_run``."""
    return _ask(work, studio, training_run_id, "save", by)


def delete_training_run(work: UnitOfWork, studio: Studio, training_run_id: UUID, *, by: Actor) -> None:
    """Delete a run with its metrics, samples, checkpoints and log; Conflict ``training_run_busy`` while it may run.

    The adapter that it trained and its job remain.
    """
    run = _get_own_run_to_change(work, training_run_id, by)
    state = queries.lock_job_state(work, run.job_id)
    if state in ("queued", "running"):
        raise Conflict("training_run_busy", f"The training run is {state}; cancel it first.")
    queries.delete_run(work, training_run_id)
    record(work, "training_run.deleted", training_run_id)
    folder = run_folders.run_folder(studio.settings.training_dir, training_run_id)
    work.after_commit(lambda: run_folders.remove_folder(folder))


def list_training_metrics(work: UnitOfWork, training_run_id: UUID, filters: MetricFilter, *, by: Actor) -> Metrics:
    """Matching metrics by step and name; at most ``filters.limit``, never splitting those of one step."""
    get_training_run(work, training_run_id, by=by)
    metrics = metric_queries.list_metrics(work, training_run_id, filters)
    if len(metrics) <= filters.limit:
        return Metrics(metrics, None)
    incomplete_step = metrics[filters.limit].step
    complete = [metric for metric in metrics if metric.step < incomplete_step]
    return Metrics(complete, complete[-1].step)


def get_training_log(work: UnitOfWork, studio: Studio, training_run_id: UUID, offset: int, *, by: Actor) -> LogPart:
    """Whole lines of the log, starting at the byte ``offset``. For the owner and admins."""
    _get_own_run(work, training_run_id, by)
    return run_folders.read_log(run_folders.run_folder(studio.settings.training_dir, training_run_id), offset)


def get_training_sample(work: UnitOfWork, studio: Studio, training_run_id: UUID, step: int, *, by: Actor) -> SampleFile:
    """The sample image of ``step``, a PNG. For the owner and admins."""
    _get_own_run(work, training_run_id, by)
    row = queries.get_sample_row(work, training_run_id, step)
    if row is None:
        raise NotFound("training_sample", step)
    return SampleFile(studio.blobs.path(row.digest), row.size_bytes, row.digest, f"sample-{step}.png")


def list_known_runs(work: UnitOfWork) -> tuple[set[UUID], set[UUID]]:
    """The ids of all runs, and of those that have succeeded, whose folders need nothing but the log."""
    return queries.list_known_runs(work)


def _ask(work: UnitOfWork, studio: Studio, training_run_id: UUID, wish: wishes.Wish, by: Actor) -> TrainingRunView:
    run = _get_own_run_to_change(work, training_run_id, by)
    state = queries.lock_job_state(work, run.job_id)
    if state != "running" or run.cancel_requested:
        is_now = "being cancelled" if state == "running" else state
        detail = f"The training run is {is_now}; only a running one can be asked for this."
        raise Conflict("training_run_not_running", detail)
    wishes.ask(work, training_run_id, wish)
    work.after_commit(studio.wake)
    return get_training_run(work, training_run_id, by=by)


def _get_own_run_to_change(work: UnitOfWork, training_run_id: UUID, by: Actor) -> TrainingRunView:
    require_role(by, "editor")
    return _get_own_run(work, training_run_id, by)


def _get_own_run(work: UnitOfWork, training_run_id: UUID, by: Actor) -> TrainingRunView:
    run = get_training_run(work, training_run_id, by=by)
    require_owner(by, run.created_by)
    return run


def _prepare(work: UnitOfWork, studio: Studio, new: NewTrainingRun, by: Actor) -> _Preparation:
    require_role(by, "editor")
    trainer = studio.engines.trainer(new.engine)
    parameters = readiness.resolve_parameters(tuple(trainer.parameters()), new.parameters)
    seed = secrets.randbelow(LARGEST_SEED) if new.seed is None else new.seed
    dataset = build_dataset(work, new.album_ids, seed=seed, held_out_share=new.held_out_share, by=by)
    request = TrainRequest(
        pictures=dataset.training_pictures(studio.blobs),
        parameters=parameters,
        seed=seed,
        folder=run_folders.run_folder(studio.settings.training_dir, UUID(int=0)),
        base=new.base,
    )
    findings = readiness.find_shortfalls(studio.engines.get(new.engine), trainer, request, dataset, studio.blobs)
    return _Preparation(TrainingCheck(findings, dataset.view, parameters), dataset, seed)


def _require_ready(check: TrainingCheck) -> None:
    if check.ready:
        return
    findings = [
        Finding("", f"{finding.message} {finding.hint}".strip(), finding.code)
        for finding in check.findings
        if finding.fatal
    ]
    raise Unprocessable("training_not_ready", f"Training cannot start: {findings[0].message}", findings)
