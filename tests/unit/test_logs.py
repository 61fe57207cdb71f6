"""Log lines: readable, traceable, and without secrets."""

from __future__ import annotations

import io
import json
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import structlog

from platemark import logs
from platemark.db.engine import connect
from platemark.settings import Settings


@pytest.fixture
def lines() -> Callable[..., Callable[[], list[str]]]:
    """``lines(log_format="json")`` sets logging up and gives what reads the lines."""
    out = io.StringIO()

    def configure(**settings: Any) -> Callable[[], list[str]]:
        logs.configure(Settings(**settings), out)
        return lambda: out.getvalue().splitlines()

    return configure


def test_a_line_as_json_says_what_when_where_and_for_which_request(lines: Any) -> None:
    read = lines(log_format="json")
    with logs.trace_context("trace-12345678", operation="getAlbum"):
        structlog.get_logger("platemark.albums").info("album_read", images=3)
    structlog.get_logger("platemark.albums").info("later")
    first, second = map(json.loads, read())
    assert first.pop("timestamp").endswith("Z")
    assert first == {
        "event": "album_read",
        "images": 3,
        "level": "info",
        "logger": "platemark.albums",
        "operation": "getAlbum",
        "trace_id": "trace-12345678",
    }
    assert "trace_id" not in second


def test_lines_of_libraries_look_the_same(lines: Any) -> None:
    read = lines(log_format="json")
    with logs.trace_context("trace-12345678"):
        logging.getLogger("somebody.else").warning("%s went %s", "it", "wrong")
    line = json.loads(read()[0])
    assert (line["event"], line["level"], line["trace_id"]) == ("it went wrong", "warning", "trace-12345678")


def test_a_line_for_people_is_plain_text_where_nobody_has_colours(lines: Any) -> None:
    read = lines()
    structlog.get_logger("platemark").warning("queue_paused", depth=4)
    (line,) = read()
    assert "queue_paused" in line
    assert "depth=4" in line
    assert "\x1b" not in line


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_secrets_are_hidden_however_deep_they_lie(lines: Any, log_format: str) -> None:
    read = lines(log_format=log_format)
    structlog.get_logger("platemark").info(
        "request",
        password="hunter2",
        token_id="0190",
        headers={
            "Authorization": "Bearer hunter2",
            "X-CSRF-Token": "hunter2",
            "Set-Cookie": "hunter2",
            "Accept": "a/b",
        },
        sign_in_secret="hunter2",
        cookie=None,
    )
    said = "\n".join(read())
    assert "hunter2" not in said
    assert "a/b" in said
    assert "0190" in said


def test_an_error_is_told_with_its_traceback_but_not_with_what_variables_held(lines: Any) -> None:
    read = lines(log_format="json")
    held = "hunter" + "2"
    try:
        raise ValueError("what went wrong")
    except ValueError:
        structlog.get_logger("platemark").exception("failed")
    line = json.loads(read()[0])
    assert line["exception"][0]["exc_type"] == "ValueError"
    assert line["exception"][0]["exc_value"] == "what went wrong"
    assert line["exception"][0]["frames"]
    assert held not in read()[0]


def test_quieter_levels_are_left_out(lines: Any) -> None:
    read = lines(log_level="warning")
    structlog.get_logger("platemark").info("unheard")
    structlog.get_logger("platemark").error("heard")
    assert ["heard" in line for line in read()] == [True]


def test_opening_and_closing_a_database_is_not_worth_a_line(lines: Any, tmp_path: Path) -> None:
    read = lines()
    database = connect(f"sqlite:///{tmp_path}/platemark.db")
    with database.writing.connect():
        pass
    database.dispose()
    assert read() == []


def test_the_trace_of_one_thread_is_not_seen_in_another(lines: Any) -> None:
    read = lines(log_format="json")

    def elsewhere() -> None:
        structlog.get_logger("platemark").info("elsewhere")

    with logs.trace_context("trace-12345678"):
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
    assert "trace_id" not in json.loads(read()[0])


def test_setting_up_twice_says_everything_once(lines: Any) -> None:
    lines(log_format="json")
    read = lines(log_format="json")
    structlog.get_logger("platemark").info("once")
    assert len(read()) == 1
