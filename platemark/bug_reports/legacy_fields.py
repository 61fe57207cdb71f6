"""Maps the camelCase fields of another system's reports to ours; what does not fit is dropped or kept separately."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from platemark.bug_reports.legacy_items import TRACE_ID, to_events, to_logs
from platemark.bug_reports.legacy_values import (
    Fit,
    fit_json,
    fit_text,
    line,
    matching,
    parse_time,
    rename,
    snake,
    timestamp,
    viewport,
)
from platemark.bug_reports.legacy_values import (
    fields as fit_fields,
)
from platemark.bug_reports.views import NewBugReport
from platemark.errors import Finding, Unprocessable
from platemark.redaction import Redactor

REPORT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,199}")
STATUSES = {
    "open": "open", "new": "open", "reopened": "open", "triaged": "open",
    "in_progress": "in_progress", "investigating": "in_progress", "awaiting_verification": "in_progress",
    "resolved": "resolved", "fixed": "resolved", "closed": "resolved",
    "dismissed": "dismissed", "wont_fix": "dismissed", "wontfix": "dismissed", "invalid": "dismissed",
}  # fmt: skip
KNOWN = frozenset(
    {
        "report_id", "status", "submitted_at", "description", "expected_behavior", "actual_behavior", "trace_id",
        "steps_to_reproduce", "environment", "client_meta", "app_state", "recent_logs", "network_events", "screenshot",
    }
)  # fmt: skip
SCREENSHOTS = ("screenshot", "screenshot_path", "screenshot_file", "screenshot_filename")
RESOLUTION_ALIASES = {
    "note": "notes", "summary": "notes", "comment": "notes", "description": "notes", "message": "notes",
    "commit_sha": "commit", "commit_hash": "commit", "git_sha": "commit", "sha": "commit",
}  # fmt: skip
TOMORROW = timedelta(days=1)
EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)


def to_bug_report(document: Mapping[str, Any], *, now: datetime) -> NewBugReport:
    """Convert ``document`` to a report, unredacted.

    Unprocessable with one of the codes ``report_id_missing``, ``report_id_invalid``, ``status_unknown``,
    ``submitted_at_invalid``, ``description_missing``, ``nested_too_deep``. Unknown fields are kept in
    ``app_state`` under ``legacy``.
    """
    fields = rename(document, {}) or {}
    logs, events = to_logs(fields.get("recent_logs")), to_events(fields.get("network_events"))
    environment, more_environment = _part(_environment(fields), ENVIRONMENT, ENVIRONMENT_ALIASES)
    client, more_client = _part(fields.get("client_meta"), CLIENT, CLIENT_ALIASES)
    left = {"recent_logs": logs.left, "network_events": events.left}
    left |= {"environment": more_environment, "client_meta": more_client}
    notes, commit = _resolution(fields.get("resolution"))
    return NewBugReport(
        legacy_id=_report_id(fields.get("report_id")),
        status=_status(fields.get("status")),
        created_at=_submitted_at(fields.get("submitted_at"), now),
        description=_description(fields.get("description")),
        expected_behavior=fit_text(fields.get("expected_behavior")),
        actual_behavior=fit_text(fields.get("actual_behavior")),
        steps_to_reproduce=_steps(fields.get("steps_to_reproduce")),
        environment=environment,
        client_meta=client,
        app_state=_app_state(fields, left),
        recent_logs=logs.fitting,
        network_events=events.fitting,
        screenshot=next((text for name in SCREENSHOTS if (text := fit_text(fields.get(name)))), None),
        trace_id=matching(TRACE_ID)(fields.get("trace_id")),
        notes=notes,
        commit=commit,
    )


def _report_id(value: Any) -> str:
    if value is None or value == "":
        raise _invalid("report_id", "missing", "report_id is missing.")
    if not isinstance(value, str) or not REPORT_ID.fullmatch(value) or Redactor().text(value, "report_id") != value:
        raise _invalid("report_id", "invalid", "report_id must consist of letters, digits and . _ : - only.")
    return value


def _status(value: Any) -> str:
    known = STATUSES.get(snake(value.strip()).replace("-", "_").replace(" ", "_")) if isinstance(value, str) else None
    if known is None and value is not None:
        raise _invalid("status", "unknown", f"status must be one of {', '.join(STATUSES)}.")
    return known or "open"


def _submitted_at(value: Any, now: datetime) -> datetime:
    """Parse ISO 8601 (UTC if there is no zone) or milliseconds since 1970."""
    moment = parse_time(value)
    if moment is None or not EARLIEST <= moment <= now + TOMORROW:
        raise _invalid("submitted_at", "invalid", "submitted_at must be a time between 1970 and now.")
    return moment


def _description(value: Any) -> str:
    text = fit_text(value)
    if text is None or not text.strip():
        raise _invalid("description", "missing", "description is missing.")
    return text


def _invalid(field: str, what: str, detail: str) -> Unprocessable:
    return Unprocessable(f"{field}_{what}", detail, [Finding(f"/{field}", detail, f"{field}_{what}")])


def _steps(value: Any) -> list[str]:
    steps = value.splitlines() if isinstance(value, str) else value if isinstance(value, list) else []
    return [text for step in steps if (text := fit_text(step)) is not None and text.strip()]


def _app_state(fields: Mapping[str, Any], left: Mapping[str, Any]) -> dict[str, Any] | None:
    """The app state, with everything that has no place elsewhere under ``legacy``."""
    state = fit_json(fields.get("app_state"))
    kept = state if isinstance(state, dict) else {} if state is None else {"value": state}
    unknown = {name: value for name, value in fields.items() if name not in KNOWN and name not in SCREENSHOTS}
    unknown |= {name: value for name, value in left.items() if value}
    return kept | {"legacy": fit_json(unknown)} if unknown else kept or None


def _environment(fields: Mapping[str, Any]) -> Any:
    """The environment, with the version and the commit that some reports name outside it."""
    given = fields.get("environment")
    outside = {name: fields[name] for name in ("git_sha", "app_version") if name in fields}
    return {**outside, **given} if isinstance(given, Mapping) else given or outside or None


def _part(value: Any, known: Mapping[str, Fit], aliases: Mapping[str, str]) -> tuple[dict[str, Any] | None, Any]:
    """The known fields of an object, and what is left of it."""
    given = rename(value, aliases, known)
    if given is None:
        return None, value
    found = fit_fields(given, known)
    return found, {name: it for name, it in given.items() if it is not None and found.get(name) is None}


def _resolution(value: Any) -> tuple[str, str | None]:
    """The notes and the commit of how a report was resolved: a text, or an object with these."""
    if isinstance(value, str):
        return fit_text(value) or "", None
    given = rename(value, RESOLUTION_ALIASES) or {}
    return fit_text(given.get("notes")) or "", line(given.get("commit"))


ENVIRONMENT: Mapping[str, Fit] = {"mode": line, "app_version": line, "commit": line, "built_at": timestamp}
ENVIRONMENT_ALIASES = {
    "git_sha": "commit", "git_commit": "commit", "commit_sha": "commit", "sha": "commit", "revision": "commit",
    "build_time": "built_at", "build_date": "built_at", "version": "app_version", "env": "mode",
}  # fmt: skip
CLIENT: Mapping[str, Fit] = {
    "location_href": line, "user_agent": line, "platform": line, "language": line, "timezone": line,
    "viewport": viewport,
}  # fmt: skip
CLIENT_ALIASES = {
    "url": "location_href",
    "href": "location_href",
    "location": "location_href",
    "resolution": "viewport",
}
