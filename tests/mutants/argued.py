"""What is said for mutants that nothing refuses: `argued.yaml` has a sentence for each, by a key that lasts.

A survivor is a defect of the suite, or of no harm; an equivalent mutant changes nothing that anyone could see.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from codegen.load import load

FILE = Path(__file__).with_name("argued.yaml")
LEAST = 0.95
"""The share of the mutants that must be refused, those left aside that change nothing."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The sentences on mutants of one sort, "contract" or "code"."""

    survivors: dict[str, str]
    equivalent: dict[str, str]

    @classmethod
    def on(cls, sort: str) -> Arguments:
        """Those of the file."""
        return cls(**load(FILE)[sort])

    def on_mutant(self, key: str) -> str | None:
        """The sentence on a mutant that was not refused; None if there is none."""
        return self.survivors.get(key) or self.equivalent.get(key)


def judge(refused: Iterable[str], left: Iterable[str], arguments: Arguments) -> tuple[list[str], bool]:
    """What to print of the mutants that were refused and of those that were left; whether all is well.

    All is well if each that is left has an argument and enough were refused. An argument on a mutant that is
    refused is only printed: it may go.
    """
    refused, left = set(refused), list(left)
    lines = [f"SURVIVED {key}\n    {arguments.on_mutant(key) or 'NO ARGUMENT'}" for key in left]
    lines += [f"STALE, is refused now: {key}" for key in sorted(refused) if arguments.on_mutant(key)]
    tried = len(refused) + sum(key not in arguments.equivalent for key in left)
    share = len(refused) / tried if tried else 1.0
    lines.append(f"{len(refused)} of {tried} refused, {100 * share:.1f} %; {100 * LEAST:g} % are asked for")
    return lines, share >= LEAST and all(arguments.on_mutant(key) for key in left)
