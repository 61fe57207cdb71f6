"""What differs between two contracts: changes that are judged at once, and questions about two schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from codegen.compat.document import Node, written
from codegen.compat.inclusion import NOTHING, Answer, Verdict, pair_hash
from codegen.compat.spots import Said, Spots, in_common, spots
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
    if _are_same(old, new):
        return
    before, after = spots(old), spots(new)
    yield from _inclusion(place, (old, before), (new, after), sent_by_clients=True)
    for path, was, now, pointer in in_common(before, after, _default):  # the default of a member that comes or goes is
        if was == now:  # no question
            continue
        where, values = Node(new.document, None, pointer), [said.get("default", NOTHING) for said in (was, now)]
        if was and now:
            yield change(f"{place}{path}", where, "breaking", "another default", *values)
        else:
            yield change(f"{place}{path}", where, "unknown", "a default added or removed", *values)


def sent_values(place: str, old: Node, new: Node) -> Found:
    """What clients receive: each value sent now is one that they know, members that they do not know left aside."""
    if not _are_same(old, new):
        yield from _inclusion(place, (old, spots(old)), (new, spots(new)), sent_by_clients=False)


def _are_same(old: Node, new: Node) -> bool:
    """Whether two schemas are written alike, and all that they refer to."""
    return written(old.value) == written(new.value) and old.document.has_same(old.value, new.document)


def _inclusion(place: str, before: tuple[Node, Spots], after: tuple[Node, Spots], *, sent_by_clients: bool) -> Found:
    (old, old_spots), (new, new_spots) = before, after
    yield from _question(place, old, new, sent_by_clients=sent_by_clients)
    for path, was, now, pointer in in_common(old_spots, new_spots, _sunsets):
        for name in was.keys() & now.keys():
            if now[name] < was[name]:  # a field or a word goes earlier than its released mark says
                where = Node(new.document, None, pointer)
                yield change(f"{place}{path}{name}", where, "breaking", "an earlier sunset", was[name], now[name])
    for path, was, now, pointer in in_common(old_spots, new_spots, _content):
        for key in ("contentMediaType", "contentEncoding"):
            if was.get(key) != now.get(key):
                where = Node(new.document, None, pointer)
                yield change(f"{place}{path}", where, "breaking", f"another {key}", was.get(key), now.get(key))
        schemas = [
            Node(side.document, content.get("contentSchema", True), f"{side.pointer}{path}")
            for side, content in ((old, was), (new, now))
        ]
        yield from _question(f"{place}{path} content", schemas[0], schemas[1], sent_by_clients=sent_by_clients)


def _question(place: str, old: Node, new: Node, *, sent_by_clients: bool) -> Found:
    before = old.document.comparable.form(_schema(old))
    after = new.document.comparable.form(_schema(new))
    if written(before) == written(after):
        return
    if not sent_by_clients:
        before = old.document.comparable.form(_schema(old), opened=True)
    narrow, wide = (before, after) if sent_by_clients else (after, before)
    reader = "the server refuses it now" if sent_by_clients else "released clients do not know it"
    yield Question(place, new, narrow, wide, reader)


def _schema(node: Node) -> Any:
    return True if node.value is None else node.value


def _default(said: Said) -> Json:
    return next(({"default": schema["default"]} for _, schema in said if "default" in schema), {})


def _content(said: Said) -> Json:
    keys = ("contentMediaType", "contentEncoding", "contentSchema")
    return {key: schema[key] for _, schema in reversed(said) for key in keys if key in schema}


def _sunsets(said: Said) -> Json:
    """The sunset of the value itself, by "", and of each word that is marked: `=ink`."""
    marked = [(f"={word}", mark) for _, schema in said for word, mark in schema.get(WORDS, {}).items()]
    marked += [("", schema) for _, schema in reversed(said)]
    return {name: mark[SUNSET] for name, mark in marked if SUNSET in mark}
