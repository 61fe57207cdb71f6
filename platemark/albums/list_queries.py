"""Lists albums, newest or oldest first, at a cost that does not grow with the table.

Albums of one visibility and source are read in order from an index, and those of several are merged: so few of them are
found as quickly as many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, Select, Uuid, and_, bindparam, false, literal_column, select, union_all
from sqlalchemy.orm import aliased

from platemark.access import Actor, Viewpoint
from platemark.albums.queries import album_columns, with_covers
from platemark.albums.views import AlbumFilter, AlbumView
from platemark.choices import VISIBILITIES
from platemark.db.statements import MAX_SHAPES, Statement
from platemark.db.tables import AlbumRow, AlbumTextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import visible_albums
from platemark.paging import PageRequest
from platemark.search import conditions
from platemark.search.things import ThingSearch, says, search_things

Conditions = Sequence[ColumnElement[bool]]
AFTER = bindparam("after", type_=Uuid())
LIMIT = bindparam("limit", type_=Integer())


class AlbumShape(NamedTuple):
    """What the statement of a list of albums depends on."""

    by: Viewpoint
    follows: bool
    visibility: frozenset[str]
    source: frozenset[str]
    search: ThingSearch | None
    oldest_first: bool


def list_albums(work: UnitOfWork, filters: AlbumFilter, page: PageRequest, *, by: Actor) -> Sequence[AlbumView]:
    """Matching albums, in the order of the list: one more than the page holds."""
    shape = AlbumShape(
        by.viewpoint,
        page.after is not None,
        frozenset(filters.visibility),
        frozenset(filters.source),
        search_things(work, AlbumTextRow, filters.q),
        filters.oldest_first,
    )
    albums = _page(shape).all(
        work, me=by.user_id, after=page.after, limit=page.limit + 1, **conditions.parameters(filters.q)
    )
    return with_covers(work, albums)


@lru_cache(MAX_SHAPES)
def _page(shape: AlbumShape) -> Statement[AlbumView]:
    """Cover and count are computed for the albums of the page alone."""
    album = aliased(AlbumRow, _albums(shape).subquery())
    return Statement(
        select(*album_columns(album, shape.by)).order_by(_order(shape, album.id)), lambda row: AlbumView(*row)
    )


def _albums(shape: AlbumShape) -> Select[Any]:
    if shape.search is not None and shape.search.few:
        return _first(select(AlbumRow), shape, _matches(shape))
    parts = list(_parts(shape))
    if len(parts) == 1:
        return _first(select(AlbumRow), shape, parts[0])
    ids = (_first(select(AlbumRow.id), shape, part).subquery() for part in parts)
    merged = union_all(*(select(part.c.id) for part in ids)).subquery()
    found = select(merged.c.id).order_by(_order(shape, merged.c.id)).limit(LIMIT).subquery()
    return select(AlbumRow).join(found, found.c.id == AlbumRow.id)


def _first(albums: Select[Any], shape: AlbumShape, wanted: Conditions) -> Select[Any]:
    albums = albums.where(*wanted)
    if shape.follows:
        albums = albums.where(AlbumRow.id > AFTER if shape.oldest_first else AlbumRow.id < AFTER)
    if shape.search is not None:  # last, because it reads a text
        albums = albums.where(*says(AlbumTextRow, AlbumRow.id.expression, shape.search))
    return albums.order_by(_order(shape, AlbumRow.id)).limit(LIMIT)


def _order(shape: AlbumShape, id_: Any) -> Any:
    return id_ if shape.oldest_first else id_.desc()


def _matches(shape: AlbumShape) -> Conditions:
    """What an album that a search has found must meet, in a form that no index serves."""
    wanted = [visible_albums(shape.by)]
    if shape.visibility:
        wanted.append(AlbumRow.visibility.in_(sorted(shape.visibility)))
    if shape.source:
        wanted.append(AlbumRow.source.in_(sorted(shape.source)))
    return [and_(*wanted).is_(True)]


def _parts(shape: AlbumShape) -> Iterator[Conditions]:
    """The conditions of the albums of each visibility, or of each visibility and source, that the caller sees."""
    sources = [[AlbumRow.source == _word(source)] for source in sorted(shape.source)] or [[]]
    for seen, source in product(list(_seen(shape)), sources):
        yield [*seen, *source]


def _seen(shape: AlbumShape) -> Iterator[Conditions]:
    by, wanted = shape.by, sorted(shape.visibility or VISIBILITIES)
    if by.is_admin and not shape.visibility and not shape.source:
        yield []
        return
    if by.role is None:
        wanted = [it for it in wanted if it == "public"]
    for visibility in wanted:
        seen = AlbumRow.visibility == _word(visibility)
        yield [seen, AlbumRow.created_by == by.user_id] if visibility == "private" and not by.is_admin else [seen]
    if not wanted:
        yield [false()]


def _word(word: str) -> ColumnElement[str]:
    """A word of the contract in the statement's text: with a parameter, no planner finds an index of some rows."""
    return literal_column(f"'{word}'")
