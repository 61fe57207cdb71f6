"""The history of bug reports: each change of a field, with its value before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from platemark.db.rows import insert_rows
from platemark.db.tables import BugReportChangeRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id

Change = dict[str, str | None]


def change(field: str, before: Any, after: Any) -> Change:
    """The change of a field, with its values as text."""
    return {"field": field, "before": _text(before), "after": _text(after)}


def record_changes(
    work: UnitOfWork, bug_report_ids: Sequence[UUID], changes: Sequence[Change], *, by: UUID | None
) -> None:
    """Record that the fields of each report have changed so."""
    rows = [
        {"id": new_id(), "bug_report_id": it, "changes": changes, "created_by": by, "created_at": work.now()}
        for it in bug_report_ids
    ]
    insert_rows(work, BugReportChangeRow, rows)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
