"""``platemark worker``: a worker on a machine of its own."""

from __future__ import annotations

import re

import click

from platemark.cli.output import json_option
from platemark.cli.runtime import Runtime, pass_runtime

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


def _check_name(_ctx: click.Context, _option: click.Parameter, name: str) -> str:
    if name and not NAME.fullmatch(name):
        raise click.BadParameter(f"{name!r} is not a valid name: use letters, digits, '.', '_' and '-', at most 60.")
    return name


def _check_names(ctx: click.Context, option: click.Parameter, names: str) -> str:
    return ",".join(_check_name(ctx, option, name.strip()) for name in names.split(","))


@click.command()
@click.option("--queues", default="", callback=_check_names, help="Take jobs for these engines only: press,local.")
@click.option(
    "--name", default="", callback=_check_name, help="Its name in the list of workers; by default the machine's."
)
@json_option
@pass_runtime
def worker(runtime: Runtime, queues: str, name: str) -> None:
    """Run jobs of a distributed studio until stopped.

    Runs one job at a time. The studio needs PostgreSQL and a broker: PLATEMARK_DATABASE_URL, PLATEMARK_BROKER_URL and
    PLATEMARK_DATA_DIR must be those of the studio. When the worker stops, it returns its job to the queue, which does
    not count as an attempt.
    """
    runtime.run_worker(queues, name)
