"""The selects behind bug reports. Each reads through an index, so that a page costs the same however much there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased

from platemark.bug_reports.views import BugReportFilter, BugReportSummaryView
from platemark.db.tables import BugReportChangeRow, BugReportRow, JobRow
from platemark.paging import PageRequest

AT_WORK = ("open", "in_progress")


def reports_page(wanted: BugReportFilter, page: PageRequest) -> Select[Any]:
    """BugReportSummaryViews, newest first: one more than the page holds."""
    found = select(*summary_columns()).where(*_conditions(wanted))
    if page.after is not None:
        found = found.where(BugReportRow.id < page.after)
    return found.order_by(BugReportRow.id.desc()).limit(page.limit + 1)


def summary_columns() -> list[ColumnElement[Any]]:
    """The columns of a BugReportSummaryView, in its order."""
    twin = aliased(BugReportRow)
    twins = select(func.count()).where(twin.duplicate_of == BugReportRow.id).correlate(BugReportRow).scalar_subquery()
    return [
        twins.label(name) if name == "duplicate_count" else getattr(BugReportRow, name)
        for name in BugReportSummaryView.__dataclass_fields__
    ]


def _conditions(wanted: BugReportFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.status:
        conditions.append(BugReportRow.status.in_(wanted.status))
    if wanted.q:
        texts = (
            BugReportRow.description,
            BugReportRow.expected_behavior,
            BugReportRow.actual_behavior,
            BugReportRow.notes,
        )
        conditions.append(or_(*(text.icontains(wanted.q, autoescape=True) for text in texts)))
    if wanted.trace_id is not None:
        conditions.append(BugReportRow.trace_id == wanted.trace_id)
    if wanted.fingerprint is not None:
        conditions.append(BugReportRow.fingerprint == wanted.fingerprint)
    if wanted.grouped:
        conditions.append(BugReportRow.duplicate_of.is_(None))
    return conditions


def report(bug_report_id: UUID) -> Select[Any]:
    """A report: its summary, then the rest of a BugReportView but jobs and history."""
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
    """ChangeViews, newest first."""
    of = BugReportChangeRow
    found = select(of.created_at, of.created_by, of.changes).where(of.bug_report_id == bug_report_id)
    return found.order_by(of.id.desc()).limit(limit)


def jobs_of(trace_id: str, limit: int) -> Select[UUID, str, str, str | None, datetime, datetime | None]:
    """The JobFacts of the jobs that the request ``trace_id`` asked for, oldest first."""
    columns = (JobRow.id, JobRow.kind, JobRow.state, JobRow.error_code, JobRow.created_at, JobRow.finished_at)
    return select(*columns).where(JobRow.trace_id == trace_id).order_by(JobRow.id).limit(limit)


def first_at_work(fingerprint: str) -> Select[UUID]:
    """The first report that is worked on, among those of this fault and those that they are duplicates of."""
    same = aliased(BugReportRow)
    lead_to = select(func.coalesce(same.duplicate_of, same.id)).where(same.fingerprint == fingerprint)
    found = select(BugReportRow.id).where(BugReportRow.id.in_(lead_to), BugReportRow.status.in_(AT_WORK))
    return found.order_by(BugReportRow.id).limit(1)


def heirs(gone: ColumnElement[bool]) -> Select[UUID | None, UUID]:
    """(report that goes, its duplicate that stays), oldest duplicate first, for the reports where ``gone`` holds."""
    going = select(BugReportRow.id).where(gone)
    twin = aliased(BugReportRow)
    found = select(twin.duplicate_of, twin.id).where(twin.duplicate_of.in_(going), twin.id.not_in(going))
    return found.order_by(twin.id)


def duplicates_of(bug_report_id: UUID) -> Select[UUID]:
    """The duplicates of a report."""
    return select(BugReportRow.id).where(BugReportRow.duplicate_of == bug_report_id)


def old(before: datetime) -> ColumnElement[bool]:
    """Whether a report is from before ``before``."""
    return BugReportRow.created_at < before


def count(*conditions: ColumnElement[bool]) -> Select[int]:
    """How many reports there are."""
    return select(func.count()).select_from(BugReportRow).where(*conditions)


def first_of(gone: ColumnElement[bool], limit: int) -> Select[UUID, str, datetime]:
    """Gones, oldest first."""
    columns = (BugReportRow.id, BugReportRow.status, BugReportRow.created_at)
    return select(*columns).where(gone).order_by(BugReportRow.created_at, BugReportRow.id).limit(limit)


def known_legacy(legacy_ids: Sequence[str]) -> Select[str | None]:
    """Those of ``legacy_ids`` that are here."""
    return select(BugReportRow.legacy_id).where(BugReportRow.legacy_id.in_(legacy_ids))
