"""A form for each direction of what has fields that go one way only: `readOnly` in answers, `writeOnly` in requests.

A schema that has such fields, or refers to one that has, keeps its name for answers, without what only requests have.
Where requests have it too, these refer to a second one, without what only answers have: `PetRequest` beside `Pet`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from codegen.findings import CodegenError, Finding
from codegen.load import Json
from codegen.schema_tree import every, replaced, target

SCHEMAS = "#/components/schemas/"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
ANSWERED, SENT = "writeOnly", "readOnly"
"""The directions, by the keyword of the fields that one of them leaves out."""
PARTS = {
    "paths": {"requestBody": SENT, "responses": ANSWERED},
    "webhooks": {"requestBody": ANSWERED, "responses": SENT},
}
FOLLOWED = ("responses", "headers", "requestBodies")
EXAMPLES = ("example", "examples")


def by_direction(document: Json) -> tuple[Json, dict[str, str]]:
    """Return the document with a form for each direction, and the schema that each new one was made of, by pointer.

    It is the document itself if no field goes one way only. CodegenError if a name that is needed is taken.
    """
    split = _Split(document)
    return (split.document(), split.origins()) if split.affected else (document, {})


def source_of(pointer: str, made_of: dict[str, str]) -> str:
    """Where in the document as it was written a pointer into the split one leads; `made_of` is that of the split."""
    schema = "/".join(pointer.split("/")[:4])
    return made_of.get(schema, schema) + pointer[len(schema) :]


class _Split:
    """Finds which schemas differ by direction, and writes both forms."""

    def __init__(self, document: Json) -> None:
        self.source = document
        self.schemas: Json = document.get("components", {}).get("schemas", {})
        self.affected = self._affected()
        sides = {side: _reached(document, _roots(document, side)) & self.affected for side in (SENT, ANSWERED)}
        self.both = sides[SENT] & sides[ANSWERED]
        self.only = {name: side for side in sides for name in sides[side] - self.both}
        taken = sorted(name for name in self.both if f"{name}Request" in self.schemas)
        if taken:
            why = "requests need a form of it without readOnly fields, and its name is taken: {}Request"
            raise CodegenError(*(Finding(SCHEMAS + name, why.format(name)) for name in taken))

    def document(self) -> Json:
        """The document with both forms, without the schemas that no part refers to any more."""
        schemas: Json = {}
        for name, schema in self.schemas.items():
            side = self.only.get(name, ANSWERED)
            schemas[name] = self.form(schema, side) if name in self.affected else schema
            if name in self.both:
                schemas[f"{name}Request"] = {**self.form(schema, SENT), "title": f"{name}Request"}
        components = {
            key: self._part(part, SENT if key == "requestBodies" else ANSWERED) if key in FOLLOWED else part
            for key, part in self.source["components"].items()
        }
        copy = {key: self._operations(key) if key in PARTS else part for key, part in self.source.items()}
        copy["components"] = components | {"schemas": schemas}
        others = {key: part for key, part in components.items() if key != "schemas"}
        used = _reached(copy, [others, *(part for key, part in copy.items() if key != "components")])
        components["schemas"] = {name: schema for name, schema in schemas.items() if name in used}
        return copy | {"components": components}

    def origins(self) -> dict[str, str]:
        """The pointer of the schema that each new one was made of."""
        return {f"{SCHEMAS}{name}Request": SCHEMAS + name for name in self.both}

    def form(self, schema: Any, side: str) -> Any:
        """The form of a schema for one direction."""
        if not isinstance(schema, dict):
            return schema
        gone = {name for name, part in schema.get("properties", {}).items() if self._is_marked(part, side)}
        copy = replaced(schema, lambda _, part: self.form(part, side))
        if gone:
            copy["properties"] = {name: part for name, part in copy["properties"].items() if name not in gone}
        if gone and "required" in copy:
            copy["required"] = [name for name in copy["required"] if name not in gone]
        if "contentSchema" in copy:
            copy["contentSchema"] = self.form(copy["contentSchema"], side)
        if side == SENT and "$ref" in copy:
            copy["$ref"] = self._renamed(copy["$ref"])
        if side == SENT and "mapping" in copy.get("discriminator", {}):
            mapping = copy["discriminator"]["mapping"]
            copy["discriminator"] = {
                **copy["discriminator"],
                "mapping": {tag: self._renamed(pointer) for tag, pointer in mapping.items()},
            }
        if "examples" in copy:
            copy["examples"] = [self.value(example, schema, side) for example in copy["examples"]]
        for key in ("example", "default"):
            if key in copy:
                copy[key] = self.value(copy[key], schema, side)
        return copy

    def value(self, value: Any, schema: Any, side: str) -> Any:
        """An example of a schema without the fields that this direction leaves out."""
        for part in self._conjuncts(schema):
            if isinstance(value, list) and "items" in part:
                value = [self.value(item, part["items"], side) for item in value]
            if isinstance(value, dict):
                members = part.get("properties", {})
                value = {
                    name: self.value(item, members.get(name, part.get("additionalProperties")), side)
                    for name, item in value.items()
                    if not self._is_marked(members.get(name), side)
                }
        return value

    def _conjuncts(self, schema: Any) -> Iterator[Json]:
        """A schema, what it refers to, and the branches of its unions and compositions."""
        if isinstance(schema, dict):
            yield schema
            inner = [target(self.source, schema["$ref"])] if "$ref" in schema else []
            for part in [*inner, *(part for key in ("allOf", "anyOf", "oneOf") for part in schema.get(key, []))]:
                yield from self._conjuncts(part)

    def _operations(self, section: str) -> Json:
        """The path items or webhooks, each part in its direction."""
        return {
            path: {
                key: {name: self._part(part, PARTS[section].get(name)) for name, part in value.items()}
                if key in METHODS
                else value
                for key, value in item.items()
            }
            for path, item in self.source[section].items()
        }

    def _part(self, node: Any, side: str | None) -> Any:
        """A copy of a part of the document in which each schema and each example has the form of its direction."""
        if side is None or not isinstance(node, dict | list):
            return node
        if isinstance(node, list):
            return [self._part(item, side) for item in node]
        copy = {
            key: self.form(value, side) if key == "schema" else value if key in EXAMPLES else self._part(value, side)
            for key, value in node.items()
        }
        schema = node.get("schema")
        if "example" in node:
            copy["example"] = self.value(node["example"], schema, side)
        if isinstance(node.get("examples"), dict):
            copy["examples"] = {
                name: {**each, "value": self.value(each["value"], schema, side)} if "value" in _object(each) else each
                for name, each in node["examples"].items()
            }
        return copy

    def _renamed(self, pointer: str) -> str:
        name = pointer.removeprefix(SCHEMAS)
        return f"{pointer}Request" if name in self.both else pointer

    def _is_marked(self, schema: Any, side: str) -> bool:
        """Whether a field says, itself or by what it refers to, that this direction leaves it out."""
        while isinstance(schema, dict):
            if side in schema:
                return bool(schema[side])
            if "$ref" not in schema:
                return False
            schema = target(self.source, schema["$ref"])
        return False

    def _affected(self) -> set[str]:
        """The names of the schemas that differ by direction, or refer to one that does."""
        affected = {
            name
            for name, schema in self.schemas.items()
            for part in every(schema)
            for field in part.get("properties", {}).values()
            if self._is_marked(field, SENT) or self._is_marked(field, ANSWERED)
        }
        uses = {
            name: {pointer.removeprefix(SCHEMAS) for pointer in _references(node)}
            for name, node in self.schemas.items()
        }
        while more := {name for name, used in uses.items() if used & affected} - affected:
            affected |= more
        return affected


def _reached(document: Json, roots: Iterable[Any]) -> set[str]:
    """The names of the schemas to which `roots` lead."""
    seen: set[str] = set()
    todo = [pointer for root in roots for pointer in _references(root)]
    while todo:
        if (pointer := todo.pop()) not in seen:
            seen.add(pointer)
            todo += _references(target(document, pointer))
    return {pointer.removeprefix(SCHEMAS) for pointer in seen if pointer.startswith(SCHEMAS)}


def _roots(document: Json, side: str) -> Iterator[Any]:
    """The parts of operations that have this direction."""
    for section, parts in PARTS.items():
        for item in document.get(section, {}).values():
            for operation in (item[method] for method in METHODS if method in item):
                yield from (operation[part] for part, its in parts.items() if its == side and part in operation)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str) and node["$ref"].startswith("#/components/"):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def _object(value: Any) -> Json:
    return value if isinstance(value, dict) else {}
