"""Mutants of the contract: one small change each, of every kind that a slip of the hand makes."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise, zip_longest
from typing import Any, TypeAlias, TypeVar

from codegen.bundle import escape
from codegen.compat.document import METHODS
from codegen.lint_schemas import every_schema
from codegen.load import Json
from codegen.schema_tree import target

Change: TypeAlias = Callable[[Any], None]
Drawn = TypeVar("Drawn")
Places: TypeAlias = Iterator[tuple[str, str, Change]]
"""The pointer of a node, what changes in it, and the change."""

RELAXED = {
    "maxLength": 1, "maximum": 1, "maxItems": 1, "maxProperties": 1, "minLength": -1, "minimum": -1, "minItems": -1,
    "minProperties": -1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of the node at `pointer` in the bundle; `of_schema` if the node is a schema."""

    kind: str
    pointer: str
    detail: str
    change: Change
    of_schema: bool

    @property
    def name(self) -> str:
        """The kind, the place and the detail."""
        return f"{self.kind}: {self.pointer} {self.detail}".rstrip()

    def apply(self, document: Json) -> Json:
        """A copy of the bundle with the change made."""
        mutated = copy.deepcopy(document)
        self.change(target(mutated, self.pointer))
        return mutated


def mutants(document: Json, count: int, seed: int) -> list[Mutant]:
    """`count` mutants, as many of each kind as there are, drawn with `seed`: a change elsewhere draws no others."""
    made = KINDS.items()
    stacks = [list(_of_kind(kind, places(document), of_schema=of_schema)) for kind, (places, of_schema) in made]
    return drawn(stacks, lambda mutant: mutant.name, count, seed)


def drawn(stacks: list[list[Drawn]], name: Callable[[Drawn], str], count: int, seed: int) -> list[Drawn]:
    """`count` of all, as many of each stack as there are; the draw of one hangs on its name and on `seed` alone."""
    ordered = [sorted(stack, key=lambda each: sha256(f"{seed} {name(each)}".encode()).digest()) for stack in stacks]
    rounds = zip_longest(*ordered)
    return [each for row in rounds for each in row if each is not None][:count]


def _of_kind(kind: str, places: Places, *, of_schema: bool) -> Iterator[Mutant]:
    for pointer, detail, change in places:
        yield Mutant(kind, pointer, detail, change, of_schema)


def _set(key: str, value: Any) -> Change:
    return lambda node: node.__setitem__(key, value)


def _remove(key: str) -> Change:
    return lambda node: node.__delitem__(key)


def _without_item(index: int) -> Change:
    return lambda items: items.pop(index)


def _drop_required(document: Json) -> Places:
    for where, node in every_schema(document):
        for name in node.get("required", []):
            yield where, name, _set("required", [other for other in node["required"] if other != name])


def _require(document: Json) -> Places:
    for where, node in every_schema(document):
        for name in sorted(node.get("properties", {}).keys() - set(node.get("required", []))):
            yield where, name, _set("required", [*node.get("required", []), name])


def _widen_enum(document: Json) -> Places:
    for where, node in every_schema(document):
        if "enum" in node:
            yield where, "", _set("enum", [*node["enum"], "another_word"])


def _narrow_enum(document: Json) -> Places:
    for where, node in every_schema(document):
        for index, value in enumerate(node.get("enum", [])):
            if len(node["enum"]) > 1:
                yield where, repr(value), _set("enum", node["enum"][:index] + node["enum"][index + 1 :])


def _relax(document: Json) -> Places:
    for where, node in every_schema(document):
        for key, step in RELAXED.items():
            if node.get(key, 0) + step >= 0 and key in node:
                yield where, key, _set(key, node[key] + step)


def _tighten(document: Json) -> Places:
    for where, node in every_schema(document):
        for key, step in RELAXED.items():
            if key in node and node[key] - step >= 0:
                yield where, key, _set(key, node[key] - step)


def _drop_assertion(document: Json) -> Places:
    for where, node in every_schema(document):
        for key in ("pattern", "format", "uniqueItems", "maxLength", "maxItems", "propertyNames"):
            if key in node:
                yield where, key, _remove(key)


def _open(document: Json) -> Places:
    for where, node in every_schema(document):
        if node.get("additionalProperties") is False:
            yield where, "", _remove("additionalProperties")


def _admit_null(document: Json) -> Places:
    for where, node in every_schema(document):
        for name, part in node.get("properties", {}).items():
            if "null" not in str(part):
                changed = {**node["properties"], name: {"anyOf": [part, {"type": "null"}]}}
                yield where, name, _set("properties", changed)


def _refuse_null(document: Json) -> Places:
    for where, node in every_schema(document):
        if {"type": "null"} in node.get("anyOf", []):
            yield where, "", _set("anyOf", [part for part in node["anyOf"] if part != {"type": "null"}])


def _swap_members(document: Json) -> Places:
    for where, node in every_schema(document):
        names = list(node.get("properties", {}))
        for one, other in pairwise(names):
            parts = node["properties"]
            if parts[one] != parts[other]:
                yield where, f"{one}, {other}", _set("properties", {**parts, one: parts[other], other: parts[one]})


def _drop_member(document: Json) -> Places:
    for where, node in every_schema(document):
        for name in node.get("properties", {}):
            yield where, name, _without_member(name)


def _without_member(name: str) -> Change:
    def change(node: Any) -> None:
        del node["properties"][name]
        node["required"] = [other for other in node.get("required", []) if other != name]

    return change


def _change_default(document: Json) -> Places:
    for where, node in every_schema(document):
        value = node.get("default")
        if isinstance(value, bool):
            yield where, "", _set("default", not value)
        elif isinstance(value, int):
            yield where, "", _set("default", value + 1)


def _operations(document: Json) -> Iterator[tuple[str, Json]]:
    for path, item in document["paths"].items():
        yield from ((f"#/paths/{escape(path)}/{method}", item[method]) for method in METHODS if method in item)


def _delete_status(document: Json) -> Places:
    for where, node in _operations(document):
        yield from ((f"{where}/responses", status, _remove(status)) for status in node["responses"])


def _swap_media(document: Json) -> Places:
    for where, node in _operations(document):
        owners = [(f"{where}/responses/{status}", answer) for status, answer in node["responses"].items()]
        for place, owner in [*owners, (f"{where}/requestBody", node.get("requestBody", {}))]:
            for media in owner.get("content", {}):
                other = "text/plain" if media != "text/plain" else "text/html"
                yield f"{place}/content", media, _renamed(media, other)


def _renamed(old: str, new: str) -> Change:
    return lambda node: node.__setitem__(new, node.pop(old))


def _forget_header(document: Json) -> Places:
    for where, node in _operations(document):
        for status, answer in node["responses"].items():
            for name in answer.get("headers", {}):
                yield f"{where}/responses/{status}/headers", name, _remove(name)


def _optional_header(document: Json) -> Places:
    for name, node in document.get("components", {}).get("headers", {}).items():
        if node.get("required"):
            yield f"#/components/headers/{name}", "", _set("required", value=False)


def _drop_security(document: Json) -> Places:
    for where, node in _operations(document):
        yield where, "all", _set("security", [])
        for index in range(len(node.get("security", []))):
            yield f"{where}/security", str(index), _without_item(index)


def _change_role(document: Json) -> Places:
    for where, node in _operations(document):
        role = node.get("x-minimum-role")
        if role is None:
            continue
        yield from ((where, other, _set("x-minimum-role", other)) for other in ("public", "admin") if other != role)


def _drop_parameter(document: Json) -> Places:
    for where, node in _operations(document):
        for index in range(len(node.get("parameters", []))):
            yield f"{where}/parameters", str(index), _without_item(index)


def _require_parameter(document: Json) -> Places:
    for name, node in document.get("components", {}).get("parameters", {}).items():
        if not node.get("required"):
            yield f"#/components/parameters/{name}", "", _set("required", value=True)


def _rename_operation(document: Json) -> Places:
    for where, node in _operations(document):
        yield where, "", _set("operationId", f"{node['operationId']}Again")


def _optional_body(document: Json) -> Places:
    for where, node in _operations(document):
        if "requestBody" in node:
            yield f"{where}/requestBody", "", _set("required", value=False)


KINDS: dict[str, tuple[Callable[[Json], Places], bool]] = {
    "drop a required": (_drop_required, True),
    "require a member": (_require, True),
    "widen an enum": (_widen_enum, True),
    "narrow an enum": (_narrow_enum, True),
    "relax a bound": (_relax, True),
    "tighten a bound": (_tighten, True),
    "drop an assertion": (_drop_assertion, True),
    "open an object": (_open, True),
    "admit null": (_admit_null, True),
    "refuse null": (_refuse_null, True),
    "swap two members": (_swap_members, True),
    "drop a member": (_drop_member, True),
    "change a default": (_change_default, False),
    "delete a status": (_delete_status, False),
    "swap a media type": (_swap_media, False),
    "forget a header": (_forget_header, False),
    "make a header optional": (_optional_header, False),
    "drop security": (_drop_security, False),
    "change a role": (_change_role, False),
    "drop a parameter": (_drop_parameter, False),
    "require a parameter": (_require_parameter, False),
    "rename an operation": (_rename_operation, False),
    "make a body optional": (_optional_body, False),
}
