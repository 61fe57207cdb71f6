"""How a count is described: the statement that counts anew, and the tables that it reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Table

from platemark.db.kept_counts import tables

Event = Literal["insert", "update", "delete"]


@dataclass(frozen=True, slots=True)
class Source:
    """A table that a count is made from, and the ``columns`` that matter: a change of others is no change.

    Without ``affects`` its rows are counted themselves. Otherwise a change of a row changes how others count: those
    that meet the condition ``affects``, in which ``{id}`` stands for the ids (or other columns) of the changed rows.

    ``together`` names the column by which rows count together (whether any of an image's labels is a caption): what the
    others are decides what a change of one means. Where rows count one by one, it is None.

    ``lock`` selects what a change locks on PostgreSQL before it counts, so that no concurrent transaction changes what
    the count reads in other rows. ``when`` is the condition on ``OLD`` and ``NEW`` under which an update matters, if
    that is not any change of the columns. ``only`` is the condition on a row under which it matters at all; in it,
    ``{row}`` stands for the name of the row and a dot.
    """

    table: str
    columns: tuple[str, ...]
    affects: str | None = None
    together: str | None = None
    lock: str | None = None
    when: str | None = None
    only: str | None = None
    events: tuple[Event, ...] = ("insert", "update", "delete")


@dataclass(frozen=True, slots=True)
class KeptCount:
    """What is counted in a table of counts; several counts may share one.

    ``select`` gives its columns; rows in which a key is null do not count. ``{jobs}`` stands for the rows of ``jobs``,
    and ``{affected}`` for the condition that restricts the statement to what a change affects.
    """

    name: str
    table: Table
    select: str
    sources: tuple[Source, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that say what is counted."""
        return tuple(it.name for it in tables.keys_of(self.table))

    @property
    def measures(self) -> tuple[str, ...]:
        """The columns with numbers."""
        return tuple(it.name for it in tables.measures_of(self.table))

    @property
    def has_slots(self) -> bool:
        """Whether each connection adds to rows of its own."""
        return "slot" in self.table.columns
