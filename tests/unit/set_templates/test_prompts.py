"""Templates are rendered to prompts, or give problems with a code and an offset."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from platemark.set_templates.prompts import (
    DEFAULT_TEMPLATE,
    PromptContext,
    RenderedPrompts,
    prompt_warnings,
    render_prompts,
)
from platemark.set_templates.table import Table

CARD = Table(("rank", "suit"), ({"rank": "ace", "suit": "hearts"},))
CONTEXT = PromptContext("playing card", "winter", "woodcut")


def render_one(template: str, context: PromptContext = CONTEXT, table: Table = CARD) -> str:
    rendering = render_prompts(template, context, table)
    assert rendering.problems == ()
    (prompt,) = rendering.prompts
    return prompt


@pytest.mark.parametrize(
    ("template", "prompt"),
    [
        (DEFAULT_TEMPLATE, "playing card, winter, ace, hearts, woodcut"),
        ("{rank} of {suit}", "ace of hearts"),
        ("{suit}{rank}{suit}", "heartsacehearts"),
        ("no placeholder at all", "no placeholder at all"),
        ("{{{rank}}} and {{braces}}", "{ace} and {braces}"),
        ("{rank},{suit} ,  {theme},", "ace, hearts, winter"),
        (", ,{rank}, , {suit},,", "ace, hearts"),
        ("two\nlines of {suit}", "two\nlines of hearts"),
    ],
)
def test_placeholders_are_replaced_by_texts(template: str, prompt: str) -> None:
    assert render_one(template) == prompt


@pytest.mark.parametrize(
    ("context", "prompt"),
    [
        (PromptContext("", "", ""), "ace, hearts"),
        (PromptContext("card", "", "woodcut"), "card, ace, hearts, woodcut"),
        (PromptContext("  card, ", " \n", ",woodcut,"), "card, ace, hearts, woodcut"),
        (PromptContext("a  wide   card", "x", ""), "a wide card, x, ace, hearts"),
        (PromptContext("1,000 cards", "", ""), "1,000 cards, ace, hearts"),
    ],
    ids=["all empty", "one empty", "commas at the ends", "runs of spaces", "commas inside stay"],
)
def test_empty_parts_leave_no_comma_behind(context: PromptContext, prompt: str) -> None:
    assert render_one(DEFAULT_TEMPLATE, context) == prompt


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"prompt": "a fox", "name": "Fox"}, "a fox"),
        ({"name": "Fox", "mood": "calm"}, "Fox, calm"),
        ({"name": "Fox", "mood": ""}, "Fox"),
    ],
    ids=["its prompt", "all of it", "but nothing empty"],
)
def test_the_placeholder_row_stands_for_the_texts_of_the_row(row: dict[str, str], text: str) -> None:
    assert render_one("{row}", table=Table(tuple(row), (row,))) == text


@pytest.mark.parametrize(
    ("context", "prompt"),
    [
        (CONTEXT, "playing card. In winter. ace,of hearts. woodcut"),
        (PromptContext("", "", ""), "ace,of hearts"),
        (PromptContext("  a  card,", " dusk ", ",woodcut\n"), "  a  card,. In dusk. ace,of hearts. ,woodcut\n"),
    ],
    ids=["all", "empty sentences are dropped", "texts stay as they are"],
)
def test_a_template_of_sentences_is_exact(context: PromptContext, prompt: str) -> None:
    assert render_one("{base_prompt}{.}In {theme}{.}{rank},of {suit}{.}{style_suffix}", context) == prompt


def test_a_sentence_without_a_shared_word_stays_though_its_columns_are_empty() -> None:
    table = Table(("rank", "suit"), ({"rank": "", "suit": "hearts"},))
    assert render_one("a {rank} card{.}{rank}{.}{row}", table=table) == "a  card. hearts"


@pytest.mark.parametrize(
    ("template", "context", "codes"),
    [
        (DEFAULT_TEMPLATE, CONTEXT, []),
        ("{rank}", CONTEXT, ["base_prompt_unused", "theme_unused", "style_suffix_unused"]),
        ("{rank}", PromptContext("", " ,", ""), []),
        ("{theme}, {base_prompt}{.}{style_suffix}", CONTEXT, ["row_unused"]),
        ("{row}{.}{theme}", PromptContext("", " x", ""), ["theme_trimmed"]),
        ("{rank", CONTEXT, []),
    ],
)
def test_what_is_set_and_has_no_effect_is_warned_of(template: str, context: PromptContext, codes: list[str]) -> None:
    assert [it.code for it in prompt_warnings(template, context, CARD)] == codes


def test_inserted_texts_are_never_read_as_templates() -> None:
    table = Table(("rank",), ({"rank": "{suit} {theme.__class__} }}"},))
    assert render_one("{theme} {rank}", PromptContext("", "{rank}", ""), table) == "{rank} {suit} {theme.__class__} }}"


BAD_TEMPLATES = [
    ("{row.__class__}", "bad_placeholder", "character 1 "),
    ("a {row!r}", "bad_placeholder", "character 3 "),
    ("{row:>10}", "bad_placeholder", "character 1 "),
    ("{0}", "bad_placeholder", "character 1 "),
    ("{}", "bad_placeholder", "character 1 "),
    ("{ row }", "bad_placeholder", "character 1 "),
    ("{Row}", "bad_placeholder", "character 1 "),
    ("{row[0]}", "bad_placeholder", "character 1 "),
    ("{row", "bad_placeholder", "character 1 is never closed"),
    ("row}", "bad_placeholder", "character 4 closes nothing"),
    ("{{row}", "bad_placeholder", "character 6 closes nothing"),
    ("{a{row}", "bad_placeholder", "character 1 is never closed"),
]


@pytest.mark.parametrize(("template", "code", "message"), BAD_TEMPLATES, ids=[row[0] for row in BAD_TEMPLATES])
def test_an_invalid_template_is_a_problem_with_a_code_and_an_offset(template: str, code: str, message: str) -> None:
    rendering = render_prompts(template, CONTEXT, CARD)
    assert rendering.prompts == ()
    assert [(p.position, p.code) for p in rendering.problems] == [(None, code)]
    assert message in rendering.problems[0].message


def test_every_problem_of_a_template_is_reported() -> None:
    problems = render_prompts("{colour} } {row.x}, {suit} {size}", CONTEXT, CARD).problems
    assert [p.code for p in problems] == [
        "bad_placeholder", "bad_placeholder", "missing_column", "missing_column",
    ]  # fmt: skip
    assert (
        "character 1 is not a column; valid names are base_prompt, theme, row, style_suffix, rank, suit"
        in problems[2].message
    )


def test_the_problems_of_a_template_fit_into_a_response() -> None:
    columns = tuple(f"{'c' * 37}{n}" for n in range(50))
    table = Table(columns, (dict.fromkeys(columns, "x"),))
    problems = render_prompts("{x}" * 400 + "{\x7f\n" + "y" * 500 + "}", CONTEXT, table).problems
    assert len(problems) == 100
    assert all(len(p.message) <= 500 and p.message.isprintable() for p in problems)


@pytest.mark.parametrize(
    ("texts", "problems"),
    [
        (["x", " ", "y"], [(1, "row_empty")]),
        (["x" * 2000, "x" * 2001], [(1, "prompt_too_long")]),
        ([",", "y" * 3000], [(0, "prompt_empty"), (1, "prompt_too_long")]),
        ([], [(None, "no_rows")]),
    ],
    ids=["empty row", "too long", "both", "no rows"],
)
def test_invalid_prompts_are_reported_with_their_row(texts: list[str], problems: list[tuple[int, str]]) -> None:
    rendering = render_prompts("{row}", CONTEXT, Table(("prompt",), tuple({"prompt": text} for text in texts)))
    assert [(p.position, p.code) for p in rendering.problems] == problems


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("{}ab,. _row"), max_size=30), st.text(st.sampled_from("{}a, "), max_size=10))
def test_any_template_renders_or_has_problems(template: str, theme: str) -> None:
    rendering: RenderedPrompts = render_prompts(template, PromptContext("", theme, ""), CARD)
    assert bool(rendering.problems) or len(rendering.prompts) == 1
