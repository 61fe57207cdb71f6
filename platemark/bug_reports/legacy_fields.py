"""Maps the camelCase fields of another system's reports to ours; what does not fit is dropped or kept separately."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from platemark.bug_reports.views import NewBugReport
from platemark.errors import Finding, Unprocessable
from platemark.redaction import Redactor

REPORT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,199}")
TRACE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
WORD = re.compile(r"[A-Za-z]{1,20}")
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
STATUSES = {
    "open": "open", "new": "open", "reopened": "open",
    "in_progress": "in_progress", "investigating": "in_progress",
    "resolved": "resolved", "fixed": "resolved", "closed": "resolved",
    "dismissed": "dismissed", "wont_fix": "dismissed", "wontfix": "dismissed", "invalid": "dismissed",
}  # fmt: skip
KNOWN = frozenset(
    {
        "report_id", "status", "submitted_at", "description", "expected_behavior", "actual_behavior", "trace_id",
        "steps_to_reproduce", "environment", "client_meta", "app_state", "recent_logs", "network_events", "screenshot",
    }
)  # fmt: skip
MAX_NUMBER = 2**53 - 1
MAX_ITEMS, MAX_FIELDS, MAX_HEADERS = 2000, 999, 100  # one field less than allowed, to leave room for ``legacy``
MAX_DEPTH = 32
TOMORROW = timedelta(days=1)
EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)


def to_bug_report(document: Mapping[str, Any], *, now: datetime) -> NewBugReport:
    """Convert ``document`` to a report, unredacted.

    Unprocessable with one of the codes ``report_id_missing``, ``report_id_invalid``, ``status_unknown``,
    ``submitted_at_invalid``, ``description_missing``, ``nested_too_deep``. Unknown fields are kept in
    ``app_state`` under ``legacy``.
    """
    fields = {_snake(name): value for name, value in document.items()}
    return NewBugReport(
        legacy_id=_report_id(fields.get("report_id")),
        status=_status(fields.get("status")),
        created_at=_submitted_at(fields.get("submitted_at"), now),
        description=_description(fields.get("description")),
        expected_behavior=_text(fields.get("expected_behavior")),
        actual_behavior=_text(fields.get("actual_behavior")),
        steps_to_reproduce=_steps(fields.get("steps_to_reproduce")),
        environment=_fields(fields.get("environment"), ENVIRONMENT),
        client_meta=_fields(fields.get("client_meta"), CLIENT),
        app_state=_app_state(fields),
        recent_logs=_items(fields.get("recent_logs"), LOG, "message"),
        network_events=_items(fields.get("network_events"), EVENT, "url"),
        screenshot=_text(fields.get("screenshot")) or None,
        trace_id=_matching(TRACE_ID)(fields.get("trace_id")),
    )


def _report_id(value: Any) -> str:
    if value is None or value == "":
        raise _invalid("report_id", "missing", "report_id is missing.")
    if not isinstance(value, str) or not REPORT_ID.fullmatch(value) or Redactor().text(value, "report_id") != value:
        raise _invalid("report_id", "invalid", "report_id must consist of letters, digits and . _ : - only.")
    return value


def _status(value: Any) -> str:
    known = STATUSES.get(_snake(value.strip()).replace("-", "_").replace(" ", "_")) if isinstance(value, str) else None
    if known is None and value is not None:
        raise _invalid("status", "unknown", f"status must be one of {', '.join(STATUSES)}.")
    return known or "open"


def _submitted_at(value: Any, now: datetime) -> datetime:
    """Parse ISO 8601 (UTC if there is no zone) or milliseconds since 1970."""
    moment = _parse_time(value)
    if moment is None or not EARLIEST <= moment <= now + TOMORROW:
        raise _invalid("submitted_at", "invalid", "submitted_at must be a time between 1970 and now.")
    return moment


def _parse_time(value: Any) -> datetime | None:
    try:
        if isinstance(value, str):
            found = datetime.fromisoformat(value.strip())
            return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def _description(value: Any) -> str:
    text = _text(value)
    if text is None or not text.strip():
        raise _invalid("description", "missing", "description is missing.")
    return text


def _invalid(field: str, what: str, detail: str) -> Unprocessable:
    return Unprocessable(f"{field}_{what}", detail, [Finding(f"/{field}", detail, f"{field}_{what}")])


def _steps(value: Any) -> list[str]:
    steps = value.splitlines() if isinstance(value, str) else value if isinstance(value, list) else []
    return [text for step in steps if (text := _text(step)) is not None and text.strip()]


def _app_state(fields: Mapping[str, Any]) -> dict[str, Any] | None:
    """The app state, with the fields that have no place elsewhere under ``legacy``."""
    state = _json(fields.get("app_state"))
    kept = state if isinstance(state, dict) else {} if state is None else {"value": state}
    unknown = {name: value for name, value in fields.items() if name not in KNOWN}
    for name, known in (("environment", ENVIRONMENT), ("client_meta", CLIENT)):
        part = fields.get(name)
        more = {key: it for key, it in part.items() if _snake(key) not in known} if isinstance(part, Mapping) else part
        if more:
            unknown[name] = more
    return kept | {"legacy": _json(unknown)} if unknown else kept or None


def _fields(value: Any, known: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any] | None:
    """The ``known`` fields of ``value``; null if a value does not fit."""
    if not isinstance(value, Mapping):
        return None
    given = {_snake(name): inner for name, inner in value.items()}
    return {name: fitted(given.get(name)) for name, fitted in known.items()}


def _items(value: Any, known: Mapping[str, Callable[[Any], Any]], required: str) -> list[dict[str, Any]]:
    """The objects of a list; a string becomes an object with only that field, and objects without it are dropped."""
    whole = [{required: it} if isinstance(it, str) else it for it in value] if isinstance(value, list) else []
    read = [found for it in whole if (found := _fields(it, known)) is not None]
    return [it for it in read if it[required] is not None]


def _text(value: Any) -> str | None:
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else None


def _line(value: Any) -> str | None:
    return CONTROLS.sub(" ", value) if isinstance(value, str) else None


def _matching(pattern: re.Pattern[str], default: str | None = None) -> Callable[[Any], str | None]:
    return lambda value: value if isinstance(value, str) and pattern.fullmatch(value) else default


def _number(most: float) -> Callable[[Any], float | None]:
    def fitted(value: Any) -> float | None:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return value if is_number and 0 <= value <= most else None

    return fitted


def _status_code(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 999 else None


def _timestamp(value: Any) -> str | None:
    moment = _parse_time(value)
    return None if moment is None else moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _viewport(value: Any) -> dict[str, Any] | None:
    found = _fields(value, {"width": SIDE, "height": SIDE, "device_pixel_ratio": _number(100)})
    return None if found is None or found["width"] is None or found["height"] is None else found


def _headers(value: Any) -> dict[str, str] | None:
    if not isinstance(value, Mapping):
        return None
    named = {name: _line(text) for name, text in value.items() if HEADER_NAME.fullmatch(name)}
    return dict([(name, text) for name, text in named.items() if text is not None][:MAX_HEADERS])


def _json(value: Any, depth: int = 0) -> Any:
    """Fit ``value`` into the contract's limits for JSON: longer lists are cut, larger numbers become strings."""
    if depth > MAX_DEPTH:
        raise Unprocessable("nested_too_deep", f"JSON may be nested at most {MAX_DEPTH} levels deep.")
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return value if math.isfinite(value) and abs(value) <= MAX_NUMBER else str(value)
    if isinstance(value, list):
        return [_json(it, depth + 1) for it in value[:MAX_ITEMS]]
    return {_text(name) or "": _json(it, depth + 1) for name, it in islice(value.items(), MAX_FIELDS)}


def _snake(name: str) -> str:
    """``recentLogs`` as ``recent_logs``."""
    return HUMP.sub("_", name).lower()


SIDE = _number(100_000)
ENVIRONMENT: Mapping[str, Callable[[Any], Any]] = {
    "mode": _line, "app_version": _line, "commit": _line, "built_at": _timestamp,
}  # fmt: skip
CLIENT: Mapping[str, Callable[[Any], Any]] = {
    "location_href": _line, "user_agent": _line, "platform": _line, "language": _line, "timezone": _line,
    "viewport": _viewport,
}  # fmt: skip
LOG: Mapping[str, Callable[[Any], Any]] = {
    "level": _matching(WORD, "info"), "message": _text, "timestamp": _timestamp, "source": _line, "stack": _text,
    "data": _json,
}  # fmt: skip
EVENT: Mapping[str, Callable[[Any], Any]] = {
    "method": _matching(WORD, "GET"), "url": _line, "started_at": _timestamp, "duration_ms": _number(MAX_NUMBER),
    "status": _status_code, "request_headers": _headers, "response_headers": _headers, "request_body": _json,
    "response_body": _json, "error": _text, "trace_id": _matching(TRACE_ID),
}  # fmt: skip
