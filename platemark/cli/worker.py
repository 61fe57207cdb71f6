"""``platemark worker``: the command of machines that make pictures for a studio elsewhere."""

from __future__ import annotations

import re

import click

from platemark.cli.base import Runtime, json_option, pass_runtime

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


def _name(_ctx: click.Context, _option: click.Parameter, said: str) -> str:
    if said and not NAME.fullmatch(said):
        raise click.BadParameter(f"{said!r} is no name: letters, digits, '.', '_' and '-', sixty at most.")
    return said


def _names(ctx: click.Context, option: click.Parameter, said: str) -> str:
    return ",".join(_name(ctx, option, name.strip()) for name in said.split(","))


@click.command()
@click.option("--queues", default="", callback=_names, help="Take jobs for these engines alone: press,local.")
@click.option("--name", default="", callback=_name, help="What the list of workers calls it; else the machine's name.")
@json_option
@pass_runtime
def worker(runtime: Runtime, queues: str, name: str) -> None:
    """Do the jobs of a studio on PostgreSQL, one at a time, until stopped.

    PLATEMARK_DATABASE_URL, PLATEMARK_BROKER_URL and PLATEMARK_DATA_DIR are those of the studio. A job in hand is given
    back when the worker stops, and costs no attempt.
    """
    runtime.run_worker(queues, name)
