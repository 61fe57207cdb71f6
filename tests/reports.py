"""Bug reports for tests: request bodies and database rows."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Any

from platemark.clock import utc_now
from platemark.db.tables import BugReportRow
from platemark.ids import id_at
from tests.populate import png

EMPTY: dict[str, Any] = {
    "steps_to_reproduce": [],
    "environment": None,
    "client_meta": None,
    "app_state": None,
    "recent_logs": [],
    "network_events": [],
}


def data_url(data: bytes) -> str:
    """The data URL that declares ``data`` as a PNG, whether it is one or not."""
    return f"data:image/png;base64,{base64.b64encode(data).decode('ascii')}"


def submission(**changes: Any) -> dict[str, Any]:
    """The request body of a report with a value in each field; ``changes`` replace fields."""
    return {
        "description": "The album stays empty",
        "expected_behavior": "I see its pictures.",
        "actual_behavior": "I see none.",
        "steps_to_reproduce": ["Open the album", "Look"],
        "environment": {"mode": "production", "app_version": "0.1.0"},
        "client_meta": {
            "location_href": "http://127.0.0.1:8010/#/albums",
            "user_agent": "Mozilla/5.0 (X11; Linux x86_64)",
            "viewport": {"width": 1280, "height": 800},
        },
        "app_state": {"album": {"open": True}},
        "recent_logs": [
            {
                "level": "error",
                "message": "TypeError: images is undefined",
                "timestamp": "2026-11-22T09:29:58Z",
                "stack": "TypeError: images is undefined\n    at show (http://127.0.0.1:8010/static/studio.js:41:7)",
            }
        ],
        "network_events": [
            {
                "method": "GET",
                "url": "http://127.0.0.1:8010/api/v1/albums?limit=50",
                "started_at": "2026-11-22T09:29:57Z",
                "status": 500,
                "request_headers": {"Accept": "application/json"},
                "response_headers": {"Content-Type": "application/json"},
                "response_body": '{"code": "internal_error"}',
            }
        ],
        "screenshot": data_url(png()),
        **changes,
    }


def bug_report_row(created_at: datetime | None = None, **columns: Any) -> BugReportRow:
    """A report created at ``created_at`` (now by default) as a database row; ``columns`` replace the defaults."""
    at = created_at or utc_now()
    defaults = {
        "id": id_at(at),
        "status": "open",
        "description": "The album stays empty",
        "notes": "",
        "trace_id": "trace-of-a-report",
        "fingerprint": "0" * 64,
        "redactions": [],
        "redaction_count": 0,
        "created_at": at,
        "updated_at": at,
        "version": 1,
        "content": EMPTY,
    }
    return BugReportRow(**{**defaults, **columns})
