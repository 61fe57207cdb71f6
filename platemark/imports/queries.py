"""SQL of the import service, and rows as views."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, String, Uuid, and_, bindparam, or_, select

from platemark.db.merged_pages import on_page
from platemark.db.statements import MAX_SHAPES, Statement, first_column, row_of
from platemark.db.tables import ImportItemRow, ImportRow
from platemark.db.types import Instant, db_now
from platemark.db.unit_of_work import UnitOfWork
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


IMPORTS: Select[Any] = select(*(getattr(ImportRow, name) for name in (*COPIED_FIELDS, *FIGURES)))
IMPORT_ID, LIMIT = bindparam("import_id", type_=Uuid()), bindparam("limit", type_=Integer())
IMPORT = Statement(IMPORTS.where(ImportRow.id == IMPORT_ID), row_of(IMPORTS))
COLUMNS: Select[Any] = select(*ImportRow.__table__.columns, (ImportRow.lease_until < db_now()).label("expired"))
IMPORT_FOR_UPDATE = Statement(COLUMNS.where(ImportRow.id == IMPORT_ID).with_for_update(), row_of(COLUMNS))
STORED_IMPORT = Statement(COLUMNS.where(ImportRow.id == IMPORT_ID), row_of(COLUMNS))
PLANNED_AT = bindparam("planned_at", type_=Instant())
OVERTAKING: Statement[UUID] = Statement(
    select(ImportRow.id)
    .where(
        ImportRow.id != IMPORT_ID,
        ImportRow.kind == bindparam("kind", type_=String()),
        ImportRow.updated_at > PLANNED_AT,  # implied by the others, and found through an index
        or_(
            ImportRow.applied_at > PLANNED_AT,
            ImportRow.undone_at > PLANNED_AT,
            and_(ImportRow.phase.in_(("apply", "undo")), ImportRow.finished_at > PLANNED_AT),
        ),
    )
    .limit(1),
    first_column,
)


class ImportShape(NamedTuple):
    """What the statement of a list of imports depends on."""

    kind: bool
    states: frozenset[str]
    follows: bool


class ItemShape(NamedTuple):
    """What the statement of a list of an import's items depends on."""

    outcomes: frozenset[str]
    discrepancies: bool
    follows: bool


def find_import(work: UnitOfWork, import_id: UUID) -> Any:
    """The row of an import, for ``import_view``; None if there is none."""
    return IMPORT.first(work, import_id=import_id)


def lock_import(work: UnitOfWork, import_id: UUID) -> Any:
    """All columns of an import, and whether its lease has ``expired`` (None: it has no lease); None if there is none.

    The import is locked until the work ends.
    """
    return IMPORT_FOR_UPDATE.first(work, import_id=import_id)


def read_import(work: UnitOfWork, import_id: UUID) -> Any:
    """What ``lock_import`` returns, without a lock."""
    return STORED_IMPORT.first(work, import_id=import_id)


def is_overtaken(work: UnitOfWork, row: Any) -> bool:
    """Whether another import of the same kind was applied or undone since this one was planned."""
    overtaking = OVERTAKING.first(work, import_id=row.id, kind=row.kind, planned_at=row.planned_at)
    return overtaking is not None


def list_imports(work: UnitOfWork, filters: ImportFilter, page: PageRequest) -> Sequence[Any]:
    """The rows of matching imports, newest first: one more than the page holds."""
    shape = ImportShape(filters.kind is not None, frozenset(filters.states), page.after is not None)
    return _imports_page(shape).all(work, after=page.after, limit=page.limit + 1, kind=filters.kind)


def list_items(work: UnitOfWork, import_id: UUID, filters: ItemFilter, after: UUID | None, limit: int) -> Sequence[Any]:
    """The rows of matching items, for ``item_view``, in plan order: one more than ``limit``."""
    shape = ItemShape(frozenset(filters.outcomes), filters.discrepancies, after is not None)
    position = None if after is None else min(after.int, GREATEST_POSITION)
    return _items_page(shape).all(work, import_id=import_id, after=position, limit=limit + 1)


@lru_cache(MAX_SHAPES)
def _imports_page(shape: ImportShape) -> Statement[Any]:
    matches: list[ColumnElement[bool]] = []
    if shape.follows:
        matches.append(ImportRow.id < bindparam("after", type_=Uuid()))
    if shape.kind:
        matches.append(ImportRow.kind == bindparam("kind", type_=String()))
    if shape.states:
        heads = ([ImportRow.state == state, *matches] for state in sorted(shape.states))
        matches = on_page(ImportRow.id, heads, LIMIT)
    return Statement(IMPORTS.where(*matches).order_by(ImportRow.id.desc()).limit(LIMIT), row_of(IMPORTS))


@lru_cache(MAX_SHAPES)
def _items_page(shape: ItemShape) -> Statement[Any]:
    outcomes, position = sorted(shape.outcomes), ImportItemRow.position
    matches: list[ColumnElement[bool]] = [ImportItemRow.import_id == IMPORT_ID]
    if shape.follows:
        matches.append(position > bindparam("after", type_=Integer()))
    if shape.discrepancies:
        matches.append(ImportItemRow.discrepancy.is_not(None))
    if outcomes and shape.discrepancies:
        matches.append(ImportItemRow.outcome.in_(outcomes).is_(True))  # few items have any: their index finds them
    elif outcomes:
        heads = ([*matches, ImportItemRow.outcome == outcome] for outcome in outcomes)
        matches = [ImportItemRow.import_id == IMPORT_ID, *on_page(position, heads, LIMIT, newest=False)]
    items = select(*ITEM_COLUMNS).where(*matches).order_by(position).limit(LIMIT)
    return Statement(items, row_of(items))


def import_view(row: Any) -> ImportView:
    """A row of any of the functions above, or an ImportRow, as a view."""
    return ImportView(
        **{name: getattr(row, name) for name in COPIED_FIELDS},
        counts=_fit(row, "counts") or {},
        results=_fit(row, "results") or {},
        reasons=[ReasonCount(it["outcome"], it["reason"], it["count"]) for it in _fit(row, "reasons") or ()],
        discrepancies=[DiscrepancyCount(it["code"], it["count"]) for it in _fit(row, "discrepancies") or ()],
    )


def _fit(row: Any, name: str) -> Any:
    return fit_or_none(f"Import.{name}", getattr(row, name), of=row.id)


def item_view(row: Any) -> ItemView:
    """A row of ``list_items`` as a view."""
    fields = row._asdict()
    kind, thing_id = fields.pop("thing_kind"), fields.pop("thing_id")
    return ItemView(**fields, thing=None if kind is None or thing_id is None else Thing(kind, thing_id))
