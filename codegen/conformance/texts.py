"""Texts that match a pattern, and texts at the edges of what validators agree on."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from re import _constants as regex  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LONGEST = 70_000
WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
REPEATS = 6
MOMENT = "2026-01-02T03:04:05Z"
MOMENTS = {
    "a lower-case time": MOMENT.lower(),
    "an offset": "2026-01-02T03:04:05+01:30",
    "the largest offset": "2026-01-02T03:04:05-23:59",
    "an offset of a day": "2026-01-02T03:04:05+24:00",
    "an unknown offset": "2026-01-02T03:04:05-00:00",
    "a leap second": "2016-12-31T23:59:60Z",
    "midnight as 24": "2026-01-02T24:00:00Z",
    "February 30": "2026-02-30T00:00:00Z",
    "February 29": "2024-02-29T00:00:00Z",
    "February 29 of another year": "2026-02-29T00:00:00Z",
    "the year 0": "0000-01-02T03:04:05Z",
    "the first year": "0001-01-01T00:00:00Z",
    "the last moment": "9999-12-31T23:59:59.999999Z",
    "beyond the last moment": "9999-12-31T23:59:59-01:00",
    "many digits of a second": "2026-01-02T03:04:05.123456789Z",
    "no digit of a second": "2026-01-02T03:04:05.Z",
    "a comma of a second": "2026-01-02T03:04:05,5Z",
    "no seconds": "2026-01-02T03:04Z",
    "no offset": "2026-01-02T03:04:05",
    "a space in a time": "2026-01-02 03:04:05Z",
    "a date": "2026-01-02",
    "a basic time": "20260102T030405Z",
}
UUID = "0192e4a0-7c00-7abc-8def-0123456789ab"
UUIDS = {
    "an upper-case UUID": UUID.upper(),
    "a mixed UUID": UUID.replace("abc", "aBC"),
    "a UUID without hyphens": UUID.replace("-", ""),
    "a UUID in braces": f"{{{UUID}}}",
    "a UUID as URN": f"urn:uuid:{UUID}",
    "the empty UUID": "00000000-0000-0000-0000-000000000000",
    "a UUID with a letter too many": f"{UUID}a",
    "a UUID with a letter too few": UUID[:-1],
    "a UUID with other hyphens": "0192e4a07-c00-7abc-8def-0123456789ab",
    "a UUID of letters beyond f": UUID.replace("a", "g"),
}


FORMATS = {
    "date": "2026-01-02", "time": "03:04:05Z", "duration": "P1DT2H", "email": "a.person@example.com",
    "hostname": "host.example.com", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1", "uri": "https://example.com/a",
    "uri-reference": "/a?b=c", "uri-template": "/a/{b}", "iri": "https://example.com/a", "regex": "^a$",
    "json-pointer": "/a",
}  # fmt: skip
"""A text of each format that has no pattern beside it."""


def matching(pattern: str, rng: random.Random) -> str:
    """A short text that matches ``pattern``: every repetition as often as it must be, or a few times more."""
    return "".join(_parts(_parsed(pattern), rng))


@cache
def _parsed(pattern: str) -> Any:
    return parser.parse(pattern)


def _parts(parsed: Any, rng: random.Random) -> Iterator[str]:
    for operation, argument in parsed:
        match operation:
            case regex.LITERAL:
                yield chr(argument)
            case regex.NOT_LITERAL:
                yield _member([(regex.NEGATE, None), (regex.LITERAL, argument)], rng)
            case regex.IN:
                yield _member(argument, rng)
            case regex.ANY:
                yield rng.choice("abc")
            case regex.BRANCH:
                yield from _parts(rng.choice(argument[1]), rng)
            case regex.SUBPATTERN:
                yield from _parts(argument[-1], rng)
            case regex.MAX_REPEAT | regex.MIN_REPEAT:
                low, high, repeated = argument
                for _ in range(rng.randint(low, max(low, min(high, low + REPEATS)))):
                    yield from _parts(repeated, rng)
            case regex.AT:
                pass
            case _:
                raise NotImplementedError(f"{operation} in a pattern")


def _member(members: Any, rng: random.Random) -> str:
    if members[0][0] is regex.NEGATE:
        excluded = re.compile("[" + "".join(_as_class(member) for member in members[1:]) + "]")
        return rng.choice([character for character in "abcxyz 0_-.é文🎴" if not excluded.match(character)])
    operation, argument = rng.choice(members)
    return chr(argument) if operation is regex.LITERAL else chr(rng.randint(*argument))


def _as_class(member: Any) -> str:
    operation, argument = member
    low, high = (argument, argument) if operation is regex.LITERAL else argument
    return f"\\U{low:08x}-\\U{high:08x}"


def variants(text: str, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (what was done, text): changes of a valid ``text`` at the edges of ``schema``."""
    yield "a newline at the end", text + "\n"
    yield "a newline at the start", "\n" + (text or "x")
    yield "a space at the end", text + " "
    yield "wide digits", (text + "7").translate(WIDE_DIGITS)
    yield "upper case", text.upper()
    yield "a NUL", text + "\0"
    yield "a DEL", text + "\x7f"
    yield "a line separator", text + "\u2028"
    yield "a combining mark", text + "e\u0301"
    yield "an empty text", ""
    for bound, steps in (("minLength", (-1, 0)), ("maxLength", (0, 1))):
        length = schema.get(bound)
        for step in steps:
            if length is not None and 0 <= length + step <= LONGEST:
                yield f"{bound} {step:+d}", (text or "x")[:1] * (length + step)
                yield f"{bound} {step:+d} beyond the BMP", "🎴" * (length + step)
    yield from {"date-time": MOMENTS, "uuid": UUIDS}.get(schema.get("format", ""), {}).items()
