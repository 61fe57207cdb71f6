"""Gives every error response examples: each lists its codes (`x-codes`), and problems.yaml has a problem for each code.

A response that several operations share has the codes of its own in responses.yaml. An operation that answers with
other codes lists them beside its $ref; its examples then take the place of the shared ones.
"""

from __future__ import annotations

import copy
from pathlib import Path

from codegen.bundle import escape
from codegen.findings import CodegenError, Finding
from codegen.load import Json, load
from codegen.operations import routes
from codegen.types import resolve

FILE = "problems.yaml"
MEDIA_TYPE = "application/problem+json"
CODES = "x-codes"
TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736"
TITLES = {
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 406: "Not Acceptable",
    408: "Request Timeout", 409: "Conflict", 412: "Precondition Failed", 413: "Content Too Large",
    415: "Unsupported Media Type", 416: "Range Not Satisfiable", 422: "Unprocessable Content", 429: "Too Many Requests",
    500: "Internal Server Error", 503: "Service Unavailable",
}  # fmt: skip


def add_examples(folder: Path, document: Json) -> Json:
    """Return a copy of the bundle of `folder`, or of a file in it, with named examples in the place of each `x-codes`.

    CodegenError lists each code that problems.yaml does not have, or has for another status, or that is unused.
    """
    document = copy.deepcopy(document)
    folder = folder if folder.is_dir() else folder.parent
    problems: Json = load(folder / FILE) if (folder / FILE).exists() else {}
    findings: list[Finding] = []
    used: set[str] = set()
    for where, status, node in _responses_with_codes(document):
        codes = node.pop(CODES)
        used.update(codes)
        findings += [
            Finding(where, f"{code} is not a code of {FILE} with the status {status}")
            for code in codes
            if problems.get(code, {}).get("status") != status
        ]
        node["content"][MEDIA_TYPE]["examples"] = {
            code: {"value": _problem(code, problems[code])} for code in codes if code in problems
        }
    findings += [Finding(f"{FILE}#/{code}", "no response lists this code") for code in sorted(problems.keys() - used)]
    if findings:
        raise CodegenError(*findings)
    _drop_unused_responses(document)
    return document


def lint(folder: Path, document: Json) -> list[Finding]:
    """Find the error responses of a bundle with examples that have none; a spec without problems.yaml needs none."""
    if not (folder / FILE).exists():
        return []
    return [
        Finding(f"#/paths/{escape(route.path)}/{route.method}/responses/{status}", f"without {CODES}")
        for route in routes(document)
        for status, node in route.node["responses"].items()
        if "examples" not in resolve(document, node).get("content", {}).get(MEDIA_TYPE, {"examples": {}})
    ]


def _responses_with_codes(document: Json) -> list[tuple[str, int, Json]]:
    """The responses that list codes: shared ones in place, those of operations as copies in place of their $ref."""
    found = []
    for route in routes(document):
        for status, node in route.node["responses"].items():
            shared = resolve(document, {"$ref": node["$ref"]}) if "$ref" in node else {}
            if CODES in shared:
                found.append((node["$ref"], int(status), shared))
            if CODES in node and "$ref" in node:
                node = route.node["responses"][status] = copy.deepcopy(resolve(document, node))
                found.append((f"{route.id} {status}", int(status), node))
    return list({id(node): (where, status, node) for where, status, node in found}.values())


def _drop_unused_responses(document: Json) -> None:
    """Remove the shared responses of which every operation has a copy with its own examples."""
    shared = document.get("components", {}).get("responses", {})
    used = {
        node["$ref"].rpartition("/")[2]
        for route in routes(document)
        for node in route.node["responses"].values()
        if "$ref" in node
    }
    for name in shared.keys() - used:
        del shared[name]


def _problem(code: str, entry: Json) -> Json:
    return {
        "type": "about:blank",
        "title": TITLES[entry["status"]],
        "status": entry["status"],
        "detail": entry["detail"],
        "code": code,
        "errors": entry.get("errors", []),
        "trace_id": TRACE_ID,
    }
