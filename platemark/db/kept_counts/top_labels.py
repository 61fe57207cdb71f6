"""The labels that most images of an album have, without adding up all that it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    String,
    Uuid,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    union,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from platemark.access import Actor
from platemark.db.kept_counts.reading import count_album_images
from platemark.db.kept_counts.tables import ALBUM_LABEL_COUNTS, START_OF_TEXT
from platemark.db.statements import Statement
from platemark.db.unit_of_work import UnitOfWork


class LabelCount(NamedTuple):
    """How many images of an album have a label."""

    text: str
    kind: str
    images: int


def list_top_labels(work: UnitOfWork, album_id: UUID, limit: int, *, by: Actor) -> Sequence[LabelCount]:
    """The labels that most of the album's images have that a signed-in caller may see; most first.

    What a caller sees is the sum of two lists: what all users see, and what only the caller (or an admin) sees. A label
    that is not in the shorter list is among the first of the sum only if it is among the first of the longer one. So
    only the shorter list, which mostly is empty, is read as a whole.
    """
    counts = count_album_images(work, album_id, by=by)
    own = next((it.audience for it in counts if it.audience not in ("public", "shared")), "")
    images = {"shared": 0, own: 0}
    for it in counts:
        images[own if it.audience == own else "shared"] += it.images
    shorter, longer = sorted(images, key=lambda audience: images[audience])
    return TOP_LABELS[work.dialect].all(work, album_id=album_id, shorter=shorter, longer=longer, limit=limit)


class same_text(FunctionElement[bool]):  # noqa: N801 - reads as the SQL function it is
    """Whether two texts are the same, found by what the unique index has of them."""

    inherit_cache = True


@compiles(same_text, "sqlite")
def _same(element: same_text, compiler: SQLCompiler, **options: Any) -> str:
    first, second = (compiler.process(text, **options) for text in element.clauses)
    return f"{first} = {second}"


@compiles(same_text, "postgresql")
def _same_digest(element: same_text, compiler: SQLCompiler, **options: Any) -> str:
    first, second = (compiler.process(text, **options) for text in element.clauses)
    return f"md5({first}) = md5({second}) AND {first} = {second}"


def _top_labels(*, has_slots: bool) -> Select[Any]:
    shorter, longer = bindparam("shorter", type_=String()), bindparam("longer", type_=String())
    limit: ColumnElement[int] = bindparam("limit", type_=Integer())
    count, each = ALBUM_LABEL_COUNTS.c, ALBUM_LABEL_COUNTS.alias("each").c
    in_album = count.album_id == bindparam("album_id", type_=Uuid())
    label = select(count.kind, count.text).where(in_album)
    not_folded = label.where(count.audience == longer, literal_column("slot <> 0"))
    uncertain = select(func.count()).select_from(not_folded.subquery()).scalar_subquery()
    first_count = limit + uncertain if has_slots else limit
    order: tuple[ColumnElement[Any], ...] = (count.images.desc(), count.kind, literal_column(START_OF_TEXT), count.text)
    folded = label.where(count.audience == longer, literal_column("slot = 0"), count.images > 0)
    first = select(folded.order_by(*order).limit(first_count).subquery())
    certain = (label.where(count.audience == shorter), first)
    candidate = (union(*certain, not_folded) if has_slots else union(*certain)).subquery()
    images = select(cast(func.sum(each.images), BigInteger)).where(
        each.album_id == bindparam("album_id", type_=Uuid()),
        each.audience.in_((shorter, longer)),
        each.kind == candidate.c.kind,
        same_text(each.text, candidate.c.text),
    )
    label_count = select(candidate, images.scalar_subquery().label("images")).subquery().c
    return (
        select(label_count.text, label_count.kind, label_count.images)
        .where(label_count.images > 0)
        .order_by(label_count.images.desc(), label_count.kind, label_count.text)
        .limit(limit)
    )


TOP_LABELS: dict[str, Statement[LabelCount]] = {
    "sqlite": Statement(_top_labels(has_slots=False), LabelCount._make),
    "postgresql": Statement(_top_labels(has_slots=True), LabelCount._make),
}
