"""A feature that is refused: a change of a small contract, the place of the finding, and what it says."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from tests.contract.features.rows import Json, closed, document, schema_row
from tests.contract.features.served_schemas import WORD

GET, PUT = ("paths", "/thing", "get"), ("paths", "/thing", "put")
SCHEMA = ("components", "schemas", "Thing")
MISSING = object()


@dataclass(frozen=True)
class Refused:
    """A feature that is refused. `edits` are paths of keys into the contract, each with its new value."""

    name: str
    edits: dict[Any, Any]
    place: str
    message: str


def base() -> Json:
    """A contract without findings: one schema in a request and in an answer."""
    return document([schema_row("thing", closed({"it": WORD}), [{"it": "a"}], [])])


def edited(row: Refused) -> Json:
    """The contract with the feature."""
    contract = copy.deepcopy(base())
    for path, value in row.edits.items():
        node: Any = contract
        for key in path[:-1]:
            node = node.setdefault(key, {}) if isinstance(node, dict) else node[key]
        if value is MISSING:
            node.pop(path[-1], None)
        else:
            node[path[-1]] = value
    return contract


def field(name: str, schema: Json, message: str) -> Refused:
    """A field of a schema that is refused."""
    return Refused(
        name,
        {(*SCHEMA, "properties", "extra"): schema},
        "openapi.yaml#/components/schemas/Thing/properties/extra",
        message,
    )


def schema(name: str, node: Json, message: str, **others: Json) -> Refused:
    """A component that is refused."""
    edits = {("components", "schemas", key): {"description": "A part.", **value} for key, value in others.items()}
    edits[SCHEMA] = {"description": "It.", "examples": [None], **node}
    return Refused(name, edits, "openapi.yaml#/components/schemas/Thing", message)


def operation(name: str, edits: Json, message: str, place: str = "/get") -> Refused:
    """Changes of the GET that are refused; `edits` are its keys."""
    return Refused(
        name, {(*GET, key): value for key, value in edits.items()}, f"openapi.yaml#/paths/~1thing{place}", message
    )


def parameter(name: str, message: str, /, **param: Any) -> Refused:
    """A parameter that is refused."""
    full = {"name": "q", "in": "query", "description": "It.", "schema": WORD, **param}
    full = {key: value for key, value in full.items() if value is not MISSING}
    return operation(name, {"parameters": [full]}, message)


def answer(name: str, status: str, content: Json, message: str) -> Refused:
    """A response that is refused."""
    response = {
        "description": "It.",
        "headers": {"X-Trace-Id": {"$ref": "#/components/headers/TraceId"}},
        "content": content,
    }
    return Refused(name, {(*GET, "responses", status): response}, "openapi.yaml#/paths/~1thing/get", message)


def body(name: str, content: Json, message: str) -> Refused:
    """A request body that is refused."""
    node = {"description": "It.", "required": True, "content": content}
    return Refused(name, {(*PUT, "requestBody"): node}, "openapi.yaml#/paths/~1thing/put", message)
