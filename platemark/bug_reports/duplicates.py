"""Duplicates: a report always points at an original, never at another duplicate."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, insert, select, update

from platemark.bug_reports import queries
from platemark.db.tables import BugReportChangeRow, BugReportRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Finding, NotFound, Unprocessable
from platemark.ids import new_id

DUPLICATES_LOCK = 771_120_197


def lock_duplicates(work: UnitOfWork) -> None:
    """Keep others from pointing reports at originals until the work ends; call it before locking any report."""
    if work.dialect == "postgresql":
        work.session.execute(select(func.pg_advisory_xact_lock(DUPLICATES_LOCK)))
    else:
        work.session.connection()  # BEGIN IMMEDIATE


def find_open_original(work: UnitOfWork, fingerprint: str) -> UUID | None:
    """The report that a new one with this fingerprint duplicates; None if no such report is open or in progress.

    Of concurrent reports of the same fault, the second waits for the first, and finds it.
    """
    lock_duplicates(work)
    return work.session.scalar(queries.open_original(fingerprint))


def resolve_original(work: UnitOfWork, bug_report_id: UUID, target: UUID) -> UUID:
    """The original that ``bug_report_id`` must point at to be marked a duplicate of ``target``."""
    pointer = "/duplicate_of"
    row = work.session.execute(select(BugReportRow.duplicate_of).where(BugReportRow.id == target)).one_or_none()
    if row is None:
        raise NotFound("bug_report", target, [Finding(pointer, "There is no such bug report.", "not_found")])
    original: UUID = row.duplicate_of or target
    if original == bug_report_id:
        message = "A report cannot be a duplicate of itself or of one of its duplicates."
        raise Unprocessable("duplicate_of_itself", message, [Finding(pointer, message, "duplicate_of_itself")])
    return original


def reassign_duplicates(work: UnitOfWork, old: UUID, original: UUID, *, by: UUID | None) -> None:
    """Point the duplicates of ``old``, which becomes a duplicate itself, at ``original``."""
    _point(work, work.session.scalars(queries.duplicates_of(old)).all(), old, original, by)


def promote_duplicates(work: UnitOfWork, deleted: ColumnElement[bool], *, by: UUID | None) -> None:
    """Make the oldest duplicate of each deleted report the original of the others."""
    left: dict[UUID | None, list[UUID]] = {}
    for old, duplicate in work.session.execute(queries.remaining_duplicates(deleted)):
        left.setdefault(old, []).append(duplicate)
    for old, (oldest, *others) in left.items():
        _point(work, [oldest], old, None, by)
        _point(work, others, old, oldest, by)


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
