"""The bug report service: permissions, duplicates of concurrent reports, limits and redaction."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from platemark.access import ANYONE, SYSTEM, Actor
from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.content import MAX_DEPTH, nesting_depth
from platemark.bug_reports.views import BugReportChanges, BugReportFilter, NewBugReport, Receipt
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import BugReportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.errors import Forbidden, NotFound, Unauthenticated, Unprocessable
from platemark.paging import PageRequest
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.conftest import OpenWork
from tests.interleaving import run_between
from tests.populate import png
from tests.reports import data_url

VIEWER = Actor(role="viewer")
EDITOR = Actor(role="editor")
Report = Callable[..., Receipt]


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobStore:
    return FolderBlobStore(tmp_path / "blobs")


@pytest.fixture
def report(database: Database, blobs: FolderBlobStore) -> Report:
    """``report(description="…")`` stores a report."""

    def report(by: Actor = SYSTEM, settings: Settings | None = None, **facts: Any) -> Receipt:
        new = NewBugReport(**{"description": "It fails", **facts})
        studio = Studio(settings=settings or Settings(), database=database, blobs=blobs, engines=Engines.of([]))
        with studio.work(write=True) as work:
            receipt = bug_reports.create(work, studio, new, by=by)
            work.commit()
        return receipt

    return report


def nested(levels: int) -> Any:
    value: Any = "end"
    for number in range(levels):
        value = {"in": value} if number % 2 else [value]
    return {"in": value}


def test_one_of_concurrent_reports_of_the_same_fault_is_the_original(database: Database, report: Report) -> None:
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda _: report(), range(16)))
    (first,) = [receipt.id for receipt in receipts if receipt.duplicate_of is None]
    assert {receipt.duplicate_of for receipt in receipts} == {None, first}


def test_every_user_may_report_and_only_admins_read(open_work: OpenWork, report: Report) -> None:
    receipt = report(by=VIEWER)
    with pytest.raises(Unauthenticated):
        report(by=ANYONE)
    with open_work() as work:
        for by in (VIEWER, EDITOR):
            with pytest.raises(Forbidden):
                bug_reports.list_reports(work, BugReportFilter(), PageRequest(), by=by)
            with pytest.raises(Forbidden):
                bug_reports.get(work, receipt.id, by=by)
            with pytest.raises(Forbidden):
                bug_reports.delete_report(work, receipt.id, by=by)


def test_imported_reports_are_sorted_by_their_original_time(open_work: OpenWork, report: Report) -> None:
    now = utc_now()
    new = report(description="new")
    old = report(description="old", created_at=now - timedelta(days=400), status="resolved", legacy_id="bug_7")
    between = report(description="between", created_at=now - timedelta(days=3))
    with open_work(write=False) as work:
        page = bug_reports.list_reports(work, BugReportFilter(), PageRequest(), by=SYSTEM)
        assert [item.id for item in page.items] == [new.id, between.id, old.id]
        assert bug_reports.get(work, old.id, by=SYSTEM).legacy_id == "bug_7"
        assert bug_reports.existing_legacy_ids(work, ["bug_7", "bug_8"]) == {"bug_7"}
    with pytest.raises(IntegrityError):
        report(legacy_id="bug_7")


@pytest.mark.parametrize("levels", [MAX_DEPTH, 200, 20_000])
def test_json_nesting_is_limited(database: Database, report: Report, levels: int) -> None:
    tree = nested(levels - 1)
    assert nesting_depth(tree) == levels
    if levels <= MAX_DEPTH:
        report(app_state=tree)
        return
    with pytest.raises(Unprocessable, match="nested_too_deep") as refused:
        report(app_state=tree, screenshot=data_url(png()))
    assert [finding.pointer for finding in refused.value.findings] == ["/app_state"]
    assert ids(database) == []


def test_a_rejected_screenshot_stores_no_bytes(database: Database, report: Report, blobs: FolderBlobStore) -> None:
    with pytest.raises(Unprocessable, match="screenshot_not_png"):
        report(screenshot=data_url(b"GIF89a"))
    assert (ids(database), blobs.root.exists()) == ([], False)


@pytest.mark.parametrize(("redacted", "unchanged"), [(True, False), (False, True)])
def test_redacting_email_addresses_is_a_setting(
    open_work: OpenWork, report: Report, redacted: bool, unchanged: bool
) -> None:
    words = "ada@example.com cannot sign in"
    receipt = report(description=words, settings=Settings(redact_emails=redacted))
    with open_work(write=False) as work:
        stored = bug_reports.get(work, receipt.id, by=SYSTEM).summary.description
    assert (stored == words) is unchanged


def ids(database: Database) -> list[UUID]:
    with Session(database.engine) as session:
        return list(session.scalars(select(BugReportRow.id)))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("change", ["marked", "deleted"])
def test_a_report_never_points_at_an_original_that_is_being_marked_or_deleted(
    database: Database, blobs: FolderBlobStore, report: Report, change: str
) -> None:
    first, second, third = (report(description=text).id for text in ("It hangs", "It burns", "It sings"))
    studio = Studio(settings=Settings(), database=database, blobs=blobs, engines=Engines.of([]))

    def mark(work: UnitOfWork, duplicate: UUID, original: UUID) -> None:
        bug_reports.update_report(work, studio, duplicate, BugReportChanges(duplicate_of=original), by=SYSTEM)

    def end_second(work: UnitOfWork) -> None:
        if change == "marked":
            mark(work, second, third)
        else:
            bug_reports.delete_report(work, second, by=SYSTEM)

    if change == "marked":
        run_between(database, end_second, lambda work: mark(work, first, second))
    else:
        with pytest.raises(NotFound):
            run_between(database, end_second, lambda work: mark(work, first, second))
    expected = {"marked": {(first, third), (second, third), (third, None)}, "deleted": {(first, None), (third, None)}}
    with studio.work(write=False) as work:
        rows = work.session.execute(select(BugReportRow.id, BugReportRow.duplicate_of)).all()
    assert {tuple(row) for row in rows} == expected[change]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_report_of_a_fault_whose_original_is_being_deleted_becomes_an_original(
    database: Database, blobs: FolderBlobStore, report: Report
) -> None:
    original = report().id
    studio = Studio(settings=Settings(), database=database, blobs=blobs, engines=Engines.of([]))
    repeated = run_between(
        database,
        lambda work: bug_reports.delete_report(work, original, by=SYSTEM),
        lambda work: bug_reports.create(work, studio, NewBugReport(description="It fails"), by=SYSTEM),
    )
    assert repeated.duplicate_of is None
