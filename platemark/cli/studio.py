"""Commands on the studio as a whole."""

from __future__ import annotations

import click

from platemark.cli.base import Runtime, json_option, pass_runtime, print_line


@click.command()
@json_option
@pass_runtime
def up(runtime: Runtime) -> None:
    """Serve the studio with its workers until it is stopped.

    The environment says where: PLATEMARK_DATA_DIR, PLATEMARK_HOST, PLATEMARK_PORT, PLATEMARK_DATABASE_URL. The first
    start prints a link that signs the first admin in.
    """
    runtime.run_studio(print_line)


@click.command()
@json_option
@pass_runtime
def openapi(runtime: Runtime) -> None:
    """Print the API's contract: one OpenAPI 3.1 document, as JSON."""
    click.echo(runtime.openapi())
