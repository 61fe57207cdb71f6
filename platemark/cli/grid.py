"""``platemark grid``: one row of a set in many combinations of values, from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from platemark.cli.options import queue_options
from platemark.cli.run_set import run_options
from platemark.cli.runtime import runs


@click.command(name="grid")
@click.argument("set_", metavar="SET")
@click.option(
    "--axis",
    "axes",
    multiple=True,
    required=True,
    metavar="KIND[:NAME]=VALUE,VALUE…",
    help="What to change, and to which values; given two to four times. The first runs across, the second down.",
)
@click.option("--row", type=click.IntRange(1, 1000), default=1, show_default=True, help="The row of the set to draw.")
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the contact sheet to this PNG file; needs --wait.",
)
@run_options
@queue_options("The owner of the album")
@runs("grid.grid")
def command() -> None:
    """Draw one row of a set in all combinations of some values.

    SET is a set template's slug, id or exact name. KIND is word:NAME (theme, style_suffix, base_prompt or a column of
    the set), replacement:TEXT, adapter, adapter_weight:ADAPTER, engine, model, steps, guidance_scale, seed or row. A
    value with a comma stands in double quotes. Pictures that an earlier grid of the same user has drawn are not drawn
    again.

    \b
    platemark grid zodiac --theme winter --axis steps=10,20,40 --axis word:theme=winter,midnight --wait --sheet grid.png
    """
