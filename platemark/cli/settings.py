"""``platemark settings …``: the studio's defaults of generation."""

from __future__ import annotations

import click

from platemark.cli.options import single_line
from platemark.cli.output import json_option
from platemark.cli.runtime import runs

CLEARABLE = click.Choice(("engine", "model", "adapters"))


@click.group()
def settings() -> None:
    """The engine, model and adapters of jobs and sets that name none."""


@settings.command()
@json_option
@runs("settings.show")
def show() -> None:
    """Show the defaults."""


@settings.command(name="set")
@click.option("--engine", callback=single_line(64), help="The engine.")
@click.option("--model", callback=single_line(300), help="A model of the engine, as `platemark models list` shows it.")
@click.option(
    "--adapter",
    "adapters_",
    multiple=True,
    metavar="NAME[:WEIGHT]",
    help="An adapter, by id or exact name; can be repeated. Replaces all.",
)
@click.option("--clear", multiple=True, type=CLEARABLE, help="Have no default of this; can be repeated.")
@json_option
@runs("settings.update")
def update() -> None:
    """Set the defaults that are given; the others stay."""
