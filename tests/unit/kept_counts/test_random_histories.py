"""After any history, the kept counts are what counting gives."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import ANYONE, Actor
from platemark.albums import queries
from platemark.db.kept_counts import reading
from platemark.db.kept_counts.top_labels import list_top_labels
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow, JobRow, LabelRow, SetRunRow, TrainingRunRow
from platemark.db.tables.jobs import STATES
from platemark.db.unit_of_work import UnitOfWork
from platemark.image_visibility import image_is_visible
from platemark.jobs.visibility import visible_jobs
from platemark.paging import PageRequest
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import SetRunFilter
from platemark.studio import Studio
from platemark.training import service as training
from platemark.training.views import TrainingRunFilter
from tests.unit.kept_counts.driver import differences
from tests.unit.kept_counts.history import History

BATCHES, STEPS = 8, 60


@pytest.mark.timeout(400)
@pytest.mark.parametrize("seed", [1, 2])
def test_after_each_part_of_a_history_the_counts_are_those_of_a_recount(studio: Studio, seed: int) -> None:
    history = History(studio, seed)
    for _ in range(BATCHES):
        history.take_steps(STEPS)
        assert differences(studio.database) == []
        with UnitOfWork(studio.database, write=False) as work:
            for caller in (*history.driver.users, Actor(UUID(int=1), "new", "viewer", "token")):
                check_jobs(work, caller)
                check_labels(work, caller)
            for caller in (*history.driver.users, ANYONE):
                check_albums(work, caller)
            check_files(work)
            check_set_runs(work, history.driver.users[0])
            check_training_runs(work, history.driver.users[0])
    assert set(history.taken) == {step.__name__ for step in history.steps}


def check_jobs(work: UnitOfWork, caller: Actor) -> None:
    for kind in (None, "generate", "train"):
        condition = JobRow.kind == kind if kind else sa.true()
        counted = sa.select(JobRow.state, sa.func.count()).where(visible_jobs(caller), condition)
        expected = dict.fromkeys(STATES, 0) | dict(work.session.execute(counted.group_by(JobRow.state)).all())
        assert reading.count_jobs_by_state(work, by=caller, kind=kind) == expected


def members(work: UnitOfWork, caller: Actor) -> dict[UUID, list[UUID]]:
    """The images of each album that the caller may see, whether they may see the album or not."""
    rows = work.session.execute(
        sa.select(AlbumImageRow.album_id, AlbumImageRow.image_id).where(
            image_is_visible(caller, AlbumImageRow.image_id.expression)
        )
    )
    images: dict[UUID, list[UUID]] = {album_id: [] for album_id in work.session.scalars(sa.select(AlbumRow.id))}
    for album_id, image_id in rows:
        images[album_id].append(image_id)
    return images


def check_albums(work: UnitOfWork, caller: Actor) -> None:
    for album_id, images in members(work, caller).items():
        album = queries.get_album(work, album_id, by=caller)
        assert album is None or album.view.image_count == len(images)
        assert sum(it.images for it in reading.count_album_images(work, album_id, by=caller)) == len(images)


def check_labels(work: UnitOfWork, caller: Actor) -> None:
    labels: dict[UUID, set[tuple[str, str]]] = {}
    for image_id, kind, text in work.session.execute(sa.select(LabelRow.image_id, LabelRow.kind, LabelRow.text)):
        labels.setdefault(image_id, set()).add((kind, text))
    for album_id, images in members(work, caller).items():
        counts = reading.count_album_images(work, album_id, by=caller)
        for kind, count in (("caption", sum(it.captioned for it in counts)), ("tag", sum(it.tagged for it in counts))):
            assert count == sum(any(it[0] == kind for it in labels.get(image_id, ())) for image_id in images)
        expected = Counter(label for image_id in images for label in labels.get(image_id, ()))
        top: list[Any] = sorted(expected.items(), key=lambda it: (-it[1], it[0]))
        for limit in (1, 3, 50):
            found = [((it.kind, it.text), it.images) for it in list_top_labels(work, album_id, limit, by=caller)]
            assert found == top[:limit]


def check_files(work: UnitOfWork) -> None:
    files = dict(work.session.execute(sa.select(ImageRow.digest, ImageRow.size_bytes)).all())
    thumbnails = set(work.session.scalars(sa.select(ImageRow.thumbnail_digest)))
    totals = reading.total_files(work)
    assert (totals.number, totals.bytes) == (len(files) + len(thumbnails), sum(files.values()))


def check_set_runs(work: UnitOfWork, admin: Actor) -> None:
    states = {run_id: state_of(work, run_id) for run_id in work.session.scalars(sa.select(SetRunRow.id))}
    newest = sorted(states, reverse=True)
    filters = [(), *((state,) for state in STATES), ("failed", "cancelled"), ("queued", "running", "succeeded")]
    for wanted in filters:
        runs = set_runs.list_set_runs(work, SetRunFilter(states=wanted), PageRequest(1000), by=admin).items
        expected = [(run_id, states[run_id]) for run_id in newest if not wanted or states[run_id] in wanted]
        assert [(run.id, run.state) for run in runs] == expected


def check_training_runs(work: UnitOfWork, admin: Actor) -> None:
    rows = work.session.execute(
        sa.select(TrainingRunRow.id, TrainingRunRow.engine, JobRow.state)
        .join(JobRow, JobRow.id == TrainingRunRow.job_id)
        .order_by(TrainingRunRow.id.desc())
    ).all()
    assert reading.count_training_runs(work) == Counter((row.engine, row.state) for row in rows)
    for wanted in ((), *((state,) for state in STATES), ("failed", "cancelled")):
        filters = TrainingRunFilter(states=wanted)
        runs = training.list_training_runs(work, filters, PageRequest(1000), by=admin).items
        assert [run.id for run in runs] == [row.id for row in rows if not wanted or row.state in wanted]


def state_of(work: UnitOfWork, run_id: UUID) -> str:
    """What the jobs of a run say of it."""
    jobs = work.session.execute(sa.select(JobRow.state, JobRow.started_at).where(JobRow.set_run_id == run_id)).all()
    states = {job.state for job in jobs}
    if states & {"queued", "running"}:
        return "running" if any(job.started_at for job in jobs) else "queued"
    if states == {"succeeded"}:
        return "succeeded"
    cancelled = work.session.scalar(sa.select(SetRunRow.cancel_requested_at).where(SetRunRow.id == run_id))
    return "failed" if "failed" in states and cancelled is None else "cancelled"
