"""API tokens: bearer secrets that are shown once, limited to a role, and revocable immediately."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import cast
from uuid import UUID

from platemark.access import RANK, Actor, Role, require_role
from platemark.accounts import queries
from platemark.accounts.credential_use import Credential, is_stale
from platemark.accounts.secrets import VISIBLE_CHARACTERS, digest, new_token
from platemark.accounts.views import ApiToken, CreatedToken, NewToken, token_view
from platemark.db.rows import delete_row, insert_row
from platemark.db.tables import ApiTokenRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden, NotFound, Unauthenticated
from platemark.ids import new_id
from platemark.paging import Page, PageRequest, split_page

TOKEN_INVALID = "This API token is unknown, expired or revoked, or its user is disabled."  # noqa: S105 - a message


def authenticate_token(work: UnitOfWork, token: str, *, on_use: Callable[[Credential], None] | None = None) -> Actor:
    """The user who owns ``token``, with the lower of the token's and the user's role; Unauthenticated if invalid.

    Reads only. ``on_use`` is called when the token's last use should be recorded (at most once a minute); pass what it
    gets to ``record_use`` when no other transaction of the caller is open.
    """
    found = queries.find_token(work, digest(token))
    now = work.now()
    if found is None or found.user_disabled_at is not None or (found.expires_at and found.expires_at <= now):
        raise Unauthenticated("token_invalid", TOKEN_INVALID)
    if on_use is not None and is_stale(found.last_used_at, now):
        on_use(Credential("token", found.id))
    role = _lower(found.role, found.user_role)
    return Actor(found.user_id, found.user_name, cast("Role", role), "token", token_id=found.id)


def list_tokens(work: UnitOfWork, page: PageRequest, *, by: Actor, user_id: UUID | None = None) -> Page[ApiToken]:
    """The tokens of the user ``user_id``, newest first, for that user and admins; by default the caller's own.

    The command line has none of its own: by default it lists everyone's.
    """
    require_role(by, "viewer" if user_id in (None, by.user_id) else "admin")
    rows, next_after = split_page(queries.list_tokens(work, page, user_id or by.user_id), page.limit)
    return Page([token_view(row) for row in rows], next_after)


def create_token(work: UnitOfWork, new: NewToken, *, by: Actor) -> CreatedToken:
    """Create a token for the caller, or for ``new.user_id`` if the caller is an admin.

    Forbidden ``role_too_high`` if its role is above the caller's or the owner's. A token that is created with a token
    ends with that: Forbidden ``lifetime_too_long`` if it would expire later.
    """
    require_role(by, "viewer")
    if new.user_id is not None and new.user_id != by.user_id:
        require_role(by, "admin")
    owner_id = new.user_id or by.user_id
    owner = None if owner_id is None else queries.find_user(work, owner_id)
    if owner is None:
        raise NotFound("user", new.user_id)
    if RANK[new.role] > min(by.rank, RANK[owner.role]):
        raise Forbidden(
            "role_too_high", f"A token cannot have the role {new.role}: it is above the caller's or the owner's role."
        )
    secret, now = new_token(), work.now()
    expires_at = None if new.lifetime is None else now + new.lifetime
    _require_not_later(expires_at, _expiry_of_parent(work, by))
    token = queries.StoredToken(
        id=new_id(),
        name=new.name,
        role=new.role,
        prefix=secret[:VISIBLE_CHARACTERS],
        user_id=owner.id,
        created_at=now,
        last_used_at=None,
        expires_at=expires_at,
        user_name=owner.name,
    )
    insert_row(work, ApiTokenRow, token._asdict() | {"parent_id": by.token_id, "digest": digest(secret)})
    return CreatedToken(token_view(token), secret)


def delete_token(work: UnitOfWork, token_id: UUID, *, by: Actor) -> None:
    """Revoke a token immediately, and those that were created with it. NotFound for a token that is not the caller's.

    Admins may revoke everyone's. Forbidden if the token acts with a higher role than the caller: a token that leaked
    cannot be used to revoke a stronger one.
    """
    require_role(by, "viewer")
    token = queries.lock_token(work, token_id)
    if token is None or not by.owns(token.user_id):
        raise NotFound("api_token", token_id)
    require_role(by, _lower(token.role, token.user_role))
    delete_row(work, ApiTokenRow, token_id)


def _expiry_of_parent(work: UnitOfWork, by: Actor) -> datetime | None:
    """When the caller's token expires; None if never, or if the caller has no token. Unauthenticated if it is gone."""
    if by.token_id is None:
        return None
    parent = queries.lock_token(work, by.token_id)
    if parent is None:
        raise Unauthenticated("token_invalid", TOKEN_INVALID)
    return parent.expires_at


def _require_not_later(expires_at: datetime | None, limit: datetime | None) -> None:
    if limit is not None and (expires_at is None or expires_at > limit):
        detail = f"A token cannot outlive the one that creates it, which expires at {limit:%Y-%m-%dT%H:%M:%SZ}."
        raise Forbidden("lifetime_too_long", detail)


def _lower(role: str, other: str) -> str:
    return min(role, other, key=RANK.__getitem__)
