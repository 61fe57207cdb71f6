"""Commands on the studio as a whole."""

from __future__ import annotations

import click

from platemark.cli.base import Tools, json_option, pass_tools, say


@click.command()
@json_option
@pass_tools
def up(tools: Tools) -> None:
    """Serve the studio with its workers until it is stopped.

    The environment says where: PLATEMARK_DATA_DIR, PLATEMARK_HOST, PLATEMARK_PORT, PLATEMARK_DATABASE_URL. The first
    start prints a link that signs the first admin in.
    """
    tools.run_studio(say)


@click.command()
@json_option
@pass_tools
def openapi(tools: Tools) -> None:
    """Print the API's contract: one OpenAPI 3.1 document, as JSON."""
    click.echo(tools.openapi())
