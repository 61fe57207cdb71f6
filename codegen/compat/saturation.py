"""What strings of a schema also are: patterns, lengths, enums and formats of another schema that follow from its own.

The algebra compares patterns by their text. So before it is asked whether one schema lies within another, the strings
of the first are told each assertion of the second that is proven for them by inclusion of regular languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from codegen.compat.regular import Unsupported, is_empty, is_within, longest
from codegen.load import Json
from codegen.schema_tree import every, replaced

UUID = "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"  # what both validators take for the format uuid


@dataclass(frozen=True, slots=True)
class Assertions:
    """What a schema says about its strings, anywhere in it."""

    patterns: list[str] = field(default_factory=list)
    min_lengths: list[int] = field(default_factory=list)
    max_lengths: list[int] = field(default_factory=list)
    enums: list[list[str]] = field(default_factory=list)
    uuid: bool = False

    @classmethod
    def of(cls, schema: Any) -> Assertions:
        """The assertions of `schema` and of its parts."""
        nodes = list(every(schema))
        words = [[value for value in node.get("enum", []) if isinstance(value, str)] for node in nodes]
        constants = [[node["const"]] for node in nodes if isinstance(node.get("const"), str)]
        return cls(
            sorted({node["pattern"] for node in nodes if "pattern" in node}),
            sorted({node["minLength"] for node in nodes if "minLength" in node}),
            sorted({node["maxLength"] for node in nodes if "maxLength" in node}),
            [enum for enum in (*words, *constants) if enum],
            any(node.get("format") == "uuid" for node in nodes),
        )


def saturate(schema: Any, other: Any) -> Any:
    """A schema with the same values as `schema` that also asserts what follows from it in the words of `other`."""
    return _saturated(schema, Assertions.of(other))


def _saturated(schema: Any, wanted: Assertions) -> Any:
    if not isinstance(schema, dict):
        return schema
    out = replaced(schema, lambda _, part: _saturated(part, wanted))
    if {"pattern", "format"} & schema.keys() or "string" in _types(schema):
        following = _following(schema, wanted)
        if following:
            out["allOf"] = [*out.get("allOf", []), *following]
    return out


def _following(schema: Json, wanted: Assertions) -> list[Json]:
    match = _languages(schema)
    low, high = schema.get("minLength", 0), schema.get("maxLength")
    following: list[Json] = [
        {"pattern": pattern}
        for pattern in wanted.patterns
        if pattern != schema.get("pattern") and is_within(match, pattern, low, high)
    ]
    at_most = min((length for pattern in match if (length := _longest(pattern)) is not None), default=None)
    following += [
        {"maxLength": length}
        for length in wanted.max_lengths
        if at_most is not None and at_most <= length and (high is None or length < high)
    ]
    following += [
        {"minLength": length} for length in wanted.min_lengths if length > low and is_empty(match, low, length - 1)
    ]
    if match and _types(schema) == ["string"]:
        enums = [(enum, f"^(?:{'|'.join(map(re.escape, enum))})$") for enum in wanted.enums]
        following += [{"enum": enum} for enum, pattern in enums if is_within(match, pattern, low, high)]
    if wanted.uuid and schema.get("format") != "uuid" and is_within(match, UUID, low, high):
        following.append({"format": "uuid"})
    return following


def _languages(schema: Json) -> tuple[str, ...]:
    own = [schema["pattern"]] if "pattern" in schema else []
    return (*own, UUID) if schema.get("format") == "uuid" else tuple(own)


def _types(schema: Json) -> list[str]:
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else kinds


def _longest(pattern: str) -> int | None:
    try:
        return longest(pattern)
    except Unsupported:
        return None
