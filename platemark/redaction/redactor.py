"""Removes secrets from what people and browsers submit, and counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from platemark.redaction import bodies, markup, named_secrets, pasted, secret_patterns, trees, urls
from platemark.redaction.emails import find_emails
from platemark.redaction.marks import MARK, MARKS, mark_as_header_name
from platemark.redaction.secret_names import NameClass, classify_name, is_secret
from platemark.redaction.secret_patterns import Span

ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Redaction:
    """How many secrets of a kind were removed from a place; never the secrets themselves."""

    kind: str
    place: str
    count: int


class Redactor:
    """Removes secrets from one submission. ``place`` is the caller's name for where a value comes from, for the counts.

    With ``emails``, e-mail addresses are removed too, except ``known`` ones (compared without case).
    Every method returns its input if there is nothing to remove, leaves earlier marks alone, never raises, and takes
    linear time. Not thread-safe.
    """

    def __init__(self, *, emails: bool = False, known: Collection[str] = ()) -> None:
        self._emails = emails
        self._known = frozenset(address.lower() for address in known)
        self._counts: Counter[tuple[str, str]] = Counter()

    @property
    def redactions(self) -> list[Redaction]:
        """What was removed so far, by place and kind."""
        return [Redaction(kind, place, count) for (place, kind), count in sorted(self._counts.items())]

    def text(self, value: str, place: str) -> str:
        """Redact free text: prose, a log line, a stack trace, code."""
        return self._until_clean(value, place, self._find)

    def url(self, value: str, place: str) -> str:
        """Redact a URL, with or without scheme and host; the result need not be a valid URL."""
        return self._until_clean(value, place, self._find_in_url)

    def form(self, value: str, place: str) -> str:
        """Redact an application/x-www-form-urlencoded body."""
        return self._until_clean(value, place, self._find_in_form)

    def headers(self, pairs: Mapping[str, str], place: str) -> dict[str, str]:
        """Redact headers by their names and by what their values look like; names stay valid header names."""
        clean: dict[str, str] = {}
        for name, value in pairs.items():
            shown = MARKS.sub(mark_as_header_name, self.text(name, place))
            while shown in clean:
                shown += "-"
            clean[shown] = self.named(shown, value, place)
        return clean

    def named(self, name: str, value: str, place: str) -> str:
        """Redact the value of the field ``name``: all of it if the name marks it as a secret."""
        return self.leaf(value, classify_name(name), place)

    def body(self, value: str, place: str, content_type: str | None = None) -> str:
        """Redact a request or response body: JSON, a form, multipart, or else text."""
        return bodies.redact(self, value, place, content_type)

    def tree(self, value: Any, place: str) -> Any:
        """Redact JSON values of any depth, by field names and by what the values look like."""
        return trees.redact(self, value, place)

    def leaf(self, value: str, name_class: NameClass | None, place: str) -> str:
        """Redact a string whose field name was classified; embedded JSON, forms and multipart are parsed."""
        if name_class is not None and is_secret(value, name_class, field=True):
            return self.mark(name_class.kind, place)
        return self.body(value, place)

    def mark(self, kind: str, place: str) -> str:
        """Count one secret of ``kind`` and return its mark."""
        self._counts[place, kind] += 1
        return MARK.format(kind)

    def _find(self, text: str) -> list[Span]:
        lower = text.lower()
        found = [*secret_patterns.spans(text, lower), *named_secrets.spans(text), *markup.spans(text)]
        found += urls.in_text(text, self._find)
        found += pasted.spans(text, lower, self._find)
        if self._emails:
            found += find_emails(text, self._known)
        return found

    def _find_in_url(self, text: str) -> list[Span]:
        return [*self._find(text), *urls.in_url(text, self._find)]

    def _find_in_form(self, text: str) -> list[Span]:
        return [*self._find(text), *urls.in_form(text, self._find)]

    def _until_clean(self, text: str, place: str, find: Callable[[str], list[Span]]) -> str:
        """Repeat until nothing is found, because a removed secret may have hidden its neighbour."""
        for _ in range(ROUNDS):
            parts = list(_merge(text, find(text)))
            if not parts:
                break
            text = self._replace(text, parts, place)
        return text

    def _replace(self, text: str, parts: Iterable[Span], place: str) -> str:
        kept, at = [], 0
        for start, end, kind in parts:
            kept += [text[at:start], self.mark(kind, place)]
            at = end
        return "".join([*kept, text[at:]])


def _merge(text: str, spans: list[Span]) -> Iterable[Span]:
    """Sort the spans and merge overlapping ones into one of the longest one's kind; skip earlier marks."""
    if not spans:
        return
    marks = {it.span() for it in MARKS.finditer(text)}
    pieces = sorted([*spans, *((start, end, "") for start, end in marks)], key=lambda it: it[:2])
    at = 0
    while at < len(pieces):
        start, end, kind = pieces[at]
        longest = end - start if kind else 0
        at += 1
        while at < len(pieces) and pieces[at][0] < end:
            other = pieces[at]
            end = max(end, other[1])
            if other[2] and other[1] - other[0] > longest:
                longest, kind = other[1] - other[0], other[2]
            at += 1
        if kind and (start, end) not in marks:
            yield start, end, kind
