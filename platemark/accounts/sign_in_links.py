"""One-time links: how a user without a password signs in, and how the first admin gets in."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa

from platemark.access import SYSTEM, Actor, require_role
from platemark.accounts.secrets import digest, new_secret
from platemark.accounts.users import ensure_first_admin
from platemark.db.tables import ApiTokenRow, SignInLinkRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound, Unauthenticated

LINK_INVALID = "This sign-in link is unknown, was used already or has expired."


def create_sign_in_link(work: UnitOfWork, user_id: UUID, *, lifetime: timedelta, by: Actor) -> str:
    """The secret of a link that signs the user in once within ``lifetime``; earlier unused ones become void.

    Conflict ``user_disabled`` where it could not sign anyone in.
    """
    require_role(by, "admin")
    user = work.session.get(UserRow, user_id)
    if user is None:
        raise NotFound("user", user_id)
    if user.disabled_at is not None:
        raise Conflict("user_disabled", f"{user.name} is disabled; enable them first.")
    unused = sa.delete(SignInLinkRow).where(SignInLinkRow.user_id == user_id, SignInLinkRow.used_at.is_(None))
    work.session.execute(unused)
    secret, now = new_secret(), work.now()
    work.session.add(SignInLinkRow(digest=digest(secret), user_id=user_id, created_at=now, expires_at=now + lifetime))
    work.session.flush()
    return secret


def use_link(work: UnitOfWork, secret: str) -> UUID:
    """The user that an unused, unexpired link signs in; from then on it is used. Unauthenticated otherwise."""
    now = work.now()
    use = (
        sa.update(SignInLinkRow)
        .where(SignInLinkRow.digest == digest(secret), SignInLinkRow.used_at.is_(None), SignInLinkRow.expires_at > now)
        .values(used_at=now)
        .returning(SignInLinkRow.user_id)
    )
    user_id = work.session.scalar(use)
    if user_id is None:
        raise Unauthenticated("sign_in_failed", LINK_INVALID)
    return user_id


def create_first_sign_in_link(work: UnitOfWork, *, lifetime: timedelta) -> str | None:
    """The secret of a link for the first admin, until somebody has had a way in; None from then on.

    Makes the user ``admin``, without a password, where there is no admin yet.
    """
    if not _nobody_has_been_in(work):
        return None
    try:
        with work.session.begin_nested():
            admin = ensure_first_admin(work)
    except Conflict:
        return None  # another process starts on this database and was faster, or someone else has the name
    return create_sign_in_link(work, admin.id, lifetime=lifetime, by=SYSTEM)


def sign_in_url(address: str, secret: str) -> str:
    """Where a browser signs in by a link; the secret is in the fragment, which no server or proxy sees or logs."""
    return f"{address}/sign-in#token={secret}"


def _nobody_has_been_in(work: UnitOfWork) -> bool:
    ways_in = (
        sa.select(UserRow.id).where(UserRow.password_hash.is_not(None)),
        sa.select(SignInLinkRow.user_id).where(SignInLinkRow.used_at.is_not(None)),
        sa.select(ApiTokenRow.id),
    )
    return not work.session.scalar(sa.select(sa.or_(*(query.exists() for query in ways_in))))
