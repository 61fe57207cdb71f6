"""``platemark trash …``: list, restore and delete for good what is in the trash."""

from __future__ import annotations

import click

from platemark.cli.output import json_option
from platemark.cli.runtime import runs
from platemark.settings import MAX_RETENTION_DAYS


@click.group(name="trash")
def trash_group() -> None:
    """The trash: list its images, restore them, delete them for good."""


@trash_group.command(name="list")
@json_option
@runs("trash.list_trash")
def list_trash() -> None:
    """List the images in the trash, of all users, newest first."""


@trash_group.command()
@click.argument("image_ids", metavar="ID...", type=click.UUID, nargs=-1, required=True)
@json_option
@runs("trash.restore")
def restore() -> None:
    """Restore the images ID to their albums."""


@trash_group.command()
@click.argument("image_ids", metavar="[ID]...", type=click.UUID, nargs=-1)
@click.option(
    "--older-than-days",
    type=click.IntRange(0, MAX_RETENTION_DAYS),
    help="Only images in the trash for so long, 0 for all; PLATEMARK_TRASH_DAYS by default.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be deleted.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@runs("trash.purge")
def purge() -> None:
    """Delete old images in the trash, or the images ID, for good.

    Their files are deleted with them unless other images have the same. Images that a training run or an unfinished set
    run names stay.
    """
