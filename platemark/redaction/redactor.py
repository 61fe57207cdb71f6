"""Takes secrets out of what people and browsers send, and counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from platemark.redaction import bodies, markup, named_secrets, secret_patterns, trees, urls
from platemark.redaction.emails import emails_in
from platemark.redaction.marks import MARK, MARKS, as_header_name
from platemark.redaction.secret_names import Promise, is_secret, promise_of
from platemark.redaction.secret_patterns import Span

ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Redaction:
    """How many secrets of a kind were taken out of a place; never the secrets."""

    kind: str
    place: str
    count: int


class Redactor:
    """Takes secrets out of one submission. ``place`` is the caller's word for where a value is from, for the counts.

    ``emails``: whether e-mail addresses are taken out too, but for those ``known`` (the reporter's own, in any case).
    Every method gives its input back where there is nothing to take out, leaves what was redacted before as it is,
    never raises, and takes time in proportion to its input. One redactor is for one thread.
    """

    def __init__(self, *, emails: bool = False, known: Collection[str] = ()) -> None:
        self._emails = emails
        self._known = frozenset(address.lower() for address in known)
        self._counts: Counter[tuple[str, str]] = Counter()

    @property
    def found(self) -> list[Redaction]:
        """What was taken out so far, by place and kind."""
        return [Redaction(kind, place, count) for (place, kind), count in sorted(self._counts.items())]

    def text(self, value: str, place: str) -> str:
        """``value`` without secrets: free text, a log line, a stack, code."""
        return self._until_clean(value, place, self._look)

    def url(self, value: str, place: str) -> str:
        """An address, also one without scheme and host, without secrets; what is left need be no valid address."""
        return self._until_clean(value, place, self._look_at_address)

    def form(self, value: str, place: str) -> str:
        """A body of type application/x-www-form-urlencoded without secrets."""
        return self._until_clean(value, place, self._look_at_form)

    def headers(self, pairs: Mapping[str, str], place: str) -> dict[str, str]:
        """Headers without secrets, by their names and by how their values look; names stay names of headers."""
        clean: dict[str, str] = {}
        for name, value in pairs.items():
            shown = MARKS.sub(as_header_name, self.text(name, place))
            while shown in clean:
                shown += "-"
            clean[shown] = self.named(shown, value, place)
        return clean

    def named(self, name: str, value: str, place: str) -> str:
        """The value of a field called ``name``: all of it is redacted where the name says that it is a secret."""
        return self.leaf(value, promise_of(name), place)

    def body(self, value: str, place: str, content_type: str | None = None) -> str:
        """A request's or answer's body without secrets, read as what it is: JSON, a form, multipart, else text."""
        return bodies.redact(self, value, place, content_type)

    def tree(self, value: Any, place: str) -> Any:
        """JSON values, however deep, without secrets, by the names of their fields and by how they look."""
        return trees.redact(self, value, place)

    def leaf(self, value: str, promise: Promise | None, place: str) -> str:
        """A string under a name with ``promise``; one that is JSON, a form or multipart itself is read as that."""
        if promise is not None and is_secret(value, promise, field=True):
            return self.mark(promise.kind, place)
        return self.body(value, place)

    def mark(self, kind: str, place: str) -> str:
        """Count one secret of ``kind``; gives what stands in its place."""
        self._counts[place, kind] += 1
        return MARK.format(kind)

    def _look(self, text: str) -> list[Span]:
        lower = text.lower()
        found = [*secret_patterns.spans(text, lower), *named_secrets.spans(text), *markup.spans(text)]
        found += urls.in_text(text, self._look)
        if self._emails:
            found += emails_in(text, self._known)
        return found

    def _look_at_address(self, text: str) -> list[Span]:
        return [*self._look(text), *urls.in_address(text, self._look)]

    def _look_at_form(self, text: str) -> list[Span]:
        return [*self._look(text), *urls.in_form(text, self._look)]

    def _until_clean(self, text: str, place: str, look: Any) -> str:
        """Again, until nothing is found: what was taken out may have hidden what stands beside it."""
        for _ in range(ROUNDS):
            parts = list(_to_take_out(text, look(text)))
            if not parts:
                break
            text = self._without(text, parts, place)
        return text

    def _without(self, text: str, parts: Iterable[Span], place: str) -> str:
        kept, at = [], 0
        for start, end, kind in parts:
            kept += [text[at:start], self.mark(kind, place)]
            at = end
        return "".join([*kept, text[at:]])


def _to_take_out(text: str, found: list[Span]) -> Iterable[Span]:
    """``found`` in order, those that overlap as one of the longest one's kind; nothing that is only earlier marks."""
    if not found:
        return
    marks = {it.span() for it in MARKS.finditer(text)}
    pieces = sorted([*found, *((start, end, "") for start, end in marks)], key=lambda it: it[:2])
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
