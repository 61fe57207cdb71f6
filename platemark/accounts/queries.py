"""SQL statements of users, one-time sign-in links and API tokens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from platemark.db.statements import Statement, first_column
from platemark.db.tables import ApiTokenRow, SessionRow, SignInLinkRow, UserRow
from platemark.db.types import Instant
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest

AFTER = sa.bindparam("after", type_=sa.Uuid())
LIMIT = sa.bindparam("limit", type_=sa.Integer())
USER_ID = sa.bindparam("user_id", type_=sa.Uuid())
DIGEST = sa.bindparam("the_digest", type_=sa.String())
NOW = sa.bindparam("now", type_=Instant())


class StoredUser(NamedTuple):
    """A user, with all columns of the row."""

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


class LockedToken(NamedTuple):
    """A token that is locked until the work ends, and the role of its user."""

    user_id: UUID
    role: str
    expires_at: datetime | None
    user_role: str


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
    .where(ApiTokenRow.digest == DIGEST),
    TokenOwner._make,
)
TOKEN_FOR_UPDATE = Statement(
    sa.select(ApiTokenRow.user_id, ApiTokenRow.role, ApiTokenRow.expires_at, UserRow.role)
    .join(UserRow, UserRow.id == ApiTokenRow.user_id)
    .where(ApiTokenRow.id == sa.bindparam("token_id", type_=sa.Uuid()))
    .with_for_update(of=ApiTokenRow),
    LockedToken._make,
)
DELETE_TOKENS = Statement(sa.delete(ApiTokenRow).where(ApiTokenRow.user_id == USER_ID), first_column)

USERS = sa.select(*(getattr(UserRow, name) for name in StoredUser._fields))
USER = Statement(USERS.where(UserRow.id == USER_ID), StoredUser._make)
USER_FOR_UPDATE = Statement(USERS.where(UserRow.id == USER_ID).with_for_update(), StoredUser._make)
USER_BY_NAME = Statement(USERS.where(UserRow.name == sa.bindparam("name")), StoredUser._make)
USER_OF_LINK_FOR_UPDATE = Statement(
    USERS.join(SignInLinkRow, SignInLinkRow.user_id == UserRow.id)
    .where(SignInLinkRow.digest == DIGEST)
    .with_for_update(of=UserRow),
    StoredUser._make,
)
IS_ENABLED_ADMIN = (UserRow.role == "admin", UserRow.disabled_at.is_(None))
OLDEST_ADMIN = Statement(USERS.where(*IS_ENABLED_ADMIN).order_by(UserRow.id).limit(1), StoredUser._make)
ADMINS_FOR_UPDATE: Statement[UUID] = Statement(
    sa.select(UserRow.id).where(*IS_ENABLED_ADMIN).order_by(UserRow.id).with_for_update(), first_column
)
REPLACE_PASSWORD_HASH = Statement(
    sa.update(UserRow)
    .where(UserRow.id == USER_ID, UserRow.password_hash == sa.bindparam("old_hash"), UserRow.disabled_at.is_(None))
    .values(password_hash=sa.bindparam("new_hash", type_=sa.String())),
    first_column,
)

LINK_EXISTS: Statement[bool] = Statement(
    sa.select(sa.select(SignInLinkRow.digest).where(SignInLinkRow.digest == DIGEST).exists()), first_column
)
DELETE_UNUSED_LINKS = Statement(
    sa.delete(SignInLinkRow).where(SignInLinkRow.user_id == USER_ID, SignInLinkRow.used_at.is_(None)), first_column
)
USE_LINK = Statement(
    sa.update(SignInLinkRow)
    .where(SignInLinkRow.digest == DIGEST, SignInLinkRow.used_at.is_(None), SignInLinkRow.expires_at > NOW)
    .values(used_at=NOW),
    first_column,
)
WAYS_IN = (
    sa.select(UserRow.id).where(UserRow.password_hash.is_not(None)),
    sa.select(SignInLinkRow.user_id).where(SignInLinkRow.used_at.is_not(None)),
    sa.select(ApiTokenRow.id),
)
ANYONE_HAS_ACCESS: Statement[bool] = Statement(sa.select(sa.or_(*(query.exists() for query in WAYS_IN))), first_column)


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


def find_user_by_name(work: UnitOfWork, name: str) -> StoredUser | None:
    """The user called ``name``."""
    return USER_BY_NAME.first(work, name=name)


def lock_user(work: UnitOfWork, user_id: UUID) -> StoredUser | None:
    """The user with this id, locked until the transaction ends."""
    return USER_FOR_UPDATE.first(work, user_id=user_id)


def lock_user_of_link(work: UnitOfWork, digest: str) -> StoredUser | None:
    """The user whom the link with this digest signs in, locked until the transaction ends."""
    return USER_OF_LINK_FOR_UPDATE.first(work, the_digest=digest)


def find_oldest_admin(work: UnitOfWork) -> StoredUser | None:
    """The oldest admin who may sign in."""
    return OLDEST_ADMIN.first(work)


def lock_enabled_admins(work: UnitOfWork) -> Sequence[UUID]:
    """The admins who may sign in, locked oldest first: the fixed order keeps concurrent locks from deadlocking."""
    return ADMINS_FOR_UPDATE.all(work)


def replace_password_hash(work: UnitOfWork, user_id: UUID, old_hash: str, new_hash: str) -> bool:
    """Store ``new_hash``, if the user is enabled and still has ``old_hash``; whether it did."""
    return REPLACE_PASSWORD_HASH.execute(work, user_id=user_id, old_hash=old_hash, new_hash=new_hash) > 0


def link_exists(work: UnitOfWork, digest: str) -> bool:
    """Whether there is a link with this digest, used or not."""
    return LINK_EXISTS.one(work, the_digest=digest)


def delete_unused_links(work: UnitOfWork, user_id: UUID) -> None:
    """Delete the sign-in links of a user that nobody has used yet."""
    DELETE_UNUSED_LINKS.execute(work, user_id=user_id)


def use_link(work: UnitOfWork, digest: str, now: datetime) -> bool:
    """Mark the link with this digest as used, if it is unused and has not expired; whether it did."""
    return USE_LINK.execute(work, the_digest=digest, now=now) > 0


def anyone_has_access(work: UnitOfWork) -> bool:
    """Whether there is a password, a used sign-in link or an API token: a way in for anybody."""
    return ANYONE_HAS_ACCESS.one(work)


def find_token(work: UnitOfWork, digest: str) -> TokenOwner | None:
    """The token with this digest, and whose it is."""
    return TOKEN.first(work, the_digest=digest)


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
        tokens = tokens.where(ApiTokenRow.user_id == USER_ID)
    if follows:
        tokens = tokens.where(ApiTokenRow.id < AFTER)
    return Statement(tokens.order_by(ApiTokenRow.id.desc()).limit(LIMIT), StoredToken._make)


def lock_token(work: UnitOfWork, token_id: UUID) -> LockedToken | None:
    """A token and the role of its user, locked until the transaction ends."""
    return TOKEN_FOR_UPDATE.first(work, token_id=token_id)


def delete_tokens(work: UnitOfWork, user_id: UUID) -> None:
    """Delete the tokens of a user, and those that were created with them."""
    DELETE_TOKENS.execute(work, user_id=user_id)


def set_last_used(row: type[ApiTokenRow | SessionRow], id_: UUID, now: datetime) -> sa.Update:
    """Record that a token or a session was used at ``now``."""
    return sa.update(row).where(row.id == id_).values(last_used_at=now)
