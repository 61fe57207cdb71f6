"""Words that several parts of a prompt say are said once."""

from __future__ import annotations

import pytest

from platemark.set_templates.prompts import DEFAULT_TEMPLATE, PromptContext, prompt_warnings, render_prompts
from platemark.set_templates.table import Table

CASES: list[tuple[str, str, tuple[str, str, str], str, str]] = [
    ("theme and suffix", DEFAULT_TEMPLATE, ("card", "woodcut", "woodcut"), "card, woodcut, a fox", "woodcut"),
    ("in any case", DEFAULT_TEMPLATE, ("card", "WoodCut", "woodcut, INK"), "card, WoodCut, a fox, INK", "woodcut"),
    ("base and theme", DEFAULT_TEMPLATE, ("ink, card", "card", ""), "ink, card, a fox", "card"),
    ("one of several", DEFAULT_TEMPLATE, ("", "ink, snow", "fine, ink, soft"), "ink, snow, a fox, fine, soft", "ink"),
    ("template and theme", "woodcut, {row}, {theme}", ("", "woodcut", ""), "woodcut, a fox", "woodcut"),
    ("theme and row", "{theme}, {row}", ("", "a fox", ""), "a fox", "a fox"),
    ("row and suffix", "{row}, {style_suffix}", ("", "", "A Fox, ink"), "a fox, ink", "A Fox"),
    ("a part of words stays", DEFAULT_TEMPLATE, ("", "wood", "woodcut"), "wood, a fox, woodcut", ""),
    ("one text repeats", DEFAULT_TEMPLATE, ("ink, ink", "", ""), "ink, ink, a fox", ""),
    ("all of it, as often as it says it", "{theme}, {style_suffix}", ("", "ink", "ink, ink"), "ink", "ink"),
    ("texts of the row", "{prompt}, {prompt}", ("", "", ""), "a fox, a fox", ""),
    ("brackets", DEFAULT_TEMPLATE, ("", "ink", "(ink, snow:1.2)"), "ink, a fox, (ink, snow:1.2)", ""),
    ("a weight is another word", DEFAULT_TEMPLATE, ("", "(ink:1.2)", "ink"), "(ink:1.2), a fox, ink", ""),
    ("a lora", DEFAULT_TEMPLATE, ("", "<lora:a:1>", "<lora:a:1>"), "<lora:a:1>, a fox, <lora:a:1>", ""),
    ("spaces of what stays", DEFAULT_TEMPLATE, ("a ,b", "", ""), "a ,b, a fox", ""),
    ("empty words", DEFAULT_TEMPLATE, ("a,,b", "", "c,,d, a"), "a,,b, a fox, c, d", "a"),
    ("sentences are exact", "{theme}{.}{row}{.}{style_suffix}", ("", "ink", "ink"), "ink. a fox. ink", ""),
]


@pytest.mark.parametrize(
    ("template", "texts", "prompt", "repeated"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_an_earlier_part_says_is_left_out(
    template: str, texts: tuple[str, str, str], prompt: str, repeated: str
) -> None:
    table, context = Table(("prompt",), ({"prompt": "a fox"},)), PromptContext(*texts)
    rendered = render_prompts(template, context, table)
    assert (rendered.prompts, rendered.problems) == ((prompt,), ())
    warned = [it.message for it in prompt_warnings(template, context, table) if it.code == "words_repeated"]
    assert warned == ([f"Said once, though several texts say it: {repeated}."] if repeated else [])


def test_what_two_rows_say_is_said_by_each() -> None:
    table = Table(("prompt",), ({"prompt": "a fox"}, {"prompt": "a fox"}))
    assert render_prompts("{row}, {theme}", PromptContext("", "ink", ""), table).prompts == ("a fox, ink",) * 2


def test_a_warning_names_the_first_words_of_all_rows_on_one_line() -> None:
    words = [f"word {number}" for number in range(7)]
    table = Table(("prompt",), tuple({"prompt": word} for word in words))
    (warning,) = prompt_warnings("{theme}, {row}", PromptContext("", ", ".join(words), ""), table)
    assert warning.message == f"Said once, though several texts say it: {', '.join(words[:5])} and others."
    long = "a\n" + "b" * 1000
    (warning,) = prompt_warnings("{theme}, {row}, {style_suffix}", PromptContext("", long, long), table)
    assert warning.message.endswith("say it: a " + "b" * 58 + ".")


def test_a_template_with_problems_is_not_warned_of_words() -> None:
    table = Table(("prompt",), ({"prompt": "a fox"},))
    assert prompt_warnings("{theme}, {row}, {absent}, {style_suffix}", PromptContext("", "ink", "ink"), table) == ()
