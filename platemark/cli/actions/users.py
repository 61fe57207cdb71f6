"""What ``platemark user …`` does."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import click

from platemark.access import SYSTEM, Role
from platemark.accounts import service as accounts
from platemark.cli.output import all_pages, print_result, print_table
from platemark.cli.runtime import Runtime
from platemark.errors import NotFound

SESSION_COLUMNS = ("browser", "started with", "created", "last used", "id")
COLUMNS = ("name", "role", "password", "disabled", "id")


def list_users(runtime: Runtime) -> None:
    """List all users, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        users = list(all_pages(partial(accounts.list_users, work, by=SYSTEM)))
    rows = [(it.name, it.role, "yes" if it.has_password else "no", it.disabled_at, it.id) for it in users]
    print_table([_user_json(it) for it in users], COLUMNS, rows)


def create(runtime: Runtime, name: str, role: Role, password: str | None) -> None:
    """Create the user NAME."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        created = accounts.create_user(work, accounts.NewUser(name=name, role=role, password=password), by=SYSTEM)
        work.commit()
    print_result(_user_json(created), f"User {created.name} created with the role {created.role}.")


def update(
    runtime: Runtime, name: str, role: Role | None, disabled: bool | None, password: str | None, keep_tokens: bool
) -> None:
    """Update the user NAME."""
    if role is None and disabled is None and password is None:
        raise click.UsageError("Nothing to change: give --role, --disable, --enable or --password-stdin.")
    changes = accounts.UserChanges(role=role, disabled=disabled, password=password, keep_api_tokens=keep_tokens)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        existing = accounts.get_user_by_name(work, name, by=SYSTEM)
        updated = accounts.update_user(work, existing.id, changes, by=SYSTEM)
        work.commit()
    state = "enabled" if updated.disabled_at is None else "disabled"
    print_result(_user_json(updated), f"User {updated.name} is {state} and has the role {updated.role}.")


def sessions(runtime: Runtime, name: str) -> None:
    """List where the user NAME is signed in, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        user = accounts.get_user_by_name(work, name, by=SYSTEM)
        found = list(all_pages(partial(accounts.list_sessions, work, user_id=user.id, by=SYSTEM)))
    rows = [(it.user_agent, it.started_with, it.created_at, it.last_used_at, it.id) for it in found]
    print_table([_session_json(it) for it in found], SESSION_COLUMNS, rows)


def sign_out(runtime: Runtime, name: str, session_id: UUID | None) -> None:
    """Sign the user NAME out everywhere, or end one of their sessions."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        user = accounts.get_user_by_name(work, name, by=SYSTEM)
        found = list(all_pages(partial(accounts.list_sessions, work, user_id=user.id, by=SYSTEM)))
        ended = [it for it in found if session_id in (None, it.id)]
        if session_id is not None and not ended:
            raise NotFound("session", session_id)
        for session in ended:
            accounts.end_session(work, session.id, by=SYSTEM)
        work.commit()
    sentence = f"{len(ended)} session{'' if len(ended) == 1 else 's'} of {name} ended."
    print_result({"user": name, "ended": [it.id for it in ended]}, sentence)


def link(runtime: Runtime, name: str) -> None:
    """Print a link that signs the user NAME in once."""
    settings = runtime.settings()
    lifetime = timedelta(hours=settings.sign_in_link_hours)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        existing = accounts.get_user_by_name(work, name, by=SYSTEM)
        link = accounts.create_sign_in_link(work, existing.id, lifetime=lifetime, by=SYSTEM)
        work.commit()
    url = accounts.sign_in_url(settings.base_url, link.secret)
    print_result(
        {"user": name, "url": url, "expires_in_seconds": round(lifetime.total_seconds())},
        f"This link signs {name} in once, within {settings.sign_in_link_hours} hours:",
        url,
    )


def _user_json(user: accounts.User) -> dict[str, Any]:
    """A user as in the API."""
    return {
        "id": user.id,
        "name": user.name,
        "role": user.role,
        "disabled_at": user.disabled_at,
        "has_password": user.has_password,
        "created_at": user.created_at,
        "updated_at": user.updated_at,
    }


def _session_json(session: accounts.Session) -> dict[str, Any]:
    """A session as in the API; the command line has none of its own."""
    return {
        "id": session.id,
        "user_id": session.user_id,
        "started_with": session.started_with,
        "user_agent": session.user_agent,
        "is_current": session.is_current,
        "created_at": session.created_at,
        "last_used_at": session.last_used_at,
        "expires_at": session.expires_at,
    }
