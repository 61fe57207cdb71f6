"""Checks every pattern with the engines that will match it: Python's, the server's validator, and JavaScript's."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache

import jsonschema_rs

from codegen.findings import Finding, HouseRule
from codegen.lint_schemas import every_schema
from codegen.load import Json

COMPILE_ALL = """
const patterns = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const fault = (pattern) => { try { new RegExp(pattern, "u"); return null; } catch (error) { return error.message; } };
console.log(JSON.stringify(patterns.map(fault)));
"""
ADVICE = "write control characters as \\u0000, classes as [0-9] or \\d, and escape only ^$.*+?()[]{}|/ and \\"


def lint(document: Json) -> list[Finding]:
    """Return a finding for each pattern that an engine cannot compile; without Node.js, JavaScript is not asked."""
    places = [
        (where, node["pattern"]) for where, node in every_schema(document) if isinstance(node.get("pattern"), str)
    ]
    patterns = tuple(dict.fromkeys(pattern for _, pattern in places))
    unicode_faults = dict(zip(patterns, _javascript(patterns), strict=True))
    return [
        Finding(where, message) for where, pattern in places for message in _faults(pattern, unicode_faults[pattern])
    ]


def _faults(pattern: str, unicode_fault: str | None) -> Iterator[str]:
    try:
        re.compile(pattern)
    except re.error as error:
        yield f"pattern is not a valid regular expression: {error}; {ADVICE}"
        return
    if not (pattern.startswith("^") and pattern.endswith("$")):
        yield HouseRule("pattern must be anchored with ^ and $")
    if re.search(r"\(\?(?:[=!]|<[=!])|\\[1-9]", pattern):
        yield "pattern must not look around or refer back: matching would not take linear time"
        return
    if unicode_fault is not None:
        yield f"pattern cannot be compiled by JavaScript in Unicode mode ({unicode_fault}); {ADVICE}"
    elif not _compiles(pattern):
        yield f"pattern cannot be compiled by the server's validator; {ADVICE}"


def _compiles(pattern: str) -> bool:
    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except (ValueError, jsonschema_rs.ValidationError):
        return False
    return True


@cache
def _javascript(patterns: tuple[str, ...]) -> list[str | None]:
    """Return JavaScript's message for each pattern, None for one that it compiles."""
    node = shutil.which("node")
    if node is None or not patterns:
        return [None] * len(patterns)
    done = subprocess.run(
        [node, "-e", COMPILE_ALL], input=json.dumps(patterns), capture_output=True, text=True, check=True
    )
    faults: list[str | None] = json.loads(done.stdout)
    return faults
