"""Set runs that are grids: the cells, their digests, the pictures that are there already, and what is refused."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from PIL import Image
from sqlalchemy import func, select, update

from platemark.access import SYSTEM, Actor
from platemark.adapters import service as adapters
from platemark.adapters.pinned import AdapterChoice
from platemark.adapters.views import NewAdapter
from platemark.albums.membership import append_images
from platemark.db.tables import AlbumImageRow, ImageRow, JobRow, SetRunCellRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Capabilities, Model
from platemark.engines.registry import Engines
from platemark.errors import Conflict, Unprocessable
from platemark.images import service as images
from platemark.images.views import StoredPicture
from platemark.set_runs import service
from platemark.set_runs.contact_sheets import get_contact_sheet
from platemark.set_runs.grid_axes import Axis, Grid
from platemark.set_runs.views import Overrides, SetRunDetailView, SetRunView
from platemark.set_templates.table import from_rows
from platemark.studio import Studio
from tests.unit.set_runs.conftest import IdleEngine
from tests.unit.set_runs.run_jobs import jobs_of, set_states

OpenWork = Callable[..., UnitOfWork]
Start = Callable[..., SetRunView]
SUITS = from_rows([{"suit": "hearts", "rank": "ace"}, {"suit": "spades", "rank": "two"}])
TEMPLATE = "{base_prompt}, {theme}, {rank} of {suit}, {style_suffix}"


class Drawing(IdleEngine):
    """An engine with models and adapters."""

    def __init__(self, name: str = "press") -> None:
        self.name = name

    def capabilities(self) -> Capabilities:
        return replace(super().capabilities(), adapter_formats=frozenset({"lora"}), model="ink")

    def models(self) -> Sequence[Model]:
        return [Model(name="ink", base=None), Model(name="chalk", base=None)]


@pytest.fixture
def studio(studio: Studio) -> Studio:
    return replace(studio, engines=Engines.of([Drawing(), Drawing("other")]))


@pytest.fixture
def template(make_template: Callable[..., UUID]) -> UUID:
    return make_template(SUITS, prompt_template=TEMPLATE, style_suffix="woodcut")


@pytest.fixture
def make_adapter(open_work: OpenWork, studio: Studio) -> Callable[[str], UUID]:
    def make_adapter(name: str) -> UUID:
        digest = studio.blobs.put(name.encode())
        new = NewAdapter(name=name, format="lora", digest=digest, size_bytes=len(name), source="registered", base=None)
        with open_work() as work:
            created, _ = adapters.register_adapter(work, studio, new, by=SYSTEM)
            work.commit()
        return created.id

    return make_adapter


def axis(kind: Any, *values: Any, subject: str = "") -> Axis:
    return Axis(kind=kind, values=values, subject=subject)


THEMES, STEPS = axis("word", "winter", "autumn", subject="theme"), axis("steps", 10, 20, 40)


def grid(*axes: Axis, row: int = 0) -> Grid:
    return Grid(axes=axes, row=row)


def detail(open_work: OpenWork, run: SetRunView, by: Actor) -> SetRunDetailView:
    with open_work() as work:
        return service.get_set_run(work, run.id, by=by)


def requests_of(open_work: OpenWork, run: SetRunView) -> list[dict[str, Any]]:
    """The requests of the run's own jobs, by position."""
    with open_work() as work:
        return [job.payload for job in jobs_of(work, run.id)]


def finish(open_work: OpenWork, studio: Studio, run: SetRunView, *states: str) -> None:
    """Finish the jobs of the run; those that succeed leave a picture, in the album, too."""
    states = states or ("succeeded",) * run.counts["queued"]
    with open_work() as work:
        set_states(work, run.id, states)
        for job, state in zip(jobs_of(work, run.id), states, strict=True):
            if state == "succeeded":
                image_id = insert_picture(work, studio, job)
                append_images(work, run.album_id, [image_id], [job.row_position])
        work.commit()


def insert_picture(work: UnitOfWork, studio: Studio, job: Any) -> UUID:
    digest = studio.blobs.put(job.id.bytes)
    picture = StoredPicture(
        digest=digest, thumbnail_digest=digest, media_type="image/png", width=8, height=8, size_bytes=16, thumb_hash=""
    )
    return images.insert_generated(
        work, studio.blobs, picture, title="", prompt=job.payload["prompt"], provenance={}, visibility="private",
        job_id=job.id, created_by=job.created_by,
    )  # fmt: skip


def test_a_cell_is_drawn_for_each_combination_the_last_axis_first(
    open_work: OpenWork, start: Start, template: UUID, ada: Actor
) -> None:
    run = start(template, grid=grid(THEMES, STEPS, row=1))
    assert (run.row_count, run.state, run.counts["queued"]) == (6, "queued", 6)
    drawn = [(it["prompt"].split(", ")[1], it["steps"], it["seed"]) for it in requests_of(open_work, run)]
    assert drawn == [(theme, steps, 100) for theme in ("winter", "autumn") for steps in (10, 20, 40)]
    shown = detail(open_work, run, ada)
    assert shown.run.grid == grid(THEMES, STEPS, row=1)
    assert [it.position for it in shown.rows] == list(range(6))
    cells = [it.cell for it in shown.rows]
    assert [it.coordinates for it in cells if it] == [(x, y) for x in range(2) for y in range(3)]
    assert len({it.digest for it in cells if it}) == 6
    assert not any(it.reused for it in cells if it)


def third_part(job: dict[str, Any]) -> str:
    return str(job["prompt"].split(", ")[2])


def style(job: dict[str, Any]) -> str:
    return str(job["prompt"].split(", ")[3])


def value_of(name: str) -> Callable[[dict[str, Any]], Any]:
    return lambda job: job[name]


AXES: dict[str, tuple[Axis, Callable[[dict[str, Any]], Any], list[Any]]] = {
    "a shared word": (axis("word", "etching", "riso", subject="style_suffix"), style, ["etching", "riso"]),
    "a column": (axis("word", "king", "ace", subject="rank"), third_part, ["king of hearts", "ace of hearts"]),
    "a replacement": (axis("replacement", "a", "ace", subject="ace"), third_part, ["a of hearts", "ace of hearts"]),
    "engines": (axis("engine", "press", "other"), value_of("engine"), ["press", "other"]),
    "models": (axis("model", "ink", "chalk"), value_of("model"), ["ink", "chalk"]),
    "guidance": (axis("guidance_scale", 4, 7.5), value_of("guidance_scale"), [4, 7.5]),
    "seeds": (axis("seed", 5, 0), value_of("seed"), [5, 0]),
    "rows": (axis("row", 1, 0), third_part, ["two of spades", "ace of hearts"]),
}


@pytest.mark.parametrize("name", AXES)
def test_each_kind_of_axis_changes_what_it_names(open_work: OpenWork, start: Start, template: UUID, name: str) -> None:
    changed, read, values = AXES[name]
    run = start(template, grid=grid(changed, axis("steps", 10, 20)))
    assert [read(it) for it in requests_of(open_work, run)] == [value for value in values for _ in range(2)]


def test_adapters_and_their_weights_are_axes(
    open_work: OpenWork, start: Start, template: UUID, make_adapter: Callable[[str], UUID]
) -> None:
    fox, owl, own = make_adapter("fox"), make_adapter("owl"), make_adapter("own")
    weights = axis("adapter_weight", 0.5, 1, subject=str(own))
    added = axis("adapter", AdapterChoice(fox, 0.25), AdapterChoice(owl))
    run = start(template, adapters=[AdapterChoice(own, 0.75)], grid=grid(added, weights))
    used = [[(it["name"], it["weight"]) for it in job["adapters"]] for job in requests_of(open_work, run)]
    others = ("fox", 0.25), ("owl", 1.0)
    assert used == [[("own", weight), other] for other in others for weight in (0.5, 1.0)]


def test_a_value_that_is_added_to_an_axis_draws_only_the_new_cells(
    open_work: OpenWork, studio: Studio, start: Start, template: UUID, ada: Actor
) -> None:
    first = start(template, grid=grid(THEMES, STEPS))
    finish(open_work, studio, first)
    more = replace(THEMES, values=("spring", *THEMES.values))
    second = start(template, grid=grid(more, STEPS))
    assert (second.row_count, second.counts["succeeded"], second.counts["queued"]) == (9, 6, 3)
    assert len(requests_of(open_work, second)) == 3
    old, new = (detail(open_work, it, ada).rows for it in (first, second))
    assert [it.cell.digest for it in new[3:] if it.cell] == [it.cell.digest for it in old if it.cell]
    assert [(it.job_id, it.image_id) for it in new[3:]] == [(it.job_id, it.image_id) for it in old]
    assert [it.cell.reused for it in new if it.cell] == [False] * 3 + [True] * 6
    with open_work() as work:
        placed = select(AlbumImageRow.position, AlbumImageRow.image_id).where(AlbumImageRow.album_id == second.album_id)
        assert dict(work.session.execute(placed).all()) == {it.position: it.image_id for it in new[3:]}


def test_a_grid_of_pictures_that_are_all_there_is_done_at_once(
    open_work: OpenWork, studio: Studio, start: Start, template: UUID, ada: Actor
) -> None:
    first = start(template, grid=grid(THEMES, STEPS))
    finish(open_work, studio, first)
    again = start(template, grid=grid(STEPS, THEMES))  # the same cells, the other way round
    assert (again.state, again.counts["succeeded"], again.progress) == ("succeeded", 6, 1.0)
    assert again.finished_at is not None
    assert not requests_of(open_work, again)
    with open_work() as work, pytest.raises(Conflict, match="succeeded"):
        service.cancel_set_run(work, studio, again.id, by=ada)


def test_pictures_in_the_trash_and_those_of_others_are_drawn_again(
    open_work: OpenWork, studio: Studio, start: Start, template: UUID, make_user: Callable[..., Actor], ada: Actor
) -> None:
    first = start(template, grid=grid(THEMES, STEPS))
    finish(open_work, studio, first)
    with open_work() as work:
        image_id = detail(open_work, first, ada).rows[2].image_id
        assert image_id is not None
        images.trash_image(work, image_id, by=ada)
        work.commit()
    assert start(template, grid=grid(THEMES, STEPS)).counts["queued"] == 1
    assert start(template, by=make_user("bob"), grid=grid(THEMES, STEPS)).counts["queued"] == 6


def test_a_cell_whose_thumbnail_is_lost_or_damaged_stays_empty_on_the_sheet(
    open_work: OpenWork, studio: Studio, start: Start, template: UUID, ada: Actor
) -> None:
    run = start(template, grid=grid(THEMES, STEPS))
    finish(open_work, studio, run)
    thumbnail = io.BytesIO()
    Image.new("RGB", (8, 8), (0, 0, 255)).save(thumbnail, "WEBP", lossless=True)
    whole, damaged = studio.blobs.put(thumbnail.getvalue()), studio.blobs.put(b"RIFF")
    with open_work() as work:
        first, second, third, *_ = (row.image_id for row in service.get_set_run(work, run.id, by=ada).rows)
        for image_id, digest in ((first, whole), (second, damaged), (third, "0" * 64)):
            changed = update(ImageRow).where(ImageRow.id == image_id).values(thumbnail_digest=digest)
            work.session.execute(changed)
        pieces = get_contact_sheet(work, studio, run.id, 64, by=ada)
        with Image.open(io.BytesIO(b"".join(pieces))) as sheet:
            colours = sheet.getcolors(sheet.width * sheet.height) or ()
    counts = {colour: count for count, colour in colours}
    assert counts[(0, 0, 255)] == 8 * 8
    assert counts[(236, 236, 236)] // (64 * 64) == 5, "and some pixels of the letters"


def test_a_failed_cell_is_drawn_again(
    open_work: OpenWork, studio: Studio, start: Start, template: UUID, ada: Actor
) -> None:
    first = start(template, grid=grid(THEMES, STEPS))
    finish(open_work, studio, first, "failed", *["succeeded"] * 5)
    assert start(template, grid=grid(THEMES, STEPS)).counts["queued"] == 1
    with open_work() as work:
        assert service.retry_set_run(work, studio, first.id, by=ada).counts["queued"] == 1


PROBLEMS: dict[str, tuple[dict[str, Any], str, str]] = {
    "no such word": ({"grid": grid(axis("word", "a", subject="ink"), STEPS)}, "unknown_word", "/grid/axes/0/name"),
    "an axis twice": ({"grid": grid(STEPS, axis("steps", 5, 6))}, "axis_repeated", "/grid/axes/1"),
    "no such row": ({"grid": grid(STEPS, THEMES, row=2)}, "row_missing", "/grid/row"),
    "no such row on an axis": ({"grid": grid(STEPS, axis("row", 0, 9))}, "row_missing", "/grid/axes/1/values/1"),
    "too many": ({"grid": grid(axis("seed", *range(26)), axis("steps", *range(39)))}, "too_many_cells", "/grid/axes"),
    "no such text": ({"grid": grid(STEPS, axis("replacement", "a", subject="kings"))}, "text_absent", "/grid/axes"),
    "no such adapter": (
        {"grid": grid(STEPS, axis("adapter_weight", 1, subject="0192e4a0-7c00-7000-8000-000000000081"))},
        "adapter_not_used", "/grid/axes",
    ),
    "a value twice": ({"grid": grid(THEMES, axis("steps", 10, 10))}, "cells_equal", "/grid/axes/1"),
    "a word without effect": (
        {"grid": grid(STEPS, THEMES), "overrides": Overrides(prompt_template="{rank}")}, "cells_equal", "/grid/axes/1"
    ),
    "an empty prompt": (
        {"grid": grid(STEPS, axis("replacement", "", subject="ace")), "overrides": Overrides(prompt_template="{rank}")},
        "prompt_empty", "/grid/axes",
    ),
    "a long prompt": (
        {"grid": grid(STEPS, axis("replacement", "x" * 500, subject="e")),
         "overrides": Overrides(prompt_template="e" * 5)}, "prompt_too_long", "/grid/axes",
    ),
    "an empty word": (
        {"grid": grid(STEPS, axis("word", "", subject="rank")), "overrides": Overrides(prompt_template="{rank}")},
        "prompt_empty", "/grid",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_grid_with_problems_is_refused_as_a_whole(
    open_work: OpenWork, start: Start, template: UUID, name: str
) -> None:
    fields, code, pointer = PROBLEMS[name]
    with pytest.raises(Unprocessable) as refusal:
        start(template, **fields)
    assert refusal.value.code == "grid_has_problems"
    assert [(it.code, it.pointer) for it in refusal.value.findings] == [(code, pointer)]
    with open_work() as work:
        assert not work.session.scalar(select(func.count()).select_from(SetRunCellRow))
        assert not work.session.scalar(select(func.count()).select_from(JobRow))


def test_an_adapter_that_does_not_exist_is_named_by_its_place_on_the_axis(start: Start, template: UUID) -> None:
    absent = AdapterChoice(UUID(int=7), 1.0)
    with pytest.raises(Unprocessable) as refusal:
        start(template, grid=grid(STEPS, axis("adapter", absent)))
    assert refusal.value.code == "unknown_adapter"
    assert [it.pointer for it in refusal.value.findings] == ["/grid/axes/1/values/0"]


def test_a_grid_may_have_a_thousand_cells(open_work: OpenWork, start: Start, template: UUID, ada: Actor) -> None:
    run = start(template, grid=grid(axis("seed", *range(50)), axis("steps", *range(1, 21))))
    assert (run.row_count, run.counts["queued"]) == (1000, 1000)
    assert len(detail(open_work, run, ada).rows) == 1000
