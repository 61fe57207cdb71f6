"""A user sends in so many reports within an hour, and each report that one sends in is an event for admins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from platemark.access import SYSTEM, Actor
from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.views import BugReportChanges, NewBugReport
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import EventRow
from platemark.engines.registry import Engines
from platemark.errors import TooManyRequests
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio

LIMIT = 3


@dataclass
class Desk:
    """Takes in reports at a time that the test sets."""

    database: Database
    folder: Path
    now: datetime
    limit: int = LIMIT

    def studio(self) -> Studio:
        settings, blobs = Settings(bug_reports_per_hour=self.limit), FolderBlobStore(self.folder)
        clock = lambda: self.now  # noqa: E731
        return Studio(settings=settings, database=self.database, blobs=blobs, engines=Engines.of([]), clock=clock)

    def send(self, by: Actor, at: datetime | None = None) -> UUID:
        studio = self.studio()
        with studio.work(write=True) as work:
            new = NewBugReport(description="It fails", created_at=at, legacy_id=None if at is None else at.isoformat())
            receipt = bug_reports.create(work, studio, new, by=by)
            work.commit()
        return receipt.id

    def events(self) -> list[tuple[str, UUID | None, str]]:
        with self.studio().work(write=False) as work:
            rows = work.session.scalars(select(EventRow).order_by(EventRow.id)).all()
            return [(row.kind, row.subject_id, row.data["visibility"]) for row in rows if "bug_report." in row.kind]


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path / "blobs", utc_now())


def test_beyond_the_limit_a_report_waits_until_the_oldest_is_an_hour_old(
    desk: Desk, make_user: Callable[..., Actor]
) -> None:
    ada, ben = make_user("ada", "viewer"), make_user("ben", "viewer")
    start = desk.now
    for minutes in (0, 10, 20):
        desk.now = start + timedelta(minutes=minutes)
        desk.send(ada)
    desk.now = start + timedelta(minutes=25)
    with pytest.raises(TooManyRequests) as refused:
        desk.send(ada)
    assert (refused.value.code, refused.value.retry_after_seconds) == ("too_many_reports", 35 * 60)
    desk.send(ben)
    desk.now = start + timedelta(minutes=60)
    desk.send(ada)
    with pytest.raises(TooManyRequests) as again:
        desk.send(ada)
    assert again.value.retry_after_seconds == 10 * 60
    assert len(desk.events()) == LIMIT + 2, "nothing of a refused report is stored"


def test_no_limit_and_imports(desk: Desk, make_user: Callable[..., Actor]) -> None:
    ada = make_user("ada", "admin")
    imported = [desk.send(ada, at=desk.now - timedelta(minutes=minutes)) for minutes in range(1, LIMIT + 3)]
    assert len(set(imported)) == LIMIT + 2
    assert desk.events() == []
    desk.limit = 0
    for _ in range(LIMIT + 2):
        desk.send(ada)
    assert [kind for kind, *_ in desk.events()] == ["bug_report.created"] * (LIMIT + 2)


def test_changes_and_deletions_are_events_for_admins(desk: Desk, make_user: Callable[..., Actor]) -> None:
    report_id = desk.send(make_user("ada", "viewer"))
    studio = desk.studio()
    for notes in ("seen", "seen", "mended"):
        with studio.work(write=True) as work:
            bug_reports.update_report(work, studio, report_id, BugReportChanges(notes=notes), by=SYSTEM)
            work.commit()
    with studio.work(write=True) as work:
        bug_reports.delete_report(work, report_id, by=SYSTEM)
        work.commit()
    verbs = ("created", "changed", "changed", "deleted")
    assert desk.events() == [(f"bug_report.{verb}", report_id, "private") for verb in verbs]
