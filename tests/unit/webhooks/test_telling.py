"""What webhooks are told: every end once, to those that asked for it, whenever and by whomever the events are read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert

from platemark.clock import utc_now
from platemark.db.tables import EventRow, SetRunRow, SetTemplateRow, TrainingRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events import queries as events
from platemark.events.service import FOR_ADMINS, record
from platemark.ids import new_id
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from platemark.webhooks import telling
from platemark.webhooks.views import Message
from tests.sample_rows import generate_row
from tests.unit.webhooks.conftest import Hooks, messages
from tests.webhook_receiver import Receiver

NO_USER: dict[str, list[dict[str, Any]]] = {"users": [{"id": None}]}
EVERYTHING = ("job.finished", "set_run.finished", "training_run.finished", "import.finished", "bug_report.created")


def told(receiver: Receiver, kind: str) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in message.items() if name not in ("id", "at", "kind")}
        for message in messages(receiver)
        if message["kind"] == kind
    ]


def set_run(hooks: Hooks, jobs: int) -> tuple[UUID, UUID, list[UUID]]:
    """A set run with jobs: its id, that of its album, and theirs."""
    run_id, album_id = new_id(), new_id()
    template: dict[str, Any] = generate_row(SetTemplateRow.__table__, 0, NO_USER)  # type: ignore[arg-type]

    def start(work: UnitOfWork) -> list[UUID]:
        work.session.execute(insert(SetTemplateRow), [template])
        run = {
            "id": run_id, "set_template_id": template["id"], "set_template_version": 1, "album_id": album_id,
            "theme": "", "engine": "press", "model": None, "adapters": [], "seed": 1, "overrides": {},
            "row_count": jobs, "cancel_requested_at": None, "created_by": None, "created_at": utc_now(),
        }  # fmt: skip
        work.session.execute(insert(SetRunRow), [run])
        new = [
            NewJob(kind="generate", engine="press", payload={}, set_run_id=run_id, row_position=n) for n in range(jobs)
        ]
        queue.add(work, new)
        return [it.id for it in new]

    return run_id, album_id, hooks.do(start)


@pytest.mark.parametrize("state", ["succeeded", "failed", "cancelled"])
def test_the_end_of_a_job(hooks: Hooks, receiver: Receiver, state: str) -> None:
    hooks.create(receiver.url, *EVERYTHING)
    job_id = hooks.finish_job("caption", state)
    hooks.deliver()
    error = "out_of_memory" if state == "failed" else None
    assert [it["kind"] for it in messages(receiver)] == ["job.finished"]
    assert told(receiver, "job.finished") == [
        {"job_id": str(job_id), "job_kind": "caption", "state": state, "set_run_id": None, "error_code": error}
    ]


def test_a_job_that_is_queued_runs_or_is_tried_again_has_not_ended(hooks: Hooks, receiver: Receiver) -> None:
    hooks.create(receiver.url, *EVERYTHING)
    for kind in ("job.queued", "job.running", "job.updated", "job.cancel_requested"):
        hooks.happen(kind, set_run_id=None, attempt=1, priority=0)
    hooks.deliver()
    assert receiver.received == []


def test_a_set_run_ends_with_the_last_of_its_jobs(hooks: Hooks, receiver: Receiver) -> None:
    hooks.create(receiver.url, "set_run.finished")
    run_id, album_id, jobs = set_run(hooks, 3)
    for job_id in jobs[:2]:
        hooks.end_job(job_id, "succeeded", run_id)
        hooks.deliver()
    assert receiver.received == []
    hooks.pass_time(seconds=1)
    hooks.end_job(jobs[2], "succeeded", run_id)
    hooks.deliver()
    ended = {"set_run_id": str(run_id), "album_id": str(album_id), "state": "succeeded"}
    assert told(receiver, "set_run.finished") == [ended]


def test_a_set_run_whose_rows_are_tried_again_ends_again(hooks: Hooks, receiver: Receiver) -> None:
    hooks.create(receiver.url, "set_run.finished")
    run_id, _, jobs = set_run(hooks, 2)
    hooks.end_job(jobs[0], "succeeded", run_id)
    hooks.end_job(jobs[1], "failed", run_id)
    hooks.deliver()
    hooks.do(queue.retry, [jobs[1]])
    hooks.deliver()
    hooks.pass_time(seconds=1)
    hooks.end_job(jobs[1], "succeeded", run_id)
    hooks.deliver()
    assert [it["state"] for it in told(receiver, "set_run.finished")] == ["failed", "succeeded"]


def test_a_set_run_ends_once_however_its_events_are_read(
    hooks: Hooks, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks.create(receiver.url, "set_run.finished", "job.finished")
    run_id, _, jobs = set_run(hooks, 4)
    for job_id in jobs:
        hooks.end_job(job_id, "succeeded", run_id)
    one_by_one = events.list_after
    monkeypatch.setattr(events, "list_after", lambda work, last_id: one_by_one(work, last_id)[:1])
    hooks.deliver()
    assert (len(told(receiver, "set_run.finished")), len(told(receiver, "job.finished"))) == (1, 4)


def test_the_end_of_a_training_run(hooks: Hooks, receiver: Receiver) -> None:
    hooks.create(receiver.url, "training_run.finished")
    job = NewJob(kind="train", engine="press", payload={})
    run: dict[str, Any] = generate_row(TrainingRunRow.__table__, 0, NO_USER) | {"job_id": job.id, "created_by": None}  # type: ignore[arg-type]

    def start(work: UnitOfWork) -> None:
        queue.add(work, [job])
        work.session.execute(insert(TrainingRunRow), [run])

    hooks.do(start)
    hooks.end_job(job.id, "failed")
    hooks.deliver()
    ended = {"training_run_id": str(run["id"]), "job_id": str(job.id), "state": "failed", "error_code": "out_of_memory"}
    assert told(receiver, "training_run.finished") == [ended]


def test_the_end_of_a_phase_of_an_import(hooks: Hooks, receiver: Receiver) -> None:
    hooks.create(receiver.url, "import.finished")
    states = ("queued", "running", "planned", "queued", "running", "applied", "undone", "failed", "cancelled")
    for state in states:
        import_id = hooks.happen("import.changed", phase="apply", state=state)
    hooks.deliver()
    ended = told(receiver, "import.finished")
    assert [it["state"] for it in ended] == [it for it in states if it not in ("queued", "running")]
    assert ended[-1] == {"import_id": str(import_id), "phase": "apply", "state": "cancelled"}


def test_each_is_told_what_it_asked_for_from_its_creation_on(hooks: Hooks, receiver: Receiver) -> None:
    hooks.report()
    hooks.create(f"{receiver.url}&1", "bug_report.created")
    hooks.report()
    hooks.create(f"{receiver.url}&2", "bug_report.created", "job.finished")
    hooks.create(f"{receiver.url}&3", "job.finished")
    hooks.report()
    hooks.finish_job()
    hooks.deliver()
    heard = sorted(
        (it.path[-1], message["kind"]) for it, message in zip(receiver.received, messages(receiver), strict=True)
    )
    assert heard == [
        ("1", "bug_report.created"), ("1", "bug_report.created"),
        ("2", "bug_report.created"), ("2", "job.finished"),
        ("3", "job.finished"),
    ]  # fmt: skip
    assert len({message["id"] for message in messages(receiver)}) == 5


def test_more_events_than_a_page_are_told_of_in_order(hooks: Hooks, receiver: Receiver) -> None:
    webhook_id = hooks.create(receiver.url).webhook.id
    reports = [new_id() for _ in range(events.PAGE_SIZE + 3)]

    def report(work: UnitOfWork) -> None:
        for report_id in reports:
            record(work, "bug_report.created", report_id, **FOR_ADMINS)

    hooks.do(report)
    encode = hooks.encode
    told: list[UUID] = []

    def note(message_id: UUID, message: Message) -> str:
        told.append(message.facts["bug_report_id"])
        return encode(message_id, message)

    assert [hooks.do(telling.tell, note) for _ in range(3)] == [events.PAGE_SIZE, 4, 0]  # and the webhook itself
    assert told == reports
    assert hooks.do(telling.has_news) is False
    assert len(hooks.deliveries(webhook_id)) == len(reports)


@pytest.mark.parametrize("data", [{}, [1], {"state": "odd", "phase": 7}, {"phase": "apply"}, {"state": "applied"}])
def test_a_hostile_event_keeps_no_others(hooks: Hooks, receiver: Receiver, data: Any) -> None:
    hooks.create(receiver.url, *EVERYTHING)
    job_id = hooks.finish_job()

    def store(work: UnitOfWork) -> None:
        row = {"kind": "import.changed", "subject_id": new_id(), "data": data, "at": utc_now()}
        work.session.execute(insert(EventRow).values(**row))
        work.session.execute(insert(EventRow).values(**row | {"kind": "job.failed", "subject_id": job_id}))

    hooks.do(store)
    (report,) = hooks.report()
    hooks.deliver()
    assert [it["bug_report_id"] for it in told(receiver, "bug_report.created")] == [str(report)]
    assert told(receiver, "import.finished") == []
