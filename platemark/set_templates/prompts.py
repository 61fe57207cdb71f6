"""Rendering prompts from a template with ``{placeholders}``: one pass over plain text, no expressions, no nesting.

A placeholder is ``{name}``: ``base_prompt``, ``theme``, ``row``, ``style_suffix`` or a column. ``{{`` and ``}}`` are
literal braces. Inserted texts are never read as templates themselves.

Empty parts leave no comma behind. Exactly: white space and commas are stripped from both ends of each inserted text;
the template is split at its own commas, and a part that is empty after insertion is dropped; runs of spaces become one
space, and the parts are joined by a comma and a space.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from platemark.set_templates.table import RESERVED, Table

DEFAULT_TEMPLATE = "{base_prompt}, {theme}, {row}, {style_suffix}"
MAX_PROMPT = 2000
MAX_TEMPLATE_PROBLEMS = 100
_TOKEN = re.compile(r"(?P<escape>\{\{|\}\})|\{(?P<name>[^{}]*)\}|(?P<brace>[{}])|(?P<comma>,)|(?P<text>[^{},]+)")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SPACES = re.compile(r"[ \t]{2,}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a set cannot be run: the position of the row (None: the template as a whole), a stable code, a sentence."""

    position: int | None
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class PromptContext:
    """The texts that all prompts of a run have in common."""

    base_prompt: str
    theme: str
    style_suffix: str


@dataclass(frozen=True, slots=True)
class RenderedPrompts:
    """A prompt for each row, in order, and every problem; with problems, prompts may be missing or unusable."""

    prompts: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Placeholder:
    name: str
    at: int


_Part = list[str | _Placeholder]


def render_prompts(template: str, context: PromptContext, table: Table) -> RenderedPrompts:
    """The prompts of all rows of ``table``.

    ``row`` is the text of the column ``prompt`` if there is one, else the row's texts joined by commas. Problems:
    ``bad_placeholder`` (one that cannot be parsed, or a single brace) and ``missing_column``, each with its offset in
    the template; ``no_rows``; for single rows ``row_empty``, ``prompt_empty`` and ``prompt_too_long``.
    """
    parts, problems = _parse(template)
    problems += _missing_columns(parts, table.columns)
    if problems:
        return RenderedPrompts((), tuple(problems[:MAX_TEMPLATE_PROBLEMS]))
    if not table.rows:
        return RenderedPrompts(
            (), (Problem(None, "no_rows", "The set template has no rows, so there is nothing to generate."),)
        )
    prompts = tuple(_fill(parts, _texts(context, table.columns, row)) for row in table.rows)
    return RenderedPrompts(prompts, tuple(_prompt_problems(prompts, table.rows)))


def _parse(template: str) -> tuple[list[_Part], list[Problem]]:
    parts: list[_Part] = [[]]
    problems: list[Problem] = []
    for token in _TOKEN.finditer(template):
        at = token.start() + 1
        if token["comma"]:
            parts.append([])
        elif token["brace"]:
            fault = "closes nothing" if token["brace"] == "}" else "is never closed"
            message = f"The brace at character {at} {fault}; write a literal brace twice."
            problems.append(Problem(None, "bad_placeholder", message))
        elif token["name"] is None:
            parts[-1].append(token["text"] or token["escape"][0])
        elif _NAME.fullmatch(token["name"]):
            parts[-1].append(_Placeholder(token["name"], at))
        else:
            placeholder = f"{{{ascii(token['name'][:60])[1:-1]}}} at character {at}"
            message = f"{placeholder} is not the name of a column; a placeholder is a name and nothing else."
            problems.append(Problem(None, "bad_placeholder", message))
    return parts, problems


def _missing_columns(parts: list[_Part], columns: Sequence[str]) -> list[Problem]:
    known = (*RESERVED, *columns)
    listed = ", ".join(known[:10]) + (" and others" if len(known) > 10 else "")
    return [
        Problem(None, "missing_column", f"{{{p.name}}} at character {p.at} is not a column; valid names are {listed}.")
        for part in parts
        for p in part
        if isinstance(p, _Placeholder) and p.name not in known
    ]


def _texts(context: PromptContext, columns: Sequence[str], row: Mapping[str, str]) -> dict[str, str]:
    texts = {column: _trimmed(row[column]) for column in columns}
    joined = texts["prompt"] if "prompt" in texts else ", ".join(text for text in texts.values() if text)
    return {
        **texts,
        "base_prompt": _trimmed(context.base_prompt),
        "theme": _trimmed(context.theme),
        "row": joined,
        "style_suffix": _trimmed(context.style_suffix),
    }


def _trimmed(text: str) -> str:
    return text.strip(", \t\r\n")


def _fill(parts: list[_Part], texts: Mapping[str, str]) -> str:
    filled = ("".join(texts[p.name] if isinstance(p, _Placeholder) else p for p in part) for part in parts)
    return ", ".join(text for part in filled if (text := _SPACES.sub(" ", part).strip()))


def _prompt_problems(prompts: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[Problem]:
    problems = []
    for position, (prompt, row) in enumerate(zip(prompts, rows, strict=True)):
        number = position + 1
        if not any(text.strip() for text in row.values()):
            problems.append(Problem(position, "row_empty", f"All texts of row {number} are empty; remove the row."))
        elif not prompt:
            problems.append(Problem(position, "prompt_empty", f"The prompt of row {number} is empty."))
        elif len(prompt) > MAX_PROMPT:
            message = f"The prompt of row {number} has {len(prompt)} characters; the limit is {MAX_PROMPT}."
            problems.append(Problem(position, "prompt_too_long", message))
    return problems
