"""``platemark db …``: upgrade the studio's database, copy it to another one, or count its rows anew."""

from __future__ import annotations

import click

from platemark.cli.output import json_option
from platemark.cli.runtime import runs


@click.group()
def db() -> None:
    """The studio's database: upgrade it, copy it to another one, or count anew."""


@db.command()
@click.argument("source_url")
@click.argument("target_url")
@click.option("--force", is_flag=True, help="Copy even if the source is in use; concurrent writes are not copied.")
@json_option
@runs("database.copy")
def copy() -> None:
    """Copy the studio to another, empty database.

    Copies all rows of SOURCE_URL to TARGET_URL; both are sqlite:///… or postgresql://…. Stop the studio and its workers
    first. The target gets this version's schema and then all rows or none; each table is read again and compared.
    Images are files and stay where they are, in the data folder.
    """


@db.command()
@click.argument("url", required=False)
@json_option
@runs("database.upgrade")
def upgrade() -> None:
    """Upgrade the schema of a database to this version.

    URL is by default the studio's own database. Every start of the studio does so, too.
    """


@db.command()
@json_option
@runs("database.recount")
def recount() -> None:
    """Count anew what the studio keeps counts of, and print the counts that were wrong.

    The studio may keep running; whoever writes waits meanwhile. The database keeps the counts whoever writes the rows,
    so none is wrong unless its triggers were switched off. The texts that searches read are written anew, too: of use
    after rows were changed by hand, and after an upgrade of Python.
    """
