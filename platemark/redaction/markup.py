"""Secrets in XML and HTML: element text and attribute values, by element and attribute names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from platemark.redaction.secret_names import classify_name, is_secret
from platemark.redaction.secret_patterns import Span

ELEMENT = re.compile(
    r"<(?:[A-Za-z][\w-]{0,40}:)?([A-Za-z][\w.-]{0,80}+)(?:\s[^<>]{0,400}+)?>\s{0,20}(?:<!\[CDATA\[)?([^<\]]{1,4096}+)[<\]]"
)
FIELD = re.compile(r"<(?:input|meta|param|property|add|setting|entry)\s([^<>]{1,2000}+)", re.IGNORECASE)
ATTRIBUTE = re.compile(r"(?<![\w-])([A-Za-z][\w-]{0,40}+)\s{0,2}=\s{0,2}(?:\"([^\"]{0,4096}+)\"|'([^']{0,4096}+)')")
NAMING = frozenset({"name", "type", "key", "id", "property"})
VALUES = frozenset({"value", "content"})


def spans(text: str) -> Iterator[Span]:
    """Find element texts and field values whose names mark them as secrets."""
    if "<" not in text:
        return
    for element in ELEMENT.finditer(text):
        name_class = classify_name(element[1])
        if name_class is not None and is_secret(element[2], name_class):
            yield *element.span(2), name_class.kind
    for field in FIELD.finditer(text):
        yield from _of_field(text, field)


def _of_field(text: str, field: re.Match[str]) -> Iterator[Span]:
    attributes = list(ATTRIBUTE.finditer(text, field.start(1), field.end(1)))
    named = [classify_name(it[it.lastindex or 0]) for it in attributes if it[1].lower() in NAMING]
    name_class = next((it for it in named if it is not None), None)
    for it in attributes:
        if name_class is None or it[1].lower() not in VALUES or not it.lastindex:
            continue
        if is_secret(it[it.lastindex], name_class):
            yield *it.span(it.lastindex), name_class.kind
