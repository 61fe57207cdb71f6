"""The state of a set run follows from its jobs; cancelling, retrying and listing runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import ANYONE, SYSTEM, Actor
from platemark.clock import utc_now
from platemark.db.engine import Database
from platemark.db.tables import AlbumRow, ImageRow, SetRunRow
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Forbidden, NotFound, Unauthenticated
from platemark.ids import new_id
from platemark.jobs import estimates
from platemark.jobs import service as jobs
from platemark.jobs.views import CancellationFilter
from platemark.paging import PageRequest
from platemark.set_runs import service
from platemark.set_runs.views import SetRunFilter, SetRunView
from platemark.set_templates import service as set_templates
from platemark.set_templates.views import SetTemplateChanges
from platemark.studio import Studio
from tests.interleaving import run_between
from tests.unit.set_runs.run_jobs import WakeUps, jobs_of, set_states

OpenWork = Callable[..., UnitOfWork]
MakeUser = Callable[..., Actor]


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
    ("states", "cancelled", "state", "progress"),
    RUN_STATES,
    ids=[f"{' '.join(s)}{', run cancelled' if a else ''}" for s, a, _, _ in RUN_STATES],
)
def test_the_state_of_a_run_follows_from_its_rows(
    open_work: OpenWork,
    start: Callable[..., Any],
    ada: Actor,
    states: list[str],
    cancelled: bool,
    state: str,
    progress: float,
) -> None:
    run_id = start().id
    with open_work() as work:
        set_states(work, run_id, states)
        if cancelled:
            work.session.execute(sa.update(SetRunRow).values(cancel_requested_at=utc_now()))
        detail = service.get_set_run(work, run_id, by=ada)
        (listed,) = service.list_set_runs(work, SetRunFilter(states=[state]), PageRequest(), by=ada).items
        others = [other for other in STATES if other != state]
        assert service.list_set_runs(work, SetRunFilter(states=others), PageRequest(), by=ada).items == []
    assert detail.run == listed
    assert (listed.state, listed.progress) == (state, progress)
    row_states = [each.removesuffix("*") for each in states]
    assert [row.state for row in detail.rows] == row_states
    assert {name: count for name, count in listed.counts.items() if count} == Counter(row_states)
    assert (listed.started_at is None) == (set(states) <= {"queued", "cancelled*"})
    assert (listed.finished_at is None) == bool({"queued", "running"} & set(row_states))
    assert [row.error_code for row in detail.rows] == ["engine_error" if w == "failed" else None for w in row_states]


def test_rows_show_only_images_that_the_caller_may_see(
    open_work: OpenWork, start: Callable[..., Any], make_user: MakeUser, ada: Actor
) -> None:
    run_id, viewer = start().id, make_user(role="viewer")
    with open_work() as work:
        work.session.execute(sa.update(AlbumRow).values(visibility="shared"))
        of_run = jobs_of(work, run_id)
        image_ids = {
            name: picture(work, of_run[n].id, ada, name) for n, name in enumerate(("shared", "private", "trash"))
        }
        mine = [row.image_id for row in service.get_set_run(work, run_id, by=ada).rows]
        others = [row.image_id for row in service.get_set_run(work, run_id, by=viewer).rows]
    assert mine == [image_ids["shared"], image_ids["private"], None, None]
    assert others == [image_ids["shared"], None, None, None]


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


def test_cancelling_cancels_queued_rows_and_asks_running_ones_to_stop(
    open_work: OpenWork, studio: Studio, wake_ups: WakeUps, start: Callable[..., Any], ada: Actor
) -> None:
    run_id = start().id
    before = wake_ups.count
    with open_work() as work:
        set_states(work, run_id, ["succeeded", "running", "queued", "queued"])
        run = service.cancel_set_run(work, studio, run_id, by=ada)
        assert (run.state, run.counts["running"], run.counts["cancelled"]) == ("running", 1, 2)
        assert [job.cancel_requested_at is not None for job in jobs_of(work, run_id)] == [False, True, True, True]
        assert service.cancel_set_run(work, studio, run_id, by=ada) == run
        set_states(work, run_id, ["succeeded", "cancelled", "cancelled*", "cancelled*"])
        assert service.get_set_run(work, run_id, by=ada).run.state == "cancelled"
        work.commit()
    assert wake_ups.count > before


@pytest.mark.parametrize("ended", ["succeeded", "failed"])
def test_a_run_whose_last_rows_are_cancelled_with_other_jobs_ends(
    open_work: OpenWork, studio: Studio, start: Callable[..., Any], ada: Actor, ended: str
) -> None:
    run_id = start().id
    with open_work() as work:
        set_states(work, run_id, [ended, "queued", "queued", "queued"])
        done = jobs.cancel_jobs(work, studio, CancellationFilter(set_run_id=run_id), dry_run=False, by=ada)
        run = service.get_set_run(work, run_id, by=ada).run
    assert (done.cancelled_count, run.counts["cancelled"]) == (3, 3)
    assert run.state == ("failed" if ended == "failed" else "cancelled")


@pytest.mark.parametrize("states", [["succeeded"] * 4, ["failed"] * 4, ["cancelled"] * 4], ids=lambda states: states[0])
def test_a_finished_run_cannot_be_cancelled(
    open_work: OpenWork, studio: Studio, start: Callable[..., Any], ada: Actor, states: list[str]
) -> None:
    run_id = start().id
    with open_work() as work:
        set_states(work, run_id, states)
        with pytest.raises(Conflict) as refusal:
            service.cancel_set_run(work, studio, run_id, by=ada)
    assert refusal.value.code == "set_run_finished"


def test_retrying_queues_only_the_failed_rows_with_their_seeds(
    open_work: OpenWork, studio: Studio, wake_ups: WakeUps, start: Callable[..., Any], ada: Actor
) -> None:
    run_id = start().id
    before = wake_ups.count
    with open_work() as work:
        set_states(work, run_id, ["succeeded", "failed", "cancelled", "failed"])
        work.session.execute(sa.update(SetRunRow).values(cancel_requested_at=utc_now()))
        payloads = [job.payload for job in jobs_of(work, run_id)]
        run = service.retry_set_run(work, studio, run_id, by=ada)
        after = jobs_of(work, run_id)
        assert run.state == "running"
        assert [job.state for job in after] == ["succeeded", "queued", "cancelled", "queued"]
        assert [job.payload for job in after] == payloads
        set_states(work, run_id, ["succeeded", "succeeded", "cancelled", "failed"])
        assert service.get_set_run(work, run_id, by=ada).run.state == "failed"
        work.commit()
    assert wake_ups.count == before + 1


@pytest.mark.parametrize(
    "states", [["queued"] * 4, ["succeeded"] * 4, ["cancelled"] * 4], ids=lambda states: str(states[0])
)
def test_without_a_failed_row_there_is_nothing_to_retry(
    open_work: OpenWork, studio: Studio, start: Callable[..., Any], ada: Actor, states: list[str]
) -> None:
    run_id = start().id
    with open_work() as work:
        set_states(work, run_id, states)
        with pytest.raises(Conflict) as refusal:
            service.retry_set_run(work, studio, run_id, by=ada)
        assert refusal.value.code == "nothing_to_retry"
        assert [job.state for job in jobs_of(work, run_id)] == states


WHO = [
    ("owner", "shared", None),
    ("admin", "shared", None),
    ("editor", "shared", Forbidden),
    ("viewer", "shared", Forbidden),
    ("admin", "private", None),
    ("editor", "private", NotFound),
    ("anyone", "public", Unauthenticated),
]


@pytest.mark.parametrize(("who", "visibility", "refusal"), WHO, ids=[f"{w}, {v}" for w, v, _ in WHO])
@pytest.mark.parametrize("verb", [service.cancel_set_run, service.retry_set_run], ids=["cancel", "retry"])
def test_only_the_owner_and_admins_may_cancel_and_retry(
    open_work: OpenWork,
    studio: Studio,
    start: Callable[..., Any],
    make_user: MakeUser,
    ada: Actor,
    verb: Callable[..., SetRunView],
    who: str,
    visibility: str,
    refusal: type[Exception] | None,
) -> None:
    run_id = start().id
    by = {"owner": ada, "anyone": ANYONE}.get(who) or make_user(role=who)
    with open_work() as work:
        work.session.execute(sa.update(AlbumRow).values(visibility=visibility))
        set_states(work, run_id, ["failed", "queued", "queued", "queued"])
        if refusal is None:
            assert verb(work, studio, run_id, by=by).id == run_id
            return
        with pytest.raises(refusal):
            verb(work, studio, run_id, by=by)
        if by is ANYONE:
            return
        visible_runs = service.list_set_runs(work, SetRunFilter(), PageRequest(), by=by).items
        assert len(visible_runs) == (0 if refusal is NotFound else 1)


def test_a_run_stays_visible_to_its_starter_after_the_template_became_private(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], make_user: MakeUser, ada: Actor
) -> None:
    template, bob, eve = make_template(), make_user("bob"), make_user("eve")
    run = start(template, by=bob)
    with open_work() as work:
        set_templates.update_set_template(work, template, SetTemplateChanges(visibility="private"), by=ada)
        assert [r.id for r in service.list_set_runs(work, SetRunFilter(), PageRequest(), by=bob).items] == [run.id]
        for other in (ada, eve):
            assert service.list_set_runs(work, SetRunFilter(), PageRequest(), by=other).items == []
            with pytest.raises(NotFound):
                service.get_set_run(work, run.id, by=other)


def test_runs_are_paged_and_filtered_by_template(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], ada: Actor
) -> None:
    template_id, other_id = make_template(), make_template()
    run_ids = [start(id_).id for id_ in (template_id, other_id, template_id)]
    with open_work(write=False) as work:
        first = service.list_set_runs(work, SetRunFilter(), PageRequest(2), by=ada)
        rest = service.list_set_runs(work, SetRunFilter(), PageRequest(2, first.next_after), by=ada)
        of_template = service.list_set_runs(work, SetRunFilter(set_template_id=template_id), PageRequest(), by=ada)
        none = service.list_set_runs(work, SetRunFilter(set_template_id=new_id()), PageRequest(), by=ada)
    assert [run.id for run in (*first.items, *rest.items)] == run_ids[::-1]
    assert rest.next_after is None
    assert [run.id for run in of_template.items] == [run_ids[2], run_ids[0]]
    assert none.items == []


def test_a_page_takes_the_same_number_of_statements_however_many_runs_it_has(
    open_work: OpenWork, make_template: Callable[..., UUID], start: Callable[..., Any], ada: Actor
) -> None:
    template = make_template()
    statement_counts: list[int] = []
    for _ in range(2):
        start(template)
        start(template)
        with open_work(write=False) as work:
            statements: list[str] = []
            connection = work.session.connection()
            sa.event.listen(
                connection, "before_cursor_execute", lambda _c, _cur, sql, *_, recorded=statements: recorded.append(sql)
            )
            service.list_set_runs(work, SetRunFilter(), PageRequest(), by=ada)
            statement_counts.append(len(statements))
    assert statement_counts[0] == statement_counts[1] <= 4


def test_estimates_are_based_on_the_duration_of_past_jobs(open_work: OpenWork, start: Callable[..., Any]) -> None:
    first, second = start(by=SYSTEM), start(by=SYSTEM)
    with open_work() as work:
        set_states(work, first.id, ["succeeded"] * 4)
        set_states(work, second.id, ["succeeded", "succeeded", "running", "queued"])
        work.session.execute(sa.text("UPDATE jobs SET finished_at = started_at + 3000 WHERE state = 'succeeded'"))
        estimates.update_estimates(work)
        finished, unfinished = (service.get_set_run(work, run.id, by=SYSTEM).run for run in (first, second))
    assert finished.estimate is None
    assert unfinished.estimate is not None
    assert (unfinished.estimate.p50_seconds, unfinished.estimate.basis_count) == (6.0, 6)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_cancelling_a_run_that_is_being_retried_cancels_the_retried_rows(
    database: Database, open_work: OpenWork, studio: Studio, start: Callable[..., SetRunView], ada: Actor
) -> None:
    run = start()
    with open_work() as work:
        set_states(work, run.id, ["failed", "queued", "queued", "succeeded"])
        work.commit()
    run_between(
        database,
        lambda work: service.retry_set_run(work, studio, run.id, by=ada),
        lambda work: service.cancel_set_run(work, studio, run.id, by=ada),
    )
    with open_work(write=False) as work:
        assert [job.state for job in jobs_of(work, run.id)] == ["cancelled", "cancelled", "cancelled", "succeeded"]
