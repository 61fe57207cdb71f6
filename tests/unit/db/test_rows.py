"""Rows written by statements that are built once, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from platemark.clock import utc_now
from platemark.db.rows import delete_row, insert_row, insert_rows, update_row
from platemark.db.tables import BugReportChangeRow, BugReportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from tests.reports import bug_report_row

OpenWork = Callable[..., UnitOfWork]
COLUMNS = tuple(BugReportRow.__table__.columns.keys())


def values(**columns: Any) -> dict[str, Any]:
    row = bug_report_row(**columns)
    return {name: getattr(row, name) for name in COLUMNS}


def stored(work: UnitOfWork) -> list[dict[str, Any]]:
    rows = work.connection.execute(select(BugReportRow.__table__).order_by(BugReportRow.id)).mappings()
    return [dict(row) for row in rows]


def test_a_row_has_the_values_that_were_inserted(open_work: OpenWork) -> None:
    report = values(content={"app_state": {"ä": [None, 1.5]}}, legacy_id="a", redactions=[{"kind": "email"}])
    with open_work() as work:
        insert_row(work, BugReportRow, report)
        assert stored(work) == [report]


def test_a_value_that_is_missing_is_an_error(open_work: OpenWork) -> None:
    report = values()
    del report["notes"]
    with open_work() as work, pytest.raises(KeyError, match="notes"):
        insert_row(work, BugReportRow, report)


@pytest.mark.parametrize("changes", [{"status": "open"}, {"commit": None, "version": 7}, {"content": {}, "notes": "x"}])
def test_only_the_given_columns_of_one_row_change(open_work: OpenWork, changes: dict[str, Any]) -> None:
    changed, other = values(status="resolved", commit="abc"), values(status="resolved", commit="abc")
    with open_work() as work:
        insert_rows(work, BugReportRow, [changed, other])
        update_row(work, BugReportRow, changed["id"], changes)
        assert {row["id"]: row for row in stored(work)} == {
            changed["id"]: changed | changes,
            other["id"]: other,
        }


@pytest.mark.parametrize("count", [0, 1, 3])
def test_many_rows_are_inserted_at_once(open_work: OpenWork, count: int) -> None:
    report = values()
    rows = [
        {"id": new_id(), "bug_report_id": report["id"], "changes": [], "created_by": None, "created_at": utc_now()}
        for _ in range(count)
    ]
    with open_work() as work:
        insert_row(work, BugReportRow, report)
        insert_rows(work, BugReportChangeRow, rows)
        found = work.connection.execute(select(BugReportChangeRow.id).order_by(BugReportChangeRow.id)).scalars().all()
    assert list(found) == sorted(row["id"] for row in rows)


def test_only_one_row_is_deleted(open_work: OpenWork) -> None:
    deleted, other = values(), values()
    with open_work() as work:
        insert_rows(work, BugReportRow, [deleted, other])
        delete_row(work, BugReportRow, deleted["id"])
        delete_row(work, BugReportRow, new_id())
        assert stored(work) == [other]
