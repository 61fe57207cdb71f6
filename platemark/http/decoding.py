"""Decodes parameters, queries and bodies into JSON values, strictly: nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from platemark.http.problems import HttpProblem
from platemark.http.schemas import Document

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,18})")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,300})(?:\.[0-9]{1,300})?(?:[eE][+-]?[0-9]{1,3})?")
SAFE_INTEGER = 2**53
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
    if schema.get("type") == "array":
        items = resolve(schema["items"])
        return [coerce(text, items) for text in texts]
    return coerce(texts[0], schema)


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


def parse_json(raw: bytes) -> Any:
    """The JSON value in ``raw``; HttpProblem 400 otherwise, also for NaN, lone surrogates and deep nesting."""
    try:
        return normalize_integers(msgspec.json.decode(raw))
    except msgspec.MsgspecError as error:
        raise HttpProblem(400, f"The body is not valid JSON: {error}", code="not_json") from None
    except RecursionError:
        raise HttpProblem(400, "The JSON of the body is nested too deeply.", code="not_json") from None
    except UnicodeDecodeError:
        raise HttpProblem(400, "The body is not UTF-8.", code="not_json") from None


def normalize_integers(value: Any) -> Any:
    """``value`` with 2.0 as 2 everywhere: JSON Schema counts it as an integer, so Python must, too."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < SAFE_INTEGER else value
    if isinstance(value, list):
        return [normalize_integers(item) for item in value]
    if isinstance(value, Mapping):
        return {key: normalize_integers(item) for key, item in value.items()}
    return value
