"""Validates every example and every default against its schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from codegen.bundle import escape
from codegen.findings import Finding, HouseRule
from codegen.lint_schemas import every_schema
from codegen.load import Json

BUNDLE = "urn:bundle"


def lint(document: Json) -> list[Finding]:
    """Return the findings; their places are pointers into the bundle."""
    registry = jsonschema_rs.Registry([(BUNDLE, {"$id": BUNDLE, **document})])
    findings = []
    for where, pointer, value in _examples(document):
        validator = _validator(pointer, registry)
        for error in validator.iter_errors(value):
            spot = "".join(f"/{escape(step)}" for step in error.instance_path)
            message = f"does not match its schema at {spot or 'its root'}: {error.message[:200]}"
            findings.append(Finding(where, message if where.endswith("/default") else HouseRule(message)))
    return findings


def _validator(pointer: str, registry: jsonschema_rs.Registry) -> jsonschema_rs.Draft202012Validator:
    schema = {"$ref": BUNDLE + quote(pointer, safe="#/")}
    return jsonschema_rs.Draft202012Validator(schema, registry=registry, validate_formats=True, offline=True)


def _examples(document: Json) -> Iterator[tuple[str, str, Any]]:
    """Yield the place of each example or default, the pointer of its schema, and its value."""
    for pointer, node in every_schema(document):
        for index, value in enumerate(node.get("examples", [])):
            yield f"{pointer}/examples/{index}", pointer, value
        yield from ((f"{pointer}/{key}", pointer, node[key]) for key in ("example", "default") if key in node)
    yield from _beside_schemas("#/paths", document["paths"])
    yield from _beside_schemas(
        "#/components", {key: node for key, node in document["components"].items() if key != "schemas"}
    )


def _beside_schemas(where: str, node: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield the examples of media types, parameters and headers."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _beside_schemas(f"{where}/{index}", item)
    elif isinstance(node, dict):
        if "schema" in node:
            if "example" in node:
                yield f"{where}/example", f"{where}/schema", node["example"]
            for name, example in node.get("examples", {}).items():
                yield f"{where}/examples/{escape(name)}", f"{where}/schema", example.get("value")
        for key, value in node.items():
            if key not in {"schema", "example", "examples"}:
                yield from _beside_schemas(f"{where}/{escape(key)}", value)
