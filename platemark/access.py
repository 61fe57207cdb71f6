"""Who calls, and what they may see. All queries use these rules; there is no second copy of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, SQLColumnExpression, Uuid, and_, bindparam, false, or_, true

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
    def viewpoint(self) -> Viewpoint:
        """The statements that are built for callers like this one."""
        return VIEWPOINTS[self.role]

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


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """All callers with the same role. A statement that is built once is built for one of them.

    The id of the user is its parameter ``me``.
    """

    role: Role | None

    @property
    def user_id(self) -> BindParameter[UUID] | None:
        """The parameter ``me``; None for visitors, who have no id."""
        return None if self.role is None else ME

    @property
    def rank(self) -> int:
        """The rank of the role, higher for more rights; 0 for a visitor."""
        return RANK[self.role or "public"]

    @property
    def is_admin(self) -> bool:
        """Whether the role is admin."""
        return self.role == "admin"


Caller = Actor | Viewpoint
"""Whom a rule in SQL is for."""

VIEWPOINTS: dict[Role | None, Viewpoint] = {role: Viewpoint(role) for role in (None, "viewer", "editor", "admin")}
ME: BindParameter[UUID] = bindparam("me", type_=Uuid())
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


def require_priority(actor: Actor, priority: int) -> None:
    """Raise Forbidden for a priority above 0, which overtakes the jobs of others, unless ``actor`` is an admin."""
    if priority > 0 and not actor.is_admin:
        raise Forbidden("priority_for_admins", "Only admins may put jobs ahead of others' with a priority above 0.")


def visible_to(
    caller: Caller, visibility: SQLColumnExpression[str], created_by: SQLColumnExpression[UUID | None]
) -> ColumnElement[bool]:
    """The SQL condition for rows that ``caller`` may see: public to all, shared to users, private to the owner."""
    if caller.is_admin:
        return true()
    if caller.role is None:
        return visibility == "public"
    own = false() if caller.user_id is None else created_by == caller.user_id
    return or_(visibility.in_(("public", "shared")), and_(visibility == "private", own))


def may_see(actor: Actor, visibility: str, created_by: UUID | None) -> bool:
    """``visible_to`` for a row that has been loaded."""
    if visibility == "public" or actor.is_admin:
        return True
    if actor.role is None:
        return False
    return visibility == "shared" or (visibility == "private" and actor.owns(created_by))


def may_read_prompts(caller: Caller) -> bool:
    """Whether ``caller`` may read the prompts of all that they see; others may read only their own."""
    return caller.rank >= RANK["editor"]


def may_read_prompt(actor: Actor, created_by: UUID | None) -> bool:
    """Whether ``actor`` may read a prompt: its owner and editors may; viewers and visitors see only the picture."""
    return may_read_prompts(actor) or actor.owns(created_by)
