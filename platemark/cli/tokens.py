"""``platemark token …``: API tokens for scripts."""

from __future__ import annotations

import re

import click

from platemark.choices import ROLES
from platemark.cli.output import json_option
from platemark.cli.runtime import runs

NAME = re.compile(r"[^\x00-\x1f\x7f]{1,100}")


def _check_name(_context: click.Context, _option: click.Parameter, name: str) -> str:
    if NAME.fullmatch(name):
        return name
    raise click.BadParameter("must have 1 to 100 characters, none of them a control character.")


@click.group()
def token() -> None:
    """API tokens, with which scripts authenticate."""


@token.command(name="list")
@click.option("--user", "user_name", help="Only the tokens of this user.")
@json_option
@runs("tokens.list_tokens")
def list_tokens() -> None:
    """List the tokens of all users, newest first. The secrets are not stored and cannot be listed."""


@token.command()
@click.option("--role", type=click.Choice(ROLES), required=True, help="The highest role that the token acts with.")
@click.option("--user", "user_name", help="The owner of the token; by default the first admin.")
@click.option("--name", default="command line", show_default=True, callback=_check_name, help="What the token is for.")
@click.option("--expires-in-days", type=click.IntRange(1, 3650), help="Days until it expires; never by default.")
@json_option
@runs("tokens.create")
def create() -> None:
    """Create a token and print it, alone on the last line. It is shown only this once."""


@token.command()
@click.argument("token_id", type=click.UUID)
@json_option
@runs("tokens.delete")
def delete() -> None:
    """Revoke the token with the id TOKEN_ID immediately, and those that were created with it."""
