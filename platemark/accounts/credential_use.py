"""When a session or an API token was last used: recorded at most once a minute, by nobody who would have to wait."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple
from uuid import UUID

import structlog
from sqlalchemy.exc import SQLAlchemyError

from platemark.accounts import queries
from platemark.db.faults import DATABASE_UNAVAILABLE
from platemark.db.tables import ApiTokenRow, SessionRow
from platemark.studio import Studio

INTERVAL = timedelta(minutes=1)
ROWS: dict[str, type[ApiTokenRow | SessionRow]] = {"session": SessionRow, "token": ApiTokenRow}

log = structlog.get_logger(__name__)


class Credential(NamedTuple):
    """The session or the API token that a caller sent."""

    kind: Literal["session", "token"]
    id: UUID


def is_stale(last_used_at: datetime | None, now: datetime) -> bool:
    """Whether a use at ``now`` should be recorded."""
    return last_used_at is None or now - last_used_at >= INTERVAL


def record_use(studio: Studio, credential: Credential) -> None:
    """Record that a session or token was used now, in a short transaction of its own that waits for nobody.

    If somebody else has a lock that it needs, nothing is recorded: the next use is. Other errors are only logged.
    """
    try:
        with studio.database.write_at_once() as connection:
            connection.execute(queries.set_last_used(ROWS[credential.kind], credential.id, studio.clock()))
    except DATABASE_UNAVAILABLE:
        log.debug("use_not_recorded", credential=credential.kind, id=str(credential.id))
    except SQLAlchemyError:
        log.exception("use_not_recorded", credential=credential.kind, id=str(credential.id))
