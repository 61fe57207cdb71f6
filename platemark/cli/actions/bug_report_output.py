"""How ``platemark bug-reports`` prints: values as in the API for ``--json``, lines for people."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

from platemark import __version__
from platemark.bug_reports import legacy
from platemark.bug_reports.views import BugReportSummaryView, BugReportView, Bundle, JobFacts, Purge
from platemark.cli.output import format_value
from platemark.cli.runtime import Paths

MAX_DESCRIPTION = 60


def summary_json(report: BugReportSummaryView) -> dict[str, Any]:
    """A report as in a list of the API."""
    return {
        "id": report.id,
        "status": report.status,
        "description": report.description,
        "trace_id": report.trace_id,
        "fingerprint": report.fingerprint,
        "duplicate_of": report.duplicate_of,
        "duplicate_count": report.duplicate_count,
        "commit": report.commit,
        "has_screenshot": report.screenshot_digest is not None,
        "redaction_count": report.redaction_count,
        "created_by": report.created_by,
        "created_at": report.created_at,
        "updated_at": report.updated_at,
    }


def report_json(report: BugReportView, paths: Paths) -> dict[str, Any]:
    """A whole report as in the API."""
    screenshot_url = paths.bug_report_screenshot(report.summary.id)
    return {
        **summary_json(report.summary),
        "expected_behavior": report.expected_behavior,
        "actual_behavior": report.actual_behavior,
        **report.content,
        "screenshot_url": None if report.summary.screenshot_digest is None else screenshot_url,
        "redactions": [{"kind": it.kind, "place": it.place, "count": it.count} for it in report.redactions],
        "notes": report.notes,
        "legacy_id": report.legacy_id,
        "job_ids": [it.id for it in report.jobs],
        "history": [{"at": it.at, "by": it.by, "changes": it.changes} for it in report.history],
    }


def bundle_json(bundle: Bundle, paths: Paths) -> dict[str, Any]:
    """A report with its jobs and its screenshot, as the API exports it."""
    png = None if bundle.screenshot is None else base64.b64encode(bundle.screenshot).decode("ascii")
    return {
        "format": 1,
        "exported_at": bundle.at,
        "studio_version": __version__,
        "report": report_json(bundle.report, paths),
        "jobs": [_job_json(it) for it in bundle.report.jobs],
        "screenshot": None if png is None else f"data:image/png;base64,{png}",
    }


def purge_json(purge: Purge) -> dict[str, Any]:
    """The result of a purge as in the API."""
    return {
        "dry_run": purge.dry_run,
        "older_than_days": purge.older_than_days,
        "before": purge.before,
        "purged_count": purge.purged_count,
        "kept_count": purge.kept_count,
        "items": [{"id": it.id, "status": it.status, "created_at": it.created_at} for it in purge.oldest],
    }


def import_json(result: legacy.LegacyImport) -> dict[str, Any]:
    """The result of importing the reports of an older system."""
    return {
        "dry_run": result.dry_run,
        "file_count": result.files,
        "imported_count": result.imported,
        "known_count": result.known,
        "skipped": [_skipped_json(it) for it in result.skipped],
        "without_screenshot": [_skipped_json(it) for it in result.without_screenshot],
        "redactions": [{"kind": it.kind, "place": it.place, "count": it.count} for it in result.redactions],
    }


def _skipped_json(skipped: legacy.Skipped) -> dict[str, str]:
    return {"file": skipped.file, "code": skipped.code, "detail": skipped.detail}


def _job_json(job: JobFacts) -> dict[str, Any]:
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "error_code": job.error_code,
        "created_at": job.created_at,
        "finished_at": job.finished_at,
    }


def purge_lines(purge: Purge) -> Iterator[str]:
    """The result of a purge."""
    if purge.before is None:
        yield "Bug reports are kept for ever (PLATEMARK_RETENTION_DAYS=0); none was deleted."
        return
    verb, rest = ("would be deleted", "would stay") if purge.dry_run else ("deleted", "left")
    yield f"{purge.purged_count} reports older than {format_value(purge.before)} {verb}, {purge.kept_count} {rest}."


def import_lines(result: legacy.LegacyImport) -> Iterator[str]:
    """The result of importing the reports of an older system."""
    verb = "would be imported" if result.dry_run else "imported"
    redacted = sum(it.count for it in result.redactions)
    yield (f"{result.imported} of {result.files} reports {verb}, {result.known} known; {redacted} secrets removed.")
    for it in result.skipped:
        yield f"skipped {_printable(it.file)}: {it.detail} ({it.code})"
    for it in result.without_screenshot:
        yield f"imported without screenshot {_printable(it.file)}: {it.detail} ({it.code})"


def report_lines(report: BugReportView) -> Iterator[str]:
    """A whole report."""
    summary = report.summary
    yield f"{summary.id}  {summary.status}  {format_value(summary.created_at)}"
    yield from map(_printable, summary.description.splitlines())
    texts = (("expected", report.expected_behavior), ("actual", report.actual_behavior), ("notes", report.notes))
    for name, text in texts:
        if text:
            yield f"{name}: {_printable(text)}"
    yield f"trace {summary.trace_id}, jobs {', '.join(str(job.id) for job in report.jobs) or 'none'}"
    duplicate_of = summary.duplicate_of or "none"
    yield f"fault {summary.fingerprint[:12]}, duplicate of {duplicate_of}, {summary.duplicate_count} duplicates"
    yield f"{len(report.content['recent_logs'])} log lines, {len(report.content['network_events'])} requests, " + (
        "a screenshot" if summary.screenshot_digest else "no screenshot"
    )
    for redaction in report.redactions:
        yield f"removed: {redaction.count} {redaction.kind} in {redaction.place}"
    for change in report.history:
        for field in change.changes:
            before, after = (_printable(field[side] or "nothing") for side in ("before", "after"))
            yield f"{format_value(change.at)} {field['field']}: {before} -> {after}"


def short_description(report: BugReportSummaryView) -> str:
    """The description on one line, cut to ``MAX_DESCRIPTION`` characters."""
    line = _printable(report.description)
    return line if len(line) <= MAX_DESCRIPTION else f"{line[: MAX_DESCRIPTION - 1]}…"


def _printable(text: str) -> str:
    """``text`` on one line, without characters that control the terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))
