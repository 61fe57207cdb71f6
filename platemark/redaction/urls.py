"""Secrets in URLs: in the credentials, the query and the fragment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote_plus

from platemark.redaction.secret_names import NameClass, classify_name, is_secret, looks_random
from platemark.redaction.secret_patterns import Span

Find = Callable[[str], list[Span]]

ADDRESS = re.compile(r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}:(?://|%2[Ff]%2[Ff])[^\s\"'<>\\`]++")
AUTHORITY = re.compile(r"[A-Za-z0-9+.-]{2,21}://([^/?#\s]{1,2048}+)")
PARAMETER = re.compile(r"(?<=[?&#;])([^=&;#?\s]{1,128}+)=([^&#\s]{1,65536}+)")
QUERY_NAMES = {"key": "api_key", "k": "api_key", "state": "secret", "ticket": "secret", "sv": "secret", "t": "secret"}


def in_text(text: str, find: Find) -> Iterator[Span]:
    """Find secrets in the URLs within ``text``; ``find`` searches a decoded value."""
    if "://" in text:
        for found in ADDRESS.finditer(text):
            yield from _in_address_at(text, found.start(), found.end(), find)


def in_url(text: str, find: Find) -> Iterator[Span]:
    """Find secrets in ``text``, which is one URL, with or without scheme and host."""
    yield from _in_address_at(text, 0, len(text), find)


def in_form(text: str, find: Find) -> Iterator[Span]:
    """Find secrets in ``text``, which is a form body: ``a=1&b=2``."""
    start = 0
    for pair in text.split("&"):
        name, equals, value = pair.partition("=")
        if equals and value:
            at = start + len(name) + 1
            yield from _in_parameter(unquote_plus(name), value, at, find)
        start += len(pair) + 1


def _in_address_at(text: str, start: int, end: int, find: Find) -> Iterator[Span]:
    authority = AUTHORITY.match(text, start, end)
    if authority is not None and "@" in authority[1]:
        user = authority[1].rpartition("@")[0]
        if ":" in user or looks_random(user):
            yield authority.start(1), authority.start(1) + len(user), "url_credentials"
    for found in PARAMETER.finditer(text, start, end):
        yield from _in_parameter(unquote_plus(found[1]), found[2], found.start(2), find)


def _in_parameter(name: str, value: str, at: int, find: Find) -> Iterator[Span]:
    """The whole value, if it is a secret or contains one after decoding."""
    decoded = unquote_plus(value)
    name_class = classify_name(name) or (NameClass(QUERY_NAMES[name], certain=False) if name in QUERY_NAMES else None)
    if name_class is not None and is_secret(decoded, name_class, field=True):
        yield at, at + len(value), name_class.kind
    elif decoded != value:
        inner = find(decoded)
        if inner:
            yield at, at + len(value), inner[0][2]
