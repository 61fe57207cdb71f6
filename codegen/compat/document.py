"""An OpenAPI document as nodes that know their place and follow references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.bundle import escape
from codegen.compat.comparable import Comparable
from codegen.load import Json
from codegen.schema_tree import target

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Document:
    """A bundle, and the comparable forms of its schemas."""

    def __init__(self, content: Json) -> None:
        self.content = content
        self.comparable = Comparable(content)
        self.root = Node(self, content, "#")


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a document and the pointer to it. `/` leads to members and follows a `$ref` outside of schemas.

    What stands beside a `$ref` precedes the member of that name in its target.
    """

    document: Document
    value: Any
    pointer: str

    def __truediv__(self, key: str | int) -> Node:
        """The member `key`; its value is None if it is absent."""
        value = self.value
        members = dict(enumerate(value)) if isinstance(value, list) else value or {}
        inner = members.get(key)
        pointer = f"{self.pointer}/{escape(key)}"
        while key != "schema" and isinstance(inner, dict) and isinstance(inner.get("$ref"), str):
            pointer = inner["$ref"]
            beside = {name: value for name, value in inner.items() if name != "$ref"}
            inner = {**target(self.document.content, pointer), **beside}
        return Node(self.document, inner, pointer)

    def get(self, key: str, default: Any = None) -> Any:
        """The value of the member `key`, or `default`."""
        value = (self / key).value
        return default if value is None else value

    def members(self) -> dict[str, Node]:
        """The members of an object, by name; none if the value is absent."""
        return {key: self / key for key in self.value or {} if not str(key).startswith("x-")}

    def items(self) -> Iterator[Node]:
        """The items of a list; none if the value is absent."""
        yield from (self / index for index in range(len(self.value or [])))


def operations(paths: Node) -> dict[str, tuple[Node, Node]]:
    """The operations under `paths` or `webhooks`: "GET /albums/{}" and the nodes of the path item and the operation."""
    return {
        f"{method.upper()} {re.sub(r'{[^}]*}', '{}', path)}": (item, item / method)
        for path, item in paths.members().items()
        for method in METHODS
        if item.get(method) is not None
    }


def parameters(item: Node, operation: Node) -> dict[tuple[str, str], Node]:
    """The parameters of an operation, its own before those of its path, by place and name."""
    every = [*(item / "parameters").items(), *(operation / "parameters").items()]
    return {(node.get("in"), _name(node)): node for node in every}


def _name(parameter: Node) -> str:
    name = str(parameter.get("name"))
    return name.lower() if parameter.get("in") == "header" else name


def operation_id(key: str, operation: Node) -> str:
    """What an operation is called in findings."""
    return str(operation.get("operationId", key))
