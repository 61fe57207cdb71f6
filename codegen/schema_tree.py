"""Schemas as trees: their parts, and the places of these."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from codegen.findings import CodegenError, Finding
from codegen.load import Json

Path: TypeAlias = tuple[str, ...]

MAPS = ("properties", "patternProperties", "dependentSchemas", "$defs")
LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
SINGLES = (
    "items", "additionalProperties", "propertyNames", "contains", "unevaluatedProperties", "unevaluatedItems",
    "not", "if", "then", "else",
)  # fmt: skip
INVERTED = ("not", "if", "then", "else")
ANNOTATIONS = {
    "title", "description", "example", "examples", "default", "deprecated", "discriminator", "xml", "readOnly",
    "writeOnly", "externalDocs", "$comment", "$schema", "contentMediaType", "contentEncoding", "contentSchema",
}  # fmt: skip

TYPES = ("null", "boolean", "number", "string", "array", "object")
ABOUT = {
    "number": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "string": {"minLength", "maxLength", "pattern"},
    "array": {
        "items", "prefixItems", "contains", "minContains", "maxContains", "minItems", "maxItems", "uniqueItems",
        "unevaluatedItems",
    },
    "object": {
        "properties", "patternProperties", "additionalProperties", "propertyNames", "required", "minProperties",
        "maxProperties", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
    },
}  # fmt: skip
"""The keywords that say something about values of one type, and nothing about any other."""


def children(schema: Any) -> Iterator[tuple[Path, Any]]:
    """Yield the schemas directly inside `schema`, each with its path: `("properties", "name")`, `("items",)`."""
    if isinstance(schema, dict):
        for key in MAPS:
            yield from (((key, name), part) for name, part in schema.get(key, {}).items())
        for key in LISTS:
            yield from (((key, str(index)), part) for index, part in enumerate(schema.get(key, [])))
        yield from (((key,), schema[key]) for key in SINGLES if key in schema)


def every(schema: Any) -> Iterator[Json]:
    """Yield `schema` and all schemas inside it that are objects."""
    if isinstance(schema, dict):
        yield schema
    for _, part in children(schema):
        yield from every(part)


def replaced(schema: Json, change: Callable[[Path, Any], Any]) -> Json:
    """A copy of `schema` with `change(path, part)` for each part."""
    copy = dict(schema)
    for path, part in children(schema):
        put(copy, path, change(path, part))
    return copy


def put(schema: Json, path: Path, part: Any) -> None:
    """Set the part of `schema` at `path`, which is one of a child; containers on the way are copied."""
    key = path[0]
    if key in MAPS:
        schema[key] = {**schema[key], path[1]: part}
    elif key in LISTS:
        index = int(path[1])
        schema[key] = [*schema[key][:index], part, *schema[key][index + 1 :]]
    else:
        schema[key] = part


def part_at(schema: Json, path: Path) -> Any:
    """The part of `schema` at the path of a child."""
    part: Any = schema
    for step in path:
        part = part[int(step) if isinstance(part, list) else step]
    return part


def target(document: Json, reference: str) -> Any:
    """What a local `$ref` points at; CodegenError if there is nothing, or if it is not local."""
    node: Any = document
    try:
        if not reference.startswith("#"):
            raise KeyError(reference)
        for step in reference.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            node = node[int(key) if isinstance(node, list) else key]
    except (KeyError, IndexError, ValueError, TypeError):
        raise CodegenError(Finding(reference, "is not in the bundle")) from None
    return node


def is_untyped(schema: Json) -> bool:
    """Whether a schema names no type, but limits the values of some."""
    return "type" not in schema and any(not keywords.isdisjoint(schema) for keywords in ABOUT.values())


def of_type(schema: Json, kind: str) -> Json:
    """A schema that names no type, for the values of one type alone."""
    name = "number" if kind == "integer" else kind
    elsewhere = {keyword for other, keywords in ABOUT.items() if other != name for keyword in keywords}
    return {"type": kind, **{key: part for key, part in schema.items() if key not in elsewhere}}


def locate(document: Json, schema: Any, path: Path, name: str) -> str:
    """The pointer in `document` of the part at `path` of the comparable form of `schema`, which itself is `name`."""
    node, pointer, rest = schema, name, list(path)
    while isinstance(node, dict):
        reference = node.get("$ref")
        beside = {key for key in node if key not in ANNOTATIONS and not key.startswith("x-")} - {"$ref"}
        if isinstance(reference, str):
            if beside and rest[:1] != ["allOf"]:
                return pointer
            if beside:
                into_target = rest[1] == "0"
                rest = rest[2:]
                if not into_target:
                    node = {key: value for key, value in node.items() if key != "$ref"}
                    continue
            node, pointer = target(document, reference), reference
            continue
        if not rest:
            return pointer
        key = "oneOf" if rest[0] == "anyOf" and "anyOf" not in node else rest[0]
        steps = rest[1:2] if key in MAPS or key in LISTS else []
        try:
            node = part_at(node, (key, *steps))
        except (KeyError, IndexError, ValueError, TypeError):
            return pointer
        pointer = "/".join([pointer, key, *(step.replace("~", "~0").replace("/", "~1") for step in steps)])
        rest = rest[1 + len(steps) :]
    return pointer
