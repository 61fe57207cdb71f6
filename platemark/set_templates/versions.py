"""Writing the versions of a set template. A version and its rows never change once they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Uuid, bindparam, insert, select, update

from platemark.access import Actor
from platemark.db.statements import MAX_SHAPES, Statement, first_column
from platemark.db.tables import SetTemplateEntryRow, SetTemplateRow, SetTemplateTextRow, SetTemplateVersionRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.search.texts import refresh_text
from platemark.set_templates.queries import VERSIONED_FIELDS
from platemark.set_templates.table import Table
from platemark.set_templates.views import SetTemplateView


def add_first_version(
    work: UnitOfWork, set_template_id: UUID, values: Mapping[str, Any], table: Table, *, by: Actor
) -> None:
    """Write version 1 with the rows of ``table``: ``values`` are those of the versioned fields."""
    _insert_version(work, set_template_id, 1, values, table.columns, len(table.rows), by=by)
    _insert_rows(work, set_template_id, 1, table)


def add_version_with_changes(
    work: UnitOfWork, current: SetTemplateView, changes: Mapping[str, Any], *, by: Actor
) -> None:
    """Write the next version: the fields of ``changes`` in place of the current ones, and a copy of the rows.

    ``changes`` may hold fields of the head (name, description, visibility), too.
    """
    values = {name: changes.get(name, getattr(current, name)) for name in VERSIONED_FIELDS}
    head = {name: value for name, value in changes.items() if name not in VERSIONED_FIELDS}
    version = _advance(work, current, **head)
    _insert_version(work, current.id, version, values, current.columns, current.row_count, by=by)
    _copy_rows(work, current.id, current.version, version)


def add_version_with_rows(work: UnitOfWork, current: SetTemplateView, table: Table, *, by: Actor) -> int:
    """Write the next version: the current fields and the rows of ``table``; returns its number."""
    values = {name: getattr(current, name) for name in VERSIONED_FIELDS}
    version = _advance(work, current)
    _insert_version(work, current.id, version, values, table.columns, len(table.rows), by=by)
    _insert_rows(work, current.id, version, table)
    return version


def insert_head(work: UnitOfWork, **values: Any) -> None:
    """Insert a set template, the columns ``NEW_HEAD``, without its version."""
    INSERT_HEAD.execute(work, **_new(values))


def update_head(work: UnitOfWork, set_template_id: UUID, **values: Any) -> None:
    """Update columns that do not belong to a version."""
    _update_head(frozenset(values)).execute(work, set_template_id=set_template_id, **_new(values))
    if values.keys() & {"name", "description"}:
        refresh_text(work, SetTemplateTextRow, set_template_id)


@lru_cache(MAX_SHAPES)
def _update_head(names: frozenset[str]) -> Statement[Any]:
    head = update(SetTemplateRow).where(SetTemplateRow.id == bindparam("set_template_id", type_=Uuid()))
    return Statement(head.values(_parameters(SetTemplateRow, sorted(names))), first_column)


def _advance(work: UnitOfWork, current: SetTemplateView, **head: Any) -> int:
    version = current.version + 1
    update_head(work, current.id, version=version, updated_at=work.now(), **head)
    return version


def _insert_version(
    work: UnitOfWork,
    set_template_id: UUID,
    version: int,
    values: Mapping[str, Any],
    columns: tuple[str, ...],
    row_count: int,
    *,
    by: Actor,
) -> None:
    adapters = values["adapters"]
    columns_of_all = {
        "adapters": None if adapters is None else [adapter.payload() for adapter in adapters],
        "set_template_id": set_template_id,
        "version": version,
        "columns": list(columns),
        "row_count": row_count,
        "created_by": by.user_id,
        "created_at": work.now(),
    }
    INSERT_VERSION.execute(work, **_new({**values, **columns_of_all}))


def _insert_rows(work: UnitOfWork, set_template_id: UUID, version: int, table: Table) -> None:
    entries = [
        _new({"set_template_id": set_template_id, "version": version, "position": position, "values": values})
        for position, values in enumerate(table.rows)
    ]
    if entries:
        INSERT_ENTRY.execute_many(work, entries)


def _copy_rows(work: UnitOfWork, set_template_id: UUID, old: int, new: int) -> None:
    COPY_ENTRIES.execute(work, set_template_id=set_template_id, old_version=old, new_version=new)


def _new(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of columns as the parameters that give them."""
    return {f"new_{name}": value for name, value in values.items()}


def _parameters(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: bindparam(f"new_{name}", type_=row.__table__.c[name].type) for name in names}


def _insert(row: Any, names: Iterable[str]) -> Statement[Any]:
    return Statement(insert(row).values(_parameters(row, names)), first_column)


def _copy_entries() -> Statement[Any]:
    row, old, new = (
        SetTemplateEntryRow,
        bindparam("old_version", type_=Integer()),
        bindparam("new_version", type_=Integer()),
    )
    copies = select(row.set_template_id, new, row.position, row.values).where(
        row.set_template_id == bindparam("set_template_id", type_=Uuid()), row.version == old
    )
    return Statement(insert(row).from_select(list(ENTRY), copies), first_column)


NEW_HEAD = (
    *("id", "slug", "name", "description", "visibility", "version"),
    *("created_by", "created_at", "updated_at"),
)
NEW_VERSION = (*VERSIONED_FIELDS, "set_template_id", "version", "columns", "row_count", "created_by", "created_at")
ENTRY = ("set_template_id", "version", "position", "values")
INSERT_HEAD = _insert(SetTemplateRow, NEW_HEAD)
INSERT_VERSION = _insert(SetTemplateVersionRow, NEW_VERSION)
INSERT_ENTRY = _insert(SetTemplateEntryRow, ENTRY)
COPY_ENTRIES = _copy_entries()
