"""Bug reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generated import paths
from tests.contract.answer_sources.shown import Shown, item, source
from tests.contract.answer_sources.things import job
from tests.contract.distinct_rows import DistinctRows, as_json, shown


@source(
    "BugReportSummary",
    "BugReport",
    "BugReportChange",
    "BugReportFieldChange",
    "BugReportJob",
    "BugReportRedaction",
    "BugReportEnvironment",
    "BugReportClientMeta",
    "BugReportViewport",
    "BugReportLog",
    "BugReportNetworkEvent",
)
def bug_reports(rows: DistinctRows) -> Iterator[Shown]:
    owner = rows.add("users")["id"] if rows.full else None
    content = bug_report_content(rows) if rows.full else EMPTY_CONTENT
    redactions = [{"kind": "bearer", "place": "recent_logs.message", "count": rows.number()}] if rows.full else []
    common = {"content": content, "redactions": redactions, "created_by": owner}
    original = rows.add("bug_reports", **common, duplicate_of=None)
    duplicate_of = original["id"] if rows.full else None
    row = rows.add("bug_reports", **common, duplicate_of=duplicate_of, **({"status": "resolved"} if rows.full else {}))
    copies = [rows.add("bug_reports", **common, duplicate_of=row["id"]) for _ in range(2)] if rows.full else []
    own_job = job(rows, trace_id=row["trace_id"], state="failed" if rows.full else "succeeded", created_by=owner)
    field_change = (
        {"field": "notes", "before": "a", "after": "b"}
        if rows.full
        else {"field": "commit", "before": None, "after": "c"}
    )
    change = rows.add("bug_report_changes", bug_report_id=row["id"], changes=[field_change], created_by=owner)
    change_shown = {"at": as_json(change["created_at"]), "by": as_json(owner), "changes": [field_change]}
    summary = {"duplicate_count": len(copies), "has_screenshot": rows.full}
    screenshot_url = paths.bug_report_screenshot(row["id"]) if rows.full else None
    full = shown(
        "BugReport", row, **summary, **content, screenshot_url=screenshot_url, redactions=redactions,
        job_ids=[str(own_job["id"])], history=[change_shown],
    )  # fmt: skip
    path = f"/bug-reports/{row['id']}"
    yield Shown("BugReportSummary", "/bug-reports", item(row), shown("BugReportSummary", row, **summary))
    yield Shown("BugReport", path, (), full)
    yield Shown("BugReportChange", path, ("history", 0), change_shown)
    yield Shown("BugReportFieldChange", path, ("history", 0, "changes", 0), field_change)
    plain = rows.add("bug_reports", **common, duplicate_of=None, screenshot_digest=None)  # others have no file
    its_job = job(rows, kind="caption" if rows.full else "generate", trace_id=plain["trace_id"], created_by=None)
    yield Shown("BugReportJob", f"/bug-reports/{plain['id']}/export", ("jobs", 0), shown("BugReportJob", its_job))
    if rows.full:
        yield Shown("BugReportRedaction", path, ("redactions", 0), redactions[0])
        yield Shown("BugReportEnvironment", path, ("environment",), content["environment"])
        yield Shown("BugReportClientMeta", path, ("client_meta",), content["client_meta"])
        yield Shown("BugReportViewport", path, ("client_meta", "viewport"), content["client_meta"]["viewport"])
        yield Shown("BugReportLog", path, ("recent_logs", 0), content["recent_logs"][0])
        yield Shown("BugReportNetworkEvent", path, ("network_events", 0), content["network_events"][0])


EMPTY_CONTENT: dict[str, Any] = {
    "steps_to_reproduce": [], "environment": None, "client_meta": None, "app_state": None, "recent_logs": [],
    "network_events": [],
}  # fmt: skip


def bug_report_content(rows: DistinctRows) -> dict[str, Any]:
    """The attachments of a bug report, each field with a value of its own."""
    log = {
        "level": "warning", "message": "it broke", "timestamp": as_json(rows.moment()), "source": "app.js",
        "stack": "at f", "data": {"a": 1},
    }  # fmt: skip
    event = {
        "method": "POST", "url": "/api/v1/jobs", "started_at": as_json(rows.moment()), "duration_ms": 12.5,
        "status": 503, "request_headers": {"accept": "text/html"}, "response_headers": {"age": "7"},
        "request_body": {"b": 2}, "response_body": {"c": 3}, "error": "aborted", "trace_id": "trace-of-event",
    }  # fmt: skip
    environment = {"mode": "production", "app_version": "4.5", "commit": "abc123", "built_at": as_json(rows.moment())}
    client = {
        "location_href": "https://studio.test/albums", "user_agent": "Agent/1", "platform": "Linux", "language": "de",
        "timezone": "Europe/Berlin", "viewport": {"width": 1280, "height": 720, "device_pixel_ratio": 2},
    }  # fmt: skip
    return {
        "steps_to_reproduce": ["Open it", "Close it"], "environment": environment, "client_meta": client,
        "app_state": {"open": True}, "recent_logs": [log], "network_events": [event],
    }  # fmt: skip
