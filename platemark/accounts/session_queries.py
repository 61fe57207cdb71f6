"""SQL statements of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from platemark.db.statements import Statement, first_column
from platemark.db.tables import SessionRow, UserRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest

USER_ID = sa.bindparam("user_id", type_=sa.Uuid())
DIGEST = sa.bindparam("the_digest", type_=sa.String())
NOW = sa.bindparam("now", type_=Instant())


class StoredSession(NamedTuple):
    """What a view of a session is made of."""

    id: UUID
    user_id: UUID
    csrf_digest: str
    started_with: str
    user_agent: str | None
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime


class SessionOwner(NamedTuple):
    """A session and its user."""

    id: UUID
    expires_at: datetime
    last_used_at: datetime
    user_id: UUID
    user_name: str
    user_role: str
    user_disabled_at: datetime | None


class LockedSession(NamedTuple):
    """A session that is locked until the work ends: its user, and the role of the user."""

    user_id: UUID
    user_role: str


SESSION = Statement(
    sa.select(
        SessionRow.id,
        SessionRow.expires_at,
        SessionRow.last_used_at,
        UserRow.id,
        UserRow.name,
        UserRow.role,
        UserRow.disabled_at,
    )
    .join(UserRow, UserRow.id == SessionRow.user_id)
    .where(SessionRow.digest == DIGEST),
    SessionOwner._make,
)
SESSIONS = sa.select(*(getattr(SessionRow, name) for name in StoredSession._fields))
SESSION_OF_CSRF_TOKEN = Statement(SESSIONS.where(SessionRow.csrf_digest == DIGEST), StoredSession._make)
SESSION_FOR_UPDATE = Statement(
    sa.select(SessionRow.user_id, UserRow.role)
    .join(UserRow, UserRow.id == SessionRow.user_id)
    .where(SessionRow.id == sa.bindparam("session_id", type_=sa.Uuid()))
    .with_for_update(of=SessionRow),
    LockedSession._make,
)
DELETE_SESSIONS = Statement(sa.delete(SessionRow).where(SessionRow.user_id == USER_ID), first_column)
DELETE_OTHER_SESSIONS = Statement(
    sa.delete(SessionRow).where(SessionRow.user_id == USER_ID, SessionRow.csrf_digest != DIGEST), first_column
)
DELETE_SESSION = Statement(sa.delete(SessionRow).where(SessionRow.csrf_digest == DIGEST), first_column)
DELETE_EXPIRED_SESSIONS = Statement(sa.delete(SessionRow).where(SessionRow.expires_at <= NOW), first_column)


def find_session(work: UnitOfWork, digest: str) -> SessionOwner | None:
    """The session whose cookie has this digest, and whose it is."""
    return SESSION.first(work, the_digest=digest)


def find_session_of_csrf_token(work: UnitOfWork, csrf_digest: str) -> StoredSession | None:
    """The session whose CSRF token has this digest."""
    return SESSION_OF_CSRF_TOKEN.first(work, the_digest=csrf_digest)


def lock_session(work: UnitOfWork, session_id: UUID) -> LockedSession | None:
    """The session with this id, locked until the transaction ends."""
    return SESSION_FOR_UPDATE.first(work, session_id=session_id)


def list_sessions(work: UnitOfWork, page: PageRequest, user_id: UUID, now: datetime) -> Sequence[StoredSession]:
    """The sessions of a user that have not expired, newest first: those of ``page`` and one more."""
    statement = _sessions_page(page.after is not None)
    return statement.all(work, user_id=user_id, now=now, after=page.after, limit=page.limit + 1)


@cache
def _sessions_page(follows: bool) -> Statement[StoredSession]:  # noqa: FBT001
    sessions = SESSIONS.where(SessionRow.user_id == USER_ID, SessionRow.expires_at > NOW)
    if follows:
        sessions = sessions.where(SessionRow.id < sa.bindparam("after", type_=sa.Uuid()))
    limit = sa.bindparam("limit", type_=sa.Integer())
    return Statement(sessions.order_by(SessionRow.id.desc()).limit(limit), StoredSession._make)


def delete_sessions(work: UnitOfWork, user_id: UUID) -> None:
    """Delete all sessions of a user."""
    DELETE_SESSIONS.execute(work, user_id=user_id)


def delete_other_sessions(work: UnitOfWork, user_id: UUID, csrf_digest: str) -> None:
    """Delete the sessions of a user but the one whose CSRF token has this digest."""
    DELETE_OTHER_SESSIONS.execute(work, user_id=user_id, the_digest=csrf_digest)


def delete_session(work: UnitOfWork, csrf_digest: str) -> None:
    """Delete the session whose CSRF token has this digest."""
    DELETE_SESSION.execute(work, the_digest=csrf_digest)


def delete_expired_sessions(work: UnitOfWork, now: datetime) -> None:
    """Delete the sessions that have expired."""
    DELETE_EXPIRED_SESSIONS.execute(work, now=now)
