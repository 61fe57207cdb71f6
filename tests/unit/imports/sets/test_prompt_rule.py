"""Imported sets have the prompts that they had in Imagineer, whatever their texts; what differs is remarked."""

from __future__ import annotations

import contextlib
import csv
import io
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from platemark.access import Actor
from platemark.db.engine import Database
from platemark.engines.registry import Engines
from platemark.errors import Unprocessable
from platemark.imports.kinds.sets import prompt_rule, rows
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import PreviewRequest
from platemark.set_templates import service as set_templates
from platemark.set_templates.prompts import PromptContext, prompt_warnings, render_prompts
from platemark.set_templates.views import NewSetTemplate
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.unit.imports.sets.helpers import OpenWork

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
COMPARED, THEMES, STORED = 10_000, 10, 60


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


def differ(old: NewSetTemplate, theme: str, data: bytes, read: rows.Rows, now: Sequence[str]) -> bool:
    """Whether ``now`` are not the prompts of before, of the rows that there still are: dropped ones are remarked."""
    before = imagineer_prompts(old, theme, data)
    dropped = any(it.code == "empty_rows_dropped" for it in read.remarks)
    return before[: len(now)] != list(now) or (len(now) < len(before) and not dropped)


def generated(rng: random.Random) -> tuple[NewSetTemplate, bytes, rows.Rows]:
    """A set as Imagineer has it, its CSV file, and what an import reads of that."""
    while True:
        headers = rng.sample(HEADERS, rng.randint(1, 4))
        data = csv_of(rng, headers)
        old = NewSetTemplate(
            name="x", base_prompt=text(rng), style_suffix=text(rng), prompt_template=template(rng, headers)
        )
        with contextlib.suppress(Unprocessable):
            return old, data, rows.read(data)


def test_ten_thousand_generated_sets_and_themes_have_the_prompts_of_imagineer() -> None:
    rng = random.Random(13)
    compared, remarked, differing = 0, 0, []
    while compared < COMPARED:
        old, data, read = generated(rng)
        new, remarks = prompt_rule.follow(old, read)
        for _ in range(THEMES):
            context = PromptContext(new.base_prompt, theme(rng), new.style_suffix)
            rendered = render_prompts(new.prompt_template, context, read.table)
            if any(problem.position is None for problem in rendered.problems):
                continue
            compared += 1
            warned = {it.code for it in prompt_warnings(new.prompt_template, context, read.table)}
            if {"prompts_differ"} & {code for code, _ in remarks} or "theme_trimmed" in warned:
                remarked += 1
            elif differ(old, context.theme, data, read, rendered.prompts):
                differing.append((old, context.theme, rendered.prompts))
    assert differing[:3] == []
    assert remarked < compared / 2


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_preview_of_an_imported_set_shows_the_prompts_of_imagineer(
    database: Database, open_work: OpenWork, make_user: Callable[..., Actor], tmp_path: Path
) -> None:
    rng, user, compared = random.Random(31), make_user(), 0
    blobs = FolderBlobStore(tmp_path)
    studio = Studio(settings=Settings(data_dir=tmp_path), database=database, blobs=blobs, engines=Engines.of([]))
    with open_work() as work:
        for _ in range(STORED):
            old, data, read = generated(rng)
            new, remarks = prompt_rule.follow(old, read)
            stored = set_templates.create_set_template(work, new, read.table, by=user)
            asked = theme(rng)
            preview = set_runs.preview_set_template(
                work, studio, stored.id, PreviewRequest(theme=asked, limit=100), by=user
            )
            said = {code for code, _ in remarks} | {it.code for it in preview.warnings}
            if said.isdisjoint({"prompts_differ", "theme_trimmed"}) and preview.prompts:
                compared += 1
                assert not differ(old, asked, data, read, [prompt for _, prompt in preview.prompts])
    assert compared > STORED / 3


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
