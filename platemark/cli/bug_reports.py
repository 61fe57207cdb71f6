"""``platemark bug-reports …``: list, review, export, purge and import bug reports."""

from __future__ import annotations

from pathlib import Path

import click

from platemark.choices import BUG_REPORT_STATUSES
from platemark.cli.output import json_option
from platemark.cli.runtime import runs
from platemark.settings import MAX_RETENTION_DAYS

status_choice = click.Choice(BUG_REPORT_STATUSES)
id_argument = click.argument("bug_report_id", metavar="ID", type=click.UUID)


@click.group(name="bug-reports")
def bug_reports_group() -> None:
    """Bug reports: list, review, export, purge, import."""


@bug_reports_group.command(name="list")
@click.option("--status", multiple=True, type=status_choice, help="Only this status; can be repeated.")
@click.option("--q", "words", help="Only reports whose texts contain these words.")
@click.option("--trace-id", help="Only reports of this request.")
@click.option("--fingerprint", help="Only reports of this fault.")
@click.option("--grouped", is_flag=True, help="Leave out duplicates.")
@json_option
@runs("bug_reports.list_reports")
def list_reports() -> None:
    """List bug reports, newest first."""


@bug_reports_group.command()
@id_argument
@json_option
@runs("bug_reports.show")
def show() -> None:
    """Show the report ID with its history; --json shows all of it."""


@bug_reports_group.command()
@id_argument
@click.option("--status", type=status_choice, help="The new status.")
@click.option("--notes", help="Notes, which replace the earlier ones.")
@click.option("--commit", help="The commit that fixes it; empty for none.")
@click.option("--duplicate-of", type=click.UUID, help="An earlier report of the same fault.")
@click.option("--no-duplicate", is_flag=True, help="It is not a duplicate.")
@json_option
@runs("bug_reports.update")
def update() -> None:
    """Update the report ID; its history keeps the earlier values."""


@bug_reports_group.command()
@id_argument
@json_option
@runs("bug_reports.delete")
def delete() -> None:
    """Delete the report ID and its history."""


@bug_reports_group.command()
@click.option(
    "--older-than-days",
    type=click.IntRange(0, MAX_RETENTION_DAYS),
    help="Only reports older than this, 0 for all; PLATEMARK_RETENTION_DAYS by default.",
)
@click.option("--dry-run", is_flag=True, help="Only list what would be deleted.")
@json_option
@runs("bug_reports.purge")
def purge() -> None:
    """Delete old reports, whatever their status."""


@bug_reports_group.command()
@id_argument
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of standard output."
)
@json_option
@runs("bug_reports.export")
def export() -> None:
    """Export the report ID as JSON.

    The document includes its jobs and its screenshot.
    """


@bug_reports_group.command(name="import")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only list what would be imported.")
@json_option
@runs("bug_reports.import_reports")
def import_reports() -> None:
    """Import bug reports of an older system from DIR.

    Reads the bug_*.json files in DIR and removes their secrets. Running it again is safe.
    """
