"""What is proven is true: values drawn for the narrower schema are looked for that the wider one refuses."""

from __future__ import annotations

from typing import Any

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.compat.comparable import Comparable
from codegen.compat.inclusion import NOTHING, Prover
from codegen.compat.instances import Hints, instances
from codegen.compat.regular import longest, shortest
from codegen.compat.validators import is_valid

PATTERNS = [
    "^[a-z]*$",
    "^[a-z]{1,3}$",
    "^a",
    "b$",
    "a|b",
    "^(?:ab?)+$",
    "^[^a]$",
    "^\\d+$",
    "^.*$",
    "^[a-z0-9]{0,2}$",
    "^$",
]
WORDS = ["", "a", "b", "ab", "aab", "0", "12", "abc"]

texts = st.fixed_dictionaries(
    {"type": st.just("string")},
    optional={
        "pattern": st.sampled_from(PATTERNS),
        "minLength": st.integers(0, 3),
        "maxLength": st.integers(0, 4),
        "enum": st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True),
    },
)
numbers = st.fixed_dictionaries(
    {"type": st.sampled_from(["integer", "number", ["integer", "null"]])},
    optional={"minimum": st.integers(-2, 2), "maximum": st.integers(-1, 4), "multipleOf": st.sampled_from([1, 2])},
)
leaves = st.one_of(texts, numbers, st.just({"type": "null"}), st.just({"pattern": "^a"}), st.booleans())


def composed(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lists = st.fixed_dictionaries(
        {"type": st.just("array"), "items": parts},
        optional={"minItems": st.integers(0, 2), "maxItems": st.integers(0, 3), "uniqueItems": st.just(True)},
    )
    objects = st.fixed_dictionaries(
        {"type": st.just("object"), "properties": st.dictionaries(st.sampled_from("xyz"), parts, max_size=3)},
        optional={
            "required": st.lists(st.sampled_from("xyz"), max_size=2, unique=True),
            "additionalProperties": parts,
            "minProperties": st.integers(0, 2),
        },
    )
    unions = st.dictionaries(
        st.sampled_from(["anyOf", "oneOf", "allOf"]), st.lists(parts, min_size=1, max_size=3), min_size=1, max_size=1
    )
    return st.one_of(lists, objects, unions, st.fixed_dictionaries({"not": parts}))


schemas = st.recursive(leaves, composed, max_leaves=5)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(schemas, schemas, st.booleans())
def test_no_value_of_a_schema_is_refused_by_one_that_is_proven_wider(one: Any, other: Any, union: bool) -> None:
    form = Comparable({}).form
    narrow, wide = form(one), form({"anyOf": [other, one]} if union else other)
    answer = Prover().within(narrow, wide)
    values = list(instances(narrow, Hints.of(narrow, wide)))
    if answer.verdict == "compatible":
        assert [value for value in values if not is_valid(value, wide)] == []
        reference = jsonschema.Draft202012Validator(wide)
        assert [value for value in values[:20] if not reference.is_valid(value)] == []
    elif answer.verdict == "breaking":
        assert answer.witness is not NOTHING
        assert is_valid(answer.witness, one)
        assert not is_valid(answer.witness, other)


@settings(max_examples=60, deadline=None)
@given(schemas)
def test_the_comparable_form_admits_the_same_values(schema: Any) -> None:
    form = Comparable({}).form(schema)
    values = [*instances(schema, Hints.of(schema, form)), *instances(form, Hints.of(schema, form))]
    assert [value for value in values if is_valid(value, schema) != is_valid(value, form)] == []


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PATTERNS), st.sampled_from(PATTERNS), st.text("ab01.\n", max_size=5))
def test_patterns_are_read_as_the_validators_read_them(match: str, miss: str, text: str) -> None:
    found = shortest((match,), (miss,))
    if found is None:
        assert not is_valid(text, {"pattern": match}) or is_valid(text, {"pattern": miss})
    else:
        assert is_valid(found, {"pattern": match})
        assert not is_valid(found, {"pattern": miss})
    most = longest(match)
    assert most is None or not is_valid(text, {"pattern": match}) or len(text) <= most
