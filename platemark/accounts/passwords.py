"""Users change their own passwords."""

from __future__ import annotations

from datetime import timedelta

import structlog

from platemark.access import Actor, require_role
from platemark.accounts import queries, session_queries, sign_in_attempts
from platemark.accounts.secrets import digest, hash_password, password_matches
from platemark.accounts.users import record_change
from platemark.accounts.views import PasswordChange
from platemark.db.rows import update_row
from platemark.db.tables import UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden
from platemark.studio import Studio

LINK_VOUCHES_FOR = timedelta(hours=1)
WRONG_PASSWORD = "The current password is wrong."  # noqa: S105 - a message

log = structlog.get_logger(__name__)


def change_password(work: UnitOfWork, studio: Studio, change: PasswordChange, *, client: str, by: Actor) -> None:
    """Replace the caller's password; their other sessions, unused links and, unless kept, API tokens end.

    Forbidden ``session_required`` for a caller with a token; ``password_wrong`` without the present password, which is
    not asked for if there is none, or if a one-time link started this session less than an hour ago. Wrong ones count
    like failed sign-ins: TooManyRequests after too many. Argon2 runs while no transaction is open; ``work`` must not
    have written yet.
    """
    require_role(by, "viewer")
    if by.csrf_token is None or by.user_id is None:
        raise Forbidden("session_required", "An API token cannot change a password; sign in.")
    with studio.work(write=False) as reading:
        user = queries.find_user(reading, by.user_id)
        session = session_queries.find_session_of_csrf_token(reading, digest(by.csrf_token))
        now = reading.now()
    if user is None or session is None:
        raise Forbidden("session_required", "This session has ended; sign in again.")
    vouched_for = session.started_with == "link" and now - session.created_at < LINK_VOUCHES_FOR
    attempt = None
    if user.password_hash is not None and not vouched_for:
        attempt = _check(studio, user, change.current_password, client=client)
    new_hash = hash_password(change.new_password)
    locked = queries.lock_user(work, user.id)
    if locked is None or locked.password_hash != user.password_hash or locked.disabled_at is not None:
        raise Forbidden("password_wrong", WRONG_PASSWORD)  # somebody changed it while Argon2 ran
    if attempt is not None:
        sign_in_attempts.discard(work, attempt)
    sign_in_attempts.reset(work, sign_in_attempts.limit_by_name(user.name))
    columns = {"password_hash": new_hash, "updated_at": work.now(), "version": locked.version + 1}
    update_row(work, UserRow, user.id, columns)
    session_queries.delete_other_sessions(work, user.id, session.csrf_digest)
    queries.delete_unused_links(work, user.id)
    if not change.keep_api_tokens:
        queries.delete_tokens(work, user.id)
    record_change(work, user.id)


def _check(studio: Studio, user: queries.StoredUser, password: str | None, *, client: str) -> sign_in_attempts.Attempt:
    """The recorded attempt, whose password is right."""
    limits = (sign_in_attempts.limit_by_name(user.name), sign_in_attempts.limit_by_address(client))
    attempt = sign_in_attempts.record(studio, limits)
    if password is None or not password_matches(user.password_hash, password):
        log.info("password_not_changed", user=user.name, client=client)
        raise Forbidden("password_wrong", WRONG_PASSWORD)
    return attempt
