"""Prompts from a template with ``{placeholders}``: one pass over plain text, nothing is looked up but the words named.

A placeholder is ``{name}``: ``base_prompt``, ``theme``, ``row``, ``style_suffix`` or a column. ``{{`` and ``}}`` are
literal braces. Texts that are filled in are never read as templates themselves.

Parts that turn out empty leave no comma behind. Exactly: white space and commas are taken off both ends of each text
that is filled in; the template is cut at its own commas, and a part that is empty once filled in is left out; runs of
spaces become one, and the parts are joined by a comma and a space.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from platemark.set_templates.table import RESERVED, Table

DEFAULT_TEMPLATE = "{base_prompt}, {theme}, {row}, {style_suffix}"
MAX_PROMPT = 2000
MAX_TEMPLATE_PROBLEMS = 100
_PIECE = re.compile(r"(?P<escape>\{\{|\}\})|\{(?P<name>[^{}]*)\}|(?P<brace>[{}])|(?P<comma>,)|(?P<text>[^{},]+)")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SPACES = re.compile(r"[ \t]{2,}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a set cannot be run: the row's position (None: the template as a whole), a stable word, a sentence."""

    position: int | None
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a run's prompts have in common."""

    base_prompt: str
    theme: str
    style_suffix: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """A prompt for each row, in order, and every problem; with problems, prompts may be missing or odd."""

    prompts: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Placeholder:
    name: str
    at: int


_Part = list[str | _Placeholder]


def render(template: str, words: Words, table: Table) -> Rendering:
    """The prompts of all rows of ``table``.

    ``row`` is the text of the column ``prompt`` where there is one, else the row's texts joined by commas. Problems:
    ``bad_placeholder`` (one that cannot be read, a brace that stands alone) and ``missing_column``, each with its
    place in the template; ``no_rows``; for single rows ``row_empty``, ``prompt_empty`` and ``prompt_too_long``.
    """
    parts, problems = _parsed(template)
    problems += _missing(parts, table.columns)
    if problems:
        return Rendering((), tuple(problems[:MAX_TEMPLATE_PROBLEMS]))
    if not table.rows:
        return Rendering((), (Problem(None, "no_rows", "There are no rows, so there is nothing to make."),))
    prompts = tuple(_filled(parts, _texts(words, table.columns, row)) for row in table.rows)
    return Rendering(prompts, tuple(_prompt_problems(prompts, table.rows)))


def _parsed(template: str) -> tuple[list[_Part], list[Problem]]:
    parts: list[_Part] = [[]]
    problems: list[Problem] = []
    for piece in _PIECE.finditer(template):
        at = piece.start() + 1
        if piece["comma"]:
            parts.append([])
        elif piece["brace"]:
            other = "closes nothing" if piece["brace"] == "}" else "is never closed"
            message = f"The brace at character {at} {other}; a brace that is meant is written twice."
            problems.append(Problem(None, "bad_placeholder", message))
        elif piece["name"] is None:
            parts[-1].append(piece["text"] or piece["escape"][0])
        elif _NAME.fullmatch(piece["name"]):
            parts[-1].append(_Placeholder(piece["name"], at))
        else:
            said = f"{{{ascii(piece['name'][:60])[1:-1]}}} at character {at}"
            message = f"{said} is not the name of a column; only names can be filled in."
            problems.append(Problem(None, "bad_placeholder", message))
    return parts, problems


def _missing(parts: list[_Part], columns: Sequence[str]) -> list[Problem]:
    known = (*RESERVED, *columns)
    said = ", ".join(known[:10]) + (" and others" if len(known) > 10 else "")
    return [
        Problem(None, "missing_column", f"{{{p.name}}} at character {p.at} is no column; there are {said}.")
        for part in parts
        for p in part
        if isinstance(p, _Placeholder) and p.name not in known
    ]


def _texts(words: Words, columns: Sequence[str], row: Mapping[str, str]) -> dict[str, str]:
    texts = {column: _trimmed(row[column]) for column in columns}
    joined = texts["prompt"] if "prompt" in texts else ", ".join(text for text in texts.values() if text)
    return {
        **texts,
        "base_prompt": _trimmed(words.base_prompt),
        "theme": _trimmed(words.theme),
        "row": joined,
        "style_suffix": _trimmed(words.style_suffix),
    }


def _trimmed(text: str) -> str:
    return text.strip(", \t\r\n")


def _filled(parts: list[_Part], texts: Mapping[str, str]) -> str:
    filled = ("".join(texts[p.name] if isinstance(p, _Placeholder) else p for p in part) for part in parts)
    return ", ".join(text for part in filled if (text := _SPACES.sub(" ", part).strip()))


def _prompt_problems(prompts: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[Problem]:
    problems = []
    for position, (prompt, row) in enumerate(zip(prompts, rows, strict=True)):
        this = f"row {position + 1}"
        if not any(text.strip() for text in row.values()):
            problems.append(Problem(position, "row_empty", f"All texts of {this} are empty; take it out."))
        elif not prompt:
            problems.append(Problem(position, "prompt_empty", f"The prompt of {this} is empty."))
        elif len(prompt) > MAX_PROMPT:
            message = f"The prompt of {this} has {len(prompt)} characters; at most {MAX_PROMPT} are taken."
            problems.append(Problem(position, "prompt_too_long", message))
    return problems
