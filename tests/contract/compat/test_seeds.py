"""Seeded changes of the contract: those that break clients are refused, by a value where there is one; others pass."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest

from codegen.compat.changes import Question
from codegen.compat.comparison import compare
from codegen.compat.examiner import Examiner
from codegen.compat.inclusion import NOTHING
from codegen.compat.validators import is_witness
from codegen.compat.verdicts import Report, judge
from codegen.load import Json
from tests.contract.compat.seeds import DECLARED, HARMLESS, REFUTED, Edit, contract, edited

TODAY = datetime.date(2026, 12, 1)


ReportOn = Callable[[tuple[Edit, ...]], tuple[Json, Report]]


@pytest.fixture(scope="module")
def report_on() -> Iterator[ReportOn]:
    """Judges the contract with some edits. One child process answers all questions and remembers what it has proven."""
    with Examiner() as examiner:

        def report(edits: tuple[Edit, ...]) -> tuple[Json, Report]:
            new = edited(*edits)
            return new, judge(contract(), new, examiner, TODAY)

        yield report


def test_there_are_enough_seeds() -> None:
    assert len(REFUTED) >= 20
    assert len(DECLARED) >= 20
    assert len(HARMLESS) >= 20


@pytest.mark.parametrize("name", REFUTED)
def test_a_change_that_refuses_values_shows_one(name: str, report_on: ReportOn) -> None:
    new, report = report_on(REFUTED[name])
    questions = {found.place: found for found in compare(contract(), new, TODAY) if isinstance(found, Question)}
    witnessed = 0
    for group in report.refused():
        assert group.verdict == "breaking"
        example = group.changes[0]
        if example.answer.witness is not NOTHING:
            question = questions[example.place]
            assert is_witness(example.answer.witness, question.narrow, question.wide)
            witnessed += 1
    assert witnessed


@pytest.mark.parametrize("name", DECLARED)
def test_a_declared_change_is_refused(name: str, report_on: ReportOn) -> None:
    _, report = report_on(DECLARED[name])
    assert any(group.verdict == "breaking" for group in report.groups)


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_change_is_proven(name: str, report_on: ReportOn) -> None:
    _, report = report_on(HARMLESS[name])
    assert report.refused() == []


def test_the_contract_is_compatible_with_itself(report_on: ReportOn) -> None:
    _, report = report_on(())
    assert report.groups == []


def test_many_places_with_one_cause_are_one_finding(report_on: ReportOn) -> None:
    _, report = report_on(REFUTED["a word may be upper case"])
    (group,) = report.refused()
    assert group.where == ("#/components/schemas/Word",)
    assert len(group.changes) > 500
