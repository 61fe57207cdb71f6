"""What ``platemark token …`` does."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from platemark.access import SYSTEM, Role
from platemark.accounts import service as accounts
from platemark.cli.output import all_pages, print_result, print_table
from platemark.cli.runtime import Runtime
from platemark.db.unit_of_work import UnitOfWork

COLUMNS = ("prefix", "name", "user", "role", "last used", "expires", "id")


def list_tokens(runtime: Runtime, user_name: str | None) -> None:
    """List the tokens of all users, newest first. The secrets are not stored and cannot be listed."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        user_id = None if user_name is None else accounts.get_user_by_name(work, user_name, by=SYSTEM).id
        tokens = list(all_pages(partial(accounts.list_tokens, work, user_id=user_id, by=SYSTEM)))
    rows = [(it.prefix, it.name, it.user_name, it.role, it.last_used_at, it.expires_at, it.id) for it in tokens]
    print_table([_token_json(it) for it in tokens], COLUMNS, rows)


def create(runtime: Runtime, role: Role, user_name: str | None, name: str, expires_in_days: int | None) -> None:
    """Create a token and print it, alone on the last line. It is shown only this once."""
    lifetime = None if expires_in_days is None else timedelta(days=expires_in_days)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        owner = _owner(work, user_name)
        new = accounts.NewToken(name=name, role=role, lifetime=lifetime, user_id=owner.id)
        created = accounts.create_token(work, new, by=SYSTEM)
        work.commit()
    value = {**_token_json(created.token), "token": created.secret}
    print_result(value, f"Token of {owner.name} with the role {role}:", created.secret)


def delete(runtime: Runtime, token_id: UUID) -> None:
    """Revoke the token with the id TOKEN_ID immediately, and those that were created with it."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        accounts.delete_token(work, token_id, by=SYSTEM)
        work.commit()
    print_result({"id": token_id, "deleted": True}, f"Token {token_id} revoked.")


def _token_json(token: accounts.ApiToken) -> dict[str, Any]:
    """A token as in the API, and the name of its user."""
    return {
        "id": token.id,
        "name": token.name,
        "user": token.user_name,
        "role": token.role,
        "prefix": token.prefix,
        "created_at": token.created_at,
        "last_used_at": token.last_used_at,
        "expires_at": token.expires_at,
    }


def _owner(work: UnitOfWork, user_name: str | None) -> accounts.User:
    if user_name is None:
        return accounts.ensure_first_admin(work)
    return accounts.get_user_by_name(work, user_name, by=SYSTEM)
