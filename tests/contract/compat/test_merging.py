"""Several schemas that hold together become one: without end for none of them, and with every union kept."""

from __future__ import annotations

import pytest

from codegen.compat.instances import Hints, instances
from codegen.compat.merging import flattened
from codegen.load import Json

SHORT, WORD, NUMBER = {"maxLength": 2}, {"type": "string"}, {"type": "integer"}


def test_parts_are_merged_however_deep() -> None:
    nested = {"allOf": [{"allOf": [WORD, {"allOf": [SHORT]}]}, {"minLength": 1}]}
    assert flattened(nested) == {"type": "string", "maxLength": 2, "minLength": 1}


@pytest.mark.parametrize("union", ["anyOf", "oneOf"])
def test_a_second_union_is_kept_apart_until_the_first_is_chosen(union: str) -> None:
    first, second = {union: [WORD, NUMBER]}, {union: [{"const": "a"}, {"const": 1}]}
    schema: Json = {"allOf": [first, second, {**second, "maxLength": 1}]}
    assert flattened(schema) == {**first, "maxLength": 1, "allOf": [second, second]}
    assert sorted(map(str, instances(schema, Hints.of(schema, schema)))) == ["1", "a"]


def test_a_second_negation_is_kept_apart() -> None:
    schema: Json = {"allOf": [{"not": WORD}, {"not": NUMBER}, {"type": "boolean"}]}
    assert flattened(schema) == {"not": WORD, "type": "boolean", "allOf": [{"not": NUMBER}]}
    assert list(instances(schema, Hints.of(schema, schema))) == [True, False]
