"""API tokens: bearer secrets that are shown once, scoped to a role, and revocable at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import SQLAlchemyError

from platemark.access import RANK, Actor, Role, require_role
from platemark.accounts.secrets import VISIBLE_CHARACTERS, digest, new_token
from platemark.db.tables import ApiTokenRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden, NotFound, Unauthenticated
from platemark.ids import new_id
from platemark.paging import Page, PageRequest
from platemark.studio import Studio

USE_IS_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """A token as its owner may see it again: by its first characters (``prefix``) only."""

    id: UUID
    name: str
    role: Role
    prefix: str
    user_name: str
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class CreatedToken:
    """A new token with its secret, which is not to be had again."""

    token: ApiToken
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token to create, for the caller or for ``user_id``; without ``lifetime`` it never expires."""

    name: str
    role: Role
    lifetime: timedelta | None = None
    user_id: UUID | None = None


def authenticate_token(work: UnitOfWork, token: str, *, on_use: Callable[[UUID], None] | None = None) -> Actor:
    """Who sends ``token``, with the lower of the token's and the user's role; Unauthenticated otherwise.

    Only reads. ``on_use`` is called with the token's id when its last use should be noted (at most once a minute);
    the caller hands that id to ``note_token_use`` when no transaction of its own is open.
    """
    query = (
        sa.select(
            ApiTokenRow.id,
            ApiTokenRow.role,
            ApiTokenRow.expires_at,
            ApiTokenRow.last_used_at,
            UserRow.id.label("user_id"),
            UserRow.name,
            UserRow.role.label("user_role"),
            UserRow.disabled_at,
        )
        .join(UserRow, UserRow.id == ApiTokenRow.user_id)
        .where(ApiTokenRow.digest == digest(token))
    )
    found = work.session.execute(query).one_or_none()
    now = work.now()
    if found is None or found.disabled_at is not None or (found.expires_at is not None and found.expires_at <= now):
        raise Unauthenticated(
            "token_invalid", "This API token is unknown, expired or revoked, or its user is disabled."
        )
    if on_use is not None and _is_due(found.last_used_at, now):
        on_use(found.id)
    role = min(found.role, found.user_role, key=RANK.__getitem__)
    return Actor(found.user_id, found.name, cast("Role", role), "token")


def record_token_use(studio: Studio, token_id: UUID) -> None:
    """Write down that a token was used now, in a short transaction of its own; a busy database only costs the note."""
    try:
        with studio.work(write=True) as work:
            row = sa.update(ApiTokenRow).where(ApiTokenRow.id == token_id)
            work.session.execute(row.values(last_used_at=work.now()))
            work.commit()
    except SQLAlchemyError as error:
        structlog.get_logger(__name__).warning(
            "token_use_not_noted", token_id=str(token_id), error=type(error).__name__
        )


def list_tokens(work: UnitOfWork, page: PageRequest, *, by: Actor) -> Page[ApiToken]:
    """One's own tokens, newest first; the command line, which is nobody's, sees all."""
    require_role(by, "viewer")
    query = _tokens().order_by(ApiTokenRow.id.desc()).limit(page.limit + 1)
    if by.method != "system":
        query = query.where(ApiTokenRow.user_id == by.user_id)
    if page.after is not None:
        query = query.where(ApiTokenRow.id < page.after)
    tokens = [_seen(row, user_name) for row, user_name in work.session.execute(query)]
    more = len(tokens) > page.limit
    return Page(tokens[: page.limit], tokens[page.limit - 1].id if more else None)


def create_token(work: UnitOfWork, new: NewToken, *, by: Actor) -> CreatedToken:
    """A new token for oneself, or for ``user_id`` when an admin asks; without ``lifetime`` it never expires.

    Forbidden ``role_too_high`` where ``role`` is above the caller's or that user's.
    """
    require_role(by, "viewer")
    if new.user_id is not None and new.user_id != by.user_id:
        require_role(by, "admin")
    owner = work.session.get(UserRow, new.user_id or by.user_id)
    if owner is None:
        raise NotFound("user", new.user_id)
    if RANK[new.role] > min(by.rank, RANK[owner.role]):
        raise Forbidden(
            "role_too_high", f"A token cannot have the role {new.role}: it is above that of who asks or uses it."
        )
    token, now = new_token(), work.now()
    row = ApiTokenRow(
        id=new_id(),
        user_id=owner.id,
        name=new.name,
        role=new.role,
        digest=digest(token),
        prefix=token[:VISIBLE_CHARACTERS],
        created_at=now,
        expires_at=None if new.lifetime is None else now + new.lifetime,
    )
    work.session.add(row)
    work.session.flush()
    return CreatedToken(_seen(row, owner.name), token)


def delete_token(work: UnitOfWork, token_id: UUID, *, by: Actor) -> None:
    """Revoke one of one's own tokens at once; there are no others, but for the command line."""
    require_role(by, "viewer")
    query = sa.delete(ApiTokenRow).where(ApiTokenRow.id == token_id)
    if by.method != "system":
        query = query.where(ApiTokenRow.user_id == by.user_id)
    if work.session.execute(query.returning(ApiTokenRow.id)).first() is None:
        raise NotFound("api_token", token_id)


def _is_due(last_used_at: datetime | None, now: datetime) -> bool:
    return last_used_at is None or now - last_used_at >= USE_IS_NOTED_EVERY


def _tokens() -> sa.Select[ApiTokenRow, str]:
    return sa.select(ApiTokenRow, UserRow.name).join(UserRow, UserRow.id == ApiTokenRow.user_id)


def _seen(row: ApiTokenRow, user_name: str) -> ApiToken:
    return ApiToken(
        id=row.id,
        name=row.name,
        role=cast("Role", row.role),
        prefix=row.prefix,
        user_name=user_name,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        expires_at=row.expires_at,
    )
