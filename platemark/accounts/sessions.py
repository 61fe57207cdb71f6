"""Sessions: a browser signs in with a password or a one-time link, and is known by its cookie from then on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

import sqlalchemy as sa
import structlog

from platemark.access import Actor, Role
from platemark.accounts import sign_in_attempts
from platemark.accounts.secrets import (
    derive_csrf_token,
    digest,
    hash_password,
    needs_rehash,
    new_secret,
    password_matches,
    secrets_equal,
)
from platemark.accounts.sign_in_links import LINK_INVALID, use_link
from platemark.db.tables import SessionRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unauthenticated
from platemark.studio import Studio


@dataclass(frozen=True, slots=True)
class PasswordCredentials:
    """Someone says a name and its password."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkCredentials:
    """Someone followed a one-time link."""

    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewSession:
    """A new session: the cookie's value (the only copy), who it is, and until when."""

    cookie: str = field(repr=False)
    actor: Actor
    expires_at: datetime


def authenticate_session(work: UnitOfWork, cookie: str) -> Actor:
    """Who has ``cookie``, with their role of now and their CSRF token; Unauthenticated otherwise. Only reads."""
    query = (
        sa.select(SessionRow.expires_at, UserRow.id, UserRow.name, UserRow.role, UserRow.disabled_at)
        .join(UserRow, UserRow.id == SessionRow.user_id)
        .where(SessionRow.digest == digest(cookie))
    )
    found = work.session.execute(query).one_or_none()
    if found is None or found.expires_at <= work.now() or found.disabled_at is not None:
        raise Unauthenticated("session_invalid", "This session has ended; sign in again.")
    return _actor(found.id, found.name, found.role, cookie)


def csrf_token_matches(actor: Actor, given: str | None) -> bool:
    """Whether ``given`` is the CSRF token of the actor's session."""
    return secrets_equal(actor.csrf_token, given)


def sign_in(
    work: UnitOfWork, studio: Studio, credentials: PasswordCredentials | LinkCredentials, *, client: str
) -> NewSession:
    """Start a session by either proof; see ``sign_in_with_password`` and ``sign_in_with_link``."""
    if isinstance(credentials, PasswordCredentials):
        return sign_in_with_password(work, studio, credentials.name, credentials.password, client=client)
    return sign_in_with_link(work, studio, credentials.secret, client=client)


def sign_in_with_password(work: UnitOfWork, studio: Studio, name: str, password: str, *, client: str) -> NewSession:
    """Start a session by name and password; Unauthenticated, telling nobody which of the two was wrong.

    TooManyRequests after too many failures of this name or from this address ``client``. Failures are counted outside
    ``work`` (see ``attempts``), so ``work`` must be untouched so far; Argon2 runs while no transaction is open.
    """
    counters = (sign_in_attempts.by_name(name), sign_in_attempts.by_address(client))
    attempt = sign_in_attempts.count(studio, counters)
    with studio.work(write=False) as glance:
        user = glance.session.scalar(sa.select(UserRow).where(UserRow.name == name))
    stored = None if user is None or user.disabled_at is not None else user.password_hash
    if not password_matches(stored, password) or user is None or stored is None:
        structlog.get_logger(__name__).info("sign_in_failed", method="password", client=client)
        raise Unauthenticated("sign_in_failed", "The name or the password is wrong.")
    better = hash_password(password) if needs_rehash(stored) else stored
    _require_unchanged(work, user.id, stored, better)
    sign_in_attempts.take_back(work, attempt)
    sign_in_attempts.forget(work, counters[0])
    return _start(work, studio, user)


def sign_in_with_link(work: UnitOfWork, studio: Studio, secret: str, *, client: str) -> NewSession:
    """Start a session by a one-time link, which is used up by it; Unauthenticated where it is not good (any more).

    Counted by address as ``sign_in_with_password`` is; ``work`` must be untouched so far.
    """
    attempt = sign_in_attempts.count(studio, (sign_in_attempts.by_address(client),))
    user = work.session.get_one(UserRow, use_link(work, secret))
    if user.disabled_at is not None:
        raise Unauthenticated("sign_in_failed", LINK_INVALID)
    sign_in_attempts.take_back(work, attempt)
    return _start(work, studio, user)


def sign_out(work: UnitOfWork, *, by: Actor) -> None:
    """End the session that ``by`` came with; a caller with a token has none, and nothing happens."""
    if by.csrf_token is not None:
        work.session.execute(sa.delete(SessionRow).where(SessionRow.csrf_digest == digest(by.csrf_token)))


def _start(work: UnitOfWork, studio: Studio, user: UserRow) -> NewSession:
    cookie, now = new_secret(), work.now()
    actor = _actor(user.id, user.name, user.role, cookie)
    expires_at = now + timedelta(days=studio.settings.session_days)
    work.session.execute(sa.delete(SessionRow).where(SessionRow.expires_at <= now))
    work.session.add(
        SessionRow(
            digest=digest(cookie),
            csrf_digest=digest(derive_csrf_token(cookie)),
            user_id=user.id,
            created_at=now,
            expires_at=expires_at,
        )
    )
    work.session.flush()
    return NewSession(cookie, actor, expires_at)


def _require_unchanged(work: UnitOfWork, user_id: UUID, stored: str, better: str) -> None:
    """Keep the hash up to date, unless the password was changed or the user disabled while Argon2 was at work."""
    update = (
        sa.update(UserRow)
        .where(UserRow.id == user_id, UserRow.password_hash == stored, UserRow.disabled_at.is_(None))
        .values(password_hash=better)
        .returning(UserRow.id)
    )
    if work.session.scalar(update) is None:
        raise Unauthenticated("sign_in_failed", "The name or the password is wrong.")


def _actor(user_id: UUID, name: str, role: str, cookie: str) -> Actor:
    return Actor(user_id, name, cast("Role", role), "session", derive_csrf_token(cookie))
