"""Log lines and requests of another system's reports: everything that is in them is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from platemark.bug_reports.legacy_values import (
    MAX_NUMBER,
    Fit,
    fields,
    fit_json,
    fit_text,
    headers,
    line,
    matching,
    number,
    rename,
    status_code,
    timestamp,
)

TRACE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
WORD = re.compile(r"[A-Za-z]{1,20}")
LOG: Mapping[str, Fit] = {
    "level": matching(WORD, "info"), "message": fit_text, "timestamp": timestamp, "source": line, "stack": fit_text,
    "data": fit_json,
}  # fmt: skip
LOG_ALIASES = {
    "text": "message", "msg": "message", "arguments": "args", "time": "timestamp", "ts": "timestamp", "at": "timestamp",
    "server_timestamp": "timestamp", "client_timestamp": "timestamp", "logger": "source", "type": "level",
    "severity": "level", "stack_trace": "stack", "stacktrace": "stack",
}  # fmt: skip
EVENT: Mapping[str, Fit] = {
    "method": matching(WORD, "GET"), "url": line, "started_at": timestamp, "duration_ms": number(MAX_NUMBER),
    "status": status_code, "request_headers": headers, "response_headers": headers, "request_body": fit_json,
    "response_body": fit_json, "error": fit_text, "trace_id": matching(TRACE_ID),
}  # fmt: skip
EVENT_ALIASES = {
    "time": "started_at", "timestamp": "started_at", "start_time": "started_at", "started": "started_at",
    "duration": "duration_ms", "elapsed_ms": "duration_ms", "status_code": "status", "request_url": "url",
    "error_message": "error",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Items:
    """The items that fit, and what is left: of each, by its place in the list, the fields that have no place."""

    fitting: list[dict[str, Any]] = field(default_factory=list)
    left: list[dict[str, Any]] = field(default_factory=list)


def to_logs(value: Any) -> Items:
    """The log lines. What a line was called with, and whatever else it has, becomes its ``data``."""
    items = Items()
    for place, it in _listed(value, "message"):
        given = rename(it, LOG_ALIASES, (*LOG, "args"))
        if given is None:
            items.left.append({"place": place, "value": it})
            continue
        if not isinstance(given.get("message"), str) and "args" in given:
            given["message"] = _join(given["args"])
        found = fields(given, LOG)
        if found["message"] is None:
            items.left.append({"place": place, **given})
            continue
        more = {name: inner for name, inner in given.items() if _is_left(name, inner, found)}
        if more:
            data = found["data"]
            found["data"] = fit_json(
                (data if isinstance(data, dict) else {} if data is None else {"data": data}) | more
            )
        items.fitting.append(found)
    return items


def to_events(value: Any) -> Items:
    """The requests, and the fields that have no place in them."""
    items = Items()
    for place, it in _listed(value, "url"):
        given = rename(it, EVENT_ALIASES, EVENT)
        found = None if given is None else fields(given, EVENT)
        if given is None or found is None or found["url"] is None:
            items.left.append({"place": place, **({"value": it} if given is None else given)})
            continue
        items.fitting.append(found)
        more = {name: inner for name, inner in given.items() if _is_left(name, inner, found)}
        if more:
            items.left.append({"place": place, **more})
    return items


def _listed(value: Any, required: str) -> list[tuple[int, Any]]:
    """The items with their places; a string becomes an object with only the field that is required."""
    listed = value if isinstance(value, list) else []
    return [(place, {required: it} if isinstance(it, str) else it) for place, it in enumerate(listed)]


def _is_left(name: str, value: Any, found: Mapping[str, Any]) -> bool:
    """Whether a field has no place, or its value did not fit there."""
    return value is not None and found.get(name) is None


def _join(arguments: Any) -> str:
    """The arguments of a call of the console as it shows them."""
    listed = arguments if isinstance(arguments, list) else [arguments]
    return " ".join(it if isinstance(it, str) else json.dumps(it, ensure_ascii=False) for it in listed)
