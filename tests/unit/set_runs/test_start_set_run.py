"""Previewing and starting a set run: a pinned version, an album, a job for each row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from platemark.access import Actor
from platemark.adapters.pinned import AdapterChoice
from platemark.db.tables import AlbumRow, SetRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound, Unprocessable
from platemark.set_runs import service, starting
from platemark.set_runs.views import NewSetRun, Overrides, PreviewRequest
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import Table, from_rows
from platemark.set_templates.views import SetTemplateChanges
from platemark.studio import Studio
from tests.unit.set_runs.run_jobs import WakeUps, is_empty, jobs_of

OpenWork = Callable[..., UnitOfWork]
MakeUser = Callable[..., Actor]


def test_a_preview_returns_prompts_and_problems_and_changes_nothing(
    open_work: OpenWork, studio: Studio, make_template: Callable[..., UUID], ada: Actor
) -> None:
    template = make_template(example_theme="autumn")
    with open_work() as work:
        preview = service.preview_set_template(work, studio, template, PreviewRequest(limit=2), by=ada)
        assert preview.prompts == ((0, "playing card, autumn, 0 of hearts"), (1, "playing card, autumn, 1 of hearts"))
        assert (preview.version, preview.problems, preview.row_count, preview.estimate) == (1, (), 4, None)
        other = Overrides(prompt_template="{row} {theme}", width=2048)
        changed = service.preview_set_template(
            work, studio, template, PreviewRequest(theme="", overrides=other), by=ada
        )
        assert changed.prompts[3] == (3, "3 of hearts")
        assert [p.code for p in changed.problems] == ["width_limit"]
        broken = service.preview_set_template(
            work, studio, template, PreviewRequest(overrides=Overrides(prompt_template="{nope}")), by=ada
        )
        assert (broken.prompts, [p.code for p in broken.problems]) == ((), ["missing_column"])
        long = service.preview_set_template(
            work, studio, template, PreviewRequest(overrides=Overrides(base_prompt="x" * 2000)), by=ada
        )
        assert {len(prompt) for _, prompt in long.prompts} == {2000}
        assert [p.position for p in long.problems] == [0, 1, 2, 3]
        assert is_empty(work)
        set_templates.archive_set_template(work, template, by=ada)
        with pytest.raises(NotFound):
            service.preview_set_template(work, studio, template, PreviewRequest(), by=ada)


def test_a_run_creates_an_album_and_queues_a_job_for_each_row(
    open_work: OpenWork, studio: Studio, wake_ups: WakeUps, make_template: Callable[..., UUID], ada: Actor
) -> None:
    template = make_template(style_suffix="woodcut", negative_prompt="text", width=256, height=384, steps=12)
    new = NewSetRun(theme="winter", seed=100, priority=-3)
    with open_work() as work:
        run = service.start_set_run(work, studio, template, new, by=ada)
        assert wake_ups.count == 0
        work.commit()
    assert wake_ups.count == 1
    assert (run.state, run.row_count, run.seed, run.theme, run.progress) == ("queued", 4, 100, "winter", 0.0)
    assert run.counts == {"queued": 4, "running": 0, "succeeded": 0, "failed": 0, "cancelled": 0}
    assert (run.set_template_id, run.set_template_version, run.created_by) == (template, 1, ada.user_id)
    assert (run.started_at, run.finished_at, run.estimate) == (None, None, None)
    with open_work(write=False) as work:
        album = work.session.get_one(AlbumRow, run.album_id)
        assert (album.name, album.source, album.theme) == ("Cards — winter", "set_run", "winter")
        assert (album.set_template_id, album.set_template_version, album.set_run_id) == (template, 1, run.id)
        jobs = jobs_of(work, run.id)
    assert [job.row_position for job in jobs] == [0, 1, 2, 3]
    assert [job.payload["seed"] for job in jobs] == [100, 101, 102, 103]
    assert [job.payload["title"] for job in jobs] == ["card 0", "card 1", "card 2", "card 3"]
    assert jobs[2].payload["prompt"] == "playing card, winter, 2 of hearts, woodcut"
    names = ("negative_prompt", "width", "height", "steps", "guidance_scale", "visibility", "set_template_version")
    assert [jobs[0].payload[name] for name in names] == ["text", 256, 384, 12, 7.5, "private", 1]
    assert {(job.album_id, job.priority, job.created_by) for job in jobs} == {(run.album_id, -3, ada.user_id)}


def test_overrides_replace_the_values_of_the_template(open_work: OpenWork, start: Callable[..., Any]) -> None:
    overrides = Overrides(width=64, height=128, steps=1, guidance_scale=0.0, negative_prompt="")
    run = start(overrides=overrides, album_name="Mine")
    with open_work(write=False) as work:
        payload = jobs_of(work, run.id)[0].payload
        assert work.session.get_one(AlbumRow, run.album_id).name == "Mine"
        stored = work.session.get_one(SetRunRow, run.id).overrides
    names = ("width", "height", "steps", "guidance_scale", "negative_prompt")
    assert [payload[name] for name in names] == [64, 128, 1, 0.0, ""]
    assert stored == {**overrides.specified(), "priority": 0}


def test_the_same_seed_queues_the_same_jobs_and_no_seed_picks_a_random_one(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any]
) -> None:
    template = make_template()
    runs = [start(template, seed=7), start(template, seed=7), start(template, seed=None), start(template, seed=None)]
    with open_work(write=False) as work:
        queued = [[(j.payload["prompt"], j.payload["seed"]) for j in jobs_of(work, run.id)] for run in runs]
    assert queued[0] == queued[1]
    assert queued[2] != queued[3]
    assert runs[2].seed != runs[3].seed


def test_seeds_wrap_around_to_zero_after_the_largest(open_work: OpenWork, start: Callable[..., Any]) -> None:
    run = start(seed=2**53 - 2)
    with open_work(write=False) as work:
        assert [job.payload["seed"] for job in jobs_of(work, run.id)] == [2**53 - 2, 2**53 - 1, 0, 1]


@pytest.mark.parametrize(
    ("name", "theme", "album"),
    [
        ("Cards", "winter", "Cards — winter"),
        ("Cards", "", "Cards"),
        ("Cards", "  ", "Cards"),
        ("C" * 150, "w" * 150, "C" * 150 + " — " + "w" * 47),
    ],
    ids=["both", "no theme", "blank theme", "too long"],
)
def test_the_album_is_named_after_template_and_theme(name: str, theme: str, album: str) -> None:
    assert starting.album_name(name, theme) == album


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ({"title": "Ace", "name": "x", "prompt": "p"}, "Ace"),
        ({"name": "Ace\nof hearts", "prompt": "p"}, "Ace of hearts"),
        ({"rank": "ace", "suit": "hearts", "prompt": "p"}, "ace hearts"),
        ({"prompt": "p"}, ""),
        ({"title": " ", "rank": "r" * 300}, "r" * 200),
    ],
    ids=["title", "name", "the other columns", "nothing but a prompt", "long"],
)
def test_images_get_their_title_from_their_row(row: dict[str, str], title: str) -> None:
    assert starting.row_title(row) == title


@pytest.mark.parametrize("visibility", ["private", "shared", "public"])
def test_album_and_images_of_a_run_are_private_until_shared(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], ada: Actor, visibility: str
) -> None:
    run = start(make_template(visibility=visibility))
    with open_work(write=False) as work:
        album = work.session.get_one(AlbumRow, run.album_id)
        assert (album.visibility, album.created_by) == ("private", ada.user_id)
        assert {job.payload["visibility"] for job in jobs_of(work, run.id)} == {"private"}


REFUSED = [
    ("adapter", {}, {"adapters": (AdapterChoice(UUID(int=1)),)}, "unknown_adapter",
     [("/adapters/0", "unknown_adapter")]),
    ("placeholder", {"prompt_template": "{size} {"}, {}, "set_has_problems",
     [("", "bad_placeholder"), ("", "missing_column")]),
    ("long", {"base_prompt": "x" * 1990}, {}, "set_has_problems", [(f"row/{n}", "prompt_too_long") for n in range(4)]),
    ("engine", {}, {"overrides": Overrides(width=2048, steps=51)}, "engine_limits",
     [("/width", "width_limit"), ("/steps", "steps_limit")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("template_fields", "run_fields", "code", "findings"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_a_refused_run_creates_nothing_and_reports_every_finding(
    open_work: OpenWork,
    studio: Studio,
    make_template: Callable[..., UUID],
    ada: Actor,
    template_fields: dict[str, Any],
    run_fields: dict[str, Any],
    code: str,
    findings: list[tuple[str, str]],
) -> None:
    template = make_template(**template_fields)
    with open_work() as work, pytest.raises(Unprocessable) as refusal:
        service.start_set_run(work, studio, template, NewSetRun(theme="winter", **run_fields), by=ada)
    assert refusal.value.code == code
    assert [(f.pointer, f.code) for f in refusal.value.findings] == findings
    with open_work(write=False) as work:
        assert is_empty(work)


def test_at_most_100_findings_are_reported(
    open_work: OpenWork, studio: Studio, make_template: Callable[..., UUID], ada: Actor
) -> None:
    template = make_template(from_rows([{"a": ""}] * 150))
    with open_work() as work, pytest.raises(Unprocessable, match="150 problems") as refusal:
        service.start_set_run(work, studio, template, NewSetRun(theme="x"), by=ada)
    assert len(refusal.value.findings) == 100


def test_an_empty_or_archived_template_cannot_be_run(
    open_work: OpenWork, studio: Studio, make_template: Callable[..., UUID], ada: Actor
) -> None:
    empty, archived = make_template(Table()), make_template()
    with open_work() as work:
        with pytest.raises(Unprocessable) as refusal:
            service.start_set_run(work, studio, empty, NewSetRun(theme="x"), by=ada)
        assert [f.code for f in refusal.value.findings] == ["no_rows"]
        set_templates.archive_set_template(work, archived, by=ada)
        with pytest.raises(Conflict) as conflict:
            service.start_set_run(work, studio, archived, NewSetRun(theme="x"), by=ada)
        assert conflict.value.code == "set_template_archived"
        assert is_empty(work)


def test_a_run_keeps_its_version_when_the_template_is_changed_or_archived(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], ada: Actor
) -> None:
    template = make_template()
    first = start(template)
    with open_work() as work:
        set_templates.update_set_template(work, template, SetTemplateChanges(base_prompt="tarot"), by=ada)
        work.commit()
    second = start(template)
    with open_work() as work:
        set_templates.archive_set_template(work, template, by=ada)
        runs = [service.get_set_run(work, run.id, by=ada).run for run in (first, second)]
        assert [run.set_template_version for run in runs] == [1, 2]
        assert jobs_of(work, first.id)[0].payload["prompt"].startswith("playing card")
        assert jobs_of(work, second.id)[0].payload["prompt"].startswith("tarot")
