"""Training on real worker processes: it reports progress, stops, resumes, and ends alike after any crash."""

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
from platemark.adapters.pinned import AdapterChoice
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
from tests.worker.conftest import WORKER_COMMAND, QueueClient, WorkerProcess, child_pids, is_running, wait_until

StartWorker = Callable[..., WorkerProcess]
PAGE = PageRequest(50)
WEEK = timedelta(days=7)
on_sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_shared_sqlite_only = pytest.mark.parametrize("shared_database", ["sqlite"], indirect=True)


class TrainingScenario:
    """A queue, an album of six images, and an admin who has an adapter trained on it."""

    def __init__(self, queue_client: QueueClient) -> None:
        self.queue_client = queue_client
        self.blobs = FolderBlobStore(queue_client.settings.blobs_dir)
        user = queue_client.commit(accounts.ensure_first_admin)
        self.by = Actor(user.id, user.name, "admin", "token")
        self.album_id = queue_client.commit(self._album)

    def _album(self, work: UnitOfWork) -> UUID:
        album_id = albums.insert_album(work, NewAlbum(name="Proofs"), by=self.by)
        for number in range(6):
            picture = images.store_picture(self.blobs, png((number * 40, 20, 90)), max_pixels=10_000)
            new_upload = NewUpload(caption=f"plate {number}")
            image = images.insert_upload(work, self.blobs, picture, new_upload, by=self.by)
            albums.add_album_images(work, album_id, [image.image_id], by=self.by)
        return album_id

    def new_run(self, **parameters: Any) -> NewTrainingRun:
        return NewTrainingRun(name="Proofs", album_ids=[self.album_id], engine="tiny", seed=7, parameters=parameters)

    def start_run(self, **parameters: Any) -> TrainingRunView:
        run: TrainingRunView = self.queue_client.commit(
            training.create_training_run, self.queue_client.studio, self.new_run(**parameters), by=self.by
        )
        return run

    def get(self, run: TrainingRunView) -> TrainingRunView:
        run_view: TrainingRunView = self.queue_client.commit(training.get_training_run, run.id, by=self.by)
        return run_view

    def wait_for(self, run: TrainingRunView, holds: Callable[[TrainingRunView], bool]) -> TrainingRunView:
        wait_until(lambda: holds(self.get(run)), "the training run to reach a state")
        return self.get(run)

    def wait_for_end(self, run: TrainingRunView) -> TrainingRunView:
        return self.wait_for(run, lambda now: now.state in ("succeeded", "failed", "cancelled"))

    def request(self, verb: Callable[..., TrainingRunView], run: TrainingRunView) -> TrainingRunView:
        run_view: TrainingRunView = self.queue_client.commit(verb, self.queue_client.studio, run.id, by=self.by)
        return run_view

    def adapter_bytes(self, run: TrainingRunView) -> bytes:
        assert run.artifact is not None
        return self.blobs.read(run.artifact.digest)

    def metrics(self, run: TrainingRunView) -> list[tuple[int, str, float]]:
        row = TrainingMetricRow
        found = select(row.step, row.name, row.value).where(row.training_run_id == run.id).order_by(row.step, row.name)
        with UnitOfWork(self.queue_client.database, write=False) as work:
            return [(step, name, value) for step, name, value in work.session.execute(found)]

    def log(self, run: TrainingRunView) -> str:
        return run_folders.read_log(run_folders.run_folder(self.queue_client.settings.training_dir, run.id), 0).text


@pytest.fixture
def scenario(shared_queue_client: QueueClient) -> TrainingScenario:
    """One on the shared queue, which has a worker."""
    return create_scenario(shared_queue_client)


@pytest.fixture
def isolated_scenario(queue_client: QueueClient) -> TrainingScenario:
    """One on a queue of its own, whose workers the test starts."""
    return create_scenario(queue_client)


def create_scenario(queue_client: QueueClient) -> TrainingScenario:
    queue_client.commit(accounts.create_first_sign_in_link, lifetime=WEEK)
    return TrainingScenario(queue_client)


def test_a_run_reports_its_progress_and_leaves_an_adapter_that_generation_can_use(scenario: TrainingScenario) -> None:
    run = scenario.start_run(steps=20)
    assert (run.state, run.progress, run.samples, run.artifact) == ("queued", 0.0, [], None)
    done = scenario.wait_for_end(run)
    assert (done.state, done.progress, done.step, done.steps) == ("succeeded", 1.0, 20, 20)
    assert (done.checkpoint_step, [sample.step for sample in done.samples]) == (20, [5, 10, 15, 20])
    metrics = scenario.metrics(run)
    assert [(step, name) for step, name, _ in metrics] == [
        (step, name) for step in range(1, 21) for name in ("held_out_loss", "train_loss")
    ]
    losses = [value for _, name, value in metrics if name == "train_loss"]
    loss = done.loss
    assert (loss.train, loss.best_train) == (losses[-1], min(losses))
    assert loss.held_out is not None
    assert loss.best_held_out is not None
    assert loss.first_held_out is not None
    assert loss.held_out == loss.best_held_out
    assert loss.held_out < loss.first_held_out / 5
    assert "5 training images, 1 held out" in scenario.log(run)
    wait_until(lambda: scenario.log(run).rstrip().endswith("ended: succeeded"), "the last line of the log")
    kinds = [event.kind for event in events(scenario, run.id)]
    assert kinds[0] == "training_run.created"
    assert "training_run.advanced" in kinds
    assert done.artifact is not None
    digests = {
        weight: generated_image_digest(scenario, done.artifact.adapter_id, weight) for weight in (None, 0.0, 0.5)
    }
    assert len(set(digests.values())) == 3


def events(scenario: TrainingScenario, subject: UUID) -> list[EventRow]:
    with UnitOfWork(scenario.queue_client.database, write=False) as work:
        found = select(EventRow).where(EventRow.subject_id == subject).order_by(EventRow.id)
        return list(work.session.scalars(found))


def generated_image_digest(scenario: TrainingScenario, adapter_id: UUID, weight: float | None) -> str:
    """The digest of an image generated with the adapter at this weight, which its provenance must name."""
    queue_client, request = (
        scenario.queue_client,
        GenerateJob(prompt="quick", engine="tiny", seed=5, width=64, height=64),
    )
    choice = AdapterChoice(adapter_id, weight)
    job = queue_client.commit(jobs.create_job, queue_client.studio, request, by=scenario.by, adapters=[choice])
    queue_client.wait_for_state(job.id, "succeeded")
    (image,) = queue_client.images(job.id)
    assert image.provenance is not None
    (adapter,) = image.provenance["adapters"]
    run = queue_client.commit(training.list_training_runs, TrainingRunFilter(), PAGE, by=scenario.by).items[0]
    assert adapter == {
        "adapter_id": str(adapter_id),
        "name": "Proofs",
        "format": "tiny_plate",
        "digest": run.artifact.digest,
        "weight": 1.0 if weight is None else weight,
        "training_run_id": str(run.id),
        "dataset_digest": run.dataset.digest,
    }
    return image.digest


def test_a_cancelled_run_resumes_at_its_checkpoint_with_the_same_result(scenario: TrainingScenario) -> None:
    uninterrupted = scenario.wait_for_end(scenario.start_run(steps=30))
    run = scenario.start_run(steps=30, pause=0.1)
    scenario.wait_for(run, lambda now: (now.checkpoint_step or 0) >= 5)
    scenario.request(training.cancel_training_run, run)
    stopped = scenario.wait_for_end(run)
    assert (stopped.state, stopped.artifact) == ("cancelled", None)
    assert 5 <= stopped.step < 30
    scenario.request(training.resume_training_run, run)
    done = scenario.wait_for_end(run)
    assert (done.state, done.attempt) == ("succeeded", 1)
    assert scenario.adapter_bytes(done) == scenario.adapter_bytes(uninterrupted)
    assert scenario.metrics(done) == scenario.metrics(uninterrupted)
    assert scenario.log(run).count("starts on tiny") == 2


def test_a_running_run_samples_and_saves_when_asked_to_with_the_same_result(scenario: TrainingScenario) -> None:
    uninterrupted = scenario.wait_for_end(scenario.start_run(steps=30, every=1000))
    run = scenario.start_run(steps=30, every=1000, pause=0.1)
    scenario.wait_for(run, lambda now: now.step > 0)
    scenario.request(training.sample_training_run, run)
    scenario.request(training.save_training_run, run)
    now = scenario.wait_for(run, lambda now: bool(now.samples) and now.checkpoint_step is not None)
    scenario.wait_for(run, lambda now: not (now.sample_requested or now.save_requested))
    assert (now.state, len(now.samples), now.artifact) == ("running", 1, None)
    done = scenario.wait_for_end(run)
    assert (done.state, len(done.samples)) == ("succeeded", 1)
    assert scenario.adapter_bytes(done) == scenario.adapter_bytes(uninterrupted)


def test_what_was_asked_of_a_worker_that_is_killed_is_done_by_the_next(
    isolated_scenario: TrainingScenario, start_worker: StartWorker
) -> None:
    queue_client = isolated_scenario.queue_client
    run = isolated_scenario.start_run(steps=200, every=1000, pause=0.05)
    first = start_worker()
    isolated_scenario.wait_for(run, lambda now: now.step > 0)
    os.kill(first.pid, signal.SIGSTOP)
    asked = isolated_scenario.request(training.sample_training_run, run)
    assert (asked.sample_requested, asked.save_requested) == (True, False)
    first.kill()
    queue_client.expire_lease(run.job_id)
    queue_client.commit(queue.sweep)
    assert isolated_scenario.get(run).sample_requested
    start_worker()
    isolated_scenario.wait_for(run, lambda now: bool(now.samples) and not now.sample_requested)
    isolated_scenario.request(training.cancel_training_run, run)
    assert isolated_scenario.wait_for_end(run).state == "cancelled"


@on_shared_sqlite_only
def test_what_cannot_be_done_is_dropped_when_the_run_ends(scenario: TrainingScenario) -> None:
    run = scenario.start_run(steps=100, every=1000, pause=0.1, mood="odd")
    scenario.wait_for(run, lambda now: now.step > 0)
    scenario.request(training.sample_training_run, run)
    dropped = scenario.wait_for(run, lambda now: not now.sample_requested)
    assert (dropped.state, dropped.samples) == ("running", [])
    assert "the sample cannot be stored" in scenario.log(run)
    scenario.request(training.save_training_run, run)
    scenario.request(training.cancel_training_run, run)
    assert not scenario.wait_for_end(run).save_requested


def test_if_a_worker_is_killed_in_training_the_next_one_ends_with_the_same_result(
    isolated_scenario: TrainingScenario, start_worker: StartWorker
) -> None:
    queue_client = isolated_scenario.queue_client
    run = isolated_scenario.start_run(steps=40, pause=0.1)
    first = start_worker()
    isolated_scenario.wait_for(run, lambda now: (now.checkpoint_step or 0) >= 5)
    (engines,) = child_pids(first.pid)
    first.kill()
    wait_until(lambda: not is_running(engines), "the engine process to end with its worker")
    queue_client.expire_lease(run.job_id)
    queue_client.commit(queue.sweep)
    waiting = isolated_scenario.get(run)
    assert (waiting.state, waiting.error_code, waiting.steps_per_second) == ("queued", "worker_lost", None)
    start_worker()
    done = isolated_scenario.wait_for_end(run)
    uninterrupted = isolated_scenario.wait_for_end(isolated_scenario.start_run(steps=40))
    assert (done.state, done.attempt) == ("succeeded", 2)
    assert isolated_scenario.adapter_bytes(done) == isolated_scenario.adapter_bytes(uninterrupted)
    step_lines = [line for line in isolated_scenario.log(run).splitlines() if ": here is" in line]
    steps = [int(line.split("step ")[1].split(":")[0]) for line in step_lines]
    resumed_at = steps[next(n for n in range(1, len(steps)) if steps[n] <= steps[n - 1] or steps[n] % 5 == 1)]
    assert resumed_at > 5, "it resumed at a checkpoint, not at the start"


@on_sqlite_only
def test_a_supervisor_that_sees_its_worker_die_does_not_wait_for_the_lease(isolated_scenario: TrainingScenario) -> None:
    run = isolated_scenario.start_run(steps=60, pause=0.02)
    with Supervisor(isolated_scenario.queue_client.settings, command=WORKER_COMMAND) as supervisor:
        isolated_scenario.wait_for(run, lambda now: (now.checkpoint_step or 0) >= 5)
        os.kill(supervisor.pids()[0], signal.SIGKILL)
        done = isolated_scenario.wait_for_end(run)
    assert isolated_scenario.queue_client.settings.lease_seconds >= 60, "longer than this test waits"
    assert (done.state, done.attempt) == ("succeeded", 2)
    assert "job.queued" in isolated_scenario.queue_client.events(run.job_id)[2:]


@on_sqlite_only
@pytest.mark.parametrize(("fault", "attempt"), [("before_complete", 2), ("in_commit", 2), ("after_commit", 1)])
def test_a_worker_killed_at_the_end_of_a_run_leaves_one_adapter(
    isolated_scenario: TrainingScenario, start_worker: StartWorker, fault: str, attempt: int
) -> None:
    run = isolated_scenario.start_run(steps=10)
    assert start_worker(fault).wait() == -signal.SIGKILL
    isolated_scenario.queue_client.expire_lease(run.job_id)
    isolated_scenario.queue_client.commit(queue.sweep)
    start_worker()
    done = isolated_scenario.wait_for_end(run)
    assert (done.state, done.attempt, done.step) == ("succeeded", attempt, 10)
    with UnitOfWork(isolated_scenario.queue_client.database, write=False) as work:
        (adapter,) = work.session.scalars(select(AdapterRow))
    assert done.artifact is not None
    assert (adapter.id, adapter.digest) == (done.artifact.adapter_id, done.artifact.digest)
    assert [event.kind for event in events(isolated_scenario, adapter.id)] == ["adapter.added"]


@on_shared_sqlite_only
def test_if_the_engine_process_dies_in_training_only_an_attempt_is_lost(scenario: TrainingScenario) -> None:
    run = scenario.start_run(steps=20, die_at=12)
    job = scenario.queue_client.wait_for_state(run.job_id, "queued", "succeeded")
    scenario.wait_for(run, lambda now: now.error_code == "engine_lost" or now.state == "succeeded")
    done = scenario.wait_for_end(run)
    assert (done.state, done.attempt, job.kind) == ("succeeded", 2, "train")
    assert {step for step, _, _ in scenario.metrics(run)} == set(range(1, 21))


@on_shared_sqlite_only
@pytest.mark.parametrize(("mood", "code"), [("burst", "engine_failed"), ("elsewhere", "adapter_missing")])
def test_a_failed_run_has_an_error_code_and_leaves_no_adapter(scenario: TrainingScenario, mood: str, code: str) -> None:
    run = scenario.start_run(steps=5, mood=mood)
    failed = scenario.wait_for(run, lambda now: now.error_code is not None)
    assert failed.artifact is None
    assert failed.error_code == code
    scenario.request(training.cancel_training_run, run) if failed.state in ("queued", "running") else None


@on_shared_sqlite_only
def test_metrics_and_samples_that_cannot_be_stored_are_left_out_and_logged(scenario: TrainingScenario) -> None:
    run = scenario.start_run(steps=5, mood="odd")
    assert scenario.wait_for_end(run).samples == []
    assert {name for _, name, _ in scenario.metrics(run)} == {"train_loss", "held_out_loss"}
    assert "metric nothing cannot be stored: nan" in scenario.log(run)
    assert "the sample cannot be stored" in scenario.log(run)


@on_shared_sqlite_only
def test_a_trainer_that_ignores_the_stop_is_killed_with_its_process(scenario: TrainingScenario) -> None:
    run = scenario.start_run(steps=200, pause=0.1, mood="deaf")
    scenario.wait_for(run, lambda now: now.step > 0)
    scenario.request(training.cancel_training_run, run)
    assert scenario.wait_for_end(run).state == "cancelled"


@on_sqlite_only
def test_a_worker_stalled_past_its_lease_writes_nothing_to_the_run(
    isolated_scenario: TrainingScenario, start_worker: StartWorker
) -> None:
    queue_client = isolated_scenario.queue_client
    run = isolated_scenario.start_run(steps=400, pause=0.02)
    stalled_worker = start_worker()
    isolated_scenario.wait_for(run, lambda now: now.step > 0)
    os.kill(stalled_worker.pid, signal.SIGSTOP)
    queue_client.expire_lease(run.job_id)
    queue_client.commit(queue.sweep)
    lease = queue_client.commit(queue.claim, "another", lease_ms=60_000)
    before = (isolated_scenario.get(run).step, len(isolated_scenario.metrics(run)))
    os.kill(stalled_worker.pid, signal.SIGCONT)
    wait_until(
        lambda: queue_client.job(run.job_id).owner == "another" and idle(queue_client),
        "the stalled worker to drop the run",
    )
    assert (isolated_scenario.get(run).step, len(isolated_scenario.metrics(run))) == before
    assert queue_client.commit(queue.complete, lease).outcome == "succeeded"


def idle(queue_client: QueueClient) -> bool:
    return any(worker.state == "idle" for worker in queue_client.commit(workers.list_workers))


@on_sqlite_only
def test_a_worker_that_stops_releases_the_run_at_no_cost(
    isolated_scenario: TrainingScenario, start_worker: StartWorker
) -> None:
    run = isolated_scenario.start_run(steps=400, pause=0.02)
    worker = start_worker()
    isolated_scenario.wait_for(run, lambda now: (now.checkpoint_step or 0) >= 5)
    os.kill(worker.pid, signal.SIGTERM)
    worker.wait()
    released = isolated_scenario.get(run)
    assert (released.state, released.attempt, released.error_code) == ("queued", 0, None)
    assert released.step >= 5


@on_shared_sqlite_only
def test_a_run_whose_images_are_missing_from_the_store_fails_at_once(scenario: TrainingScenario) -> None:
    new_run = scenario.new_run(steps=5)

    def start_and_delete_an_image(work: UnitOfWork) -> TrainingRunView:
        """The worker sees the run only after the commit, when the image is gone."""
        run = training.create_training_run(work, scenario.queue_client.studio, new_run, by=scenario.by)
        page = albums.list_album_images(work, scenario.album_id, PAGE, by=scenario.by)
        scenario.blobs.delete(page.items[0].image.digest)
        return run

    failed = scenario.wait_for_end(scenario.queue_client.commit(start_and_delete_an_image))
    assert (failed.state, failed.error_code) == ("failed", "pictures_gone")
