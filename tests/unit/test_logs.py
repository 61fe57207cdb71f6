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
    """``lines(log_format="json")`` configures logging and returns a function that reads the lines."""
    out = io.StringIO()

    def configure(**settings: Any) -> Callable[[], list[str]]:
        logs.configure(Settings(**settings), out)
        return lambda: out.getvalue().splitlines()

    return configure


def test_a_json_line_has_its_event_time_logger_and_trace_id(lines: Any) -> None:
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


def test_lines_of_libraries_have_the_same_format(lines: Any) -> None:
    read = lines(log_format="json")
    with logs.trace_context("trace-12345678"):
        logging.getLogger("somebody.else").warning("%s went %s", "it", "wrong")
    line = json.loads(read()[0])
    assert (line["event"], line["level"], line["trace_id"]) == ("it went wrong", "warning", "trace-12345678")


def test_a_text_line_has_no_colours_outside_a_terminal(lines: Any) -> None:
    read = lines()
    structlog.get_logger("platemark").warning("queue_paused", depth=4)
    (line,) = read()
    assert "queue_paused" in line
    assert "depth=4" in line
    assert "\x1b" not in line


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_nested_secrets_are_hidden(lines: Any, log_format: str) -> None:
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
    output = "\n".join(read())
    assert "hunter2" not in output
    assert "a/b" in output
    assert "0190" in output


def test_an_exception_is_logged_with_its_traceback_but_without_variables(lines: Any) -> None:
    read = lines(log_format="json")
    secret = "hunter" + "2"
    try:
        raise ValueError("what went wrong")
    except ValueError:
        structlog.get_logger("platemark").exception("failed")
    line = json.loads(read()[0])
    assert line["exception"][0]["exc_type"] == "ValueError"
    assert line["exception"][0]["exc_value"] == "what went wrong"
    assert line["exception"][0]["frames"]
    assert secret not in read()[0]


def test_lower_levels_are_left_out(lines: Any) -> None:
    read = lines(log_level="warning")
    structlog.get_logger("platemark").info("dropped")
    structlog.get_logger("platemark").error("logged")
    assert ["logged" in line for line in read()] == [True]


def test_opening_and_closing_a_database_logs_nothing(lines: Any, tmp_path: Path) -> None:
    read = lines()
    database = connect(f"sqlite:///{tmp_path}/platemark.db")
    with database.writing.connect():
        pass
    database.dispose()
    assert read() == []


def test_the_trace_context_belongs_to_its_thread(lines: Any) -> None:
    read = lines(log_format="json")

    def elsewhere() -> None:
        structlog.get_logger("platemark").info("elsewhere")

    with logs.trace_context("trace-12345678"):
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
    assert "trace_id" not in json.loads(read()[0])


def test_configuring_twice_logs_each_line_once(lines: Any) -> None:
    lines(log_format="json")
    read = lines(log_format="json")
    structlog.get_logger("platemark").info("once")
    assert len(read()) == 1


UNSAFE = ["\x1b[31m", "\x9b2J", "\r", "\n2026-01-01 [error] forged", "\u202e", "\u2066", "\u2028", "\x00", "\x7f"]


@pytest.mark.parametrize("unsafe", UNSAFE, ids=ascii)
@pytest.mark.parametrize("log_format", ["json", "text"])
def test_nothing_that_is_logged_controls_the_terminal(lines: Any, log_format: str, unsafe: str) -> None:
    read = lines(log_format=log_format)
    structlog.get_logger("platemark.http").info("request", path=f"/albums/{unsafe}", user_agent=f"a b{unsafe}")
    structlog.get_logger("platemark").info(f"event {unsafe}", **{f"key{unsafe}": [unsafe], "inner": {unsafe: unsafe}})
    logging.getLogger("somebody.else").warning("cannot read %s (%r)", f"/tmp/{unsafe}", unsafe)
    logged = read()
    assert len(logged) == 3
    assert not any(letter in line for line in logged for letter in unsafe if not letter.isprintable())


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_a_traceback_keeps_its_lines_and_controls_no_terminal(lines: Any, log_format: str) -> None:
    read = lines(log_format=log_format)
    try:
        raise ValueError("no such file: \x1b[2J\u202e.png")
    except ValueError:
        structlog.get_logger("platemark").exception("failed")
        logging.getLogger("somebody.else").exception("failed")
    logged = read()
    assert len(logged) == 2 if log_format == "json" else len(logged) > 6
    assert not any(letter in line for line in logged for letter in "\x1b\u202e")
    assert any("no such file" in line for line in logged)


def test_a_json_line_gives_back_what_was_logged(lines: Any) -> None:
    read = lines(log_format="json")
    structlog.get_logger("platemark").info("request", path="".join(UNSAFE))
    assert json.loads(read()[0])["path"] == "".join(UNSAFE)


@pytest.mark.parametrize("log_format", ["json", "text"])
def test_the_line_of_a_request_is_like_any_other(lines: Any, log_format: str) -> None:
    read = lines(log_format=log_format)
    fields = {"method": "GET", "path": "/a\x1b[2J", "status": 200, "token": "hunter2", "user": None}
    with logs.trace_context("trace-12345678"):
        logs.log_request(**fields)
        structlog.get_logger("platemark.http").info("request", **fields)
    first, second = read()
    if log_format == "json":
        first, second = (json.loads(line) | {"timestamp": ""} for line in (first, second))
    else:
        first, second = (line.partition(" ")[2] for line in (first, second))
    assert first == second
    assert "hunter2" not in str(first)


def test_the_lines_of_requests_are_left_out_like_others(lines: Any) -> None:
    read = lines(log_level="warning")
    logs.log_request(method="GET")
    assert read() == []


@pytest.mark.parametrize(
    "fields", [{}, {"b": 1, "a": "two words", "c": None, "d": "", "e": {"x": "y"}, "f": 'a"b', "g": 1.5}]
)
def test_a_plain_line_looks_like_one_on_a_terminal_without_colours(fields: dict[str, Any]) -> None:
    console = structlog.dev.ConsoleRenderer(colors=False)
    for level in ("debug", "warning", "critical"):
        for event in ("short", "an event that is longer than thirty characters"):
            line = {
                "timestamp": "2026-01-01T00:00:00Z",
                "level": level,
                "event": event,
                "logger": "platemark",
                **fields,
            }
            assert logs.PlainRenderer(console)(None, level, dict(line)) == console(None, level, dict(line))
