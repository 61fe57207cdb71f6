"""``platemark export …`` and ``platemark verify``: albums as files, and whether such a file is whole."""

from __future__ import annotations

from pathlib import Path

import click

from platemark.choices import EMBEDDED
from platemark.cli.output import json_option
from platemark.cli.runtime import runs


@click.group(name="export")
def export_group() -> None:
    """Write what a studio has to files."""


@export_group.command()
@click.argument("album_", metavar="ALBUM")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of album-ID.zip; one that exists is replaced.",
)
@click.option(
    "--embed",
    type=click.Choice(EMBEDDED),
    help="Write into the pictures what they were made with, as AUTOMATIC1111 does; by default they are as stored.",
)
@json_option
@runs("exports.export_album")
def album() -> None:
    """Write an album to a ZIP file: pictures, provenance, labels, captions, set template.

    ALBUM is its id or exact name. The file appears once it is complete.
    """


@click.command()
@click.argument("bundle", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reproduce", is_flag=True, help="Also draw again what a deterministic engine made, and compare.")
@json_option
@runs("exports.verify")
def verify() -> None:
    """Check that the file of an exported album is as it was written; needs no studio.

    Names each file in it that is damaged, missing or added, and with --reproduce each picture that its engine draws
    otherwise now; of those that cannot be drawn here, it says how many there are and why. Exit code 1 if any is named.
    """
