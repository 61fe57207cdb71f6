"""Writing the versions of a set template. A version and its rows never change once they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import insert, literal, select, update

from platemark.access import Actor
from platemark.db.tables import SetTemplateEntryRow, SetTemplateRow, SetTemplateTextRow, SetTemplateVersionRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.search.texts import refresh_text
from platemark.set_templates.queries import VERSIONED_FIELDS
from platemark.set_templates.table import Table
from platemark.set_templates.views import NewSetTemplate, SetTemplateView


def add_first_version(work: UnitOfWork, set_template_id: UUID, new: NewSetTemplate, table: Table, *, by: Actor) -> None:
    """Write version 1 with the rows of ``table``."""
    values = {name: getattr(new, name) for name in VERSIONED_FIELDS}
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


def update_head(work: UnitOfWork, set_template_id: UUID, **values: Any) -> None:
    """Update columns that do not belong to a version."""
    statement = update(SetTemplateRow).where(SetTemplateRow.id == set_template_id).values(**values)
    work.session.execute(statement.execution_options(synchronize_session=False))
    if values.keys() & {"name", "description"}:
        refresh_text(work, SetTemplateTextRow, set_template_id)


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
    work.session.execute(
        insert(SetTemplateVersionRow).values(
            **values,
            set_template_id=set_template_id,
            version=version,
            columns=list(columns),
            row_count=row_count,
            created_by=by.user_id,
            created_at=work.now(),
        )
    )


def _insert_rows(work: UnitOfWork, set_template_id: UUID, version: int, table: Table) -> None:
    entries = [
        {"set_template_id": set_template_id, "version": version, "position": position, "values": values}
        for position, values in enumerate(table.rows)
    ]
    if entries:
        work.session.execute(insert(SetTemplateEntryRow), entries)


def _copy_rows(work: UnitOfWork, set_template_id: UUID, old: int, new: int) -> None:
    row = SetTemplateEntryRow
    copies = select(row.set_template_id, literal(new), row.position, row.values).where(
        row.set_template_id == set_template_id, row.version == old
    )
    work.session.execute(insert(row).from_select(["set_template_id", "version", "position", "values"], copies))
