"""From bytes to JSON values, strictly: what the text does not spell exactly is not guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from platemark.http.contract import Document
from platemark.http.problems import HttpProblem

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,18})")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,300})(?:\.[0-9]{1,300})?(?:[eE][+-]?[0-9]{1,3})?")
SAFE_INTEGER = 2**53
MOST_FIELDS = 200
Follow = Callable[[Document], Document]


def coerce(text: str, schema: Document) -> Any:
    """The JSON value that ``text`` spells under ``schema``, or ``text`` itself; validation then says why not."""
    kinds = schema.get("type", "string")
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        if kind == "integer" and INTEGER.fullmatch(text):
            return int(text)
        if kind == "number" and NUMBER.fullmatch(text):
            return float(text)
        if kind == "boolean" and text in ("true", "false"):
            return text == "true"
    return text


def coerce_all(texts: list[str], schema: Document, follow: Follow) -> Any:
    """A list for an array schema, else the one value; the caller has seen to it that there is one."""
    if schema.get("type") == "array":
        items = follow(schema["items"])
        return [coerce(text, items) for text in texts]
    return coerce(texts[0], schema)


def query_of(query_string: bytes) -> dict[str, list[str]]:
    """The query's fields in order; HttpProblem 400 where it is not UTF-8 or has too many."""
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except (UnicodeDecodeError, ValueError):
        raise HttpProblem(400, f"The query is not UTF-8, or has more than {MOST_FIELDS} fields.") from None
    query: dict[str, list[str]] = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    return query


def json_of(raw: bytes) -> Any:
    """The JSON value in ``raw``; HttpProblem 400 for anything else: NaN, lone surrogates, bad UTF-8, deep nesting."""
    try:
        return integral(msgspec.json.decode(raw))
    except msgspec.MsgspecError as error:
        raise HttpProblem(400, f"The body is not JSON: {error}", code="not_json") from None
    except RecursionError:
        raise HttpProblem(400, "The body is nested too deeply.", code="not_json") from None
    except UnicodeDecodeError:
        raise HttpProblem(400, "The body is not UTF-8.", code="not_json") from None


def integral(value: Any) -> Any:
    """``value`` with each 2.0 as 2: to JSON Schema it is an integer, and so it shall be to Python."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < SAFE_INTEGER else value
    if isinstance(value, list):
        return [integral(item) for item in value]
    if isinstance(value, Mapping):
        return {key: integral(item) for key, item in value.items()}
    return value
