"""The coverage of a contract: which facts an exchange shows, and what a report says of those that are missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from codegen.conformance import coverage
from codegen.conformance.__main__ import main
from codegen.conformance.bodies import LARGEST_FORM, read_body
from codegen.conformance.facts import Exchange

WORD = {"type": "string", "enum": ["red", "blue"]}
CARD = {
    "type": "object",
    "required": ["colour", "note"],
    "properties": {
        "colour": {"$ref": "#/components/schemas/Word"},
        "note": {"anyOf": [{"type": "string", "maxLength": 9}, {"type": "null"}]},
    },
}
TAG = {"schema": {"type": "string"}}
BODY = {"type": "object", "properties": {"note": {"type": "string", "minLength": 1, "maxLength": 3}}}
JSON = "application/json"


def content(schema: str) -> dict[str, Any]:
    return {"content": {JSON: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "servers": [{"url": "/api"}],
    "paths": {
        "/cards": {
            "post": {
                "operationId": "createCard",
                "tags": ["cards"],
                "requestBody": content("Body"),
                "responses": {"200": {**content("Card"), "headers": {"ETag": TAG}}, "204": {}, "400": content("Card")},
            }
        }
    },
    "components": {"schemas": {"Word": WORD, "Card": CARD, "Body": BODY}},
}
CELLS = {"cell createCard 200 application/json", "cell createCard 204 -", "cell createCard 400 application/json"}
BOUNDS = {
    f"bound createCard body/note {keyword} {side}"
    for keyword in ("minLength", "maxLength")
    for side in ("at", "beyond")
}
HEADERS = {"header createCard 200 ETag"}
ANSWERS = {f"answer Card.{said}" for said in ("colour = red", "colour = blue", "note is null", "note is not null")}


def facts(note: str, status: int, answer: Any, headers: dict[str, str] | None = None) -> set[str]:
    collector = coverage.Collector(DOCUMENT)
    media = None if answer is None else JSON
    collector.add(Exchange("createCard", {}, {"note": note}, status, media, answer, headers or {}))
    return collector.facts


def test_the_possible_facts_are_cells_bounds_and_answers() -> None:
    assert coverage.report(DOCUMENT, (), {}).possible == CELLS | HEADERS | BOUNDS | ANSWERS


@pytest.mark.parametrize(
    ("note", "status", "answer", "expected"),
    [
        ("abc", 204, None, {"cell createCard 204 -", "bound createCard body/note maxLength at"}),
        ("a", 204, None, {"cell createCard 204 -", "bound createCard body/note minLength at"}),
        ("ab", 204, None, {"cell createCard 204 -"}),
        ("", 400, {}, {"cell createCard 400 application/json", "bound createCard body/note minLength beyond"}),
        ("abcd", 400, {}, {"cell createCard 400 application/json", "bound createCard body/note maxLength beyond"}),
        ("ab", 200, {"colour": "red", "note": None},
         {"cell createCard 200 application/json", "answer Card.colour = red", "answer Card.note is null"}),
        ("ab", 418, None, set()),
    ],
)  # fmt: skip
def test_an_exchange_shows_the_facts_of_its_request_and_its_answer(
    note: str, status: int, answer: Any, expected: set[str]
) -> None:
    assert facts(note, status, answer) == expected


def test_a_body_of_several_kinds_has_bounds_of_each_kind() -> None:
    def kind(name: str, longest: int) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {"kind": {"const": name}, "note": {"type": "string", "maxLength": longest}},
        }

    union = {"oneOf": [kind("a", 3), kind("b", 2)], "discriminator": {"propertyName": "kind"}}
    document = {**DOCUMENT, "components": {"schemas": {**DOCUMENT["components"]["schemas"], "Body": union}}}
    bounds = {f"bound createCard body[{name}]/note maxLength {side}" for name in "ab" for side in ("at", "beyond")}
    assert {fact for fact in coverage.report(document, (), {}).possible if fact.startswith("bound ")} == bounds
    for name, note, status, shown in (
        ("a", "abc", 204, "[a]/note maxLength at"),
        ("b", "abc", 400, "[b]/note maxLength beyond"),
        ("b", "ab", 204, "[b]/note maxLength at"),
        ("c", "ab", 204, None),
    ):
        collector = coverage.Collector(document)
        collector.add(Exchange("createCard", {}, {"kind": name, "note": note}, status, None, None))
        expected = {f"bound createCard body{shown}"} if shown else set()
        assert {fact for fact in collector.facts if fact.startswith("bound ")} == expected


NUMBER = {"type": "number", "minimum": 0, "maximum": 5}
NESTED = {
    "type": "object",
    "properties": {
        "parts": {"anyOf": [{"type": "array", "items": {"$ref": "#/components/schemas/Part"}}, {"type": "null"}]},
        "notes": {"type": "object", "additionalProperties": {"type": "string", "maxLength": 2}},
        "anything": {"type": ["string", "number"], "maxLength": 7, "maximum": 7},
    },
}
PART = {"type": "object", "properties": {"weight": NUMBER, "part": {"$ref": "#/components/schemas/Part"}}}


@pytest.mark.parametrize(
    ("body", "status", "shown"),
    [
        ({"parts": [{"weight": 1}, {"weight": 5}]}, 204, {"parts/*/weight maximum at"}),
        ({"parts": [{"weight": 1}, {"weight": -1}]}, 400, {"parts/*/weight minimum beyond"}),
        ({"parts": None, "notes": {"a": "x", "b": "xx"}}, 204, {"notes/* maxLength at"}),
        ({"notes": {"a": "xxx"}, "anything": "0123456"}, 400, {"notes/* maxLength beyond"}),
        ({"parts": [{"part": {"weight": 5}}], "notes": "xx"}, 204, set()),
        ([{"weight": 5}], 204, set()),
    ],
)
def test_what_is_in_a_body_at_any_depth_has_bounds(body: Any, status: int, shown: set[str]) -> None:
    """A schema within itself has them once, and one of several types has none."""
    schemas = {**DOCUMENT["components"]["schemas"], "Body": NESTED, "Part": PART}
    document = {**DOCUMENT, "components": {"schemas": schemas}}
    places = ("parts/*/weight minimum", "parts/*/weight maximum", "notes/* maxLength")
    possible = {f"bound createCard body/{place} {side}" for place in places for side in ("at", "beyond")}
    assert {fact for fact in coverage.report(document, (), {}).possible if fact.startswith("bound ")} == possible
    collector = coverage.Collector(document)
    collector.add(Exchange("createCard", {}, body, status, None, None))
    facts = {fact for fact in collector.facts if fact.startswith("bound ")}
    assert facts == {f"bound createCard body/{fact}" for fact in shown}


FORM_BODY = (
    b'--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nab\xc3\xa4\r\n'
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n\x89PNG\r\n--x--\r\n'
)


@pytest.mark.parametrize(
    ("content", "content_type", "expected"),
    [
        (FORM_BODY, "multipart/form-data; boundary=x", {"note": "abä"}),
        (FORM_BODY, "multipart/form-data; boundary=y", {}),
        (b"", "multipart/form-data", {}),
        (b'{"note": "a"}', "application/merge-patch+json; charset=utf-8", {"note": "a"}),
        (b'{"note": ', "application/json", None),
        (b"note", "text/csv", None),
        (b"", "", None),
    ],
)
def test_a_body_is_read_as_its_media_type_says(content: bytes, content_type: str, expected: Any) -> None:
    assert read_body(content, content_type) == expected


def test_a_large_form_is_not_read() -> None:
    assert read_body(FORM_BODY + b"x" * LARGEST_FORM, "multipart/form-data; boundary=x") is None


def test_the_fields_of_a_form_have_bounds() -> None:
    form = {"content": {"multipart/form-data": content("Body")["content"][JSON]}}
    post = DOCUMENT["paths"]["/cards"]["post"] | {"requestBody": form}
    document = {**DOCUMENT, "paths": {"/cards": {"post": post}}}
    assert {fact for fact in coverage.report(document, (), {}).possible if fact.startswith("bound ")} == BOUNDS
    entry = {
        "request": {
            "method": "POST",
            "url": "http://x/api/cards",
            "postData": {
                "mimeType": "multipart/form-data",
                "params": [{"name": "note", "value": "abc"}, {"name": "file", "fileName": "a.png"}],
            },
        },
        "response": {"status": 204, "headers": [], "content": {}},
    }
    shown = coverage.Collector(document)
    for exchange in coverage.from_har(document, {"log": {"entries": [entry]}}):
        shown.add(exchange)
    assert shown.facts == {"cell createCard 204 -", "bound createCard body/note maxLength at"}


def test_a_declared_header_that_was_sent_is_a_fact() -> None:
    answer = {"colour": "red", "note": None}
    shown = facts("ab", 200, answer)
    assert facts("ab", 200, answer, {"etag": '"1"', "x-motto": "a"}) - shown == {"header createCard 200 ETag"}
    assert facts("ab", 204, None, {"etag": '"1"'}) == {"cell createCard 204 -"}


def test_a_declared_fact_does_not_count_and_a_needless_declaration_is_told() -> None:
    declared = {"cell createCard 204 *": "no card is kept", "cell createCard 200 *": "no longer true"}
    report = coverage.report(DOCUMENT, {"cell createCard 200 application/json"}, declared)
    assert report.percentages() == {"cell": 50.0, "header": 0.0, "bound": 0.0, "answer": 0.0}
    assert report.needless == ["cell createCard 200 *"]
    assert "cell createCard 400 application/json" in report.missing
    assert "cell createCard 204 -" not in report.missing


def test_a_declaration_needs_a_reason() -> None:
    assert coverage.read_declared("# a comment\n\ncell a 200 *  # why\n") == {"cell a 200 *": "why"}
    with pytest.raises(ValueError, match="has no reason"):
        coverage.read_declared("cell a 200 *\n")


@pytest.mark.parametrize(("least", "status"), [(33.3, 0), (34, 1)])
def test_the_command_reads_hars_and_fails_below_the_least_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], least: float, status: int
) -> None:
    response = {
        "status": 200,
        "headers": [{"name": "Content-Type", "value": JSON}, {"name": "X-Motto", "value": "a"}],
        "content": {"text": "{}"},
    }
    request = {"method": "POST", "url": "http://x/api/cards", "postData": {"mimeType": JSON, "text": '{"note": "abc"}'}}
    files = {
        "bundle.json": DOCUMENT,
        "a.har": {"log": {"entries": [{"request": request, "response": response}]}},
        "least.json": {"cell": least},
    }
    for name, text in files.items():
        (tmp_path / name).write_text(json.dumps(text), "utf-8")
    arguments = ["coverage", f"--bundle={tmp_path / 'bundle.json'}", f"--har={tmp_path / 'a.har'}"]
    assert main([*arguments, f"--least={tmp_path / 'least.json'}"]) == status
    printed = capsys.readouterr().out
    assert "not shown: cell createCard 204 -\n" in printed
    assert ("cell: 33.3 %, below 34 %" in printed) is bool(status)
    assert "bound: 25.0 %" in printed
    assert "not shown: header createCard 200 ETag\n" in printed
    assert "not declared: header createCard 200 x-motto\n" in printed
