"""Rules for request bodies: each has a limit that fits its schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from codegen.findings import Finding, HouseRule
from codegen.lint_operations import place
from codegen.load import Json
from codegen.operations import routes
from codegen.types import resolve

KEYWORD = "x-max-bytes"
DEFAULT_MAX_BYTES = 64 * 1024
SMALLEST = 1024
NUMBER_LENGTH = 20


def lint(document: Json) -> list[Finding]:
    """Return a finding for each limit that is no number of bytes, and for each body that needs one and has none."""
    return [
        Finding(f"{place(route)}/requestBody", message)
        for route in routes(document)
        if "requestBody" in route.node
        for media, content in resolve(document, route.node["requestBody"]).get("content", {}).items()
        if not media.startswith("multipart/")
        for message in _faults(document, media, content)
    ]


def _faults(document: Json, media: str, content: Json) -> Iterator[str]:
    limit = content.get(KEYWORD)
    if limit is not None and not (type(limit) is int and limit >= SMALLEST):
        yield f"{media}: {KEYWORD} must be a number of bytes, at least {SMALLEST}"
    length = longest(document, content.get("schema", {}), ())
    if limit is None and length > DEFAULT_MAX_BYTES:
        allowed = f"{media}: its schema allows {length} characters, more than the default limit"
        yield HouseRule(f"{allowed}; say how many bytes with {KEYWORD}")


def longest(document: Json, schema: Any, above: tuple[str, ...]) -> int:
    """Return how many characters a value may have as JSON; a schema within itself counts once."""
    if not isinstance(schema, dict):
        return 0
    reference = schema.get("$ref", "")
    if reference in above:
        return 0
    above = (*above, reference) if reference else above
    node = resolve(document, schema)
    alternatives = [*node.get("oneOf", []), *node.get("anyOf", [])]
    texts = [len(str(value)) for value in node.get("enum", [])]
    lengths = [longest(document, each, above) for each in alternatives]
    lengths += [max([node.get("maxLength", NUMBER_LENGTH), *texts]) + 2]
    if "items" in node:
        lengths.append(node.get("maxItems", 0) * (longest(document, node["items"], above) + 1))
    return max(*lengths, _longest_object(document, node, above))


def _longest_object(document: Json, node: Json, above: tuple[str, ...]) -> int:
    fields = sum(len(name) + 4 + longest(document, part, above) for name, part in node.get("properties", {}).items())
    others = node.get("additionalProperties", False)
    if not isinstance(others, dict):
        return fields
    name_length: int = node.get("propertyNames", {}).get("maxLength", 0)
    count: int = node.get("maxProperties", 0)
    return fields + count * (name_length + 4 + longest(document, others, above))
