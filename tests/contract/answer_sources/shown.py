"""What a GET must answer, and the list of functions that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tests.contract.distinct_rows import DistinctRows, Row

Step = str | int | UUID


@dataclass(frozen=True)
class Shown:
    """What a GET answers: the path, a way into the body, and the value that must be there.

    ``constant`` are the fields that have the same value in all rows of the test.
    """

    schema: str
    path: str
    where: tuple[Step, ...]
    expected: Any
    constant: frozenset[str] = frozenset()


Rows = Callable[[DistinctRows], Iterator[Shown]]


@dataclass(frozen=True)
class Source:
    """Inserts rows and says what is read of them: instances of ``schemas``."""

    schemas: frozenset[str]
    rows: Rows


SOURCES: list[Source] = []


def source(*schemas: str) -> Callable[[Rows], Rows]:
    """List a function as the source of these component schemas."""

    def register(function: Rows) -> Rows:
        SOURCES.append(Source(frozenset(schemas), function))
        return function

    return register


def item(row: Row, *path: str | int) -> tuple[Step, ...]:
    """The way to the row in a list, and on."""
    return ("items", row["id"], *path)


def first(*path: str | int) -> tuple[Step, ...]:
    """The way to the first item of a list, and on."""
    return ("items", 0, *path)
