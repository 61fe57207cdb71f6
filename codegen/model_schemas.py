"""Schemas in the forms that a msgspec model can have: compositions as one object, unions that a decoder can tell apart.

A model checks less than its schema, against which every value is validated as well. A union whose members msgspec could
not tell apart is any JSON value in Python, or any text if all its members are texts.
"""

from __future__ import annotations

from typing import Any

from codegen.load import Json
from codegen.types import FORMATS

UNIONS = ("oneOf", "anyOf")
UNCHECKED = {"if", "then", "else", "not", "dependentRequired", "unevaluatedProperties", "contains", "uniqueItems"}
JSON_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}


def as_model_schema(node: Json, schemas: Json) -> Json:
    """Return `node`, which is no reference, without what a model cannot express; its parts are left as they are."""
    node = _composed(node, schemas)
    if "properties" in node and isinstance(node.get("additionalProperties"), dict) and node["additionalProperties"]:
        about: Json = {name: node[name] for name in ("title", "description") if name in node}
        return {**about, "type": "object", "additionalProperties": {}}
    node = {key: value for key, value in node.items() if key not in UNCHECKED}
    if "prefixItems" in node:
        node = {key: value for key, value in node.items() if key != "prefixItems"} | {"items": {}}
    if node.get("format") not in {*FORMATS, "binary"}:
        node.pop("format", None)
    if isinstance(node.get("multipleOf"), float):
        del node["multipleOf"]
    return _typed_values(_union(node, schemas))


def is_tagged(node: Json, schemas: Json) -> bool:
    """Whether msgspec can tell the members of a union apart by the texts that fix their tags."""
    tags = tag_values(node, schemas)
    return bool(tags) and all(isinstance(tag, str) for tag in tags.values()) and len(set(tags.values())) == len(tags)


def tag_values(node: Json, schemas: Json) -> Json:
    """Return the tag of each member of a union with a discriminator, by its reference; empty if one has none."""
    name = node.get("discriminator", {}).get("propertyName")
    tags: Json = {}
    for key in UNIONS:
        for member in node.get(key, []):
            field = _target(member, schemas).get("properties", {}).get(name, {})
            if "$ref" not in member or "const" not in field:
                return {}
            tags[member["$ref"]] = field["const"]
    return tags if name else {}


def kinds(node: Any, schemas: Json, above: tuple[str, ...] = ()) -> set[str]:
    """Return the JSON types that the values of a schema may have."""
    if not isinstance(node, dict) or node.get("$ref") in above:
        return set()
    above, node = (*above, node.get("$ref", "")), _target(node, schemas)
    if types := node.get("type"):
        return {types} if isinstance(types, str) else set(types)
    if "enum" in node or "const" in node:
        return {JSON_TYPES.get(type(value), "null") for value in node.get("enum", [node.get("const")])}
    if "properties" in node:
        return {"object"}
    return {kind for key in (*UNIONS, "allOf") for part in node.get(key, []) for kind in kinds(part, schemas, above)}


def _target(node: Json, schemas: Json) -> Json:
    while "$ref" in node:
        node = {**schemas[node["$ref"].rsplit("/", 1)[-1]], **{key: node[key] for key in node if key != "$ref"}}
    return node


def _composed(node: Json, schemas: Json) -> Json:
    """Return `allOf` as one schema: all fields of its parts, and the keywords of the last part that has them."""
    if "allOf" not in node:
        return node
    own = {key: value for key, value in node.items() if key != "allOf"}
    parts = [_composed(_target(part, schemas), schemas) for part in node["allOf"]]
    merged: Json = {}
    for part in [*parts, own]:
        merged |= {key: value for key, value in part.items() if key not in {"title", "description", "examples"}}
    merged |= {key: own[key] for key in ("title", "description") if key in own}
    if fields := {name: field for part in [*parts, own] for name, field in part.get("properties", {}).items()}:
        required = {name for part in [*parts, own] for name in part.get("required", [])}
        merged |= {"type": "object", "properties": fields, "additionalProperties": False}
        merged["required"] = [name for name in fields if name in required]
    return merged


def _union(node: Json, schemas: Json) -> Json:
    key = next((key for key in UNIONS if key in node), None)
    if key is None:
        return node
    found = [kind for member in node[key] for kind in kinds(member, schemas)]
    if len(found) == len(set(found)):
        return {name: value for name, value in node.items() if name != "discriminator"}
    if is_tagged(node, schemas):
        mapping = {tag: pointer for pointer, tag in tag_values(node, schemas).items()}
        return {**node, "discriminator": {**node["discriminator"], "mapping": mapping}}
    about: Json = {name: node[name] for name in ("title", "description") if name in node}
    if set(found) <= {"string", "null"}:
        return {**about, "type": ["string", "null"] if "null" in found else "string"}
    return about


def _typed_values(node: Json) -> Json:
    """Return a schema of fixed values with their type; without a common one, they are any JSON values."""
    values = node.get("enum", [node["const"]] if "const" in node else [])
    found = {JSON_TYPES.get(type(value), "null") for value in values}
    if not values or found <= {"string"} or ("const" in node and found <= {"integer", "boolean"}):
        return {"type": found.pop(), **node} if values else node
    if found == {"string", "null"}:
        texts = {**node, "type": "string", "enum": [value for value in values if value is not None]}
        return {"anyOf": [texts, {"type": "null"}]}
    plain = {name: value for name, value in node.items() if name not in {"enum", "const", "title"}}
    return {**plain, "type": sorted(found)} if len(found - {"null"}) == 1 else {"description": "Any of its values."}
