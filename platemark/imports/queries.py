"""SQL of the import service, and rows as views."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, exists, or_, select

from platemark.db.tables import ImportItemRow, ImportRow
from platemark.db.types import db_now
from platemark.imports.items import Thing
from platemark.imports.views import (
    DiscrepancyCount,
    ImportFilter,
    ImportView,
    ItemFilter,
    ItemView,
    ReasonCount,
)
from platemark.paging import PageRequest
from platemark.stored_rows import fit_or_none

GREATEST_POSITION = 2**31 - 1
FIGURES = ("counts", "results", "reasons", "discrepancies")
COPIED_FIELDS = tuple(name for name in ImportView.__dataclass_fields__ if name not in FIGURES)
ITEM_COLUMNS = (
    ImportItemRow.position, ImportItemRow.key, ImportItemRow.outcome, ImportItemRow.reason, ImportItemRow.message,
    ImportItemRow.state, ImportItemRow.discrepancy, ImportItemRow.discrepancy_message, ImportItemRow.thing_kind,
    ImportItemRow.thing_id,
)  # fmt: skip


def imports_page(filters: ImportFilter, page: PageRequest) -> Select[ImportRow]:
    """Imports, newest first: one more than the page holds."""
    query = select(ImportRow).order_by(ImportRow.id.desc()).limit(page.limit + 1)
    if page.after is not None:
        query = query.where(ImportRow.id < page.after)
    if filters.kind is not None:
        query = query.where(ImportRow.kind == filters.kind)
    if filters.states:
        query = query.where(ImportRow.state.in_(filters.states))
    return query.execution_options(populate_existing=True)


def items_page(import_id: UUID, filters: ItemFilter, after: UUID | None, limit: int) -> Select[*tuple[Any, ...]]:
    """Items in plan order: one more than ``limit``."""
    query = select(*ITEM_COLUMNS).where(ImportItemRow.import_id == import_id)
    if after is not None:
        query = query.where(ImportItemRow.position > min(after.int, GREATEST_POSITION))
    if filters.outcomes:
        query = query.where(ImportItemRow.outcome.in_(filters.outcomes))
    if filters.discrepancies:
        query = query.where(ImportItemRow.discrepancy.is_not(None))
    return query.order_by(ImportItemRow.position).limit(limit + 1)


def one(import_id: UUID) -> Select[ImportRow]:
    """One import."""
    return select(ImportRow).where(ImportRow.id == import_id).execution_options(populate_existing=True)


def lease_expired() -> ColumnElement[bool]:
    """Whether the import's lease has run out; NULL where it has none."""
    return ImportRow.lease_until < db_now()


def overtaken(row: ImportRow) -> Select[bool]:
    """Whether another import of the same kind was applied or undone since this one was planned."""
    later = or_(
        ImportRow.applied_at > row.planned_at,
        ImportRow.undone_at > row.planned_at,
        and_(ImportRow.phase.in_(("apply", "undo")), ImportRow.finished_at > row.planned_at),
    )
    return select(exists().where(ImportRow.id != row.id, ImportRow.kind == row.kind, later))


def import_view(row: ImportRow) -> ImportView:
    """A row as a view."""
    return ImportView(
        **{name: getattr(row, name) for name in COPIED_FIELDS},
        counts=_fit(row, "counts") or {},
        results=_fit(row, "results") or {},
        reasons=[ReasonCount(it["outcome"], it["reason"], it["count"]) for it in _fit(row, "reasons") or ()],
        discrepancies=[DiscrepancyCount(it["code"], it["count"]) for it in _fit(row, "discrepancies") or ()],
    )


def _fit(row: ImportRow, name: str) -> Any:
    return fit_or_none(f"Import.{name}", getattr(row, name), of=row.id)


def item_view(row: Row[Any]) -> ItemView:
    """A row of ``items_page`` as a view."""
    fields = dict(row._mapping)
    kind, thing_id = fields.pop("thing_kind"), fields.pop("thing_id")
    return ItemView(**fields, thing=None if kind is None or thing_id is None else Thing(kind, thing_id))
