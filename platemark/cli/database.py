"""``platemark db …``: the studio's database brought up to date, or moved to another one."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import asdict

import click

from platemark.cli.base import Runtime, json_option, json_requested, pass_runtime, print_result, print_table
from platemark.db import copying
from platemark.db.migrate import newest_revision, upgrade_or_refuse

COLUMNS = ("table", "rows", "digest")


@click.group()
def db() -> None:
    """The studio's database: bring it up to date, move it."""


@db.command()
@click.argument("source_url")
@click.argument("target_url")
@click.option("--force", is_flag=True, help="Copy though the source is in use; what is written meanwhile stays behind.")
@json_option
@pass_runtime
def copy(runtime: Runtime, source_url: str, target_url: str, force: bool) -> None:
    """Copy all rows of the database SOURCE_URL into the empty database TARGET_URL: sqlite:///… or postgresql://….

    Stop the studio and its workers first. The target gets this version's schema, then all rows or none, and each
    table is read again and compared. Images are files and stay where they are, in the data folder.
    """
    settings = runtime.settings()
    lease_ms = round(settings.lease_seconds * 1000)
    with nullcontext() if force else runtime.lock_exclusively([source_url, target_url]):
        copied = copying.copy(source_url, target_url, lease_ms=lease_ms, force=force)
    print_table([asdict(it) for it in copied], COLUMNS, [(it.table, it.rows, it.digest) for it in copied])
    if not json_requested():
        click.echo(f"{sum(it.rows for it in copied)} rows copied, each table proven equal.", err=True)
        click.echo("Now set PLATEMARK_DATABASE_URL to the target; images stay where PLATEMARK_DATA_DIR says.", err=True)


@db.command()
@click.argument("url", required=False)
@json_option
@pass_runtime
def upgrade(runtime: Runtime, url: str | None) -> None:
    """Bring the database URL, or else the studio's own, to the schema of this version. Every start does so as well."""
    chosen = url or runtime.settings().resolved_database_url
    with runtime.lock_exclusively([chosen]):
        upgrade_or_refuse(chosen)
    print_result({"revision": newest_revision()}, f"The database has the schema {newest_revision()}.")
