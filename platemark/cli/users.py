"""``platemark user …``: users, their roles, passwords and sign-in links."""

from __future__ import annotations

import re
import sys

import click

from platemark.choices import ROLES
from platemark.cli.output import json_option
from platemark.cli.runtime import runs

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
PASSWORD = re.compile(r"[^\x00-\x1f\x7f]{10,200}")


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
@runs("users.list_users")
def list_users() -> None:
    """List all users, newest first."""


@user.command()
@click.argument("name", callback=_check_name)
@click.option("--role", type=role_choice, default="viewer", show_default=True, help="The user's role.")
@password_option
@json_option
@runs("users.create")
def create() -> None:
    """Create the user NAME.

    Without a password they sign in with a link; see `platemark user link`.
    """


@user.command()
@click.argument("name")
@click.option("--role", type=role_choice, help="The user's new role.")
@click.option("--disable/--enable", "disabled", default=None, help="Whether the user may sign in.")
@password_option
@click.option("--keep-tokens", is_flag=True, help="Keep the user's API tokens, which a new password revokes otherwise.")
@json_option
@runs("users.update")
def update() -> None:
    """Update the user NAME.

    A new role, disabling or a new password signs them out everywhere; a new password also revokes their API tokens.
    """


@user.command()
@click.argument("name")
@json_option
@runs("users.sessions")
def sessions() -> None:
    """List where the user NAME is signed in, newest first."""


@user.command(name="sign-out")
@click.argument("name")
@click.option("--session", "session_id", type=click.UUID, help="End this session only.")
@json_option
@runs("users.sign_out")
def sign_out() -> None:
    """Sign the user NAME out everywhere. Their API tokens stay."""


@user.command()
@click.argument("name")
@json_option
@runs("users.link")
def link() -> None:
    """Print a link that signs the user NAME in once.

    The link is alone on the last line.
    """
