"""Prompts in the notation of AUTOMATIC1111: ``(word)``, ``(word:1.3)``, ``[word]``, ``BREAK``, ``\\(`` for brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from platemark.engines.base import EngineError

VERSION = "2"
"""The engine's version, which its images record. It rises with the meaning of prompts: "1" drew brackets as text."""

STRONGER, WEAKER = 1.1, 1 / 1.1
PIECE = re.compile(
    r"""
    \\[()\[\]\\]                        # a bracket that is meant as such
    | :\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*\) # a weight, and the end of what it is for
    | \bBREAK\b
    | [()\[\]]
    | \\ | : | [^\\()\[\]:B]+ | B
    """,
    re.VERBOSE,
)
SCHEDULE = re.compile(r"(?<!\\)\[[^\[\]()]*(?:\|[^\[\]]*|:[^\[\]:]*:\s*[\d.]+\s*|:\s*[\d.]+\s*)\]")


@dataclass(frozen=True, slots=True)
class WeightedPrompt:
    """The sections of a prompt between its ``BREAK``s, each a list of texts with their weights."""

    sections: tuple[tuple[tuple[str, float], ...], ...]

    @property
    def text(self) -> str:
        """The words without the notation."""
        return " ".join("".join(text for text, _ in section) for section in self.sections)

    @property
    def is_plain(self) -> bool:
        """Whether the prompt is one section without weights."""
        return len(self.sections) == 1 and all(weight == 1 for _, weight in self.sections[0])


def parse_prompt(prompt: str) -> WeightedPrompt:
    """Parse ``prompt``; EngineError ``prompt_unsupported`` for words that change between the steps: ``[a:b:0.5]``."""
    schedule = SCHEDULE.search(prompt)
    if schedule is not None:
        message = f"The prompt changes between the steps, which is not supported: {schedule[0][:60]}"
        raise EngineError("prompt_unsupported", message, hint="Write a bracket that is meant as such with a backslash.")
    fragments = _weigh(PIECE.findall(prompt))
    sections: list[list[tuple[str, float]]] = [[]]
    for text, weight in fragments:
        if text is None:
            sections.append([])
        elif sections[-1] and sections[-1][-1][1] == weight:
            sections[-1][-1] = (sections[-1][-1][0] + text, weight)
        else:
            sections[-1].append((text, weight))
    return WeightedPrompt(
        tuple(tuple((text, weight) for text, weight in section if text.strip()) for section in sections)
    )


def _weigh(pieces: list[str]) -> list[tuple[str | None, float]]:
    """The texts with their weights; None is a ``BREAK``. Brackets that are never closed reach to the end."""
    fragments: list[tuple[str | None, float]] = []
    opened: dict[str, list[int]] = {"(": [], "[": []}

    def close(bracket: str, factor: float) -> None:
        start = opened[bracket].pop()
        fragments[start:] = [(text, weight * factor) for text, weight in fragments[start:]]

    for piece in pieces:
        if piece in opened:
            opened[piece].append(len(fragments))
        elif piece == ")" and opened["("]:
            close("(", STRONGER)
        elif piece == "]" and opened["["]:
            close("[", WEAKER)
        elif piece[0] == ":" and piece[-1] == ")" and opened["("]:
            close("(", float(piece[1:-1]))
        elif piece == "BREAK":
            fragments.append((None, 1.0))
        else:
            fragments.append((piece[1:] if piece[0] == "\\" and len(piece) == 2 else piece, 1.0))
    for bracket, factor in (("(", STRONGER), ("[", WEAKER)):
        while opened[bracket]:
            close(bracket, factor)
    return fragments
