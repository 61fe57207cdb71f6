"""Values that others wrote, read without trust: never an error, and bounded in time and memory."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, datetime
from typing import Any

MAX_TEXT = 1024 * 1024
"""Longer texts are not read."""
MAX_DIGITS = 400
MAX_MOMENT = 100
MAX_SECONDS = 10**11

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
NUMBER = re.compile(r"\s*([+-]?[0-9]{1,400})(\.[0-9]{0,400})?([eE][+-]?[0-9]{1,3})?\s*", re.ASCII)
SURROUNDING_FOLDERS = re.compile(r"(?:~?[/\\]|[A-Za-z]:[/\\]).*[/\\]", re.DOTALL)


def clean(text: str) -> str:
    """``text`` with plain line ends, and a space for each character that cannot be stored."""
    return UNPRINTABLE.sub(" ", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """``clean`` text on one line, with single spaces."""
    return " ".join(clean(text).split())


def without_folders(path: str) -> str:
    """The last part of an absolute path; anything else as it is."""
    trimmed = path.rstrip("/\\")
    match = SURROUNDING_FOLDERS.match(trimmed)
    return path if match is None else trimmed[match.end() :]


def load_json(text: str | bytes) -> Any:
    """The value of a JSON text; None if it is none. Numbers that no float holds become text."""
    try:
        return DECODER.decode(text if isinstance(text, str) else text.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def load_json_at(text: str, at: int) -> tuple[Any, int] | None:
    """The JSON value that begins at ``at``, and where it ends; None if none does."""
    try:
        return DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None


def load_object(text: str | bytes) -> dict[str, Any] | None:
    """``load_json`` if it is an object."""
    value = load_json(text)
    return value if isinstance(value, dict) else None


def number(value: Any) -> float | None:
    """A finite number, also if it is written as text; an integer stays exact."""
    if isinstance(value, str):
        match = NUMBER.fullmatch(value) if len(value) <= 3 * MAX_DIGITS else None
        if match is None:
            return None
        value = float(value) if match[2] or match[3] else int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if isinstance(value, int) or math.isfinite(value) else None


def integer(value: Any) -> int | None:
    """A whole number, also if it is written as ``12.0``."""
    found = number(value)
    return None if found is None or found != int(found) else int(found)


def text(value: Any) -> str | None:
    """A text that is not blank, cleaned."""
    cleaned = clean(value) if isinstance(value, str) else ""
    return cleaned if cleaned.strip() else None


def moment(value: Any) -> datetime | None:
    """A time in ISO 8601 or in seconds or milliseconds since 1970; UTC if it states no zone."""
    try:
        if isinstance(value, str) and len(value) <= MAX_MOMENT:
            parsed = datetime.fromisoformat(value.strip())
            return parsed.replace(tzinfo=parsed.tzinfo or UTC).astimezone(UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000 if value > MAX_SECONDS else value, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def _integer_or_text(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else digits


def _float_or_text(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits


DECODER = json.JSONDecoder(
    parse_int=_integer_or_text, parse_float=_float_or_text, parse_constant=str, strict=False
)  # fmt: skip
