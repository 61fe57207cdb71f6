"""The log line of a request says who asked for what, and what they got."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from platemark import logs
from platemark.settings import Settings
from tests.serving import Live


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    """What is logged during the test."""
    stream = io.StringIO()
    logs.configure(Settings(log_format="json", log_level="info"), stream)
    yield stream
    logs.configure(Settings(log_level="warning"))


def line_of(out: io.StringIO, path: str) -> dict[str, Any]:
    """The line of a request, which is written once the response is sent."""
    for _ in range(1000):
        for text in out.getvalue().splitlines():
            line: dict[str, Any] = json.loads(text)
            if line.get("path") == path:
                return line
        time.sleep(0.02)
    pytest.fail(f"no line of {path}: {out.getvalue()}")


@pytest.mark.parametrize(
    ("method", "path", "operation", "status"),
    [
        ("GET", "/jobs", "listJobs", 200),
        ("HEAD", "/albums", "listAlbums", 200),
        ("POST", "/albums", "createAlbum", 403),
        ("GET", "/images/0197f3c2-5a10-7c3e-9d4b-2f6a8e1c0b73", "getImage", 404),
        ("GET", "/nowhere", None, 404),
    ],
)
def test_a_request_is_logged(
    live: Live, out: io.StringIO, method: str, path: str, operation: str | None, status: int
) -> None:
    with live.client(live.token("viewer", "vera"), checked=False) as client:
        response = client.request(method, path, json={"name": "Proofs"} if method == "POST" else None)
        full_path = response.request.url.path
    line = line_of(out, full_path)
    named = {name: line[name] for name in ("method", "operation", "status", "user", "trace_id", "level")}
    assert named == {
        "method": method,
        "operation": operation,
        "status": status,
        "user": "vera" if operation else None,
        "trace_id": response.headers["x-trace-id"],
        "level": "info",
    }
    assert line["milliseconds"] >= 0
