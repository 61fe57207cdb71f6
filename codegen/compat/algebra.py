"""The schema algebra of jsonschema-rs, which its authors call experimental: all that is used of it is in this module.

Only proofs count. Where the algebra cannot decide, refuses a schema or raises, the answer is "not proven".
"""

from __future__ import annotations

import functools
import json
from itertools import combinations
from typing import Any

import jsonschema_rs

from codegen.load import Json

FAILURES = (
    jsonschema_rs.canonical.CanonicalizationError, jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError,
    ValueError, RecursionError,
)  # fmt: skip


def covers(wide: Any, narrow: Any) -> bool:
    """Whether it is proven that every value of `narrow` is one of `wide`."""
    try:
        return str(_canonical(wide).covers(_canonical(narrow))) == "yes"
    except FAILURES:
        return False


def equivalent(one: Any, other: Any) -> bool:
    """Whether it is proven that two schemas admit the same values."""
    return covers(one, other) and covers(other, one)


def difference(narrow: Any, wide: Any) -> Any:
    """A schema of the values of `narrow` that `wide` refuses: False if it is proven that there are none.

    None if the algebra cannot express it.
    """
    try:
        left = _canonical(narrow).subtract(_canonical(wide))
        return False if str(left.satisfiability()) == "no" else left.to_json_schema()
    except FAILURES:
        return None


def common(one: Any, other: Any) -> Any:
    """A schema of the values that both admit: False if it is proven that there are none, None if it is unknown."""
    try:
        both = _canonical(one).intersect(_canonical(other))
        return False if str(both.satisfiability()) == "no" else both.to_json_schema()
    except FAILURES:
        return None


def pairwise_disjoint(schemas: list[Any]) -> bool:
    """Whether it is proven that no value is admitted by two of `schemas`."""
    return all(common(one, other) is False for one, other in combinations(schemas, 2))


def _canonical(schema: Any) -> jsonschema_rs.CanonicalSchema:
    return _parsed(json.dumps(schema, sort_keys=True))


@functools.lru_cache(4096)
def _parsed(text: str) -> jsonschema_rs.CanonicalSchema:
    schema: Json | bool = json.loads(text)
    return jsonschema_rs.canonicalize(schema, draft=jsonschema_rs.Draft202012, validate_formats=True)
