"""Rules for composed objects: `allOf` with `unevaluatedProperties: false` closes the whole, and its parts are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from codegen.bundle import references
from codegen.findings import Finding
from codegen.load import Json
from codegen.types import resolve

ADVICE = "write `unevaluatedProperties: false` beside allOf, and leave its parts without additionalProperties"


def open_parts(document: Json, schemas: list[tuple[str, Json]]) -> set[str]:
    """Return the pointers of the objects that may be open, because they are only parts of composed ones."""
    inline, composed = set(), Counter[str]()
    for where, node in schemas:
        if node.get("unevaluatedProperties") is False:
            for index, member in enumerate(node.get("allOf", [])):
                inline.add(f"{where}/allOf/{index}")
                composed.update(references({"$ref": member.get("$ref", "")}))
    times = Counter(references(document))
    return inline | {pointer for pointer, count in composed.items() if count == times[pointer]}


def lint(document: Json, schemas: list[tuple[str, Json]]) -> Iterator[Finding]:
    """Yield a finding for each composition whose parts refuse each other's fields."""
    for where, node in schemas:
        members = [resolve(document, member) for member in node.get("allOf", [])]
        closed = [member for member in members if member.get("additionalProperties") is False]
        fields = {name for member in [node, *members] for name in member.get("properties", {})}
        if any(fields - member.get("properties", {}).keys() for member in closed):
            yield Finding(where, f"the closed objects of allOf refuse each other's fields: {ADVICE}")
        elif node.get("additionalProperties") is False and fields - node.get("properties", {}).keys():
            yield Finding(where, f"additionalProperties: false refuses the fields of allOf: {ADVICE}")
        if node.get("unevaluatedProperties", False) is not False:
            yield Finding(where, "unevaluatedProperties must be false")
