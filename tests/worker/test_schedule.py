"""What is done by itself each hour or day: once, by one of however many."""

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


def nothing(_database: Database, _settings: Settings) -> None:
    """A duty that is done at once."""


def shift(database: Database, slots: int) -> None:
    """As if a duty's latest slot lay so many slots later."""
    with database.writing.begin() as connection:
        connection.execute(update(ScheduleSlotRow).values(slot=ScheduleSlotRow.slot + slots))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, event_days=7)


def test_of_eight_who_look_at_the_clock_one_does_the_duty(database: Database) -> None:
    duty = ScheduledTask("look", timedelta(days=400), nothing)
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: claim_slot(database, duty), range(24)))
    assert taken.count(True) == 1


@pytest.mark.parametrize(("slots", "due"), [(0, False), (-1, True), (-5, True), (1, False), (50, True)])
def test_a_duty_is_due_in_a_new_slot_and_after_a_clock_was_set_back(database: Database, slots: int, due: bool) -> None:
    duty = ScheduledTask("look", timedelta(days=400), nothing)
    assert claim_slot(database, duty)
    shift(database, slots)
    assert claim_slot(database, duty) is due


def test_duties_have_slots_of_their_own(database: Database, settings: Settings) -> None:
    duties = [ScheduledTask(name, timedelta(days=400), nothing) for name in ("one", "two")]
    assert run_due_tasks(database, settings, duties[:1]) == ["one"]
    assert run_due_tasks(database, settings, duties) == ["two"]


def test_a_duty_that_fails_keeps_none_from_being_done(
    database: Database, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    def burst(_database: Database, _settings: Settings) -> None:
        raise RuntimeError("a pipe")

    assert run_due_tasks(
        database, settings, [ScheduledTask("burst", HOUR, burst), ScheduledTask("calm", HOUR, nothing)]
    ) == ["calm"]
    assert "burst failed" in caplog.text


def test_what_is_old_goes_and_what_is_young_stays(database: Database, open_work: OpenWork, settings: Settings) -> None:
    blobs = FolderBlobStore(settings.blobs_dir)
    young, old = blobs.put(b"nobody names these bytes"), blobs.put(b"nor these")
    os.utime(next(settings.blobs_dir.rglob(old)), (1, 1))
    for days in (31, 30, 0):
        at = utc_now() - timedelta(days=days)
        with open_work() as work:
            work.session.add(EventRow(kind="job.queued", data={}, at=at))
            work.session.add(SignInAttemptRow(id=new_id(), key="a", at=at))
            work.session.add(answer_kept_at(at))
            work.commit()
    assert run_due_tasks(database, settings) == [duty.name for duty in SCHEDULED_TASKS]
    assert (blobs.exists(young), blobs.exists(old)) == (True, False)
    assert (count(database, SignInAttemptRow), count(database, IdempotencyRow)) == (1, 1)
    assert count(database, EventRow) == 2, "the newest of the old ones marks where the events begin"


def answer_kept_at(at: datetime) -> IdempotencyRow:
    facts = {"actor": "a", "operation_id": "b", "request_digest": "", "headers": "{}"}
    return IdempotencyRow(**facts, key=at.isoformat(), status=200, created_at=at)


def count(database: Database, table: type[Base]) -> int:
    with database.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0
