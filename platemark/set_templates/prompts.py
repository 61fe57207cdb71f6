"""Rendering prompts from a template with ``{placeholders}``: one pass over plain text, no expressions, no nesting.

A placeholder is ``{name}``: ``base_prompt``, ``theme``, ``row``, ``style_suffix`` or a column. ``{{`` and ``}}`` are
literal braces. Inserted texts are never read as templates themselves.

Empty parts leave no comma behind. Exactly: white space and commas are stripped from both ends of each inserted text;
the template is split at its own commas, and a part that is empty after insertion is dropped; runs of spaces become one
space; what an earlier part says is left out (``repeated_words``); the parts are joined by a comma and a space.

A template with ``{.}`` is exact instead. ``{.}`` ends a sentence: what is inserted stays as it is, and sentences are
joined by a full stop and a space. A sentence is dropped if it is empty, or if it names ``base_prompt``, ``theme`` or
``style_suffix`` and all its placeholders are empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from platemark.set_templates.repeated_words import Part, say_once
from platemark.set_templates.table import RESERVED, Table

DEFAULT_TEMPLATE = "{base_prompt}, {theme}, {row}, {style_suffix}"
MAX_PROMPT = 2000
MAX_TEMPLATE_PROBLEMS = 100
MAX_SHOWN_WORDS, MAX_SHOWN_WORD = 5, 60
SENTENCE_END = "{.}"
SHARED_WORDS = ("base_prompt", "theme", "style_suffix")
"""The placeholders that are the same in all rows."""
_TOKEN = re.compile(
    r"(?P<escape>\{\{|\}\})|(?P<sentence>\{\.\})|\{(?P<name>[^{}]*)\}|(?P<brace>[{}])|(?P<comma>,)|(?P<text>[^{},]+)"
)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SPACES = re.compile(r"[ \t]{2,}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a set cannot be run: the position of the row (None: the template as a whole), a stable code, a sentence."""

    position: int | None
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class PromptWarning:
    """Something of a set that has no effect on its prompts: a stable code, a sentence. A run is not refused for it."""

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


@dataclass(frozen=True, slots=True)
class _Template:
    """A template without its separators: parts between commas, or, if ``exact``, sentences."""

    parts: list[_Part]
    exact: bool

    def placeholders(self) -> list[_Placeholder]:
        return [it for part in self.parts for it in part if isinstance(it, _Placeholder)]


def render_prompts(template: str, context: PromptContext, table: Table) -> RenderedPrompts:
    """The prompts of all rows of ``table``.

    ``row`` is the text of the column ``prompt`` if there is one, else the row's texts joined by commas. Problems:
    ``bad_placeholder`` (one that cannot be parsed, or a single brace) and ``missing_column``, each with its offset in
    the template; ``no_rows``; for single rows ``row_empty``, ``prompt_empty`` and ``prompt_too_long``.
    """
    parsed, problems = _parse(template)
    problems += _missing_columns(parsed.placeholders(), table.columns)
    if problems:
        return RenderedPrompts((), tuple(problems[:MAX_TEMPLATE_PROBLEMS]))
    if not table.rows:
        return RenderedPrompts(
            (), (Problem(None, "no_rows", "The set template has no rows, so there is nothing to generate."),)
        )
    fill, texts = (_fill_exactly, _exact_texts) if parsed.exact else (_fill, _texts)
    prompts = tuple(fill(parsed.parts, texts(context, table.columns, row)) for row in table.rows)
    return RenderedPrompts(prompts, tuple(_prompt_problems(prompts, table.rows)))


def prompt_warnings(template: str, context: PromptContext, table: Table) -> tuple[PromptWarning, ...]:
    """What is set and has no effect, or another one than it seems; nothing for a template that cannot be parsed.

    ``base_prompt_unused``, ``theme_unused``, ``style_suffix_unused``: the text is set, and the template does not name
    it. ``row_unused``: it names neither ``row`` nor a column. ``theme_trimmed``: an exact template inserts the theme
    without the white space at its ends. ``words_repeated``: another template leaves out what an earlier part says.
    """
    parsed, problems = _parse(template)
    if problems:
        return ()
    used = {it.name for it in parsed.placeholders()}
    warnings = [_UNUSED[name] for name in SHARED_WORDS if _trimmed(getattr(context, name)) and name not in used]
    if table.rows and used <= set(SHARED_WORDS):
        warnings.append(_UNUSED["row"])
    if not parsed.exact and (repeated := _repeated_words(parsed, context, table)):
        warnings.append(PromptWarning("words_repeated", f"Said once, though several texts say it: {repeated}."))
    if parsed.exact and "theme" in used and context.theme != context.theme.strip():
        warnings.append(PromptWarning("theme_trimmed", "White space at the ends of the theme is left out."))
    return tuple(warnings)


def _repeated_words(template: _Template, context: PromptContext, table: Table) -> str:
    """The first words that the prompts of any rows leave out, because an earlier part says them."""
    known = {*RESERVED, *table.columns}
    if any(it.name not in known for it in template.placeholders()):
        return ""
    found: dict[str, None] = {}
    for row in table.rows:
        parts = _fill_parts(template.parts, _texts(context, table.columns, row))
        found.update(dict.fromkeys(" ".join(word.split())[:MAX_SHOWN_WORD] for word in say_once(parts).repeated))
        if len(found) > MAX_SHOWN_WORDS:
            break
    shown = ", ".join(list(found)[:MAX_SHOWN_WORDS])
    return f"{shown} and others" if len(found) > MAX_SHOWN_WORDS else shown


_UNUSED = {
    name: PromptWarning(f"{name}_unused", f"The prompt template does not name {text}.")
    for name, text in {
        "base_prompt": "{base_prompt}: the base prompt is in no prompt",
        "theme": "{theme}: the theme is in no prompt, and every theme gives the same prompts",
        "style_suffix": "{style_suffix}: the style suffix is in no prompt",
        "row": "{row} and no column: all rows have the same prompt",
    }.items()
}


def _parse(template: str) -> tuple[_Template, list[Problem]]:
    parts: list[_Part] = [[]]
    problems: list[Problem] = []
    tokens = list(_TOKEN.finditer(template))
    exact = any(token["sentence"] for token in tokens)
    for token in tokens:
        at = token.start() + 1
        if token["sentence"] or (token["comma"] and not exact):
            parts.append([])
        elif token["brace"]:
            fault = "closes nothing" if token["brace"] == "}" else "is never closed"
            message = f"The brace at character {at} {fault}; write a literal brace twice."
            problems.append(Problem(None, "bad_placeholder", message))
        elif token["name"] is None:
            parts[-1].append(token["text"] or token["comma"] or token["escape"][0])
        elif _NAME.fullmatch(token["name"]):
            parts[-1].append(_Placeholder(token["name"], at))
        else:
            placeholder = f"{{{ascii(token['name'][:60])[1:-1]}}} at character {at}"
            message = f"{placeholder} is not the name of a column; a placeholder is a name and nothing else."
            problems.append(Problem(None, "bad_placeholder", message))
    return _Template(parts, exact), problems


def _missing_columns(placeholders: Sequence[_Placeholder], columns: Sequence[str]) -> list[Problem]:
    known = (*RESERVED, *columns)
    listed = ", ".join(known[:10]) + (" and others" if len(known) > 10 else "")
    return [
        Problem(None, "missing_column", f"{{{p.name}}} at character {p.at} is not a column; valid names are {listed}.")
        for p in placeholders
        if p.name not in known
    ]


def _texts(context: PromptContext, columns: Sequence[str], row: Mapping[str, str]) -> dict[str, str]:
    texts = {column: _trimmed(row[column]) for column in columns}
    shared = {name: _trimmed(getattr(context, name)) for name in SHARED_WORDS}
    return {**texts, **shared, "row": _row_text(texts)}


def _exact_texts(context: PromptContext, columns: Sequence[str], row: Mapping[str, str]) -> dict[str, str]:
    texts = {column: row[column] for column in columns}
    shared = {"base_prompt": context.base_prompt, "theme": context.theme.strip(), "style_suffix": context.style_suffix}
    return {**texts, **shared, "row": _row_text(texts)}


def _row_text(texts: Mapping[str, str]) -> str:
    return texts["prompt"] if "prompt" in texts else ", ".join(text for text in texts.values() if text)


def _trimmed(text: str) -> str:
    return text.strip(", \t\r\n")


def _fill(parts: list[_Part], texts: Mapping[str, str]) -> str:
    return ", ".join(say_once(_fill_parts(parts, texts)).texts)


def _fill_parts(parts: list[_Part], texts: Mapping[str, str]) -> list[Part]:
    """The parts that are not empty, with the texts inserted."""
    filled = []
    for part in parts:
        names = {it.name for it in part if isinstance(it, _Placeholder)}
        text = _SPACES.sub(" ", "".join(texts[it.name] if isinstance(it, _Placeholder) else it for it in part)).strip()
        if text:
            filled.append(Part(text, of_row=not names <= set(SHARED_WORDS)))
    return filled


def _fill_exactly(parts: list[_Part], texts: Mapping[str, str]) -> str:
    return ". ".join(text for part in parts if (text := _fill_sentence(part, texts)))


def _fill_sentence(part: _Part, texts: Mapping[str, str]) -> str:
    names = [it.name for it in part if isinstance(it, _Placeholder)]
    if not any(texts[name] for name in names) and not set(SHARED_WORDS).isdisjoint(names):
        return ""
    return "".join(texts[it.name] if isinstance(it, _Placeholder) else it for it in part)


def _prompt_problems(prompts: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[Problem]:
    problems = []
    for position, (prompt, row) in enumerate(zip(prompts, rows, strict=True)):
        number = position + 1
        if not any(text.strip() for text in row.values()):
            problems.append(Problem(position, "row_empty", f"All texts of row {number} are empty; remove the row."))
        elif not prompt.strip():
            problems.append(Problem(position, "prompt_empty", f"The prompt of row {number} is empty."))
        elif len(prompt) > MAX_PROMPT:
            message = f"The prompt of row {number} has {len(prompt)} characters; the limit is {MAX_PROMPT}."
            problems.append(Problem(position, "prompt_too_long", message))
    return problems
