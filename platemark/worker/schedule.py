"""What a studio does by itself each day or hour, once, however many of its processes look at the clock."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, or_, type_coerce
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute

from platemark.blob_references import sweep_blobs
from platemark.bug_reports import retention
from platemark.db.engine import Database
from platemark.db.tables import IdempotencyRow, ScheduleSlotRow, SessionRow, SignInAttemptRow
from platemark.db.types import BigInt, db_now, shifted
from platemark.db.unit_of_work import UnitOfWork
from platemark.events import service as events
from platemark.imports import service as imports
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.training import run_folders
from platemark.training import service as training

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MILLISECOND = timedelta(milliseconds=1)
PLANS_KEPT = timedelta(days=30)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ScheduledTask:
    """Something to be done once in each slot of ``every``; doing it twice would do no harm.

    ``do`` may take its time and opens its own transactions. What fails is done again in the next slot.
    """

    name: str
    every: timedelta
    do: Callable[[Database, Settings], None]


def run_due_tasks(database: Database, settings: Settings, duties: Sequence[ScheduledTask] | None = None) -> list[str]:
    """Do the duties that nobody has taken up yet in the slot that it is now; the names of those done here."""
    done = []
    for duty in SCHEDULED_TASKS if duties is None else duties:
        if claim_slot(database, duty):
            try:
                duty.do(database, settings)
            except Exception:
                log.exception("%s failed; it is tried again in its next slot", duty.name)
            else:
                done.append(duty.name)
    return done


def claim_slot(database: Database, duty: ScheduledTask) -> bool:
    """Whether this slot's ``duty`` is ours to do: true once a slot, by the database's clock, for one of all who ask."""
    slot = type_coerce(db_now(), BigInt) // (duty.every // MILLISECOND)
    insert = (postgresql if database.dialect == "postgresql" else sqlite).insert(ScheduleSlotRow)
    statement = insert.values(duty=duty.name, slot=slot)
    known, now = ScheduleSlotRow.slot, statement.excluded.slot
    newer = or_(known < now, known > now + 1)  # far ahead: a clock was set back
    taken = statement.on_conflict_do_update(index_elements=["duty"], set_={"slot": now}, where=newer)
    with UnitOfWork(database, write=True) as work:
        ours = work.session.execute(taken.returning(ScheduleSlotRow.duty)).first() is not None
        work.commit()
    return ours


def _sweep_blobs(database: Database, settings: Settings) -> None:
    swept = sweep_blobs(lambda: UnitOfWork(database, write=True), FolderBlobStore(settings.blobs_dir))
    log.info("orphans removed: %d blobs, %d bytes, %d unfinished", swept.blobs, swept.bytes, swept.unfinished)


def _prune_events(database: Database, settings: Settings) -> None:
    with UnitOfWork(database, write=True) as work:
        events.prune(work, work.now() - timedelta(days=settings.event_days))
        work.commit()


def _tidy_training(database: Database, settings: Settings) -> None:
    run_ids = run_folders.runs_with_folders(settings.training_dir)
    with UnitOfWork(database, write=False) as work:
        known, done = training.known_runs(work)
    count = run_folders.tidy(settings.training_dir, run_ids, known=known, done=done)
    log.info("training folders tidied: %d", count)


def purge_bug_reports(database: Database, settings: Settings) -> None:
    """Delete the bug reports that are beyond the configured retention."""
    done = retention.purge_stale(lambda: UnitOfWork(database, write=True), settings)
    if done.before is not None:
        log.info("bug reports purged: %d older than %d days", done.purged_count, done.older_than_days)


def _forget_plans(database: Database, _settings: Settings) -> None:
    with UnitOfWork(database, write=True) as work:
        imports.forget_plans(work, work.now() - PLANS_KEPT)
        work.commit()


def _forget(column: InstrumentedAttribute[Any], age: timedelta) -> Callable[[Database, Settings], None]:
    """Delete the rows whose ``column`` lies longer ago than ``age``."""

    def forget(database: Database, _settings: Settings) -> None:
        old = delete(column.class_).where(column < shifted(db_now(), -(age // MILLISECOND)))
        with UnitOfWork(database, write=True) as work:
            work.session.execute(old.execution_options(synchronize_session=False))
            work.commit()

    return forget


SCHEDULED_TASKS = (
    ScheduledTask("orphan_blobs", DAY, _sweep_blobs),
    ScheduledTask("old_events", HOUR, _prune_events),
    ScheduledTask("stale_bug_reports", DAY, purge_bug_reports),
    ScheduledTask("old_plans", DAY, _forget_plans),
    ScheduledTask("training_folders", DAY, _tidy_training),
    ScheduledTask("idempotency_keys", HOUR, _forget(IdempotencyRow.created_at, 2 * DAY)),
    ScheduledTask("sign_in_attempts", HOUR, _forget(SignInAttemptRow.at, DAY)),
    ScheduledTask("sessions", HOUR, _forget(SessionRow.expires_at, timedelta())),
)
