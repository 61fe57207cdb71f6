"""Retention: deletes old bug reports, daily and on request. Every purge goes through this module."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import delete, insert

from platemark.access import SYSTEM, Actor, require_role
from platemark.bug_reports import duplicates, queries
from platemark.bug_reports.views import Purge, PurgedReport
from platemark.db.tables import BugReportPurgeRow, BugReportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.events.service import record
from platemark.ids import new_id
from platemark.settings import MAX_RETENTION_DAYS, Settings

MAX_LISTED = 1000


def purge(work: UnitOfWork, older_than_days: int | None, *, dry_run: bool, settings: Settings, by: Actor) -> Purge:
    """Delete reports older than ``older_than_days``, to the millisecond, whatever their status.

    None means the configured retention, where 0 keeps everything; 0 as an argument deletes everything. A dry run
    changes nothing. Screenshots are deleted by the next sweep of unreferenced blobs.
    """
    require_role(by, "admin")
    days = older_than_days if older_than_days is not None else min(settings.retention_days, MAX_RETENTION_DAYS) or None
    if days is None:
        return Purge(dry_run, None, None, 0, work.session.scalar(queries.count()) or 0, [])
    before = work.now() - timedelta(days=days)
    old = queries.created_before(before)
    oldest = [PurgedReport(*row) for row in work.session.execute(queries.oldest_reports(old, MAX_LISTED))]
    count = work.session.scalar(queries.count(old)) or 0
    kept = work.session.scalar(queries.count(~old)) or 0
    done = Purge(dry_run, days, before, count, kept, oldest)
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
    old = queries.created_before(done.before)
    duplicates.lock_duplicates(work)
    duplicates.promote_duplicates(work, old, by=by.user_id)
    work.session.execute(delete(BugReportRow).where(old).execution_options(synchronize_session=False))
    work.session.execute(
        insert(BugReportPurgeRow).values(
            id=new_id(), before=done.before, older_than_days=days, count=done.purged_count, created_at=work.now()
        )
    )
    if done.purged_count:
        facts = {"count": done.purged_count, "older_than_days": days}
        record(work, "bug_reports.purged", None, visibility="private", created_by=None, **facts)
