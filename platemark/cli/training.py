"""``platemark training …``: ask a running training run for a sample or a checkpoint now."""

from __future__ import annotations

import click

from platemark.cli.output import json_option
from platemark.cli.runtime import runs

run_argument = click.argument("training_run_id", metavar="ID", type=click.UUID)


@click.group(name="training")
def training_group() -> None:
    """Training runs: ask a running one for a sample or a checkpoint now."""


@training_group.command()
@run_argument
@json_option
@runs("training.sample")
def sample() -> None:
    """Ask the running training run ID for a sample after its next step."""


@training_group.command()
@run_argument
@json_option
@runs("training.save")
def save() -> None:
    """Ask the running training run ID to save a checkpoint after its next step."""
