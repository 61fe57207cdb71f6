"""The schedule: what a studio does every five minutes, once an hour or once a day, in one of its processes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from platemark import idempotency
from platemark.accounts import maintenance as accounts
from platemark.blob_references import sweep_blobs
from platemark.bug_reports import retention
from platemark.db import schedule_slots
from platemark.db.engine import Database
from platemark.db.kept_counts.folding import fold
from platemark.db.unit_of_work import UnitOfWork
from platemark.events import service as events
from platemark.images import trash
from platemark.images.thumb_hashes import fill_thumb_hashes
from platemark.imports import service as imports
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.training import run_folders
from platemark.training import service as training
from platemark.webhooks import service as webhooks

FIVE_MINUTES, HOUR, DAY = timedelta(minutes=5), timedelta(hours=1), timedelta(days=1)
PLAN_AGE = 30 * DAY
IDEMPOTENCY_KEY_AGE = 2 * DAY
SIGN_IN_ATTEMPT_AGE = DAY
THUMB_HASHES = 5000
"""How many are computed in five minutes, of images of older versions: half a minute's work, so that other tasks wait no
longer."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ScheduledTask:
    """A task that runs once in each slot of length ``every``; running it twice does no harm.

    ``name`` is the key under which its slot is stored. ``run`` may take a long time and opens its own transactions. A
    task that fails runs again in its next slot.
    """

    name: str
    every: timedelta
    run: Callable[[Database, Settings], None]


def run_due_tasks(database: Database, settings: Settings, tasks: Sequence[ScheduledTask] | None = None) -> list[str]:
    """Run the tasks that no process has claimed in the current slot; the names of those that succeeded here."""
    succeeded = []
    for task in SCHEDULED_TASKS if tasks is None else tasks:
        if claim_slot(database, task):
            try:
                task.run(database, settings)
            except Exception:
                log.exception("Scheduled task %s failed; it runs again in its next slot", task.name)
            else:
                succeeded.append(task.name)
    return succeeded


def claim_slot(database: Database, task: ScheduledTask) -> bool:
    """Claim the current slot of ``task``; True for exactly one of all processes that ask."""
    with UnitOfWork(database, write=True) as work:
        claimed = schedule_slots.claim_slot(work, task.name, task.every)
        work.commit()
    return claimed


def purge_bug_reports(database: Database, settings: Settings) -> None:
    """Delete the bug reports that are older than the configured retention."""
    purge = retention.purge_stale(lambda: UnitOfWork(database, write=True), settings)
    if purge.before is not None:
        log.info("Bug reports purged: %d older than %d days", purge.purged_count, purge.older_than_days)


def _purge_trash(database: Database, settings: Settings) -> None:
    if settings.trash_days:
        blobs = FolderBlobStore(settings.blobs_dir)
        count, freed_bytes = trash.purge_old(lambda: UnitOfWork(database, write=True), blobs, settings)
        log.info("Trash purged: %d images older than %d days, %d bytes", count, settings.trash_days, freed_bytes)


def _fill_thumb_hashes(database: Database, settings: Settings) -> None:
    blobs = FolderBlobStore(settings.blobs_dir)
    count = fill_thumb_hashes(partial(UnitOfWork, database), blobs, limit=THUMB_HASHES)
    if count:
        log.info("ThumbHashes computed: of %d images", count)


def _sweep_blobs(database: Database, settings: Settings) -> None:
    swept = sweep_blobs(lambda: UnitOfWork(database, write=True), FolderBlobStore(settings.blobs_dir))
    log.info("Orphans removed: %d blobs, %d bytes, %d unfinished writes", swept.blobs, swept.bytes, swept.unfinished)


def _tidy_training_folders(database: Database, settings: Settings) -> None:
    run_ids = run_folders.list_run_ids(settings.training_dir)
    with UnitOfWork(database, write=False) as work:
        known, done = training.list_known_runs(work)
    count = run_folders.clean_up(settings.training_dir, run_ids, known=known, done=done)
    log.info("Training folders tidied: %d", count)


def _in_transaction(delete: Callable[[UnitOfWork, Settings], object]) -> Callable[[Database, Settings], None]:
    """A task that calls ``delete`` in one transaction."""

    def run(database: Database, settings: Settings) -> None:
        with UnitOfWork(database, write=True) as work:
            delete(work, settings)
            work.commit()

    return run


def _fold_counts(work: UnitOfWork, _settings: Settings) -> None:
    fold(work.connection)


def _delete_old_events(work: UnitOfWork, settings: Settings) -> None:
    events.prune(work, work.now() - timedelta(days=settings.event_days))


def _delete_old_plans(work: UnitOfWork, _settings: Settings) -> None:
    imports.delete_unapplied_plans(work, work.now() - PLAN_AGE)


def _delete_old_idempotency_keys(work: UnitOfWork, _settings: Settings) -> None:
    idempotency.prune(work, work.now() - IDEMPOTENCY_KEY_AGE)


def _delete_old_sign_in_attempts(work: UnitOfWork, _settings: Settings) -> None:
    accounts.delete_old_sign_in_attempts(work, SIGN_IN_ATTEMPT_AGE)


def _delete_old_webhook_deliveries(work: UnitOfWork, _settings: Settings) -> None:
    webhooks.delete_old_deliveries(work)


def _delete_expired_sessions(work: UnitOfWork, _settings: Settings) -> None:
    accounts.delete_expired_sessions(work)


SCHEDULED_TASKS = (
    ScheduledTask("old_trash", DAY, _purge_trash),
    ScheduledTask("orphan_blobs", DAY, _sweep_blobs),
    ScheduledTask("thumb_hashes", FIVE_MINUTES, _fill_thumb_hashes),
    ScheduledTask("counts", FIVE_MINUTES, _in_transaction(_fold_counts)),
    ScheduledTask("old_events", HOUR, _in_transaction(_delete_old_events)),
    ScheduledTask("stale_bug_reports", DAY, purge_bug_reports),
    ScheduledTask("old_plans", DAY, _in_transaction(_delete_old_plans)),
    ScheduledTask("training_folders", DAY, _tidy_training_folders),
    ScheduledTask("idempotency_keys", HOUR, _in_transaction(_delete_old_idempotency_keys)),
    ScheduledTask("sign_in_attempts", HOUR, _in_transaction(_delete_old_sign_in_attempts)),
    ScheduledTask("webhook_deliveries", HOUR, _in_transaction(_delete_old_webhook_deliveries)),
    ScheduledTask("sessions", HOUR, _in_transaction(_delete_expired_sessions)),
)
"""The names are stored; renaming one makes it run once more."""
