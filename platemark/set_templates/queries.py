"""Reads the rows of set templates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, String, Uuid, bindparam, select

from platemark.access import Actor, Viewpoint, visible_to
from platemark.adapters.stored import read_adapters
from platemark.db.statements import MAX_SHAPES, Statement, first_column, row_of
from platemark.db.tables import SetTemplateEntryRow, SetTemplateRow, SetTemplateTextRow, SetTemplateVersionRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.search import conditions
from platemark.search.things import ThingSearch, parameters_of_words, says, says_word, search_things
from platemark.set_templates.views import SetTemplateFilter, SetTemplateView
from platemark.stored_rows import fit_or_none

VERSIONED_FIELDS = (
    "base_prompt", "prompt_template", "example_theme", "style_suffix", "negative_prompt", "width", "height", "steps",
    "guidance_scale", "engine", "model", "adapters",
)  # fmt: skip
"""The fields of a set template that belong to a version; name, description and visibility do not."""
_VERSION_COLUMNS = (*VERSIONED_FIELDS, "columns", "row_count")
_HEAD_COLUMNS = tuple(field.name for field in fields(SetTemplateView) if field.name not in _VERSION_COLUMNS)
_IS_CURRENT = (SetTemplateVersionRow.set_template_id == SetTemplateRow.id) & (
    SetTemplateVersionRow.version == SetTemplateRow.version
)
TEMPLATES: Select[Any] = select(
    *(getattr(SetTemplateRow, name) for name in _HEAD_COLUMNS),
    *(getattr(SetTemplateVersionRow, name) for name in _VERSION_COLUMNS),
).join(SetTemplateVersionRow, _IS_CURRENT)
"""Set templates at their current version."""

TEMPLATE_ID = bindparam("set_template_id", type_=Uuid())
LOCK: Statement[UUID] = Statement(
    select(SetTemplateRow.id).where(SetTemplateRow.id == TEMPLATE_ID).with_for_update(), first_column
)
ROWS: Statement[Any] = Statement(
    select(SetTemplateEntryRow.values)
    .where(
        SetTemplateEntryRow.set_template_id == TEMPLATE_ID,
        SetTemplateEntryRow.version == bindparam("version", type_=Integer()),
    )
    .order_by(SetTemplateEntryRow.position),
    first_column,
)


class TemplateShape(NamedTuple):
    """What the statement of a list of set templates depends on.

    ``others`` is how many words are looked for besides the longest one, which the search finds.
    """

    archived: bool
    visibility: frozenset[str]
    search: ThingSearch | None
    others: int
    slug: bool
    follows: bool


def list_templates(
    work: UnitOfWork, filters: SetTemplateFilter, page: PageRequest, *, by: Actor
) -> Sequence[SetTemplateView]:
    """Matching set templates, newest first: one more than the page holds. Each word of ``q`` is looked for."""
    *others, longest = sorted((filters.q or "").split(), key=len) or [""]
    shape = TemplateShape(
        archived=filters.archived,
        visibility=frozenset(filters.visibility),
        search=search_things(work, SetTemplateTextRow, longest),
        others=len(others),
        slug=filters.slug is not None,
        follows=page.after is not None,
    )
    rows = _page(shape, by.viewpoint).all(
        work,
        me=by.user_id,
        slug=filters.slug,
        after=page.after,
        limit=page.limit + 1,
        **conditions.parameters(longest),
        **parameters_of_words(others),
    )
    return [_to_view(row) for row in rows]


def get_template(work: UnitOfWork, set_template_id: UUID, *, by: Actor) -> SetTemplateView | None:
    """The set template; None if there is none or the caller may not see it."""
    row = _by_id(by.viewpoint).first(work, set_template_id=set_template_id, me=by.user_id)
    return None if row is None else _to_view(row)


def list_two(work: UnitOfWork, column: str, value: Any, *, by: Actor) -> Sequence[SetTemplateView]:
    """Two of the set templates with this value of a column, without archived ones."""
    return [_to_view(row) for row in _two_by(column, by.viewpoint).all(work, value=value, me=by.user_id)]


def list_rows_of_version(work: UnitOfWork, set_template_id: UUID, version: int) -> Iterable[dict[str, str]]:
    """The values of a version's rows, in order: a mapping from column to text each."""
    return ROWS.all(work, set_template_id=set_template_id, version=version)


def lock_template(work: UnitOfWork, set_template_id: UUID) -> None:
    """Lock the set template until the work ends."""
    LOCK.first(work, set_template_id=set_template_id)


def _to_view(row: Any) -> SetTemplateView:
    columns = tuple(fit_or_none("SetTemplate.columns", row.columns, of=row.id) or ())
    return SetTemplateView(**{**row._asdict(), "columns": columns, "adapters": read_adapters(row.adapters, of=row.id)})


def _visible(by: Viewpoint) -> Select[Any]:
    return TEMPLATES.where(visible_to(by, SetTemplateRow.visibility, SetTemplateRow.created_by))


@cache
def _by_id(by: Viewpoint) -> Statement[Any]:
    return Statement(_visible(by).where(SetTemplateRow.id == TEMPLATE_ID), row_of(TEMPLATES))


@cache
def _two_by(column: str, by: Viewpoint) -> Statement[Any]:
    of_row = getattr(SetTemplateRow, column)
    wanted = (SetTemplateRow.archived_at.is_(None), of_row == bindparam("value", type_=of_row.type))
    return Statement(_visible(by).where(*wanted).limit(2), row_of(TEMPLATES))


@lru_cache(MAX_SHAPES)
def _page(shape: TemplateShape, by: Viewpoint) -> Statement[Any]:
    templates = _visible(by).where(*_conditions(shape)).order_by(SetTemplateRow.id.desc())
    return Statement(templates.limit(bindparam("limit", type_=Integer())), row_of(TEMPLATES))


def _conditions(shape: TemplateShape) -> Iterable[ColumnElement[bool]]:
    archived, id_ = SetTemplateRow.archived_at, SetTemplateRow.id.expression
    yield archived.is_not(None) if shape.archived else archived.is_(None)
    if shape.visibility:
        yield SetTemplateRow.visibility.in_(sorted(shape.visibility))
    if shape.slug:
        yield SetTemplateRow.slug == bindparam("slug", type_=String())
    if shape.search is not None:
        yield from says(SetTemplateTextRow, id_, shape.search)
        for number in range(shape.others):
            yield says_word(SetTemplateTextRow, id_, number, shape.search.search.dialect)
    if shape.follows:
        yield SetTemplateRow.id < bindparam("after", type_=Uuid())
