"""What differs between two contracts: changes that are judged at once, and questions about two schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from codegen.bundle import escape
from codegen.compat.document import Node
from codegen.compat.inclusion import NOTHING, Answer, Verdict, pair_hash
from codegen.compat.schema_tree import children, target
from codegen.lifecycle import SUNSET, WORDS
from codegen.load import Json


@dataclass(frozen=True, slots=True)
class Change:
    """A difference at a place such as "createAlbum request application/json", and what it means for clients."""

    place: str
    where: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Question:
    """Whether every value of `narrow` is one of `wide`; `new` is the schema of the new contract among them."""

    place: str
    new: Node
    narrow: Any
    wide: Any
    reader: str


Found: TypeAlias = Iterator[Change | Question]


def change(place: str, node: Node, verdict: Verdict, why: str, old: Any = NOTHING, new: Any = NOTHING) -> Change:
    """A change that needs no proof; a person may accept an unknown one, which has a hash of what was and is."""
    pairs = (pair_hash([place, why, _plain(old)], _plain(new)),) if verdict == "unknown" else ()
    shown = "" if old is NOTHING and new is NOTHING else f": {_shown(old)} before, {_shown(new)} now"
    return Change(place, node.pointer, Answer(verdict, why + shown, pairs=pairs))


def _plain(value: Any) -> Any:
    return None if value is NOTHING else value


def _shown(value: Any) -> str:
    return "none" if value is NOTHING or value is None else json.dumps(value)


def accepted_values(place: str, old: Node, new: Node) -> Found:
    """What clients send, by the schemas `old` and `new`: each value taken before is taken now, and means the same."""
    yield from _inclusion(place, old, new, sent_by_clients=True)
    before, after = _defaults(old), _defaults(new)
    for path in sorted(before.keys() & after.keys()):  # the default of a member that comes or goes is no question
        was, now = before[path], after[path]
        if was is NOTHING and now is NOTHING:
            continue
        if was is NOTHING or now is NOTHING:
            yield change(f"{place}{path}", new, "unknown", "a default added or removed", was, now)
        elif was != now:
            yield change(f"{place}{path}", new, "breaking", "another default", was, now)


def sent_values(place: str, old: Node, new: Node) -> Found:
    """What clients receive: each value sent now is one that they know, members that they do not know left aside."""
    yield from _inclusion(place, old, new, sent_by_clients=False)


def _inclusion(place: str, old: Node, new: Node, *, sent_by_clients: bool) -> Found:
    yield from _question(place, old, new, sent_by_clients=sent_by_clients)
    yield from _earlier_sunsets(place, old, new)
    before, after = dict(_contents(old)), dict(_contents(new))
    for path in sorted(before.keys() & after.keys()):
        was, now = before[path], after[path]
        for key in ("contentMediaType", "contentEncoding"):
            if was.get(key) != now.get(key):
                yield change(f"{place}{path}", new, "breaking", f"another {key}", was.get(key), now.get(key))
    for path in sorted(before.keys() | after.keys()):
        schemas = [
            Node(side.document, found.get("contentSchema", True), f"{side.pointer}{path}")
            for side, found in ((old, before.get(path, {})), (new, after.get(path, {})))
        ]
        yield from _question(f"{place}{path} content", schemas[0], schemas[1], sent_by_clients=sent_by_clients)


def _earlier_sunsets(place: str, old: Node, new: Node) -> Found:
    """The fields and words that go earlier than the released marks say."""
    before, after = _sunsets(old), _sunsets(new)
    for path in sorted(before.keys() & after.keys()):
        (was, _), (now, pointer) = before[path], after[path]
        if now < was:
            place_of_it = Node(new.document, None, pointer)
            yield change(f"{place}{path}", place_of_it, "breaking", "an earlier sunset", was, now)


def _sunsets(node: Node) -> dict[str, tuple[str, str]]:
    """The sunset of each marked field, `.images[].prompt`, and word, `.kind=ink`, and the pointer of its schema."""
    found = {}
    for path, pointer, schema in _nodes(node):
        marked = {path: schema} | {f"{path}={word}": mark for word, mark in schema.get(WORDS, {}).items()}
        found.update({name: (mark[SUNSET], pointer) for name, mark in marked.items() if SUNSET in mark})
    return found


def _question(place: str, old: Node, new: Node, *, sent_by_clients: bool) -> Found:
    before = old.document.comparable.form(_schema(old))
    after = new.document.comparable.form(_schema(new))
    if before == after:
        return
    if not sent_by_clients:
        before = old.document.comparable.form(_schema(old), opened=True)
    narrow, wide = (before, after) if sent_by_clients else (after, before)
    reader = "the server refuses it now" if sent_by_clients else "released clients do not know it"
    yield Question(place, new, narrow, wide, reader)


def _schema(node: Node) -> Any:
    return True if node.value is None else node.value


def _defaults(node: Node) -> dict[str, Any]:
    """The default at each path, NOTHING where there is none; what is said beside a reference precedes its target."""
    defaults: dict[str, Any] = {}
    for path, _, schema in _nodes(node):
        if "default" in schema or path not in defaults:
            defaults[path] = schema.get("default", NOTHING)
    return defaults


def _contents(node: Node) -> Iterator[tuple[str, Any]]:
    for path, _, schema in _nodes(node):
        if schema.keys() & {"contentMediaType", "contentEncoding", "contentSchema"}:
            yield path, schema


def _nodes(node: Node) -> Iterator[tuple[str, str, Json]]:
    """The schema and those inside it, each with a path in terms of the value, `.images[].prompt`, and its pointer."""
    return _inner(node.document.content, node.value, "", node.pointer, ())


def _inner(
    document: Json, schema: Any, path: str, pointer: str, above: tuple[str, ...]
) -> Iterator[tuple[str, str, Json]]:
    if not isinstance(schema, dict):
        return
    if isinstance(reference := schema.get("$ref"), str) and reference not in above:
        yield from _inner(document, target(document, reference), path, reference, (*above, reference))
    yield path, pointer, schema
    for where, part in children(schema):
        step = {"properties": f".{where[-1]}", "items": "[]", "additionalProperties": ".*"}.get(where[0], "")
        inside = "/".join([pointer, *map(escape, where)])
        yield from _inner(document, part, path + step, inside, above)
