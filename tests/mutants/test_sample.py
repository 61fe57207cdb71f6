"""One mutant of the contract of each kind: the gate refuses it, or the algebra proves that it changes nothing."""

from __future__ import annotations

import ast

import pytest

from codegen.bundle import bundle
from tests.mutants.code_mutations import KINDS as CODE_KINDS
from tests.mutants.code_mutations import code_mutants, mutants_of
from tests.mutants.contract import REPOSITORY, SEED, SPEC, Gate, recorded, recorded_facts
from tests.mutants.contract_mutations import KINDS, mutants
from tests.mutants.type_check import TypeCheck


@pytest.mark.timeout(600)
def test_a_mutant_of_each_kind_is_refused() -> None:
    gate = Gate(bundle(SPEC), list(recorded()), recorded_facts())
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
    gate = Gate(bundle(SPEC), list(recorded()), recorded_facts())
    with gate.examiner:
        assert not gate.breaks(gate.bundled.document)
    assert not gate.refuses_recorded(gate.bundled.document)
    assert not gate.has_findings(gate.bundled.document)


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
