"""Says once what several parts of a prompt say: theme, base prompt, style suffix and template do not know each other.

What a part itself repeats stays, and so does what two parts of the row say (``{left}, {right}`` may both be a fox). A
part with brackets stays as it is: commas in it may belong to the syntax of an engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

BRACKETS = frozenset("()[]{}<>")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two commas of a template, after insertion; ``of_row`` if a text of the row is in it."""

    text: str
    of_row: bool


@dataclass(frozen=True, slots=True)
class SaidOnce:
    """The parts that are left, and the words that were left out because an earlier part says them."""

    texts: tuple[str, ...]
    repeated: tuple[str, ...]


def say_once(parts: Sequence[Part]) -> SaidOnce:
    """The parts without the words that an earlier part says, ignoring case; words are what stands between commas."""
    of_set, of_row = set[str](), set[str]()
    texts: list[str] = []
    repeated: list[str] = []
    for part in parts:
        keys = _keys(part.text)
        gone = keys & of_set if part.of_row else (keys & of_set) | (keys & of_row)
        text, words = _leave_out(part.text, gone) if gone else (part.text, ())
        texts += [text] if text else []
        repeated += words
        (of_row if part.of_row else of_set).update(keys)
    return SaidOnce(tuple(texts), tuple(repeated))


@lru_cache(64)  # most parts are the same in all rows
def _split(text: str) -> tuple[str, ...]:
    """The words of a part; none of one with brackets."""
    if not BRACKETS.isdisjoint(text):
        return ()
    return tuple(word for it in text.split(",") if (word := it.strip()))


@lru_cache(64)
def _keys(text: str) -> frozenset[str]:
    """What the words of a part are compared by."""
    return frozenset(map(str.casefold, _split(text)))


@lru_cache(64)
def _leave_out(text: str, gone: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """A part without the words that are ``gone``, and those words as it spells them."""
    words = _split(text)
    left = (word for word in words if word.casefold() not in gone)
    return ", ".join(left), tuple(word for word in words if word.casefold() in gone)
