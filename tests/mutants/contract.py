"""Mutants of the contract: ``python -m tests.mutants.contract`` changes the contract in one way after the other.

Each mutant that the algebra does not prove equivalent must turn the gate red: compatibility, the replay of recorded
responses, the facts that they showed, lint, or the type checker on the code generated from it. The others are
printed as survivors, and the exit status is 1. ``--no-types`` leaves the type checker out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from codegen.bundle import Bundle, bundle
from codegen.conformance.coverage import read_facts
from codegen.conformance.gate import Check, Gate
from codegen.conformance.mutations import mutants
from codegen.findings import CodegenError
from codegen.lint import lint
from codegen.load import Json, load
from tests.mutants.type_check import TypeCheck

REPOSITORY = Path(__file__).parents[2]
SPEC = REPOSITORY / "spec"
COUNT, SEED = 230, 20261129


def main(arguments: list[str] | None = None) -> int:
    """Run the gate on the mutants and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.contract", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--no-types", action="store_true", help="leave the type checker out")
    parser.add_argument("--verbose", action="store_true", help="print what kills each mutant")
    options = parser.parse_args(arguments)
    started_at = time.monotonic()
    gate = HouseGate(bundle(SPEC), list(recorded()), recorded_facts())
    counts: Counter[str] = Counter()
    survivors = []
    with gate.examiner:
        for mutant in mutants(gate.bundled.document, options.count, options.seed):
            verdict = gate.verdict(mutant)
            counts[verdict or "survived"] += 1
            if options.verbose:
                print_now(f"{verdict or 'survived':13} {mutant.name}")
            if verdict is None:
                survivors.append(mutant)
    if survivors and not options.no_types:
        with TypeCheck(REPOSITORY) as types:
            killed = [mutant for mutant in survivors if types.fails_on_contract(mutant.apply(gate.bundled.document))]
        counts["types"], counts["survived"] = len(killed), len(survivors) - len(killed)
        survivors = [mutant for mutant in survivors if mutant not in killed]
    for mutant in survivors:
        print_now(f"SURVIVED {mutant.name}")
    print_now(f"{', '.join(f'{number} {verdict}' for verdict, number in counts.most_common())}, "
              f"{time.monotonic() - started_at:.0f} s")  # fmt: skip
    return int(bool(survivors))


class HouseGate(Gate):
    """The gate of this project: the rules of lint as well."""

    def __init__(self, bundled: Bundle, exchanges: list[Json], facts: frozenset[str]) -> None:
        super().__init__(bundled.document, exchanges, facts)
        self.bundled = bundled

    def checks(self) -> dict[str, Check]:
        """The checks by name."""
        return {**super().checks(), "lint": self.has_findings}

    def has_findings(self, mutated: Json) -> bool:
        """Whether lint finds something that it did not find before."""
        try:
            return bool(set(lint(SPEC, Bundle(mutated, self.bundled.origins, []))) - self.known_findings)
        except (CodegenError, KeyError, TypeError):
            return True

    @cached_property
    def known_findings(self) -> set[Any]:
        """The findings of lint on the contract itself."""
        return set(lint(SPEC, self.bundled))


def recorded() -> Iterator[Json]:
    """The responses of the running server that the last test run recorded, and the examples of the contract."""
    for path in [
        *sorted((REPOSITORY / "build/recorded").glob("http-*.json")),
        REPOSITORY / "shared-types/test/exchanges.json",
    ]:
        yield from load(path)


def recorded_facts() -> frozenset[str]:
    """What the last test run showed of answers. A bound of a request shows nothing: the server takes it from here."""
    facts = read_facts(sorted((REPOSITORY / "build/recorded").glob("facts-*.json")))
    return frozenset(fact for fact in facts if not fact.startswith("bound "))


def print_now(text: str) -> None:
    """Print and flush, because the run takes minutes."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
