"""Secrets in addresses: before the host, in the query, in the fragment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote_plus

from platemark.redaction.secret_names import Promise, is_secret, looks_random, promise_of
from platemark.redaction.secret_patterns import Span

Look = Callable[[str], list[Span]]

ADDRESS = re.compile(r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}:(?://|%2[Ff]%2[Ff])[^\s\"'<>\\`]++")
AUTHORITY = re.compile(r"[A-Za-z0-9+.-]{2,21}://([^/?#\s]{1,2048}+)")
PARAMETER = re.compile(r"(?<=[?&#;])([^=&;#?\s]{1,128}+)=([^&#\s]{1,65536}+)")
QUERY_NAMES = {"key": "api_key", "k": "api_key", "state": "secret", "ticket": "secret", "sv": "secret", "t": "secret"}


def in_text(text: str, look: Look) -> Iterator[Span]:
    """Where secrets stand in the addresses of ``text``; ``look`` finds those in a decoded value."""
    if "://" in text:
        for found in ADDRESS.finditer(text):
            yield from _of_address(text, found.start(), found.end(), look)


def in_address(text: str, look: Look) -> Iterator[Span]:
    """Where secrets stand in ``text``, all of which is an address, with or without its scheme and host."""
    yield from _of_address(text, 0, len(text), look)


def in_form(text: str, look: Look) -> Iterator[Span]:
    """Where secrets stand in ``text``, which is a form's body: ``a=1&b=2``."""
    start = 0
    for pair in text.split("&"):
        name, equals, value = pair.partition("=")
        if equals and value:
            at = start + len(name) + 1
            yield from _of_parameter(unquote_plus(name), value, at, look)
        start += len(pair) + 1


def _of_address(text: str, start: int, end: int, look: Look) -> Iterator[Span]:
    authority = AUTHORITY.match(text, start, end)
    if authority is not None and "@" in authority[1]:
        user = authority[1].rpartition("@")[0]
        if ":" in user or looks_random(user):
            yield authority.start(1), authority.start(1) + len(user), "url_credentials"
    for found in PARAMETER.finditer(text, start, end):
        yield from _of_parameter(unquote_plus(found[1]), found[2], found.start(2), look)


def _of_parameter(name: str, value: str, at: int, look: Look) -> Iterator[Span]:
    """The whole value where it is a secret, or holds one once it is decoded."""
    decoded = unquote_plus(value)
    promise = promise_of(name) or (Promise(QUERY_NAMES[name], sure=False) if name in QUERY_NAMES else None)
    if promise is not None and is_secret(decoded, promise, field=True):
        yield at, at + len(value), promise.kind
    elif decoded != value:
        inner = look(decoded)
        if inner:
            yield at, at + len(value), inner[0][2]
