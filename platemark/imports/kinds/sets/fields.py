"""Parses and validates the values of a config entry as fields of a set template, within the limits of the contract."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from platemark.choices import VISIBILITIES
from platemark.imports.kinds.sets.config import Entry, Value

LINE = re.compile(r"[^\x00-\x1f\x7f]*")
TEXT = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*")
TRUE, FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
CSV_KEYS = ("csv_path", "csv")
PUBLIC = "is_public"
LORAS = "loras"
DIGEST_KEYS = ("digest", "sha256", "hash")
GENERATION = "generation_config"
KEPT_KEYS = ("album_type", "legacy_slug", "is_training_source", "created_by")
"""What a set template has no field for: kept in the plan, as it is written."""
MAX_LORAS = 50


class InvalidValue(Exception):
    """The value is not valid for the field; the message says what is."""


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A key with a problem: a stable code, and a message."""

    key: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The values of an entry: ``valid`` fields of a set template, the path of its CSV file, adapters, and problems.

    ``public`` is None if the entry does not have ``is_public``; a ``visibility`` takes precedence over it. With
    ``invalid`` values the set cannot be imported as intended; ``unknown`` keys do not prevent its import. ``kept`` has
    what there is no field for, as text.
    """

    valid: dict[str, Any]
    csv_path: str | None
    public: bool | None
    loras: list[dict[str, Any]]
    kept: dict[str, str]
    invalid: tuple[FieldProblem, ...]
    unknown: tuple[FieldProblem, ...]


def _text(longest: int, allowed: re.Pattern[str]) -> Callable[[Value], str]:
    kind = "one line" if allowed is LINE else "text"

    def read(value: Value) -> str:
        if isinstance(value, str) and len(value) <= longest and allowed.fullmatch(value):
            return value
        raise InvalidValue(f"{kind} of at most {longest} characters")

    return read


def _name(value: Value) -> str:
    name = _text(200, LINE)(value).strip()
    if not name:
        raise InvalidValue("a name of at least one character")
    return name


def _whole(least: int, most: int, multiple: int = 1) -> Callable[[Value], int]:
    rule = f"a whole number from {least} to {most}" + (f", a multiple of {multiple}" if multiple > 1 else "")

    def read(value: Value) -> int:
        if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value, re.ASCII):
            number = int(value)
            if least <= number <= most and number % multiple == 0:
                return number
        raise InvalidValue(rule)

    return read


def _guidance(value: Value) -> float:
    if isinstance(value, str) and re.fullmatch(r"\d{1,4}(\.\d{1,9})?", value, re.ASCII) and float(value) <= 30:
        return float(value)
    raise InvalidValue("a number from 0 to 30")


def _boolean(value: Value) -> bool:
    word = value.lower() if isinstance(value, str) else ""
    if word in TRUE or word in FALSE:
        return word in TRUE
    raise InvalidValue("true or false")


def _visibility(value: Value) -> str:
    if isinstance(value, str) and value in VISIBILITIES:
        return value
    raise InvalidValue(f"one of {', '.join(VISIBILITIES)}")


def _loras(value: Value) -> list[dict[str, Any]]:
    """A name, or a list of names or of ``{path, weight}``; a weight is between -4 and 4."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or len(listed) > MAX_LORAS:
        raise InvalidValue(f"a list of at most {MAX_LORAS} adapters")
    return [_lora(it) for it in listed]


def _lora(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        value = {"path": value}
    if isinstance(value, dict) and value.keys() <= {"path", "name", "weight", "scale", *DIGEST_KEYS}:
        name, weight = value.get("path") or value.get("name"), value.get("weight") or value.get("scale") or "1"
        name_valid = isinstance(name, str) and 0 < len(name) <= 500 and LINE.fullmatch(name)
        if name_valid and isinstance(weight, str) and re.fullmatch(r"-?[0-3](\.\d{1,9})?|-?4", weight, re.ASCII):
            digest = next((text for key in DIGEST_KEYS if isinstance(text := value.get(key), str)), "").lower()
            named = {"digest": digest} if re.fullmatch(r"[0-9a-f]{64}", digest) else {}
            return {"path": name, "weight": float(weight), **named}
    raise InvalidValue("the path of an adapter, or its path with a weight from -4 to 4")


def _generation_config(_value: Value) -> None:
    """Only a mapping is understood, and that was read before."""
    raise InvalidValue("a mapping")


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
    PUBLIC: _boolean,
    LORAS: _loras,
    GENERATION: _generation_config,
    **dict.fromkeys(KEPT_KEYS, _text(1000, LINE)),
    **dict.fromkeys(CSV_KEYS, _text(1000, LINE)),
}


def read(entry: Entry) -> Fields:
    """The fields of ``entry``; a null value counts as missing."""
    values, kept = _with_generation_config({key: it for key, it in entry.values.items() if it is not None})
    readers = {**READERS, **OTHER_READERS}
    unknown = tuple(_unknown(key) for key in values if key not in readers)
    valid: dict[str, Any] = {}
    invalid = []
    for key, value in values.items():
        if key in readers:
            try:
                valid[key] = readers[key](value)
            except InvalidValue as error:
                invalid.append(
                    FieldProblem(key, "bad_value", f"{_quoted(value)} is not valid for {key}. Expected: {error}.")
                )
    invalid += _contradictions(valid)
    paths = [valid.pop(key) for key in CSV_KEYS if key in valid]
    public, loras = valid.pop(PUBLIC, None), valid.pop(LORAS, [])
    kept |= {key: valid.pop(key) for key in KEPT_KEYS if key in valid}
    return Fields(valid, paths[0] if paths else None, public, loras, kept, tuple(invalid), unknown)


def _with_generation_config(values: dict[str, Value]) -> tuple[dict[str, Value], dict[str, str]]:
    """The values with those of ``generation_config`` that the set itself does not have, and its others, as text."""
    config = values.get(GENERATION)
    if not isinstance(config, dict):
        return values, {}
    rest = {key: it for key, it in values.items() if key != GENERATION}
    fields = {key: it for key, it in config.items() if key in READERS and it is not None}
    kept = {f"{GENERATION}.{key}": str(it)[:1000] for key, it in config.items() if rest.get(key, fields.get(key)) != it}
    return {**fields, **rest}, kept


def _unknown(key: str) -> FieldProblem:
    return FieldProblem(key, "unknown_key", f"The key {_quoted(key)} is unknown and ignored.")


def _contradictions(valid: dict[str, Any]) -> Iterator[FieldProblem]:
    if all(key in valid for key in CSV_KEYS):
        yield FieldProblem("csv", "bad_value", "Both csv_path and csv name a CSV file. Keep one of them.")
    if PUBLIC in valid and "visibility" in valid and valid[PUBLIC] != (valid["visibility"] == "public"):
        yield FieldProblem(PUBLIC, "bad_value", "is_public and visibility contradict each other.")


def _quoted(value: Value) -> str:
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else value[:60] + "…")
    return "a list" if isinstance(value, list) else "a mapping"
