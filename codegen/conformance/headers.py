"""The headers of answers: what a response declares, and what is wrong with those that a server sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from codegen.load import Json
from codegen.types import resolve

ANY_RESPONSE = frozenset({
    "access-control-allow-credentials", "access-control-allow-origin", "access-control-expose-headers", "age", "allow",
    "alt-svc", "connection", "content-encoding", "content-language", "content-length", "content-security-policy",
    "content-type", "date", "deprecation", "keep-alive", "last-modified", "link", "referrer-policy", "server", "sunset",
    "strict-transport-security", "trailer", "transfer-encoding", "vary", "via", "x-content-type-options",
    "x-frame-options",
})  # fmt: skip
"""The headers that HTTP, a proxy or the edge of a server may add to any response without a declaration."""

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}


def declared_headers(document: Json, response: Json) -> dict[str, Json]:
    """The header objects of a response by name, references resolved; Content-Type is never one (OpenAPI)."""
    headers = resolve(document, response).get("headers", {})
    return {name: resolve(document, header) for name, header in headers.items() if name.lower() != "content-type"}


def faults(document: Json, response: Json, sent: Mapping[str, str], fits: Callable[[Json, Any], bool]) -> Iterator[str]:
    """Yield what declared headers of a response lack among those `sent`, a line each.

    One is required and missing, or does not fit its schema, as `fits` judges the value that its text stands for.
    """
    by_name = {name.lower(): text for name, text in sent.items()}
    for name, header in declared_headers(document, response).items():
        text = by_name.get(name.lower())
        if text is None:
            if header.get("required"):
                yield f"{name} is required, and missing"
        elif "schema" in header and not fits(header["schema"], value_of(document, header["schema"], text)):
            yield f"{name} does not fit its schema: {text[:200]!r}"


def undeclared(document: Json, response: Json, sent: Iterable[str]) -> list[str]:
    """The names of headers `sent` with a response that does not declare them, those in ANY_RESPONSE left aside."""
    known = {*ANY_RESPONSE, *(name.lower() for name in declared_headers(document, response))}
    return sorted(name for name in sent if name.lower() not in known)


def value_of(document: Json, schema: Json, text: str) -> Any:
    """The value that a header with this schema stands for, written in the style `simple`; the text if it is none."""
    kinds = _kinds(document, schema)
    if kinds & {"integer", "number"} and NUMBER.fullmatch(text):
        number = float(text)
        return int(number) if number.is_integer() and "." not in text and "e" not in text.lower() else number
    if kinds & {"boolean", "null"} and text in WORDS and _kind(WORDS[text]) in kinds:
        return WORDS[text]
    if "array" in kinds:
        items = resolve(document, schema).get("items", {})
        return [value_of(document, items, part.strip()) for part in text.split(",")] if text else []
    return text


def _kinds(document: Json, schema: Any) -> set[str]:
    if not isinstance(schema, dict):
        return set()
    schema = resolve(document, schema)
    named = schema.get("type", [])
    branches = [*schema.get("anyOf", []), *schema.get("oneOf", []), *schema.get("allOf", [])]
    values = [*schema.get("enum", []), *([schema["const"]] if "const" in schema else [])]
    inner = (_kinds(document, branch) for branch in branches)
    return {*([named] if isinstance(named, str) else named), *map(_kind, values)}.union(*inner)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    return {bool: "boolean", int: "integer", float: "number", list: "array"}.get(type(value), "string")
