"""Lists of bug reports with several statuses: page by page, all that match, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from uuid import UUID

import pytest

from platemark.access import SYSTEM
from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.views import BugReportFilter
from platemark.choices import BUG_REPORT_STATUSES
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import BugReportRow, BugReportTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.search.texts import folded
from tests.databases import migrated_database_url, open_database
from tests.reports import bug_report_row

SETS = [each for count in (1, 2, 3, 4) for each in combinations(BUG_REPORT_STATUSES, count)]
ANIMALS = ("fox", "owl")


@dataclass(frozen=True)
class Reported:
    """Reports, the oldest first, and the database that has them."""

    database: Database
    rows: list[BugReportRow]

    def list_ids(self, filters: BugReportFilter) -> list[UUID]:
        """The ids of all pages."""
        ids: list[UUID] = []
        request = PageRequest(5)
        while True:
            with UnitOfWork(self.database, write=False) as work:
                page = bug_reports.list_reports(work, filters, request, by=SYSTEM)
            ids += [report.id for report in page.items]
            if page.next_after is None:
                return ids
            request = PageRequest(5, page.next_after)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def reported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reported]:
    """Reports of every status about each animal; each third is a duplicate."""
    rows: list[BugReportRow] = []
    for number in range(24):
        row = bug_report_row(
            utc_now() + timedelta(seconds=number),
            status=BUG_REPORT_STATUSES[number % 4],
            description=f"The {ANIMALS[number // 4 % 2]} is gone",
            duplicate_of=rows[0].id if number % 3 == 2 else None,
        )
        rows.append(row)
    with migrated_database_url(request, tmp_path_factory) as url, open_database(url) as database:
        with UnitOfWork(database, write=True) as work:
            work.session.add_all(rows)
            work.session.flush()
            work.session.add_all(BugReportTextRow(id=row.id, text=folded(row.description)) for row in rows)
            work.commit()
        yield Reported(database, rows)


@pytest.mark.parametrize("statuses", SETS, ids="+".join)
@pytest.mark.parametrize("q", [None, "fox", "i", "absent"])
@pytest.mark.parametrize("grouped", [False, True])
def test_pages_have_the_reports_of_these_statuses(
    reported: Reported, statuses: tuple[str, ...], q: str | None, grouped: bool
) -> None:
    expected = [
        row.id
        for row in reversed(reported.rows)
        if row.status in statuses
        and (q is None or q in row.description)
        and not (grouped and row.duplicate_of is not None)
    ]
    assert reported.list_ids(BugReportFilter(status=statuses, q=q, grouped=grouped)) == expected
