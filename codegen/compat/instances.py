"""Values of a schema that reach for its edges, in a fixed order: among them a difference of two schemas shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from codegen.compat.merging import PATTERNS, flattened, merged
from codegen.compat.regular import Unsupported, shortest
from codegen.compat.validators import validator
from codegen.load import Json
from codegen.schema_tree import every

TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")
ANYTHING: tuple[Any, ...] = ("a", 0, None, True, 1.5, [], {})
FORMATS = {
    "uuid": "6f2c1de0-5f0d-4f0a-9a57-6b2f0f5a1c11", "date-time": "2026-01-31T12:00:00Z", "date": "2026-01-31",
    "email": "a@example.org", "uri": "https://example.org/a", "uri-reference": "/a", "ipv4": "127.0.0.1",
}  # fmt: skip
NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
SIZES = ("minItems", "maxItems", "minProperties", "maxProperties")
MOST, OF_A_PART, DEEPEST = 400, 40, 14
LARGEST_LIST, LARGEST_SEARCHED_TEXT, LARGEST_TEXT = 5_000, 300, 300_000


@dataclass(frozen=True, slots=True)
class Hints:
    """The values at which schemas change their mind."""

    numbers: list[Any] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    patterns: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, one: Any, other: Any) -> Hints:
        """The hints in which two schemas differ."""
        texts = [{json.dumps(node, sort_keys=True): node for node in every(schema)} for schema in (one, other)]
        nodes = [node for mine, others in (texts, texts[::-1]) for text, node in mine.items() if text not in others]
        return cls(
            _around(nodes, *NUMBERS),
            [length for length in _around(nodes, "minLength", "maxLength") if length <= LARGEST_TEXT],
            [size for size in _around(nodes, *SIZES) if size <= LARGEST_LIST],
            sorted({node["pattern"] for node in nodes if isinstance(node.get("pattern"), str)}),
            [
                value
                for node in nodes
                for value in [*node.get("enum", []), *(node[key] for key in node if key == "const")]
            ],
            sorted({name for node in nodes for name in node.get("properties", {})}),
        )


def _around(nodes: list[Json], *keys: str) -> list[Any]:
    bounds = [node[key] for node in nodes for key in keys if isinstance(node.get(key), int | float)]
    return sorted({bound + step for bound in bounds for step in (-1, 0, 1)})


def instances(schema: Any, hints: Hints, of_a_part: int = OF_A_PART) -> Iterator[Any]:
    """Up to 400 different values that are valid for `schema`, made of up to `of_a_part` values of each of its parts."""
    yield from _Draw(hints, _definitions(schema), of_a_part).values(schema, 0, MOST)


@dataclass(frozen=True, slots=True)
class _Draw:
    hints: Hints
    definitions: Json
    of_a_part: int

    def values(self, schema: Any, depth: int, most: int) -> Iterator[Any]:
        if schema is False or depth > DEEPEST:
            return
        if schema is True or not schema:
            yield from islice((*ANYTHING, *self.hints.values), most)
            return
        is_valid = validator({**schema, "$defs": self.definitions} if self.definitions else schema).is_valid
        seen: set[str] = set()
        for value in self.guesses(schema, depth):
            key = json.dumps(value, sort_keys=True)
            if key not in seen and is_valid(value):
                seen.add(key)
                yield value
            if len(seen) >= most:
                return

    def parts(self, schema: Any, depth: int) -> list[Any]:
        return list(self.values(schema, depth + 1, self.of_a_part))

    def guesses(self, schema: Json, depth: int) -> Iterator[Any]:
        """Values that are likely to be valid."""
        if depth > DEEPEST:
            return
        if "$ref" in schema:
            rest = {key: value for key, value in schema.items() if key != "$ref"}
            referred = self.definitions.get(schema["$ref"].rpartition("/")[2], {})
            yield from self.guesses(merged(rest, referred if isinstance(referred, dict) else {}), depth + 5)
            return
        schema = flattened(schema)
        for key in ("anyOf", "oneOf"):
            if key in schema:
                rest = {name: value for name, value in schema.items() if name != key}
                for part in schema[key]:
                    yield from self.guesses(merged(rest, part if isinstance(part, dict) else {}), depth + 1)
                return
        if "const" in schema:
            yield schema["const"]
        elif "enum" in schema:
            yield from schema["enum"]
        else:
            kinds = schema.get("type", TYPES)
            for kind in [kinds] if isinstance(kinds, str) else kinds:
                yield from self.of_type(kind, schema, depth)
            yield from self.hints.values

    def of_type(self, kind: str, schema: Json, depth: int) -> Iterator[Any]:
        if kind == "null":
            yield None
        elif kind == "boolean":
            yield from (True, False)
        elif kind in ("integer", "number"):
            yield from self.numbers(schema)
        elif kind == "string":
            yield from self.strings(schema)
        elif kind == "array":
            yield from self.lists(schema, depth)
        else:
            yield from self.objects(schema, depth)

    def numbers(self, schema: Json) -> Iterator[Any]:
        bounds = [schema[key] for key in NUMBERS[:4] if key in schema]
        step = schema.get("multipleOf", 1)
        near = [bound + distance for bound in bounds for distance in (0, step, -step, 0.5, -0.5)]
        for number in [0, 1, *near, *self.hints.numbers, 0.5, 1_000_000.5, -1, 1_000_000]:
            for value in (number, -(-number // step) * step):
                yield int(value) if value == int(value) else value

    def strings(self, schema: Json) -> Iterator[str]:
        if schema.get("format") in FORMATS:
            yield FORMATS[schema["format"]]
        match = tuple(sorted({*schema.get(PATTERNS, []), *([schema["pattern"]] if "pattern" in schema else [])}))
        low, high = schema.get("minLength", 0), schema.get("maxLength")
        edges = sorted({*self.hints.lengths, *([high] if high is not None else [])})
        for miss, least, most in self.searches(low, high, edges):
            try:
                text = shortest(match, miss, least, most)
            except Unsupported:
                continue
            if text is not None:
                yield text
                yield text[:-1] + "b"
                if not miss:
                    yield from (
                        text + (text or "a")[-1] * (length - len(text))
                        for length in edges
                        if LARGEST_SEARCHED_TEXT < length <= LARGEST_TEXT
                    )

    def searches(self, low: int, high: int | None, edges: list[int]) -> Iterator[tuple[tuple[str, ...], int, Any]]:
        """Which patterns to miss, and between which lengths."""
        yield from (((), least, high) for least in (low, low + 1, low + 2))
        yield from (((pattern,), low, high) for pattern in self.hints.patterns)
        words = [re.escape(value) for value in self.hints.values if isinstance(value, str)]
        if words:
            yield (f"^(?:{'|'.join(words)})$",), low, high
        for length in edges:
            if low <= length <= LARGEST_SEARCHED_TEXT and (high is None or length <= high):
                yield (), length, length

    def lists(self, schema: Json, depth: int) -> Iterator[list[Any]]:
        low, high = schema.get("minItems", 0), schema.get("maxItems", LARGEST_LIST)
        heads = [self.parts(part, depth) for part in schema.get("prefixItems", [])]
        start = [values[0] for values in heads if values]
        wanted = self.parts(schema["contains"], depth) if "contains" in schema else []
        items = self.parts(schema.get("items", True), depth) or wanted
        yield start
        if not items:
            return
        for size in sorted({low, low + 1, 2, min(high, 20), *self.hints.sizes}):
            if low <= size <= high:
                length = max(0, size - len(start))
                yield start + [items[index % len(items)] for index in range(length)]
                yield start + [items[0]] * length
        fill = [items[index % len(items)] for index in range(max(0, low - 1))]
        for item in [*wanted, *items]:
            yield [*start, item, *(other for other in fill if other != item)]
            yield [*start, item, *fill]
        for index, values in enumerate(heads):
            yield from ([*start[:index], value, *start[index + 1 :]] for value in values)

    def objects(self, schema: Json, depth: int) -> Iterator[Json]:
        required, others = schema.get("required", []), schema.get("additionalProperties", True)
        members = schema.get("properties", {})
        options = {name: self.parts(members.get(name, others), depth) for name in dict.fromkeys([*members, *required])}
        if not all(options[name] for name in required):
            return
        full = {name: values[0] for name, values in options.items() if values}
        least = {name: full[name] for name in full if name in required}
        yield full
        yield least
        allowed = self.parts(schema.get("propertyNames", True), depth) if "propertyNames" in schema else []
        names = [name for name in allowed if isinstance(name, str)]
        free = [name for name in dict.fromkeys([*names, *self.hints.names, *self.made_up()]) if name not in options]
        extra = self.parts(others, depth)
        for size in sorted({schema.get("minProperties", 0), schema.get("maxProperties", 0), *self.hints.sizes}):
            if extra and 0 < size - len(least) <= len(free):
                yield {**least, **dict.fromkeys(free[: size - len(least)], extra[0])}
            yield {**least, **dict(list(full.items())[: max(0, size - len(least))])}
        for name, values in options.items():
            yield {**least, name: values[0]} if values else least
            yield {other: value for other, value in full.items() if other != name}
            for value in values[1:]:
                yield {**full, name: value}
                yield {**least, name: value}
        for name in free[: self.of_a_part]:
            for value in extra:
                yield {**least, name: value}
                yield {**full, name: value}

    def made_up(self) -> list[str]:
        return [f"x{number}" for number in range(max([20, *self.hints.sizes]))]


def _definitions(schema: Any) -> Json:
    definitions: Json = schema.get("$defs", {}) if isinstance(schema, dict) else {}
    return definitions
