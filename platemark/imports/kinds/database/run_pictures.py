"""Which row of a set run a picture is of, as its file's name, its prompt, or a number in the name says it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from platemark.imports.kinds.media import moments
from platemark.imports.kinds.sets.manifests import Manifest
from platemark.set_templates.prompts import PromptContext, render_prompts

NUMBERED = re.compile(r"(\d{1,4})(?:[-_ ]+(.*))?")
NAME_COLUMNS = ("name", "card", "sign")
"""Imagineer names the file of a row after the first of these columns that there is."""


@dataclass(frozen=True, slots=True)
class RunPicture:
    """A picture that a run may have made: the key of its item, its digest, its file's name and its prompt."""

    key: str
    digest: str
    stem: str
    prompt: str


@dataclass(frozen=True, slots=True)
class RowFinder:
    """The rows of one run: their positions by the names of their files and by their prompts, those that are unique."""

    count: int
    names: Mapping[str, int]
    prompts: Mapping[str, int]

    @classmethod
    def of(cls, manifest: Manifest, theme: str) -> Self:
        """The rows of a set template that was run with a theme."""
        new, rows = manifest.new, manifest.table.rows
        context = PromptContext(new.base_prompt, theme, new.style_suffix)
        prompts = render_prompts(new.prompt_template, context, manifest.table).prompts
        return cls(len(rows), _unique(map(_file_name, rows)), _unique(map(_plain, prompts)))

    def by_prompt(self, picture: RunPicture) -> int | None:
        """The position of the row that has the prompt of a picture."""
        return self.prompts.get(_plain(picture.prompt))

    def find(self, pictures: Sequence[RunPicture]) -> dict[str, int]:
        """The positions of the rows of all pictures of the run, by key; without those of which nothing says it."""
        parts = {it.key: _parts(it.stem) for it in pictures}
        first = _first_number([number for number, _ in parts.values() if number is not None], self.count)
        found = {}
        for it in pictures:
            number, names = parts[it.key]
            stated = [self.by_prompt(it), *map(self.names.get, names)]
            stated.append(None if number is None or first is None else number - first)
            position = next((it for it in stated if it is not None), None)
            if position is not None:
                found[it.key] = position
        return found


def _unique(texts: Iterator[str]) -> dict[str, int]:
    """Where each text is; without empty ones, and those that are there twice."""
    positions: dict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(texts):
        positions[text].append(position)
    return {text: its[0] for text, its in positions.items() if text and len(its) == 1}


def _file_name(row: Mapping[str, str]) -> str:
    """What Imagineer names the file of a row, without its time."""
    if "value" in row and "suit" in row:
        named = f"{row['value']}_of_{row['suit']}"
    else:
        column = next((it for it in NAME_COLUMNS if it in row), next(iter(row), ""))
        named = row.get(column, "")
    return _name("".join(it for it in named if it.isalnum() or it in " _-"))


def _parts(stem: str) -> tuple[int | None, list[str]]:
    """The number that the name of a file begins with, and what it may be called without its time: with it, without."""
    name = moments.without_time(stem).strip(" _-.")
    numbered = NUMBERED.fullmatch(name)
    if numbered is None:
        return None, [_name(name)]
    return int(numbered[1]), [_name(name), _name(numbered[2] or "")]


def _first_number(numbers: Sequence[int], count: int) -> int | None:
    """The number of the first row, 0 or 1; None where the numbers do not say which, or are none of rows."""
    if numbers and min(numbers) == 0 and max(numbers) < count:
        return 0
    return 1 if numbers and max(numbers) == count and min(numbers) > 0 else None


def _name(text: str) -> str:
    return re.sub(r"[\s_]+", "_", text.strip(" _-")).casefold()


def _plain(text: str) -> str:
    return " ".join(text.split())
