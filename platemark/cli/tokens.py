"""``platemark token …``: what scripts sign in with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import click

from platemark.access import SYSTEM, Role
from platemark.accounts import service as accounts
from platemark.cli.base import Runtime, json_option, pass_runtime, print_result, print_table
from platemark.db.tables.accounts import ROLES
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest

NAME = re.compile(r"[^\x00-\x1f\x7f]{1,100}")
COLUMNS = ("prefix", "name", "user", "role", "last used", "expires", "id")


@click.group()
def token() -> None:
    """API tokens: what scripts sign in with."""


@token.command(name="list")
@json_option
@pass_runtime
def list_tokens(runtime: Runtime) -> None:
    """List the tokens of all users, newest first; the tokens themselves are not kept."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = list(_all_tokens(work))
    rows = [(it.prefix, it.name, it.user_name, it.role, it.last_used_at, it.expires_at, it.id) for it in found]
    print_table([facts(it) for it in found], COLUMNS, rows)


@token.command()
@click.option("--role", type=click.Choice(ROLES), required=True, help="The most that the token may do.")
@click.option("--user", "user_name", help="Whose token it is; by default the first admin's.")
@click.option(
    "--name",
    default="command line",
    show_default=True,
    callback=lambda _context, _option, name: _checked_name(name),
    help="What it is for.",
)
@click.option("--expires-in-days", type=click.IntRange(1, 3650), help="After how many days it stops working.")
@json_option
@pass_runtime
def create(runtime: Runtime, role: Role, user_name: str | None, name: str, expires_in_days: int | None) -> None:
    """Make a token and print it, alone on the last line. It is shown this once."""
    lifetime = None if expires_in_days is None else timedelta(days=expires_in_days)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        owner = _owner(work, user_name)
        new = accounts.NewToken(name=name, role=role, lifetime=lifetime, user_id=owner.id)
        created = accounts.create_token(work, new, by=SYSTEM)
        work.commit()
    print_result(
        {**facts(created.token), "token": created.secret}, f"A token of {owner.name}, as {role}:", created.secret
    )


@token.command()
@click.argument("token_id", type=click.UUID)
@json_option
@pass_runtime
def delete(runtime: Runtime, token_id: UUID) -> None:
    """Revoke the token with the id TOKEN_ID at once."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        accounts.delete_token(work, token_id, by=SYSTEM)
        work.commit()
    print_result({"id": token_id, "deleted": True}, f"The token {token_id} is revoked.")


def facts(of: accounts.ApiToken) -> dict[str, Any]:
    """A token as the API says one, and whose it is."""
    return {
        "id": of.id,
        "name": of.name,
        "user": of.user_name,
        "role": of.role,
        "prefix": of.prefix,
        "created_at": of.created_at,
        "last_used_at": of.last_used_at,
        "expires_at": of.expires_at,
    }


def _owner(work: UnitOfWork, user_name: str | None) -> accounts.User:
    if user_name is None:
        return accounts.ensure_first_admin(work)
    return accounts.get_user_by_name(work, user_name, by=SYSTEM)


def _all_tokens(work: UnitOfWork) -> Iterator[accounts.ApiToken]:
    page = accounts.list_tokens(work, PageRequest(200), by=SYSTEM)
    yield from page.items
    while page.next_after is not None:
        page = accounts.list_tokens(work, PageRequest(200, page.next_after), by=SYSTEM)
        yield from page.items


def _checked_name(name: str) -> str:
    if NAME.fullmatch(name):
        return name
    raise click.BadParameter("a name has 1 to 100 characters, none of them a control character.")
