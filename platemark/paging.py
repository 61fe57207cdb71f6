"""One page of a list, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """At most ``limit`` items, those after the id ``after`` (exclusive), from the start where it is None."""

    limit: int = 50
    after: UUID | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The items, and the id to continue after; None on the last page."""

    items: Sequence[T]
    next_after: UUID | None
