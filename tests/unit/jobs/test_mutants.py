"""The mutants of ``make crash`` apply to the current code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.crash.mutations import MUTANTS, Mutant

CODE = Path(__file__).parents[3] / "platemark"


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_each_mutant_applies_to_the_current_code(mutant: Mutant) -> None:
    whole = (CODE / mutant.file).read_text("utf-8")
    assert ast.dump(ast.parse(mutant.apply(whole))) != ast.dump(ast.parse(whole))
