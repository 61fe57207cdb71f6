"""``platemark user …``: who may sign in."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import click

from platemark.access import SYSTEM, Role
from platemark.accounts import service as accounts
from platemark.cli.base import Runtime, json_option, pass_runtime, print_result, print_table
from platemark.db.tables.accounts import ROLES
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
PASSWORD = re.compile(r"[^\x00-\x1f\x7f]{10,200}")
COLUMNS = ("name", "role", "password", "disabled", "id")

role_choice = click.Choice(ROLES)
from_stdin = click.option(
    "--password-stdin",
    "password",
    is_flag=True,
    callback=lambda _context, _option, wanted: _password_from_stdin() if wanted else None,
    help="Read a password from the first line of standard input.",
)


@click.group()
def user() -> None:
    """Users: who may sign in, and as what."""


@user.command(name="list")
@json_option
@pass_runtime
def list_users(runtime: Runtime) -> None:
    """List all users, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        users = list(_all_users(work))
    rows = [(it.name, it.role, "yes" if it.has_password else "no", it.disabled_at, it.id) for it in users]
    print_table([facts(it) for it in users], COLUMNS, rows)


@user.command()
@click.argument("name", callback=lambda _context, _parameter, name: _checked_name(name))
@click.option("--role", type=role_choice, default="viewer", show_default=True, help="What the user may do.")
@from_stdin
@json_option
@pass_runtime
def create(runtime: Runtime, name: str, role: Role, password: str | None) -> None:
    """Add the user NAME.

    Without a password they sign in by a link; see `platemark user link`.
    """
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        made = accounts.create_user(work, accounts.NewUser(name=name, role=role, password=password), by=SYSTEM)
        work.commit()
    print_result(facts(made), f"{made.name} is a user now, as {made.role}.")


@user.command()
@click.argument("name")
@click.option("--role", type=role_choice, help="What the user may do from now on.")
@click.option("--disable/--enable", "disabled", default=None, help="Whether they may sign in.")
@from_stdin
@json_option
@pass_runtime
def update(runtime: Runtime, name: str, role: Role | None, disabled: bool | None, password: str | None) -> None:
    """Change the user NAME; another role, disabling or a new password signs them out everywhere."""
    if role is None and disabled is None and password is None:
        raise click.UsageError("Say what to change: --role, --disable, --enable or --password-stdin.")
    changes = accounts.UserChanges(role=role, disabled=disabled, password=password)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        found = accounts.get_user_by_name(work, name, by=SYSTEM)
        changed = accounts.update_user(work, found.id, changes, by=SYSTEM)
        work.commit()
    state = "enabled" if changed.disabled_at is None else "disabled"
    print_result(facts(changed), f"{changed.name} is {state}, as {changed.role}.")


@user.command()
@click.argument("name")
@json_option
@pass_runtime
def link(runtime: Runtime, name: str) -> None:
    """Print a link that signs the user NAME in once; it is alone on the last line."""
    settings = runtime.settings()
    lifetime = timedelta(hours=settings.sign_in_link_hours)
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        found = accounts.get_user_by_name(work, name, by=SYSTEM)
        secret = accounts.create_sign_in_link(work, found.id, lifetime=lifetime, by=SYSTEM)
        work.commit()
    url = accounts.sign_in_url(settings.base_url, secret)
    print_result(
        {"user": name, "url": url, "expires_in_seconds": round(lifetime.total_seconds())},
        f"This link signs {name} in once, within {settings.sign_in_link_hours} hours:",
        url,
    )


def facts(of: accounts.User) -> dict[str, Any]:
    """A user as the API says one."""
    return {
        "id": of.id,
        "name": of.name,
        "role": of.role,
        "disabled_at": of.disabled_at,
        "has_password": of.has_password,
        "created_at": of.created_at,
        "updated_at": of.updated_at,
    }


def _all_users(work: UnitOfWork) -> Iterator[accounts.User]:
    page = accounts.list_users(work, PageRequest(200), by=SYSTEM)
    yield from page.items
    while page.next_after is not None:
        page = accounts.list_users(work, PageRequest(200, page.next_after), by=SYSTEM)
        yield from page.items


def _checked_name(name: str) -> str:
    if NAME.fullmatch(name):
        return name
    raise click.BadParameter("a name is 1 to 64 letters, digits, '.', '_' or '-', and starts with a letter or digit.")


def _password_from_stdin() -> str:
    password = sys.stdin.readline().rstrip("\r\n")
    if PASSWORD.fullmatch(password):
        return password
    raise click.BadParameter("a password has 10 to 200 characters, none of them a control character.")
