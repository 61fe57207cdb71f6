"""Lists of what was created in a span of time, without an index of times.

Ids begin with the time of their thing, also those of imported things, which are older than their row. So a span of time
is a span of ids, and every index that has ids in order has it. ``created_at`` decides within.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, SQLColumnExpression, Uuid, bindparam

from platemark.db.types import milliseconds_up
from platemark.ids import earliest_id

SLACK_MS = 60_000
"""How far the time of an id may be from ``created_at``: an id is made before its row, maybe by another clock."""

FAR = bindparam("far", type_=Uuid())
CREATED_AFTER = bindparam("created_after", type_=BigInteger())
CREATED_BEFORE = bindparam("created_before", type_=BigInteger())


class IdSpan(NamedTuple):
    """The ids between which a list is read in its order: after ``after``, and not beyond ``far``; None: all."""

    after: UUID | None
    far: UUID | None


class TimeSpan(NamedTuple):
    """When things were created: at ``after`` or later, and before ``before``; None: whenever."""

    after: datetime | None = None
    before: datetime | None = None

    def ids(self, after: UUID | None, *, oldest_first: bool = False) -> IdSpan:
        """The ids of the page that follows the id ``after``, if it is given."""
        first = None if self.after is None else earliest_id(milliseconds_up(self.after) - SLACK_MS)
        end = None if self.before is None else earliest_id(milliseconds_up(self.before) + SLACK_MS)
        if oldest_first:
            return IdSpan(max((it for it in (after, first) if it is not None), default=None), end)
        return IdSpan(min((it for it in (after, end) if it is not None), default=None), first)

    def parameters(self) -> dict[str, Any]:
        """The parameters of ``created_within``."""
        return {
            "created_after": self.after and milliseconds_up(self.after),
            "created_before": self.before and milliseconds_up(self.before),
        }


WHENEVER = TimeSpan()


def created_within(
    created_at: SQLColumnExpression[datetime], *, after: bool, before: bool
) -> Sequence[ColumnElement[bool]]:
    """The exact conditions of a span of time that has these bounds."""
    return [
        *([created_at >= CREATED_AFTER] if after else []),
        *([created_at < CREATED_BEFORE] if before else []),
    ]
