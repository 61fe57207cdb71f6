"""Handlers of the tag bug_reports."""

from __future__ import annotations

from uuid import UUID

from generated import models, paths
from generated.operations import (
    CreateBugReport201,
    CreateBugReportResponse,
    DeleteBugReport204,
    DeleteBugReportResponse,
    ExportBugReportResponse,
    GetBugReport200,
    GetBugReportResponse,
    GetBugReportScreenshotResponse,
    ListBugReports200,
    ListBugReportsResponse,
    PurgeBugReports200,
    PurgeBugReportsResponse,
    UpdateBugReport200,
    UpdateBugReportResponse,
)
from handlers.wire import bug_reports as wire
from handlers.wire.common import page_request
from platemark.bug_reports import retention
from platemark.bug_reports import service as bug_reports
from platemark.etags import etag
from platemark.http.context import Context


def list_bug_reports(
    context: Context,
    /,
    *,
    status: list[models.BugReportStatus] | None,
    q: str | None,
    trace_id: str | None,
    fingerprint: str | None,
    grouped: bool,
    limit: int,
    cursor: str | None,
) -> ListBugReportsResponse:
    """GET /bug-reports"""
    filters = wire.bug_report_filter(status=status, q=q, trace_id=trace_id, fingerprint=fingerprint, grouped=grouped)
    page = bug_reports.list_reports(context.work, filters, page_request(limit, cursor), by=context.actor)
    return ListBugReports200(body=wire.bug_report_page(page))


def create_bug_report(context: Context, /, *, body: models.BugReportSubmission) -> CreateBugReportResponse:
    """POST /bug-reports. Secrets are removed before the transaction begins with the first statement."""
    receipt = bug_reports.create(context.work, context.studio, wire.new_bug_report(body), by=context.actor)
    return CreateBugReport201(body=wire.bug_report_receipt(receipt), location=paths.bug_report(receipt.id))


def purge_bug_reports(context: Context, /, *, body: models.BugReportPurgeRequest) -> PurgeBugReportsResponse:
    """POST /bug-reports/purge"""
    settings = context.studio.settings
    purge = retention.purge(
        context.work, body.older_than_days, dry_run=body.dry_run, settings=settings, by=context.actor
    )
    return PurgeBugReports200(body=wire.bug_report_purge(purge))


def get_bug_report(context: Context, /, *, bug_report_id: UUID) -> GetBugReportResponse:
    """GET /bug-reports/{bug_report_id}"""
    report = bug_reports.get(context.work, bug_report_id, by=context.actor)
    return GetBugReport200(body=wire.bug_report(report), etag=etag(report.summary.version))


def update_bug_report(
    context: Context, /, *, bug_report_id: UUID, if_match: str | None, body: models.BugReportUpdate
) -> UpdateBugReportResponse:
    """PATCH /bug-reports/{bug_report_id}"""
    changes = wire.bug_report_changes(body)
    changed = bug_reports.update_report(
        context.work, context.studio, bug_report_id, changes, by=context.actor, if_match=if_match
    )
    return UpdateBugReport200(body=wire.bug_report(changed), etag=etag(changed.summary.version))


def delete_bug_report(context: Context, /, *, bug_report_id: UUID, if_match: str | None) -> DeleteBugReportResponse:
    """DELETE /bug-reports/{bug_report_id}"""
    bug_reports.delete_report(context.work, bug_report_id, by=context.actor, if_match=if_match)
    return DeleteBugReport204()


def get_bug_report_screenshot(context: Context, /, *, bug_report_id: UUID) -> GetBugReportScreenshotResponse:
    """GET /bug-reports/{bug_report_id}/screenshot"""
    screenshot = bug_reports.get_screenshot(context.work, context.studio, bug_report_id, by=context.actor)
    return wire.screenshot_response(screenshot)


def export_bug_report(context: Context, /, *, bug_report_id: UUID) -> ExportBugReportResponse:
    """GET /bug-reports/{bug_report_id}/export"""
    return wire.export_response(bug_reports.export(context.work, context.studio, bug_report_id, by=context.actor))
