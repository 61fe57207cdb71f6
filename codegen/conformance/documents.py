"""Documents and recordings of others, as the proofs read them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from codegen.bundle import Bundle, bundle
from codegen.conformance import coverage
from codegen.findings import CodegenError, Finding
from codegen.lint_schemas import every_schema
from codegen.lint_structure import completed
from codegen.load import Json
from codegen.record import from_har

PARTS = {"items", "contains", "not"}


def read(path: Path) -> Bundle:
    """The bundle of a file or folder, with names for the operations that have none; `true` as a schema is `{}`."""
    bundled = bundle(path)
    document = completed(bundled.document)
    document.setdefault("components", {})
    for _, node in list(every_schema(document)):
        for owner, keys in ((node, PARTS), (node.get("properties", {}), None)):
            for key in [key for key, value in owner.items() if isinstance(value, bool) and (not keys or key in keys)]:
                owner[key] = {} if owner[key] else {"not": {}}
    return dataclasses.replace(bundled, document=document)


def facts(document: Json, hars: list[Path]) -> frozenset[str]:
    """What the exchanges in HAR files show of answers."""
    collector = coverage.Collector(document)
    for har in map(_read_har, hars):
        for exchange in coverage.from_har(document, har):
            collector.add(exchange)
    return frozenset(fact for fact in collector.facts if not fact.startswith("bound "))


def exchanges(document: Json, hars: list[Path]) -> list[Json]:
    """The JSON answers in HAR files that belong to operations of the document."""
    found: list[Json] = []
    for har in map(_read_har, hars):
        found += from_har(document, har)
    return found


def _read_har(path: Path) -> Json:
    try:
        har: Json = json.loads(path.read_text("utf-8"))
        for entry in har["log"]["entries"]:
            entry["request"]["url"], entry["request"]["method"], entry["response"]["headers"]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CodegenError(Finding(str(path), f"is not a HAR file: {error!r}")) from error
    return har
