"""An OpenAPI document as nodes that know their place and follow references."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.bundle import escape
from codegen.compat.comparable import Comparable
from codegen.findings import CodegenError
from codegen.load import Json
from codegen.schema_tree import every, target

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Document:
    """A bundle, and the comparable forms of its schemas."""

    def __init__(self, content: Json) -> None:
        self.content = content
        self.comparable = Comparable(content)
        self.root = Node(self, content, "#")
        self._references: dict[str, set[str]] = {}
        self._same: dict[tuple[Document, str], bool] = {}

    def has_same(self, schema: Any, other: Document) -> bool:
        """Whether all that a schema of this document refers to is the same in `other`."""
        return all(self._is_same(reference, other) for reference in self._reached(schema))

    def _is_same(self, reference: str, other: Document) -> bool:
        if (other, reference) not in self._same:
            try:
                same = written(target(self.content, reference)) == written(target(other.content, reference))
            except CodegenError:
                same = False
            self._same[other, reference] = same
        return self._same[other, reference]

    def _reached(self, schema: Any) -> set[str]:
        """The references of a schema, and those of what it refers to."""
        reached: set[str] = set()
        left = _references(schema)
        while left:
            reference = left.pop()
            reached.add(reference)
            if reference not in self._references:
                self._references[reference] = _references(target(self.content, reference))
            left |= self._references[reference] - reached
        return reached


def written(schema: Any) -> str:
    """A schema as text: Python takes 1 for true."""
    return json.dumps(schema, sort_keys=True)


def _references(schema: Any) -> set[str]:
    parts = [part for each in every(schema) for part in every(each.get("contentSchema"))]
    return {part["$ref"] for part in [*every(schema), *parts] if isinstance(part.get("$ref"), str)}


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
