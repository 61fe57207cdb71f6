"""Sessions: a browser signs in with a password or a one-time link and is identified by its cookie from then on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import cast
from uuid import UUID

import structlog

from platemark.access import RANK, Actor, Role, require_role
from platemark.accounts import queries, session_queries, sign_in_attempts
from platemark.accounts.credential_use import Credential, is_stale
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
from platemark.accounts.views import LinkCredentials, NewSession, PasswordCredentials, Session, session_view
from platemark.choices import SignInMethod
from platemark.db.rows import delete_row, insert_row
from platemark.db.tables import SessionRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden, NotFound, Unauthenticated
from platemark.ids import new_id
from platemark.paging import Page, PageRequest, split_page
from platemark.studio import Studio

USER_AGENT_LENGTH = 200
WRONG_PASSWORD = "The name or the password is wrong."  # noqa: S105 - a message


def authenticate_session(work: UnitOfWork, cookie: str, *, on_use: Callable[[Credential], None] | None = None) -> Actor:
    """The user whose session has ``cookie``, with their current role and CSRF token; Unauthenticated if invalid.

    Reads only; ``on_use`` is that of ``authenticate_token``.
    """
    found = session_queries.find_session(work, digest(cookie))
    now = work.now()
    if found is None or found.expires_at <= now or found.user_disabled_at is not None:
        raise Unauthenticated("session_invalid", "This session has ended; sign in again.")
    if on_use is not None and is_stale(found.last_used_at, now):
        on_use(Credential("session", found.id))
    return _actor(found.user_id, found.user_name, found.user_role, cookie)


def csrf_token_matches(actor: Actor, token: str | None) -> bool:
    """Whether ``token`` is the CSRF token of the actor's session."""
    return secrets_equal(actor.csrf_token, token)


def sign_in(
    work: UnitOfWork,
    studio: Studio,
    credentials: PasswordCredentials | LinkCredentials,
    *,
    client: str,
    user_agent: str | None = None,
) -> NewSession:
    """Start a session with either kind of credentials; see ``sign_in_with_password`` and ``sign_in_with_link``.

    The session keeps the first 200 printable characters of ``user_agent``, so that its user recognizes it.
    """
    if isinstance(credentials, PasswordCredentials):
        name, password = credentials.name, credentials.password
        return sign_in_with_password(work, studio, name, password, client=client, user_agent=user_agent)
    return sign_in_with_link(work, studio, credentials.secret, client=client, user_agent=user_agent)


def sign_in_with_password(
    work: UnitOfWork, studio: Studio, name: str, password: str, *, client: str, user_agent: str | None = None
) -> NewSession:
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
    return _start_session(work, studio, user, started_with="password", user_agent=user_agent)


def sign_in_with_link(
    work: UnitOfWork, studio: Studio, secret: str, *, client: str, user_agent: str | None = None
) -> NewSession:
    """Start a session by a one-time link and use the link up; Unauthenticated if it is invalid, used or expired.

    Not limited, unlike passwords: nobody guesses 256 random bits, and a wrong link costs one read, because it is looked
    up before ``work`` locks anything. ``work`` must not have written yet.
    """
    with studio.work(write=False) as reading:
        is_known = queries.link_exists(reading, digest(secret))
    if not is_known:
        structlog.get_logger(__name__).info("sign_in_failed", method="link", client=client)
        raise Unauthenticated("sign_in_failed", LINK_INVALID)
    return _start_session(work, studio, use_link(work, secret), started_with="link", user_agent=user_agent)


def sign_out(work: UnitOfWork, *, by: Actor) -> None:
    """End the caller's session; does nothing for a caller with a token, who has none."""
    require_role(by, "viewer")
    if by.csrf_token is not None:
        session_queries.delete_session(work, digest(by.csrf_token))


def list_sessions(work: UnitOfWork, page: PageRequest, *, by: Actor, user_id: UUID | None = None) -> Page[Session]:
    """The sessions of the user ``user_id``, by default the caller's own, newest first.

    Those of another user are for admins; for others there are none.
    """
    require_role(by, "viewer")
    owner_id = user_id or by.user_id
    if owner_id is None or not by.owns(owner_id):
        return Page([], None)
    rows, next_after = split_page(session_queries.list_sessions(work, page, owner_id, work.now()), page.limit)
    return Page([session_view(row, _csrf_digest(by)) for row in rows], next_after)


def end_session(work: UnitOfWork, session_id: UUID, *, by: Actor) -> None:
    """End a session immediately. NotFound for one that is not the caller's, unless the caller is an admin.

    Forbidden ``session_required`` for a token that acts with a lower role than the session's user: a token that
    leaked cannot be used to sign its user out.
    """
    require_role(by, "viewer")
    session = session_queries.lock_session(work, session_id)
    if session is None or not by.owns(session.user_id):
        raise NotFound("session", session_id)
    _require_role_of(session.user_role, by)
    delete_row(work, SessionRow, session_id)


def end_other_sessions(work: UnitOfWork, *, by: Actor) -> None:
    """End all sessions of the caller but that of the request; Forbidden as by ``end_session``."""
    require_role(by, "viewer")
    user = None if by.user_id is None else queries.find_user(work, by.user_id)
    if user is not None:
        _require_role_of(user.role, by)
        session_queries.delete_other_sessions(work, user.id, _csrf_digest(by) or "")


def _require_role_of(user_role: str, by: Actor) -> None:
    if by.method == "token" and by.rank < RANK[cast("Role", user_role)]:
        raise Forbidden("session_required", f"This requires a session, or a token with the role {user_role}.")


def _csrf_digest(by: Actor) -> str | None:
    return None if by.csrf_token is None else digest(by.csrf_token)


def _start_session(
    work: UnitOfWork, studio: Studio, user: queries.StoredUser, *, started_with: SignInMethod, user_agent: str | None
) -> NewSession:
    cookie, now = new_secret(), work.now()
    actor = _actor(user.id, user.name, user.role, cookie)
    expires_at = now + timedelta(days=studio.settings.session_days)
    session_queries.delete_expired_sessions(work, now)
    session = {
        "digest": digest(cookie),
        "csrf_digest": digest(derive_csrf_token(cookie)),
        "id": new_id(),
        "user_id": user.id,
        "started_with": started_with,
        "user_agent": _recognizable(user_agent),
        "created_at": now,
        "last_used_at": now,
        "expires_at": expires_at,
    }
    insert_row(work, SessionRow, session)
    return NewSession(cookie, actor, expires_at)


def _recognizable(user_agent: str | None) -> str | None:
    """The beginning of a User-Agent header, without what is not printable; None if nothing is left."""
    printable = "".join(char for char in user_agent or "" if " " <= char <= "~").strip()
    return printable[:USER_AGENT_LENGTH].strip() or None


def _require_unchanged(work: UnitOfWork, user_id: UUID, stored_hash: str, new_hash: str) -> None:
    """Store ``new_hash``; Unauthenticated if the password was changed or the user disabled while Argon2 ran."""
    if not queries.replace_password_hash(work, user_id, stored_hash, new_hash):
        raise Unauthenticated("sign_in_failed", WRONG_PASSWORD)


def _actor(user_id: UUID, name: str, role: str, cookie: str) -> Actor:
    return Actor(user_id, name, cast("Role", role), "session", derive_csrf_token(cookie))
