"""Retention: deletes old bug reports, daily and on request. Every purge goes through this module."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import delete

from platemark.access import SYSTEM, Actor, require_role
from platemark.bug_reports import duplicates, queries
from platemark.bug_reports.views import Purge
from platemark.db.kept_counts.reading import count_by_value
from platemark.db.rows import insert_row
from platemark.db.statements import Statement, first_column
from platemark.db.tables import BugReportPurgeRow, BugReportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import FOR_ADMINS, record
from platemark.ids import new_id
from platemark.settings import MAX_RETENTION_DAYS, Settings

MAX_LISTED = 1000
DELETE_OLD = Statement(delete(BugReportRow).where(queries.CREATED_BEFORE), first_column)


def purge(work: UnitOfWork, older_than_days: int | None, *, dry_run: bool, settings: Settings, by: Actor) -> Purge:
    """Delete reports older than ``older_than_days``, to the millisecond, whatever their status.

    None means the configured retention, where 0 keeps everything; 0 as an argument deletes everything. A dry run
    changes nothing. Screenshots are deleted by the next sweep of unreferenced blobs.
    """
    require_role(by, "admin")
    days = older_than_days if older_than_days is not None else min(settings.retention_days, MAX_RETENTION_DAYS) or None
    count = sum(count_by_value(work, "bug_reports").values())
    if days is None:
        return Purge(dry_run, None, None, 0, count, [])
    before = work.now() - timedelta(days=days)
    purged = queries.count_old(work, before)
    oldest = queries.list_oldest(work, before, MAX_LISTED)
    done = Purge(dry_run, days, before, purged, count - purged, oldest)
    if not dry_run:
        _delete(work, done, days, by)
    return done


def purge_stale(open_work: Callable[[], UnitOfWork], settings: Settings) -> Purge:
    """The daily purge by the configured retention; ``open_work`` opens a transaction that may write."""
    with open_work() as work:
        done = purge(work, None, dry_run=False, settings=settings, by=SYSTEM)
        work.commit()
    return done


def _delete(work: UnitOfWork, done: Purge, days: int, by: Actor) -> None:
    assert done.before is not None
    duplicates.lock_duplicates(work)
    duplicates.promote_duplicates_of_old(work, done.before, by=by.user_id)
    DELETE_OLD.execute(work, before=done.before)
    purge = {"before": done.before, "older_than_days": days, "count": done.purged_count, "created_at": work.now()}
    insert_row(work, BugReportPurgeRow, {"id": new_id()} | purge)
    if done.purged_count:
        facts = {"count": done.purged_count, "older_than_days": days}
        record(work, "bug_reports.purged", None, **FOR_ADMINS, **facts)
