"""Regular languages of JSON Schema patterns: the shortest string that some find and others do not, or proof of none.

Covers the subset that means the same in ECMA-262, Rust and Python: literals, classes, groups, alternation, quantifiers
and the anchors `^` and `$`. Anything else raises `Unsupported`, which callers read as "not proven".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from itertools import pairwise
from re import _parser as parser  # type: ignore[attr-defined]  # Hypothesis reads patterns with it, too
from typing import Any, TypeAlias

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Code points, half open, sorted."""

TOP = 0x110000
SURROGATES = (0xD800, 0xE000)  # in no JSON string
ANY: Ranges = ((0, TOP),)
LINE_ENDS: Ranges = ((10, 11), (13, 14), (0x2028, 0x202A))
SPACES: Ranges = (
    (9, 14), (32, 33), (160, 161), (0x1680, 0x1681), (0x2000, 0x200B), (0x2028, 0x202A), (0x202F, 0x2030),
    (0x205F, 0x2060), (0x3000, 0x3001), (0xFEFF, 0xFF00),
)  # fmt: skip
CATEGORIES = {
    "DIGIT": ((48, 58),),
    "WORD": ((48, 58), (65, 91), (95, 96), (97, 123)),
    "SPACE": SPACES,
}
READABLE = ((97, 123), (48, 58), (65, 91), (33, 127), (0xA1, 0x300))
MAX_STATES, MAX_STEPS = 50_000, 200_000
# What Python and ECMA-262 read differently: other escapes, an empty class, a quantifier without its lower bound.
AMBIGUOUS = re.compile(r"\\(?![dDwWsSnrtfvux^$\\.*+?()\[\]{}|/-])|\[\^?\]|\{,|\+\+|\*\+|\?\+|\}\+")


class Unsupported(Exception):
    """A pattern outside the subset, or a question beyond the limits."""


class Machine:
    """The automaton of a pattern; a match may start and end anywhere, unless it is anchored."""

    def __init__(self, pattern: str) -> None:
        self.moves: list[list[tuple[Ranges, int]]] = []
        self.jumps: list[list[tuple[str, int]]] = []  # "" always, "^" only at the start, "$" only at the end
        first, self.accepting = self._state(), self._state()
        self.moves[first].append((ANY, first))
        self.moves[self.accepting].append((ANY, self.accepting))
        last = self._sequence(_parse(pattern), first)
        self.jumps[last].append(("", self.accepting))
        self.start = self._closure({first}, "^")
        self._steps: dict[tuple[frozenset[int], int], frozenset[int]] = {}
        self._ends: dict[tuple[frozenset[int], bool], bool] = {}

    @property
    def edges(self) -> set[int]:
        """The code points at which the moves change."""
        return {edge for moves in self.moves for ranges, _ in moves for pair in ranges for edge in pair}

    def step(self, states: frozenset[int], char: int) -> frozenset[int]:
        """The states after `char`."""
        key = states, char
        if key not in self._steps:
            reached = {to for state in states for ranges, to in self.moves[state] if _within(char, ranges)}
            self._steps[key] = self._closure(reached)
        return self._steps[key]

    def accepts(self, states: frozenset[int], *, at_start: bool) -> bool:
        """Whether the pattern finds a string that ends in `states`."""
        key = states, at_start
        if key not in self._ends:
            self._ends[key] = self.accepting in self._closure(states, "^$" if at_start else "$")
        return self._ends[key]

    def _closure(self, states: Iterable[int], anchors: str = "") -> frozenset[int]:
        seen, todo = set(states), list(states)
        while todo:
            for kind, to in self.jumps[todo.pop()]:
                if to not in seen and (not kind or kind in anchors):
                    seen.add(to)
                    todo.append(to)
        return frozenset(seen)

    def _state(self) -> int:
        if len(self.moves) >= MAX_STATES:
            raise Unsupported("the pattern is too large")
        self.moves.append([])
        self.jumps.append([])
        return len(self.moves) - 1

    def _sequence(self, nodes: Iterable[Any], first: int) -> int:
        """Add the states of `nodes` after `first`; return the last one."""
        at = first
        for kind, argument in nodes:
            at = self._node(str(kind), argument, at)
        return at

    def _node(self, kind: str, argument: Any, first: int) -> int:
        if kind == "SUBPATTERN" and not argument[1] and not argument[2]:
            return self._sequence(argument[3], first)
        if kind == "BRANCH":
            last = self._state()
            for nodes in argument[1]:
                begin = self._state()
                self.jumps[first].append(("", begin))
                self.jumps[self._sequence(nodes, begin)].append(("", last))
            return last
        if kind in ("MAX_REPEAT", "MIN_REPEAT"):
            return self._repeat(argument, first)
        last = self._state()
        if kind == "AT" and str(argument) in ("AT_BEGINNING", "AT_END"):
            self.jumps[first].append(("^" if str(argument) == "AT_BEGINNING" else "$", last))
        else:
            self.moves[first].append((_characters(kind, argument), last))
        return last

    def _repeat(self, argument: tuple[int, Any, Any], first: int) -> int:
        low, high, nodes = argument
        at = first
        for _ in range(low):
            at = self._sequence(nodes, at)
        last = self._state()
        self.jumps[at].append(("", last))
        if high is parser.MAXREPEAT:
            begin = self._state()
            self.jumps[at].append(("", begin))
            end = self._sequence(nodes, begin)
            self.jumps[end] += [("", begin), ("", last)]
            return last
        for _ in range(high - low):
            begin = self._state()
            self.jumps[at].append(("", begin))
            at = self._sequence(nodes, begin)
            self.jumps[at].append(("", last))
        return last


def _parse(pattern: str) -> Any:
    if AMBIGUOUS.search(pattern):
        raise Unsupported("the pattern means different things to different engines")
    try:
        parsed = parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise Unsupported(str(error)) from error
    if parsed.state.flags != re.UNICODE:
        raise Unsupported("flags inside the pattern")
    return parsed


def _characters(kind: str, argument: Any) -> Ranges:
    """The code points that one node of a pattern stands for."""
    if kind == "ANY":
        return _others(LINE_ENDS)
    if kind == "LITERAL":
        return ((argument, argument + 1),)
    if kind == "NOT_LITERAL":
        return _others(((argument, argument + 1),))
    if kind == "RANGE":
        return ((argument[0], argument[1] + 1),)
    if kind == "CATEGORY":
        name = str(argument).removeprefix("CATEGORY_")
        ranges = CATEGORIES.get(name.removeprefix("NOT_"))
        if ranges:
            return _others(ranges) if name.startswith("NOT_") else ranges
    if kind == "IN":
        negated = str(argument[0][0]) == "NEGATE"
        ranges = tuple(one for item in argument[negated:] for one in _characters(str(item[0]), item[1]))
        return _others(ranges) if negated else ranges
    raise Unsupported(f"{kind} in a pattern")


def _others(ranges: Ranges) -> Ranges:
    kept, at = [], 0
    for low, high in sorted(ranges):
        if low > at:
            kept.append((at, low))
        at = max(at, high)
    return tuple([*kept, (at, TOP)] if at < TOP else kept)


def _within(char: int, ranges: Ranges) -> bool:
    return any(low <= char < high for low, high in ranges)


@functools.lru_cache(1024)
def machine(pattern: str) -> Machine:
    """The automaton of `pattern`."""
    return Machine(pattern)


@functools.lru_cache(8192)
def shortest(match: tuple[str, ...], miss: tuple[str, ...] = (), low: int = 0, high: int | None = None) -> str | None:
    """A shortest string of `low` to `high` characters that all of `match` find and one of `miss`, if any, does not.

    None is proof that there is none. Raises Unsupported where the question cannot be decided.
    """
    machines = [machine(pattern) for pattern in (*match, *miss)]
    letters = _letters(machines)
    layer = {tuple(one.start for one in machines): ""}
    seen: set[object] = set()
    length = steps = 0
    while layer and (high is None or length <= high):
        following: dict[tuple[frozenset[int], ...], str] = {}
        for states, text in layer.items():
            key = states, min(length, low)
            if length and key in seen:
                continue
            seen.add(key)
            found = [one.accepts(at, at_start=not length) for one, at in zip(machines, states, strict=True)]
            missed = not miss or not all(found[len(match) :])
            if length >= low and all(found[: len(match)]) and missed:
                return text
            for letter in letters:
                after = tuple(one.step(at, letter) for one, at in zip(machines, states, strict=True))
                following.setdefault(after, text + chr(letter))
            steps += len(letters)
        if steps > MAX_STEPS:
            raise Unsupported("the question is too large")
        layer, length = following, length + 1
    return None


@functools.lru_cache(1024)
def longest(pattern: str) -> int | None:
    """How long the strings are that `pattern` finds; None if there is no limit."""
    one = machine(pattern)
    letters = _letters([one])
    after: dict[frozenset[int], set[frozenset[int]]] = {}
    todo = [one.start]
    while todo:
        if (states := todo.pop()) not in after:
            after[states] = {one.step(states, letter) for letter in letters}
            todo += after[states]
            if len(after) > MAX_STATES // 10:
                raise Unsupported("the pattern is too large")
    alive = {states for states in after if one.accepts(states, at_start=states == one.start)}
    while more := {states for states, reached in after.items() if states not in alive and reached & alive}:
        alive |= more
    layer, length = {one.start} & alive, 0
    while layer and length <= len(after):
        layer, length = {to for states in layer for to in after[states]} & alive, length + 1
    return None if layer else length - 1


def is_within(match: tuple[str, ...], pattern: str, low: int = 0, high: int | None = None) -> bool:
    """Whether it is proven that `pattern` finds every string of `low` to `high` characters that all of `match` find."""
    try:
        return shortest(match, (pattern,), low, high) is None
    except Unsupported:
        return False


def is_empty(match: tuple[str, ...], low: int, high: int | None) -> bool:
    """Whether it is proven that `match` find no common string of `low` to `high` characters."""
    try:
        return shortest(match, (), low, high) is None
    except Unsupported:
        return False


def _letters(machines: list[Machine]) -> list[int]:
    """One code point for each range in which all machines behave the same, a readable one if there is one."""
    edges = sorted({0, *SURROGATES, TOP, *(edge for one in machines for edge in one.edges)})
    return [_readable(low, high) for low, high in pairwise(edges) if not SURROGATES[0] <= low < SURROGATES[1]]


def _readable(low: int, high: int) -> int:
    for begin, end in READABLE:
        if max(begin, low) < min(end, high):
            return max(begin, low)
    return low
