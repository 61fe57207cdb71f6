"""``platemark train``: train an adapter on albums, from the command line."""

from __future__ import annotations

import click

from platemark.cli.options import MAX_SEED, queue_options, single_line
from platemark.cli.runtime import runs


@click.command(name="train")
@click.argument("albums_", metavar="ALBUM...", nargs=-1, required=True)
@click.option("--engine", default="press", show_default=True, help="The engine to train with.")
@click.option("--name", callback=single_line(200), help="The name of the run and its adapter; by default the album's.")
@click.option("--description", default="", callback=single_line(4000), help="What the run is for.")
@click.option("--base", callback=single_line(500), help="The base model; by default the engine's own.")
@click.option("--seed", type=click.IntRange(0, MAX_SEED), help="The random seed; random by default.")
@click.option(
    "--held-out",
    type=click.FloatRange(0, 0.5),
    default=0.2,
    show_default=True,
    help="The share of pictures held out for evaluation.",
)
@click.option("--set", "settings_", multiple=True, metavar="NAME=VALUE", help="A training parameter of the engine.")
@queue_options("The owner of the run")
@runs("train.train")
def command() -> None:
    """Train an adapter on the pictures of albums.

    ALBUM is an album's id or exact name. Pins the pictures and their captions and queues the run. With --wait the
    command works on it, or lets the running studio do so, until it has finished; it exits 1 if there is no adapter. An
    interrupted run resumes from its last checkpoint.
    """
