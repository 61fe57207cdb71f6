"""Which report a report is a duplicate of: always of one that is no duplicate itself."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, insert, select, update

from platemark.bug_reports import queries
from platemark.db.tables import BugReportChangeRow, BugReportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding, NotFound, Unprocessable
from platemark.ids import new_id


def first_at_work(work: UnitOfWork, fingerprint: str) -> UUID | None:
    """The report that a new one of this fault is a duplicate of; None where nobody works on the fault.

    Of two new reports at the same moment the second waits for the first, and finds it.
    """
    if work.dialect == "postgresql":
        work.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(fingerprint, 0))))
    else:
        work.session.connection()  # BEGIN IMMEDIATE
    return work.session.scalar(queries.first_at_work(fingerprint))


def first_of(work: UnitOfWork, bug_report_id: UUID, wanted: UUID) -> UUID:
    """The report that ``bug_report_id`` becomes a duplicate of when it is to be one of ``wanted``'s."""
    pointer = "/duplicate_of"
    row = work.session.execute(select(BugReportRow.duplicate_of).where(BugReportRow.id == wanted)).one_or_none()
    if row is None:
        raise NotFound("bug_report", wanted, [Finding(pointer, "There is no such bug report.", "not_found")])
    first: UUID = row.duplicate_of or wanted
    if first == bug_report_id:
        message = "A report is no duplicate of itself, nor of one of its duplicates."
        raise Unprocessable("duplicate_of_itself", message, [Finding(pointer, message, "duplicate_of_itself")])
    return first


def hand_over(work: UnitOfWork, old: UUID, first: UUID, *, by: UUID | None) -> None:
    """The duplicates of ``old``, which becomes one itself, become those of ``first``."""
    _point(work, work.session.scalars(queries.duplicates_of(old)).all(), old, first, by)


def inherit(work: UnitOfWork, gone: ColumnElement[bool], *, by: UUID | None) -> None:
    """The oldest duplicate of each report that goes takes its place: the others become duplicates of it."""
    left: dict[UUID | None, list[UUID]] = {}
    for old, twin in work.session.execute(queries.heirs(gone)):
        left.setdefault(old, []).append(twin)
    for old, (heir, *others) in left.items():
        _point(work, [heir], old, None, by)
        _point(work, others, old, heir, by)


def _point(work: UnitOfWork, reports: Sequence[UUID], before: UUID | None, after: UUID | None, by: UUID | None) -> None:
    if not reports:
        return
    now = work.now()
    change = {"field": "duplicate_of", "before": _text(before), "after": _text(after)}
    changed = update(BugReportRow).where(BugReportRow.id.in_(reports)).execution_options(synchronize_session=False)
    work.session.execute(changed.values(duplicate_of=after, version=BugReportRow.version + 1, updated_at=now))
    work.session.execute(
        insert(BugReportChangeRow),
        [
            {"id": new_id(), "bug_report_id": it, "changes": [change], "created_by": by, "created_at": now}
            for it in reports
        ],
    )


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
