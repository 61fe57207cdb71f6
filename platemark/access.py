"""Who is asking, and what they may see. Every query goes through here; there is no second copy of these rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, false, or_, true

from platemark.errors import Forbidden, Unauthenticated

Role = Literal["viewer", "editor", "admin"]
RANK: dict[str, int] = {"public": 0, "viewer": 1, "editor": 2, "admin": 3}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking: a signed-in user with the role that counts now, or anyone (no user, no role)."""

    user_id: UUID | None = None
    name: str | None = None
    role: Role | None = None
    method: Literal["session", "token", "system"] | None = None
    csrf_token: str | None = None

    @property
    def rank(self) -> int:
        """How much the role allows; 0 for anyone."""
        return RANK[self.role or "public"]

    @property
    def is_admin(self) -> bool:
        """Whether every door is open."""
        return self.role == "admin"

    def owns(self, created_by: UUID | None) -> bool:
        """Whether this is the owner, or an admin, who counts as one everywhere."""
        return self.is_admin or (self.user_id is not None and self.user_id == created_by)


ANYONE = Actor()
SYSTEM = Actor(name="system", role="admin", method="system")


def require_role(actor: Actor, minimum: str) -> None:
    """Raise Unauthenticated for anyone, Forbidden for a known caller, whose role is below ``minimum``."""
    if actor.rank >= RANK[minimum]:
        return
    if actor.role is None:
        raise Unauthenticated("credentials_missing", "Sign in, or send an API token.")
    raise Forbidden("role_too_low", f"This needs the role {minimum}; you are {actor.role}.")


def require_owner(actor: Actor, created_by: UUID | None) -> None:
    """Raise Forbidden unless ``actor`` made the thing or is an admin."""
    if not actor.owns(created_by):
        raise Forbidden("not_the_owner", "Only its owner or an admin may do this.")


def visible_to(
    actor: Actor, visibility: SQLColumnExpression[str], created_by: SQLColumnExpression[UUID | None]
) -> ColumnElement[bool]:
    """The SQL condition under which ``actor`` may see a row: public to all, shared to users, private to its owner."""
    if actor.is_admin:
        return true()
    if actor.role is None:
        return visibility == "public"
    own = created_by == actor.user_id if actor.user_id is not None else false()
    return or_(visibility.in_(("public", "shared")), and_(visibility == "private", own))


def may_see(actor: Actor, visibility: str, created_by: UUID | None) -> bool:
    """``visible_to`` for a row that is at hand."""
    if visibility == "public" or actor.is_admin:
        return True
    if actor.role is None:
        return False
    return visibility == "shared" or (visibility == "private" and actor.owns(created_by))


def may_read_prompt(actor: Actor, created_by: UUID | None) -> bool:
    """Prompts are for their owner and for editors; viewers and visitors see the picture alone."""
    return actor.rank >= RANK["editor"] or actor.owns(created_by)
