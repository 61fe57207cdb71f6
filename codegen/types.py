"""How schemas of parameters, headers and bodies are said in Python."""

from __future__ import annotations

from typing import Any

from codegen.load import Json
from codegen.python import snake

FORMATS = {"uuid": "UUID", "date-time": "datetime", "date": "date"}
SCALARS = {"integer": "int", "number": "float", "boolean": "bool", "string": "str"}


def resolve(document: Json, node: Json) -> Json:
    """Return what `node` stands for: the component that it refers to, keywords beside the $ref added."""
    while "$ref" in node:
        _, _, section, name = node["$ref"].split("/")
        beside = {key: value for key, value in node.items() if key != "$ref"}
        node = {**document["components"][section][name], **beside}
    return node


def is_json_media(media: str) -> bool:
    """Whether bodies of this media type are JSON."""
    subtype = media.partition(";")[0].rpartition("/")[2]
    return subtype == "json" or subtype.endswith("+json")


def is_binary_media(media: str) -> bool:
    """Whether bodies of this media type are sent as a file."""
    return media.startswith("image/") or media == "application/octet-stream"


def model_type(document: Json, schema: Json) -> str:
    """The model of a JSON body, which has to be a component."""
    if "$ref" not in schema:
        raise ValueError("a JSON body has to be a named schema")
    name = schema["$ref"].rsplit("/", 1)[-1]
    if name not in document["components"]["schemas"]:
        raise ValueError(f"{name} is no schema")
    return f"models.{name}"


def python_type(document: Json, schema: Json) -> str:
    """The type of a parameter, header or form field; null aside."""
    node = resolve(document, schema)
    kinds = node.get("type")
    kind = next((word for word in kinds if word != "null"), None) if isinstance(kinds, list) else kinds
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
    """Whether the schema stands for bytes; a text with something else in it (`contentSchema`) does not."""
    text = node.keys() & {"contentEncoding", "contentSchema"}
    return node.get("format") == "binary" or ("contentMediaType" in node and not text)


def default(document: Json, schema: Json) -> str:
    """The Python expression of the schema's default; `None` where there is none."""
    value: Any = resolve(document, schema).get("default")
    kind = python_type(document, schema)
    if isinstance(value, str) and kind.startswith("models."):
        return f"{kind}({value!r})"
    if isinstance(value, list | dict) and value:
        raise ValueError(f"the default {value!r} of {snake(kind)} is not a scalar")
    return repr(value)
