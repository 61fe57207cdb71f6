"""``platemark db …``: upgrade the studio's database, or copy it to another one."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import asdict

import click

from platemark.cli.output import json_option, json_requested, print_result, print_table
from platemark.cli.runtime import Runtime, pass_runtime
from platemark.db import database_copy
from platemark.db.migrate import latest_revision, upgrade_or_fail

COLUMNS = ("table", "rows", "digest")


@click.group()
def db() -> None:
    """The studio's database: upgrade it, or copy it to another one."""


@db.command()
@click.argument("source_url")
@click.argument("target_url")
@click.option("--force", is_flag=True, help="Copy even if the source is in use; concurrent writes are not copied.")
@json_option
@pass_runtime
def copy(runtime: Runtime, source_url: str, target_url: str, force: bool) -> None:
    """Copy the studio to another, empty database.

    Copies all rows of SOURCE_URL to TARGET_URL; both are sqlite:///… or postgresql://…. Stop the studio and its workers
    first. The target gets this version's schema and then all rows or none; each table is read again and compared.
    Images are files and stay where they are, in the data folder.
    """
    settings = runtime.settings()
    lease_ms = round(settings.lease_seconds * 1000)
    with nullcontext() if force else runtime.lock_exclusively([source_url, target_url]):
        tables = database_copy.copy_database(source_url, target_url, lease_ms=lease_ms, force=force)
    print_table([asdict(it) for it in tables], COLUMNS, [(it.table, it.rows, it.digest) for it in tables])
    if not json_requested():
        click.echo(f"Copied {sum(it.rows for it in tables)} rows; source and target are equal in each table.", err=True)
        click.echo("Now set PLATEMARK_DATABASE_URL to the target; images stay in PLATEMARK_DATA_DIR.", err=True)


@db.command()
@click.argument("url", required=False)
@json_option
@pass_runtime
def upgrade(runtime: Runtime, url: str | None) -> None:
    """Upgrade the schema of a database to this version.

    URL is by default the studio's own database. Every start of the studio does so, too.
    """
    database_url = url or runtime.settings().resolved_database_url
    with runtime.lock_exclusively([database_url]):
        upgrade_or_fail(database_url)
    print_result({"revision": latest_revision()}, f"The database has schema revision {latest_revision()}.")
