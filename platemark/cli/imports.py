"""``platemark import …``: plan, apply, verify and undo imports of an older studio's folders, and of albums."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from platemark.choices import IMPORT_ALBUMS, IMPORT_KINDS, IMPORT_OUTCOMES, IMPORT_STATES, VISIBILITIES
from platemark.cli.output import json_option
from platemark.cli.runtime import runs

folder_argument = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
)
id_argument = click.argument("import_id", metavar="ID", type=click.UUID)


@click.group(name="import")
def import_group() -> None:
    """Import folders of an older studio, and exported albums: plan, apply, verify, undo.

    The folders are only read. The plan lists what is new, changed or skipped; applying it copies files, never moves
    them, and can be interrupted at any time and resumed.
    """


def plan_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of the commands that plan."""
    for option in (
        click.option("--apply", "apply_plan", is_flag=True, help="Apply the plan at once."),
        click.option("--dry-run", is_flag=True, help="Show what a plan would say; store nothing."),
        click.option(
            "--visibility",
            type=click.Choice(VISIBILITIES),
            default="private",
            show_default=True,
            help="Who can see what is imported, unless the source says otherwise.",
        ),
        click.option("--user", "user_name", help="The admin who will own what is imported; by default nobody."),
        json_option,
    ):
        command = option(command)
    return command


@import_group.command()
@folder_argument
@plan_options
@runs("imports.sets")
def sets() -> None:
    """Plan an import of the sets in DIR.

    DIR has a config.yaml with CSV files beside it, or CSV files alone. Each set becomes a set template and an album
    that represents it.
    """


@import_group.command()
@folder_argument
@plan_options
@runs("imports.db")
def db() -> None:
    """Plan an import of Imagineer's database in DIR.

    DIR is the folder with imagineer.db, there or in instance/, and with the files that the database names. Albums keep
    their order, and images their labels, visibility and nsfw; set templates, past runs and bug reports come along.
    """


@import_group.command()
@folder_argument
@click.option(
    "--albums",
    type=click.Choice(IMPORT_ALBUMS),
    default="known",
    show_default=True,
    help="Which folders become albums: those of known studios, or every folder with pictures, under its own name.",
)
@plan_options
@runs("imports.media")
def media() -> None:
    """Plan an import of the pictures in DIR.

    DIR is the outputs tree of an older studio. Folders become albums, pictures are matched by their bytes, and metadata
    and sidecars say how a picture was made.
    """


@import_group.command()
@click.argument(
    "folder", metavar="BUNDLE", type=click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path)
)
@plan_options
@runs("imports.album")
def album() -> None:
    """Plan an import of the exported album in the file BUNDLE.

    BUNDLE is what `platemark export album` wrote, here or in another studio: the album in its order, its pictures with
    labels and provenance, and its set template unless there is one like it. Damaged files are listed and left out.
    """


@import_group.command(name="apply")
@id_argument
@json_option
@runs("imports.apply_import")
def apply_import() -> None:
    """Apply the plan of the import ID, or resume it.

    Nothing is imported twice. Exits with 1 if an item could not be applied.
    """


@import_group.command()
@id_argument
@json_option
@runs("imports.verify")
def verify() -> None:
    """Verify what the import ID made: rows, bytes and source.

    Exits with 1 if there are discrepancies.
    """


@import_group.command()
@id_argument
@click.option("--dry-run", is_flag=True, help="Show what would be undone and what would be kept; change nothing.")
@json_option
@runs("imports.undo")
def undo() -> None:
    """Undo the import ID: remove what it made.

    What was changed since is kept and listed.
    """


@import_group.command()
@id_argument
@json_option
@runs("imports.cancel")
def cancel() -> None:
    """Cancel the import ID.

    A queued phase is cancelled at once, a running one after its current batch. Nothing is undone.
    """


@import_group.command(name="list")
@click.option("--kind", type=click.Choice(IMPORT_KINDS), help="Only imports of this kind.")
@click.option("--state", "states", type=click.Choice(IMPORT_STATES), multiple=True, help="Only imports in this state.")
@json_option
@runs("imports.list_imports")
def list_imports() -> None:
    """List imports, newest first."""


@import_group.command()
@click.argument("import_id", metavar="[ID]", type=click.UUID, required=False)
@json_option
@runs("imports.show")
def show() -> None:
    """Show the import ID, or the most recent one, with its discrepancies."""


@import_group.command()
@id_argument
@click.option(
    "--outcome", "outcomes", type=click.Choice(IMPORT_OUTCOMES), multiple=True, help="Only items of this outcome."
)
@click.option("--discrepancies", is_flag=True, help="Only items with a discrepancy.")
@json_option
@runs("imports.items")
def items() -> None:
    """List the items of the import ID, in plan order."""
