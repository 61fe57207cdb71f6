"""Instances of a JSON Schema: valid ones, those at its bounds, and near misses. Equal seeds give equal instances."""

from __future__ import annotations

import copy
import json
import math
import random
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from codegen.conformance import texts
from codegen.load import Json
from codegen.types import resolve

OTHERS: tuple[tuple[str, Any], ...] = (
    ("null", None), ("true", True), ("zero", 0), ("a text", "text"), ("an array", []), ("an object", {"name": 1}),
    ("a fraction", 1.5), ("an integral fraction", 2.0), ("a large number", 1e300), ("2 to the 53", 2**53),
)  # fmt: skip
NAMES = ("", "A", "a\n", "1a", "a" * 41, "a" * 65, "a-b", "é", "a b", "__proto__", "constructor", "７")
LONGEST_ARRAY = 300
FEW = 2
MAX_DEPTH = 6
UNBOUNDED, LITTLE = 10**9, 0.5
"""How far numbers go that have no bound, and how far they keep from a bound that is excluded."""


class Instance(NamedTuple):
    """A value, and what was done to a valid one to get it (``valid``: nothing)."""

    value: Any
    change: str


class Part(NamedTuple):
    """A part of a value: the way to it, and its schema."""

    path: tuple[str | int, ...]
    schema: Json


def instances(document: Json, schema: Json, *, seed: str, count: int) -> list[Instance]:
    """At most ``count`` different instances of ``schema``: valid ones first, then changes of all their parts."""
    rng = random.Random(seed)  # noqa: S311 - not a secret
    distinct: dict[str, Instance] = {}
    for instance in islice(_endless(document, schema, rng), count * 8):
        distinct.setdefault(json.dumps(instance.value, sort_keys=True), instance)
        if len(distinct) >= count:
            break
    return list(distinct.values())


def _endless(document: Json, schema: Json, rng: random.Random) -> Iterator[Instance]:
    for example in resolve(document, schema).get("examples", []):
        yield Instance(example, "valid")
    while True:
        base = valid(document, schema, rng)
        yield Instance(base, "valid")
        parts = list(_parts(document, schema, base))
        for part in rng.sample(parts, min(len(parts), 6)):
            changes = list(_changes(document, part.schema, _get(base, part.path), rng))
            for change, value in rng.sample(changes, min(len(changes), 6)):
                made = value() if callable(value) else value
                yield Instance(_replaced(base, part.path, made), change)


def valid(document: Json, schema: Json, rng: random.Random, depth: int = 0) -> Any:
    """An instance of ``schema``; of a recursive one, a shallow one."""
    schema = composed(document, schema)
    members = schema.get("anyOf") or schema.get("oneOf")
    if members:
        simple = [member for member in members if "$ref" not in member] if depth > MAX_DEPTH else []
        beside = {key: value for key, value in schema.items() if key in ("type", "properties", "required")}
        member = rng.choice(simple or members)
        merged = composed(document, {"allOf": [beside, member]}) if "properties" in beside else member
        return valid(document, merged, rng, depth + 1)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return rng.choice(schema["enum"])
    match _type(schema, rng, depth):
        case "object":
            return _object(document, schema, rng, depth)
        case "array":
            length = rng.randint(
                schema.get("minItems", 0), max(schema.get("minItems", 0), 0 if depth > MAX_DEPTH else FEW)
            )
            first = [valid(document, item, rng, depth + 1) for item in schema.get("prefixItems", [])]
            more = 0 if schema.get("items") is False else length - len(first)
            return first + _several(document, schema, rng, more, depth + 1)
        case "string":
            return _text(schema, rng)
        case "integer":
            return _integer(schema, rng)
        case "number":
            return _number(schema, rng)
        case "boolean":
            return rng.random() < 0.5
    return None


def _several(document: Json, schema: Json, rng: random.Random, count: int, depth: int) -> list[Any]:
    """Items of an array; different ones where they must be, as long as an enumeration has others."""
    items = schema.get("items", {})
    words = composed(document, items).get("enum", []) if schema.get("uniqueItems") else []
    different = rng.sample(words, min(count, len(words)))
    return different + [valid(document, items, rng, depth) for _ in range(count - len(different))]


def composed(document: Json, schema: Any) -> Json:
    """The schema with the parts of its `allOf` as one: all fields; of other keywords, the last part's."""
    if not isinstance(schema, dict):
        return {}
    node: Json = resolve(document, schema)
    if "allOf" not in node:
        return node
    merged: Json = {}
    own = {key: value for key, value in node.items() if key != "allOf"}
    for part in [*(composed(document, each) for each in node["allOf"]), own]:
        fields = {**merged.get("properties", {}), **part.get("properties", {})}
        required = [*merged.get("required", []), *part.get("required", [])]
        merged |= part | ({"properties": fields} if fields else {}) | ({"required": required} if required else {})
    return merged


def _type(schema: Json, rng: random.Random, depth: int) -> str:
    kind = schema.get("type") or _untyped(schema)
    if isinstance(kind, list):
        simple = [each for each in kind if each not in ("array", "object")] if depth > MAX_DEPTH else []
        return str(rng.choice(simple or kind))
    return str(kind)


def _untyped(schema: Json) -> str | list[str]:
    """The types of a schema that names none: any, if it limits texts and objects, say."""
    is_object = not schema.keys().isdisjoint(("properties", "additionalProperties"))
    if is_object and not schema.keys().isdisjoint(("items", "maxLength", "minimum")):
        return [*KINDS, "null"]
    return "object" if is_object else "null"


def _bounds(schema: Json, step: float) -> tuple[float, float]:
    """The least and the largest number, as far as the schema has them; a range where it has none."""
    low = schema["exclusiveMinimum"] + step if "exclusiveMinimum" in schema else schema.get("minimum")
    high = schema["exclusiveMaximum"] - step if "exclusiveMaximum" in schema else schema.get("maximum")
    if low is None:
        low = 0 if high is None or high >= 0 else high - UNBOUNDED
    return low, low + UNBOUNDED if high is None else high


def _number(schema: Json, rng: random.Random) -> float:
    step = schema.get("multipleOf")
    low, high = _bounds(schema, step or LITTLE)
    if step:
        return float(rng.randint(math.ceil(low / step), math.floor(min(high, low + UNBOUNDED) / step)) * step)
    return float(rng.choice([low, high, rng.uniform(low, min(high, 1e6) if low < UNBOUNDED else high)]))


def _integer(schema: Json, rng: random.Random) -> int:
    step = schema.get("multipleOf", 1)
    least, most = _bounds(schema, 1)
    low, high = math.ceil(least / step), math.floor(most / step)
    return int(rng.choice([low, high, rng.randint(low, high), rng.randint(low, min(high, low + 100))]) * step)


def _text(schema: Json, rng: random.Random) -> str:
    match schema.get("format"):
        case "uuid":
            return f"{rng.getrandbits(128):032x}"[:8] + texts.UUID[8:]
        case "date-time":
            return f"20{rng.randint(10, 99)}-0{rng.randint(1, 9)}-{rng.randint(10, 28)}T12:{rng.randint(10, 59)}:01Z"
        case str() as name if name in texts.FORMATS and "pattern" not in schema:
            return texts.FORMATS[name]
    length = schema.get("minLength", 0)
    text = texts.matching(schema["pattern"], rng) if "pattern" in schema else "x" * rng.randint(length, length + 6)
    return text if len(text) >= length else text + "x" * (length - len(text))


def _object(document: Json, schema: Json, rng: random.Random, depth: int) -> Json:
    required = schema.get("required", [])
    properties = schema.get("properties", {})
    chosen = [name for name in properties if name in required or (depth <= MAX_DEPTH and rng.random() < 0.7)]
    if len(chosen) < schema.get("minProperties", 0):
        chosen = list(properties)[: schema["minProperties"]]
    value = {name: valid(document, properties[name], rng, depth + 1) for name in chosen}
    if isinstance(schema.get("additionalProperties"), dict) and depth <= MAX_DEPTH:
        names = schema.get("propertyNames", {})
        for _ in range(rng.randint(0, FEW)):
            name = texts.matching(names["pattern"], rng) if "pattern" in names else f"name{rng.randint(0, 9)}"
            value[name] = valid(document, schema["additionalProperties"], rng, depth + 1)
    return value


def _parts(document: Json, schema: Json, value: Any, path: tuple[str | int, ...] = ()) -> Iterator[Part]:
    """Yield ``value`` and all values in it, each with the schema that it is an instance of."""
    schema = composed(document, schema)
    yield Part(path, schema)
    for member in schema.get("anyOf", []) + schema.get("oneOf", []):
        if _fits(resolve(document, member), value):
            yield from _parts(document, member, value, path)
            break
    if isinstance(value, dict):
        for name, item in value.items():
            member = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
            if isinstance(member, dict):
                yield from _parts(document, member, item, (*path, name))
    elif isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from _parts(document, schema["items"], item, (*path, index))


KINDS: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}


def _fits(schema: Json, value: Any) -> bool:
    """Whether ``value`` is of the type of ``schema`` and has its tags: enough to find the branch it was made of."""
    if "const" in schema:
        return bool(value == schema["const"])
    kind = KINDS.get(schema.get("type", ""))
    tags = schema.get("properties", {}) if isinstance(value, dict) else {}
    wrong = any("const" in tag and value.get(name) != tag["const"] for name, tag in tags.items())
    return kind is not None and isinstance(value, kind) and not wrong


def _changes(document: Json, schema: Json, value: Any, rng: random.Random) -> Iterator[tuple[str, Any]]:
    """Yield (what was done, other value): what may stand in the place of ``value``, or just may not.

    A value that takes time to make is a function.
    """
    yield from OTHERS
    yield "some text", f"{rng.getrandbits(32):x}"
    yield "some number", rng.randint(-(10**6), 10**6)
    if isinstance(value, str):
        yield from texts.variants(value, schema)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield from _numbers(schema)
    elif isinstance(value, list):
        yield from _arrays(document, schema, value, rng)
    elif isinstance(value, dict):
        yield from _objects(document, schema, value, rng)


def _numbers(schema: Json) -> Iterator[tuple[str, Any]]:
    for bound, outward in (("minimum", -1), ("maximum", 1)):
        if bound in schema:
            limit, step = schema[bound], schema.get("multipleOf", 1)
            yield bound, limit
            yield f"{bound} as a fraction", float(limit)
            yield f"{bound} and beyond", limit + outward * step
            yield f"{bound} and within", limit - outward * step
            yield f"{bound} and half a step within", limit - outward * step / 2
    yield "minus zero", -0.0


def _arrays(document: Json, schema: Json, value: list[Any], rng: random.Random) -> Iterator[tuple[str, Any]]:
    if "minItems" in schema:
        yield "minItems and beyond", value[: schema["minItems"] - 1]
    if value:
        yield "a repeated item", [*value, value[0]]
        if isinstance(value[0], str):
            yield "an item repeated in upper case", [*value, value[0].upper()]
    if schema.get("maxItems", LONGEST_ARRAY) < LONGEST_ARRAY:
        for step in (0, 1):
            length = schema["maxItems"] + step
            yield f"maxItems {step:+d}", partial(_several, document, schema, rng, length, MAX_DEPTH)


def _objects(document: Json, schema: Json, value: Json, rng: random.Random) -> Iterator[tuple[str, Any]]:
    tags = {name for name, member in schema.get("properties", {}).items() if "const" in member}
    for name in value:
        rest = {other: item for other, item in value.items() if other != name}
        yield ("a tag is missing" if name in tags else "a property is missing" if rest else "no property"), rest
    yield "an unknown property", {**value, "not_in_the_contract": 1}
    yield ("a tag is missing" if tags and tags.issuperset(schema.get("required", [])) else "no property"), {}
    if isinstance(schema.get("additionalProperties"), dict):
        for name in NAMES:
            yield "a name", {**value, name: valid(document, schema["additionalProperties"], rng, MAX_DEPTH)}
        limit = schema.get("maxProperties", LONGEST_ARRAY)
        if limit < LONGEST_ARRAY:
            for step in (0, 1):
                names = [f"n{number}" for number in range(limit + step)]
                yield f"maxProperties {step:+d}", partial(_named, document, schema["additionalProperties"], rng, names)


def _named(document: Json, member: Json, rng: random.Random, names: list[str]) -> Json:
    return {name: valid(document, member, rng, MAX_DEPTH) for name in names}


def _get(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def _replaced(value: Any, path: tuple[str | int, ...], part: Any) -> Any:
    if not path:
        return part
    changed = copy.deepcopy(value)
    _get(changed, path[:-1])[path[-1]] = part
    return changed
