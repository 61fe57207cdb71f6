"""From what came in to what may be stored: without secrets, and within the bounds of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from platemark.bug_reports.views import NewBugReport, Removed
from platemark.errors import Finding, Unprocessable
from platemark.redaction import Redactor

DEEPEST = 32
LONG, STEP, LINE, ADDRESS, HEADER = 20_000, 4_000, 100, 4_000, 8_192
MOST_STEPS, MOST_LOGS, MOST_EVENTS = 100, 1_000, 500
JSON_TEXT, JSON_NAME = 200_000, 200

ENVIRONMENT = {"mode": LINE, "app_version": LINE, "commit": LINE}
CLIENT = {"user_agent": 1_000, "platform": 200, "language": LINE, "timezone": LINE}
LOG = {"message": LONG, "source": 2_000, "stack": LONG}


@dataclass(frozen=True, slots=True)
class CleanReport:
    """A report without secrets. ``content`` has every field of the contract, null where nothing was said."""

    description: str
    expected_behavior: str | None
    actual_behavior: str | None
    content: dict[str, Any]
    redactions: list[Removed]


def clean(new: NewBugReport, redactor: Redactor) -> CleanReport:
    """``new`` without secrets; texts that grew beyond their bounds by it are cut, the screenshot is left out.

    Unprocessable ``nested_too_deep`` for JSON of more than 32 levels.
    """
    require_shallow(new)
    content = {
        "steps_to_reproduce": [
            _text(redactor, step, "steps_to_reproduce", STEP) for step in new.steps_to_reproduce[:MOST_STEPS]
        ],
        "environment": None if new.environment is None else _environment(redactor, new.environment),
        "client_meta": None if new.client_meta is None else _client(redactor, new.client_meta),
        "app_state": _tree(redactor, new.app_state, "app_state"),
        "recent_logs": [_log(redactor, log) for log in new.recent_logs[-MOST_LOGS:]],
        "network_events": [_event(redactor, event) for event in new.network_events[-MOST_EVENTS:]],
    }
    return CleanReport(
        description=_text(redactor, new.description, "description", LONG) or "",
        expected_behavior=_text(redactor, new.expected_behavior, "expected_behavior", LONG),
        actual_behavior=_text(redactor, new.actual_behavior, "actual_behavior", LONG),
        content=content,
        redactions=[Removed(found.kind, found.place, found.count) for found in redactor.redactions],
    )


def clean_text(value: str, limit: int, redactor: Redactor) -> str:
    """What a reviewer writes, without secrets and at most ``limit`` characters."""
    return _text(redactor, value, "notes", limit) or ""


def require_shallow(new: NewBugReport) -> None:
    """Raise Unprocessable that points at each value that is nested more than 32 levels deep."""
    deep = [pointer for pointer, value in _free(new) if nesting(value) > DEEPEST]
    if deep:
        findings = [Finding(pointer, f"It has more than {DEEPEST} levels.", "nested_too_deep") for pointer in deep]
        raise Unprocessable("nested_too_deep", f"JSON may have {DEEPEST} levels at most.", findings)


def nesting(value: Any) -> int:
    """How many objects and lists lie within each other in ``value``; 0 for a scalar. Any depth is safe."""
    deepest, todo = 0, [(value, 0)]
    while todo:
        it, above = todo.pop()
        if isinstance(it, Mapping | list):
            deepest = max(deepest, above + 1)
            todo += [(inner, above + 1) for inner in (it.values() if isinstance(it, Mapping) else it)]
    return deepest


def _free(new: NewBugReport) -> Iterator[tuple[str, Any]]:
    """Each value that may be any JSON, and where it is."""
    yield "/app_state", new.app_state
    for number, log in enumerate(new.recent_logs):
        yield f"/recent_logs/{number}/data", log.get("data")
    for number, event in enumerate(new.network_events):
        for name in ("request_body", "response_body"):
            yield f"/network_events/{number}/{name}", event.get(name)


def _environment(redactor: Redactor, given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_texts(redactor, given, "environment", ENVIRONMENT),
        "built_at": _moment(given.get("built_at")),
    }


def _client(redactor: Redactor, given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_texts(redactor, given, "client_meta", CLIENT),
        "location_href": _address(redactor, given.get("location_href"), "client_meta.location_href", ADDRESS),
        "viewport": given.get("viewport"),
    }


def _log(redactor: Redactor, given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "level": given.get("level", "info"),
        **_texts(redactor, {**given, "message": given["message"]}, "recent_logs", LOG),
        "timestamp": _moment(given.get("timestamp")),
        "data": _tree(redactor, given.get("data"), "recent_logs.data"),
    }


def _event(redactor: Redactor, given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "method": given["method"],
        "url": _address(redactor, given["url"], "network_events.url", HEADER),
        "started_at": _moment(given.get("started_at")),
        "duration_ms": given.get("duration_ms"),
        "status": given.get("status"),
        **{name: _headers(redactor, given.get(name), name) for name in ("request_headers", "response_headers")},
        **{f"{side}_body": _body(redactor, given, side) for side in ("request", "response")},
        "error": _text(redactor, given.get("error"), "network_events.error", STEP),
        "trace_id": given.get("trace_id"),
    }


def _headers(redactor: Redactor, given: Mapping[str, str] | None, name: str) -> dict[str, str] | None:
    if given is None:
        return None
    clean = redactor.headers(given, f"network_events.{name}")
    return {_fit(header, LINE): _fit(value, HEADER) for header, value in clean.items()}


def _body(redactor: Redactor, event: Mapping[str, Any], side: str) -> Any:
    """A text is read as what its Content-Type says, anything else is JSON already."""
    body, place = event.get(f"{side}_body"), f"network_events.{side}_body"
    if not isinstance(body, str):
        return _tree(redactor, body, place)
    headers = event.get(f"{side}_headers") or {}
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), None)
    return _fit(redactor.body(body, place, kind), JSON_TEXT)


def _texts(redactor: Redactor, given: Mapping[str, Any], place: str, limits: Mapping[str, int]) -> dict[str, Any]:
    return {name: _text(redactor, given.get(name), place, limit) for name, limit in limits.items()}


def _text(redactor: Redactor, value: str | None, place: str, limit: int) -> str | None:
    return None if value is None else _fit(redactor.text(value, place), limit)


def _address(redactor: Redactor, value: str | None, place: str, limit: int) -> str | None:
    return None if value is None else _fit(redactor.url(value, place), limit)


def _moment(value: str | None) -> str | None:
    """An instant of RFC 3339, in UTC."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value).astimezone(UTC).isoformat().replace("+00:00", "Z")
    except (ValueError, OverflowError):  # at the very ends of time
        return value


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
    """At most ``limit`` characters, none of them half a character (a lone surrogate), which no database takes."""
    return text[:limit].encode("utf-8", "replace").decode("utf-8")
