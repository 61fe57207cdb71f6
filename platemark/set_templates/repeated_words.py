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
        words, keys = _split(part.text)
        gone = keys & of_set if part.of_row else (keys & of_set) | (keys & of_row)
        if not gone:
            texts.append(part.text)
        elif left := [word for word in words if word.casefold() not in gone]:
            texts.append(", ".join(left))
        repeated += [word for word in words if word.casefold() in gone] if gone else []
        (of_row if part.of_row else of_set).update(keys)
    return SaidOnce(tuple(texts), tuple(repeated))


@lru_cache(64)  # most parts are the same in all rows
def _split(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a part, and what they are compared by; none of one with brackets."""
    if not BRACKETS.isdisjoint(text):
        return (), frozenset()
    words = tuple(word for it in text.split(",") if (word := it.strip()))
    return words, frozenset(word.casefold() for word in words)
