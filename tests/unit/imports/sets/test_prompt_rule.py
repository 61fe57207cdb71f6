"""Imported sets have the prompts that they had in Imagineer, whatever their texts; what differs is remarked."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence

import pytest

from platemark.errors import Unprocessable
from platemark.imports.kinds.sets import prompt_rule, rows
from platemark.set_templates.prompts import PromptContext, prompt_warnings, render_prompts
from platemark.set_templates.views import NewSetTemplate

HEADERS = ("name", "Card Name", "suit", "Wert (de)", "theme", "row", "prompt", "rank_2", "名", "UPPER", "a.b", "x|y")
WORDS = (
    "Ace",
    "of",
    "spades,",
    ",",
    "  ",
    "a  b",
    "é",
    "狐",
    "\n",
    ". ",
    "{",
    "}",
    "{{x}}",
    "{name}",
    "",
    " trailing ",
    ";",
)
SETS, THEMES = 1000, 10


def text(rng: random.Random, most: int = 4) -> str:
    return "".join(rng.choice(WORDS) for _ in range(rng.randint(0, most)))


def theme(rng: random.Random) -> str:
    return text(rng).replace("\n", " ")


def template(rng: random.Random, headers: Sequence[str]) -> str:
    parts = [f"{{{rng.choice(headers)}}}" if rng.random() < 0.6 else text(rng, 2) for _ in range(rng.randint(1, 5))]
    return "".join(parts)


def csv_of(rng: random.Random, headers: Sequence[str]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headers)
    writer.writerows([[text(rng, 3) for _ in headers] for _ in range(rng.randint(1, 3))])
    return out.getvalue().encode()


def imagineer_prompts(old: NewSetTemplate, theme: str, data: bytes) -> list[str]:
    """The rule as Imagineer applies it to the file itself."""
    prompts = []
    for texts in csv.DictReader(io.StringIO(data.decode(), newline="")):
        filled = old.prompt_template
        for header, value in texts.items():
            filled = filled.replace("{" + header + "}", value)
        parts = [old.base_prompt, "Art style: " + theme if theme else "", filled, old.style_suffix]
        prompts.append(". ".join(part for part in parts if part))
    return prompts


def test_generated_sets_have_the_prompts_of_imagineer_for_every_theme() -> None:
    rng = random.Random(13)
    compared, skipped, remarked, differing = 0, 0, 0, []
    for _ in range(SETS):
        headers = rng.sample(HEADERS, rng.randint(1, 4))
        data = csv_of(rng, headers)
        old = NewSetTemplate(
            name="x", base_prompt=text(rng), style_suffix=text(rng), prompt_template=template(rng, headers)
        )
        try:
            read = rows.read(data)
        except Unprocessable:
            skipped += THEMES
            continue
        new, remarks = prompt_rule.follow(old, read)
        for _ in range(THEMES):
            context = PromptContext(new.base_prompt, theme(rng), new.style_suffix)
            rendered = render_prompts(new.prompt_template, context, read.table)
            if any(problem.position is None for problem in rendered.problems):
                skipped += 1
                continue
            compared += 1
            before = imagineer_prompts(old, context.theme, data)
            now = list(rendered.prompts)
            warned = {it.code for it in prompt_warnings(new.prompt_template, context, read.table)}
            if {"prompts_differ"} & {code for code, _ in remarks} or "theme_trimmed" in warned:
                remarked += 1
            elif before[: len(now)] != now:
                differing.append((old, context.theme, before, now))
    assert differing[:3] == []
    assert compared + skipped == SETS * THEMES
    assert (compared > 6000, remarked < compared / 2) == (True, True)


@pytest.mark.parametrize(
    ("old", "wrapped"),
    [
        ("{name} of {suit}", "{name} of {suit}"),
        ("{Card Name}, {{x}}", "{card_name}, {{{{x}}}}"),
        ("{{{name}}}", "{{{{{name}}}}}"),
        ("{theme} at {row}", "{row_theme} at {row_row}"),
        ("a}b", "a}}b"),
    ],
)
def test_a_template_of_imagineer_is_wrapped(old: str, wrapped: str) -> None:
    read = rows.read(b"name,suit,Card Name,theme,row\na,b,c,d,e\n")
    new, remarks = prompt_rule.follow(NewSetTemplate(name="x", prompt_template=old), read)
    assert new.prompt_template == f"{{base_prompt}}{{.}}Art style: {{theme}}{{.}}{wrapped}{{.}}{{style_suffix}}"
    assert [code for code, _ in remarks] == ["template_wrapped"]


@pytest.mark.parametrize("template", ["{base_prompt}, {Card}", "{Card}, {theme}", "{Card}{.}{style_suffix}", "{row}"])
def test_a_template_that_names_a_word_of_this_studio_stays(template: str) -> None:
    new, remarks = prompt_rule.follow(NewSetTemplate(name="x", prompt_template=template), rows.read(b"Card\nAce\n"))
    assert (new.prompt_template, remarks) == (template.replace("Card", "card"), ())
