"""What the accounts service takes and returns. Secrets are left out of ``repr``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from platemark.access import Actor, Role
from platemark.accounts.queries import StoredToken, StoredUser
from platemark.accounts.session_queries import StoredSession
from platemark.choices import SignInMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A user as an admin sees it: it says whether there is a password, never which."""

    id: UUID
    name: str
    role: Role
    has_password: bool
    disabled_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """A user to create; without a password they sign in with one-time links."""

    name: str
    role: Role
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class UserChanges:
    """What to change about a user; None leaves a field as it is. A new password ends the tokens that are not kept."""

    role: Role | None = None
    disabled: bool | None = None
    password: str | None = field(default=None, repr=False)
    keep_api_tokens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """A token without its secret; its owner recognizes it by the first characters (``prefix``)."""

    id: UUID
    name: str
    role: Role
    prefix: str
    user_id: UUID
    user_name: str
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token to create, for the caller or for ``user_id``; without ``lifetime`` it never expires."""

    name: str
    role: Role
    lifetime: timedelta | None = None
    user_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CreatedToken:
    """A new token and its secret, which is shown this once and cannot be recovered."""

    token: ApiToken
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordCredentials:
    """A user's name and password."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkCredentials:
    """The secret of a one-time sign-in link."""

    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordChange:
    """A new password of the caller, and the present one, if it has to be given."""

    new_password: str = field(repr=False)
    current_password: str | None = field(default=None, repr=False)
    keep_api_tokens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session without its secrets; ``is_current`` is that of the caller."""

    id: UUID
    user_id: UUID
    started_with: SignInMethod
    user_agent: str | None
    is_current: bool
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInLink:
    """A new one-time link for a user and its secret, which is shown this once."""

    user_id: UUID
    secret: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class NewSession:
    """A new session: the cookie's value (the only copy), its user as an Actor, and when it expires."""

    cookie: str = field(repr=False)
    actor: Actor
    expires_at: datetime


def user_view(row: StoredUser) -> User:
    """The user in ``row``."""
    return User(
        id=row.id,
        name=row.name,
        role=cast("Role", row.role),
        has_password=row.password_hash is not None,
        disabled_at=row.disabled_at,
        created_at=row.created_at,
        updated_at=row.updated_at,
        version=row.version,
    )


def session_view(row: StoredSession, csrf_digest: str | None) -> Session:
    """The session in ``row``; it is the current one if its CSRF token has the digest ``csrf_digest``."""
    return Session(
        id=row.id,
        user_id=row.user_id,
        started_with=cast("SignInMethod", row.started_with),
        user_agent=row.user_agent,
        is_current=row.csrf_digest == csrf_digest,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        expires_at=row.expires_at,
    )


def token_view(row: StoredToken) -> ApiToken:
    """The token in ``row``."""
    return ApiToken(
        id=row.id,
        name=row.name,
        role=cast("Role", row.role),
        prefix=row.prefix,
        user_id=row.user_id,
        user_name=row.user_name,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        expires_at=row.expires_at,
    )
