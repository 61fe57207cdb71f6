"""Inclusion of schemas, without a contract around them."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.compat.comparable import Comparable
from codegen.compat.examiner import Examiner
from codegen.compat.inclusion import NOTHING, Prover, pair_hash

WORD = {"type": "string", "pattern": "^[a-z]{1,9}$"}


def tree(*required: str, leaf: Any = WORD) -> dict[str, Any]:
    """A schema that refers to itself."""
    node = {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(required),
        "properties": {"name": leaf, "parts": {"type": "array", "items": {"$ref": "#/schemas/Node"}}},
    }
    form: dict[str, Any] = Comparable({"schemas": {"Node": node}}).form({"$ref": "#/schemas/Node"})
    return form


def any_json(*, longest: int = 9, most: int = 3) -> Any:
    """Any JSON with short texts and lists, as one schema that names no type."""
    inner = {"$ref": "#/schemas/Any"}
    node = {"maxLength": longest, "minimum": 0, "items": inner, "maxItems": most, "additionalProperties": inner}
    return Comparable({"schemas": {"Any": node}}).form(inner)


def any_json_by_type(*, longest: int = 9) -> Any:
    """The same, as a union of the types."""
    inner = {"$ref": "#/schemas/Any"}
    text, items = {"type": "string", "maxLength": longest}, {"type": "array", "items": inner, "maxItems": 3}
    fields = {"type": "object", "additionalProperties": inner}
    others = [{"type": "null"}, {"type": "boolean"}, {"type": "number", "minimum": 0}]
    return Comparable({"schemas": {"Any": {"anyOf": [*others, text, items, fields]}}}).form(inner)


PROVEN: dict[str, tuple[Any, Any]] = {
    "a pattern in a wider one": (WORD, {"type": "string", "pattern": "^[a-z0-9]*$"}),
    "a pattern in a length": (WORD, {"type": "string", "maxLength": 9, "minLength": 1}),
    "a pattern in an enum": ({"type": "string", "pattern": "^(?:a|b)$"}, {"enum": ["a", "b", "c"]}),
    "a pattern in a format": (
        {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"},
        {"type": "string", "format": "uuid"},
    ),
    "a length and a pattern in a pattern": (
        {"type": "string", "pattern": "^[a-z]*$", "maxLength": 4},
        {"type": "string", "pattern": "^[a-z]{0,4}$"},
    ),
    "a branch in a union": (WORD, {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^[a-z]+$"}]}),
    "recursion": (tree("name", "parts"), tree("name")),
    "recursion with a narrower leaf": (tree("name", leaf={"const": "a"}), tree("name")),
    "the types of a union in a schema without a type": (any_json_by_type(), any_json()),
    "a schema without a type in the types of a union": (any_json(), any_json_by_type()),
    "a narrower schema without a type": (any_json(longest=8), any_json_by_type()),
    "other members": (
        {"type": "object", "properties": {"a": WORD}, "required": ["a"], "additionalProperties": False},
        {"type": "object", "properties": {"b": {"type": "null"}}, "additionalProperties": {"pattern": "^[a-z]*$"}},
    ),
    "nothing": (False, WORD),
    "anything": (WORD, True),
}
REFUTED: dict[str, tuple[Any, Any]] = {
    "a pattern in a narrower one": (WORD, {"type": "string", "pattern": "^[a-y]*$"}),
    "a length": ({"type": "string", "maxLength": 400}, {"type": "string", "maxLength": 399}),
    "a long text": ({"type": "string", "maxLength": 20_000}, {"type": "string", "maxLength": 19_999}),
    "an unanchored pattern": ({"type": "string", "pattern": "a"}, {"type": "string", "pattern": "^a"}),
    "recursion": (tree("name"), tree("name", "parts")),
    "recursion with a wider leaf": (tree("name", leaf={"type": "string"}), tree("name")),
    "a longer text in a schema without a type": (any_json(longest=10), any_json_by_type()),
    "a longer list in a schema without a type": (any_json(most=4), any_json_by_type()),
    "a longer text in the types of a union": (any_json_by_type(longest=10), any_json()),
    "null": ({"type": ["string", "null"]}, {"type": "string"}),
    "a fraction": ({"type": "number"}, {"type": "integer"}),
    "a multiple": ({"type": "integer", "multipleOf": 2}, {"type": "integer", "multipleOf": 4}),
    "a long list": ({"type": "array", "maxItems": 41}, {"type": "array", "maxItems": 40}),
    "a repeated item": ({"type": "array"}, {"type": "array", "uniqueItems": True}),
    "an unknown member": ({"type": "object"}, {"type": "object", "additionalProperties": False}),
    "both branches": ({"type": "integer"}, {"oneOf": [{"type": "integer"}, {"type": "number"}]}),
    "a value that is not a string": ({"pattern": "^a$"}, {"enum": ["a"]}),
}


@pytest.mark.parametrize("name", PROVEN)
def test_proven(name: str) -> None:
    narrow, wide = PROVEN[name]
    assert Prover().within(narrow, wide).verdict == "compatible"


@pytest.mark.parametrize("name", REFUTED)
def test_refuted_by_a_value(name: str) -> None:
    narrow, wide = REFUTED[name]
    answer = Prover().within(narrow, wide)
    assert answer.verdict == "breaking"
    assert answer.witness is not NOTHING


WITHOUT_END = {"type": "string", "pattern": "^(a|b)*a(a|b){40}$"}
LOOKS_AHEAD = {"type": "string", "pattern": "^(?=[a-z])[a-z]{1,99}$"}


def test_what_cannot_be_decided_is_unknown_until_a_person_accepts_it() -> None:
    wide = {"type": "string", "pattern": "^(?![0-9])"}
    answer = Prover().within(LOOKS_AHEAD, wide)
    assert (answer.verdict, answer.pairs) == ("unknown", (pair_hash(LOOKS_AHEAD, wide),))
    accepting = Prover(frozenset(answer.pairs))
    assert accepting.within(LOOKS_AHEAD, wide).verdict == "compatible"
    inside = accepting.within({"type": "array", "items": LOOKS_AHEAD}, {"type": "array", "items": wide})
    assert (inside.verdict, inside.accepted) == ("compatible", frozenset(answer.pairs))


def test_a_question_beyond_the_limit_is_unknown_and_the_next_one_is_answered() -> None:
    with Examiner(limit_seconds=0.1) as examiner:
        answer = examiner.ask(WITHOUT_END, {**WITHOUT_END, "pattern": "^(b|a)*a(b|a){40}$"})
        assert (answer.verdict, answer.why) == ("unknown", "no answer within 0.1 seconds of computing")
        assert examiner.ask(WORD, {"type": "string", "maxLength": 9}).verdict == "compatible"
    with Examiner(total_seconds=0) as examiner:
        answer = examiner.ask(WORD, WORD)
        assert (answer.verdict, answer.why) == ("unknown", "all questions together took longer than 0 seconds")
    deep: Any = WORD
    for _ in range(2000):
        deep = {"type": "array", "items": deep}
    with Examiner() as examiner:
        assert examiner.ask(deep, {"type": "null"}).verdict == "unknown"
        assert examiner.ask(WORD, {"type": "string", "maxLength": 9}).verdict == "compatible"
