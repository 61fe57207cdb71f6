"""``platemark caption``: caption images from the command line."""

from __future__ import annotations

import click

from platemark.cli.options import queue_options
from platemark.cli.runtime import runs


@click.command(name="caption")
@click.argument("targets", metavar="ALBUM|IMAGE...", nargs=-1, required=True)
@click.option("--engine", default="", help="The engine to use; by default the first that can caption.")
@click.option("--tags", is_flag=True, help="Also write tags.")
@click.option(
    "--overwrite", is_flag=True, help="Also caption images that have a caption; captions that people wrote stay."
)
@queue_options("The user who owns the labels")
@runs("caption.caption")
def command() -> None:
    """Caption the images of albums, or single images.

    ALBUM is an album's id or exact name, IMAGE an image's id. Queues one job for each album and one for all the images.
    With --wait the command works on the jobs, or lets the running studio do so, until they have finished; it exits 1 if
    one did not succeed.
    """
