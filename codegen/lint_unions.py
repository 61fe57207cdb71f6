"""The rule for `oneOf`: its branches are apart, so that a value is never refused because two of them admit it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from codegen.compat import algebra
from codegen.compat.comparable import Comparable
from codegen.compat.instances import Hints, instances
from codegen.compat.validators import is_valid
from codegen.findings import Finding, HouseRule
from codegen.lint_schemas import every_schema
from codegen.load import Json


def lint(document: Json) -> list[Finding]:
    """Return a finding for each pair of branches that some value matches both of."""
    forms = Comparable(document)
    return [
        Finding(where, HouseRule(f"branches {one} and {other} of the oneOf overlap: both admit {value!r}"))
        for where, node in every_schema(document)
        for one, other, value in _overlaps([forms.form(branch) for branch in node.get("oneOf", [])])
    ]


def _overlaps(branches: list[Any]) -> Iterator[tuple[int, int, Any]]:
    """Yield the indexes of two branches and a value that both admit, for each such pair."""
    for (one, first), (other, second) in combinations(enumerate(branches), 2):
        both = algebra.common(first, second)
        if both is False:
            continue
        hints = Hints.of(first, second)
        candidates = (
            value for schema in (both, first, second) if schema is not None for value in instances(schema, hints)
        )
        value = next((value for value in candidates if is_valid(value, first) and is_valid(value, second)), _NONE)
        if value is not _NONE:
            yield one, other, value


_NONE = object()
