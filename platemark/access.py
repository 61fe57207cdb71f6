"""Who calls, and what they may see. All queries use these rules; there is no second copy of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, false, or_, true

from platemark.choices import Role as Role
from platemark.errors import Forbidden, Unauthenticated

RANK: dict[str, int] = {"public": 0, "viewer": 1, "editor": 2, "admin": 3}


@dataclass(frozen=True, slots=True)
class Actor:
    """The caller: a signed-in user with the role in effect, or an anonymous visitor (no user, no role).

    ``token_id`` is that of the API token that the caller sent.
    """

    user_id: UUID | None = None
    name: str | None = None
    role: Role | None = None
    method: Literal["session", "token", "system"] | None = None
    csrf_token: str | None = None
    token_id: UUID | None = None

    @property
    def rank(self) -> int:
        """The rank of the role, higher for more rights; 0 for a visitor."""
        return RANK[self.role or "public"]

    @property
    def is_admin(self) -> bool:
        """Whether the role is admin."""
        return self.role == "admin"

    def owns(self, created_by: UUID | None) -> bool:
        """Whether the caller is the owner, or an admin, who counts as owner of everything."""
        return self.is_admin or (self.user_id is not None and self.user_id == created_by)


ANYONE = Actor()
SYSTEM = Actor(name="system", role="admin", method="system")


def require_role(actor: Actor, minimum: str) -> None:
    """Raise Unauthenticated for a visitor, Forbidden for a signed-in caller, if the role is below ``minimum``."""
    if actor.rank >= RANK[minimum]:
        return
    if actor.role is None:
        raise Unauthenticated("credentials_missing", "Sign in, or send an API token.")
    raise Forbidden("role_too_low", f"This requires the role {minimum}; your role is {actor.role}.")


def require_owner(actor: Actor, created_by: UUID | None) -> None:
    """Raise Forbidden unless ``actor`` is the owner or an admin."""
    if not actor.owns(created_by):
        raise Forbidden("not_the_owner", "Only its owner or an admin may do this.")


def visible_to(
    actor: Actor, visibility: SQLColumnExpression[str], created_by: SQLColumnExpression[UUID | None]
) -> ColumnElement[bool]:
    """The SQL condition for rows that ``actor`` may see: public to all, shared to users, private to the owner."""
    if actor.is_admin:
        return true()
    if actor.role is None:
        return visibility == "public"
    own = created_by == actor.user_id if actor.user_id is not None else false()
    return or_(visibility.in_(("public", "shared")), and_(visibility == "private", own))


def may_see(actor: Actor, visibility: str, created_by: UUID | None) -> bool:
    """``visible_to`` for a row that has been loaded."""
    if visibility == "public" or actor.is_admin:
        return True
    if actor.role is None:
        return False
    return visibility == "shared" or (visibility == "private" and actor.owns(created_by))


def may_read_prompt(actor: Actor, created_by: UUID | None) -> bool:
    """Whether ``actor`` may read a prompt: its owner and editors may; viewers and visitors see only the picture."""
    return actor.rank >= RANK["editor"] or actor.owns(created_by)
