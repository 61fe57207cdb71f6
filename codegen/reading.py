"""The contract as a client reads it: an answer may hold words and kinds that only a later server has.

`as_read` is what TypeScript types are generated from. Where a client receives one of a list of words, it may receive
an `UnknownWord`; where it receives one of several objects that a discriminator tells apart, it may receive one of an
unknown kind. What a client sends is unchanged. A schema that goes both ways has a second one for what is received:
`ReceivedJobRequest` beside `JobRequest`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from codegen.bundle import references
from codegen.compat.document import METHODS
from codegen.compat.opening import NEVER_OPENED, is_words, kinds
from codegen.findings import CodegenError, Finding
from codegen.load import Json
from codegen.schema_tree import every, replaced

SCHEMAS = "#/components/schemas/"
UNKNOWN_WORD: Json = {
    "title": "UnknownWord",
    "description": "A word of an answer that this version of the contract does not have.",
    "type": "string",
}
RECEIVED, SENT = "received", "sent"
# What a client receives: the answers of operations, and the requests of webhooks.
PARTS = frozenset({"parameters", "requestBody", "responses"})
ANSWERS, WEBHOOK_ANSWERS = frozenset({"responses", "headers"}), frozenset({"requestBody"})


def as_read(document: Json) -> Json:
    """Return the document with open answers; it is for readers, and no contract: no server is held to it."""
    return _Reading(document).document


class _Reading:
    """Rewrites what clients receive, and collects the schemas that this adds."""

    def __init__(self, document: Json) -> None:
        self.schemas: Json = document.get("components", {}).get("schemas", {})
        self.source = document
        self.added: Json = {}
        roots = {side: list(_roots(document, side)) for side in (RECEIVED, SENT)}
        received, sent = (self._reached(roots[side]) for side in (RECEIVED, SENT))
        growing = self._growing()
        self.copied = {name for name in growing & received & sent if not is_words(self.schemas[name])}
        own = {name for name in growing & received - sent if not is_words(self.schemas[name])}
        schemas = {name: self.opened(node, name) if name in own else node for name, node in self.schemas.items()}
        for name in sorted(self.copied):
            copy = f"Received{name}"
            self._add(copy, {**self.opened(self.schemas[name], name), "title": copy})
        self.document: Json = self._rewritten(document)
        if schemas:
            self.document["components"]["schemas"] = {**schemas, **self.added}

    def opened(self, schema: Any, name: str | None = None) -> Any:
        """The schema of a received value; `name` is that of the component, if it is one."""
        if not isinstance(schema, dict):
            return schema
        if isinstance(reference := schema.get("$ref"), str):
            target = reference.removeprefix(SCHEMAS)
            if is_words(self.schemas.get(target, {})):
                return self._or_unknown_word(schema)
            return {**schema, "$ref": f"{SCHEMAS}Received{target}"} if target in self.copied else schema
        if is_words(schema):
            return self._or_unknown_word(schema)
        copy = replaced(schema, lambda path, part: part if path[0] in NEVER_OPENED else self.opened(part))
        if found := kinds(self.source, schema):
            copy = {key: value for key, value in copy.items() if key != "discriminator"}
            copy["oneOf"] = [*copy["oneOf"], self._unknown_kind(found[0], name)]
        return copy

    def _or_unknown_word(self, schema: Json) -> Json:
        self._add("UnknownWord", UNKNOWN_WORD)
        beside = {key: schema[key] for key in ("description",) if key in schema}
        plain = {key: value for key, value in schema.items() if key not in beside}
        return {**beside, "anyOf": [plain, {"$ref": f"{SCHEMAS}UnknownWord"}]}

    def _unknown_kind(self, tag: str, name: str | None) -> Json:
        self._add("UnknownWord", UNKNOWN_WORD)
        unknown = {
            "description": f"One whose `{tag}` this version of the contract does not have.",
            "type": "object",
            "additionalProperties": True,
            "required": [tag],
            "properties": {tag: {"$ref": f"{SCHEMAS}UnknownWord"}},
        }
        if name is None:
            return unknown
        self._add(f"Unknown{name}", {"title": f"Unknown{name}", **unknown})
        return {"$ref": f"{SCHEMAS}Unknown{name}"}

    def _add(self, name: str, schema: Json) -> None:
        if name in self.schemas:
            raise CodegenError(Finding(SCHEMAS + name, f"clients have another {name}: give the schema another name"))
        self.added[name] = schema

    def _growing(self) -> set[str]:
        """The names of the schemas that hold a list of words or a union of kinds, however deep."""
        growing = {
            name
            for name, schema in self.schemas.items()
            if any(is_words(part) or kinds(self.source, part) for part in every(schema))
        }
        uses = {name: set(_names(schema)) for name, schema in self.schemas.items()}
        while more := {name for name, used in uses.items() if used & growing} - growing:
            growing |= more
        return growing

    def _reached(self, roots: Iterable[Any]) -> set[str]:
        reached: set[str] = set()
        todo = [pointer for root in roots for pointer in references(root)]
        seen: set[str] = set()
        while todo:
            if (pointer := todo.pop()) not in seen:
                seen.add(pointer)
                _, _, section, name = pointer.split("/")
                todo += references(self.source["components"][section][name])
                reached |= {name} if section == "schemas" else set()
        return reached

    def _rewritten(self, node: Any, *, received: bool = False, answers: frozenset[str] = ANSWERS) -> Any:
        """A copy of a part of the document in which each schema of what is received is opened."""
        if isinstance(node, list):
            return [self._rewritten(item, received=received, answers=answers) for item in node]
        if not isinstance(node, dict):
            return node
        copy: Json = {}
        for key, value in node.items():
            if key == "schemas":
                copy[key] = value
            elif key == "schema":
                copy[key] = self.opened(value) if received else value
            else:
                inner = WEBHOOK_ANSWERS if key == "webhooks" else answers
                copy[key] = self._rewritten(value, received=received or key in inner, answers=inner)
        return copy


def _roots(document: Json, side: str) -> Iterator[Any]:
    """What clients receive, or send: the parts of operations, the other way round for webhooks."""
    for section, received in (("paths", ANSWERS), ("webhooks", WEBHOOK_ANSWERS)):
        keys = received if side == RECEIVED else PARTS - received
        for item in document.get(section, {}).values():
            for node in (item, *(item[method] for method in METHODS if method in item)):
                yield from (node[key] for key in keys if key in node)


def _names(schema: Any) -> Iterator[str]:
    yield from (pointer.rsplit("/", 1)[-1] for pointer in references(schema))
