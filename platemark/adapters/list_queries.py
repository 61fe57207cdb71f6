"""Lists adapters, newest first, at a cost that does not grow with the table.

Adapters of one visibility are read in order from an index, and those of several are merged: so few of them are found as
quickly as many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, Select, Uuid, and_, bindparam, literal_column, select, union_all

from platemark.access import Actor, Viewpoint, visible_to
from platemark.adapters.queries import ADAPTERS
from platemark.adapters.views import AdapterFilter, AdapterView
from platemark.choices import VISIBILITIES
from platemark.db.statements import MAX_SHAPES, Statement
from platemark.db.tables import AdapterRow, AdapterTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.search import conditions
from platemark.search.things import ThingSearch, says, search_things

Conditions = Sequence[ColumnElement[bool]]
NEWEST = AdapterRow.id.desc()
LIMIT = bindparam("limit", type_=Integer())


class AdapterShape(NamedTuple):
    """What the statement of a list of adapters depends on."""

    by: Viewpoint
    format: bool
    visibility: frozenset[str]
    search: ThingSearch | None
    follows: bool


def list_adapters(work: UnitOfWork, filters: AdapterFilter, page: PageRequest, *, by: Actor) -> Sequence[AdapterView]:
    """Matching adapters that the caller may see, newest first: one more than the page holds."""
    shape = AdapterShape(
        by.viewpoint,
        filters.format is not None,
        frozenset(filters.visibility),
        search_things(work, AdapterTextRow, filters.q),
        page.after is not None,
    )
    return _page(shape).all(
        work,
        me=by.user_id,
        after=page.after,
        limit=page.limit + 1,
        format=filters.format,
        **conditions.parameters(filters.q),
    )


@lru_cache(MAX_SHAPES)
def _page(shape: AdapterShape) -> Statement[AdapterView]:
    return Statement(_adapters(shape), AdapterView._make)


def _adapters(shape: AdapterShape) -> Select[Any]:
    if shape.search is not None and shape.search.few:
        return _first(ADAPTERS, shape, _matches(shape))
    parts = list(_parts(shape))
    if len(parts) == 1:
        return _first(ADAPTERS, shape, parts[0])
    ids = (_first(select(AdapterRow.id), shape, part).subquery() for part in parts)
    merged = union_all(*(select(part.c.id) for part in ids)).subquery()
    found = select(merged.c.id).order_by(merged.c.id.desc()).limit(LIMIT).subquery()
    return ADAPTERS.join(found, found.c.id == AdapterRow.id).order_by(NEWEST)


def _first(adapters: Select[Any], shape: AdapterShape, wanted: Conditions) -> Select[Any]:
    adapters = adapters.where(*wanted)
    if shape.format:
        adapters = adapters.where(AdapterRow.format == bindparam("format"))
    if shape.follows:
        adapters = adapters.where(AdapterRow.id < bindparam("after", type_=Uuid()))
    if shape.search is not None:  # last, because it reads a text
        adapters = adapters.where(*says(AdapterTextRow, AdapterRow.id.expression, shape.search))
    return adapters.order_by(NEWEST).limit(LIMIT)


def _matches(shape: AdapterShape) -> Conditions:
    """What an adapter that a search has found must meet, in a form that no index serves."""
    wanted = [visible_to(shape.by, AdapterRow.visibility, AdapterRow.created_by)]
    if shape.visibility:
        wanted.append(AdapterRow.visibility.in_(sorted(shape.visibility)))
    return [and_(*wanted).is_(True)]


def _parts(shape: AdapterShape) -> Iterator[Conditions]:
    """The conditions of the adapters of each visibility that the caller sees."""
    by = shape.by
    if by.is_admin and not shape.visibility:
        yield []
        return
    for visibility in sorted(shape.visibility or VISIBILITIES):
        seen = AdapterRow.visibility == _word(visibility)
        yield [seen, AdapterRow.created_by == by.user_id] if visibility == "private" and not by.is_admin else [seen]


def _word(word: str) -> ColumnElement[str]:
    """A word of the contract in the statement's text: with a parameter, no planner finds an index of some rows."""
    return literal_column(f"'{word}'")
