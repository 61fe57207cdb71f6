"""Lifecycle: what of a contract is deprecated, since which day, and the day from which on it may be gone.

An operation, a parameter or a field is marked in place, a word of an enum by its name under `x-words` beside the enum:

    deprecated: true
    x-deprecated-since: '2026-06-01'
    x-sunset: '2027-01-01'
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from codegen.bundle import escape
from codegen.load import Json

DEPRECATED, SINCE, SUNSET, WORDS = "deprecated", "x-deprecated-since", "x-sunset", "x-words"
KEYS = {DEPRECATED, SINCE, SUNSET}
METHODS = {"get", "put", "post", "delete", "options", "head", "patch"}
DATA = {"example", "examples", "default", "enum", "const"}
Kind: TypeAlias = Literal["operation", "parameter", "field", "word", "other"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked: its pointer, its kind, and its name, such as `listPlates.kind`, `Plate.note`, `PlateKind.ink`.

    A parameter that several operations share has only its own name. `other` is what cannot be deprecated.
    """

    where: str
    kind: Kind
    name: str
    owner: str
    node: Json

    @property
    def own_name(self) -> str:
        """The name without that of the operation, object or enum."""
        return self.name.removeprefix(f"{self.owner}.")


def marks(document: Json) -> Iterator[Mark]:
    """Yield everything that is marked, in the order of the document."""
    yield from _marks("#", document, "", names=False)


def day(value: object) -> datetime.date | None:
    """The day that a mark names; None if it is none."""
    try:
        found = datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found is not None and found.isoformat() == value else None


def deprecation(node: Json) -> str:
    """What readers of generated code are told of what `node` describes; empty if it is not deprecated."""
    if node.get(DEPRECATED) is not True:
        return ""
    if SINCE not in node or SUNSET not in node:
        return "Deprecated."
    return f"Deprecated since {node[SINCE]}; it may be gone from {node[SUNSET]} on."


def may_go(node: Json, today: datetime.date) -> bool:
    """Whether the sunset of what `node` describes has come."""
    sunset = day(node.get(SUNSET))
    return node.get(DEPRECATED) is True and sunset is not None and sunset <= today


def _marks(where: str, node: Any, owner: str, *, names: bool) -> Iterator[Mark]:
    """Yield the marks under `node`; the keys of a map of names are no keywords."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _marks(f"{where}/{index}", item, owner, names=False)
    if not isinstance(node, dict):
        return
    if not names:
        if node.keys() & KEYS:
            yield _mark(where, node, owner)
        owner = node.get("operationId") or _title(node) or owner
        for word, mark in node.get(WORDS, {}).items():
            yield Mark(f"{where}/{WORDS}/{escape(word)}", "word", f"{owner}.{word}", owner, mark)
    for key, value in node.items():
        if names or key not in {*DATA, WORDS}:
            inner = key if where == "#/components/schemas" else owner
            yield from _marks(f"{where}/{escape(key)}", value, inner, names=key == "properties" and not names)


def _title(node: Json) -> str | None:
    title = node.get("title")
    return title if isinstance(title, str) and "$ref" not in node else None


def _mark(where: str, node: Json, owner: str) -> Mark:
    steps = where.split("/")
    if len(steps) == 4 and steps[1] == "paths" and steps[3] in METHODS:
        return Mark(where, "operation", node.get("operationId", ""), "", node)
    if steps[-2] == "parameters" and "in" in node:
        return Mark(where, "parameter", f"{owner}.{node['name']}" if owner else node["name"], owner, node)
    if steps[-2] == "properties":
        name = steps[-1].replace("~1", "/").replace("~0", "~")
        return Mark(where, "field", f"{owner}.{name}", owner, node)
    return Mark(where, "other", owner, owner, node)
