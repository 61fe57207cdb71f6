"""``platemark bug-reports …``: what went wrong, for those who look after it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from platemark import __version__
from platemark.access import SYSTEM
from platemark.bug_reports import legacy, retention
from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.views import (
    KEEP,
    BugReportChanges,
    BugReportFilter,
    BugReportSummaryView,
    BugReportView,
    Bundle,
    JobFacts,
    Purge,
)
from platemark.cli.base import Paths, Runtime, format_value, json_option, pass_runtime, print_result, print_table
from platemark.db.tables.bug_reports import BUG_REPORT_STATUSES
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest

COLUMNS = ("status", "reported", "again", "description", "id")
SHOWN_OF_A_TEXT = 60

status_choice = click.Choice(BUG_REPORT_STATUSES)
id_argument = click.argument("bug_report_id", metavar="ID", type=click.UUID)


@click.group(name="bug-reports")
def bug_reports_group() -> None:
    """Bug reports: list, review, hand on, purge."""


@bug_reports_group.command(name="list")
@click.option("--status", multiple=True, type=status_choice, help="Only these; may be given several times.")
@click.option("--q", "words", help="Only what has these words in its texts.")
@click.option("--trace-id", help="Only those of one request.")
@click.option("--fingerprint", help="Only those of one fault.")
@click.option("--grouped", is_flag=True, help="Leave out what is a duplicate of another.")
@json_option
@pass_runtime
def list_reports(
    runtime: Runtime,
    status: Sequence[str],
    words: str | None,
    trace_id: str | None,
    fingerprint: str | None,
    grouped: bool,
) -> None:
    """List bug reports, newest first."""
    wanted = BugReportFilter(status=status, q=words, trace_id=trace_id, fingerprint=fingerprint, grouped=grouped)
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = list(_all(work, wanted))
    rows = [(it.status, it.created_at, it.duplicate_count, _short(it.description), it.id) for it in found]
    print_table([summary(it) for it in found], COLUMNS, rows)


@bug_reports_group.command()
@id_argument
@json_option
@pass_runtime
def show(runtime: Runtime, bug_report_id: UUID) -> None:
    """Show the report ID with its history; --json shows all of it."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        found = bug_reports.get(work, bug_report_id, by=SYSTEM)
    print_result(facts(found, runtime.paths), *_lines(found))


@bug_reports_group.command()
@id_argument
@click.option("--status", type=status_choice, help="Where the work on it stands.")
@click.option("--notes", help="What there is to note, in place of earlier notes.")
@click.option("--commit", help="The commit that mends it; empty for none.")
@click.option("--duplicate-of", type=click.UUID, help="The report that tells of the same fault.")
@click.option("--no-duplicate", is_flag=True, help="It is no duplicate after all.")
@json_option
@pass_runtime
def update(
    runtime: Runtime,
    bug_report_id: UUID,
    status: str | None,
    notes: str | None,
    commit: str | None,
    duplicate_of: UUID | None,
    no_duplicate: bool,
) -> None:
    """Change the report ID; what it was stays in its history."""
    if duplicate_of is not None and no_duplicate:
        raise click.UsageError("--duplicate-of and --no-duplicate exclude each other.")
    changes = BugReportChanges(
        status=KEEP if status is None else status,
        notes=KEEP if notes is None else notes,
        commit=KEEP if commit is None else commit or None,
        duplicate_of=KEEP if duplicate_of is None and not no_duplicate else duplicate_of,
    )
    if changes == BugReportChanges():
        raise click.UsageError("Say what to change: --status, --notes, --commit, --duplicate-of or --no-duplicate.")
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        changed = bug_reports.update_report(work, studio, bug_report_id, changes, by=SYSTEM)
        work.commit()
    print_result(facts(changed, runtime.paths), f"The report {bug_report_id} is {changed.summary.status}.")


@bug_reports_group.command()
@id_argument
@json_option
@pass_runtime
def delete(runtime: Runtime, bug_report_id: UUID) -> None:
    """Delete the report ID and its history."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        bug_reports.delete_report(work, bug_report_id, by=SYSTEM)
        work.commit()
    print_result({"id": bug_report_id, "deleted": True}, f"The report {bug_report_id} is gone.")


@bug_reports_group.command()
@click.option(
    "--older-than-days",
    type=click.IntRange(0, retention.MAX_DAYS),
    help="Only reports older than so many days, 0 for all; PLATEMARK_RETENTION_DAYS by default.",
)
@click.option("--dry-run", is_flag=True, help="Only tell what would go.")
@json_option
@pass_runtime
def purge(runtime: Runtime, older_than_days: int | None, dry_run: bool) -> None:
    """Delete old reports, whatever their status."""
    with runtime.open_studio() as studio, studio.work(write=not dry_run) as work:
        done = retention.purge(work, older_than_days, dry_run=dry_run, settings=studio.settings, by=SYSTEM)
        work.commit()
    print_result(purge_facts(done), *_purge_lines(done))


@bug_reports_group.command()
@id_argument
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file, not out.")
@json_option
@pass_runtime
def export(runtime: Runtime, bug_report_id: UUID, output: Path | None) -> None:
    """Print the report ID as one JSON document, with its jobs and its screenshot."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        bundle = bug_reports.export(work, studio, bug_report_id, by=SYSTEM)
    text = json.dumps(bundle_facts(bundle, runtime.paths), default=format_value, ensure_ascii=False)
    if output is None:
        click.echo(text)
        return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}") from None
    print_result({"id": bug_report_id, "file": str(output)}, f"The report {bug_report_id} is in {output}.")


@bug_reports_group.command(name="import")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would be taken over.")
@json_option
@pass_runtime
def import_reports(runtime: Runtime, folder: Path, dry_run: bool) -> None:
    """Take over the bug_*.json files of an older system in DIR, without their secrets; again is no harm."""
    with runtime.open_studio() as studio:
        done = legacy.import_folder(studio, folder, dry_run=dry_run, by=SYSTEM)
    print_result(import_facts(done), *_import_lines(done))


def summary(of: BugReportSummaryView) -> dict[str, Any]:
    """A report in a list, as the API says one."""
    return {
        "id": of.id,
        "status": of.status,
        "description": of.description,
        "trace_id": of.trace_id,
        "fingerprint": of.fingerprint,
        "duplicate_of": of.duplicate_of,
        "duplicate_count": of.duplicate_count,
        "commit": of.commit,
        "has_screenshot": of.screenshot_digest is not None,
        "redaction_count": of.redaction_count,
        "created_by": of.created_by,
        "created_at": of.created_at,
        "updated_at": of.updated_at,
    }


def facts(of: BugReportView, paths: Paths) -> dict[str, Any]:
    """A report whole, as the API says one."""
    address = paths.bug_report_screenshot(of.summary.id)
    return {
        **summary(of.summary),
        "expected_behavior": of.expected_behavior,
        "actual_behavior": of.actual_behavior,
        **of.content,
        "screenshot_url": None if of.summary.screenshot_digest is None else address,
        "redactions": [{"kind": it.kind, "place": it.place, "count": it.count} for it in of.redactions],
        "notes": of.notes,
        "legacy_id": of.legacy_id,
        "job_ids": [it.id for it in of.jobs],
        "history": [{"at": it.at, "by": it.by, "changes": it.changes} for it in of.history],
    }


def bundle_facts(of: Bundle, paths: Paths) -> dict[str, Any]:
    """All that is known of a report, as the API exports it."""
    png = None if of.screenshot is None else base64.b64encode(of.screenshot).decode("ascii")
    return {
        "format": 1,
        "exported_at": of.at,
        "studio_version": __version__,
        "report": facts(of.report, paths),
        "jobs": [_job(it) for it in of.report.jobs],
        "screenshot": None if png is None else f"data:image/png;base64,{png}",
    }


def purge_facts(of: Purge) -> dict[str, Any]:
    """What a purge did, as the API says it."""
    return {
        "dry_run": of.dry_run,
        "older_than_days": of.older_than_days,
        "before": of.before,
        "purged_count": of.purged_count,
        "kept_count": of.kept_count,
        "items": [{"id": it.id, "status": it.status, "created_at": it.created_at} for it in of.oldest],
    }


def import_facts(of: legacy.LegacyImport) -> dict[str, Any]:
    """What taking over old reports did."""
    return {
        "dry_run": of.dry_run,
        "file_count": of.files,
        "imported_count": of.imported,
        "known_count": of.known,
        "skipped": [_left_out(it) for it in of.skipped],
        "without_screenshot": [_left_out(it) for it in of.without_screenshot],
        "redactions": [{"kind": it.kind, "place": it.place, "count": it.count} for it in of.redactions],
    }


def _left_out(of: legacy.Skipped) -> dict[str, str]:
    return {"file": of.file, "code": of.code, "detail": of.detail}


def _job(of: JobFacts) -> dict[str, Any]:
    return {
        "id": of.id,
        "kind": of.kind,
        "state": of.state,
        "error_code": of.error_code,
        "created_at": of.created_at,
        "finished_at": of.finished_at,
    }


def _purge_lines(done: Purge) -> Iterator[str]:
    if done.before is None:
        yield "Bug reports are kept for ever (PLATEMARK_RETENTION_DAYS=0); nothing goes."
        return
    verb = "would go" if done.dry_run else "are gone"
    yield f"{done.purged_count} reports from before {format_value(done.before)} {verb}, {done.kept_count} stay."


def _import_lines(done: legacy.LegacyImport) -> Iterator[str]:
    verb = "would be taken over" if done.dry_run else "were taken over"
    hidden = sum(it.count for it in done.redactions)
    yield f"{done.imported} of {done.files} reports {verb}, {done.known} were here already; {hidden} secrets taken out."
    for it in done.skipped:
        yield f"skipped {_visible(it.file)}: {it.detail} ({it.code})"
    for it in done.without_screenshot:
        yield f"without its screenshot {_visible(it.file)}: {it.detail} ({it.code})"


def _lines(of: BugReportView) -> Iterator[str]:
    it = of.summary
    yield f"{it.id}  {it.status}  {format_value(it.created_at)}"
    yield from map(_visible, it.description.splitlines())
    for name, value in (("expected", of.expected_behavior), ("actual", of.actual_behavior), ("notes", of.notes)):
        if value:
            yield f"{name}: {_visible(value)}"
    yield f"trace {it.trace_id}, jobs {', '.join(str(job.id) for job in of.jobs) or 'none'}"
    yield f"fault {it.fingerprint[:12]}, duplicate of {it.duplicate_of or 'none'}, {it.duplicate_count} duplicates"
    yield f"{len(of.content['recent_logs'])} log lines, {len(of.content['network_events'])} requests, " + (
        "a screenshot" if it.screenshot_digest else "no screenshot"
    )
    for removed in of.redactions:
        yield f"taken out: {removed.count} {removed.kind} of {removed.place}"
    for change in of.history:
        for field in change.changes:
            before, after = (_visible(field[side] or "nothing") for side in ("before", "after"))
            yield f"{format_value(change.at)} {field['field']}: {before} -> {after}"


def _visible(text: str) -> str:
    """``text`` on one line, without what would steer the terminal that shows it."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))


def _short(text: str) -> str:
    line = _visible(text)
    return line if len(line) <= SHOWN_OF_A_TEXT else f"{line[: SHOWN_OF_A_TEXT - 1]}…"


def _all(work: UnitOfWork, wanted: BugReportFilter) -> Iterator[BugReportSummaryView]:
    page = bug_reports.list_reports(work, wanted, PageRequest(200), by=SYSTEM)
    yield from page.items
    while page.next_after is not None:
        page = bug_reports.list_reports(work, wanted, PageRequest(200, page.next_after), by=SYSTEM)
        yield from page.items
