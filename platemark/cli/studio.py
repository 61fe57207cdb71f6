"""``platemark up`` and ``platemark openapi``: commands on the studio as a whole."""

from __future__ import annotations

import click

from platemark.cli.output import json_option, print_line
from platemark.cli.runtime import Runtime, pass_runtime


@click.command()
@json_option
@pass_runtime
def up(runtime: Runtime) -> None:
    """Serve the studio and run its workers until stopped.

    The environment configures it: PLATEMARK_DATA_DIR, PLATEMARK_HOST, PLATEMARK_PORT, PLATEMARK_DATABASE_URL. The
    first start prints a link that signs the first admin in.
    """
    runtime.run_studio(print_line)


@click.command()
@json_option
@pass_runtime
def openapi(runtime: Runtime) -> None:
    """Print the API's contract as one OpenAPI 3.1 document in JSON."""
    click.echo(runtime.openapi())
