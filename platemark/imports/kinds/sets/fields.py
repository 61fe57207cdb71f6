"""The fields of a set template from what a config file says: each is taken as the contract allows it, or refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from platemark.imports.kinds.sets.config import Entry, Value

LINE = re.compile(r"[^\x00-\x1f\x7f]*")
TEXT = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*")
TRUE, FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
VISIBILITIES = ("private", "shared", "public")
CSV_KEYS = ("csv_path", "csv")
PUBLIC = "is_public"
LORAS = "loras"
MAX_LORAS = 50


class Unfit(Exception):
    """The value is not one that the field takes; the words say which it takes."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A key whose value is not taken, a stable word, a sentence."""

    key: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Fields:
    """What an entry says: fields of a set template, the path of its CSV, adapters, and what of it is not taken.

    ``public`` is None where the entry does not say whether the set is for everyone; ``visibility`` says more.
    ``unusable`` are values of known keys that are not taken: the set cannot be made as it is meant. ``unknown`` are
    keys that nobody knows; the set can be made without them.
    """

    taken: dict[str, Any]
    csv_path: str | None
    public: bool | None
    loras: list[dict[str, Any]]
    unusable: tuple[Fault, ...]
    unknown: tuple[Fault, ...]


def _text(longest: int, allowed: re.Pattern[str]) -> Callable[[Value], str]:
    lines = "one line" if allowed is LINE else "text"

    def read(value: Value) -> str:
        if isinstance(value, str) and len(value) <= longest and allowed.fullmatch(value):
            return value
        raise Unfit(f"{lines} of at most {longest} characters is taken")

    return read


def _name(value: Value) -> str:
    name = _text(200, LINE)(value).strip()
    if not name:
        raise Unfit("a name has at least one character")
    return name


def _whole(least: int, most: int, multiple: int = 1) -> Callable[[Value], int]:
    rule = f"a whole number from {least} to {most}" + (f", a multiple of {multiple}," if multiple > 1 else "")

    def read(value: Value) -> int:
        if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value, re.ASCII):
            number = int(value)
            if least <= number <= most and number % multiple == 0:
                return number
        raise Unfit(f"{rule} is taken")

    return read


def _guidance(value: Value) -> float:
    if isinstance(value, str) and re.fullmatch(r"\d{1,4}(\.\d{1,9})?", value, re.ASCII) and float(value) <= 30:
        return float(value)
    raise Unfit("a number from 0 to 30 is taken")


def _truth(value: Value) -> bool:
    word = value.lower() if isinstance(value, str) else ""
    if word in TRUE or word in FALSE:
        return word in TRUE
    raise Unfit("true or false is taken")


def _visibility(value: Value) -> str:
    if isinstance(value, str) and value in VISIBILITIES:
        return value
    raise Unfit(f"one of {', '.join(VISIBILITIES)} is taken")


def _loras(value: Value) -> list[dict[str, Any]]:
    """A name, or a list of names or of ``{path, weight}``; a weight lies between -4 and 4."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or len(listed) > MAX_LORAS:
        raise Unfit(f"a list of at most {MAX_LORAS} adapters is taken")
    return [_lora(it) for it in listed]


def _lora(said: Any) -> dict[str, Any]:
    if isinstance(said, str):
        said = {"path": said}
    if isinstance(said, dict) and said.keys() <= {"path", "name", "weight", "scale"}:
        name, weight = said.get("path") or said.get("name"), said.get("weight") or said.get("scale") or "1"
        plain = isinstance(name, str) and 0 < len(name) <= 500 and LINE.fullmatch(name)
        if plain and isinstance(weight, str) and re.fullmatch(r"-?[0-3](\.\d{1,9})?|-?4", weight, re.ASCII):
            return {"path": name, "weight": float(weight)}
    raise Unfit("an adapter is its path, or a path with a weight from -4 to 4")


READERS: dict[str, Callable[[Value], Any]] = {
    "name": _name,
    "description": _text(4000, TEXT),
    "visibility": _visibility,
    "base_prompt": _text(2000, TEXT),
    "prompt_template": _text(2000, TEXT),
    "style_suffix": _text(2000, TEXT),
    "example_theme": _text(500, LINE),
    "negative_prompt": _text(2000, TEXT),
    "width": _whole(64, 2048, 8),
    "height": _whole(64, 2048, 8),
    "steps": _whole(1, 100),
    "guidance_scale": _guidance,
}
OTHER_READERS: dict[str, Callable[[Value], Any]] = {
    PUBLIC: _truth,
    LORAS: _loras,
    **dict.fromkeys(CSV_KEYS, _text(1000, LINE)),
}


def read(entry: Entry) -> Fields:
    """The fields of ``entry``; what is null counts as not said."""
    said = {key: value for key, value in entry.said.items() if value is not None}
    readers = {**READERS, **OTHER_READERS}
    unknown = tuple(_unknown(key) for key in said if key not in readers)
    taken: dict[str, Any] = {}
    unusable = []
    for key, value in said.items():
        if key in readers:
            try:
                taken[key] = readers[key](value)
            except Unfit as error:
                unusable.append(Fault(key, "bad_value", f"{_shown(value)} is not taken for {key}: {error}."))
    unusable += _twice(taken)
    paths = [taken.pop(key) for key in CSV_KEYS if key in taken]
    public, loras = taken.pop(PUBLIC, None), taken.pop(LORAS, [])
    return Fields(taken, paths[0] if paths else None, public, loras, tuple(unusable), unknown)


def _unknown(key: str) -> Fault:
    return Fault(key, "unknown_key", f"Nothing is done with {_shown(key)}: no such key is known here.")


def _twice(taken: dict[str, Any]) -> Iterator[Fault]:
    if all(key in taken for key in CSV_KEYS):
        yield Fault("csv", "bad_value", "The CSV is named twice, as csv_path and as csv.")
    if PUBLIC in taken and "visibility" in taken and taken[PUBLIC] != (taken["visibility"] == "public"):
        yield Fault(PUBLIC, "bad_value", "is_public and visibility do not say the same.")


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:60] + "…")
    return "a list" if isinstance(value, list) else "a mapping"
