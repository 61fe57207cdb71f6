"""Names for what differs from one studio to the next: ``{id7}`` is the same thing wherever it stands in a recording.

Recording replaces ids, digests, secrets, cursors and tags of entities by such names, in the order in which answers show
them. Replaying learns what each name stands for where an answer shows it first, fills it in where a request refers to
it, and compares it where an answer shows it again. ``{time}`` and ``{trace}`` stand for anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
DIGEST = r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"
KINDS = {"id": re.compile(ID), "digest": re.compile(DIGEST), "time": re.compile(TIME)}
# Members whose text has a name as a whole, whatever it looks like.
WHOLE = {
    "csrf_token": "secret", "token": "secret", "secret": "secret", "prefix": "secret", "trace_id": "trace",
    "next_cursor": "cursor", "images_next_cursor": "cursor", "last_event_id": "event", "ETag": "etag",
    "fingerprint": "digest",
}  # fmt: skip
ANYTHING = ("time", "trace")
SHOWN = 120
NAME = re.compile(r"\{((?:id|digest|secret|cursor|event|etag)\d+|time|trace)\}")


def replaced(value: Any, change: Callable[[str, str], str], key: str = "") -> Any:
    """A copy of JSON in which ``change(text, key)`` replaces each text; ``key`` is that of the member it is in."""
    if isinstance(value, dict):
        return {name: replaced(inner, change, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, change, key) for inner in value]
    return change(value, key) if isinstance(value, str) else value


class Names:
    """The names that a recording has given."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def answer(self, value: Any) -> Any:
        """What an answer shows, in names; it names what is new."""
        return replaced(value, self._named)

    def request(self, value: Any) -> Any:
        """What a request says, in names. It cannot refer to what no answer has shown: a replay could not know it."""
        return replaced(value, self._known)

    def _named(self, text: str, key: str) -> str:
        if text and key in WHOLE:
            return self._name(WHOLE[key], text)
        for kind, pattern in KINDS.items():
            text = pattern.sub(lambda found, kind=kind: self._name(kind, found[0]), text)  # type: ignore[misc]
        return text

    def _name(self, kind: str, text: str) -> str:
        if kind in ANYTHING:
            return f"{{{kind}}}"
        return self._names.setdefault(text, f"{{{kind}{len(self._names) + 1}}}")

    def _known(self, text: str, _: str) -> str:
        if text in self._names:
            return self._names[text]
        for kind in ("id", "digest"):
            text = KINDS[kind].sub(lambda found: self._names.get(found[0], found[0]), text)
        if unknown := KINDS["id"].search(text):
            raise ValueError(f"no answer has shown {unknown[0]}")
        return text


class Bindings:
    """What the names of a recording stand for in the studio in which it is replayed."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def fill(self, value: Any) -> Any:
        """A request with the values of this studio; KeyError if no answer has shown one."""
        return replaced(value, lambda text, _: NAME.sub(lambda found: self._values[found[1]], text))

    def learn(self, recorded: Any, shown: Any, place: str = "") -> list[str]:
        """Learn from an answer what the names in the recorded one stand for; where it shows another thing or none."""
        if isinstance(recorded, dict) and isinstance(shown, dict):
            pairs = [(name, inner, shown.get(name)) for name, inner in recorded.items()]
            return [fault for name, inner, other in pairs for fault in self.learn(inner, other, f"{place}/{name}")]
        if isinstance(recorded, list) and isinstance(shown, list):
            others = [*shown, *[None] * (len(recorded) - len(shown))]
            pairs = [(str(index), inner, others[index]) for index, inner in enumerate(recorded)]
            return [fault for name, inner, other in pairs for fault in self.learn(inner, other, f"{place}/{name}")]
        names = NAME.findall(recorded) if isinstance(recorded, str) else []
        if not names and not (isinstance(recorded, dict | list) and NAME.search(json.dumps(recorded))):
            return []
        found = _pattern(recorded).fullmatch(shown) if names and isinstance(shown, str) else None
        if found is None:
            return [f"{place} is {str(shown)[:SHOWN]!r}, was {str(recorded)[:SHOWN]!r}"]
        known = [(name, self._values.setdefault(name, text)) for name, text in found.groupdict().items()]
        return [f"{place} is not the same {{{name}}} as before" for name, text in known if text != found[name]]


def _pattern(recorded: str) -> re.Pattern[str]:
    """A pattern that finds the texts which the names in a recorded text stand for."""
    parts, seen = [], set()
    for part, name in _split(recorded):
        parts.append(re.escape(part))
        if name and (name in ANYTHING or name in seen):
            parts.append(".*" if name in ANYTHING else f"(?P={name})")
        elif name:
            seen.add(name)
            parts.append(f"(?P<{name}>.+)")
    return re.compile("".join(parts), re.DOTALL)


def _split(recorded: str) -> list[tuple[str, str]]:
    """The parts of a text: what is plain, and the name that follows it, if any."""
    pieces = NAME.split(recorded)
    return list(zip(pieces[::2], [*pieces[1::2], ""], strict=True))
