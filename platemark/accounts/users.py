"""Users: who may sign in, and with which role."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from platemark.access import SYSTEM, Actor, require_role
from platemark.accounts import queries, session_queries
from platemark.accounts.secrets import hash_password
from platemark.accounts.views import NewUser, User, UserChanges, user_view
from platemark.db.rows import insert_row, update_row
from platemark.db.tables import UserRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.etags import require_match
from platemark.events.service import FOR_ADMINS, record
from platemark.ids import new_id
from platemark.paging import Page, PageRequest, split_page

FIRST_ADMIN = "admin"


def list_users(work: UnitOfWork, page: PageRequest, *, by: Actor) -> Page[User]:
    """All users, newest first. For admins."""
    require_role(by, "admin")
    rows, next_after = split_page(queries.list_users(work, page), page.limit)
    return Page([user_view(row) for row in rows], next_after)


def get_user(work: UnitOfWork, user_id: UUID, *, by: Actor) -> User:
    """The user with this id, for themselves and for admins; NotFound for others, and if there is none."""
    require_role(by, "viewer")
    row = queries.find_user(work, user_id) if by.owns(user_id) else None
    if row is None:
        raise NotFound("user", user_id)
    return user_view(row)


def get_user_by_name(work: UnitOfWork, name: str, *, by: Actor) -> User:
    """The user called ``name``. For admins; NotFound if there is none."""
    require_role(by, "admin")
    row = queries.find_user_by_name(work, name)
    if row is None:
        raise NotFound("user", name)
    return user_view(row)


def get_current_user(work: UnitOfWork, *, by: Actor) -> User | None:
    """The caller's user, with the user's own role; None for an anonymous caller and for the command line."""
    row = None if by.user_id is None else queries.find_user(work, by.user_id)
    return None if row is None else user_view(row)


def ensure_first_admin(work: UnitOfWork) -> User:
    """The oldest admin who may sign in; creates ``admin``, without a password, if there is none.

    The last enabled admin can be neither disabled nor demoted, so there is none only before the first one is created.
    """
    row = queries.find_oldest_admin(work)
    return create_user(work, NewUser(name=FIRST_ADMIN, role="admin"), by=SYSTEM) if row is None else user_view(row)


def create_user(work: UnitOfWork, new: NewUser, *, by: Actor) -> User:
    """Create a user. For admins; Conflict ``user_name_taken`` if the name is in use."""
    require_role(by, "admin")
    now = work.now()
    user = queries.StoredUser(
        id=new_id(),
        name=new.name,
        role=new.role,
        password_hash=None if new.password is None else hash_password(new.password),
        disabled_at=None,
        created_at=now,
        updated_at=now,
        version=1,
    )
    try:
        insert_row(work, UserRow, user._asdict())
    except IntegrityError:
        raise Conflict("user_name_taken", f"There is already a user named {new.name}.") from None
    record(work, "user.created", user.id, **FOR_ADMINS)
    return user_view(user)


def update_user(
    work: UnitOfWork, user_id: UUID, changes: UserChanges, *, if_match: str | None = None, by: Actor
) -> User:
    """Change a user. For admins. A new role, disabling or a new password ends the user's sessions and unused links.

    A new password ends the user's API tokens, too, unless ``changes.keep_api_tokens``: whoever knew the old password
    may have created some. A new role and disabling need no such step: each request reads the user again.

    Conflict ``last_admin`` if no enabled admin would be left; PreconditionFailed if ``if_match`` is not the user's
    ETag.
    """
    require_role(by, "admin")
    password_hash = None if changes.password is None else hash_password(changes.password)  # before any lock is held
    admin_ids = queries.lock_enabled_admins(work)
    user = queries.lock_user(work, user_id)
    if user is None:
        raise NotFound("user", user_id)
    require_match(if_match, user.version)
    changed = user._replace(role=changes.role or user.role, password_hash=password_hash or user.password_hash)
    if changes.disabled is not None:
        changed = changed._replace(disabled_at=(user.disabled_at or work.now()) if changes.disabled else None)
    if admin_ids == [user_id] and not _is_enabled_admin(changed):
        raise Conflict("last_admin", f"{user.name} is the last admin who can sign in; create another one first.")
    if (changed.role, changed.disabled_at) != (user.role, user.disabled_at) or password_hash is not None:
        _revoke_access(work, user_id)
    if password_hash is not None and not changes.keep_api_tokens:
        queries.delete_tokens(work, user_id)
    changed = changed._replace(updated_at=work.now(), version=user.version + 1)
    columns = ("role", "password_hash", "disabled_at", "updated_at", "version")
    update_row(work, UserRow, user_id, {name: getattr(changed, name) for name in columns})
    record_change(work, user_id)
    return user_view(changed)


def record_change(work: UnitOfWork, user_id: UUID) -> None:
    """Record the event that a user changed; only admins receive it."""
    record(work, "user.changed", user_id, **FOR_ADMINS)


def _is_enabled_admin(user: queries.StoredUser) -> bool:
    return user.role == "admin" and user.disabled_at is None


def _revoke_access(work: UnitOfWork, user_id: UUID) -> None:
    """Sign a user out everywhere and invalidate their unused sign-in links."""
    session_queries.delete_sessions(work, user_id)
    queries.delete_unused_links(work, user_id)
