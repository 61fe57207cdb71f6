"""Finding texts: what a search looks for, the rows of texts that an index finds, and the exact condition on a text.

An index gives candidates, the condition decides: so both databases find the same. The statements are built once for a
dialect; ``parameters`` are what they take.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.sql.expression import TableClause

from platemark.db.text_indexes import index_name, terms_name
from platemark.db.types import BigInt
from platemark.folding import fold, order_number
from platemark.search.texts import owner_mark

MAX_PHRASE = 200
"""An index looks for the first characters of a longer text."""

LAST_CHARACTER = "\U0010ffff"
TRIGRAMS = re.compile(r"[^\W_]{3}|[\W_][^\W_]|[^\W_]{2}[\W_]")
"""What pg_trgm finds trigrams in: three letters or digits, or the beginning or the end of a word."""

Q, PATTERN = bindparam("q", type_=String()), bindparam("q_pattern", type_=String())
PHRASE, OWN_PHRASE = bindparam("q_phrase", type_=String()), bindparam("q_own_phrase", type_=String())
PREFIX, PREFIX_END = bindparam("q_prefix", type_=String()), bindparam("q_prefix_end", type_=String())
AFTER_NUMBER = bindparam("after_number", type_=BigInt)


class Search(NamedTuple):
    """What the statement of a search depends on: the database, and whether its index has what is looked for.

    SQLite's has every text of three characters, and finds shorter ones by its terms.
    """

    dialect: str
    indexed: bool


def search_for(q: str | None, dialect: str) -> Search | None:
    """How ``q`` is looked for; None if it is not given."""
    folded = fold(q or "")
    if not folded:
        return None
    return Search(dialect, len(folded) >= 3 if dialect == "sqlite" else TRIGRAMS.search(folded) is not None)


def parameters(q: str | None, after: UUID | None = None, me: UUID | None = None) -> dict[str, Any]:
    """The parameters of the statements that look for ``q``, on the page after ``after``, for the user ``me``."""
    folded = fold(q or "")
    phrase = '"{}"'.format(folded[:MAX_PHRASE].replace('"', '""'))
    return {
        "q": folded,
        "q_pattern": "%{}%".format(re.sub(r"([\\%_])", r"\\\1", folded)),
        "q_phrase": f"text : {phrase}",
        "q_own_phrase": f'text : {phrase} AND owner : "{owner_mark(me)}"',
        "q_prefix": folded,
        "q_prefix_end": folded + LAST_CHARACTER * 2,
        "q_owner": f"%{owner_mark(me)}%",
        "after_number": None if after is None else order_number(after),
    }


def contains(text: ColumnElement[Any], search: Search) -> ColumnElement[bool]:
    """The condition that a folded text contains what is looked for."""
    if search.dialect == "sqlite":
        return func.instr(text, Q) > 0
    return text.like(PATTERN)


def numbers(
    texts: str,
    column_name: str,
    search: Search,
    *,
    follows: bool,
    oldest_first: bool = False,
    phrase: ColumnElement[str] = PHRASE,
) -> Select[int]:
    """The numbers of the documents of SQLite's index that may contain what is looked for; in either order, if indexed.

    ``follows``: only those of the page after ``after``, in this order.
    """
    if not search.indexed:
        terms = table(terms_name(texts, column_name), column("term", String()), column("doc", BigInt))
        return select(terms.c.doc.label("number")).where(terms.c.term >= PREFIX, terms.c.term <= PREFIX_END)
    index = fts_table(texts, column_name)
    found = select(index.c.rowid.label("number")).where(literal_column(index.name).op("MATCH")(phrase))
    if follows:
        number = index.c.rowid
        found = found.where(number >= AFTER_NUMBER if oldest_first else number <= AFTER_NUMBER)
    return found


def fts_table(texts: str, column_name: str) -> TableClause:
    """SQLite's index over a column of texts."""
    return table(index_name(texts, column_name), column("rowid", BigInt))
