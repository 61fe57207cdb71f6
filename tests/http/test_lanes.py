"""Requests that take long keep no others waiting."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa

from platemark.bug_reports import service as bug_reports
from platemark.bug_reports.content import redact_report
from platemark.http.contract import DEFAULT_MAX_BYTES
from platemark.http.edge import THREADS
from tests.conftest import ClientFor
from tests.serving import Live

WRITERS = THREADS["write"]


def test_large_bodies_keep_nobody_else_waiting(as_role: ClientFor, monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def redact_when_released(*arguments: Any) -> Any:
        assert released.wait(30)
        return redact_report(*arguments)

    monkeypatch.setattr(bug_reports, "redact_report", redact_when_released)
    editor = as_role("editor")
    report = {"description": "x", "recent_logs": [{"message": "m" * 10_000}] * (DEFAULT_MAX_BYTES // 10_000 + 1)}
    with ThreadPoolExecutor(2 * WRITERS) as pool:
        waiting = [pool.submit(editor.post, "/bug-reports", json=report) for _ in range(2 * WRITERS)]
        try:
            assert editor.post("/albums", json={"name": "Proofs"}).status_code == 201
            assert [album["name"] for album in editor.get("/albums").json()["items"]] == ["Proofs"]
            assert not any(each.done() for each in waiting)
        finally:
            released.set()
        assert {each.result().status_code for each in waiting} == {201}


def test_writers_that_wait_for_a_lock_keep_no_reader_waiting(live: Live, as_role: ClientFor) -> None:
    editor = as_role("editor")
    assert editor.get("/albums").status_code == 200
    with live.studio.database.writing.connect() as connection, ThreadPoolExecutor(2 * WRITERS) as pool:
        sqlite = connection.dialect.name == "sqlite"  # there, the transaction itself is the lock
        connection.execute(sa.text("SELECT 1" if sqlite else "LOCK TABLE albums IN SHARE MODE"))
        waiting = [pool.submit(editor.post, "/albums", json={"name": str(number)}) for number in range(2 * WRITERS)]
        assert editor.get("/albums").json()["items"] == []
        with live.client("unknown") as stranger:  # its body may be large
            assert stranger.post("/set-templates", json={"name": "x"}).status_code == 401
        assert not any(each.done() for each in waiting)
        connection.rollback()
        assert {each.result().status_code for each in waiting} == {201}
