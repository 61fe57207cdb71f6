"""Fingerprints: reports of the same fault have the same one, reports of different faults do not."""

from __future__ import annotations

from typing import Any

import pytest

from platemark.bug_reports.fingerprint import fingerprint, normalize, route, top_of_stack

MESSAGE = "Cannot read album 0192e4a0-7c00-7000-8000-000000000021 of 12"
STACK = "TypeError: x\n    at show (http://127.0.0.1:8010/static/studio.js?v=3:41:7)\n    at main (studio.js:1:1)"
ROUTE = "http://127.0.0.1:8010/#/albums/0192e4a0-7c00-7000-8000-000000000021"


def fingerprint_with(
    message: str = MESSAGE, stack: str | None = STACK, route: str | None = ROUTE, description: str = "It fails"
) -> str:
    log = {"level": "error", "message": message, "stack": stack}
    return fingerprint(
        description, {"location_href": route}, [log, {"level": "info", "message": "later", "stack": None}]
    )


SAME = [
    ("other ids and numbers", {"message": "cannot  read album 01a204f8-2f06-777b-b415-8da7fd61ae84 of 99"}),
    ("another host, build and line", {"stack": "TypeError\n at show (https://example.com/static/studio.js?v=4:43:9)"}),
    ("another thing on the same page", {"route": "https://example.com/#/albums/01a204f8-2f06-777b-b415-8da7fd61ae84"}),
    ("another description", {"description": "Nothing is shown"}),
]
OTHER = [
    ("another message", {"message": "Cannot write album 12"}),
    ("another function", {"stack": "TypeError\n    at hide (studio.js:41:7)"}),
    ("no stack", {"stack": None}),
    ("another page", {"route": "http://127.0.0.1:8010/#/queue"}),
    ("no page", {"route": None}),
]


@pytest.mark.parametrize("changes", [row[1] for row in SAME], ids=[row[0] for row in SAME])
def test_ids_numbers_and_hosts_do_not_change_the_fingerprint(changes: dict[str, Any]) -> None:
    assert fingerprint_with(**changes) == fingerprint_with()


@pytest.mark.parametrize("changes", [row[1] for row in OTHER], ids=[row[0] for row in OTHER])
def test_different_faults_have_different_fingerprints(changes: dict[str, Any]) -> None:
    assert fingerprint_with(**changes) != fingerprint_with()


def test_without_an_error_in_the_log_the_description_determines_the_fingerprint_including_its_numbers() -> None:
    assert fingerprint("Plate 1 is TORN", None, []) == fingerprint("plate 1  is torn", None, [])
    assert fingerprint("Plate 1 is torn", None, []) != fingerprint("Plate 2 is torn", None, [])


def test_the_newest_error_with_a_stack_determines_the_fingerprint() -> None:
    logs: list[dict[str, Any]] = [
        {"level": "error", "message": "first", "stack": STACK},
        {"level": "ERROR", "message": "second", "stack": STACK},
        {"level": "error", "message": "third", "stack": None},
        {"level": "warn", "message": "fourth", "stack": STACK},
    ]
    assert fingerprint("", None, logs) == fingerprint("", None, logs[1:2])


@pytest.mark.parametrize(
    ("stack", "frame"),
    [
        ("", ""),
        ("just words", ""),
        (STACK, "at show (/static/studio.js:#:#)"),
        ("show@http://h.example/a.js:3:4\nmain@a.js:1:1", "show@/a.js:#:#"),
        ('Traceback (most recent call last):\n  File "a.py", line 3, in show', 'file "a.py", line #, in show'),
    ],
)
def test_the_top_of_a_stack_is_its_first_frame(stack: str, frame: str) -> None:
    assert top_of_stack(stack) == frame


@pytest.mark.parametrize(
    "address", ["http://[", "", "http://", "javascript:void(0)", "//x", "a" * 5000, "http://h:no/"]
)
def test_malformed_urls_are_accepted(address: str) -> None:
    assert isinstance(route(address), str)


def test_words_of_hexadecimal_letters_are_not_ids() -> None:
    assert normalize("Defaced facade deadbeef1 0xFF") == "defaced facade # #"
