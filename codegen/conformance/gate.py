"""What a change of a contract has to pass without running any code: its own compatibility and what was recorded."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cached_property
from itertools import permutations
from typing import TypeAlias

from codegen.compat.changes import Change
from codegen.compat.comparable import Comparable
from codegen.compat.comparison import compare
from codegen.compat.examiner import Examiner
from codegen.compat.validators import is_valid
from codegen.conformance.facts import all_facts, declared
from codegen.conformance.mutations import Mutant
from codegen.findings import CodegenError
from codegen.load import Json
from codegen.operations import routes
from codegen.schema_tree import target
from codegen.types import resolve

Check: TypeAlias = Callable[[Json], bool]


class Gate:
    """The checks of a document, the cheapest first.

    `exchanges` are recorded JSON answers (see `codegen.record`), `facts` what they showed (see `codegen.conformance`).
    """

    def __init__(self, document: Json, exchanges: list[Json], facts: frozenset[str]) -> None:
        self.document, self.exchanges, self.facts = document, exchanges, facts
        self.examiner = Examiner()

    def checks(self) -> dict[str, Check]:
        """The checks by name: each is true of a change that it refuses."""
        return {
            "compatibility": self.breaks,
            "replay": self.refuses_recorded,
            "facts": self.contradicts_facts,
        }

    def verdict(self, mutant: Mutant) -> str | None:
        """The check that refuses the mutant, "equivalent" if it is proven to change nothing, or None."""
        mutated = mutant.apply(self.document)
        if mutant.of_schema and self.is_equivalent(mutant, mutated):
            return "equivalent"
        return next((name for name, check in self.checks().items() if check(mutated)), None)

    def is_equivalent(self, mutant: Mutant, mutated: Json) -> bool:
        """Whether it is proven that the schema admits what it did before."""
        before, after = (Comparable(side).form(target(side, mutant.pointer)) for side in (self.document, mutated))
        return all(
            self.examiner.ask(narrow, wide).verdict == "compatible" for narrow, wide in permutations((before, after))
        )

    def breaks(self, mutated: Json) -> bool:
        """Whether some change is not proven compatible."""
        return any(
            (found.answer if isinstance(found, Change) else self.examiner.ask(found.narrow, found.wide)).verdict
            != "compatible"
            for found in compare(self.document, mutated, datetime.date.min)
        )

    def refuses_recorded(self, mutated: Json) -> bool:
        """Whether some recorded response is not declared."""
        comparable = Comparable(mutated)
        answers = {route.id: route.node["responses"] for route in routes(mutated)}
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
        return frozenset(all_facts(self.document))


def _is_declared(document: Json, comparable: Comparable, answers: dict[str, Json], exchange: Json) -> bool:
    responses = answers.get(exchange["operationId"], {})
    status = declared(responses, exchange["status"])
    content = resolve(document, responses[status]).get("content", {}) if status else {}
    if exchange["mediaType"] not in content:
        return False
    schema = comparable.form(content[exchange["mediaType"]].get("schema", True))
    return is_valid(exchange["body"], schema)
