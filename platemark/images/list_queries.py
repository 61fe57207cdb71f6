"""Lists images, newest first, at a cost that does not grow with the table: see docs/decisions/0016-search.md.

Of several filters, no count says which has the fewest images. So their streams of ids are read in turn, each time four
times as far: the first that ends, or that fills the page, has the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, Uuid, func, literal, select, true

from platemark.access import Actor
from platemark.db.statements import MAX_SHAPES, Statement
from platemark.db.tables import ImageRow
from platemark.db.types import BigInt
from platemark.db.unit_of_work import UnitOfWork
from platemark.folding import text_key
from platemark.image_visibility import ImageView, image_columns
from platemark.images import list_streams
from platemark.images.list_conditions import ImageShape
from platemark.images.list_streams import IN_FTS, StreamName
from platemark.images.views import ImageFilter
from platemark.paging import PageRequest
from platemark.search import conditions

FIRST_BOUND, STEP = 60, 4
ENOUGH = 960
"""How many images show that what is looked for is rare enough for an index without an order, if some have it."""


class Attempt(NamedTuple):
    """An image that an attempt found, None if it found none; ``ended``: the stream has no further ids."""

    ended: bool
    image: ImageView | None


def list_images(work: UnitOfWork, filters: ImageFilter, page: PageRequest, *, by: Actor) -> Sequence[ImageView]:
    """Matching images, newest first: one more than the page holds."""
    shape = _shape(work, filters, page, by)
    values = {
        "me": by.user_id,
        "after": page.after,
        "limit": page.limit + 1,
        "album_id": filters.album_id,
        "label_key": text_key(filters.label or ""),
        **conditions.parameters(filters.q, page.after, by.user_id),
    }
    streams, bound = list_streams.streams_of(shape), FIRST_BOUND
    if len(streams) == 1 and shape.search is None:
        return _page(shape).all(work, **values)
    while True:
        for name in streams:
            found = _attempt(name, shape, bound).all(work, **values)
            images = [it.image for it in found if it.image is not None]
            if len(images) > page.limit or found[0].ended:
                return images
        enough = bound >= ENOUGH or (not images and len(streams) == 1)
        if enough and len(images) * STEP <= page.limit and _is_in_index_without_order(shape):
            return _page(shape).all(work, **values)
        bound *= STEP


def _shape(work: UnitOfWork, filters: ImageFilter, page: PageRequest, by: Actor) -> ImageShape:
    return ImageShape(
        by=by.viewpoint,
        follows=page.after is not None,
        search=conditions.search_for(filters.q, work.dialect),
        label=filters.label is not None,
        album=filters.album_id is not None,
        nsfw=filters.nsfw,
        visibility=frozenset(filters.visibility),
        source=frozenset(filters.source),
        trashed=filters.trashed,
    )


def _is_in_index_without_order(shape: ImageShape) -> bool:
    search = shape.search
    return search is not None and search != IN_FTS and (search.indexed or search.dialect == "sqlite")


@lru_cache(MAX_SHAPES)
def _attempt(name: StreamName, shape: ImageShape, bound: int) -> Statement[Attempt]:
    """The first images of the list among the first ``bound`` ids of a stream."""
    last = list_streams.edge(name, shape, bound).scalar_subquery()
    none: Any = literal(0, BigInt) if name == "text" else literal(UUID(int=0), Uuid())
    edge = select(func.coalesce(last, none).label("low")).cte("edge").prefix_with("MATERIALIZED")
    ids = list_streams.page(name, shape, select(edge.c.low).scalar_subquery()).subquery()
    attempt = (
        select(edge.c.low == none, *image_columns(shape.by))
        .select_from(edge)
        .outerjoin(ids, true())
        .outerjoin(ImageRow, ImageRow.id == ids.c.id)
        .order_by(ImageRow.id.desc())
    )
    return Statement(attempt, lambda row: Attempt(row[0], None if row[1] is None else ImageView._make(row[1:])))


@lru_cache(MAX_SHAPES)
def _page(shape: ImageShape) -> Statement[ImageView]:
    """The first images of the list, however far it reads."""
    found = _ids(shape).subquery()
    images = select(*image_columns(shape.by)).join_from(found, ImageRow, ImageRow.id == found.c.id)
    return Statement(images.order_by(ImageRow.id.desc()), ImageView._make)


def _ids(shape: ImageShape) -> Select[Any]:
    if shape.search is not None and _is_in_index_without_order(shape):
        return list_streams.page_of_candidates(shape, shape.search)
    return list_streams.page(list_streams.streams_of(shape)[0], shape)
