"""Rules for what is deprecated: it says since when and until when, and the change log says it, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from codegen.findings import Finding, HouseRule
from codegen.lifecycle import DEPRECATED, SINCE, SUNSET, WORDS, Mark, day, marks
from codegen.lint_operations import place
from codegen.lint_schemas import every_schema
from codegen.load import Json
from codegen.operations import routes
from codegen.types import resolve

CHANGELOG = "CHANGELOG.md"
SENT_BY_SERVER = {"deprecation", "sunset"}


def lint(document: Json) -> list[Finding]:
    """Return the findings; their places are pointers into the bundle."""
    found = [Finding(mark.where, message) for mark in marks(document) for message in _faults(mark)]
    found += [
        Finding(where, f"{WORDS}: {word} is not a word of the enum")
        for where, node in every_schema(document)
        for word in node.get(WORDS, {})
        if word not in node.get("enum", [])
    ]
    return [*found, *_headers(document)]


def unannounced(folder: Path, document: Json) -> list[Finding]:
    """Find what is deprecated and not in the change log beside the spec `folder`, by its name in backticks."""
    path = folder.parent / CHANGELOG
    text = path.read_text("utf-8") if path.exists() else ""
    return [
        Finding(mark.where, HouseRule(f"is deprecated, but {CHANGELOG} does not mention `{mark.name}`"))
        for mark in marks(document)
        if mark.node.get(DEPRECATED) and mark.kind != "other" and f"`{mark.name}`" not in text
    ]


def _faults(mark: Mark) -> Iterator[str]:
    if mark.kind == "other":
        yield HouseRule("only operations, parameters, fields and words of enums are deprecated; mark one of them")
        return
    if mark.node.get(DEPRECATED) is not True:
        yield from (f"has {key} but is not deprecated" for key in (SINCE, SUNSET) if key in mark.node)
        return
    days = {key: day(mark.node.get(key)) for key in (SINCE, SUNSET)}
    for key, found in days.items():
        if key not in mark.node:
            yield HouseRule(f"is deprecated: it needs {key}, a day such as '2027-01-31'")
        elif found is None:
            yield f"{key} must be a day, such as '2027-01-31'"
    since, sunset = days.values()
    if since and sunset and sunset <= since:
        yield f"{SUNSET} must be after {SINCE}"


def _headers(document: Json) -> Iterator[Finding]:
    for route in routes(document):
        for status, node in route.node["responses"].items():
            for name in resolve(document, node).get("headers", {}):
                if name.lower() in SENT_BY_SERVER:
                    message = f"{status}: the server sends {name} where an operation is deprecated; leave it out"
                    yield Finding(place(route), message)
