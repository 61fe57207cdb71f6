"""Reads bug reports. Every list reads through an index, so a page costs the same at any table size."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, String, Uuid, bindparam, func, select
from sqlalchemy.orm import aliased

from platemark.bug_reports.views import BugReportFilter, BugReportSummaryView, ChangeView, JobFacts, PurgedReport
from platemark.db.merged_pages import on_page
from platemark.db.statements import MAX_SHAPES, Statement, first_column, row_of
from platemark.db.tables import BugReportChangeRow, BugReportRow, BugReportTextRow, JobRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.search import conditions
from platemark.search.things import ThingSearch, says, search_things

OPEN_STATUSES = ("open", "in_progress")
REPORT_ID, LIMIT = bindparam("bug_report_id", type_=Uuid()), bindparam("limit", type_=Integer())
CREATED_BEFORE = BugReportRow.created_at < bindparam("before", type_=Instant())
TRACE_ID = bindparam("trace_id", type_=String())
FINGERPRINT = bindparam("fingerprint", type_=String())
LEGACY_IDS = bindparam("legacy_ids", type_=String(), expanding=True)


class ReportShape(NamedTuple):
    """What the statement of a list of reports depends on."""

    statuses: frozenset[str]
    search: ThingSearch | None
    trace_id: bool
    fingerprint: bool
    grouped: bool
    follows: bool

    @property
    def is_narrow(self) -> bool:
        """Whether a condition other than the status leaves few reports."""
        return self.trace_id or self.fingerprint or (self.search is not None and self.search.few)


class Current(NamedTuple):
    """What an update compares and changes."""

    status: str
    notes: str
    commit: str | None
    duplicate_of: UUID | None
    version: int


def list_reports(work: UnitOfWork, filters: BugReportFilter, page: PageRequest) -> Sequence[BugReportSummaryView]:
    """Matching reports, newest first: one more than the page holds."""
    narrowed = filters.trace_id is not None or filters.fingerprint is not None
    shape = ReportShape(
        frozenset(filters.status),
        search_things(work, BugReportTextRow, filters.q, narrowed=narrowed),
        filters.trace_id is not None,
        filters.fingerprint is not None,
        filters.grouped,
        page.after is not None,
    )
    return _reports_page(shape).all(
        work,
        after=page.after,
        limit=page.limit + 1,
        trace_id=filters.trace_id,
        fingerprint=filters.fingerprint,
        **conditions.parameters(filters.q),
    )


def find_report(work: UnitOfWork, bug_report_id: UUID) -> Any:
    """The summary columns of a report and the rest of a BugReportView but for jobs and history; None if there is none.

    The first element is its BugReportSummaryView.
    """
    return REPORT.first(work, bug_report_id=bug_report_id)


def lock_report(work: UnitOfWork, bug_report_id: UUID) -> Current | None:
    """The changeable fields of a report and its version, locked until the work ends; None if there is none."""
    return CURRENT_FOR_UPDATE.first(work, bug_report_id=bug_report_id)


def list_history(work: UnitOfWork, bug_report_id: UUID, limit: int) -> Sequence[ChangeView]:
    """The report's changes, newest first."""
    return HISTORY.all(work, bug_report_id=bug_report_id, limit=limit)


def list_jobs(work: UnitOfWork, trace_id: str, limit: int) -> Sequence[JobFacts]:
    """The jobs that the request ``trace_id`` created, oldest first."""
    return JOBS.all(work, trace_id=trace_id, limit=limit)


def find_open_original(work: UnitOfWork, fingerprint: str) -> UUID | None:
    """The oldest open report with this fingerprint, or that such a report is a duplicate of."""
    return OPEN_ORIGINAL.first(work, fingerprint=fingerprint)


def find_original(work: UnitOfWork, bug_report_id: UUID) -> UUID | None:
    """The report itself, or the one that it is a duplicate of; None if there is no such report."""
    return ORIGINAL.first(work, bug_report_id=bug_report_id)


def list_duplicates(work: UnitOfWork, bug_report_id: UUID) -> Sequence[UUID]:
    """The ids of a report's duplicates, oldest first."""
    return DUPLICATES.all(work, bug_report_id=bug_report_id)


def list_duplicates_of_old(work: UnitOfWork, before: datetime) -> Sequence[tuple[UUID, UUID]]:
    """(report from before ``before``, its duplicate that is none), oldest duplicate first."""
    return DUPLICATES_OF_OLD.all(work, before=before)


def count_old(work: UnitOfWork, before: datetime) -> int:
    """The number of reports from before ``before``."""
    return OLD_COUNT.one(work, before=before)


def list_oldest(work: UnitOfWork, before: datetime, limit: int) -> Sequence[PurgedReport]:
    """The oldest reports from before ``before``, oldest first."""
    return OLDEST.all(work, before=before, limit=limit)


def ids_of_legacy_ids(work: UnitOfWork, legacy_ids: Sequence[str]) -> Sequence[tuple[str, UUID]]:
    """Those of ``legacy_ids`` that have a report, each with its id."""
    return IDS_OF_LEGACY_IDS.all(work, legacy_ids=legacy_ids)


def _summary_columns() -> list[ColumnElement[Any]]:
    """The columns of a BugReportSummaryView, in field order."""
    duplicate = aliased(BugReportRow)
    duplicates = (
        select(func.count()).where(duplicate.duplicate_of == BugReportRow.id).correlate(BugReportRow).scalar_subquery()
    )
    return [
        duplicates.label(name) if name == "duplicate_count" else getattr(BugReportRow, name)
        for name in BugReportSummaryView._fields
    ]


SUMMARIES: Select[Any] = select(*_summary_columns())


@lru_cache(MAX_SHAPES)
def _reports_page(shape: ReportShape) -> Statement[BugReportSummaryView]:
    matches, statuses = _conditions(shape), sorted(shape.statuses)
    if statuses and shape.is_narrow:
        matches.append(BugReportRow.status.in_(statuses))
    elif statuses:
        matches = on_page(BugReportRow.id, ([BugReportRow.status == it, *matches] for it in statuses), LIMIT)
    return Statement(
        SUMMARIES.where(*matches).order_by(BugReportRow.id.desc()).limit(LIMIT), BugReportSummaryView._make
    )


def _conditions(shape: ReportShape) -> list[ColumnElement[bool]]:
    """The conditions of a page, but for the status."""
    given: list[ColumnElement[bool]] = []
    if shape.trace_id:
        given.append(BugReportRow.trace_id == TRACE_ID)
    if shape.fingerprint:
        given.append(BugReportRow.fingerprint == FINGERPRINT)
    if shape.grouped:
        given.append(BugReportRow.duplicate_of.is_(None))
    if shape.search is not None:
        given += says(BugReportTextRow, BugReportRow.id.expression, shape.search)
    if shape.follows:
        given.append(BugReportRow.id < bindparam("after", type_=Uuid()))
    return given


def _originals() -> Select[UUID]:
    same = aliased(BugReportRow)
    originals = select(func.coalesce(same.duplicate_of, same.id)).where(same.fingerprint == FINGERPRINT)
    statement = select(BugReportRow.id).where(BugReportRow.id.in_(originals), BugReportRow.status.in_(OPEN_STATUSES))
    return statement.order_by(BugReportRow.id).limit(1)


def _duplicates_of_old() -> Select[UUID | None, UUID]:
    old, duplicate = select(BugReportRow.id).where(CREATED_BEFORE), aliased(BugReportRow)
    statement = select(duplicate.duplicate_of, duplicate.id)
    return statement.where(duplicate.duplicate_of.in_(old), duplicate.id.not_in(old)).order_by(duplicate.id)


_REPORT = SUMMARIES.add_columns(
    BugReportRow.expected_behavior,
    BugReportRow.actual_behavior,
    BugReportRow.notes,
    BugReportRow.legacy_id,
    BugReportRow.redactions,
    BugReportRow.content,
).where(BugReportRow.id == REPORT_ID)
REPORT = Statement(_REPORT, row_of(_REPORT))
CURRENT_FOR_UPDATE = Statement(
    select(*(getattr(BugReportRow, name) for name in Current._fields))
    .where(BugReportRow.id == REPORT_ID)
    .with_for_update(),
    Current._make,
)
HISTORY = Statement(
    select(BugReportChangeRow.created_at, BugReportChangeRow.created_by, BugReportChangeRow.changes)
    .where(BugReportChangeRow.bug_report_id == REPORT_ID)
    .order_by(BugReportChangeRow.id.desc())
    .limit(LIMIT),
    ChangeView._make,
)
JOBS = Statement(
    select(*(getattr(JobRow, name) for name in JobFacts._fields))
    .where(JobRow.trace_id == TRACE_ID)
    .order_by(JobRow.id)
    .limit(LIMIT),
    JobFacts._make,
)
OPEN_ORIGINAL = Statement(_originals(), first_column)
ORIGINAL = Statement(
    select(func.coalesce(BugReportRow.duplicate_of, BugReportRow.id)).where(BugReportRow.id == REPORT_ID), first_column
)
DUPLICATES = Statement(
    select(BugReportRow.id).where(BugReportRow.duplicate_of == REPORT_ID).order_by(BugReportRow.id), first_column
)
DUPLICATES_OF_OLD: Statement[tuple[UUID, UUID]] = Statement(_duplicates_of_old(), tuple)
OLD_COUNT: Statement[int] = Statement(
    select(func.count()).select_from(BugReportRow).where(CREATED_BEFORE), first_column
)
OLDEST = Statement(
    select(*(getattr(BugReportRow, name) for name in PurgedReport._fields))
    .where(CREATED_BEFORE)
    .order_by(BugReportRow.created_at, BugReportRow.id)
    .limit(LIMIT),
    PurgedReport._make,
)
IDS_OF_LEGACY_IDS: Statement[tuple[str, UUID]] = Statement(
    select(BugReportRow.legacy_id, BugReportRow.id).where(BugReportRow.legacy_id.in_(LEGACY_IDS)), tuple
)
