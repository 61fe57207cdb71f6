"""The Python types of parameters, headers and bodies."""

from __future__ import annotations

from typing import Any

from codegen.load import Json
from codegen.python import snake

FORMATS = {"uuid": "UUID", "date-time": "datetime", "date": "date"}
SCALARS = {"integer": "int", "number": "float", "boolean": "bool", "string": "str"}


def resolve(document: Json, node: Json) -> Json:
    """Return the component that `node` refers to, merged with the keywords beside the $ref; or `node` itself."""
    while "$ref" in node:
        _, _, section, name = node["$ref"].split("/")
        beside = {key: value for key, value in node.items() if key != "$ref"}
        node = {**document["components"][section][name], **beside}
    return node


def is_json_media(media: str) -> bool:
    """Whether bodies of this media type are JSON."""
    subtype = media.partition(";")[0].rpartition("/")[2]
    return subtype == "json" or subtype.endswith("+json")


def is_text_media(media: str) -> bool:
    """Whether bodies of this media type are text other than JSON."""
    plain = media.partition(";")[0]
    return plain.startswith("text/") or plain == "application/xml" or plain.endswith("+xml")


def is_binary_media(media: str) -> bool:
    """Whether bodies of this media type are sent as a file."""
    return not is_json_media(media) and not is_text_media(media)


def model_type(document: Json, schema: Json) -> str:
    """Return the model of a JSON body, which must be a component."""
    if "$ref" not in schema:
        raise ValueError("a JSON body must be a named schema")
    name = schema["$ref"].rsplit("/", 1)[-1]
    if name not in document["components"]["schemas"]:
        raise ValueError(f"there is no schema {name}")
    node = document["components"]["schemas"][name]
    if is_scalar(node):
        nullable = " | None" if "null" in (node["type"] if isinstance(node["type"], list) else ()) else ""
        return python_type(document, node) + nullable
    return f"models.{name}"


def is_scalar(node: Json) -> bool:
    """Whether the values of a schema are texts, numbers or booleans, so that it needs no model."""
    kinds = node.get("type")
    return "enum" not in node and set(kinds if isinstance(kinds, list) else [kinds]) <= {*SCALARS, "null"}


def python_type(document: Json, schema: Json) -> str:
    """Return the type of a parameter, header or form field, without None."""
    node = resolve(document, schema)
    kinds = node.get("type")
    kind = next((name for name in kinds if name != "null"), None) if isinstance(kinds, list) else kinds
    if kind == "object" or not kinds:
        return model_type(document, schema) if "$ref" in schema else "dict[str, Any]"
    if kind == "array":
        return f"list[{python_type(document, node['items'])}]"
    if "$ref" in schema and ("enum" in node or kind not in SCALARS):
        return model_type(document, schema)
    if "enum" in node or "const" in node:
        return f"Literal[{', '.join(map(repr, node.get('enum') or [node['const']]))}]"
    if is_binary(node):
        return "Upload"
    return FORMATS.get(node.get("format", ""), SCALARS[kind]) if kind == "string" else SCALARS[str(kind)]


def is_binary(node: Json) -> bool:
    """Whether the schema describes bytes; a text with embedded content (`contentSchema`) is not bytes."""
    text = node.keys() & {"contentEncoding", "contentSchema"}
    return node.get("format") == "binary" or ("contentMediaType" in node and not text)


def default(document: Json, schema: Json) -> str:
    """Return the Python expression of the default of a schema; `None` if it has no default."""
    value: Any = resolve(document, schema).get("default")
    kind = python_type(document, schema)
    if isinstance(value, str) and kind.startswith("models."):
        return f"{kind}({value!r})"
    if isinstance(value, dict) and value:
        raise ValueError(f"the default {value!r} of {snake(kind)} is an object")
    return repr(value)
