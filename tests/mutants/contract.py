"""Mutants of the contract: ``python -m tests.mutants.contract`` changes the contract in one way after the other.

Each mutant that the algebra does not prove equivalent must turn the gate red: compatibility, the replay of recorded
responses, the facts that they showed, lint, or the type checker on the code generated from it. The others are
printed as survivors, and the exit status is 1. ``--no-types`` leaves the type checker out.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations
from pathlib import Path
from typing import Any

from codegen.bundle import Bundle, bundle
from codegen.compat.changes import Change
from codegen.compat.comparable import Comparable
from codegen.compat.comparison import compare
from codegen.compat.examiner import Examiner
from codegen.compat.schema_tree import target
from codegen.compat.validators import is_valid
from codegen.conformance.coverage import read_facts
from codegen.conformance.facts import all_facts
from codegen.findings import CodegenError
from codegen.lint import lint
from codegen.load import Json, load
from codegen.types import resolve
from tests.mutants.contract_mutations import Mutant, mutants
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
    gate = Gate(bundle(SPEC), list(recorded()), recorded_facts())
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


@dataclass(frozen=True)
class Gate:
    """What a change of the contract has to pass, the cheapest check first."""

    bundled: Bundle
    exchanges: list[Json]
    facts: frozenset[str]
    examiner: Examiner = field(default_factory=Examiner)

    def verdict(self, mutant: Mutant) -> str | None:
        """The check that refuses the mutant, "equivalent" if it is proven to change nothing, or None."""
        mutated = mutant.apply(self.bundled.document)
        if mutant.of_schema and self.is_equivalent(mutant, mutated):
            return "equivalent"
        checks = {
            "compatibility": self.breaks,
            "replay": self.refuses_recorded,
            "facts": self.contradicts_facts,
            "lint": self.has_findings,
        }
        return next((name for name, check in checks.items() if check(mutated)), None)

    def is_equivalent(self, mutant: Mutant, mutated: Json) -> bool:
        """Whether it is proven that the schema admits what it did before."""
        before, after = (
            Comparable(side).form(target(side, mutant.pointer)) for side in (self.bundled.document, mutated)
        )
        return all(
            self.examiner.ask(narrow, wide).verdict == "compatible" for narrow, wide in permutations((before, after))
        )

    def breaks(self, mutated: Json) -> bool:
        """Whether some change is not proven compatible."""
        return any(
            (found.answer if isinstance(found, Change) else self.examiner.ask(found.narrow, found.wide)).verdict
            != "compatible"
            for found in compare(self.bundled.document, mutated, datetime.date.min)
        )

    def refuses_recorded(self, mutated: Json) -> bool:
        """Whether some recorded response is not declared."""
        comparable = Comparable(mutated)
        answers = {
            operation["operationId"]: operation["responses"]
            for item in mutated["paths"].values()
            for operation in item.values()
            if isinstance(operation, dict)
        }
        return any(not _is_declared(mutated, comparable, answers, exchange) for exchange in self.exchanges)

    def contradicts_facts(self, mutated: Json) -> bool:
        """Whether an answer of the last test run said what is no longer declared, or none said what is declared now.

        Clients have a case for a word that comes, so that compatibility passes it; see docs/contract/coverage.md.
        """
        try:
            possible = set(all_facts(mutated))
            come = {fact for fact in possible - self.possible if fact.startswith("answer ")}
            return not (self.facts & self.possible <= possible and come <= self.facts)
        except (CodegenError, KeyError, TypeError):
            return True

    @cached_property
    def possible(self) -> frozenset[str]:
        """The facts of the contract itself."""
        return frozenset(all_facts(self.bundled.document))

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


def _is_declared(document: Json, comparable: Comparable, answers: dict[str, Json], exchange: Json) -> bool:
    response = answers.get(exchange["operationId"], {}).get(str(exchange["status"]))
    content = resolve(document, response).get("content", {}) if response else {}
    if exchange["mediaType"] not in content:
        return False
    schema = comparable.form(content[exchange["mediaType"]].get("schema", True))
    return is_valid(exchange["body"], schema)


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
