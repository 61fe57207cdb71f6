"""What ``platemark db …`` does."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict

import click

from platemark.cli.output import json_requested, print_result, print_table
from platemark.cli.runtime import Runtime
from platemark.db import database_copy
from platemark.db.kept_counts.recounting import recount as count_anew
from platemark.db.migrate import latest_revision, upgrade_or_fail
from platemark.jobs.estimates import rebuild_estimates
from platemark.search.rebuild import rebuild_search

COLUMNS = ("table", "rows", "digest")
DIFFERENCES = ("table", "key", "kept", "counted")


def copy(runtime: Runtime, source_url: str, target_url: str, force: bool) -> None:
    """Copy the studio to another, empty database."""
    settings = runtime.settings()
    lease_ms = round(settings.lease_seconds * 1000)
    with nullcontext() if force else runtime.lock_exclusively([source_url, target_url]):
        tables = database_copy.copy_database(source_url, target_url, lease_ms=lease_ms, force=force)
    print_table([asdict(it) for it in tables], COLUMNS, [(it.table, it.rows, it.digest) for it in tables])
    if not json_requested():
        click.echo(f"Copied {sum(it.rows for it in tables)} rows; source and target are equal in each table.", err=True)
        click.echo("Now set PLATEMARK_DATABASE_URL to the target; images stay in PLATEMARK_DATA_DIR.", err=True)


def upgrade(runtime: Runtime, url: str | None) -> None:
    """Upgrade the schema of a database to this version."""
    database_url = url or runtime.settings().resolved_database_url
    with runtime.lock_exclusively([database_url]):
        upgrade_or_fail(database_url)
    print_result({"revision": latest_revision()}, f"The database has schema revision {latest_revision()}.")


def recount(runtime: Runtime) -> None:
    """Count anew what the studio keeps counts of, print the counts that were wrong, and write what searches read."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        wrong = count_anew(work.connection)
        rebuild_estimates(work)
        texts = rebuild_search(work)
        work.commit()
    rows = [(it.table, _join(it.key), _join(it.kept), _join(it.counted)) for it in wrong]
    print_table([asdict(it) for it in wrong], DIFFERENCES, rows)
    if not json_requested():
        click.echo(f"{len(wrong)} counts were wrong." if wrong else "All counts were right.", err=True)
        if texts:
            click.echo(f"{texts} texts or traits that searches read were wrong.", err=True)


def _join(values: Sequence[object]) -> str:
    return " ".join(map(str, values))
