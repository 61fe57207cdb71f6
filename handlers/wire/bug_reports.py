"""Bug reports on the wire: views become models of the contract, request bodies become what the service takes."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

import msgspec

from generated import models, paths
from generated.operations import ExportBugReport200, GetBugReportScreenshot200
from handlers.wire.common import enum_value_or, enum_values, file_fields, next_cursor, value_or
from platemark import __version__
from platemark.bug_reports.views import (
    KEEP,
    BugReportChanges,
    BugReportFilter,
    BugReportSummaryView,
    BugReportView,
    Bundle,
    ChangeView,
    JobFacts,
    NewBugReport,
    Purge,
    PurgedReport,
    Receipt,
    Removed,
)
from platemark.images.views import FileView
from platemark.paging import Page
from platemark.stored_rows import read_all


def new_bug_report(body: models.BugReportSubmission) -> NewBugReport:
    """The report to create; secrets are not yet redacted."""
    return NewBugReport(
        description=body.description,
        expected_behavior=body.expected_behavior,
        actual_behavior=body.actual_behavior,
        steps_to_reproduce=_steps(body.steps_to_reproduce),
        environment=_to_json(body.environment),
        client_meta=_to_json(body.client_meta),
        app_state=body.app_state,
        recent_logs=_to_json(body.recent_logs or []),
        network_events=_to_json(body.network_events or []),
        screenshot=body.screenshot,
        trace_id=body.trace_id,
    )


def bug_report_receipt(view: Receipt) -> models.BugReportReceipt:
    """The receipt for a new report."""
    return models.BugReportReceipt(
        id=view.id,
        trace_id=view.trace_id,
        duplicate_of=view.duplicate_of,
        redactions=_redactions(view.redactions),
        redaction_count=view.redaction_count,
        created_at=view.created_at,
    )


def bug_report_filter(
    *,
    status: list[models.BugReportStatus] | None,
    q: str | None,
    trace_id: str | None,
    fingerprint: str | None,
    grouped: bool,
) -> BugReportFilter:
    """The filter of a list of reports."""
    return BugReportFilter(status=enum_values(status), q=q, trace_id=trace_id, fingerprint=fingerprint, grouped=grouped)


def bug_report_changes(body: models.BugReportUpdate) -> BugReportChanges:
    """The changes of a report; fields that are absent stay as they are."""
    return BugReportChanges(
        status=enum_value_or(body.status, KEEP),
        notes=value_or(body.notes, KEEP),
        commit=value_or(body.commit, KEEP),
        duplicate_of=value_or(body.duplicate_of, KEEP),
    )


def bug_report_summary(view: BugReportSummaryView) -> models.BugReportSummary:
    """A report in a list."""
    return models.BugReportSummary(
        id=view.id,
        status=models.BugReportStatus(view.status),
        description=view.description,
        trace_id=view.trace_id,
        fingerprint=view.fingerprint,
        duplicate_of=view.duplicate_of,
        duplicate_count=view.duplicate_count,
        commit=view.commit,
        has_screenshot=view.screenshot_digest is not None,
        redaction_count=view.redaction_count,
        created_by=view.created_by,
        created_at=view.created_at,
        updated_at=view.updated_at,
    )


def bug_report_page(page: Page[BugReportSummaryView]) -> models.BugReportPage:
    """A page of reports."""
    return models.BugReportPage(items=read_all(bug_report_summary, page.items), next_cursor=next_cursor(page))


def bug_report(view: BugReportView) -> models.BugReport:
    """A report with everything known of it."""
    content = view.content
    return models.BugReport.from_bug_report_summary(
        bug_report_summary(view.summary),
        expected_behavior=view.expected_behavior,
        actual_behavior=view.actual_behavior,
        steps_to_reproduce=content["steps_to_reproduce"],
        environment=msgspec.convert(content["environment"], models.BugReportEnvironment | None),
        client_meta=msgspec.convert(content["client_meta"], models.BugReportClientMeta | None),
        app_state=content["app_state"],
        recent_logs=msgspec.convert(content["recent_logs"], list[models.BugReportLog]),
        network_events=msgspec.convert(content["network_events"], list[models.BugReportNetworkEvent]),
        screenshot_url=_screenshot_url(view.summary),
        redactions=_redactions(view.redactions),
        notes=view.notes,
        legacy_id=view.legacy_id,
        job_ids=[job.id for job in view.jobs],
        history=[bug_report_change(entry) for entry in view.history],
    )


def bug_report_change(view: ChangeView) -> models.BugReportChange:
    """An entry of a report's history: who changed which fields, and when."""
    return models.BugReportChange(
        at=view.at, by=view.by, changes=msgspec.convert(view.changes, list[models.BugReportFieldChange])
    )


def bug_report_purge(view: Purge) -> models.BugReportPurge:
    """What a purge deleted, or would delete."""
    return models.BugReportPurge(
        dry_run=view.dry_run,
        older_than_days=view.older_than_days,
        before=view.before,
        purged_count=view.purged_count,
        kept_count=view.kept_count,
        items=[_purged_bug_report(report) for report in view.oldest],
    )


def screenshot_response(view: FileView) -> GetBugReportScreenshot200:
    """The bytes of a screenshot."""
    return GetBugReportScreenshot200(**file_fields(view))


def export_response(bundle: Bundle) -> ExportBugReport200:
    """A report with its jobs and its screenshot, as a JSON file to download."""
    body = models.BugReportExport(
        format=1,
        exported_at=bundle.at,
        studio_version=__version__,
        report=bug_report(bundle.report),
        jobs=[bug_report_job(job) for job in bundle.report.jobs],
        screenshot=None if bundle.screenshot is None else _data_url(bundle.screenshot),
    )
    name = f"bug-report-{bundle.report.summary.id}.json"
    return ExportBugReport200(body=body, content_disposition=f'attachment; filename="{name}"')


def bug_report_job(view: JobFacts) -> models.BugReportJob:
    """A job with the same trace id as a report."""
    return models.BugReportJob(
        id=view.id,
        kind=models.JobKind(view.kind),
        state=models.State(view.state),
        error_code=view.error_code,
        created_at=view.created_at,
        finished_at=view.finished_at,
    )


def _steps(value: list[str] | str | None) -> list[str]:
    if isinstance(value, str):
        return [line.strip() for line in value.splitlines() if line.strip()]
    return value or []


def _to_json(value: Any) -> Any:
    """Models as plain JSON values, times as RFC 3339."""
    return msgspec.to_builtins(value)


def _redactions(redactions: Sequence[Removed]) -> list[models.BugReportRedaction]:
    return [
        models.BugReportRedaction(kind=redaction.kind, place=redaction.place, count=redaction.count)
        for redaction in redactions
    ]


def _screenshot_url(view: BugReportSummaryView) -> str | None:
    return None if view.screenshot_digest is None else paths.bug_report_screenshot(view.id)


def _purged_bug_report(view: PurgedReport) -> models.PurgedBugReport:
    return models.PurgedBugReport(id=view.id, status=models.BugReportStatus(view.status), created_at=view.created_at)


def _data_url(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
