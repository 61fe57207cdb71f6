"""Fits values of another system's reports to the contract; what does not fit is None."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from platemark.errors import Unprocessable

HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
SIZE = re.compile(r"\s*(\d{1,6})\s*[x×*]\s*(\d{1,6})\s*", re.IGNORECASE)
MAX_NUMBER = 2**53 - 1
MAX_ITEMS, MAX_FIELDS, MAX_HEADERS = 2000, 999, 100  # one field less than allowed, to leave room for ``legacy``
MAX_DEPTH = 32

Fit = Callable[[Any], Any]


def rename(value: Any, aliases: Mapping[str, str], known: Collection[str] = ()) -> dict[str, Any] | None:
    """The fields of an object in snake_case, under the names that they have here; None for anything but an object.

    If the ``known`` names are given, all other fields keep theirs. Of several with one meaning, the first takes the
    name, one that has it anyway before all; the others keep theirs.
    """
    if not isinstance(value, Mapping):
        return None
    own = {snake(str(name)) for name, inner in value.items() if inner is not None}
    renamed: dict[str, Any] = {}
    for name, inner in value.items():
        plain = snake(str(name))
        ours = aliases.get(plain, plain)
        is_taken = ours != plain and (ours in own or ours in renamed)
        if inner is not None:
            renamed[str(name) if is_taken or (known and ours not in known) else ours] = inner
    return renamed


def fields(given: Mapping[str, Any], known: Mapping[str, Fit]) -> dict[str, Any]:
    """The ``known`` fields; null if a value does not fit."""
    return {name: fitted(given.get(name)) for name, fitted in known.items()}


def parse_time(value: Any) -> datetime | None:
    """ISO 8601, UTC without a zone, or milliseconds since 1970."""
    try:
        if isinstance(value, str):
            found = datetime.fromisoformat(value.strip())
            return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def fit_text(value: Any) -> str | None:
    """A text without NUL."""
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else None


def line(value: Any) -> str | None:
    """A text on one line."""
    return CONTROLS.sub(" ", value) if isinstance(value, str) else None


def matching(pattern: re.Pattern[str], default: str | None = None) -> Callable[[Any], str | None]:
    """A text that matches ``pattern`` as a whole, otherwise ``default``."""
    return lambda value: value if isinstance(value, str) and pattern.fullmatch(value) else default


def number(most: float) -> Callable[[Any], float | None]:
    """A number from 0 to ``most``."""

    def fitted(value: Any) -> float | None:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return value if is_number and 0 <= value <= most else None

    return fitted


def status_code(value: Any) -> int | None:
    """A status of HTTP, or 0 for a request without an answer."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 999 else None


def timestamp(value: Any) -> str | None:
    """A time as RFC 3339."""
    moment = parse_time(value)
    return None if moment is None else moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def viewport(value: Any) -> dict[str, Any] | None:
    """A size: ``{"width": 800, "height": 600}`` or ``"800x600"``."""
    size = SIZE.fullmatch(value) if isinstance(value, str) else None
    if size is not None:
        value = {"width": int(size[1]), "height": int(size[2])}
    if not isinstance(value, Mapping):
        return None
    found = fields(rename(value, {}) or {}, {"width": SIDE, "height": SIDE, "device_pixel_ratio": number(100)})
    return None if found["width"] is None or found["height"] is None else found


def headers(value: Any) -> dict[str, str] | None:
    """Headers as an object, or as a list of objects with name and value, or of pairs; repeated ones are joined."""
    if not isinstance(value, Mapping | list):
        return None
    found: dict[str, str] = {}
    for name, text in _header_pairs(value):
        fitting = line(str(text) if isinstance(text, int | float) else text)
        if isinstance(name, str) and HEADER_NAME.fullmatch(name) and fitting is not None:
            found[name] = f"{found[name]}, {fitting}" if name in found else fitting
    return dict(islice(found.items(), MAX_HEADERS))


def _header_pairs(value: Mapping[str, Any] | list[Any]) -> Iterator[tuple[Any, Any]]:
    pairs = value.items() if isinstance(value, Mapping) else map(_header_pair, value)
    for name, text in pairs:
        yield from ((name, each) for each in (text if isinstance(text, list) else [text]))


def _header_pair(value: Any) -> tuple[Any, Any]:
    if isinstance(value, Mapping):
        given = {snake(str(name)): inner for name, inner in value.items()}
        return given.get("name", given.get("key", given.get("header"))), given.get("value")
    return (value[0], value[1]) if isinstance(value, list) and len(value) == 2 else (None, None)


def fit_json(value: Any, depth: int = 0) -> Any:
    """Fit ``value`` into the contract's limits for JSON: longer lists are cut, larger numbers become strings."""
    if depth > MAX_DEPTH:
        raise Unprocessable("nested_too_deep", f"JSON may be nested at most {MAX_DEPTH} levels deep.")
    if isinstance(value, str):
        return fit_text(value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return value if math.isfinite(value) and abs(value) <= MAX_NUMBER else str(value)
    if isinstance(value, list):
        return [fit_json(it, depth + 1) for it in value[:MAX_ITEMS]]
    return {fit_text(name) or "": fit_json(it, depth + 1) for name, it in islice(value.items(), MAX_FIELDS)}


def snake(name: str) -> str:
    """``recentLogs`` as ``recent_logs``."""
    return HUMP.sub("_", name).lower()


SIDE = number(100_000)
