"""What the lifecycle of a released contract allows: after its sunset, what is deprecated may go, and not before."""

from __future__ import annotations

import copy
import datetime

from codegen.compat.changes import Found, change
from codegen.compat.document import Node
from codegen.findings import CodegenError
from codegen.lifecycle import SUNSET, WORDS, Mark, marks, may_go
from codegen.load import Json
from codegen.schema_tree import target


def earlier_sunset(place: str, old: Node, new: Node) -> Found:
    """An operation or a parameter that goes earlier than its released mark says."""
    before, after = old.get(SUNSET), new.get(SUNSET)
    if before and after and after < before:
        yield change(place, new, "breaking", "an earlier sunset", before, after)


def retired(old: Json, new: Json, today: datetime.date) -> list[Mark]:
    """The fields and words that `new` has no longer, and whose sunset in `old` has come."""
    return [mark for mark in marks(old) if may_go(mark.node, today) and _is_gone(mark, new)]


def without(document: Json, gone: list[Mark]) -> Json:
    """A copy of a document without these fields and words: what clients of it may still count on."""
    document = copy.deepcopy(document)
    for mark in gone:
        owner = target(document, _owner(mark))
        if mark.kind == "word":
            owner["enum"].remove(mark.own_name)
        else:
            del owner["properties"][mark.own_name]
            owner["required"] = [name for name in owner.get("required", []) if name != mark.own_name]
    return document


def _is_gone(mark: Mark, new: Json) -> bool:
    if mark.kind not in ("field", "word"):
        return False
    try:
        owner = target(new, _owner(mark))
    except CodegenError:
        return True
    return mark.own_name not in owner.get("enum" if mark.kind == "word" else "properties", ())


def _owner(mark: Mark) -> str:
    """The pointer of the object of a field, or of the schema with the enum."""
    part = WORDS if mark.kind == "word" else "properties"
    return mark.where.rpartition(f"/{part}/")[0]


def retired_changes(gone: list[Mark], old: Node) -> Found:
    """The compatible changes that `gone` are."""
    for mark in gone:
        place = Node(old.document, None, mark.where)
        yield change(mark.name, place, "compatible", f"{mark.kind} gone after its sunset")
