"""JSON texts as values, strictly and in bounded time."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from platemark.errors import Finding
from platemark.http.findings import MAX_FINDINGS, child, finding
from platemark.http.problems import HttpProblem, invalid

MAX_LEVELS = 256
SAFE_INTEGER = 2**53
CONTAINERS = (dict, list)
SURROGATE = re.compile(rb"\\u[dD][89abcdefABCDEF]")


class _Repeated(Exception):
    """An object has a key twice."""


def parse_json(raw: bytes, max_values: int) -> Any:
    """The JSON value in ``raw``, whose numbers are integers where they have no fraction.

    HttpProblem 413 for more than ``max_values`` values, counted in the bytes before any is made; 400 for anything that
    is not JSON, NaN and lone surrogates included, for a key given twice, and beyond ``MAX_LEVELS`` levels.
    """
    if value_bound(raw) > max_values:
        raise HttpProblem(413, f"The body has more than {max_values} values, each comma in a text counted as one.")
    try:
        value = DECODER.decode(raw.decode("utf-8"))
    except _Repeated:
        raise invalid(_repeated_keys(raw), "The body") from None
    except RecursionError:
        raise _not_json("it is nested too deeply") from None
    except UnicodeDecodeError:
        raise _not_json("it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise _not_json(str(error)) from None
    except ValueError:
        raise _not_json("a number is not finite, or has too many digits") from None
    _require_shallow(raw, value)
    _require_text(raw, value)
    return value


def value_bound(raw: bytes) -> int:
    """At least the number of values in a JSON text: its commas and brackets, those in texts included."""
    return raw.count(b",") + raw.count(b"[") + raw.count(b"{") + 1


def _not_json(reason: str) -> HttpProblem:
    return HttpProblem(400, f"The body is not valid JSON: {reason}", code="not_json")


def _number(text: str) -> int | float:
    """2.0 as 2: JSON Schema counts it as an integer, so Python must, too."""
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError
    return int(number) if number.is_integer() and abs(number) < SAFE_INTEGER else number


def _not_a_number(_: str) -> Any:
    raise ValueError


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _Repeated
    return value


DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_number, parse_constant=_not_a_number)


class _Pairs(list[tuple[str, Any]]):
    """The fields of an object, repeated ones included."""


PAIRS = json.JSONDecoder(object_pairs_hook=_Pairs)


def _repeated_keys(raw: bytes) -> list[Finding]:
    """The findings on a text that has a key twice: it is parsed again, with all its keys."""
    pointers = islice(_repeated(PAIRS.decode(raw.decode("utf-8"))), MAX_FINDINGS)
    return [finding(pointer, "this field is given twice", "repeated") for pointer in pointers]


def _repeated(value: Any) -> Iterator[str]:
    rest = [("", value)]
    while rest:
        pointer, value = rest.pop()
        parts = value if isinstance(value, _Pairs) else enumerate(value)
        names = Counter(name for name, _ in value) if isinstance(value, _Pairs) else {}
        yield from (child(pointer, name) for name, times in names.items() if times > 1)
        rest += [(child(pointer, name), part) for name, part in parts if isinstance(part, list)]


def _require_shallow(raw: bytes, value: Any) -> None:
    """Refuse a value of too many levels; only a text with as many brackets can have them."""
    if raw.count(b"[") + raw.count(b"{") <= MAX_LEVELS:
        return
    level = [value] if isinstance(value, CONTAINERS) else []
    for _ in range(MAX_LEVELS):
        level = [part for each in level for part in _parts(each) if isinstance(part, CONTAINERS)]
    if level:
        raise _not_json(f"it is nested more than {MAX_LEVELS} levels deep")


def _parts(value: Any) -> Iterable[Any]:
    return value.values() if type(value) is dict else value


def _require_text(raw: bytes, value: Any) -> None:
    """Refuse lone surrogates; only an escape can make one."""
    if SURROGATE.search(raw):
        try:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
        except UnicodeEncodeError:
            raise _not_json("a text has half of a surrogate pair") from None
