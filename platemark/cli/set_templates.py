"""``platemark set-templates …``: list set templates and restore archived ones."""

from __future__ import annotations

import click

from platemark.cli.output import json_option
from platemark.cli.runtime import runs


@click.group(name="set-templates")
def set_templates_group() -> None:
    """Set templates: list them, restore archived ones."""


@set_templates_group.command(name="list")
@click.option("--archived", is_flag=True, help="Archived ones, instead of those that are not.")
@json_option
@runs("set_templates.list_templates")
def list_templates() -> None:
    """List the set templates of all users, newest first."""


@set_templates_group.command()
@click.argument("set_template_ids", metavar="ID...", type=click.UUID, nargs=-1, required=True)
@json_option
@runs("set_templates.restore")
def restore() -> None:
    """Restore the archived set templates ID: all of them, or none."""
