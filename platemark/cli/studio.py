"""``platemark up`` and ``platemark openapi``: commands on the studio as a whole."""

from __future__ import annotations

import click

from platemark.cli.output import json_option, print_line
from platemark.cli.runtime import Runtime, pass_runtime
from platemark.settings import BOUNDS

LEAST_PROCESSES, MOST_PROCESSES = map(int, BOUNDS["api_processes"])


@click.command()
@click.option(
    "--api-processes",
    type=click.IntRange(LEAST_PROCESSES, MOST_PROCESSES),
    help="How many processes serve the API, on PostgreSQL; by default PLATEMARK_API_PROCESSES, or 1.",
)
@json_option
@pass_runtime
def up(runtime: Runtime, api_processes: int | None) -> None:
    """Serve the studio and run its workers until stopped.

    The environment configures it: PLATEMARK_DATA_DIR, PLATEMARK_HOST, PLATEMARK_PORT, PLATEMARK_DATABASE_URL. The
    first start prints a link that signs the first admin in. With several API processes, SIGHUP replaces them one by
    one, without interrupting anybody.
    """
    runtime.run_studio(print_line, api_processes)


@click.command()
@json_option
@pass_runtime
def openapi(runtime: Runtime) -> None:
    """Print the API's contract as one OpenAPI 3.1 document in JSON."""
    click.echo(runtime.openapi())
