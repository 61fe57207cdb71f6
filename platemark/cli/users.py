"""``platemark user …``: users, their roles, passwords and sign-in links."""

from __future__ import annotations

import re
import sys
from datetime import timedelta
from functools import partial
from typing import Any

import click

from platemark.access import SYSTEM, Role
from platemark.accounts import service as accounts
from platemark.cli.output import all_pages, json_option, print_result, print_table
from platemark.cli.runtime import Runtime, pass_runtime
from platemark.db.tables.accounts import ROLES

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
PASSWORD = re.compile(r"[^\x00-\x1f\x7f]{10,200}")
COLUMNS = ("name", "role", "password", "disabled", "id")


def _check_name(_context: click.Context, _parameter: click.Parameter, name: str) -> str:
    if NAME.fullmatch(name):
        return name
    raise click.BadParameter("must be 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit.")


def _read_password(_context: click.Context, _option: click.Parameter, from_stdin: bool) -> str | None:
    if not from_stdin:
        return None
    password = sys.stdin.readline().rstrip("\r\n")
    if PASSWORD.fullmatch(password):
        return password
    raise click.BadParameter("the password must have 10 to 200 characters, none of them a control character.")


role_choice = click.Choice(ROLES)
password_option = click.option(
    "--password-stdin",
    "password",
    is_flag=True,
    callback=_read_password,
    help="Read a password from the first line of standard input.",
)


@click.group()
def user() -> None:
    """Users: who may sign in, and with which role."""


@user.command(name="list")
@json_option
@pass_runtime
def list_users(runtime: Runtime) -> None:
    """List all users, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        users = list(all_pages(partial(accounts.list_users, work, by=SYSTEM)))
    rows = [(it.name, it.role, "yes" if it.has_password else "no", it.disabled_at, it.id) for it in users]
    print_table([_user_json(it) for it in users], COLUMNS, rows)


@user.command()
@click.argument("name", callback=_check_name)
@click.option("--role", type=role_choice, default="viewer", show_default=True, help="The user's role.")
@password_option
@json_option
@pass_runtime
def create(runtime: Runtime, name: str, role: Role, password: str | None) -> None:
    """Create the user NAME.

    Without a password they sign in with a link; see `platemark user link`.
    """
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        created = accounts.create_user(work, accounts.NewUser(name=name, role=role, password=password), by=SYSTEM)
        work.commit()
    print_result(_user_json(created), f"User {created.name} created with the role {created.role}.")


@user.command()
@click.argument("name")
@click.option("--role", type=role_choice, help="The user's new role.")
@click.option("--disable/--enable", "disabled", default=None, help="Whether the user may sign in.")
@password_option
@click.option("--keep-tokens", is_flag=True, help="Keep the user's API tokens, which a new password revokes otherwise.")
@json_option
@pass_runtime
def update(
    runtime: Runtime, name: str, role: Role | None, disabled: bool | None, password: str | None, keep_tokens: bool
) -> None:
    """Update the user NAME.

    A new role, disabling or a new password signs them out everywhere; a new password also revokes their API tokens.
    """
    if role is None and disabled is None and password is None:
        raise click.UsageError("Nothing to change: give --role, --disable, --enable or --password-stdin.")
    changes = accounts.UserChanges(role=role, disabled=disabled, password=password, keep_api_tokens=keep_tokens)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        existing = accounts.get_user_by_name(work, name, by=SYSTEM)
        updated = accounts.update_user(work, existing.id, changes, by=SYSTEM)
        work.commit()
    state = "enabled" if updated.disabled_at is None else "disabled"
    print_result(_user_json(updated), f"User {updated.name} is {state} and has the role {updated.role}.")


@user.command()
@click.argument("name")
@json_option
@pass_runtime
def link(runtime: Runtime, name: str) -> None:
    """Print a link that signs the user NAME in once.

    The link is alone on the last line.
    """
    settings = runtime.settings()
    lifetime = timedelta(hours=settings.sign_in_link_hours)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        existing = accounts.get_user_by_name(work, name, by=SYSTEM)
        secret = accounts.create_sign_in_link(work, existing.id, lifetime=lifetime, by=SYSTEM)
        work.commit()
    url = accounts.sign_in_url(settings.base_url, secret)
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
