"""A mutant of each kind, of the contract and of the code: the gate refuses it, or it is proven to change nothing."""

from __future__ import annotations

import ast
import random

import pytest

from codegen.bundle import bundle
from codegen.conformance.mutations import KINDS, mutants
from tests.mutants.code import NO_MUTANT
from tests.mutants.code_mutations import KINDS as CODE_KINDS
from tests.mutants.code_mutations import code_mutants, mutants_of
from tests.mutants.contract import REPOSITORY, SEED, SPEC, HouseGate, recorded, recorded_facts
from tests.mutants.copies import Copy
from tests.mutants.selection import is_in_function
from tests.mutants.type_check import TypeCheck


@pytest.mark.timeout(600)
def test_a_mutant_of_each_kind_is_refused() -> None:
    gate = HouseGate(bundle(SPEC), list(recorded()), recorded_facts())
    document = gate.bundled.document
    drawn = mutants(document, len(KINDS), SEED)
    assert [mutant.kind for mutant in drawn] == list(KINDS)
    with gate.examiner:
        left = [mutant for mutant in drawn if gate.verdict(mutant) is None]
    if left:
        with TypeCheck(REPOSITORY) as types:
            left = [mutant for mutant in left if not types.fails_on_contract(mutant.apply(document))]
    assert [mutant.name for mutant in left] == []


def test_the_contract_itself_is_not_refused() -> None:
    gate = HouseGate(bundle(SPEC), list(recorded()), recorded_facts())
    with gate.examiner:
        assert not gate.breaks(gate.bundled.document)
    assert not gate.refuses_recorded(gate.bundled.document)
    assert not gate.has_findings(gate.bundled.document)


OF_FIELDS = ("swap two fields", "null a field", "forget an argument")
SAMPLED = (
    ("handlers/wire/system.py", OF_FIELDS, "tests/contract/test_wire_values.py"),
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
    for mutant in drawn:
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
