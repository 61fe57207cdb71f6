"""What ``platemark bug-reports …`` does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

import click

from platemark.access import SYSTEM
from platemark.bug_reports import legacy, retention
from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.views import KEEP, BugReportChanges, BugReportFilter
from platemark.cli.actions.bug_report_output import (
    bundle_json,
    import_json,
    import_lines,
    purge_json,
    purge_lines,
    report_json,
    report_lines,
    short_description,
    summary_json,
)
from platemark.cli.output import all_pages, format_value, print_result, print_table
from platemark.cli.runtime import Runtime
from platemark.printable import to_json

COLUMNS = ("status", "reported", "duplicates", "description", "id")


def list_reports(
    runtime: Runtime,
    status: Sequence[str],
    words: str | None,
    trace_id: str | None,
    fingerprint: str | None,
    grouped: bool,
) -> None:
    """List bug reports, newest first."""
    filter_ = BugReportFilter(status=status, q=words, trace_id=trace_id, fingerprint=fingerprint, grouped=grouped)
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        reports = list(all_pages(partial(bug_reports.list_reports, work, filter_, by=SYSTEM)))
    rows = [(it.status, it.created_at, it.duplicate_count, short_description(it), it.id) for it in reports]
    print_table([summary_json(it) for it in reports], COLUMNS, rows)


def show(runtime: Runtime, bug_report_id: UUID) -> None:
    """Show the report ID with its history; --json shows all of it."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        report = bug_reports.get(work, bug_report_id, by=SYSTEM)
    print_result(report_json(report, runtime.paths()), *report_lines(report))


def update(
    runtime: Runtime,
    bug_report_id: UUID,
    status: str | None,
    notes: str | None,
    commit: str | None,
    duplicate_of: UUID | None,
    no_duplicate: bool,
) -> None:
    """Update the report ID; its history keeps the earlier values."""
    if duplicate_of is not None and no_duplicate:
        raise click.UsageError("--duplicate-of and --no-duplicate exclude each other.")
    changes = BugReportChanges(
        status=KEEP if status is None else status,
        notes=KEEP if notes is None else notes,
        commit=KEEP if commit is None else commit or None,
        duplicate_of=KEEP if duplicate_of is None and not no_duplicate else duplicate_of,
    )
    if changes == BugReportChanges():
        raise click.UsageError("Nothing to change: give --status, --notes, --commit, --duplicate-of or --no-duplicate.")
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        report = bug_reports.update_report(work, studio, bug_report_id, changes, by=SYSTEM)
        work.commit()
    print_result(report_json(report, runtime.paths()), f"Report {bug_report_id} is {report.summary.status}.")


def delete(runtime: Runtime, bug_report_id: UUID) -> None:
    """Delete the report ID and its history."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        bug_reports.delete_report(work, bug_report_id, by=SYSTEM)
        work.commit()
    print_result({"id": bug_report_id, "deleted": True}, f"Report {bug_report_id} deleted.")


def purge(runtime: Runtime, older_than_days: int | None, dry_run: bool) -> None:
    """Delete old reports, whatever their status."""
    with runtime.open_studio() as studio, studio.work(write=not dry_run) as work:
        result = retention.purge(work, older_than_days, dry_run=dry_run, settings=studio.settings, by=SYSTEM)
        work.commit()
    print_result(purge_json(result), *purge_lines(result))


def export(runtime: Runtime, bug_report_id: UUID, output: Path | None) -> None:
    """Export the report ID as JSON."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        bundle = bug_reports.export(work, studio, bug_report_id, by=SYSTEM)
    text = to_json(bundle_json(bundle, runtime.paths()), default=format_value)
    if output is None:
        click.echo(text)
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        raise click.ClickException(f"Cannot write {output}: {error.strerror}.") from None
    print_result({"id": bug_report_id, "file": str(output)}, f"Report {bug_report_id} written to {output}.")


def import_reports(runtime: Runtime, folder: Path, dry_run: bool) -> None:
    """Import bug reports of an older system from DIR."""
    with runtime.open_studio() as studio:
        result = legacy.import_folder(studio, folder, dry_run=dry_run, by=SYSTEM)
    print_result(import_json(result), *import_lines(result))
