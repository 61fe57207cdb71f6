"""The mutants of ``make crash`` are changes to the code as it stands, and not to what it was."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.crash.mutations import MUTANTS, Mutant

CODE = Path(__file__).parents[3] / "platemark"


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_each_mutant_is_a_change_to_the_code_of_today(mutant: Mutant) -> None:
    whole = (CODE / mutant.file).read_text("utf-8")
    assert ast.dump(ast.parse(mutant.apply(whole))) != ast.dump(ast.parse(whole))
