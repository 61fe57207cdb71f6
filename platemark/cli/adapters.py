"""``platemark adapters …``: list and change adapters and their previews."""

from __future__ import annotations

from pathlib import Path

import click

from platemark.choices import VISIBILITIES
from platemark.cli.options import single_line, single_lines
from platemark.cli.output import json_option
from platemark.cli.runtime import runs

adapter_argument = click.argument("adapter", metavar="ADAPTER")


@click.group(name="adapters")
def adapters_group() -> None:
    """Adapters: list and change them. ADAPTER is an id or an exact name."""


@adapters_group.command(name="list")
@click.option("--format", "format_", callback=single_line(64), help="Only those of this format.")
@click.option("--visibility", type=click.Choice(VISIBILITIES), help="Only those of this visibility.")
@json_option
@runs("adapters.list_adapters")
def list_adapters() -> None:
    """List the adapters of all users, newest first."""


@adapters_group.command()
@adapter_argument
@click.option("--name", callback=single_line(200), help="Its name.")
@click.option("--description", callback=single_line(500), help="Its purpose.")
@click.option("--weight", type=click.FloatRange(-2, 2), help="Its weight where a job names none.")
@click.option(
    "--trigger-word",
    "trigger_words",
    multiple=True,
    metavar="WORD",
    callback=single_lines(200),
    help="A trigger word; can be repeated. Replaces all.",
)
@click.option("--visibility", type=click.Choice(VISIBILITIES), help="Who may see and use it.")
@json_option
@runs("adapters.update")
def update() -> None:
    """Change what is given of ADAPTER; the rest stays."""


@adapters_group.command(name="set-preview")
@adapter_argument
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@runs("adapter_previews.replace")
def set_preview() -> None:
    """Give ADAPTER the picture FILE (PNG, JPEG, WebP or AVIF) as its preview."""


@adapters_group.command(name="remove-preview")
@adapter_argument
@json_option
@runs("adapter_previews.remove")
def remove_preview() -> None:
    """Leave ADAPTER without a preview."""
