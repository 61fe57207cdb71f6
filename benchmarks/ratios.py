"""Figures of interleaved rounds: what several servers took in the same rounds, and how they compare."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over several rounds: its median, and the least and the greatest."""

    median: float
    least: float
    greatest: float

    def format(self, digits: int) -> str:
        """As text with so many decimals: ``1.50 (1.42–1.77)``."""
        median, least, greatest = (f"{figure:.{digits}f}" for figure in (self.median, self.least, self.greatest))
        return f"{median} ({least}–{greatest})"


def spread(values: Sequence[float]) -> Spread:
    """The spread of a figure over the rounds."""
    return Spread(statistics.median(values), min(values), max(values))


def ratio(values: Sequence[float], reference: Sequence[float]) -> Spread:
    """How values compare with those of a reference in the same rounds.

    Each round gives a ratio of its own, so that load on the machine, which affects both alike, cancels out.
    """
    return spread([value / other for value, other in zip(values, reference, strict=True)])


def percentile(values: Sequence[float], rank: int) -> float:
    """The ``rank``-th percentile of ``values``."""
    return statistics.quantiles(values, n=100, method="inclusive")[rank - 1]


def format_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, markdown: bool) -> str:
    """A table whose first column is aligned to the left and the others to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [_align(cells, widths) for cells in (head, *rows)]
    if not markdown:
        return "\n".join("  ".join(cells).rstrip() for cells in lines)
    rule = ["---", *("---:" for _ in widths[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (lines[0], rule, *lines[1:]))


def _align(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *others = zip(cells, widths, strict=True)
    return [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]
