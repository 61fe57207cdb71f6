"""What events mean to webhooks: which of them are told of, and what a message says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, select

from platemark.db.kept_counts.set_run_states import state_of_run
from platemark.db.statements import Statement
from platemark.db.tables import JobRow, SetRunRow, TrainingRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.queries import Event
from platemark.webhooks.views import Message

JOB_ENDS = {"job.succeeded": "succeeded", "job.failed": "failed", "job.cancelled": "cancelled"}
ENDS = tuple(JOB_ENDS.values())
IMPORT_GOES_ON = ("queued", "running")


class Job(NamedTuple):
    """The job of an event."""

    id: UUID
    kind: str
    set_run_id: UUID | None


class FinishedRun(NamedTuple):
    """A set run of which no job is left to do."""

    id: UUID
    album_id: UUID
    state: str


def occurrences(work: UnitOfWork, events: Sequence[Event]) -> Iterator[Message]:
    """What there is to tell of the events, in their order; what a job finishes besides itself comes after it."""
    ended = {event.subject_id: event for event in events if event.kind in JOB_ENDS}
    jobs = {job.id: job for job in _among(JOBS, work, ended)}
    training_runs = dict(_among(TRAINING_RUNS, work, [job.id for job in jobs.values() if job.kind == "train"]))
    last_of_run = {job.set_run_id: ended[job.id] for job in _in_order(ended, jobs) if job.set_run_id is not None}
    set_runs = {last_of_run[run.id].id: run for run in _finished_runs(work, last_of_run)}
    finished_at = dict(_among(FINISHED_AT, work, [run.id for run in set_runs.values()]))
    for event in events:
        job = jobs.get(event.subject_id) if event.kind in JOB_ENDS and event.subject_id is not None else None
        if job is not None:
            yield _job(event, job)
            if job.id in training_runs:
                yield _training_run(event, job, training_runs[job.id])
            if event.id in set_runs:
                yield _set_run(event, set_runs[event.id], finished_at)
        elif event.kind == "import.changed" and _said(event, "state") not in IMPORT_GOES_ON:
            phase, state = _said(event, "phase"), _said(event, "state")
            yield _message(event, "import.finished", import_id=event.subject_id, phase=phase, state=state)
        elif event.kind == "bug_report.created":
            yield _message(event, "bug_report.created", bug_report_id=event.subject_id)


def _in_order(ended: Iterable[UUID | None], jobs: Mapping[UUID, Job]) -> Iterator[Job]:
    return (jobs[job_id] for job_id in ended if job_id is not None and job_id in jobs)


def _finished_runs(work: UnitOfWork, run_ids: Iterable[UUID]) -> list[FinishedRun]:
    return [run for run in _among(SET_RUNS, work, run_ids) if run.state in ENDS]


def _job(event: Event, job: Job) -> Message:
    facts = {"job_id": job.id, "job_kind": job.kind, "state": JOB_ENDS[event.kind], "set_run_id": job.set_run_id}
    return _message(event, "job.finished", **facts, error_code=_said(event, "error"))


def _training_run(event: Event, job: Job, training_run_id: UUID) -> Message:
    facts = {"training_run_id": training_run_id, "job_id": job.id, "state": JOB_ENDS[event.kind]}
    return _message(event, "training_run.finished", **facts, error_code=_said(event, "error"))


def _set_run(event: Event, run: FinishedRun, finished_at: Mapping[UUID, datetime]) -> Message:
    """Told of once for each time that it finishes, though several batches of events may see that it has."""
    message = _message(event, "set_run.finished", set_run_id=run.id, album_id=run.album_id, state=run.state)
    return message._replace(occurrence=f"set_run:{run.id}:{finished_at[run.id].isoformat()}")


def _message(event: Event, kind: str, **facts: Any) -> Message:
    return Message(kind, f"{kind}:{event.id}", event.id, event.at, facts)


def _said(event: Event, name: str) -> Any:
    """What an event says under a name; None if it says nothing, or is of another program's making."""
    data: object = event.data
    return data.get(name) if isinstance(data, dict) else None


def _among(statement: Statement[Any], work: UnitOfWork, ids: Iterable[UUID | None]) -> Sequence[Any]:
    listed = list(ids)
    return statement.all(work, ids=listed) if listed else ()


IDS = bindparam("ids", type_=Uuid(), expanding=True)
JOBS = Statement(select(JobRow.id, JobRow.kind, JobRow.set_run_id).where(JobRow.id.in_(IDS)), Job._make)
TRAINING_RUNS = Statement(select(TrainingRunRow.job_id, TrainingRunRow.id).where(TrainingRunRow.job_id.in_(IDS)), tuple)
SET_RUNS = Statement(
    select(SetRunRow.id, SetRunRow.album_id, state_of_run(SetRunRow.id.expression)).where(SetRunRow.id.in_(IDS)),
    FinishedRun._make,
)
FINISHED_AT = Statement(
    select(JobRow.set_run_id, func.max(JobRow.finished_at))
    .where(JobRow.set_run_id.in_(IDS))
    .group_by(JobRow.set_run_id),
    tuple,
)
