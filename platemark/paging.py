"""Pages of a list, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """At most ``limit`` items that follow the id ``after`` (exclusive); from the start if it is None."""

    limit: int = 50
    after: UUID | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items, and the id after which the next page starts; None on the last page."""

    items: Sequence[T]
    next_after: UUID | None


def split_page(rows: Sequence[Any], limit: int) -> tuple[Sequence[Any], UUID | None]:
    """The rows of the page, and the id after which the next page starts (None on the last).

    Select one row more than ``limit``, so that it shows whether another page follows; each row needs an ``id``.
    """
    return rows[:limit], rows[limit - 1].id if len(rows) > limit else None
