"""Duplicates: a report always points at an original, never at another duplicate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Uuid, bindparam, func, select, update

from platemark.bug_reports import history, queries
from platemark.db.statements import Statement, first_column
from platemark.db.tables import BugReportRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding, NotFound, Unprocessable

DUPLICATES_LOCK = 771_120_197
LOCK = Statement(select(func.pg_advisory_xact_lock(DUPLICATES_LOCK)), first_column)
POINT = Statement(
    update(BugReportRow)
    .where(BugReportRow.id.in_(bindparam("ids", type_=Uuid(), expanding=True)))
    .values(
        duplicate_of=bindparam("original", type_=Uuid()),
        version=BugReportRow.version + 1,
        updated_at=bindparam("now", type_=Instant()),
    ),
    first_column,
)


def lock_duplicates(work: UnitOfWork) -> None:
    """Keep others from pointing reports at originals until the work ends; call it before locking any report.

    SQLite has one writer at a time.
    """
    if work.dialect == "postgresql":
        LOCK.execute(work)


def find_open_original(work: UnitOfWork, fingerprint: str) -> UUID | None:
    """The report that a new one with this fingerprint duplicates; None if no such report is open or in progress.

    Of concurrent reports of the same fault, the second waits for the first, and finds it.
    """
    lock_duplicates(work)
    return queries.find_open_original(work, fingerprint)


def resolve_original(work: UnitOfWork, bug_report_id: UUID, target: UUID) -> UUID:
    """The original that ``bug_report_id`` must point at to be marked a duplicate of ``target``."""
    pointer = "/duplicate_of"
    original = queries.find_original(work, target)
    if original is None:
        raise NotFound("bug_report", target, [Finding(pointer, "There is no such bug report.", "not_found")])
    if original == bug_report_id:
        message = "A report cannot be a duplicate of itself or of one of its duplicates."
        raise Unprocessable("duplicate_of_itself", message, [Finding(pointer, message, "duplicate_of_itself")])
    return original


def reassign_duplicates(work: UnitOfWork, old: UUID, original: UUID, *, by: UUID | None) -> None:
    """Point the duplicates of ``old``, which becomes a duplicate itself, at ``original``."""
    _point(work, queries.list_duplicates(work, old), old, original, by)


def promote_duplicates(work: UnitOfWork, deleted: UUID, *, by: UUID | None) -> None:
    """Make the oldest duplicate of a report that is to be deleted the original of the others."""
    _promote(work, deleted, queries.list_duplicates(work, deleted), by)


def promote_duplicates_of_old(work: UnitOfWork, before: datetime, *, by: UUID | None) -> None:
    """Make the oldest remaining duplicate of each report from before ``before`` the original of the others."""
    left: dict[UUID, list[UUID]] = {}
    for old, duplicate in queries.list_duplicates_of_old(work, before):
        left.setdefault(old, []).append(duplicate)
    for old, remaining in left.items():
        _promote(work, old, remaining, by)


def _promote(work: UnitOfWork, old: UUID, remaining: Sequence[UUID], by: UUID | None) -> None:
    _point(work, remaining[:1], old, None, by)
    _point(work, remaining[1:], old, next(iter(remaining), None), by)


def _point(work: UnitOfWork, reports: Sequence[UUID], before: UUID, after: UUID | None, by: UUID | None) -> None:
    if reports:
        POINT.execute(work, ids=reports, original=after, now=work.now())
        history.record_changes(work, reports, [history.change("duplicate_of", before, after)], by=by)
