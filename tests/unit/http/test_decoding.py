"""JSON bodies: what is refused, in which order, and what becomes of what is not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.lint_bodies import DEFAULT_MAX_BYTES as DEFAULT_OF_LINT
from codegen.lint_schemas import every_schema
from platemark.entrypoints.api import load_contract
from platemark.http.contract import DEFAULT_MAX_BYTES, MAX_VALUES
from platemark.http.decoding import decode_json
from platemark.http.ids import EACH, lower_ids
from platemark.http.json_text import MAX_LEVELS, parse_json, value_bound
from platemark.http.problems import HttpProblem
from tests.serving import contract

BUNDLE = load_contract()
MANY = 10**6
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
)


def refusal(raw: bytes, max_values: int = MANY) -> HttpProblem:
    with pytest.raises(HttpProblem) as refused:
        parse_json(raw, max_values)
    return refused.value


def count(value: Any) -> int:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(count(part) for part in parts)


@settings(deadline=None)
@given(VALUES)
def test_json_is_decoded_as_what_it_says(value: Any) -> None:
    for text in (json.dumps(value), json.dumps(value, ensure_ascii=False)):
        assert parse_json(text.encode("utf-8", "surrogatepass"), MANY) == value


@settings(deadline=None)
@given(VALUES)
def test_no_value_has_more_parts_than_are_counted_in_its_bytes(value: Any) -> None:
    assert count(value) <= value_bound(json.dumps(value).encode())


@pytest.mark.parametrize(("text", "value"), [("2.0", 2), ("-0.0", 0), ("[1e3]", [1000]), ('{"a":2.5}', {"a": 2.5})])
def test_a_number_without_a_fraction_is_an_integer(text: str, value: Any) -> None:
    parsed = parse_json(text.encode(), MANY)
    assert (parsed, repr(parsed)) == (value, repr(value))


@pytest.mark.parametrize(
    ("text", "pointers"),
    [
        ('{"name": 1, "name": 1}', {"/name"}),
        ('{"name": 1, "n\\u0061me": 2}', {"/name"}),
        ('{"a": [0, {"b/~": 1, "c": 2, "b/~": 3}]}', {"/a/1/b~1~0"}),
        ('[{"a": {"b": 1, "b": 2}, "a": 1}]', {"/0/a", "/0/a/b"}),
        ('{"": 1, "": 2, "": 3}', {"/"}),
    ],
)
def test_a_key_given_twice_is_pointed_to(text: str, pointers: set[str]) -> None:
    problem = refusal(text.encode())
    assert (problem.status, problem.code) == (400, "does_not_fit")
    assert {(finding.pointer, finding.code) for finding in problem.findings} == {
        (each, "repeated") for each in pointers
    }


SURROGATES = ['"\\ud800"', '{"\\udfff": 1}', '["a", {"b": "x\\uDbffy"}]', '"\\ude00\\ud83d"', '"\\ud83d\\ud83d\\ude00"']


@pytest.mark.parametrize("text", SURROGATES)
def test_half_of_a_surrogate_pair_is_not_json_wherever_it_stands(text: str) -> None:
    assert refusal(text.encode()).code == "not_json"


@pytest.mark.parametrize(("text", "value"), [('"\\ud83d\\ude00"', "😀"), ('"\\\\ud800"', "\\ud800")])
def test_a_whole_pair_and_an_escaped_backslash_are_text(text: str, value: str) -> None:
    assert parse_json(text.encode(), MANY) == value


def test_the_levels_are_limited() -> None:
    assert parse_json(b"[" * MAX_LEVELS + b"]" * MAX_LEVELS, MANY) is not None
    for opening, closing in ((b"[", b"]"), (b'{"a":', b"}")):
        for levels in (MAX_LEVELS + 1, 900, 100_000):
            assert refusal(opening * levels + b"1" + closing * levels).code == "not_json"


def test_brackets_in_a_text_are_no_levels() -> None:
    assert parse_json(json.dumps("[{" * 1000).encode(), MANY) == "[{" * 1000


TOO_MANY = [b"[" + b"1," * 1000 + b"1]", b"[" + b"[]," * 500 + b"1]", b"[[[[1]]]]" * 250, b"{" * 1001, b'{"a":' * 1001]


@pytest.mark.parametrize("raw", TOO_MANY)
def test_too_many_values_are_refused_before_they_are_decoded(raw: bytes) -> None:
    problem = refusal(raw, 1000)
    assert (problem.status, problem.code) == (413, "content_too_large")


def test_the_limit_for_values_grows_with_that_for_bytes() -> None:
    sign_in = contract().rules["signIn"].bodies["application/json"]
    job = contract().rules["createJob"].bodies["application/json"]
    report = contract().rules["createBugReport"].bodies["application/json"]
    assert (sign_in.max_bytes, sign_in.max_values) == (16_384, 5_000)
    assert (job.max_bytes, job.max_values) == (DEFAULT_MAX_BYTES, 20_000)
    assert (report.max_bytes, report.max_values) == (16 * 1024 * 1024, MAX_VALUES)
    assert DEFAULT_MAX_BYTES == DEFAULT_OF_LINT


@pytest.mark.parametrize(
    ("operation_id", "body", "pointer"),
    [
        ("createJob", {"kind": "caption", "image_ids": 0}, "/image_ids"),
        ("addAlbumImages", {"image_ids": 0}, "/image_ids"),
        ("moveAlbumImages", {"image_ids": 0}, "/image_ids"),
        ("createTrainingRun", {"name": "x", "engine": "press", "album_ids": 0}, "/album_ids"),
    ],
)
def test_an_id_in_upper_case_is_the_same_id(operation_id: str, body: dict[str, Any], pointer: str) -> None:
    rules = contract().rules[operation_id].bodies["application/json"]
    an_id = "0192e4a0-7c00-7abc-8def-000000000031"
    upper = json.dumps({**body, pointer[1:]: [an_id.upper()]}).encode()
    assert decode_json(upper, rules)[pointer[1:]] == [an_id]
    with pytest.raises(HttpProblem) as refused:
        decode_json(json.dumps({**body, pointer[1:]: [an_id, an_id.upper()]}).encode(), rules)
    assert [(finding.pointer, finding.code) for finding in refused.value.findings] == [(pointer, "unique_items")]


def test_an_array_without_repetitions_is_one_of_ids_or_of_words() -> None:
    """Of anything else, two spellings could be one value."""
    for where, node in every_schema(BUNDLE):
        if node.get("uniqueItems"):
            items = contract().resolve(node["items"])
            assert items.get("format") == "uuid" or "enum" in items, where


def test_every_id_of_a_request_body_has_its_place() -> None:
    places = {
        place for rules in contract().rules.values() for body in rules.bodies.values() for place in body.id_places
    }
    assert {("image_ids", EACH), ("album_ids", EACH), ("album_id",), ("duplicate_of",)} <= places


@pytest.mark.parametrize("value", [None, 1, "A", ["A"], {"a": 1}, {"a": ["A"]}, [{"a": {"b": "A"}}]])
def test_ids_are_looked_for_in_any_value(value: Any) -> None:
    for place in [("a",), ("a", "b"), (EACH, "a", "b"), ("a", EACH), (EACH, EACH)]:
        lower_ids(value, place)
