"""``platemark jobs …``: list jobs, cancel many at once, look at one that runs."""

from __future__ import annotations

from pathlib import Path

import click

from platemark.choices import JOB_KINDS, JOB_STATES
from platemark.cli.output import json_option
from platemark.cli.runtime import runs


@click.group(name="jobs")
def jobs_group() -> None:
    """The queue: list its jobs, cancel many at once, look at one that runs."""


@jobs_group.command(name="list")
@click.option("--state", "states", multiple=True, type=click.Choice(JOB_STATES), help="Only this; can be repeated.")
@click.option("--kind", type=click.Choice(JOB_KINDS), help="Only those of this kind.")
@click.option("--user", "user_name", help="Only those of this user.")
@click.option("--set-run", "set_run_id", type=click.UUID, help="Only those of this set run.")
@click.option("--limit", type=click.IntRange(1, 200), default=50, show_default=True, help="At most so many.")
@json_option
@runs("jobs.list_jobs")
def list_jobs() -> None:
    """List the newest jobs, of all users."""


@jobs_group.command()
@click.option("--mine", is_flag=True, help="Those of the first admin, for whom commands queue jobs by default.")
@click.option("--user", "user_name", help="Those of this user.")
@click.option("--all", "everyone", is_flag=True, help="Those of all users.")
@click.option("--set-run", "set_run_id", type=click.UUID, help="Only those of this set run.")
@click.option("--kind", type=click.Choice(JOB_KINDS), help="Only those of this kind.")
@click.option("--queued-only", is_flag=True, help="Leave running jobs alone.")
@click.option("--dry-run", is_flag=True, help="Only say what would be cancelled.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@runs("jobs.cancel")
def cancel() -> None:
    """Cancel queued jobs, and ask running ones to stop.

    Give --mine, --user, --all or --set-run; with --set-run alone, those of all users.
    """


@jobs_group.command()
@click.argument("job_id", metavar="ID", type=click.UUID)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of job-ID.webp; one that exists is replaced.",
)
@json_option
@runs("jobs.preview")
def preview() -> None:
    """Write the newest picture of a running job to a file, as WebP."""
