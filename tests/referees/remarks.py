"""Where Prism and the server disagree on an exchange, and what Prism does not see of damaged ones.

A remark is a line. Its first word is its kind:

    answer      Prism says something against an answer
    accepted    Prism says something against a request that the server accepted
    refused     the server refused a request as malformed (400), and Prism says nothing against it
    stopped     Prism gave no verdict
    unnoticed   Prism says nothing against an exchange that was damaged on purpose

Every remark must have an argument, and every argument a remark.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tests.referees.damage import damaged_answers, damaged_requests
from tests.referees.exchanges import Exchange, is_json
from tests.referees.prism import Verdict

MALFORMED = 400
Judge = Callable[[Exchange], Verdict]


@dataclass(frozen=True)
class Argument:
    """Why remarks that match `pattern` are not held against the server or the contract."""

    pattern: str
    why: str


@dataclass
class Hearing:
    """What was judged: counts, the remarks with how often each was made, and the first test of each."""

    operations: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    remarks: Counter[str] = field(default_factory=Counter)
    tests: dict[str, str] = field(default_factory=dict)
    damaged: set[str] = field(default_factory=set)

    def add(self, exchange: Exchange, remark: str) -> None:
        """Add a remark on an exchange."""
        self.remarks[remark] += 1
        self.tests.setdefault(remark, exchange.test)


def hear(exchanges: Iterable[Exchange], judge: Judge, operation_of: Callable[[Exchange], str | None]) -> Hearing:
    """Let all exchanges be judged, and with them one for each place that can be damaged."""
    hearing = Hearing()
    for exchange in exchanges:
        operation, verdict = operation_of(exchange), judge(exchange)
        hearing.counts["exchanges"] += 1
        hearing.counts["refused by both"] += bool(verdict.request) and exchange.status >= MALFORMED
        for remark in remarks_on(exchange, operation or exchange.method, verdict):
            hearing.add(exchange, remark)
        if operation and not verdict.stopped:
            hearing.operations.add(operation)
            _hear_damaged(hearing, exchange, operation, verdict, judge)
    return hearing


def remarks_on(exchange: Exchange, name: str, verdict: Verdict) -> Iterator[str]:
    """Where Prism and the server disagree."""
    subject = f"{name} {exchange.status}"
    if verdict.stopped:
        yield f"stopped {subject}: {verdict.stopped}"
        return
    yield from (f"answer {subject}: {fault}" for fault in verdict.answer)
    if exchange.status < MALFORMED:
        yield from (f"accepted {subject}: {fault}" for fault in verdict.request)
    elif exchange.status == MALFORMED and not verdict.request:
        yield f"refused {subject}: {' '.join(_codes(exchange))}"


def _codes(exchange: Exchange) -> list[str]:
    """The code of a problem and those of what it lists."""
    if not is_json(exchange.headers, exchange.body):
        return []
    problem = json.loads(exchange.body)
    return [problem["code"], *sorted({error["code"] for error in problem.get("errors", [])})]


def _hear_damaged(hearing: Hearing, exchange: Exchange, operation: str, heard: Verdict, judge: Judge) -> None:
    """Let the exchange be judged with a fault in each place that no earlier one of its operation had."""
    for side, place, damaged in _all_damaged(exchange):
        remark = f"unnoticed {operation} {exchange.status} {side} {place}"
        if remark in hearing.damaged:
            continue
        hearing.damaged.add(remark)
        verdict = judge(damaged)
        if not set(getattr(verdict, side)) - set(getattr(heard, side)):
            hearing.add(exchange, remark)


def _all_damaged(exchange: Exchange) -> Iterator[tuple[str, str, Exchange]]:
    for place, damaged in damaged_answers(exchange):
        yield "answer", place, damaged
    if exchange.status < MALFORMED:
        for place, damaged in damaged_requests(exchange):
            yield "request", place, damaged


def settle(hearing: Hearing, arguments: Iterable[Argument]) -> tuple[Counter[Argument], list[str]]:
    """How many remarks each argument answers, and what fails: remarks without argument, arguments without remark."""
    listed, answered, failed = list(arguments), Counter[Argument](), []
    for remark, count in sorted(hearing.remarks.items()):
        argument = next((each for each in listed if re.fullmatch(each.pattern, remark, re.DOTALL)), None)
        if argument is None:
            failed.append(f"{remark} ({count} x, first in {hearing.tests[remark]})")
        else:
            answered[argument] += count
    failed += [f"no such remark: {each.pattern}" for each in listed if each not in answered]
    return answered, failed
