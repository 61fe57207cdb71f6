"""A set run is a version pinned, an album, a job a row; its state is read off the jobs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import ANYONE, SYSTEM, Actor
from platemark.adapters.pinning import AdapterChoice
from platemark.clock import utc_now
from platemark.db.tables import AlbumRow, ImageRow, JobRow, SetRunRow
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Capabilities, EngineImage, GenerateRequest, Health, OnProgress, ShouldCancel
from platemark.engines.registry import Engines
from platemark.errors import Conflict, Forbidden, NotFound, Unprocessable
from platemark.ids import new_id
from platemark.paging import PageRequest
from platemark.set_runs import service
from platemark.set_runs.service import NewSetRun, Overrides
from platemark.set_templates import service as set_templates
from platemark.set_templates.service import NewSetTemplate, SetTemplateChanges
from platemark.set_templates.table import Table, from_rows

OpenWork = Callable[..., UnitOfWork]
MakeUser = Callable[..., Actor]
CARDS = from_rows([{"card": f"card {n}", "prompt": f"{n} of hearts"} for n in range(4)])


class Still:
    """An engine that is never asked for a picture here."""

    name = "press"
    version = "1"

    def capabilities(self) -> Capabilities:
        return Capabilities(
            kinds=frozenset({"generate"}), trains=False, previews=False, deterministic=True, negative_prompt=True,
            guidance_scale=True, adapter_formats=frozenset(), min_side=64, max_side=1024, side_multiple=8, max_steps=50,
        )  # fmt: skip

    def health(self) -> Health:
        return Health(ok=True)

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        raise NotImplementedError


ENGINES = Engines.of([Still()])


class Bell:
    """Counts how often it was rung."""

    def __init__(self) -> None:
        self.rings = 0

    def __call__(self) -> None:
        self.rings += 1


@pytest.fixture
def ada(make_user: MakeUser) -> Actor:
    return make_user("ada")


@pytest.fixture
def make_template(open_work: OpenWork, ada: Actor) -> Callable[..., UUID]:
    def make_template(table: Table = CARDS, by: Actor = ada, **said: Any) -> UUID:
        with open_work() as work:
            new = NewSetTemplate(**{"name": "Cards", "base_prompt": "playing card", **said})
            made = set_templates.create(work, new, table, by=by)
            work.commit()
        return made.id

    return make_template


@pytest.fixture
def start(open_work: OpenWork, make_template: Callable[..., UUID], ada: Actor) -> Callable[..., service.SetRun]:
    def start(set_template_id: UUID | None = None, by: Actor = ada, **asked: Any) -> service.SetRun:
        template = set_template_id or make_template()
        with open_work() as work:
            request = NewSetRun(**{"theme": "winter", "seed": 100, **asked})
            run = service.start(work, ENGINES, template, request, by=by, wake=Bell())
            work.commit()
        return run

    return start


def jobs_of(work: UnitOfWork, run_id: UUID) -> Sequence[sa.Row[Any]]:
    columns = JobRow.__table__.c
    return work.session.execute(
        sa.select(*columns).where(JobRow.set_run_id == run_id).order_by(JobRow.row_position)
    ).all()


def put(work: UnitOfWork, run_id: UUID, states: Sequence[str], *, progress: float = 0.5) -> None:
    """Bring the jobs of a run into ``states``, as workers and callers would have; ``*`` after it: never started."""
    now = utc_now()
    for job, word in zip(jobs_of(work, run_id), states, strict=True):
        state = word.removesuffix("*")
        began = state != "queued" and not word.endswith("*")
        work.session.execute(
            sa.update(JobRow)
            .where(JobRow.id == job.id)
            .values(
                state=state,
                lease_until=now if state == "running" else None,
                progress={"succeeded": 1.0, "running": progress}.get(state, 0.0),
                started_at=now if began else None,
                finished_at=None if state in ("queued", "running") else now,
                error_code="engine_error" if state == "failed" else None,
                error_message="No ink." if state == "failed" else None,
            )
        )


def test_a_run_makes_an_album_and_queues_a_job_for_each_row(
    open_work: OpenWork, make_template: Callable[..., UUID], ada: Actor
) -> None:
    template = make_template(style_suffix="woodcut", negative_prompt="text", width=256, height=384, steps=12)
    bell = Bell()
    with open_work() as work:
        run = service.start(work, ENGINES, template, NewSetRun(theme="winter", seed=100, priority=3), by=ada, wake=bell)
        assert bell.rings == 0
        work.commit()
    assert bell.rings == 1
    assert (run.state, run.row_count, run.seed, run.theme, run.progress) == ("queued", 4, 100, "winter", 0.0)
    assert run.counts == {"queued": 4, "running": 0, "succeeded": 0, "failed": 0, "cancelled": 0}
    assert (run.set_template_id, run.set_template_version, run.created_by) == (template, 1, ada.user_id)
    assert (run.started_at, run.finished_at, run.estimate) == (None, None, None)
    with open_work(write=False) as work:
        album = work.session.get_one(AlbumRow, run.album_id)
        assert (album.name, album.source, album.theme) == ("Cards — winter", "set_run", "winter")
        assert (album.set_template_id, album.set_template_version, album.set_run_id) == (template, 1, run.id)
        found = jobs_of(work, run.id)
    assert [job.row_position for job in found] == [0, 1, 2, 3]
    assert [job.payload["seed"] for job in found] == [100, 101, 102, 103]
    assert [job.payload["title"] for job in found] == ["card 0", "card 1", "card 2", "card 3"]
    assert found[2].payload["prompt"] == "playing card, winter, 2 of hearts, woodcut"
    said = ("negative_prompt", "width", "height", "steps", "guidance_scale", "visibility", "set_template_version")
    assert [found[0].payload[name] for name in said] == ["text", 256, 384, 12, 7.5, "private", 1]
    assert {(job.album_id, job.priority, job.created_by) for job in found} == {(run.album_id, 3, ada.user_id)}


def test_overrides_take_the_place_of_what_the_template_says(open_work: OpenWork, start: Callable[..., Any]) -> None:
    overrides = Overrides(width=64, height=128, steps=1, guidance_scale=0.0, negative_prompt="")
    run = start(overrides=overrides, album_name="Mine")
    with open_work(write=False) as work:
        payload = jobs_of(work, run.id)[0].payload
        assert work.session.get_one(AlbumRow, run.album_id).name == "Mine"
        stored = work.session.get_one(SetRunRow, run.id).overrides
    said = ("width", "height", "steps", "guidance_scale", "negative_prompt")
    assert [payload[name] for name in said] == [64, 128, 1, 0.0, ""]
    assert stored == {**overrides.given(), "priority": 0}


def test_the_same_seed_asks_for_the_same_pictures_and_none_for_new_ones(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any]
) -> None:
    template = make_template()
    runs = [start(template, seed=7), start(template, seed=7), start(template, seed=None), start(template, seed=None)]
    with open_work(write=False) as work:
        asked = [[(j.payload["prompt"], j.payload["seed"]) for j in jobs_of(work, run.id)] for run in runs]
    assert asked[0] == asked[1]
    assert asked[2] != asked[3]
    assert runs[2].seed != runs[3].seed


def test_seeds_count_on_from_nought_after_the_largest(open_work: OpenWork, start: Callable[..., Any]) -> None:
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
    assert service.album_name(name, theme) == album


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
def test_pictures_are_titled_by_their_rows(row: dict[str, str], title: str) -> None:
    assert service.row_title(row) == title


@pytest.mark.parametrize("visibility", ["private", "shared", "public"])
def test_what_a_run_makes_is_private_until_its_owner_shares_it(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], ada: Actor, visibility: str
) -> None:
    run = start(make_template(visibility=visibility))
    with open_work(write=False) as work:
        album = work.session.get_one(AlbumRow, run.album_id)
        assert (album.visibility, album.created_by) == ("private", ada.user_id)
        assert {job.payload["visibility"] for job in jobs_of(work, run.id)} == {"private"}


def nothing_was_made(work: UnitOfWork) -> bool:
    tables = (SetRunRow, AlbumRow, JobRow)
    return all(work.session.scalar(sa.select(sa.func.count()).select_from(table)) == 0 for table in tables)


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
    ("said", "asked", "code", "findings"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_a_refused_run_makes_nothing_and_says_all(
    open_work: OpenWork,
    make_template: Callable[..., UUID],
    ada: Actor,
    said: dict[str, Any],
    asked: dict[str, Any],
    code: str,
    findings: list[tuple[str, str]],
) -> None:
    template = make_template(**said)
    with open_work() as work, pytest.raises(Unprocessable) as refusal:
        service.start(work, ENGINES, template, NewSetRun(theme="winter", **asked), by=ada, wake=Bell())
    assert refusal.value.code == code
    assert [(f.pointer, f.code) for f in refusal.value.findings] == findings
    with open_work(write=False) as work:
        assert nothing_was_made(work)


def test_findings_of_a_large_set_are_cut_at_a_hundred(
    open_work: OpenWork, make_template: Callable[..., UUID], ada: Actor
) -> None:
    template = make_template(from_rows([{"a": ""}] * 150))
    with open_work() as work, pytest.raises(Unprocessable, match="150 problems") as refusal:
        service.start(work, ENGINES, template, NewSetRun(theme="x"), by=ada, wake=Bell())
    assert len(refusal.value.findings) == 100


def test_a_template_without_rows_or_archived_cannot_be_run(
    open_work: OpenWork, make_template: Callable[..., UUID], ada: Actor
) -> None:
    empty, archived = make_template(Table()), make_template()
    with open_work() as work:
        with pytest.raises(Unprocessable) as refusal:
            service.start(work, ENGINES, empty, NewSetRun(theme="x"), by=ada, wake=Bell())
        assert [f.code for f in refusal.value.findings] == ["no_rows"]
        set_templates.archive(work, archived, by=ada)
        with pytest.raises(Conflict) as conflict:
            service.start(work, ENGINES, archived, NewSetRun(theme="x"), by=ada, wake=Bell())
        assert conflict.value.code == "set_template_archived"
        assert nothing_was_made(work)


def test_a_run_keeps_its_version_whatever_becomes_of_the_template(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], ada: Actor
) -> None:
    template = make_template()
    first = start(template)
    with open_work() as work:
        set_templates.update_set_template(work, template, SetTemplateChanges(base_prompt="tarot"), by=ada)
        work.commit()
    second = start(template)
    with open_work() as work:
        set_templates.archive(work, template, by=ada)
        found = [service.get(work, run.id, by=ada).run for run in (first, second)]
        assert [run.set_template_version for run in found] == [1, 2]
        assert jobs_of(work, first.id)[0].payload["prompt"].startswith("playing card")
        assert jobs_of(work, second.id)[0].payload["prompt"].startswith("tarot")


RUN_STATES = [
    (["queued"] * 4, False, "queued", 0.0),
    (["cancelled*", "queued", "queued", "queued"], False, "queued", 0.25),
    (["running", "queued", "queued", "queued"], False, "running", 0.125),
    (["succeeded", "queued", "queued", "queued"], False, "running", 0.25),
    (["failed", "succeeded", "running", "queued"], False, "running", 0.625),
    (["cancelled*", "cancelled*", "running", "succeeded"], True, "running", 0.875),
    (["succeeded"] * 4, False, "succeeded", 1.0),
    (["succeeded"] * 4, True, "succeeded", 1.0),
    (["succeeded", "failed", "succeeded", "succeeded"], False, "failed", 1.0),
    (["failed", "cancelled*", "succeeded", "succeeded"], False, "failed", 1.0),
    (["failed", "cancelled*", "succeeded", "succeeded"], True, "cancelled", 1.0),
    (["cancelled*"] * 4, True, "cancelled", 1.0),
    (["cancelled", "succeeded", "succeeded", "succeeded"], False, "cancelled", 1.0),
]


@pytest.mark.parametrize(
    ("states", "asked", "state", "progress"),
    RUN_STATES,
    ids=[f"{' '.join(s)}{', cancel asked' if a else ''}" for s, a, _, _ in RUN_STATES],
)
def test_the_state_of_a_run_is_that_of_its_rows(
    open_work: OpenWork,
    start: Callable[..., Any],
    ada: Actor,
    states: list[str],
    asked: bool,
    state: str,
    progress: float,
) -> None:
    run_id = start().id
    with open_work() as work:
        put(work, run_id, states)
        if asked:
            work.session.execute(sa.update(SetRunRow).values(cancel_requested_at=utc_now()))
        detail = service.get(work, run_id, by=ada)
        (listed,) = service.list_set_runs(work, PageRequest(), by=ada, states=[state]).items
        others = [other for other in STATES if other != state]
        assert service.list_set_runs(work, PageRequest(), by=ada, states=others).items == []
    assert detail.run == listed
    assert (listed.state, listed.progress) == (state, progress)
    words = [word.removesuffix("*") for word in states]
    assert [row.state for row in detail.rows] == words
    assert {name: count for name, count in listed.counts.items() if count} == Counter(words)
    assert (listed.started_at is None) == (set(states) <= {"queued", "cancelled*"})
    assert (listed.finished_at is None) == bool({"queued", "running"} & set(words))
    assert [row.error_code for row in detail.rows] == ["engine_error" if w == "failed" else None for w in words]


def test_rows_name_their_images_to_those_who_may_see_them(
    open_work: OpenWork, start: Callable[..., Any], make_user: MakeUser, ada: Actor
) -> None:
    run_id, viewer = start().id, make_user(role="viewer")
    with open_work() as work:
        jobs = jobs_of(work, run_id)
        made = {name: picture(work, jobs[n].id, ada, name) for n, name in enumerate(("shared", "private", "trash"))}
        mine = [row.image_id for row in service.get(work, run_id, by=ada).rows]
        others = [row.image_id for row in service.get(work, run_id, by=viewer).rows]
    assert mine == [made["shared"], made["private"], None, None]
    assert others == [made["shared"], None, None, None]


def picture(work: UnitOfWork, job_id: UUID, owner: Actor, where: str) -> UUID:
    now = utc_now()
    row = ImageRow(
        id=new_id(), title="", visibility="private" if where == "private" else "shared", nsfw=False, source="generated",
        media_type="image/png", width=8, height=8, size_bytes=1, digest="0" * 64, thumbnail_digest="0" * 64,
        job_id=job_id, created_by=owner.user_id, created_at=now, updated_at=now,
        deleted_at=now if where == "trash" else None,
    )  # fmt: skip
    work.session.add(row)
    work.session.flush()
    return row.id


def test_cancelling_stops_what_waits_and_asks_what_runs(
    open_work: OpenWork, start: Callable[..., Any], ada: Actor
) -> None:
    run_id, bell = start().id, Bell()
    with open_work() as work:
        put(work, run_id, ["succeeded", "running", "queued", "queued"])
        run = service.cancel(work, run_id, by=ada, wake=bell)
        assert (run.state, run.counts["running"], run.counts["cancelled"]) == ("running", 1, 2)
        assert [job.cancel_requested_at is not None for job in jobs_of(work, run_id)] == [False, True, True, True]
        assert service.cancel(work, run_id, by=ada, wake=bell) == run
        put(work, run_id, ["succeeded", "cancelled", "cancelled*", "cancelled*"])
        assert service.get(work, run_id, by=ada).run.state == "cancelled"
        work.commit()
    assert bell.rings >= 1


@pytest.mark.parametrize("states", [["succeeded"] * 4, ["failed"] * 4, ["cancelled"] * 4], ids=lambda states: states[0])
def test_a_finished_run_cannot_be_cancelled(
    open_work: OpenWork, start: Callable[..., Any], ada: Actor, states: list[str]
) -> None:
    run_id = start().id
    with open_work() as work:
        put(work, run_id, states)
        with pytest.raises(Conflict) as refusal:
            service.cancel(work, run_id, by=ada, wake=Bell())
    assert refusal.value.code == "set_run_finished"


def test_retrying_queues_the_failed_rows_alone_with_their_seeds(
    open_work: OpenWork, start: Callable[..., Any], ada: Actor
) -> None:
    run_id, bell = start().id, Bell()
    with open_work() as work:
        put(work, run_id, ["succeeded", "failed", "cancelled", "failed"])
        work.session.execute(sa.update(SetRunRow).values(cancel_requested_at=utc_now()))
        before = [job.payload for job in jobs_of(work, run_id)]
        run = service.retry(work, run_id, by=ada, wake=bell)
        after = jobs_of(work, run_id)
        assert run.state == "running"
        assert [job.state for job in after] == ["succeeded", "queued", "cancelled", "queued"]
        assert [job.payload for job in after] == before
        put(work, run_id, ["succeeded", "succeeded", "cancelled", "failed"])
        assert service.get(work, run_id, by=ada).run.state == "failed"
        work.commit()
    assert bell.rings == 1


@pytest.mark.parametrize(
    "states", [["queued"] * 4, ["succeeded"] * 4, ["cancelled"] * 4], ids=lambda states: str(states[0])
)
def test_without_a_failed_row_there_is_nothing_to_retry(
    open_work: OpenWork, start: Callable[..., Any], ada: Actor, states: list[str]
) -> None:
    run_id = start().id
    with open_work() as work:
        put(work, run_id, states)
        with pytest.raises(Conflict) as refusal:
            service.retry(work, run_id, by=ada, wake=Bell())
        assert refusal.value.code == "nothing_to_retry"
        assert [job.state for job in jobs_of(work, run_id)] == states


WHO = [
    ("owner", "shared", None),
    ("admin", "shared", None),
    ("editor", "shared", Forbidden),
    ("viewer", "shared", Forbidden),
    ("admin", "private", None),
    ("editor", "private", NotFound),
    ("anyone", "shared", NotFound),
]


@pytest.mark.parametrize(("who", "visibility", "refusal"), WHO, ids=[f"{w}, {v}" for w, v, _ in WHO])
@pytest.mark.parametrize("verb", [service.cancel, service.retry], ids=["cancel", "retry"])
def test_cancel_and_retry_are_for_the_owner_and_admins(
    open_work: OpenWork,
    make_template: Callable[..., UUID],
    start: Callable[..., Any],
    make_user: MakeUser,
    ada: Actor,
    verb: Callable[..., service.SetRun],
    who: str,
    visibility: str,
    refusal: type[Exception] | None,
) -> None:
    run_id = start(make_template(visibility=visibility)).id
    by = {"owner": ada, "anyone": ANYONE}.get(who) or make_user(role=who)
    with open_work() as work:
        put(work, run_id, ["failed", "queued", "queued", "queued"])
        if refusal is None:
            assert verb(work, run_id, by=by, wake=Bell()).id == run_id
            return
        with pytest.raises(refusal):
            verb(work, run_id, by=by, wake=Bell())
        seen = service.list_set_runs(work, PageRequest(), by=by).items
        assert len(seen) == (0 if refusal is NotFound else 1)


def test_whoever_started_a_run_sees_it_though_the_template_was_hidden_since(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], make_user: MakeUser, ada: Actor
) -> None:
    template, bob, eve = make_template(), make_user("bob"), make_user("eve")
    run = start(template, by=bob)
    with open_work() as work:
        set_templates.update_set_template(work, template, SetTemplateChanges(visibility="private"), by=ada)
        assert [r.id for r in service.list_set_runs(work, PageRequest(), by=bob).items] == [run.id]
        assert service.get(work, run.id, by=ada).run.id == run.id
        assert service.list_set_runs(work, PageRequest(), by=eve).items == []
        with pytest.raises(NotFound):
            service.get(work, run.id, by=eve)


def test_runs_come_in_pages_and_by_template(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], ada: Actor
) -> None:
    one, two = make_template(), make_template()
    made = [start(template).id for template in (one, two, one)]
    with open_work(write=False) as work:
        first = service.list_set_runs(work, PageRequest(2), by=ada)
        rest = service.list_set_runs(work, PageRequest(2, first.next_after), by=ada)
        of_one = service.list_set_runs(work, PageRequest(), by=ada, set_template_id=one)
        none = service.list_set_runs(work, PageRequest(), by=ada, set_template_id=new_id())
    assert [run.id for run in (*first.items, *rest.items)] == made[::-1]
    assert rest.next_after is None
    assert [run.id for run in of_one.items] == [made[2], made[0]]
    assert none.items == []


def test_a_page_of_runs_costs_the_same_statements_however_long(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], ada: Actor
) -> None:
    template = make_template()
    seen: list[int] = []
    for _ in range(2):
        start(template)
        start(template)
        with open_work(write=False) as work:
            statements: list[str] = []
            connection = work.session.connection()
            sa.event.listen(
                connection, "before_cursor_execute", lambda _c, _cur, sql, *_, told=statements: told.append(sql)
            )
            service.list_set_runs(work, PageRequest(), by=ada)
            seen.append(len(statements))
    assert seen[0] == seen[1] <= 4


def test_a_preview_shows_prompts_problems_and_changes_nothing(
    open_work: OpenWork, make_template: Callable[..., UUID], ada: Actor
) -> None:
    template = make_template(example_theme="autumn")
    with open_work() as work:
        shown = service.preview(work, ENGINES, template, by=ada, limit=2)
        assert shown.prompts == ((0, "playing card, autumn, 0 of hearts"), (1, "playing card, autumn, 1 of hearts"))
        assert (shown.version, shown.problems, shown.row_count, shown.estimate) == (1, (), 4, None)
        other = Overrides(prompt_template="{row} {theme}", width=2048)
        changed = service.preview(work, ENGINES, template, by=ada, theme="", overrides=other)
        assert changed.prompts[3] == (3, "3 of hearts")
        assert [p.code for p in changed.problems] == ["width_limit"]
        broken = service.preview(work, ENGINES, template, by=ada, overrides=Overrides(prompt_template="{nope}"))
        assert (broken.prompts, [p.code for p in broken.problems]) == ((), ["missing_column"])
        long = service.preview(work, ENGINES, template, by=ada, overrides=Overrides(base_prompt="x" * 2000))
        assert {len(prompt) for _, prompt in long.prompts} == {2000}
        assert [p.position for p in long.problems] == [0, 1, 2, 3]
        assert nothing_was_made(work)
        set_templates.archive(work, template, by=ada)
        with pytest.raises(NotFound):
            service.preview(work, ENGINES, template, by=ada)


def test_estimates_come_from_what_past_jobs_took(open_work: OpenWork, start: Callable[..., Any]) -> None:
    first, second = start(by=SYSTEM), start(by=SYSTEM)
    with open_work() as work:
        put(work, first.id, ["succeeded"] * 4)
        put(work, second.id, ["succeeded", "succeeded", "running", "queued"])
        work.session.execute(sa.text("UPDATE jobs SET finished_at = started_at + 3000 WHERE state = 'succeeded'"))
        done, going = (service.get(work, run.id, by=SYSTEM).run for run in (first, second))
    assert done.estimate is None
    assert going.estimate is not None
    assert (going.estimate.p50_seconds, going.estimate.basis_count) == (6.0, 6)
