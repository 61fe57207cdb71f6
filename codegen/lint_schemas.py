"""Rules for schemas: bounds on every value, closed objects, titles, known keywords only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from codegen import lint_composition
from codegen.bundle import escape, references
from codegen.findings import Finding, HouseRule
from codegen.load import Json
from codegen.types import is_binary

SAFE_INTEGER = 9007199254740991
ANNOTATIONS = {
    "title", "description", "example", "examples", "default", "deprecated", "readOnly", "writeOnly", "discriminator",
    "externalDocs", "xml",
}  # fmt: skip
ASSERTIONS = {
    "$ref", "type", "enum", "const", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf",
    "exclusiveMinimum", "exclusiveMaximum", "items", "prefixItems", "minItems", "maxItems", "uniqueItems", "properties",
    "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties", "oneOf", "anyOf", "allOf",
    "not", "if", "then", "else", "dependentRequired", "unevaluatedProperties", "contentMediaType", "contentEncoding",
    "contentSchema",
}  # fmt: skip
INSTEAD = {
    "nullable": "write `type: [..., 'null']`",
    "patternProperties": "write additionalProperties and propertyNames",
    "dependentSchemas": "write dependentRequired, or if and then",
    "contains": "describe every item by `items`",
    "unevaluatedItems": "write `items: false` beside prefixItems",
    "$defs": "move the schemas to components",
    "$dynamicRef": "write a $ref for each use",
    "$anchor": "refer to the component by its name",
    "$schema": "every schema is of JSON Schema 2020-12",
    "$id": "refer to the component by its name",
}
FORMATS = {
    "uuid", "date-time", "date", "time", "duration", "uri", "uri-reference", "email", "hostname", "ipv4", "ipv6",
    "binary",
}  # fmt: skip
NUMBER_FORMATS = {"int32", "int64", "float", "double"}
"""Formats of numbers, which say nothing that the bounds do not say better."""

COMBINED = ("oneOf", "anyOf", "allOf", "prefixItems")
NESTED = ("items", "additionalProperties", "propertyNames", "not", "if", "then", "else", "contentSchema")
DATA = {"example", "examples", "default", "enum", "const"}


def lint(document: Json) -> list[Finding]:
    """Return the findings; their places are pointers into the bundle."""
    schemas = list(every_schema(document))
    open_parts = lint_composition.open_parts(document, schemas)
    findings = [finding for where, node in schemas for finding in _node(where, node, is_part=where in open_parts)]
    findings += lint_composition.lint(document, schemas)
    findings += [
        Finding(f"#/components/schemas/{name}", HouseRule("has no description"))
        for name, node in document["components"].get("schemas", {}).items()
        if not node.get("description")
    ]
    return [*findings, *_titles(document), *_optional_response_fields(document)]


def every_schema(document: Json) -> Iterator[tuple[str, Json]]:
    """Yield the pointer and the content of each schema of the bundle, nested ones included."""
    for where, node in whole_schemas(document):
        yield from _nested(where, node)


def whole_schemas(document: Json) -> Iterator[tuple[str, Json]]:
    """Yield the pointer and the content of each schema of the bundle that is not part of another."""
    for name, node in document["components"].get("schemas", {}).items():
        yield f"#/components/schemas/{escape(name)}", node
    rest = {section: content for section, content in document["components"].items() if section != "schemas"}
    yield from _under_schema_keys("#/components", rest)
    yield from _under_schema_keys("#/paths", document["paths"])


def _under_schema_keys(where: str, node: Any) -> Iterator[tuple[str, Json]]:
    """Yield the pointer and the value of each key `schema` outside of examples."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _under_schema_keys(f"{where}/{index}", item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "schema":
                yield f"{where}/schema", value
            elif key not in DATA:
                yield from _under_schema_keys(f"{where}/{escape(key)}", value)


def _nested(where: str, node: Any) -> Iterator[tuple[str, Json]]:
    if not isinstance(node, dict):
        return
    yield where, node
    for name, schema in node.get("properties", {}).items():
        yield from _nested(f"{where}/properties/{escape(name)}", schema)
    for key in COMBINED:
        for index, schema in enumerate(node.get(key, [])):
            yield from _nested(f"{where}/{key}/{index}", schema)
    for key in NESTED:
        yield from _nested(f"{where}/{key}", node.get(key))


def _node(where: str, node: Json, *, is_part: bool) -> Iterator[Finding]:
    """Yield the findings on one schema, without those on its nested schemas."""
    unknown = [key for key in node if key not in ANNOTATIONS | ASSERTIONS and not key.startswith("x-")]
    if unknown:
        advice = "".join(f"; {INSTEAD[key]}" for key in unknown if key in INSTEAD)
        yield Finding(where, f"unknown keywords: {', '.join(unknown)}{advice}")
    if not node.keys() & ASSERTIONS:
        yield Finding(where, HouseRule("does not constrain its values"))
    if "enum" in node and "title" not in node:
        yield Finding(where, HouseRule("an enum needs a title"))
    is_text = "string" in node.get("type", [])
    if "format" in node and node["format"] not in (FORMATS if is_text else FORMATS | NUMBER_FORMATS):
        yield Finding(
            where, f"format {node['format']} is not checked by the server; use one of {', '.join(sorted(FORMATS))}"
        )
    for kind in _kinds(where, node):
        check = None if is_part and kind == "object" else CHECKS.get(kind)
        if check and "enum" not in node and "const" not in node:
            yield from (Finding(where, message) for message in check(node))


def _kinds(where: str, node: Json) -> list[str]:
    """The types that a schema names; a component that neither names nor composes them admits them all."""
    is_component = re.fullmatch(r"#/components/schemas/[^/]+", where) is not None
    anything = is_component and node.keys().isdisjoint({"type", "$ref", "enum", "const", *COMBINED})
    kinds = node.get("type", ["string", "number", "array", "object"] if anything else [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _string(node: Json) -> Iterator[str]:
    if is_binary(node):
        return
    if "maxLength" not in node:
        yield HouseRule("a string needs maxLength")
    if not node.keys() & {"pattern", "format", "contentEncoding"}:
        yield HouseRule("a string needs a pattern, format, enum or const")


def _number(node: Json) -> Iterator[str]:
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        value = node.get(bound, node.get(exclusive))
        if value is None:
            yield HouseRule(f"a number needs {bound}")
        elif abs(value) > SAFE_INTEGER:
            yield f"{bound} beyond ±{SAFE_INTEGER}, which JavaScript cannot represent"


def _array(node: Json) -> Iterator[str]:
    if "maxItems" not in node:
        yield HouseRule("an array needs maxItems")
    if not node.keys() & {"items", "prefixItems"}:
        yield "an array needs items"


def _object(node: Json) -> Iterator[str]:
    if "title" not in node:
        yield HouseRule("an object needs a title")
    extra = node.get("additionalProperties", node.get("unevaluatedProperties", True))
    if "allOf" in node and extra is False:
        return
    fields = node.get("properties")
    unknown = [name for name in node.get("required", []) if name not in (fields or {})]
    if unknown and "allOf" not in node and (fields or extra is False):
        yield f"required but not a property: {', '.join(unknown)}"
    if extra is False:
        return
    if "allOf" in node:
        yield HouseRule("an object that is composed needs unevaluatedProperties: false")
    elif fields is not None:
        yield HouseRule("an object with properties needs additionalProperties: false")
    elif node.keys().isdisjoint(("oneOf", "anyOf")):
        if not isinstance(extra, dict) or not extra:
            yield HouseRule("a map needs additionalProperties with the schema of its values")
        if not {"maxLength", "pattern"} <= node.get("propertyNames", {}).keys():
            yield HouseRule("a map needs propertyNames with maxLength and pattern")
        if "maxProperties" not in node:
            yield HouseRule("a map needs maxProperties")


CHECKS = {"string": _string, "integer": _number, "number": _number, "array": _array, "object": _object}


def _titles(document: Json) -> Iterator[Finding]:
    """Find titles that two schemas share."""
    seen: dict[str, str] = {}
    for where, node in every_schema(document):
        title = node.get("title")
        if title and "$ref" not in node and seen.setdefault(title, where) != where:
            yield Finding(where, f"the title {title} is taken by {seen[title]}")


def _optional_response_fields(document: Json) -> Iterator[Finding]:
    """Find optional fields in responses: there every field is present, null if it is unknown."""
    parts = list(bodies(document))
    requested = reached(document, [body for key, body in parts if key == "requestBody"])
    responded = reached(document, [body for key, body in parts if key == "responses"])
    for name in sorted(responded - requested):
        for where, node in _nested(f"#/components/schemas/{name}", document["components"]["schemas"][name]):
            optional = [key for key in node.get("properties", {}) if key not in node.get("required", [])]
            if optional:
                message = f"fields of a response must be required (null if unknown): {', '.join(optional)}"
                yield Finding(where, HouseRule(message))


def bodies(document: Json) -> Iterator[tuple[str, Json]]:
    """Yield the request body and the responses of each operation, with their keys."""
    for item in document["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                yield from ((key, operation[key]) for key in ("requestBody", "responses") if key in operation)


def reached(document: Json, nodes: list[Json]) -> set[str]:
    """Return the names of the schemas that are reachable from `nodes`."""
    reached: set[str] = set()
    todo = [pointer for node in nodes for pointer in references(node)]
    while todo:
        pointer = todo.pop()
        if pointer not in reached:
            reached.add(pointer)
            _, _, section, name = pointer.split("/")
            todo += references(document["components"][section][name])
    return {pointer.rsplit("/", 1)[-1] for pointer in reached if pointer.startswith("#/components/schemas/")}
