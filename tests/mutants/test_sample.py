"""A mutant of each kind, of the contract and of the code: the gate refuses it, or it is proven to change nothing."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator

import pytest

from codegen.bundle import bundle
from codegen.conformance.mutations import KINDS, mutants
from tests.mutants.argued import Arguments, judge
from tests.mutants.code import NO_MUTANT
from tests.mutants.code_mutations import KINDS as CODE_KINDS
from tests.mutants.code_mutations import code_mutants, mutants_of
from tests.mutants.contract import REPOSITORY, SEED, SPEC, HouseGate, recorded, recorded_facts
from tests.mutants.copies import Copy
from tests.mutants.selection import is_in_function


@pytest.fixture(scope="module")
def gate() -> Iterator[HouseGate]:
    """The gate, and its examiner for questions on schemas."""
    gate = HouseGate(bundle(SPEC), list(recorded()), recorded_facts())
    with gate.examiner:
        yield gate


@pytest.mark.timeout(600)
def test_a_mutant_of_each_kind_is_refused(gate: HouseGate) -> None:
    """The first of each kind, those left aside that have an argument."""
    arguments = Arguments.on("contract")
    some = [each for each in mutants(gate.document, 4 * len(KINDS), SEED) if not arguments.on_mutant(each.name)]
    first = {mutant.kind: mutant for mutant in reversed(some)}
    assert first.keys() == KINDS.keys()
    assert [each.name for each in first.values() if gate.verdict(each) is None] == []


def test_the_contract_itself_is_not_refused(gate: HouseGate) -> None:
    """By no check but lint, which finds nothing, or `python -m codegen --check` fails."""
    checks = {name: check for name, check in gate.checks().items() if name != "lint"}
    assert {name: check(gate.document) for name, check in checks.items()} == dict.fromkeys(checks, False)


OF_FIELDS = ("swap two fields", "null a field", "forget an argument")
SAMPLED = (
    ("handlers/wire/events.py", OF_FIELDS, "tests/contract/test_wire_values.py"),
    ("platemark/http/findings.py", CODE_KINDS.keys() - OF_FIELDS, "tests/unit/http/test_findings.py"),
)
"""Two files, kinds of mutants that they have, and tests that take a second."""


def test_mutants_of_the_code_are_refused_and_the_code_is_not() -> None:
    left: list[str] = []
    kinds: set[str] = set()
    with Copy(REPOSITORY, [tests for _, _, tests in SAMPLED], cold=True) as copy:
        for file, of_file, tests in SAMPLED:
            assert copy.first_failure([tests], NO_MUTANT, 60, patched=True) == ""
            source = (REPOSITORY / file).read_text("utf-8")
            found = [each for each in mutants_of(file, source) if each.kind in of_file and is_in_function(each, source)]
            random.Random(SEED).shuffle(found)
            drawn = {mutant.kind: mutant for mutant in found}
            kinds |= drawn.keys()
            left += [each.name for each in drawn.values() if not copy.first_failure([tests], each, 60, patched=True)]
    assert left == []
    assert kinds == CODE_KINDS.keys() - {"change a status"}


def test_there_are_enough_mutants_of_the_code_and_each_is_python() -> None:
    drawn = code_mutants(REPOSITORY, 210, SEED)
    assert len(drawn) == 210
    assert {mutant.kind for mutant in drawn} == set(CODE_KINDS)
    for mutant in drawn[:: len(CODE_KINDS) - 1]:  # each kind in turn
        source = (REPOSITORY / mutant.file).read_text("utf-8")
        changed = mutant.apply(source)
        assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(source)), mutant.name


def test_the_edits_of_code() -> None:
    source = "def f():\n    if a == 'é' and b:\n        return Wire(x=x.y, z=[i for i in j], status=404)\n"
    changed = {(mutant.kind, mutant.apply(source).splitlines()[-1].strip()) for mutant in mutants_of("f.py", source)}
    assert ("swap two fields", "return Wire(x=[i for i in j], z=x.y, status=404)") in changed
    assert ("null a field", "return Wire(x=None, z=[i for i in j], status=404)") in changed
    assert ("forget an argument", "return Wire(x=x.y, status=404)") in changed
    assert ("drop an item", "return Wire(x=x.y, z=([i for i in j])[1:], status=404)") in changed
    assert ("change a status", "return Wire(x=x.y, z=[i for i in j], status=405)") in changed
    conditions = {mutant.apply(source).splitlines()[1].strip() for mutant in mutants_of("f.py", source)}
    assert {"if a != 'é' and b:", "if not (a == 'é' and b):", "if (a == 'é' or b):"} <= conditions


def test_each_mutant_that_is_left_needs_an_argument() -> None:
    arguments = Arguments({"a": "No answer is as long."}, {"b": "Nothing heeds it."})
    refused = [str(number) for number in range(19)]
    assert judge(refused, ["a", "b"], arguments) == (
        [
            "SURVIVED a\n    No answer is as long.",
            "SURVIVED b\n    Nothing heeds it.",
            "19 of 20 refused, 95.0 %; 95 % are asked for",
        ],
        True,
    )
    assert not judge(refused, ["c"], arguments)[1]
    assert not judge(refused[1:], ["a"], arguments)[1]
    lines, is_well = judge([*refused, "b"], [], arguments)
    assert (lines[0], is_well) == ("STALE, is refused now: b", True)


def test_a_key_outlives_what_changes_elsewhere() -> None:
    source = (
        "def f(b):\n    return b is None\n\n\nclass A:\n    def f(self, b):\n        return b is None or b is None\n"
    )
    keys = [each.key for each in mutants_of("f.py", source) if each.kind == "turn a comparison"]
    assert keys == [
        f"turn a comparison: f.py {owner}: b… nothing → not{number}"
        for owner, number in (("f", ""), ("A.f", ""), ("A.f", " (2)"))
    ]
    assert [each.key for each in mutants_of("f.py", f"X = 1\n{source}") if each.kind == "turn a comparison"] == keys
