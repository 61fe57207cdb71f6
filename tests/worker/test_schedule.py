"""Scheduled tasks: each runs once in its slot, in one of however many processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import Base, EventRow, IdempotencyRow, ScheduleSlotRow, SignInAttemptRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.schedule import HOUR, SCHEDULED_TASKS, ScheduledTask, claim_slot, run_due_tasks

OpenWork = Callable[..., UnitOfWork]


def do_nothing(_database: Database, _settings: Settings) -> None:
    """A task without effect."""


def move_claimed_slots(database: Database, slots: int) -> None:
    """As if the latest claimed slot of each task lay so many slots later."""
    with database.writing.begin() as connection:
        connection.execute(update(ScheduleSlotRow).values(slot=ScheduleSlotRow.slot + slots))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, event_days=7)


def test_one_of_eight_processes_claims_a_slot(database: Database) -> None:
    task = ScheduledTask("look", timedelta(days=400), do_nothing)
    with ThreadPoolExecutor(8) as pool:
        claims = list(pool.map(lambda _: claim_slot(database, task), range(24)))
    assert claims.count(True) == 1


@pytest.mark.parametrize(("slots", "due"), [(0, False), (-1, True), (-5, True), (1, False), (50, True)])
def test_a_task_is_due_in_a_new_slot_and_after_the_clock_was_set_back(
    database: Database, slots: int, due: bool
) -> None:
    task = ScheduledTask("look", timedelta(days=400), do_nothing)
    assert claim_slot(database, task)
    move_claimed_slots(database, slots)
    assert claim_slot(database, task) is due


def test_each_task_has_slots_of_its_own(database: Database, settings: Settings) -> None:
    tasks = [ScheduledTask(name, timedelta(days=400), do_nothing) for name in ("one", "two")]
    assert run_due_tasks(database, settings, tasks[:1]) == ["one"]
    assert run_due_tasks(database, settings, tasks) == ["two"]


def test_a_task_that_fails_does_not_keep_others_from_running(
    database: Database, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_database: Database, _settings: Settings) -> None:
        raise RuntimeError("a pipe")

    assert run_due_tasks(
        database, settings, [ScheduledTask("failing", HOUR, fail), ScheduledTask("working", HOUR, do_nothing)]
    ) == ["working"]
    assert "failing failed" in caplog.text


def test_old_rows_and_files_are_deleted_and_recent_ones_stay(
    database: Database, open_work: OpenWork, settings: Settings
) -> None:
    blobs = FolderBlobStore(settings.blobs_dir)
    recent, old = blobs.put(b"no row refers to these bytes"), blobs.put(b"nor to these")
    os.utime(next(settings.blobs_dir.rglob(old)), (1, 1))
    for days in (31, 30, 0):
        at = utc_now() - timedelta(days=days)
        with open_work() as work:
            work.session.add(EventRow(kind="job.queued", data={}, at=at))
            work.session.add(SignInAttemptRow(id=new_id(), key="a", at=at))
            work.session.add(stored_response(at))
            work.commit()
    assert run_due_tasks(database, settings) == [task.name for task in SCHEDULED_TASKS]
    assert (blobs.exists(recent), blobs.exists(old)) == (True, False)
    assert (count(database, SignInAttemptRow), count(database, IdempotencyRow)) == (1, 1)
    assert count(database, EventRow) == 2, "the newest of the old events stays as the mark"


def stored_response(at: datetime) -> IdempotencyRow:
    fields = {"actor": "a", "operation_id": "b", "request_digest": "", "headers": "{}"}
    return IdempotencyRow(**fields, key=at.isoformat(), status=200, created_at=at)


def count(database: Database, table: type[Base]) -> int:
    with database.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0
