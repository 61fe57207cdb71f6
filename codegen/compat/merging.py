"""One schema instead of several that hold together, as far as drawing values needs it.

The result may admit more than all of them: a validator has the last word on each value drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from codegen.load import Json

PATTERNS = "x-patterns"
"""All patterns of a merged schema, since a schema can state only one."""


UNIONS = ("anyOf", "oneOf", "not")


def flattened(schema: Json) -> Json:
    """`schema` with its `allOf` merged into it, but for a second `anyOf`, `oneOf` or `not`, which stays in `allOf`."""
    whole = {key: value for key, value in schema.items() if key != "allOf"}
    parts, second = list(schema.get("allOf", ())), []
    while parts:
        part = parts.pop(0)
        if not isinstance(part, dict):
            continue
        if len(part) == 1 and any(key in whole and whole[key] != part[key] for key in UNIONS if key in part):
            second.append(part)
        else:
            whole = merged(whole, part)
            parts += whole.pop("allOf", [])
    return {**whole, "allOf": second} if second else whole


def merged(one: Json, other: Json) -> Json:
    """A schema of what both admit, or of a little more."""
    out = dict(one)
    for key, value in other.items():
        if key == "pattern":
            out[PATTERNS] = [*out.get(PATTERNS, []), value]
        elif key not in out or out[key] == value:
            out[key] = value
        elif key in UNIONS:
            out["allOf"] = [*out.get("allOf", []), {key: value}]
        elif key in MERGERS:
            out[key] = MERGERS[key](out[key], value)
    return out


def _both(one: Any, other: Any) -> Any:
    return {"allOf": [one, other]}


def _joined(one: list[Any], other: list[Any]) -> list[Any]:
    return [*one, *(value for value in other if value not in one)]


def _shared(one: list[Any], other: list[Any]) -> list[Any]:
    return [value for value in one if value in other]


def _members(one: Json, other: Json) -> Json:
    return {**other, **{name: _both(part, other[name]) if name in other else part for name, part in one.items()}}


def _kinds(one: Any, other: Any) -> list[str]:
    mine, others = ([kinds] if isinstance(kinds, str) else kinds for kinds in (one, other))
    return _shared(mine, others) or (["integer"] if "integer" in [*mine, *others] else [])


MERGERS: dict[str, Callable[[Any, Any], Any]] = {
    "type": _kinds, "enum": _shared, "required": _joined, "allOf": _joined, PATTERNS: _joined, "properties": _members,
    "patternProperties": _members,
    **dict.fromkeys(("items", "additionalProperties", "propertyNames", "contains"), _both),
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"), min),
}  # fmt: skip
