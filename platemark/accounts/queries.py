"""SQL statements of users, sessions, one-time sign-in links and API tokens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.sql.dml import ReturningUpdate

from platemark.db.statements import Statement
from platemark.db.tables import ApiTokenRow, SessionRow, SignInLinkRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest

AFTER = sa.bindparam("after", type_=sa.Uuid())
LIMIT = sa.bindparam("limit", type_=sa.Integer())


class StoredUser(NamedTuple):
    """What a view of a user is made of."""

    id: UUID
    name: str
    role: str
    password_hash: str | None
    disabled_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


class StoredToken(NamedTuple):
    """What a view of a token is made of."""

    id: UUID
    name: str
    role: str
    prefix: str
    user_id: UUID
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None
    user_name: str


class SessionOwner(NamedTuple):
    """When a session expires, and its user."""

    expires_at: datetime
    user_id: UUID
    user_name: str
    user_role: str
    user_disabled_at: datetime | None


class TokenOwner(NamedTuple):
    """A token and its user."""

    id: UUID
    role: str
    expires_at: datetime | None
    last_used_at: datetime | None
    user_id: UUID
    user_name: str
    user_role: str
    user_disabled_at: datetime | None


SESSION = Statement(
    sa.select(SessionRow.expires_at, UserRow.id, UserRow.name, UserRow.role, UserRow.disabled_at)
    .join(UserRow, UserRow.id == SessionRow.user_id)
    .where(SessionRow.digest == sa.bindparam("digest")),
    SessionOwner._make,
)
TOKEN = Statement(
    sa.select(
        ApiTokenRow.id,
        ApiTokenRow.role,
        ApiTokenRow.expires_at,
        ApiTokenRow.last_used_at,
        UserRow.id,
        UserRow.name,
        UserRow.role,
        UserRow.disabled_at,
    )
    .join(UserRow, UserRow.id == ApiTokenRow.user_id)
    .where(ApiTokenRow.digest == sa.bindparam("digest")),
    TokenOwner._make,
)


USERS = sa.select(*(getattr(UserRow, name) for name in StoredUser._fields))
USER = Statement(USERS.where(UserRow.id == sa.bindparam("user_id", type_=sa.Uuid())), StoredUser._make)


def list_users(work: UnitOfWork, page: PageRequest) -> Sequence[StoredUser]:
    """Users, newest first: those of ``page`` and one more, which tells whether there is a next page."""
    return _users_page(page.after is not None).all(work, after=page.after, limit=page.limit + 1)


def find_user(work: UnitOfWork, user_id: UUID) -> StoredUser | None:
    """The user with this id."""
    return USER.first(work, user_id=user_id)


@cache
def _users_page(follows: bool) -> Statement[StoredUser]:  # noqa: FBT001
    users = USERS.where(UserRow.id < AFTER) if follows else USERS
    return Statement(users.order_by(UserRow.id.desc()).limit(LIMIT), StoredUser._make)


def user_by_name(name: str) -> sa.Select[UserRow]:
    """The user called ``name``."""
    return sa.select(UserRow).where(UserRow.name == name)


def user_for_update(user_id: UUID) -> sa.Select[UserRow]:
    """The user with this id, locked until the transaction ends."""
    return sa.select(UserRow).where(UserRow.id == user_id).with_for_update()


def link_exists(link_digest: str) -> sa.Select[bool]:
    """Whether there is a link with this digest, used or not."""
    return sa.select(sa.select(SignInLinkRow.digest).where(SignInLinkRow.digest == link_digest).exists())


def user_of_link_for_update(link_digest: str) -> sa.Select[UserRow]:
    """The user whom the link with this digest signs in, locked until the transaction ends."""
    links = sa.select(UserRow).join(SignInLinkRow, SignInLinkRow.user_id == UserRow.id)
    return links.where(SignInLinkRow.digest == link_digest).with_for_update(of=UserRow)


def enabled_admins() -> sa.Select[UserRow]:
    """Admins who may sign in, oldest first. The fixed order keeps concurrent locks on them from deadlocking."""
    query = sa.select(UserRow).where(UserRow.role == "admin", UserRow.disabled_at.is_(None))
    return query.order_by(UserRow.id)


def replace_password_hash(user_id: UUID, old_hash: str, new_hash: str) -> ReturningUpdate[UUID]:
    """Store ``new_hash``, if the user is enabled and still has ``old_hash``; returns the id where it did."""
    return (
        sa.update(UserRow)
        .where(UserRow.id == user_id, UserRow.password_hash == old_hash, UserRow.disabled_at.is_(None))
        .values(password_hash=new_hash)
        .returning(UserRow.id)
    )


def find_session(work: UnitOfWork, digest: str) -> SessionOwner | None:
    """The session with this digest, and whose it is."""
    return SESSION.first(work, digest=digest)


def delete_sessions(*conditions: sa.ColumnElement[bool]) -> sa.Delete:
    """Delete the sessions that meet ``conditions``."""
    return sa.delete(SessionRow).where(*conditions)


def delete_unused_links(user_id: UUID) -> sa.Delete:
    """Delete the sign-in links of a user that nobody has used yet."""
    return sa.delete(SignInLinkRow).where(SignInLinkRow.user_id == user_id, SignInLinkRow.used_at.is_(None))


def use_link(digest: str, now: datetime) -> ReturningUpdate[UUID]:
    """Mark the link with this digest as used, if it is unused and has not expired; returns its user's id."""
    return (
        sa.update(SignInLinkRow)
        .where(SignInLinkRow.digest == digest, SignInLinkRow.used_at.is_(None), SignInLinkRow.expires_at > now)
        .values(used_at=now)
        .returning(SignInLinkRow.user_id)
    )


def anyone_has_access() -> sa.Select[bool]:
    """Whether there is a password, a used sign-in link or an API token: a way in for anybody."""
    ways_in = (
        sa.select(UserRow.id).where(UserRow.password_hash.is_not(None)),
        sa.select(SignInLinkRow.user_id).where(SignInLinkRow.used_at.is_not(None)),
        sa.select(ApiTokenRow.id),
    )
    return sa.select(sa.or_(*(query.exists() for query in ways_in)))


def find_token(work: UnitOfWork, digest: str) -> TokenOwner | None:
    """The token with this digest, and whose it is."""
    return TOKEN.first(work, digest=digest)


def list_tokens(work: UnitOfWork, page: PageRequest, user_id: UUID | None) -> Sequence[StoredToken]:
    """The tokens of a user, or of all, newest first: those of ``page`` and one more."""
    statement = _tokens_page(user_id is not None, page.after is not None)
    return statement.all(work, user_id=user_id, after=page.after, limit=page.limit + 1)


@cache
def _tokens_page(of_user: bool, follows: bool) -> Statement[StoredToken]:  # noqa: FBT001
    tokens = sa.select(
        *(getattr(ApiTokenRow, name) for name in StoredToken._fields if name != "user_name"), UserRow.name
    ).join(UserRow, UserRow.id == ApiTokenRow.user_id)
    if of_user:
        tokens = tokens.where(ApiTokenRow.user_id == sa.bindparam("user_id", type_=sa.Uuid()))
    if follows:
        tokens = tokens.where(ApiTokenRow.id < AFTER)
    return Statement(tokens.order_by(ApiTokenRow.id.desc()).limit(LIMIT), StoredToken._make)


def token_for_update(token_id: UUID) -> sa.Select[UUID, str, datetime | None, str]:
    """A token, locked until the transaction ends: ``user_id``, ``role``, ``expires_at``, and ``user_role``."""
    columns = (ApiTokenRow.user_id, ApiTokenRow.role, ApiTokenRow.expires_at, UserRow.role.label("user_role"))
    query = sa.select(*columns).join(UserRow, UserRow.id == ApiTokenRow.user_id)
    return query.where(ApiTokenRow.id == token_id).with_for_update(of=ApiTokenRow)


def delete_tokens(*conditions: sa.ColumnElement[bool]) -> sa.Delete:
    """Delete the tokens that meet ``conditions``, and those that were created with them."""
    return sa.delete(ApiTokenRow).where(*conditions).execution_options(synchronize_session=False)


def set_last_used(token_id: UUID, now: datetime) -> sa.Update:
    """Record that a token was used at ``now``."""
    return sa.update(ApiTokenRow).where(ApiTokenRow.id == token_id).values(last_used_at=now)
