"""The labels that most images of an album have, without adding up all that it has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    String,
    Uuid,
    bindparam,
    cast,
    func,
    literal,
    literal_column,
    select,
    tuple_,
    union_all,
)

from platemark.access import ME, Actor, Viewpoint
from platemark.db.kept_counts.tables import ALBUM_LABEL_COUNTS, START_OF_TEXT
from platemark.db.statements import Statement
from platemark.db.unit_of_work import UnitOfWork

COUNT = ALBUM_LABEL_COUNTS.c
ALBUM_ID = bindparam("album_id", type_=Uuid())
LIMIT = bindparam("limit", type_=Integer())


class LabelCount(NamedTuple):
    """How many images of an album have a label."""

    text: str
    kind: str
    images: int


def list_top_labels(work: UnitOfWork, album_id: UUID, limit: int, *, by: Actor) -> Sequence[LabelCount]:
    """The labels that most of the album's images have that a signed-in caller may see; most first.

    What a caller sees is the sum of two lists: what all users see, and what only the caller (or an admin) sees. A label
    among the first of the sum is among the first of the only list that has it, or of the sums of what both have.
    """
    return _top_labels(by.viewpoint, work.dialect).all(work, album_id=album_id, me=by.user_id, limit=limit)


@cache
def _top_labels(by: Viewpoint, dialect: str) -> Statement[LabelCount]:
    own = literal("private") if by.is_admin else cast(ME, String(36))
    lists = [("shared", COUNT.images), (own, COUNT.images), (own, COUNT.images_with_shared)]
    if dialect == "sqlite":
        found = union_all(*(_first(*list_, LIMIT) for list_ in lists)).subquery()
    else:
        found = _found_on_postgresql(lists, ("shared", own)).subquery()
    images = func.max(found.c.images)  # of a label that both lists have, the sum is the greatest number
    top = select(found.c.text, found.c.kind, images).group_by(found.c.kind, found.c.text).having(images > 0)
    return Statement(top.order_by(images.desc(), found.c.kind, found.c.text).limit(LIMIT), LabelCount._make)


def _first(audience: Any, images: ColumnElement[int], limit: ColumnElement[int]) -> Select[Any]:
    """The first labels of a list, from its index."""
    order: Sequence[Any] = (images.desc(), COUNT.kind, literal_column(START_OF_TEXT), COUNT.text)
    folded: Sequence[Any] = (
        COUNT.album_id == ALBUM_ID,
        COUNT.audience == audience,
        literal_column("slot = 0"),
        images > 0,
    )
    first = select(COUNT.kind, COUNT.text, images.label("images")).where(*folded).order_by(*order).limit(limit)
    return select(first.subquery())


def _found_on_postgresql(
    lists: Sequence[tuple[Any, ColumnElement[int]]], audiences: Sequence[Any]
) -> CompoundSelect[Any]:
    """Labels that are not folded are counted apart, and can take the places of the first ones in the lists."""
    of_audiences: Sequence[Any] = (
        COUNT.album_id == ALBUM_ID,
        COUNT.audience.in_(audiences),
        literal_column("slot <> 0"),
    )
    changed = select(COUNT.kind, COUNT.text).where(*of_audiences).distinct().cte("changed")
    limit = LIMIT + select(func.count()).select_from(changed).scalar_subquery()
    first = union_all(*(_first(*list_, limit) for list_ in lists)).subquery()
    unchanged = select(first).where(tuple_(first.c.kind, first.c.text).not_in(select(changed)))
    each = ALBUM_LABEL_COUNTS.alias("each").c
    images = select(cast(func.sum(each.images), BigInteger)).where(
        each.album_id == ALBUM_ID,
        each.audience.in_(audiences),
        each.kind == changed.c.kind,
        func.md5(each.text) == func.md5(changed.c.text),
        each.text == changed.c.text,
    )
    return union_all(unchanged, select(changed, images.scalar_subquery()))
