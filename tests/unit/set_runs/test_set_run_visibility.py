"""A set run, its jobs and their events are seen by its starter, admins, and those who see the album that it fills."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import Actor
from platemark.db.tables import AlbumRow
from platemark.errors import NotFound
from platemark.events import queries as events
from platemark.jobs import queue
from platemark.jobs import service as jobs
from platemark.jobs.requests import GenerateJob
from platemark.jobs.views import JobFilter
from platemark.jobs.visibility import HIDDEN_MESSAGE
from platemark.paging import PageRequest
from platemark.set_runs import service
from platemark.set_runs.views import SetRunFilter
from tests.conftest import OpenWork
from tests.unit.conftest import RowFactory
from tests.unit.set_runs.run_jobs import jobs_of, set_states

Start = Callable[..., Any]
SEES = [
    ("private", {"owner", "admin"}),
    ("shared", {"owner", "admin", "editor", "viewer"}),
    ("public", {"owner", "admin", "editor", "viewer"}),
    ("deleted", {"owner", "admin"}),
]


@pytest.fixture
def ada(people: dict[str, Actor]) -> Actor:
    """The owner of the set templates and the runs of these tests."""
    return people["owner"]


def show_album(open_work: OpenWork, album_id: UUID, visibility: str) -> None:
    album = AlbumRow.id == album_id
    change = (
        sa.delete(AlbumRow).where(album)
        if visibility == "deleted"
        else sa.update(AlbumRow).where(album).values(visibility=visibility)
    )
    with open_work() as work:
        work.session.execute(change)
        work.commit()


@pytest.mark.parametrize(("album", "who_sees"), SEES, ids=[album for album, _ in SEES])
def test_a_run_its_jobs_and_their_events_have_the_visibility_of_its_album(
    open_work: OpenWork, start: Start, people: dict[str, Actor], album: str, who_sees: set[str]
) -> None:
    run = start()
    show_album(open_work, run.album_id, album)
    filters, page = JobFilter(set_run_id=run.id), PageRequest()
    for name in ("owner", "admin", "editor", "viewer"):
        by, seen = people[name], name in who_sees
        with open_work() as work:
            set_states(work, run.id, ["running", "queued", "queued", "failed"])
            (job_id, *_) = (job.id for job in jobs_of(work, run.id))
            queue.cancel(work, job_id)
            assert (
                run.id in [each.id for each in service.list_set_runs(work, SetRunFilter(), page, by=by).items]
            ) == seen
            for listed in (jobs.list_jobs(work, filters, page, by=by), jobs.list_jobs(work, JobFilter(), page, by=by)):
                assert (len(listed.page.items), sum(listed.counts.values())) == ((4, 4) if seen else (0, 0))
            assert jobs.get_queue(work, by=by).running == ([job_id] if seen else [])
            assert sum(jobs.get_queue(work, by=by).depth.values()) == 4, "the depth is that of the whole queue"
            if seen:
                assert service.get_set_run(work, run.id, by=by).run.id == run.id
                assert jobs.get_job(work, job_id, by=by).id == job_id
            else:
                with pytest.raises(NotFound):
                    service.get_set_run(work, run.id, by=by)
                with pytest.raises(NotFound):
                    jobs.get_job(work, job_id, by=by)
            if by.role == "editor" and not seen:
                with pytest.raises(NotFound, match="job_not_found"):
                    jobs.set_job_priority(work, job_id, 1, by=by)
        with open_work(write=False) as work:
            of_jobs = [event for event in events.list_after(work, 0) if event.kind.startswith("job.")]
            assert [event.is_visible_to(by) for event in of_jobs] == [seen] * 4


@pytest.mark.parametrize("hidden", ["none", "private", "trash", "missing"])
def test_the_seed_of_a_run_is_read_by_editors_who_see_an_image_of_each_row(
    open_work: OpenWork, start: Start, people: dict[str, Actor], factory: RowFactory, hidden: str
) -> None:
    run = start(seed=23)
    show_album(open_work, run.album_id, "shared")
    with open_work() as work:
        set_states(work, run.id, ["succeeded"] * 4)
        job_ids = [job.id for job in jobs_of(work, run.id)]
        now = work.now()
        work.commit()
    for job_id in job_ids[:3]:
        factory.image(people["owner"], "shared", job_id=job_id)
    if hidden != "missing":
        trashed = {"deleted_at": now} if hidden == "trash" else {}
        factory.image(people["owner"], "private" if hidden == "private" else "public", job_id=job_ids[3], **trashed)
    with open_work(write=False) as work:
        seeds = {
            name: service.get_set_run(work, run.id, by=people[name]).run.seed
            for name in ("owner", "admin", "editor", "viewer")
        }
        last = jobs.get_job(work, job_ids[3], by=people["editor"])
        assert isinstance(jobs.get_job(work, job_ids[0], by=people["editor"]).request, GenerateJob)
    editors = 23 if hidden == "none" else None
    assert seeds == {"owner": 23, "admin": 23, "editor": editors, "viewer": None}
    assert (last.request is None) == (editors is None)


def test_the_message_of_a_failed_row_is_shown_to_those_who_may_read_its_request(
    open_work: OpenWork, start: Start, people: dict[str, Actor]
) -> None:
    run = start()
    show_album(open_work, run.album_id, "public")
    with open_work() as work:
        set_states(work, run.id, ["failed", "succeeded", "succeeded", "succeeded"])
        shown = {
            name: [row.error_message for row in service.get_set_run(work, run.id, by=people[name]).rows][:2]
            for name in ("owner", "admin", "editor", "viewer")
        }
    assert shown == {
        "owner": ["No ink.", None], "admin": ["No ink.", None],
        "editor": [HIDDEN_MESSAGE, None], "viewer": [HIDDEN_MESSAGE, None],
    }  # fmt: skip
