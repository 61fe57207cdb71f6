"""``platemark run-set``: generate a whole set of pictures from the command line."""

from __future__ import annotations

import click

from platemark.cli.options import MAX_SEED, Command, queue_options, single_line
from platemark.cli.runtime import runs


def _check_side(_context: click.Context, _option: click.Parameter, pixels: int | None) -> int | None:
    if pixels is None or pixels % 8 == 0:
        return pixels
    raise click.BadParameter("must be a multiple of 8.")


SIDE = click.IntRange(64, 2048)
RUN_OPTIONS = (
    click.option("--theme", required=True, callback=single_line(500), help="What the whole set is about."),
    click.option("--engine", callback=single_line(64), help="Overrides the set template."),
    click.option("--model", callback=single_line(300), help="A model of the engine; overrides the set template."),
    click.option("--seed", type=click.IntRange(0, MAX_SEED), help="The seed of the first row; random by default."),
    click.option("--steps", type=click.IntRange(1, 100), help="Overrides the set template."),
    click.option("--guidance", type=click.FloatRange(0, 30), help="Overrides the set template."),
    click.option("--width", type=SIDE, callback=_check_side, help="In pixels; overrides the set template."),
    click.option("--height", type=SIDE, callback=_check_side, help="In pixels; overrides the set template."),
    click.option("--album-name", callback=single_line(200), help="By default the set template's name and the theme."),
    click.option(
        "--adapter",
        "adapters_",
        multiple=True,
        metavar="NAME[:WEIGHT]",
        help="Generate with this adapter, by id or exact name; can be repeated. Overrides those of the set template.",
    ),
)
"""The options of all commands that run a set."""


def run_options(command: Command) -> Command:
    """Add the options of a set run, in their order."""
    for option in reversed(RUN_OPTIONS):
        command = option(command)
    return command


@click.command(name="run-set")
@click.argument("set_", metavar="SET")
@run_options
@click.option("--preview", is_flag=True, help="Print the prompts, and what is wrong with them; nothing is queued.")
@queue_options("The owner of the album")
@runs("run_set.run_set")
def command() -> None:
    """Generate a whole set of pictures in an album.

    SET is a set template's slug, id or exact name. Queues one job for each row and creates the album. With --wait the
    command works on the jobs, or lets the running studio do so, until they have finished; it exits 1 if a picture could
    not be generated. With --preview it exits 1 if the set cannot be run.
    """
