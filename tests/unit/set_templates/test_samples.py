"""The samples respect the contract's limits, use words that the press knows, and never overwrite changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from platemark.access import SYSTEM, Actor
from platemark.db.unit_of_work import UnitOfWork
from platemark.paging import PageRequest
from platemark.set_templates import samples, service
from platemark.set_templates.prompts import PromptContext, render_prompts
from platemark.set_templates.views import SetTemplateChanges, SetTemplateFilter
from platemark_press.vocabulary import STOP_WORDS, find_meanings, tokenize

OpenWork = Callable[..., UnitOfWork]
MakeUser = Callable[..., Actor]


@pytest.mark.parametrize(("slug", "rows"), [("card-deck", 52), ("tarot-majors", 22), ("zodiac", 12)])
def test_a_sample_has_a_prompt_for_each_row_and_the_press_knows_all_its_words(slug: str, rows: int) -> None:
    sample = samples.load_sample(slug)
    assert len(sample.table.rows) == rows
    context = PromptContext(sample.new.base_prompt, sample.new.example_theme, sample.new.style_suffix)
    rendering = render_prompts(sample.new.prompt_template, context, sample.table)
    assert rendering.problems == ()
    assert len(set(rendering.prompts)) == rows
    unknown = {
        word for prompt in rendering.prompts for word in tokenize(prompt) if not find_meanings(word)
    } - STOP_WORDS
    assert unknown == set()


@pytest.mark.parametrize("slug", samples.SLUGS)
def test_the_rows_of_a_sample_have_unique_names(slug: str) -> None:
    rows = samples.load_sample(slug).table.rows
    assert len({row["name"] for row in rows}) == len(rows)


def test_samples_are_visible_to_all_users_and_have_no_owner(open_work: OpenWork, make_user: MakeUser) -> None:
    with open_work() as work:
        samples.install_samples(work)
        work.commit()
    with open_work(write=False) as work:
        templates = service.list_set_templates(
            work, SetTemplateFilter(), PageRequest(), by=make_user(role="viewer")
        ).items
    assert [(t.slug, t.row_count) for t in templates] == [("card-deck", 52), ("tarot-majors", 22), ("zodiac", 12)]
    assert {(t.visibility, t.created_by, t.version) for t in templates} == {("shared", None, 1)}


def test_installing_again_creates_missing_samples_and_leaves_existing_ones_alone(
    open_work: OpenWork, make_user: MakeUser
) -> None:
    editor = make_user()
    with open_work() as work:
        samples.install_samples(work)
        work.commit()
    with open_work() as work:
        cards, tarot, _ = service.list_set_templates(work, SetTemplateFilter(), PageRequest(), by=editor).items
        service.update_set_template(work, cards.id, SetTemplateChanges(name="Ours"), by=editor)
        service.archive_set_template(work, tarot.id, by=SYSTEM)
        samples.install_samples(work)
        work.commit()
    with open_work() as work:
        samples.install_samples(work)
        present = service.list_set_templates(work, SetTemplateFilter(), PageRequest(), by=SYSTEM).items
        archived = service.list_set_templates(work, SetTemplateFilter(archived=True), PageRequest(), by=SYSTEM).items
    assert [(t.name, t.version) for t in present] == [("Ours", 2), ("Zodiac", 1)]
    assert [t.slug for t in archived] == ["tarot-majors"]
