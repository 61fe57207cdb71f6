"""The rule of lint for branches of a `oneOf`."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.lint_unions import lint


def document(*branches: Any) -> dict[str, Any]:
    return {"components": {"schemas": {"Either": {"oneOf": list(branches)}}}, "paths": {}}


@pytest.mark.parametrize(
    "branches",
    [
        ({"type": "integer", "maximum": 3}, {"type": "number", "minimum": 3}),
        ({"type": "string", "pattern": "^a"}, {"type": "string", "maxLength": 1}),
        ({"type": "string", "pattern": "^[a-z]+$"}, {"type": "string", "pattern": "^[a-f0-9]+$"}),
        ({"type": "object", "required": ["a"]}, {"type": "object", "required": ["b"]}),
        ({"type": "null"}, {"const": 1}, {"enum": [2, 1]}),
    ],
)
def test_branches_that_overlap_are_a_finding(branches: tuple[Any, ...]) -> None:
    (finding,) = lint(document(*branches))
    assert finding.where == "#/components/schemas/Either"
    assert "of the oneOf overlap: both admit" in finding.message


@pytest.mark.parametrize(
    "branches",
    [
        ({"type": "integer", "maximum": 2}, {"type": "number", "minimum": 3}),
        ({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}),
        ({"type": "object", "required": ["k"], "properties": {"k": {"const": "a"}}},
         {"type": "object", "required": ["k"], "properties": {"k": {"const": "b"}}}),
    ],
)  # fmt: skip
def test_branches_that_are_apart_are_none(branches: tuple[Any, ...]) -> None:
    assert lint(document(*branches)) == []
