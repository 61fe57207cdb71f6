"""Schemas of others: what OpenAPI 3.0 wrote in another way, and what says nothing to a validator."""

from __future__ import annotations

from typing import Any

from codegen.adoption.notes import Notes
from codegen.lifecycle import KEYS, WORDS
from codegen.lint_schemas import FORMATS, every_schema
from codegen.load import Json
from codegen.model_schemas import tag_values

KNOWN_EXTENSIONS = {*KEYS, WORDS, "x-extends"}
COMBINING = ("oneOf", "anyOf", "allOf", "not", "if")


def read_as_meant(document: Json, notes: Notes) -> None:
    """Rewrite what other tools read into the keywords that say it, and drop what says nothing."""
    schemas: Json = document["components"].setdefault("schemas", {})
    for where, node in list(every_schema(document)):
        for key in [key for key in node if key.startswith("x-") and key not in KNOWN_EXTENSIONS]:
            del node[key]
            notes.add("extensions of schemas are left out", where)
        if "nullable" in node:
            _nullable(node)
            notes.add("`nullable` of OpenAPI 3.0 is read as the type null", where)
        if "format" in node and node["format"] not in FORMATS:
            del node["format"]
            notes.add("formats that the server does not check are left out", where)
        _name_type(where, node, notes)
        if "discriminator" in node and not _decides(node, schemas):
            del node["discriminator"]
            message = "a discriminator whose tag no `const` of the members fixes is left out: their schemas decide"
            notes.add(message, where)


def _nullable(node: Json) -> None:
    if node.pop("nullable") is not True:
        return
    if isinstance(node.get("type"), str):
        node["type"] = [node["type"], "null"]
        if "enum" in node and None not in node["enum"]:
            node["enum"] = [*node["enum"], None]
    elif "$ref" in node or any(key in node for key in COMBINING):
        described: Json = {key: node.pop(key) for key in ("title", "description") if key in node}
        inner = dict(node)
        node.clear()
        node.update(described, anyOf=[inner, {"type": "null"}])


def _name_type(where: str, node: Json, notes: Notes) -> None:
    """Say that what has fields is an object, and what has items is a list."""
    if "$ref" in node or "type" in node:
        if "array" in _types(node) and node.keys().isdisjoint(("items", "prefixItems")):
            node["items"] = {}
        return
    if any(key in node for key in COMBINING):
        return
    for key, kind in (("properties", "object"), ("items", "array")):
        if key in node:
            node["type"] = kind
            notes.add(f"what has `{key}` is of the type {kind}", where)
            return


def _types(node: Json) -> list[Any]:
    kinds = node.get("type", [])
    return kinds if isinstance(kinds, list) else [kinds]


def _decides(node: Json, schemas: Json) -> bool:
    tags = tag_values(node, schemas)
    name = node["discriminator"].get("propertyName")
    members = [schemas[pointer.rpartition("/")[2]] for pointer in tags]
    mapping = node["discriminator"].get("mapping", {})
    fits = not mapping or {str(tag): pointer for pointer, tag in tags.items()} == mapping
    return bool(tags) and fits and all(name in member.get("required", []) for member in members)
