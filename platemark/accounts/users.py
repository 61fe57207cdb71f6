"""Users: who may sign in, and as what."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from platemark.access import SYSTEM, Actor, Role, require_role
from platemark.accounts.secrets import hash_password
from platemark.db.tables import SessionRow, SignInLinkRow, UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.ids import new_id
from platemark.paging import Page, PageRequest

FIRST_ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A user as an admin may see one: whether there is a password, never which."""

    id: UUID
    name: str
    role: Role
    has_password: bool
    disabled_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """A user to create; without a password only one-time links sign them in."""

    name: str
    role: Role
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class UserChanges:
    """What to change about a user; None leaves it as it is."""

    role: Role | None = None
    disabled: bool | None = None
    password: str | None = None


def list_users(work: UnitOfWork, page: PageRequest, *, by: Actor) -> Page[User]:
    """All users, newest first. For admins."""
    require_role(by, "admin")
    query = sa.select(UserRow).order_by(UserRow.id.desc()).limit(page.limit + 1)
    if page.after is not None:
        query = query.where(UserRow.id < page.after)
    users = [_seen(row) for row in work.session.scalars(query)]
    more = len(users) > page.limit
    return Page(users[: page.limit], users[page.limit - 1].id if more else None)


def get_user_by_name(work: UnitOfWork, name: str, *, by: Actor) -> User:
    """The user called ``name``. For admins; NotFound where there is none."""
    require_role(by, "admin")
    row = work.session.scalar(sa.select(UserRow).where(UserRow.name == name))
    if row is None:
        raise NotFound("user", name)
    return _seen(row)


def get_current_user(work: UnitOfWork, *, by: Actor) -> User | None:
    """The user who asks, with their own role; None for anyone and for the command line."""
    row = None if by.user_id is None else work.session.get(UserRow, by.user_id)
    return None if row is None else _seen(row)


def ensure_first_admin(work: UnitOfWork) -> User:
    """The admin who may sign in and has been here longest; made, as ``admin`` without a password, where there is none.

    As the last admin always stays, there is none only where there never was one.
    """
    row = work.session.scalar(_enabled_admins().limit(1))
    return create_user(work, NewUser(name=FIRST_ADMIN, role="admin"), by=SYSTEM) if row is None else _seen(row)


def create_user(work: UnitOfWork, new: NewUser, *, by: Actor) -> User:
    """Add a user; without a password only one-time links sign in. Conflict ``user_name_taken`` where the name is."""
    require_role(by, "admin")
    now = work.now()
    row = UserRow(
        id=new_id(),
        name=new.name,
        role=new.role,
        password_hash=None if new.password is None else hash_password(new.password),
        created_at=now,
        updated_at=now,
        version=1,
    )
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError:
        raise Conflict("user_name_taken", f"There is a user {new.name} already.") from None
    return _seen(row)


def update_user(
    work: UnitOfWork, user_id: UUID, changes: UserChanges, *, if_match: str | None = None, by: Actor
) -> User:
    """Change a user, at once: another role, disabling or a new password ends their sessions and unused links.

    Tokens follow by themselves, as each request looks at the user again. Conflict ``last_admin`` where nobody would
    be left to administer the studio; PreconditionFailed where ``if_match`` is not the user's ETag.
    """
    require_role(by, "admin")
    password_hash = None if changes.password is None else hash_password(changes.password)  # before any lock is held
    admins = {row.id for row in work.session.scalars(_enabled_admins().with_for_update())}
    row = work.session.scalar(sa.select(UserRow).where(UserRow.id == user_id).with_for_update())
    if row is None:
        raise NotFound("user", user_id)
    require_match(if_match, row.version)
    before = (row.role, row.disabled_at is None)
    row.role = changes.role or row.role
    if changes.disabled is not None:
        row.disabled_at = (row.disabled_at or work.now()) if changes.disabled else None
    after = (row.role, row.disabled_at is None)
    if admins == {user_id} and after != ("admin", True):
        raise Conflict("last_admin", f"{row.name} is the last admin who may sign in; make another one first.")
    row.password_hash = password_hash or row.password_hash
    if after != before or password_hash is not None:
        end_sessions(work, user_id)
    row.updated_at, row.version = work.now(), row.version + 1
    work.session.flush()
    return _seen(row)


def end_sessions(work: UnitOfWork, user_id: UUID) -> None:
    """Sign a user out everywhere, and make the links void that were not used yet."""
    work.session.execute(sa.delete(SessionRow).where(SessionRow.user_id == user_id))
    work.session.execute(
        sa.delete(SignInLinkRow).where(SignInLinkRow.user_id == user_id, SignInLinkRow.used_at.is_(None))
    )


def _enabled_admins() -> sa.Select[UserRow]:
    query = sa.select(UserRow).where(UserRow.role == "admin", UserRow.disabled_at.is_(None))
    return query.order_by(UserRow.id)  # one order, so that two who lock them never wait for each other


def _seen(row: UserRow) -> User:
    return User(
        id=row.id,
        name=row.name,
        role=cast("Role", row.role),
        has_password=row.password_hash is not None,
        disabled_at=row.disabled_at,
        created_at=row.created_at,
        updated_at=row.updated_at,
        version=row.version,
    )
