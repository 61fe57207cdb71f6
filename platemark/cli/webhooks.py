"""``platemark webhooks …``: URLs that are told what happens in the studio."""

from __future__ import annotations

import re

import click

from platemark.choices import WEBHOOK_DELIVERY_STATES, WEBHOOK_KINDS
from platemark.cli.output import json_option
from platemark.cli.runtime import runs

URL = re.compile(r"https?://[A-Za-z0-9._~\[\]:-]+(?:[/?][!-\"$-~]*)?")
MAX_URL = 2000
DESCRIPTION = re.compile(r"[^\x00-\x1f\x7f]{0,500}")


def _check_url(_context: click.Context, _argument: click.Parameter, url: str) -> str:
    if len(url) <= MAX_URL and URL.fullmatch(url):
        return url
    raise click.BadParameter("must be an http or https URL without user name, password or fragment.")


def _check_description(_context: click.Context, _option: click.Parameter, text: str) -> str:
    if DESCRIPTION.fullmatch(text):
        return text
    raise click.BadParameter("must have at most 500 characters, none of them a control character.")


@click.group(name="webhooks")
def webhooks_group() -> None:
    """Webhooks: URLs that are told what happens in the studio, and what became of each message."""


@webhooks_group.command(name="list")
@json_option
@runs("webhooks.list_webhooks")
def list_webhooks() -> None:
    """List the webhooks, newest first, without their secrets."""


@webhooks_group.command()
@click.argument("url", callback=_check_url)
@click.option(
    "--kind", "kinds", type=click.Choice(WEBHOOK_KINDS), multiple=True, required=True, help="What it is told of."
)
@click.option("--description", default="", callback=_check_description, help="What it is for.")
@json_option
@runs("webhooks.create")
def create() -> None:
    """Have URL told what happens from now on, and print the secret that signs its messages.

    The secret, alone on the last line, is shown only this once.
    """


@webhooks_group.command()
@click.argument("webhook_id", metavar="ID", type=click.UUID)
@json_option
@runs("webhooks.turn_on")
def on() -> None:
    """Turn the webhook ID on: it is told what happens from then on."""


@webhooks_group.command()
@click.argument("webhook_id", metavar="ID", type=click.UUID)
@json_option
@runs("webhooks.turn_off")
def off() -> None:
    """Turn the webhook ID off; messages that wait are given up."""


@webhooks_group.command(name="rotate-secret")
@click.argument("webhook_id", metavar="ID", type=click.UUID)
@json_option
@runs("webhooks.rotate_secret")
def rotate_secret() -> None:
    """Give the webhook ID another secret and print it; for a day, the previous one signs as well."""


@webhooks_group.command()
@click.argument("webhook_id", metavar="ID", type=click.UUID)
@json_option
@runs("webhooks.delete")
def delete() -> None:
    """Delete the webhook ID with its deliveries."""


@webhooks_group.command()
@click.argument("webhook_id", metavar="ID", type=click.UUID)
@click.option("--state", type=click.Choice(WEBHOOK_DELIVERY_STATES), help="Only deliveries in this state.")
@json_option
@runs("webhooks.list_deliveries")
def deliveries() -> None:
    """List the deliveries of the webhook ID, newest first."""


@webhooks_group.command()
@click.argument("delivery_id", metavar="DELIVERY", type=click.UUID)
@json_option
@runs("webhooks.replay")
def replay() -> None:
    """Have a running studio send a message again."""
