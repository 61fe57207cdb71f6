"""Pages of a list with several values of a filter.

An index has the rows of each value in order, but not those of several: the page of each is read, and they are merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select, union_all

Conditions = Sequence[ColumnElement[bool]]


def on_page(
    key: Any, heads: Iterable[Conditions], limit: ColumnElement[int], *, newest: bool = True
) -> list[ColumnElement[bool]]:
    """The conditions that a row is on the page of those that meet all conditions of one of ``heads``.

    The page has ``limit`` rows: those with the greatest ``key`` if ``newest``, else those with the least.
    """
    first, *others = heads
    if not others:
        return list(first)
    order = key.desc() if newest else key
    pages = (select(key.label("key")).where(*it).order_by(order).limit(limit).subquery() for it in (first, *others))
    merged = union_all(*(select(page.c.key) for page in pages)).subquery()
    keys = select(merged.c.key).order_by(merged.c.key.desc() if newest else merged.c.key)
    return [key.in_(keys.limit(limit))]
