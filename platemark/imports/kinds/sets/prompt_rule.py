"""Imagineer's prompt rule, and the prompt template that gives the same prompts here.

Imagineer joins the base prompt, ``Art style: `` with the theme, the filled template and the style suffix by a full stop
and a space, without those that are empty, whatever the template names. ``{header}`` in a template is replaced by the
row's text in that column, one column after the other; everything else stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from platemark.imports.kinds.sets.rows import Rows
from platemark.set_templates.prompts import SENTENCE_END, PromptContext, render_prompts
from platemark.set_templates.table import RESERVED
from platemark.set_templates.views import NewSetTemplate

BEFORE = f"{{base_prompt}}{SENTENCE_END}Art style: {{theme}}{SENTENCE_END}"
AFTER = f"{SENTENCE_END}{{style_suffix}}"
MAX_SHOWN, MAX_CHARACTERS = 2, 90
"""How many prompts a plan shows of a set, and how much of each."""
_NAMED = re.compile(r"\{([^{}]*)\}")


def follows_rule(template: str, headers: Sequence[str]) -> bool:
    """Whether a template is meant for Imagineer's rule: it names none of the words that only this studio has.

    A word that is also a header of the CSV file names that column.
    """
    return not set(_NAMED.findall(template)) & set(RESERVED) - set(headers) and SENTENCE_END not in template


def wrap(template: str, columns: Mapping[str, str]) -> str:
    """The template of this studio that gives the prompts of ``template``; ``columns`` are the columns by header."""
    return f"{BEFORE}{translate(template, columns, literal_braces=True)}{AFTER}"


def translate(template: str, columns: Mapping[str, str], *, literal_braces: bool = False) -> str:
    """``template`` with columns in place of headers; with ``literal_braces``, double braces stay double."""
    headers = "|".join(re.escape(header) for header in sorted(columns, key=len, reverse=True))
    named = rf"\{{(?P<header>{headers})\}}" if columns else r"(?P<header>(?!))"
    if not literal_braces:
        return re.sub(named, lambda match: f"{{{columns[match['header']]}}}", template)
    unknown, opening = r"(?P<unknown>(?<!\{)\{[^{}]*\}(?!\}))", r"\{(?=\{)|(?<=\{)\{"
    braces = rf"{named}|{unknown}|{opening}|\}}"
    return re.sub(braces, lambda match: _replacement(match, columns), template)


def _replacement(match: re.Match[str], columns: Mapping[str, str]) -> str:
    if match["header"] is not None:
        return f"{{{columns[match['header']]}}}"
    return match["unknown"] or match[0] * 2


def follow(new: NewSetTemplate, rows: Rows) -> tuple[NewSetTemplate, tuple[tuple[str, str], ...]]:
    """The set with a template for the columns of ``rows`` that gives the prompts that it had, and remarks on it.

    A set of Imagineer's is wrapped; one that names the words of this studio is not. Remarks are codes and sentences.
    """
    template = new.prompt_template
    if not follows_rule(template, tuple(rows.columns)):
        return replace(new, prompt_template=translate(template, rows.columns)), ()
    wrapped = replace(new, prompt_template=wrap(template, rows.columns))
    return wrapped, tuple(_remarks(new, wrapped, rows))


def _remarks(old: NewSetTemplate, wrapped: NewSetTemplate, rows: Rows) -> Iterator[tuple[str, str]]:
    """What to know about a wrapped template: prompts before and now, with the example theme. Codes and sentences."""
    theme = old.example_theme
    context = PromptContext(wrapped.base_prompt, theme, wrapped.style_suffix)
    now = render_prompts(wrapped.prompt_template, context, rows.table).prompts
    before = [
        old_prompt(old.base_prompt, theme, old.prompt_template, old.style_suffix, texts) for texts in _by_header(rows)
    ]
    numbered = list(zip(range(1, len(now) + 1), before, now, strict=False))
    differing = [it for it in numbered if it[1] != it[2]]
    if differing:
        message = f"Prompts that differ from those in Imagineer, because a text names a column: {len(differing)}."
        yield "prompts_differ", f"{message} {_shown(differing)}"
    elif numbered:
        yield "template_wrapped", f"The prompts are those of Imagineer. {_shown(numbered)}"
    if any(text != text.strip() for row in rows.table.rows for text in row.values()):
        yield "cells_with_spaces", "Texts in rows begin or end with white space, which stays in the prompts."


def _by_header(rows: Rows) -> Iterator[dict[str, str]]:
    for row in rows.table.rows:
        yield {header: row[column] for header, column in rows.columns.items()}


def _shown(prompts: Sequence[tuple[int, str, str]]) -> str:
    """The first prompts, before and now, each cut to what fits a line of a plan."""
    return " ".join(
        f"Row {number}, before and now: {_cut(before)!r}."
        if before == now
        else f"Row {number} before: {_cut(before)!r}, now: {_cut(now)!r}."
        for number, before, now in prompts[:MAX_SHOWN]
    )


def _cut(text: str) -> str:
    return text if len(text) <= MAX_CHARACTERS else f"{text[: MAX_CHARACTERS - 1]}…"


def old_prompt(base_prompt: str, theme: str, template: str, style_suffix: str, texts: Mapping[str, str]) -> str:
    """The prompt that Imagineer gave a row; ``texts`` by header, in the order of the columns."""
    for header, text in texts.items():
        template = template.replace(f"{{{header}}}", text)
    style = f"Art style: {theme.strip()}" if theme.strip() else ""
    return ". ".join(part for part in (base_prompt, style, template, style_suffix) if part)
