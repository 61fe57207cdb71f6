"""SQL of bug reports. Every list reads through an index, so a page costs the same at any table size."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import aliased

from platemark.bug_reports.views import BugReportFilter, BugReportSummaryView
from platemark.db.tables import BugReportChangeRow, BugReportRow, BugReportTextRow, JobRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.search import conditions
from platemark.search.things import says, search_things

OPEN_STATUSES = ("open", "in_progress")


def reports_page(work: UnitOfWork, filters: BugReportFilter, page: PageRequest) -> Select[Any]:
    """Select BugReportSummaryViews, newest first: one row more than the page holds."""
    statement = select(*summary_columns()).where(*_conditions(filters))
    narrowed = filters.trace_id is not None or filters.fingerprint is not None
    search = search_things(work, BugReportTextRow, filters.q, narrowed=narrowed)
    if search is not None:
        said = says(BugReportTextRow, BugReportRow.id.expression, search)
        statement = statement.where(*said).params(conditions.parameters(filters.q))
    if page.after is not None:
        statement = statement.where(BugReportRow.id < page.after)
    return statement.order_by(BugReportRow.id.desc()).limit(page.limit + 1)


def summary_columns() -> list[ColumnElement[Any]]:
    """The columns of a BugReportSummaryView, in field order."""
    duplicate = aliased(BugReportRow)
    duplicates = (
        select(func.count()).where(duplicate.duplicate_of == BugReportRow.id).correlate(BugReportRow).scalar_subquery()
    )
    return [
        duplicates.label(name) if name == "duplicate_count" else getattr(BugReportRow, name)
        for name in BugReportSummaryView.__dataclass_fields__
    ]


def _conditions(filters: BugReportFilter) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if filters.status:
        wanted.append(BugReportRow.status.in_(filters.status))
    if filters.trace_id is not None:
        wanted.append(BugReportRow.trace_id == filters.trace_id)
    if filters.fingerprint is not None:
        wanted.append(BugReportRow.fingerprint == filters.fingerprint)
    if filters.grouped:
        wanted.append(BugReportRow.duplicate_of.is_(None))
    return wanted


def report(bug_report_id: UUID) -> Select[Any]:
    """Select a report: its summary columns, then the rest of a BugReportView except jobs and history."""
    rest = (
        BugReportRow.expected_behavior,
        BugReportRow.actual_behavior,
        BugReportRow.notes,
        BugReportRow.legacy_id,
        BugReportRow.redactions,
        BugReportRow.content,
    )
    return select(*summary_columns(), *rest).where(BugReportRow.id == bug_report_id)


def history(bug_report_id: UUID, limit: int) -> Select[datetime, UUID | None, list[dict[str, Any]]]:
    """Select ChangeViews, newest first."""
    change = BugReportChangeRow
    statement = select(change.created_at, change.created_by, change.changes).where(
        change.bug_report_id == bug_report_id
    )
    return statement.order_by(change.id.desc()).limit(limit)


def jobs_by_trace_id(trace_id: str, limit: int) -> Select[UUID, str, str, str | None, datetime, datetime | None]:
    """Select JobFacts of the jobs that the request ``trace_id`` created, oldest first."""
    columns = (JobRow.id, JobRow.kind, JobRow.state, JobRow.error_code, JobRow.created_at, JobRow.finished_at)
    return select(*columns).where(JobRow.trace_id == trace_id).order_by(JobRow.id).limit(limit)


def open_original(fingerprint: str) -> Select[UUID]:
    """Select the oldest open report with this fingerprint, or that such a report is a duplicate of."""
    same = aliased(BugReportRow)
    originals = select(func.coalesce(same.duplicate_of, same.id)).where(same.fingerprint == fingerprint)
    statement = select(BugReportRow.id).where(BugReportRow.id.in_(originals), BugReportRow.status.in_(OPEN_STATUSES))
    return statement.order_by(BugReportRow.id).limit(1)


def remaining_duplicates(deleted: ColumnElement[bool]) -> Select[UUID | None, UUID]:
    """Select (deleted report, its duplicate that remains), oldest duplicate first."""
    going = select(BugReportRow.id).where(deleted)
    duplicate = aliased(BugReportRow)
    statement = select(duplicate.duplicate_of, duplicate.id).where(
        duplicate.duplicate_of.in_(going), duplicate.id.not_in(going)
    )
    return statement.order_by(duplicate.id)


def duplicates_of(bug_report_id: UUID) -> Select[UUID]:
    """Select the ids of a report's duplicates."""
    return select(BugReportRow.id).where(BugReportRow.duplicate_of == bug_report_id)


def created_before(before: datetime) -> ColumnElement[bool]:
    """The condition that a report was created before ``before``."""
    return BugReportRow.created_at < before


def count(*conditions: ColumnElement[bool]) -> Select[int]:
    """Count the reports that meet all conditions."""
    return select(func.count()).select_from(BugReportRow).where(*conditions)


def oldest_reports(condition: ColumnElement[bool], limit: int) -> Select[UUID, str, datetime]:
    """Select PurgedReports, oldest first."""
    columns = (BugReportRow.id, BugReportRow.status, BugReportRow.created_at)
    return select(*columns).where(condition).order_by(BugReportRow.created_at, BugReportRow.id).limit(limit)


def existing_legacy_ids(legacy_ids: Sequence[str]) -> Select[str | None]:
    """Select those of ``legacy_ids`` that have a report."""
    return select(BugReportRow.legacy_id).where(BugReportRow.legacy_id.in_(legacy_ids))
