"""Decodes parameters, queries and bodies into JSON values, strictly: nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from platemark.http.contract import BodyRules
from platemark.http.ids import lower_ids
from platemark.http.json_text import parse_json
from platemark.http.problems import HttpProblem, invalid
from platemark.http.schemas import Document

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,18})")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,300})(?:\.[0-9]{1,300})?(?:[eE][+-]?[0-9]{1,3})?")
MAX_QUERY_FIELDS = 200
Resolve = Callable[[Document], Document]


def coerce(text: str, schema: Document) -> Any:
    """The JSON value that ``text`` stands for under ``schema``, or ``text`` itself, which validation then refuses."""
    types = schema.get("type", "string")
    for type_name in [types] if isinstance(types, str) else types:
        if type_name == "integer" and INTEGER.fullmatch(text):
            return int(text)
        if type_name == "number" and NUMBER.fullmatch(text):
            return float(text)
        if type_name == "boolean" and text in ("true", "false"):
            return text == "true"
    return text


def coerce_all(texts: list[str], schema: Document, resolve: Resolve) -> Any:
    """A list for an array schema, else a single value; ``texts`` must not be empty."""
    if "array" in schema.get("type", ()):
        items = resolve(schema["items"])
        return [coerce(text, items) for text in texts]
    return coerce(texts[0], schema)


def split(texts: list[str], separator: str | None) -> list[str]:
    """The items of a list that is one text, without white space around; without a separator, each text is an item."""
    if separator is None:
        return texts
    text = texts[0].strip()
    return [item.strip() for item in text.split(separator)] if text else []


def parse_query(query_string: bytes) -> dict[str, list[str]]:
    """The values of each query field, in order; HttpProblem 400 if the query is not UTF-8 or has too many fields."""
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_QUERY_FIELDS
        )
    except (UnicodeDecodeError, ValueError):
        raise HttpProblem(400, f"The query string is not UTF-8, or has more than {MAX_QUERY_FIELDS} fields.") from None
    query: dict[str, list[str]] = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    return query


def decode_json(raw: bytes, rules: BodyRules) -> Any:
    """The JSON body in ``raw``, valid and with its ids in lower case; HttpProblem 400 or 413 otherwise."""
    if not raw:
        raise HttpProblem(400, "The body is missing.", code="body_missing")
    value = parse_json(raw, rules.max_values)
    for place in rules.id_places:
        value = lower_ids(value, place)
    if findings := rules.findings(value, ""):
        raise invalid(findings, "The body")
    return value
