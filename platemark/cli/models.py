"""``platemark models …``: find checkpoints and LoRAs in a folder."""

from __future__ import annotations

from pathlib import Path

import click

from platemark.cli.options import single_line
from platemark.cli.output import json_option
from platemark.cli.runtime import runs

folder_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
)


@click.group()
def models() -> None:
    """Checkpoints and LoRAs on this machine."""


@models.command(name="list")
@click.option("--engine", callback=single_line(64), help="Only models of this engine.")
@json_option
@runs("models.list_models")
def list_models() -> None:
    """List the models that the studio's engines can generate with.

    A digest is known once the model was read: by `platemark models scan` or for an image.
    """


@models.command(name="scan")
@folder_argument
@click.option("--dry-run", is_flag=True, help="Only list; register no LoRA.")
@json_option
@runs("models.scan_folder")
def scan_folder() -> None:
    """Find checkpoints and LoRAs in DIR; register the LoRAs.

    Each LoRA is registered once, as an adapter, with the trigger words and the weight that its header and the files
    beside it state. Links to files inside DIR are followed; other links are listed with the reason. Nothing in the
    files is executed, and files that could run code are not opened. A LoRA's bytes are copied into the data folder. A
    checkpoint stays where it is and is read once for its digest: PLATEMARK_DIFFUSERS_MODEL names the one to generate
    with, PLATEMARK_DIFFUSERS_MODELS a folder of those that jobs, sets and training runs may name.
    """
