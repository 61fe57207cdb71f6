"""Where a list finds its images: streams of ids in the order of the list, each read from the index of one filter.

``page`` selects the first images of the list that a stream has, ``edge`` where its first ``count`` ids end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    false,
    literal_column,
    or_,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import Subquery

from platemark.access import ME, may_read_prompts
from platemark.choices import VISIBILITIES
from platemark.db.tables import AlbumImageRow, ImageMarkRow, ImageRow, ImageTextRow, ImageTraitRow, LabelRow
from platemark.db.tables.images import IMAGE_SOURCES
from platemark.images.list_conditions import (
    AFTER,
    LABEL_KEY,
    STARRED,
    TRAITS,
    ImageShape,
    has_trait,
    matches,
    relates,
    visible_album,
)
from platemark.search import conditions
from platemark.search.conditions import OWN_PHRASE, Search, contains

StreamName = str
"""``label``, ``text``, ``album``, ``starred``, ``rated``, a trait of ``TRAITS``, or ``listed``: all images."""
Conditions = Sequence[ColumnElement[bool]]
LIMIT = bindparam("limit", type_=Integer())
BEST_RATING = 5
TEXTS = ImageTextRow.__tablename__
IN_FTS = Search("sqlite", indexed=True)


def streams_of(shape: ImageShape) -> Sequence[StreamName]:
    """The streams of these filters, the one to read furthest first. PostgreSQL's index of texts has no order."""
    given: dict[StreamName, bool] = {
        "label": shape.label,
        "text": shape.search == IN_FTS,
        "album": shape.album,
        "starred": shape.starred,
        "rated": shape.rating_min > 0,
        **dict.fromkeys(TRAITS[: shape.traits], True),
    }
    return [*(name for name, is_given in given.items() if is_given), "listed"]


def page(name: StreamName, shape: ImageShape, last: ColumnElement[Any] | None = None) -> Select[Any]:
    """The ids of a page of the list, as ``id``: of images that the stream has, not beyond ``last``."""
    if name == "text":
        return _page_by_number(shape, last)
    row, parts = _ids(name, shape)
    wanted = relates(shape) if name == "listed" else [matches(shape, row.expression)]
    return _merged(shape, [_in_page(shape, part.where(*wanted), row, last, LIMIT) for part in parts], LIMIT)


def edge(name: StreamName, shape: ImageShape, count: int) -> Select[Any]:
    """The last of the first ``count`` ids of a stream; of numbers, if it is one of texts. No row if it has fewer."""
    first: ColumnElement[int] = literal_column(str(count))
    if name == "text":
        numbers = _first_numbers(shape, _numbers(shape, IN_FTS), first)
        ids = select(numbers.c.number).order_by(in_order(shape, numbers.c.number))
    else:
        row, parts = _ids(name, shape)
        if len(parts) > 1:
            ids = _merged(shape, [_in_page(shape, part, row, None, first) for part in parts], None)
        else:
            ids = parts[0].order_by(in_order(shape, row))
    return ids.limit(literal_column("1")).offset(literal_column(str(count - 1)))


def in_order(shape: ImageShape, row: Any) -> Any:
    """The order of the list, by ids or by numbers."""
    return row if shape.oldest_first else row.desc()


def is_within(shape: ImageShape, row: Any, last: Any) -> ColumnElement[bool]:
    """The condition that an id or number is not beyond ``last`` in the order of the list."""
    return row <= last if shape.oldest_first else row >= last  # type: ignore[no-any-return]


def _ids(name: StreamName, shape: ImageShape) -> tuple[Any, Sequence[Select[Any]]]:
    """The column of the ids of a stream, and the selects that have them, as ``id``, each in order in an index.

    Those of a label once each: a caption and a tag can have the same text. Not with DISTINCT: in a scalar subquery,
    SQLite then ignores an OFFSET behind the last row.
    """
    own, row = ImageMarkRow.user_id == ME, _column(name)
    if name == "listed":
        return row, _parts(shape)
    if name == "label":
        heads: Sequence[Conditions] = [[LabelRow.text_key == LABEL_KEY]]
    elif name == "album":
        heads = [[AlbumImageRow.album_id == visible_album(shape.by)]]
    elif name in TRAITS:
        heads = [[has_trait(name)]]
    elif name == "starred":
        heads = [[own, STARRED]]
    else:
        ratings = range(shape.rating_min, BEST_RATING + 1)
        heads = [[own, ImageMarkRow.rating == literal_column(str(rating))] for rating in ratings]
    parts = [select(row.label("id")).where(*_follows(shape, row), *head) for head in heads]
    return row, [part.group_by(row) for part in parts] if name == "label" else parts


def _column(name: StreamName) -> Any:
    if name in ("label", "album"):
        return LabelRow.image_id if name == "label" else AlbumImageRow.image_id
    if name in TRAITS:
        return ImageTraitRow.image_id
    return ImageRow.id if name == "listed" else ImageMarkRow.image_id


def _follows(shape: ImageShape, row: Any) -> Conditions:
    if not shape.follows:
        return []
    return [row > AFTER if shape.oldest_first else row < AFTER]


def _in_page(
    shape: ImageShape, ids: Select[Any], row: Any, last: ColumnElement[Any] | None, limit: ColumnElement[int]
) -> Select[Any]:
    if last is not None:
        ids = ids.where(is_within(shape, row, last))
    return ids.order_by(in_order(shape, row)).limit(limit)


def _merged(shape: ImageShape, parts: Sequence[Select[Any]], limit: ColumnElement[int] | None) -> Select[Any]:
    if len(parts) == 1:
        return parts[0]
    merged = union_all(*(select(part.subquery().c.id) for part in parts)).subquery()
    return select(merged.c.id).order_by(in_order(shape, merged.c.id)).limit(limit)


def _parts(shape: ImageShape) -> list[Select[Any]]:
    """Selects of images by who sees them, source and mark: an index has each combination in order.

    So few such images are found as quickly as many.
    """
    filtered = shape.nsfw is not None or bool(shape.source) or (shape.trashed and bool(shape.visibility))
    sources = [ImageRow.source == _word(source) for source in sorted(shape.source or IMAGE_SOURCES)]
    marks = [ImageRow.nsfw == (true() if it else false()) for it in (True, False) if shape.nsfw in (it, None)]
    combinations = product(sources, marks) if filtered else [()]
    return [
        select(ImageRow.id).where(*seen, *combination, *_follows(shape, ImageRow.id))
        for seen, combination in product(_seen(shape, filtered=filtered), list(combinations))
    ]


def _seen(shape: ImageShape, *, filtered: bool) -> Iterator[Conditions]:
    """The conditions of the images that the caller sees of each visibility, or in the trash."""
    by, wanted = shape.by, sorted(shape.visibility or VISIBILITIES)
    own = false() if by.user_id is None else ImageRow.created_by == by.user_id
    if by.is_admin or shape.trashed:
        in_trash = ImageRow.deleted_at.is_not(None) if shape.trashed else ImageRow.deleted_at.is_(None)
        whose = [in_trash] if by.is_admin else [in_trash, own]
        if filtered or shape.visibility:
            yield from ([*whose, ImageRow.visibility == _word(visibility)] for visibility in wanted)
        else:
            yield whose
        return
    seen = [it for it in wanted if it == "public" or by.role is not None]
    for visibility in seen:
        anyones = (ImageRow.deleted_at.is_(None), ImageRow.visibility == _word(visibility))
        yield [*anyones, own] if visibility == "private" else anyones
    if not seen:
        yield [false()]


def _word(word: str) -> ColumnElement[str]:
    """A word of the contract in the statement's text: with a parameter, no planner finds an index of some rows."""
    return literal_column(f"'{word}'")


def _page_by_number(shape: ImageShape, last: ColumnElement[Any] | None) -> Select[Any]:
    """Of the first numbers that have an image of the list: images can share a number."""
    text = aliased(ImageTextRow)
    in_list = [*_follows(shape, text.id), matches(shape, text.id.expression)]
    found = []
    for numbers in _numbers(shape, IN_FTS):
        number = numbers.selected_columns.number
        has_image = select(text.id).where(text.number == number, *in_list).exists()
        found.append(numbers.where(has_image, *([] if last is None else [is_within(shape, number, last)])))
    first = _first_numbers(shape, found, LIMIT)
    ids = select(text.id).where(text.number == first.c.number, *in_list)
    return ids.order_by(in_order(shape, text.id)).limit(LIMIT)


def _numbers(shape: ImageShape, search: Search) -> list[Select[Any]]:
    """The numbers that SQLite's index finds for the caller: of titles and labels, and of prompts they may read."""
    numbers = partial(conditions.numbers, TEXTS, search=search, follows=shape.follows, oldest_first=shape.oldest_first)
    found = [numbers("text")]
    if may_read_prompts(shape.by):
        found.append(numbers("prompt"))
    elif shape.by.user_id is not None and search.indexed:
        found.append(numbers("prompt", phrase=OWN_PHRASE))
    return found


def _first_numbers(shape: ImageShape, numbers: Sequence[Select[Any]], limit: ColumnElement[int]) -> Subquery:
    """The first of some numbers, which SQLite merges in the order in which its indexes give them."""
    both: Any = union(*numbers) if len(numbers) > 1 else numbers[0]
    return both.order_by(in_order(shape, literal_column("1"))).limit(limit).subquery()  # type: ignore[no-any-return]


def page_of_candidates(shape: ImageShape, search: Search) -> Select[Any]:
    """The ids of a page of the list, of all images that an index without an order finds."""
    candidates = _said(shape, search) if search.dialect == "postgresql" else _by_terms(shape, search)
    found = candidates.cte("found").prefix_with("MATERIALIZED")  # so that no planner looks for another way to the page
    ids = select(found.c.id).where(matches(shape, found.c.id))
    return ids.order_by(in_order(shape, found.c.id)).limit(LIMIT)


def _by_terms(shape: ImageShape, search: Search) -> Select[Any]:
    numbers = _numbers(shape, search)
    ids = select(ImageTextRow.id).where(*_follows(shape, ImageTextRow.id))
    found = ids.where(ImageTextRow.number.in_(union(*numbers) if len(numbers) > 1 else numbers[0]))
    if may_read_prompts(shape.by) or shape.by.user_id is None:
        return found
    own = select(ImageRow.id).where(ImageRow.created_by == shape.by.user_id)  # no index has their prompts apart
    return select(union(found, own).subquery().c.id)


def _said(shape: ImageShape, search: Search) -> Select[Any]:
    said, prompt = (contains(text, search) for text in (ImageTextRow.text.expression, ImageTextRow.prompt.expression))
    if may_read_prompts(shape.by):
        said = or_(said, prompt)
    elif shape.by.user_id is not None:
        said = or_(said, and_(prompt, ImageTextRow.owner.like(bindparam("q_owner", type_=String()))))
    return select(ImageTextRow.id).where(*_follows(shape, ImageTextRow.id), said)
