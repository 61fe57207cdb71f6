"""Rules for what every other rule and the generators rely on: OpenAPI lets it be left out, we do not.

The other rules read a document to which it is added, so that all findings are reported at once.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from codegen.findings import Finding, HouseRule
from codegen.load import Json
from codegen.operations import METHODS
from codegen.python import pascal
from codegen.spec_files import escape

VERBS = {"get": "get", "put": "replace", "post": "create", "patch": "update", "delete": "delete"}
NAMELESS = "untitled"


def lint(document: Json) -> list[Finding]:
    """Return a finding for each missing part; their places are pointers into the bundle."""
    findings = []
    if not document.get("paths"):
        findings.append(Finding("#/paths", "there is no path, so that there is nothing to serve"))
    for where, path, method, node in _operations(document):
        if not isinstance(node, dict):
            findings.append(Finding(where, "an operation must be an object"))
            continue
        if not isinstance(node.get("operationId"), str):
            name = suggested_id(method, path)
            findings.append(Finding(where, HouseRule(f"an operation needs an operationId, such as {name}")))
        if not isinstance(node.get("responses"), dict) or not node["responses"]:
            findings.append(Finding(where, "an operation needs responses"))
        findings += [
            Finding(f"{where}/parameters/{index}", "a parameter needs a name, a place (`in`) and a schema")
            for index, param in enumerate(node.get("parameters") or [])
            if not _is_parameter(param)
        ]
    return findings


def completed(document: Json) -> Json:
    """Return a copy of the document that has what is missing, and lacks what cannot be read."""
    document = copy.deepcopy(document)
    document.setdefault("paths", {})
    document.setdefault("servers", [{"url": "/"}])
    document.setdefault("info", {}).setdefault("version", "0")
    for _, path, method, node in [*_operations(document)]:
        item = document["paths"][path]
        if not isinstance(node, dict):
            del item[method]
            continue
        if not isinstance(node.get("operationId"), str):
            node["operationId"] = suggested_id(method, path)
        if not isinstance(node.get("responses"), dict):
            node["responses"] = {}
        for owner in (item, node):
            if "parameters" in owner:
                owner["parameters"] = [param for param in owner["parameters"] or [] if _is_parameter(param)]
    return document


def suggested_id(method: str, path: str) -> str:
    """`get`, `/planets/{planet_id}/moons` → `getPlanetsMoons`: a name for an operation that has none."""
    words = [re.sub(r"[0-9]", "", pascal(re.sub(r"[{}]", "", step))) for step in path.split("/")]
    fixed = [word for word, step in zip(words, path.split("/"), strict=True) if "{" not in step]
    return VERBS.get(method, method) + ("".join(fixed) or "".join(words) or pascal(NAMELESS))


def _operations(document: Json) -> Iterator[tuple[str, str, str, Any]]:
    """Yield the pointer, path, method and content of each operation."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield f"#/paths/{escape(path)}/{method}", path, method, item[method]


def _is_parameter(param: Any) -> bool:
    if not isinstance(param, dict):
        return False
    return "$ref" in param or (isinstance(param.get("name"), str) and "in" in param)
