"""Turns a submitted report into what may be stored: redacted, and within the contract's limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from platemark.bug_reports.views import NewBugReport, Removed
from platemark.errors import Finding, Unprocessable

if TYPE_CHECKING:
    from platemark.redaction import Redactor

MAX_DEPTH = 32
LONG, STEP, LINE, ADDRESS, HEADER = 20_000, 4_000, 100, 4_000, 8_192
MAX_STEPS, MAX_LOGS, MAX_EVENTS = 100, 1_000, 500
JSON_TEXT, JSON_NAME = 200_000, 200

ENVIRONMENT = {"mode": LINE, "app_version": LINE, "commit": LINE}
CLIENT = {"user_agent": 1_000, "platform": 200, "language": LINE, "timezone": LINE}
LOG = {"message": LONG, "source": 2_000, "stack": LONG}


@dataclass(frozen=True, slots=True)
class RedactedReport:
    """A redacted report. ``content`` has every field of the contract, null if it was not submitted."""

    description: str
    expected_behavior: str | None
    actual_behavior: str | None
    notes: str
    commit: str | None
    content: dict[str, Any]
    redactions: list[Removed]


def redact_report(new: NewBugReport, redactor: Redactor) -> RedactedReport:
    """Redact ``new``, without its screenshot; texts that redaction made too long are truncated.

    Unprocessable ``nested_too_deep`` for JSON of more than 32 levels.
    """
    require_shallow(new)
    content = {
        "steps_to_reproduce": [
            _text(redactor, step, "steps_to_reproduce", STEP) for step in new.steps_to_reproduce[:MAX_STEPS]
        ],
        "environment": None if new.environment is None else _environment(redactor, new.environment),
        "client_meta": None if new.client_meta is None else _client(redactor, new.client_meta),
        "app_state": _tree(redactor, new.app_state, "app_state"),
        "recent_logs": [_log(redactor, log) for log in new.recent_logs[-MAX_LOGS:]],
        "network_events": [_event(redactor, event) for event in new.network_events[-MAX_EVENTS:]],
    }
    return RedactedReport(
        description=_text(redactor, new.description, "description", LONG) or "",
        expected_behavior=_text(redactor, new.expected_behavior, "expected_behavior", LONG),
        actual_behavior=_text(redactor, new.actual_behavior, "actual_behavior", LONG),
        notes=_text(redactor, new.notes, "notes", LONG) or "",
        commit=_text(redactor, new.commit, "commit", LINE),
        content=content,
        redactions=[Removed(it.kind, it.place, it.count) for it in redactor.redactions],
    )


def redact_text(value: str, limit: int, redactor: Redactor) -> str:
    """Redact a reviewer's text and truncate it to ``limit`` characters."""
    return _text(redactor, value, "notes", limit) or ""


def require_shallow(new: NewBugReport) -> None:
    """Raise Unprocessable with a finding for each value that is nested more than 32 levels deep."""
    deep = [pointer for pointer, value in _free_form_values(new) if nesting_depth(value) > MAX_DEPTH]
    if deep:
        findings = [Finding(pointer, f"More than {MAX_DEPTH} levels.", "nested_too_deep") for pointer in deep]
        raise Unprocessable("nested_too_deep", f"JSON may be nested at most {MAX_DEPTH} levels deep.", findings)


def nesting_depth(value: Any) -> int:
    """The levels of nested objects and lists in ``value``; 0 for a scalar. Safe at any depth."""
    deepest, todo = 0, [(value, 0)]
    while todo:
        it, above = todo.pop()
        if isinstance(it, Mapping | list):
            deepest = max(deepest, above + 1)
            todo += [(inner, above + 1) for inner in (it.values() if isinstance(it, Mapping) else it)]
    return deepest


def _free_form_values(new: NewBugReport) -> Iterator[tuple[str, Any]]:
    """Each value that may be any JSON, with its JSON pointer."""
    yield "/app_state", new.app_state
    for number, log in enumerate(new.recent_logs):
        yield f"/recent_logs/{number}/data", log.get("data")
    for number, event in enumerate(new.network_events):
        for name in ("request_body", "response_body"):
            yield f"/network_events/{number}/{name}", event.get(name)


def _environment(redactor: Redactor, submitted: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_texts(redactor, submitted, "environment", ENVIRONMENT),
        "built_at": _utc_timestamp(submitted.get("built_at")),
    }


def _client(redactor: Redactor, submitted: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_texts(redactor, submitted, "client_meta", CLIENT),
        "location_href": _url(redactor, submitted.get("location_href"), "client_meta.location_href", ADDRESS),
        "viewport": submitted.get("viewport"),
    }


def _log(redactor: Redactor, submitted: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "level": submitted.get("level", "info"),
        **_texts(redactor, {**submitted, "message": submitted["message"]}, "recent_logs", LOG),
        "timestamp": _utc_timestamp(submitted.get("timestamp")),
        "data": _tree(redactor, submitted.get("data"), "recent_logs.data"),
    }


def _event(redactor: Redactor, submitted: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "method": submitted["method"],
        "url": _url(redactor, submitted["url"], "network_events.url", HEADER),
        "started_at": _utc_timestamp(submitted.get("started_at")),
        "duration_ms": submitted.get("duration_ms"),
        "status": submitted.get("status"),
        **{name: _headers(redactor, submitted.get(name), name) for name in ("request_headers", "response_headers")},
        **{f"{side}_body": _body(redactor, submitted, side) for side in ("request", "response")},
        "error": _text(redactor, submitted.get("error"), "network_events.error", STEP),
        "trace_id": submitted.get("trace_id"),
    }


def _headers(redactor: Redactor, submitted: Mapping[str, str] | None, name: str) -> dict[str, str] | None:
    if submitted is None:
        return None
    clean = redactor.headers(submitted, f"network_events.{name}")
    return {_fit(header, LINE): _fit(value, HEADER) for header, value in clean.items()}


def _body(redactor: Redactor, event: Mapping[str, Any], side: str) -> Any:
    """Redact a text body by its Content-Type; anything else is JSON already."""
    body, place = event.get(f"{side}_body"), f"network_events.{side}_body"
    if not isinstance(body, str):
        return _tree(redactor, body, place)
    headers = event.get(f"{side}_headers") or {}
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), None)
    return _fit(redactor.body(body, place, kind), JSON_TEXT)


def _texts(redactor: Redactor, submitted: Mapping[str, Any], place: str, limits: Mapping[str, int]) -> dict[str, Any]:
    return {name: _text(redactor, submitted.get(name), place, limit) for name, limit in limits.items()}


def _text(redactor: Redactor, value: str | None, place: str, limit: int) -> str | None:
    return None if value is None else _fit(redactor.text(value, place), limit)


def _url(redactor: Redactor, value: str | None, place: str, limit: int) -> str | None:
    return None if value is None else _fit(redactor.url(value, place), limit)


def _utc_timestamp(value: str | None) -> str | None:
    """A timestamp of the contract in UTC."""
    return None if value is None else datetime.fromisoformat(value).astimezone(UTC).isoformat().replace("+00:00", "Z")


def _tree(redactor: Redactor, value: Any, place: str) -> Any:
    return None if value is None else _fitted(redactor.tree(value, place))


def _fitted(value: Any) -> Any:
    if isinstance(value, str):
        return _fit(value, JSON_TEXT)
    if isinstance(value, list):
        return [_fitted(item) for item in value]
    if isinstance(value, dict):
        return dict(_fitted_fields(value.items()))
    return value


def _fitted_fields(fields: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    for name, value in fields:
        yield _fit(name, JSON_NAME), _fitted(value)


def _fit(text: str, limit: int) -> str:
    """Truncate to ``limit`` characters and replace lone surrogates, which databases reject."""
    return text[:limit].encode("utf-8", "replace").decode("utf-8")
