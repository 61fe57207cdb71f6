"""Searching lists of things other than images, whose texts are read by whoever sees them.

Few candidates are collected from the index. If it has more than ``FEW``, a list is read from its newest thing on, and
soon finds a page of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, any_, bindparam, func, literal_column, select

from platemark.db.statements import Statement, first_column
from platemark.db.tables import TextRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.folding import fold
from platemark.search import conditions
from platemark.search.conditions import Search, contains, numbers

FEW = 240


class ThingSearch(NamedTuple):
    """What the statement of a list depends on: how it is searched, and whether few things can match."""

    search: Search
    few: bool


def search_things(
    work: UnitOfWork, texts: type[TextRow], q: str | None, *, narrowed: bool = False
) -> ThingSearch | None:
    """How a list is searched for ``q``; None if it is not given. ``narrowed``: another filter leaves few things."""
    search = conditions.search_for(q, work.dialect)
    if search is None:
        return None
    if narrowed or (search.dialect == "postgresql" and not search.indexed):
        return ThingSearch(search, few=False)
    count = _count(texts, search).one(work, **conditions.parameters(q))
    return ThingSearch(search, few=count <= FEW)


def says(texts: type[TextRow], id_: ColumnElement[Any], by: ThingSearch) -> list[ColumnElement[bool]]:
    """The conditions that the thing with this id says what is looked for: they take ``conditions.parameters``."""
    said = select(contains(texts.text.expression, by.search)).where(texts.id == id_).correlate_except(texts)
    exact = said.scalar_subquery().is_(True)
    if not by.few:
        return [exact]
    found = _candidates(texts, by.search)
    if by.search.dialect == "sqlite":
        return [id_.in_(found), exact]
    return [id_ == any_(func.array(found.scalar_subquery())), exact]  # it is read at once, whatever the planner expects


def says_word(texts: type[TextRow], id_: ColumnElement[Any], number: int, dialect: str) -> ColumnElement[bool]:
    """The condition that the thing with this id says word ``number``, too: it takes ``parameters_of_words``."""
    word = bindparam(f"word_{number}", type_=String())
    found = func.instr(texts.text, word) if dialect == "sqlite" else func.strpos(texts.text, word)
    said = select(found > 0).where(texts.id == id_).correlate_except(texts)
    return said.scalar_subquery().is_(True)


def parameters_of_words(words: Sequence[str]) -> dict[str, str]:
    """The parameters of ``says_word`` for each of ``words``."""
    return {f"word_{number}": fold(word) for number, word in enumerate(words)}


@cache
def _count(texts: type[TextRow], search: Search) -> Statement[int]:
    some = _candidates(texts, search).limit(literal_column(str(FEW + 1))).subquery()
    return Statement(select(func.count()).select_from(some), first_column)


def _candidates(texts: type[TextRow], search: Search) -> Select[Any]:
    ids = select(texts.id)
    if search.dialect == "postgresql":
        return ids.where(contains(texts.text.expression, search))
    found = numbers(texts.__tablename__, "text", search, follows=False)
    return ids.where(texts.number.in_(found))
