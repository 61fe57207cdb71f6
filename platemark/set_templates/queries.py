"""The selects behind set templates."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from platemark.access import Actor, visible_to
from platemark.db.tables import SetTemplateEntryRow, SetTemplateRow, SetTemplateTextRow, SetTemplateVersionRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.search import conditions
from platemark.search.things import says, says_word, search_things
from platemark.set_templates.views import SetTemplateFilter, SetTemplateView
from platemark.stored_rows import fit_or_none

VERSIONED_FIELDS = (
    "base_prompt", "prompt_template", "example_theme", "style_suffix", "negative_prompt", "width", "height", "steps",
    "guidance_scale",
)  # fmt: skip
"""The fields of a set template that belong to a version; name, description and visibility do not."""
_VERSION_COLUMNS = (*VERSIONED_FIELDS, "columns", "row_count")
_HEAD_COLUMNS = tuple(field.name for field in fields(SetTemplateView) if field.name not in _VERSION_COLUMNS)


def visible_set_templates(by: Actor) -> Select[Any]:
    """Selects the set templates that the caller may see, at their current version, as ``to_view`` reads them."""
    version = SetTemplateVersionRow
    return (
        select(
            *(getattr(SetTemplateRow, name) for name in _HEAD_COLUMNS),
            *(getattr(version, name) for name in _VERSION_COLUMNS),
        )
        .join(version, (version.set_template_id == SetTemplateRow.id) & (version.version == SetTemplateRow.version))
        .where(visible_to(by, SetTemplateRow.visibility, SetTemplateRow.created_by))
    )


def to_view(row: Any) -> SetTemplateView:
    """A row of ``visible_set_templates`` as a view."""
    return SetTemplateView(
        **{**row._mapping, "columns": tuple(fit_or_none("SetTemplate.columns", row.columns, of=row.id) or ())}
    )


def set_templates_page(work: UnitOfWork, filters: SetTemplateFilter, page: PageRequest, by: Actor) -> Select[Any]:
    """Set templates, newest first: one more than the page holds. Each word of ``q`` is looked for by itself."""
    statement = visible_set_templates(by).where(*_conditions(filters))
    id_, words = SetTemplateRow.id.expression, sorted((filters.q or "").split(), key=len)
    search = search_things(work, SetTemplateTextRow, words[-1] if words else None)
    if search is not None:
        others = [says_word(SetTemplateTextRow, id_, word, work.dialect) for word in words[:-1]]
        statement = statement.where(*says(SetTemplateTextRow, id_, search), *others)
        statement = statement.params(conditions.parameters(words[-1]))
    if page.after is not None:
        statement = statement.where(SetTemplateRow.id < page.after)
    return statement.order_by(SetTemplateRow.id.desc()).limit(page.limit + 1)


def _conditions(filters: SetTemplateFilter) -> list[ColumnElement[bool]]:
    archived = SetTemplateRow.archived_at
    wanted: list[ColumnElement[bool]] = [archived.is_not(None) if filters.archived else archived.is_(None)]
    if filters.visibility:
        wanted.append(SetTemplateRow.visibility.in_(filters.visibility))
    return wanted


def rows_of_version(set_template_id: UUID, version: int) -> Select[dict[str, str]]:
    """The values of a version's rows, in order: a mapping from column to text each."""
    row = SetTemplateEntryRow
    return (
        select(row.values).where(row.set_template_id == set_template_id, row.version == version).order_by(row.position)
    )
