"""The selects behind imports, and rows as views."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, exists, or_, select

from platemark.db.tables import ImportItemRow, ImportRow
from platemark.db.types import db_now
from platemark.imports.kinds.protocol import Thing
from platemark.imports.views import (
    DiscrepancyCount,
    ImportFilter,
    ImportView,
    ItemFilter,
    ItemView,
    ReasonCount,
)
from platemark.paging import PageRequest

GREATEST_POSITION = 2**31 - 1
PLAIN = tuple(name for name in ImportView.__dataclass_fields__ if name not in ("reasons", "discrepancies"))
ITEM_COLUMNS = (
    ImportItemRow.position, ImportItemRow.key, ImportItemRow.outcome, ImportItemRow.reason, ImportItemRow.message,
    ImportItemRow.state, ImportItemRow.discrepancy, ImportItemRow.discrepancy_message, ImportItemRow.thing_kind,
    ImportItemRow.thing_id,
)  # fmt: skip


def imports_page(wanted: ImportFilter, page: PageRequest) -> Select[ImportRow]:
    """Imports, newest first: one more than the page holds."""
    found = select(ImportRow).order_by(ImportRow.id.desc()).limit(page.limit + 1)
    if page.after is not None:
        found = found.where(ImportRow.id < page.after)
    if wanted.kind is not None:
        found = found.where(ImportRow.kind == wanted.kind)
    if wanted.states:
        found = found.where(ImportRow.state.in_(wanted.states))
    return found.execution_options(populate_existing=True)


def items_page(import_id: UUID, wanted: ItemFilter, after: UUID | None, limit: int) -> Select[*tuple[Any, ...]]:
    """Items in the order of the plan: one more than ``limit``."""
    found = select(*ITEM_COLUMNS).where(ImportItemRow.import_id == import_id)
    if after is not None:
        found = found.where(ImportItemRow.position > min(after.int, GREATEST_POSITION))
    if wanted.outcomes:
        found = found.where(ImportItemRow.outcome.in_(wanted.outcomes))
    if wanted.discrepancies:
        found = found.where(ImportItemRow.discrepancy.is_not(None))
    return found.order_by(ImportItemRow.position).limit(limit + 1)


def one(import_id: UUID) -> Select[ImportRow]:
    """One import."""
    return select(ImportRow).where(ImportRow.id == import_id).execution_options(populate_existing=True)


def lease_is_over() -> ColumnElement[bool]:
    """Whether whoever ran it is gone; null where nobody did."""
    return ImportRow.lease_until < db_now()


def overtaken(row: ImportRow) -> Select[bool]:
    """Whether another import of the same kind was applied or undone since this one was planned."""
    later = or_(
        ImportRow.applied_at > row.planned_at,
        ImportRow.undone_at > row.planned_at,
        and_(ImportRow.phase.in_(("apply", "undo")), ImportRow.finished_at > row.planned_at),
    )
    return select(exists().where(ImportRow.id != row.id, ImportRow.kind == row.kind, later))


def view(row: ImportRow) -> ImportView:
    """A row as it may be shown."""
    return ImportView(
        **{name: getattr(row, name) for name in PLAIN},
        reasons=[ReasonCount(it["outcome"], it["reason"], it["count"]) for it in row.reasons],
        discrepancies=[DiscrepancyCount(it["code"], it["count"]) for it in row.discrepancies],
    )


def item_view(row: Row[Any]) -> ItemView:
    """A row of ``items_page`` as it may be shown."""
    facts = dict(row._mapping)
    kind, thing_id = facts.pop("thing_kind"), facts.pop("thing_id")
    return ItemView(**facts, thing=None if kind is None or thing_id is None else Thing(kind, thing_id))
