"""Training on real worker processes: it shows what it does, stops, goes on, and comes to the same end whatever dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from platemark.access import Actor
from platemark.accounts import service as accounts
from platemark.adapters.pinning import AdapterChoice
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.db.tables import AdapterRow, EventRow, TrainingMetricRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import service as images
from platemark.images.views import NewUpload
from platemark.jobs import queue, workers
from platemark.jobs import service as jobs
from platemark.jobs.requests import GenerateJob
from platemark.paging import PageRequest
from platemark.storage.blobs import FolderBlobStore
from platemark.training import run_folders
from platemark.training import service as training
from platemark.training.views import NewTrainingRun, TrainingRunFilter, TrainingRunView
from platemark.worker.supervisor import Supervisor
from tests.populate import png
from tests.worker.conftest import CHILD, Child, Shop, children_of, lives, until

StartChild = Callable[..., Child]
PAGE = PageRequest(50)
WEEK = timedelta(days=7)
on_sqlite_alone = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
in_the_house_of_sqlite = pytest.mark.parametrize("house", ["sqlite"], indirect=True)


class School:
    """A shop with an album, and somebody who has it learned."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.blobs = FolderBlobStore(shop.settings.blobs_dir)
        user = shop.do(accounts.ensure_first_admin)
        self.by = Actor(user.id, user.name, "admin", "token")
        self.album_id = shop.do(self._album)

    def _album(self, work: UnitOfWork) -> UUID:
        album_id = albums.insert_album(work, NewAlbum(name="Proofs"), by=self.by)
        for number in range(6):
            picture = images.store_picture(self.blobs, png((number * 40, 20, 90)), max_pixels=10_000)
            facts = NewUpload(caption=f"plate {number}")
            kept = images.insert_upload(work, self.blobs, picture, facts, by=self.by)
            albums.add_album_images(work, album_id, [kept.image_id], by=self.by)
        return album_id

    def train(self, **parameters: Any) -> TrainingRunView:
        asked = NewTrainingRun(name="Proofs", album_ids=[self.album_id], engine="tiny", seed=7, parameters=parameters)
        run: TrainingRunView = self.shop.do(training.create_training_run, self.shop.studio, asked, by=self.by)
        return run

    def look(self, run: TrainingRunView) -> TrainingRunView:
        found: TrainingRunView = self.shop.do(training.get_training_run, run.id, by=self.by)
        return found

    def until(self, run: TrainingRunView, holds: Callable[[TrainingRunView], bool]) -> TrainingRunView:
        until(lambda: holds(self.look(run)), "the training run to get there")
        return self.look(run)

    def ended(self, run: TrainingRunView) -> TrainingRunView:
        return self.until(run, lambda now: now.state in ("succeeded", "failed", "cancelled"))

    def act(self, verb: Callable[..., TrainingRunView], run: TrainingRunView) -> TrainingRunView:
        now: TrainingRunView = self.shop.do(verb, self.shop.studio, run.id, by=self.by)
        return now

    def weights(self, run: TrainingRunView) -> bytes:
        assert run.artifact is not None
        return self.blobs.read(run.artifact.digest)

    def metrics(self, run: TrainingRunView) -> list[tuple[int, str, float]]:
        row = TrainingMetricRow
        found = select(row.step, row.name, row.value).where(row.training_run_id == run.id).order_by(row.step, row.name)
        with UnitOfWork(self.shop.database, write=False) as work:
            return [(step, name, value) for step, name, value in work.session.execute(found)]

    def log(self, run: TrainingRunView) -> str:
        return run_folders.read_log(run_folders.run_folder(self.shop.settings.training_dir, run.id), 0).text


@pytest.fixture
def school(patient: Shop) -> School:
    """One with a worker that lives through all tests."""
    return opened(patient)


@pytest.fixture
def lonely(shop: Shop) -> School:
    """One without workers but those that the test starts."""
    return opened(shop)


def opened(shop: Shop) -> School:
    shop.do(accounts.create_first_sign_in_link, lifetime=WEEK)
    return School(shop)


def test_a_run_is_told_of_while_it_learns_and_leaves_an_adapter_that_pictures_are_made_with(school: School) -> None:
    run = school.train(steps=20)
    assert (run.state, run.progress, run.samples, run.artifact) == ("queued", 0.0, [], None)
    done = school.ended(run)
    assert (done.state, done.progress, done.step, done.steps) == ("succeeded", 1.0, 20, 20)
    assert (done.checkpoint_step, [sample.step for sample in done.samples]) == (20, [5, 10, 15, 20])
    measured = school.metrics(run)
    assert [(step, name) for step, name, _ in measured] == [
        (step, name) for step in range(1, 21) for name in ("held_out_loss", "train_loss")
    ]
    losses = [value for _, name, value in measured if name == "train_loss"]
    loss = done.loss
    assert (loss.train, loss.best_train) == (losses[-1], min(losses))
    assert loss.held_out is not None
    assert loss.best_held_out is not None
    assert loss.first_held_out is not None
    assert loss.held_out == loss.best_held_out
    assert loss.held_out < loss.first_held_out / 5
    assert "5 pictures to learn from, 1 held out" in school.log(run)
    assert school.log(run).rstrip().endswith("it has ended: succeeded")
    kinds = [event.kind for event in events(school, run.id)]
    assert kinds[0] == "training_run.created"
    assert "training_run.advanced" in kinds
    assert done.artifact is not None
    seeds = {weight: picture_seed(school, done.artifact.adapter_id, weight) for weight in (None, 0.0, 0.5)}
    assert len(set(seeds.values())) == 3


def events(school: School, subject: UUID) -> list[EventRow]:
    with UnitOfWork(school.shop.database, write=False) as work:
        found = select(EventRow).where(EventRow.subject_id == subject).order_by(EventRow.id)
        return list(work.session.scalars(found))


def picture_seed(school: School, adapter_id: UUID, weight: float | None) -> str:
    """The digest of a picture made with the adapter at this weight; its provenance tells of it."""
    shop, request = school.shop, GenerateJob(prompt="quick", engine="tiny", seed=5, width=64, height=64)
    choice = AdapterChoice(adapter_id, weight)
    job = shop.do(jobs.create_job, shop.studio, request, by=school.by, adapters=[choice])
    shop.wait_for(job.id, "succeeded")
    (image,) = shop.images(job.id)
    assert image.provenance is not None
    (told,) = image.provenance["adapters"]
    run = shop.do(training.list_training_runs, TrainingRunFilter(), PAGE, by=school.by).items[0]
    assert told == {
        "adapter_id": str(adapter_id),
        "name": "Proofs",
        "format": "tiny_plate",
        "digest": run.artifact.digest,
        "weight": 1.0 if weight is None else weight,
        "training_run_id": str(run.id),
        "dataset_digest": run.dataset.digest,
    }
    return image.digest


def test_a_run_that_was_stopped_goes_on_where_it_was_with_the_same_result(school: School) -> None:
    whole = school.ended(school.train(steps=30))
    run = school.train(steps=30, pause=0.1)
    school.until(run, lambda now: (now.checkpoint_step or 0) >= 5)
    school.act(training.cancel_training_run, run)
    stopped = school.ended(run)
    assert (stopped.state, stopped.artifact) == ("cancelled", None)
    assert 5 <= stopped.step < 30
    school.act(training.resume_training_run, run)
    done = school.ended(run)
    assert (done.state, done.attempt) == ("succeeded", 1)
    assert school.weights(done) == school.weights(whole)
    assert school.metrics(done) == school.metrics(whole)
    assert school.log(run).count("begins on tiny") == 2


def test_a_worker_killed_in_training_is_followed_by_one_that_comes_to_the_same_end(
    lonely: School, start_child: StartChild
) -> None:
    shop = lonely.shop
    run = lonely.train(steps=40, pause=0.1)
    first = start_child()
    lonely.until(run, lambda now: (now.checkpoint_step or 0) >= 5)
    (engines,) = children_of(first.pid)
    first.kill()
    until(lambda: not lives(engines), "the engine process to end with its worker")
    shop.let_the_lease_run_out(run.job_id)
    shop.do(queue.sweep)
    waiting = lonely.look(run)
    assert (waiting.state, waiting.error_code, waiting.steps_per_second) == ("queued", "worker_lost", None)
    start_child()
    done = lonely.ended(run)
    undisturbed = lonely.ended(lonely.train(steps=40))
    assert (done.state, done.attempt) == ("succeeded", 2)
    assert lonely.weights(done) == lonely.weights(undisturbed)
    begun = [line for line in lonely.log(run).splitlines() if ": here is" in line]
    steps = [int(line.split("step ")[1].split(":")[0]) for line in begun]
    again = steps[next(n for n in range(1, len(steps)) if steps[n] <= steps[n - 1] or steps[n] % 5 == 1)]
    assert again > 5, "it went on from a checkpoint, not from the start"


@on_sqlite_alone
def test_a_studio_that_sees_its_worker_die_waits_for_no_lease(lonely: School) -> None:
    run = lonely.train(steps=60, pause=0.02)
    with Supervisor(lonely.shop.settings, command=CHILD) as supervisor:
        lonely.until(run, lambda now: (now.checkpoint_step or 0) >= 5)
        os.kill(supervisor.pids()[0], signal.SIGKILL)
        done = lonely.ended(run)
    assert lonely.shop.settings.lease_seconds >= 60, "longer than this test waits"
    assert (done.state, done.attempt) == ("succeeded", 2)
    assert "job.queued" in lonely.shop.events(run.job_id)[2:]


@on_sqlite_alone
@pytest.mark.parametrize(("fault", "attempt"), [("before_complete", 2), ("in_commit", 2), ("after_commit", 1)])
def test_a_worker_killed_at_the_end_of_a_run_leaves_one_adapter(
    lonely: School, start_child: StartChild, fault: str, attempt: int
) -> None:
    run = lonely.train(steps=10)
    assert start_child(fault).status() == -signal.SIGKILL
    lonely.shop.let_the_lease_run_out(run.job_id)
    lonely.shop.do(queue.sweep)
    start_child()
    done = lonely.ended(run)
    assert (done.state, done.attempt, done.step) == ("succeeded", attempt, 10)
    with UnitOfWork(lonely.shop.database, write=False) as work:
        (adapter,) = work.session.scalars(select(AdapterRow))
    assert done.artifact is not None
    assert (adapter.id, adapter.digest) == (done.artifact.adapter_id, done.artifact.digest)
    assert [event.kind for event in events(lonely, adapter.id)] == ["adapter.added"]


@in_the_house_of_sqlite
def test_an_engine_process_that_dies_in_training_costs_an_attempt_alone(school: School) -> None:
    run = school.train(steps=20, die_at=12)
    job = school.shop.wait_for(run.job_id, "queued", "succeeded")
    school.until(run, lambda now: now.error_code == "engine_lost" or now.state == "succeeded")
    done = school.ended(run)
    assert (done.state, done.attempt, job.kind) == ("succeeded", 2, "train")
    assert {step for step, _, _ in school.metrics(run)} == set(range(1, 21))


@in_the_house_of_sqlite
@pytest.mark.parametrize(("mood", "code"), [("burst", "engine_failed"), ("elsewhere", "adapter_missing")])
def test_a_run_that_fails_says_why_and_leaves_no_adapter(school: School, mood: str, code: str) -> None:
    run = school.train(steps=5, mood=mood)
    failed = school.until(run, lambda now: now.error_code is not None)
    assert failed.artifact is None
    assert failed.error_code == code
    school.act(training.cancel_training_run, run) if failed.state in ("queued", "running") else None


@in_the_house_of_sqlite
def test_what_cannot_be_kept_of_a_run_is_left_out_and_told_in_its_log(school: School) -> None:
    run = school.train(steps=5, mood="odd")
    assert school.ended(run).samples == []
    assert {name for _, name, _ in school.metrics(run)} == {"train_loss", "held_out_loss"}
    assert "nothing cannot be kept: nan" in school.log(run)
    assert "its sample cannot be kept" in school.log(run)


@in_the_house_of_sqlite
def test_a_trainer_that_does_not_listen_is_ended_with_its_process(school: School) -> None:
    run = school.train(steps=200, pause=0.1, mood="deaf")
    school.until(run, lambda now: now.step > 0)
    school.act(training.cancel_training_run, run)
    assert school.ended(run).state == "cancelled"


@on_sqlite_alone
def test_a_worker_that_slept_past_its_lease_writes_nothing_of_a_run(lonely: School, start_child: StartChild) -> None:
    shop = lonely.shop
    run = lonely.train(steps=400, pause=0.02)
    sleeper = start_child()
    lonely.until(run, lambda now: now.step > 0)
    os.kill(sleeper.pid, signal.SIGSTOP)
    shop.let_the_lease_run_out(run.job_id)
    shop.do(queue.sweep)
    lease = shop.do(queue.claim, "another", lease_ms=60_000)
    before = (lonely.look(run).step, len(lonely.metrics(run)))
    os.kill(sleeper.pid, signal.SIGCONT)
    until(lambda: shop.row(run.job_id).owner == "another" and idle(shop), "the sleeper to drop the run")
    assert (lonely.look(run).step, len(lonely.metrics(run))) == before
    assert shop.do(queue.complete, lease).outcome == "succeeded"


def idle(shop: Shop) -> bool:
    return any(worker.state == "idle" for worker in shop.do(workers.list_workers))


@on_sqlite_alone
def test_a_studio_that_stops_gives_the_run_back_at_no_cost(lonely: School, start_child: StartChild) -> None:
    run = lonely.train(steps=400, pause=0.02)
    worker = start_child()
    lonely.until(run, lambda now: (now.checkpoint_step or 0) >= 5)
    os.kill(worker.pid, signal.SIGTERM)
    worker.status()
    given_back = lonely.look(run)
    assert (given_back.state, given_back.attempt, given_back.error_code) == ("queued", 0, None)
    assert given_back.step >= 5


@in_the_house_of_sqlite
def test_pictures_that_are_gone_from_the_store_fail_the_run_at_once(school: School) -> None:
    run = school.train(steps=5)
    with UnitOfWork(school.shop.database, write=False) as work:
        page = albums.list_album_images(work, school.album_id, PAGE, by=school.by)
    school.blobs.delete(page.items[0].image.digest)
    failed = school.ended(run)
    assert (failed.state, failed.error_code) == ("failed", "pictures_gone")
