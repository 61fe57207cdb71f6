"""One-time sign-in links: how a user without a password signs in, and how the first admin gets in."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from platemark.access import SYSTEM, Actor, require_role
from platemark.accounts import queries
from platemark.accounts.secrets import digest, new_secret
from platemark.accounts.users import ensure_first_admin
from platemark.accounts.views import SignInLink
from platemark.db.rows import insert_row
from platemark.db.tables import SignInLinkRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound, Unauthenticated

LINK_INVALID = "This sign-in link is unknown, was already used or has expired."


def create_sign_in_link(work: UnitOfWork, user_id: UUID, *, lifetime: timedelta, by: Actor) -> SignInLink:
    """A new link that signs the user in once within ``lifetime``; earlier unused links become invalid.

    For admins. Conflict ``user_disabled`` if the user may not sign in.
    """
    require_role(by, "admin")
    user = queries.lock_user(work, user_id)  # locked: nobody disables the user meanwhile
    if user is None:
        raise NotFound("user", user_id)
    if user.disabled_at is not None:
        raise Conflict("user_disabled", f"{user.name} is disabled; enable the user first.")
    queries.delete_unused_links(work, user_id)
    secret, now = new_secret(), work.now()
    link = {
        "digest": digest(secret),
        "user_id": user_id,
        "created_at": now,
        "expires_at": now + lifetime,
        "used_at": None,
    }
    insert_row(work, SignInLinkRow, link)
    return SignInLink(user_id=user_id, secret=secret, expires_at=now + lifetime)


def use_link(work: UnitOfWork, secret: str) -> queries.StoredUser:
    """Use up an unused, unexpired link; the user whom it signs in, locked until the work ends.

    Unauthenticated for any other link, and for that of a user who is disabled.
    """
    user = queries.lock_user_of_link(work, digest(secret))
    used = queries.use_link(work, digest(secret), work.now())
    if user is None or not used or user.disabled_at is not None:
        raise Unauthenticated("sign_in_failed", LINK_INVALID)
    return user


def create_first_sign_in_link(work: UnitOfWork, *, lifetime: timedelta) -> str | None:
    """The secret of a new sign-in link for the first admin; None once anyone has a password, a used link or a token.

    Creates the user ``admin``, without a password, if there is no admin yet.
    """
    if queries.anyone_has_access(work):
        return None
    try:
        with work.connection.begin_nested():
            admin = ensure_first_admin(work)
    except Conflict:
        return None  # another process that starts on this database created it first, or someone else has the name
    return create_sign_in_link(work, admin.id, lifetime=lifetime, by=SYSTEM).secret


def sign_in_url(base_url: str, secret: str) -> str:
    """The URL of a sign-in link. The secret is in the fragment, which browsers do not send to servers or proxies."""
    return f"{base_url}/sign-in#token={secret}"
