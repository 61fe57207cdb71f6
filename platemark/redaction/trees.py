"""Secrets in JSON values, by the names of the fields that hold them and by how they look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from platemark.redaction.secret_names import Promise, is_secret, last_word, promise_of, words
from platemark.redaction.secret_patterns import NUMBER_NAMED, is_card

if TYPE_CHECKING:
    from platemark.redaction.redactor import Redactor

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


def redact(redactor: Redactor, value: Any, place: str) -> Any:
    """``value`` without secrets, new all the way down; walked without recursion, so that no depth is too deep."""
    out: list[Any] = [None]
    todo: list[tuple[Any, Any, Any, str, Promise | None]] = [(out, 0, value, "", None)]
    while todo:
        holder, at, it, name, promise = todo.pop()
        if isinstance(it, Mapping):
            holder[at] = made = _with_clean_names(redactor, it, place)
            named = _named_beside(it)
            for clean, (key, inner) in zip(made, it.items(), strict=True):
                own = _own(clean, name) or (named if key in VALUES else None) or _handed_down(promise, key)
                todo.append((made, clean, inner, str(key), own))
        elif isinstance(it, list | tuple):
            holder[at] = items = [None] * len(it)
            promises = _of_items(it, promise)
            todo.extend((items, index, inner, name, promises[index]) for index, inner in enumerate(it))
        else:
            holder[at] = _leaf(redactor, it, name, promise, place)
    return out[0]


def _own(name: str, above: str) -> Promise | None:
    """What the field's own name says; ``{"errors": {"password": "is too short"}}`` talks about it and has it not."""
    promise = promise_of(name)
    return replace(promise, sure=False) if promise is not None and last_word(above) in TALK else promise


def _handed_down(promise: Promise | None, key: Any) -> Promise | None:
    """What the name above says about a field: ``{"password": {"old": …, "new": …, "error": "too short"}}``."""
    if promise is None or not promise.sure or promise.kind == "cookie":
        return promise
    if last_word(str(key)) in ABOUT_A_FIELD:
        return None
    return promise if promise.kind in ALL_OF_IT else Promise(promise.kind, sure=False)


def _with_clean_names(redactor: Redactor, it: Mapping[Any, Any], place: str) -> dict[str, Any]:
    """The mapping's names in its order, without secrets; names that became the same are numbered."""
    made: dict[str, Any] = {}
    for key in it:
        clean = name = redactor.text(str(key), place)
        number = 1
        while name in made:
            number += 1
            name = f"{clean} ({number})"
        made[name] = None
    return made


def _named_beside(it: Mapping[Any, Any]) -> Promise | None:
    """What ``{"name": "Authorization", "value": …}`` says about its value."""
    for key in NAMES:
        if isinstance(name := it.get(key), str):
            return _promise_of_value(name)
    return None


def _promise_of_value(name: str) -> Promise | None:
    """What a name that is itself a value says; a sentence is none."""
    return promise_of(name) if NAME.fullmatch(name) else None


def _of_items(items: list[Any] | tuple[Any, ...], promise: Promise | None) -> list[Promise | None]:
    """What each item of a list is promised to be: as the list, or as the header that ``["Cookie", "…"]`` names."""
    if len(items) == 2 and all(isinstance(it, str) for it in items):
        header = _promise_of_value(items[0])
        if header is not None and header.kind in HEADERS:
            return [None, header]
    return [promise] * len(items)


def _leaf(redactor: Redactor, it: Any, name: str, promise: Promise | None, place: str) -> Any:
    if isinstance(it, str):
        return redactor.leaf(it, promise, place)
    if isinstance(it, bool) or not isinstance(it, int):
        return it
    if promise is not None and promise.sure and is_secret(str(it), promise):
        return redactor.mark(promise.kind, place)
    if it in CARDS and is_card(str(it)) and not NUMBER_NAMED.search(name):
        return redactor.mark("credit_card", place)
    return it
