"""Mutants of the contract: ``python -m tests.mutants.contract`` changes the contract in one way after the other.

Each mutant that the algebra does not prove equivalent must turn the gate red: compatibility, the replay of recorded
responses, the facts that they showed, the arguments of handlers, lint, or the type checker on the code generated from
it. The others are printed as survivors. The exit status is 0 if each has an argument in `argued.yaml`, and enough are
refused.
``--no-types`` leaves the type checker out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from codegen import lint_examples
from codegen.bundle import Bundle, bundle
from codegen.conformance.coverage import read_facts
from codegen.conformance.gate import Check, Gate
from codegen.conformance.mutations import Mutant, mutants
from codegen.findings import CodegenError
from codegen.lint import RULES, lint
from codegen.lint_structure import completed
from codegen.load import Json, load
from tests.mutants.argued import Arguments, judge
from tests.mutants.signatures import handlers_fit
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
    verdicts: dict[Mutant, str | None] = {}
    with gate.examiner:
        for mutant in mutants(gate.document, options.count, options.seed):
            verdicts[mutant] = gate.verdict(mutant)
            if options.verbose:
                print_now(f"{verdicts[mutant] or 'left':13} {mutant.name}")
    left = [mutant for mutant, verdict in verdicts.items() if verdict is None]
    if left and not options.no_types:
        with TypeCheck(REPOSITORY) as types:
            for mutant in left:
                verdicts[mutant] = "types" if types.fails_on_contract(mutant.apply(gate.document)) else None
    counts = Counter(verdict or "survived" for verdict in verdicts.values())
    refused = [mutant.name for mutant, verdict in verdicts.items() if verdict not in (None, "equivalent")]
    survivors = [mutant.name for mutant, verdict in verdicts.items() if verdict is None]
    lines, is_well = judge(refused, survivors, Arguments.on("contract"))
    for line in lines:
        print_now(line)
    print_now(f"{', '.join(f'{number} {verdict}' for verdict, number in counts.most_common())}, "
              f"{time.monotonic() - started_at:.0f} s")  # fmt: skip
    return 0 if is_well else 1


class HouseGate(Gate):
    """The gate of this project: the arguments of handlers and the rules of lint as well."""

    def __init__(self, bundled: Bundle, exchanges: list[Json], facts: frozenset[str]) -> None:
        super().__init__(bundled.document, exchanges, facts)
        self.bundled = bundled

    def checks(self) -> dict[str, Check]:
        """The checks by name."""
        return {**super().checks(), "arguments": self.passes_other_arguments, "lint": self.has_findings}

    def passes_other_arguments(self, mutated: Json) -> bool:
        """Whether operations pass handlers what they do not take, or no longer what they need."""
        try:
            return not handlers_fit(mutated, REPOSITORY / "handlers")
        except (CodegenError, KeyError, TypeError):
            return True

    def has_findings(self, mutated: Json) -> bool:
        """Whether lint finds something; it finds nothing in the contract itself, or no code were generated."""
        try:
            complete = completed(mutated)
            return any(rule.lint(complete) for rule in (*RULES, lint_examples)) or bool(
                lint(SPEC, Bundle(mutated, self.bundled.origins, []))
            )
        except (CodegenError, LookupError, TypeError, ValueError, AttributeError):
            return True


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
