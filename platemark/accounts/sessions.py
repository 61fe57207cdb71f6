"""Sessions: a browser signs in with a password or a one-time link and is identified by its cookie from then on."""

from __future__ import annotations

from datetime import timedelta
from typing import cast
from uuid import UUID

import structlog

from platemark.access import Actor, Role, require_role
from platemark.accounts import queries, sign_in_attempts
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
from platemark.accounts.views import LinkCredentials, NewSession, PasswordCredentials
from platemark.db.rows import insert_row
from platemark.db.tables import SessionRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unauthenticated
from platemark.studio import Studio

WRONG_PASSWORD = "The name or the password is wrong."  # noqa: S105 - a message


def authenticate_session(work: UnitOfWork, cookie: str) -> Actor:
    """The user whose session has ``cookie``, with their current role and CSRF token; Unauthenticated if invalid.

    Reads only.
    """
    found = queries.find_session(work, digest(cookie))
    if found is None or found.expires_at <= work.now() or found.user_disabled_at is not None:
        raise Unauthenticated("session_invalid", "This session has ended; sign in again.")
    return _actor(found.user_id, found.user_name, found.user_role, cookie)


def csrf_token_matches(actor: Actor, token: str | None) -> bool:
    """Whether ``token`` is the CSRF token of the actor's session."""
    return secrets_equal(actor.csrf_token, token)


def sign_in(
    work: UnitOfWork, studio: Studio, credentials: PasswordCredentials | LinkCredentials, *, client: str
) -> NewSession:
    """Start a session with either kind of credentials; see ``sign_in_with_password`` and ``sign_in_with_link``."""
    if isinstance(credentials, PasswordCredentials):
        return sign_in_with_password(work, studio, credentials.name, credentials.password, client=client)
    return sign_in_with_link(work, studio, credentials.secret, client=client)


def sign_in_with_password(work: UnitOfWork, studio: Studio, name: str, password: str, *, client: str) -> NewSession:
    """Start a session by name and password; Unauthenticated, without saying which of the two was wrong.

    TooManyRequests after too many failures at this name or from the address ``client``. Attempts are recorded outside
    ``work`` (see ``sign_in_attempts``), so ``work`` must not have written yet. Argon2 runs while no transaction is
    open.
    """
    limits = (sign_in_attempts.limit_by_name(name), sign_in_attempts.limit_by_address(client))
    attempt = sign_in_attempts.record(studio, limits)
    with studio.work(write=False) as reading:
        user = queries.find_user_by_name(reading, name)
    stored_hash = None if user is None or user.disabled_at is not None else user.password_hash
    if not password_matches(stored_hash, password) or user is None or stored_hash is None:
        structlog.get_logger(__name__).info("sign_in_failed", method="password", client=client)
        raise Unauthenticated("sign_in_failed", WRONG_PASSWORD)
    new_hash = hash_password(password) if needs_rehash(stored_hash) else stored_hash
    _require_unchanged(work, user.id, stored_hash, new_hash)
    sign_in_attempts.discard(work, attempt)
    sign_in_attempts.reset(work, limits[0])
    return _start_session(work, studio, user)


def sign_in_with_link(work: UnitOfWork, studio: Studio, secret: str, *, client: str) -> NewSession:
    """Start a session by a one-time link and use the link up; Unauthenticated if it is invalid, used or expired.

    Not limited, unlike passwords: nobody guesses 256 random bits, and a wrong link costs one read, because it is looked
    up before ``work`` locks anything. ``work`` must not have written yet.
    """
    with studio.work(write=False) as reading:
        is_known = queries.link_exists(reading, digest(secret))
    if not is_known:
        structlog.get_logger(__name__).info("sign_in_failed", method="link", client=client)
        raise Unauthenticated("sign_in_failed", LINK_INVALID)
    return _start_session(work, studio, use_link(work, secret))


def sign_out(work: UnitOfWork, *, by: Actor) -> None:
    """End the caller's session; does nothing for a caller with a token, who has none."""
    require_role(by, "viewer")
    if by.csrf_token is not None:
        queries.delete_session(work, digest(by.csrf_token))


def _start_session(work: UnitOfWork, studio: Studio, user: queries.StoredUser) -> NewSession:
    cookie, now = new_secret(), work.now()
    actor = _actor(user.id, user.name, user.role, cookie)
    expires_at = now + timedelta(days=studio.settings.session_days)
    queries.delete_expired_sessions(work, now)
    session = {
        "digest": digest(cookie),
        "csrf_digest": digest(derive_csrf_token(cookie)),
        "user_id": user.id,
        "created_at": now,
        "expires_at": expires_at,
    }
    insert_row(work, SessionRow, session)
    return NewSession(cookie, actor, expires_at)


def _require_unchanged(work: UnitOfWork, user_id: UUID, stored_hash: str, new_hash: str) -> None:
    """Store ``new_hash``; Unauthenticated if the password was changed or the user disabled while Argon2 ran."""
    if not queries.replace_password_hash(work, user_id, stored_hash, new_hash):
        raise Unauthenticated("sign_in_failed", WRONG_PASSWORD)


def _actor(user_id: UUID, name: str, role: str, cookie: str) -> Actor:
    return Actor(user_id, name, cast("Role", role), "session", derive_csrf_token(cookie))
