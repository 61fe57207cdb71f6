"""How many reports each user may send in within an hour."""

from __future__ import annotations

import math
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Integer, Uuid, bindparam, select

from platemark.db.statements import Statement, first_column
from platemark.db.tables import BugReportRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import TooManyRequests

WINDOW = timedelta(hours=1)
NEWEST = Statement(
    select(BugReportRow.created_at)
    .where(
        BugReportRow.created_by == bindparam("user_id", type_=Uuid()),
        BugReportRow.created_at > bindparam("window_start", type_=Instant()),
    )
    .order_by(BugReportRow.created_at.desc())
    .limit(bindparam("limit", type_=Integer())),
    first_column,
)


def require_below(work: UnitOfWork, user_id: UUID | None, limit: int) -> None:
    """TooManyRequests if the user has sent in ``limit`` reports within the hour; 0 is no limit.

    Reports that are sent in at the same time may exceed the limit by as many as there are.
    """
    if user_id is None or limit == 0:
        return
    now = work.now()
    times = NEWEST.all(work, user_id=user_id, window_start=now - WINDOW, limit=limit)
    if len(times) == limit:
        wait = math.ceil((times[-1] + WINDOW - now).total_seconds())
        raise TooManyRequests(
            "too_many_reports",
            f"You have sent in {limit} reports within an hour; try again in {wait} seconds.",
            retry_after_seconds=wait,
        )
