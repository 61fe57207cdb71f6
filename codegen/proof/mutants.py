"""Mutants of any document: which small changes of it neither its compatibility nor its recorded exchanges refuse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from codegen.conformance.gate import Gate
from codegen.conformance.mutations import mutants


def lines(gate: Gate, place: Callable[[str], str], count: int, seed: int, *, verbose: bool) -> tuple[list[str], bool]:
    """Return what to print of the mutants of a document, and whether each was refused or changes nothing.

    `place` turns a pointer into the bundle into a place that can be edited.
    """
    counts: Counter[str] = Counter()
    said = []
    with gate.examiner:
        for mutant in mutants(gate.document, count, seed):
            verdict = gate.verdict(mutant)
            counts[verdict or "survived"] += 1
            name = f"{mutant.kind}: {place(mutant.pointer)} {mutant.detail}".rstrip()
            if verdict is None:
                said.append(f"SURVIVED {name}")
            elif verbose:
                said.append(f"{verdict}: {name}")
    said.append(", ".join(f"{number} {verdict}" for verdict, number in counts.most_common()) or "no mutants")
    return said, not counts["survived"]
