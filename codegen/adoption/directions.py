"""Schemas with `readOnly` or `writeOnly` fields that go both ways: one for requests, another for answers."""

from __future__ import annotations

import copy
from typing import Any

from codegen.adoption.notes import Notes
from codegen.bundle import references
from codegen.lint_schemas import bodies, every_schema, reached
from codegen.load import Json
from codegen.types import resolve

SCHEMAS = "#/components/schemas/"
DIRECTIONS = (("requestBody", "readOnly", "Sent"), ("responses", "writeOnly", "Shown"))


def split(document: Json, notes: Notes) -> None:
    """Leave `readOnly` fields out of requests and `writeOnly` ones out of answers."""
    for part, keyword, suffix in DIRECTIONS:
        other = next(each for each, _, _ in DIRECTIONS if each != part)
        _split(document, part, other, keyword, suffix, notes)
    for _, node in every_schema(document):
        for _, keyword, _ in DIRECTIONS:
            node.pop(keyword, None)


def _split(document: Json, part: str, other: str, keyword: str, suffix: str, notes: Notes) -> None:
    schemas = document["components"]["schemas"]
    nodes = [body for key, body in bodies(document) if key == part]
    here, there = reached(document, nodes), reached(document, [body for key, body in bodies(document) if key == other])
    marked = {
        where.split("/")[3]
        for where, node in every_schema(document)
        if where.startswith(SCHEMAS) and any(map_marked(document, node, keyword))
    }
    touched = {name for name in here if marked & (reached(document, [{"$ref": f"{SCHEMAS}{name}"}]) | {name})}
    copied = {name: f"{name}{suffix}" for name in sorted(touched & there) if f"{name}{suffix}" not in schemas}
    for name in sorted(touched):
        target = copied.get(name, name)
        if target != name:
            schemas[target] = copy.deepcopy(schemas[name])
            notes.origins.setdefault(f"{SCHEMAS}{target}", f"{SCHEMAS}{name}")
            notes.add(
                f"a component with {keyword} fields is two: one for requests, one for answers", f"{SCHEMAS}{name}"
            )
        _drop(document, schemas[target], keyword)
        _renamed(schemas[target], copied)
    seen: set[str] = set()
    for body in nodes:
        _renamed(body, copied)
        _drop(document, body, keyword)
        for pointer in references(body):
            if pointer.startswith(("#/components/responses/",)) and pointer not in seen:
                seen.add(pointer)
                _renamed(resolve(document, {"$ref": pointer}), copied)


def map_marked(document: Json, node: Json, keyword: str) -> list[bool]:
    """Whether each field of an object is marked."""
    return [bool(resolve(document, field).get(keyword)) for field in node.get("properties", {}).values()]


def _drop(document: Json, node: Any, keyword: str) -> None:
    """Leave the marked fields out of all objects under `node`."""
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _drop(document, value, keyword)
    if isinstance(node, dict) and isinstance(node.get("properties"), dict):
        fields: Json = node["properties"]
        gone = [name for name, field in fields.items() if isinstance(field, dict) and field.get(keyword)]
        for name in gone:
            del fields[name]
        if "required" in node and gone:
            node["required"] = [name for name in node["required"] if name not in gone]
            if not node["required"]:
                del node["required"]


def _renamed(node: Any, names: dict[str, str]) -> None:
    """Point the references under `node` at the components of the direction."""
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _renamed(value, names)
    if isinstance(node, dict) and isinstance(node.get("$ref"), str):
        name = node["$ref"].removeprefix(SCHEMAS)
        if node["$ref"].startswith(SCHEMAS) and name in names:
            node["$ref"] = f"{SCHEMAS}{names[name]}"
