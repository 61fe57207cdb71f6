"""Redaction of JSON values, by field names and by what the values look like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from platemark.redaction.protocol import TextRedactor
from platemark.redaction.secret_names import NameClass, classify_name, is_secret, last_word, words
from platemark.redaction.secret_patterns import NUMBER_NAMED, is_card

NAME = re.compile(r"[\w.-]{1,80}")
NAMES = ("name", "key", "header", "field", "Name", "Key")
VALUES = frozenset({"value", "val", "content", "Value", "values"})
ABOUT_A_FIELD = words(
    """
    at description error errors format help hint id label message name pattern placeholder prefix state status title
    type
    """
)
TALK = words("errors hints labels messages placeholders properties touched translations")
ALL_OF_IT = frozenset({"password", "authorization"})
CARDS = range(10**12, 10**19)
HEADERS = frozenset({"authorization", "cookie", "api_key", "session"})


def redact(redactor: TextRedactor, value: Any, place: str) -> Any:
    """Return a redacted deep copy of ``value``. The walk is iterative, so any depth is safe."""
    out: list[Any] = [None]
    todo: list[tuple[Any, Any, Any, str, NameClass | None]] = [(out, 0, value, "", None)]
    while todo:
        holder, at, it, name, name_class = todo.pop()
        if isinstance(it, Mapping):
            holder[at] = made = _redact_names(redactor, it, place)
            named = _class_of_sibling(it)
            for clean, (key, inner) in zip(made, it.items(), strict=True):
                own = _class_of_field(clean, name) or (named if key in VALUES else None) or _inherited(name_class, key)
                todo.append((made, clean, inner, str(key), own))
        elif isinstance(it, list | tuple):
            holder[at] = items = [None] * len(it)
            classes = _class_items(it, name_class)
            todo.extend((items, index, inner, name, classes[index]) for index, inner in enumerate(it))
        else:
            holder[at] = _leaf(redactor, it, name, name_class, place)
    return out[0]


def _class_of_field(name: str, above: str) -> NameClass | None:
    """Classify a field by its own name; ``{"errors": {"password": "is too short"}}`` only talks about a password."""
    name_class = classify_name(name)
    return replace(name_class, certain=False) if name_class is not None and last_word(above) in TALK else name_class


def _inherited(name_class: NameClass | None, key: Any) -> NameClass | None:
    """The class that a field inherits from its parent: ``{"password": {"old": …, "new": …, "error": "too short"}}``."""
    if name_class is None or not name_class.certain or name_class.kind == "cookie":
        return name_class
    if last_word(str(key)) in ABOUT_A_FIELD:
        return None
    return name_class if name_class.kind in ALL_OF_IT else NameClass(name_class.kind, certain=False)


def _redact_names(redactor: TextRedactor, it: Mapping[Any, Any], place: str) -> dict[str, Any]:
    """The redacted field names as keys, in order; names that become equal are numbered."""
    made: dict[str, Any] = {}
    for key in it:
        clean = name = redactor.text(str(key), place)
        number = 1
        while name in made:
            number += 1
            name = f"{clean} ({number})"
        made[name] = None
    return made


def _class_of_sibling(it: Mapping[Any, Any]) -> NameClass | None:
    """The class of the value in ``{"name": "Authorization", "value": …}``."""
    for key in NAMES:
        if isinstance(name := it.get(key), str):
            return _classify_text(name)
    return None


def _classify_text(name: str) -> NameClass | None:
    """Classify a name that is itself a value; a sentence is not a name."""
    return classify_name(name) if NAME.fullmatch(name) else None


def _class_items(items: list[Any] | tuple[Any, ...], name_class: NameClass | None) -> list[NameClass | None]:
    """The class of each list item: that of the list, or of the header that ``["Cookie", "…"]`` names."""
    if len(items) == 2 and all(isinstance(it, str) for it in items):
        header = _classify_text(items[0])
        if header is not None and header.kind in HEADERS:
            return [None, header]
    return [name_class] * len(items)


def _leaf(redactor: TextRedactor, it: Any, name: str, name_class: NameClass | None, place: str) -> Any:
    if isinstance(it, str):
        return redactor.leaf(it, name_class, place)
    if isinstance(it, bool) or not isinstance(it, int):
        return it
    if name_class is not None and name_class.certain and is_secret(str(it), name_class):
        return redactor.mark(name_class.kind, place)
    if it in CARDS and is_card(str(it)) and not NUMBER_NAMED.search(name):
        return redactor.mark("credit_card", place)
    return it
