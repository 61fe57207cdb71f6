"""``platemark images …``: change many images at once."""

from __future__ import annotations

import click

from platemark.choices import VISIBILITIES
from platemark.cli.options import single_line, single_lines
from platemark.cli.output import json_option
from platemark.cli.runtime import runs

TAG = single_lines(200)


@click.group(name="images")
def images_group() -> None:
    """Images: change many at once."""


@images_group.command()
@click.argument("image_ids", metavar="[ID]...", type=click.UUID, nargs=-1)
@click.option("--in-album", type=click.UUID, help="All images of this album, instead of the images ID.")
@click.option("--with-label", callback=single_line(200), help="All images with this label, instead of the images ID.")
@click.option("--matching", callback=single_line(200), help="All images with this text, instead of the images ID.")
@click.option("--in-trash", is_flag=True, help="Of these, those in the trash.")
@click.option("--visibility", type=click.Choice(VISIBILITIES), help="Who may see them.")
@click.option("--nsfw/--no-nsfw", default=None, help="Whether they are not safe for work.")
@click.option("--trash/--restore", "trashed", default=None, help="Move them to the trash, or back.")
@click.option("--add-tag", "add_tags", multiple=True, callback=TAG, help="A tag to add; up to five.")
@click.option("--remove-tag", "remove_tags", multiple=True, callback=TAG, help="A tag to remove; up to five.")
@click.option("--add-to-album", type=click.UUID, help="The album to append them to.")
@click.option("--remove-from-album", type=click.UUID, help="The album to remove them from.")
@click.option("--user", "user_name", help="Who changes them; by default the first admin.")
@click.option("--dry-run", is_flag=True, help="Only say how many would be changed.")
@json_option
@runs("images.update")
def update() -> None:
    """Change the images ID, or all that match, at most 1000: all of them, or none."""
