"""The verdict on a new contract: every change judged, grouped by the part of the contract that causes it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from codegen.compat.changes import Change, Question
from codegen.compat.comparison import compare
from codegen.compat.examiner import Examiner
from codegen.compat.inclusion import NOTHING, Answer, Verdict
from codegen.load import Json
from codegen.schema_tree import locate


@dataclass(frozen=True, slots=True)
class Group:
    """Changes at several places with the same verdict, reason and cause; the first is the example."""

    verdict: Verdict
    where: tuple[str, ...]
    why: str
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """All groups, breaking ones first, and the hashes of the accepted pairs that made a difference."""

    groups: list[Group]
    used: frozenset[str]

    def refused(self) -> list[Group]:
        """The groups that a release must not have."""
        return [group for group in self.groups if group.verdict != "compatible"]


def judge(old: Json, new: Json, examiner: Examiner, today: datetime.date | None = None) -> Report:
    """Compare two bundles. What a person has accepted, the examiner knows."""
    used: set[str] = set()
    accepted, judged = examiner.accepted, []
    for change in _changes(old, new, examiner, today or datetime.datetime.now(datetime.UTC).date()):
        used |= change.answer.accepted
        pairs = set(change.answer.pairs)
        if change.answer.verdict == "unknown" and pairs and pairs <= accepted:
            used |= pairs
            change = Change(change.place, change.where, Answer("compatible", "accepted"))
        judged.append(change)
    return Report(_grouped(judged), frozenset(used))


def _changes(old: Json, new: Json, examiner: Examiner, today: datetime.date) -> Iterator[Change]:
    answers: dict[str, Answer] = {}
    for found in compare(old, new, today):
        if isinstance(found, Change):
            yield found
        else:
            key = json.dumps([found.narrow, found.wide])
            if key not in answers:
                answers[key] = examiner.ask(found.narrow, found.wide)
            yield _answered(found, answers[key], new)


def _answered(question: Question, answer: Answer, new: Json) -> Change:
    node = question.new
    where = [locate(new, node.value, path, node.pointer) for path in answer.parts or ((),)]
    why = question.reader if answer.verdict == "breaking" else answer.why
    return Change(
        question.place,
        "\n".join(dict.fromkeys(where)),
        Answer(answer.verdict, why, answer.witness, answer.parts, answer.pairs, answer.accepted),
    )


def _grouped(changes: list[Change]) -> list[Group]:
    groups: dict[tuple[Verdict, str, str], Group] = {}
    for change in changes:
        verdict, why = change.answer.verdict, change.answer.why
        key = verdict, change.where, why
        group = groups.setdefault(key, Group(verdict, tuple(change.where.split("\n")), why))
        group.changes.append(change)
    order = {"breaking": 0, "unknown": 1, "compatible": 2}
    return sorted(groups.values(), key=lambda group: order[group.verdict])


def lines(report: Report, place: Callable[[str], str], *, verbose: bool = False) -> Iterator[str]:
    """The report as lines for a maintainer; `place` turns a pointer into the bundle into a place that can be edited."""
    for group in report.groups if verbose else report.refused():
        example, *others = group.changes
        yield f"{group.verdict}: {', '.join(map(place, group.where))}"
        yield f"    {example.place}: {group.why}"
        if example.answer.witness is not NOTHING:
            yield f"    for example {_short(example.answer.witness)}"
        if others:
            yield f"    and {len(others)} more: {_short_list([change.place for change in others])}"
        if group.verdict == "unknown":
            for pair in dict.fromkeys(pair for change in group.changes for pair in change.answer.pairs):
                yield f"    to accept it, add to spec/accepted.yaml: {{pair: {pair}, reason: …}}"
    counts = {verdict: sum(group.verdict == verdict for group in report.groups) for verdict in ("breaking", "unknown")}
    compatible = sum(len(group.changes) for group in report.groups if group.verdict == "compatible")
    yield f"{counts['breaking']} breaking, {counts['unknown']} unknown; {compatible} compatible changes"


def _short(witness: object) -> str:
    text = json.dumps(witness, ensure_ascii=True)
    return text if len(text) <= 400 else f"{text[:397]}..."


def _short_list(places: list[str]) -> str:
    return ", ".join(places[:5]) + (", …" if len(places) > 5 else "")
