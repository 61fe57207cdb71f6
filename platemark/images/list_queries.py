"""Lists images, newest or oldest first, at a cost that does not grow with the table: see docs/decisions/0016-search.md.

Of several filters, no count says which has the fewest images. So their streams of ids are read in turn, each time four
times as far: the first that ends, or that fills the page, has the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, func, literal, or_, select, true
from sqlalchemy.types import TypeEngine

from platemark import traits
from platemark.access import Actor, may_read_prompts
from platemark.db.statements import MAX_SHAPES, Statement
from platemark.db.tables import ImageRow
from platemark.db.time_spans import FAR, IdSpan
from platemark.db.types import BigInt
from platemark.db.unit_of_work import UnitOfWork
from platemark.folding import order_number, text_key
from platemark.image_visibility import ImageView, image_columns
from platemark.images import list_streams
from platemark.images.list_conditions import TRAITS, ImageShape
from platemark.images.list_streams import IN_FTS, StreamName
from platemark.images.views import ImageFilter
from platemark.paging import PageRequest
from platemark.search import conditions

FIRST_BOUND, STEP = 60, 4
FAR_NUMBER = bindparam("far_number", type_=BigInt)
ENOUGH = 960
"""How many images show that what is looked for is rare enough for an index without an order, if some have it."""


class Attempt(NamedTuple):
    """An image that an attempt found, None if it found none; ``ended``: the stream has no further ids."""

    ended: bool
    image: ImageView | None


def list_images(work: UnitOfWork, filters: ImageFilter, page: PageRequest, *, by: Actor) -> Sequence[ImageView]:
    """Matching images, in the order of the list: one more than the page holds."""
    made = _made(filters, None if may_read_prompts(by) else by.user_id)
    if by.user_id is None and (filters.starred or filters.rating_min or made):
        return []
    span = filters.created.ids(page.after, oldest_first=filters.oldest_first)
    wanted = [*made, *_shaped(filters)]
    shape = _shape(work, filters, span, len(wanted), by)
    values = {
        "me": by.user_id,
        "after": span.after,
        "far": span.far,
        "far_number": None if span.far is None else order_number(span.far),
        "limit": page.limit + 1,
        "album_id": filters.album_id,
        "label_key": text_key(filters.label or ""),
        **dict(zip(TRAITS, wanted, strict=False)),
        **filters.created.parameters(),
        **conditions.parameters(filters.q, span.after, by.user_id),
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


def _shape(work: UnitOfWork, filters: ImageFilter, span: IdSpan, wanted: int, by: Actor) -> ImageShape:
    return ImageShape(
        by=by.viewpoint,
        follows=span.after is not None,
        bounded=span.far is not None,
        oldest_first=filters.oldest_first,
        search=conditions.search_for(filters.q, work.dialect),
        label=filters.label is not None,
        album=filters.album_id is not None,
        nsfw=filters.nsfw,
        visibility=frozenset(filters.visibility),
        source=frozenset(filters.source),
        trashed=filters.trashed,
        rating_min=filters.rating_min,
        starred=filters.starred,
        traits=wanted,
        created_after=filters.created.after is not None,
        created_before=filters.created.before is not None,
    )


def _made(filters: ImageFilter, owner: UUID | None) -> list[int]:
    """What provenances are to say, those of ``owner`` if there is one, of the rarest first."""
    facts: dict[traits.Fact, object] = {
        "seed": filters.seed,
        "adapter": filters.adapter_id,
        "model": filters.model,
        "engine": filters.engine,
    }
    return [traits.made(fact, str(value), owner) for fact, value in facts.items() if value is not None]


def _shaped(filters: ImageFilter) -> list[int]:
    if filters.side_min is not None:
        return [traits.side_min(filters.side_min, filters.orientation or "")]
    return [] if filters.orientation is None else [traits.orientation(filters.orientation)]


def _is_in_index_without_order(shape: ImageShape) -> bool:
    search = shape.search
    return search is not None and search != IN_FTS and (search.indexed or search.dialect == "sqlite")


@lru_cache(MAX_SHAPES)
def _attempt(name: StreamName, shape: ImageShape, bound: int) -> Statement[Attempt]:
    """The first images of the list among the first ``bound`` ids of a stream."""
    last = list_streams.edge(name, shape, bound).scalar_subquery()
    none: Any = literal(*_beyond_all(name, shape))
    edge = select(func.coalesce(last, none).label("last")).cte("edge").prefix_with("MATERIALIZED")
    ids = list_streams.page(name, shape, select(edge.c.last).scalar_subquery()).subquery()
    ended = edge.c.last == none
    if shape.bounded:
        far = FAR_NUMBER if name == "text" else FAR
        ended = or_(ended, ~list_streams.is_within(shape, edge.c.last, far))
    attempt = (
        select(ended, *image_columns(shape.by))
        .select_from(edge)
        .outerjoin(ids, true())
        .outerjoin(ImageRow, ImageRow.id == ids.c.id)
        .order_by(list_streams.in_order(shape, ImageRow.id))
    )
    return Statement(attempt, lambda row: Attempt(row[0], None if row[1] is None else ImageView._make(row[1:])))


@lru_cache(MAX_SHAPES)
def _page(shape: ImageShape) -> Statement[ImageView]:
    """The first images of the list, however far it reads."""
    found = _ids(shape).subquery()
    images = select(*image_columns(shape.by)).join_from(found, ImageRow, ImageRow.id == found.c.id)
    return Statement(images.order_by(list_streams.in_order(shape, ImageRow.id)), ImageView._make)


def _beyond_all(name: StreamName, shape: ImageShape) -> tuple[Any, TypeEngine[Any]]:
    """An id, or a number, beyond all others in the order of the list; with its type."""
    if name == "text":
        return 2**63 - 1 if shape.oldest_first else 0, BigInt
    return UUID(int=2**128 - 1 if shape.oldest_first else 0), Uuid()


def _ids(shape: ImageShape) -> Select[Any]:
    if shape.search is not None and _is_in_index_without_order(shape):
        return list_streams.page_of_candidates(shape, shape.search)
    far = FAR if shape.bounded else None
    return list_streams.page(list_streams.streams_of(shape)[0], shape, far)
