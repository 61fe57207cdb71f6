"""Retention of bug reports: a purge deletes exactly the older reports, and a dry run deletes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from platemark.access import SYSTEM, Actor
from platemark.blob_references import sweep_blobs
from platemark.bug_reports import retention
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import BugReportChangeRow, BugReportPurgeRow, BugReportRow, EventRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from tests.reports import bug_report_row

NOW = utc_now()
MILLISECOND = timedelta(milliseconds=1)
DAYS = timedelta(days=30)
SETTINGS = Settings()
OpenWork = Callable[..., UnitOfWork]


@contextmanager
def work_at(database: Database, now: datetime = NOW) -> Iterator[UnitOfWork]:
    """A unit of work whose clock shows ``now``; it is committed at the end."""
    with UnitOfWork(database, write=True, clock=lambda: now) as work:
        yield work
        work.commit()


def insert(database: Database, *rows: BugReportRow) -> list[UUID]:
    ids = [row.id for row in rows]
    with work_at(database) as work:
        work.session.add_all(rows)
    return ids


def remaining_ids(database: Database) -> set[UUID]:
    with Session(database.engine) as session:
        return set(session.scalars(select(BugReportRow.id)))


def count(database: Database, table: object) -> int:
    with Session(database.engine) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0  # type: ignore[arg-type]


@pytest.mark.parametrize("status", ["open", "in_progress", "resolved", "dismissed"])
def test_retention_is_exact_to_the_millisecond(database: Database, status: str) -> None:
    ages = (DAYS + MILLISECOND, DAYS, DAYS - MILLISECOND)
    old, exact, young = insert(database, *(bug_report_row(NOW - age, status=status) for age in ages))
    with work_at(database) as work:
        purged = retention.purge(work, None, dry_run=False, settings=SETTINGS, by=SYSTEM)
    assert [report.id for report in purged.oldest] == [old]
    assert (purged.before, purged.purged_count, purged.kept_count) == (NOW - DAYS, 1, 2)
    assert remaining_ids(database) == {exact, young}
    with work_at(database, NOW + MILLISECOND) as work:
        retention.purge(work, 30, dry_run=False, settings=SETTINGS, by=SYSTEM)
    assert remaining_ids(database) == {young}


def test_retention_0_keeps_every_report_and_reports_no_limit(database: Database) -> None:
    insert(database, bug_report_row(NOW - 400 * DAYS))
    with work_at(database) as work:
        purged = retention.purge(work, None, dry_run=False, settings=Settings(retention_days=0), by=SYSTEM)
    assert (purged.older_than_days, purged.before, purged.purged_count, purged.kept_count) == (None, None, 0, 1)
    assert (count(database, BugReportPurgeRow), count(database, EventRow)) == (0, 0)


@pytest.mark.parametrize("days", [10**6, 10**18])
def test_a_huge_retention_is_capped_at_a_century(database: Database, days: int) -> None:
    insert(database, bug_report_row(NOW))
    with work_at(database) as work:
        purged = retention.purge(work, None, dry_run=True, settings=Settings(retention_days=days), by=SYSTEM)
    assert (purged.older_than_days, purged.kept_count) == (36_500, 1)


def test_a_dry_run_changes_nothing(database: Database) -> None:
    insert(database, bug_report_row(NOW - 2 * DAYS))
    with work_at(database) as work:
        purged = retention.purge(work, None, dry_run=True, settings=SETTINGS, by=SYSTEM)
        assert not work.session.new
    assert (purged.dry_run, purged.purged_count) == (True, 1)
    assert len(remaining_ids(database)) == 1
    assert (count(database, BugReportPurgeRow), count(database, EventRow)) == (0, 0)


def test_a_purge_is_an_event_for_admins_and_is_counted(database: Database) -> None:
    insert(database, *(bug_report_row(NOW - 2 * DAYS) for _ in range(3)))
    with work_at(database) as work:
        retention.purge(work, 31, dry_run=False, settings=SETTINGS, by=SYSTEM)
    with work_at(database) as work:
        retention.purge(work, 31, dry_run=False, settings=SETTINGS, by=SYSTEM)
    with Session(database.engine) as session:
        (event,) = session.execute(select(EventRow.kind, EventRow.data))
        purges = session.execute(select(BugReportPurgeRow.count, BugReportPurgeRow.older_than_days)).all()
    assert event == (
        "bug_reports.purged",
        {"visibility": "private", "created_by": None, "count": 3, "older_than_days": 31},
    )
    assert sorted(purges) == [(0, 31), (3, 31)]


def test_a_purge_lists_the_first_thousand_and_deletes_all(database: Database) -> None:
    insert(database, *(bug_report_row(NOW - 2 * DAYS + number * MILLISECOND) for number in range(1003)))
    with work_at(database) as work:
        purged = retention.purge(work, None, dry_run=False, settings=SETTINGS, by=SYSTEM)
    assert (len(purged.oldest), purged.purged_count, remaining_ids(database)) == (1000, 1003, set())
    assert [report.created_at for report in purged.oldest] == sorted(report.created_at for report in purged.oldest)


def test_remaining_duplicates_get_a_new_original(database: Database) -> None:
    first = bug_report_row(NOW - 2 * DAYS)
    (_, old, *young) = insert(
        database,
        first,
        bug_report_row(NOW - 2 * DAYS, duplicate_of=first.id),
        *(bug_report_row(NOW - age * MILLISECOND, duplicate_of=first.id) for age in (3, 2, 1)),
    )
    with work_at(database) as work:
        retention.purge(work, None, dry_run=False, settings=SETTINGS, by=SYSTEM)
    with Session(database.engine) as session:
        rows = session.execute(select(BugReportRow.id, BugReportRow.duplicate_of).order_by(BugReportRow.id)).all()
    assert rows == [(young[0], None), (young[1], young[0]), (young[2], young[0])]
    assert old not in remaining_ids(database)
    assert count(database, BugReportChangeRow) == 3, "and their histories say so"


def test_screenshots_are_deleted_by_the_next_sweep_and_no_earlier(database: Database, tmp_path: Path) -> None:
    blobs = FolderBlobStore(tmp_path / "blobs")
    old_digest, new_digest = blobs.put(b"of an old report"), blobs.put(b"of a young one")
    insert(
        database,
        bug_report_row(NOW - 2 * DAYS, screenshot_digest=old_digest),
        bug_report_row(NOW, screenshot_digest=new_digest),
    )

    def sweep() -> tuple[bool, bool]:
        sweep_blobs(lambda: UnitOfWork(database, write=True), blobs, grace_seconds=0)
        return blobs.exists(old_digest), blobs.exists(new_digest)

    assert sweep() == (True, True)
    retention.purge_stale(lambda: UnitOfWork(database, write=True), SETTINGS)
    assert sweep() == (False, True)


def test_only_admins_purge(database: Database) -> None:
    with work_at(database) as work, pytest.raises(Forbidden):
        retention.purge(work, 0, dry_run=True, settings=SETTINGS, by=Actor(role="editor"))
