"""Secrets in XML and HTML: between the tags of a telling name, in the attributes of a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from platemark.redaction.secret_names import is_secret, promise_of
from platemark.redaction.secret_patterns import Span

ELEMENT = re.compile(
    r"<(?:[A-Za-z][\w-]{0,40}:)?([A-Za-z][\w.-]{0,80}+)(?:\s[^<>]{0,400}+)?>\s{0,20}(?:<!\[CDATA\[)?([^<\]]{1,4096}+)[<\]]"
)
FIELD = re.compile(r"<(?:input|meta|param|property|add|setting|entry)\s([^<>]{1,2000}+)", re.IGNORECASE)
ATTRIBUTE = re.compile(r"(?<![\w-])([A-Za-z][\w-]{0,40}+)\s{0,2}=\s{0,2}(?:\"([^\"]{0,4096}+)\"|'([^']{0,4096}+)')")
NAMING = frozenset({"name", "type", "key", "id", "property"})
VALUES = frozenset({"value", "content"})


def spans(text: str) -> Iterator[Span]:
    """Where element texts and field values stand that are secrets by their names."""
    if "<" not in text:
        return
    for element in ELEMENT.finditer(text):
        promise = promise_of(element[1])
        if promise is not None and is_secret(element[2], promise):
            yield *element.span(2), promise.kind
    for field in FIELD.finditer(text):
        yield from _of_field(text, field)


def _of_field(text: str, field: re.Match[str]) -> Iterator[Span]:
    attributes = list(ATTRIBUTE.finditer(text, field.start(1), field.end(1)))
    named = [promise_of(it[it.lastindex or 0]) for it in attributes if it[1].lower() in NAMING]
    promise = next((it for it in named if it is not None), None)
    for it in attributes:
        if promise is not None and it[1].lower() in VALUES and it.lastindex and is_secret(it[it.lastindex], promise):
            yield *it.span(it.lastindex), promise.kind
