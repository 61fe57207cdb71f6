"""Captions on real worker processes: each image is captioned once, whatever crashes or is deleted or cancelled."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from platemark.access import Actor
from platemark.accounts import service as accounts
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.db.tables import EventRow, JobRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import service as images
from platemark.images.views import NewUpload
from platemark.jobs import queue, workers
from platemark.jobs import service as jobs
from platemark.jobs.requests import CaptionJob
from platemark.jobs.views import JobView
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.supervisor import Supervisor
from tests.populate import png
from tests.worker.conftest import WORKER_COMMAND, QueueClient, WorkerProcess, wait_until
from tests.worker.tiny_engine import CHATTY, DEADLY, DUMB, FLAKY, NAPPING, REFUSED, SLOW

StartWorker = Callable[..., WorkerProcess]
PLAIN = 100
on_sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class CaptionScenario:
    """A queue, images, and an admin who requests captions for them."""

    def __init__(self, queue_client: QueueClient) -> None:
        queue_client.commit(accounts.create_first_sign_in_link, lifetime=timedelta(days=7))
        user = queue_client.commit(accounts.ensure_first_admin)
        self.queue_client = queue_client
        self.by = Actor(user.id, user.name, "admin", "token")
        self.blobs = FolderBlobStore(queue_client.settings.blobs_dir)
        self.image_ids: list[UUID] = []
        self.album_id: UUID | None = None

    def add_images(self, *blues: int, captions: Sequence[int] = ()) -> None:
        """Add images with these blue values to an album; those at the indices ``captions`` get a caption by hand."""
        self.queue_client.commit(self._add_images, blues, captions)

    def _add_images(self, work: UnitOfWork, blues: Sequence[int], captions: Sequence[int]) -> None:
        self.album_id = albums.insert_album(work, NewAlbum(name="Proofs"), by=self.by)
        for at, blue in enumerate(blues):
            picture = images.store_picture(self.blobs, png((at, 7, blue)), max_pixels=10_000)
            new_upload = NewUpload(caption="by hand" if at in captions else None)
            image = images.insert_upload(work, self.blobs, picture, new_upload, by=self.by)
            albums.add_album_images(work, self.album_id, [image.image_id], by=self.by)
            self.image_ids.append(image.image_id)

    def request_captions(self, *, tags: bool = False, only_missing: bool = True) -> UUID:
        request = CaptionJob(album_id=self.album_id, tags=tags, only_missing=only_missing)
        job: JobView = self.queue_client.commit(jobs.create_job, self.queue_client.studio, request, by=self.by)
        return job.id

    def job(self, job_id: UUID) -> JobView:
        job: JobView = self.queue_client.commit(jobs.get_job, job_id, by=self.by)
        return job

    def wait_for_end(self, job_id: UUID) -> JobView:
        self.queue_client.wait_for_state(job_id, "succeeded", "failed", "cancelled")
        return self.job(job_id)

    def outcomes(self, job_id: UUID) -> dict[str, int]:
        """How many images have each outcome, without zeros."""
        view = self.job(job_id).captions
        assert view is not None
        assert view.image_count == len(self.image_ids)
        return {name: count for name, count in view.outcomes.items() if count}

    def labels(self) -> list[LabelRow]:
        with UnitOfWork(self.queue_client.database, write=False) as work:
            return list(work.session.scalars(select(LabelRow).order_by(LabelRow.id)))

    def captions(self) -> list[str | None]:
        """The caption of each image; asserts that none has two."""
        texts = {label.image_id: label.text for label in self.labels() if label.kind == "caption"}
        counts = Counter(label.image_id for label in self.labels() if label.kind == "caption")
        assert set(counts.values()) <= {1}
        return [texts.get(image_id) for image_id in self.image_ids]


@pytest.fixture
def scenario(shared_queue_client: QueueClient) -> CaptionScenario:
    """One on the shared queue, which has a worker."""
    return CaptionScenario(shared_queue_client)


@pytest.fixture
def isolated_scenario(queue_client: QueueClient) -> CaptionScenario:
    """One on a queue of its own, whose workers the test starts."""
    return CaptionScenario(queue_client)


def test_images_are_captioned_and_the_labels_name_the_engine(scenario: CaptionScenario) -> None:
    scenario.add_images(PLAIN, PLAIN)
    job_id = scenario.request_captions(tags=True)
    done = scenario.wait_for_end(job_id)
    assert (done.state, done.progress, done.image_ids) == ("succeeded", 1.0, ())
    assert scenario.outcomes(job_id) == {"captioned": 2}
    assert scenario.captions() == ["red 0, green 7", "red 1, green 7"]
    for label in scenario.labels():
        assert (label.source, label.engine, label.engine_version, label.model) == ("engine", "tiny", "1", "eye")
        assert (label.job_id, label.created_by) == (job_id, scenario.by.user_id)
    tags = [(label.kind, label.text, label.confidence) for label in scenario.labels() if label.text[-1] != "7"]
    assert tags == [("tag", "red 0", 0.75), ("tag", "Plate", None), ("tag", "red 1", 0.75), ("tag", "Plate", None)]
    with UnitOfWork(scenario.queue_client.database, write=False) as work:
        kinds = select(EventRow.subject_id).where(EventRow.kind == "image.changed").order_by(EventRow.id)
        assert list(work.session.scalars(kinds)) == scenario.image_ids


def test_images_with_a_caption_are_skipped_and_manual_captions_are_never_changed(scenario: CaptionScenario) -> None:
    scenario.add_images(PLAIN, PLAIN, PLAIN, captions=[1])
    first = scenario.request_captions()
    scenario.wait_for_end(first)
    assert scenario.outcomes(first) == {"captioned": 2, "has_caption": 1}
    again = scenario.request_captions()
    scenario.wait_for_end(again)
    assert scenario.outcomes(again) == {"has_caption": 3}
    before = {label.id for label in scenario.labels() if label.source == "engine"}
    overwriting = scenario.request_captions(only_missing=False)
    scenario.wait_for_end(overwriting)
    assert scenario.outcomes(overwriting) == {"captioned": 3}
    labels = scenario.labels()
    assert before.isdisjoint(label.id for label in labels)
    assert Counter((label.source, label.text == "by hand") for label in labels) == {
        ("engine", False): 3,
        ("manual", True): 1,
    }


def test_captions_are_sanitized_to_fit_a_label(scenario: CaptionScenario) -> None:
    scenario.add_images(CHATTY, DUMB, PLAIN)
    job_id = scenario.request_captions()
    scenario.wait_for_end(job_id)
    assert scenario.outcomes(job_id) == {"captioned": 2, "engine_refused": 1}
    long_caption = scenario.captions()[0]
    assert long_caption is not None
    assert long_caption.startswith("two lines and more and more")
    assert len(long_caption) <= 2000


def test_an_image_that_the_engine_refuses_is_skipped(scenario: CaptionScenario) -> None:
    scenario.add_images(REFUSED, PLAIN, REFUSED)
    job_id = scenario.request_captions()
    assert scenario.wait_for_end(job_id).state == "succeeded"
    assert scenario.outcomes(job_id) == {"captioned": 1, "engine_refused": 2}


@pytest.mark.parametrize("count", [1, 10, 11])
def test_an_engine_that_refuses_every_image_fails_the_job_which_can_be_retried(
    scenario: CaptionScenario, count: int
) -> None:
    scenario.add_images(*[REFUSED] * count)
    job_id = scenario.request_captions()
    failed = scenario.wait_for_end(job_id)
    assert (failed.state, failed.attempt, failed.error_code) == ("failed", 1, "no_words")
    assert failed.error_message == "There are no words for this."
    assert scenario.outcomes(job_id) == {}
    scenario.queue_client.commit(jobs.retry_job, scenario.queue_client.studio, job_id, by=scenario.by)
    assert scenario.wait_for_end(job_id).error_code == "no_words"


@pytest.mark.parametrize(("blue", "code"), [(FLAKY, "no_ink"), (DEADLY, "engine_lost")])
def test_a_failed_attempt_keeps_the_captions_written_before(scenario: CaptionScenario, blue: int, code: str) -> None:
    scenario.add_images(PLAIN, blue)
    job_id = scenario.request_captions()
    wait_until(lambda: scenario.job(job_id).error_code == code, "the attempt to fail")
    assert scenario.outcomes(job_id) == {"captioned": 1}
    assert scenario.captions() == ["red 0, green 7", None]
    scenario.queue_client.commit(jobs.cancel_job, scenario.queue_client.studio, job_id, by=scenario.by)
    scenario.wait_for_end(job_id)


def test_a_cancelled_job_keeps_the_captions_written_before(scenario: CaptionScenario) -> None:
    scenario.add_images(PLAIN, SLOW, PLAIN)
    job_id = scenario.request_captions()
    wait_until(lambda: scenario.outcomes(job_id) == {"captioned": 1}, "the first caption")
    assert scenario.job(job_id).progress == pytest.approx(1 / 3)
    scenario.queue_client.commit(jobs.cancel_job, scenario.queue_client.studio, job_id, by=scenario.by)
    assert scenario.wait_for_end(job_id).state == "cancelled"
    assert scenario.outcomes(job_id) == {"captioned": 1}
    assert scenario.captions() == ["red 0, green 7", None, None]


@pytest.mark.parametrize(
    ("database_url", "fault", "attempt"),
    [
        ("sqlite", "after_claim", 2),
        ("sqlite", "after_labels", 2),
        ("postgresql", "after_labels", 2),
        ("sqlite", "before_complete", 2),
        ("sqlite", "in_commit", 2),
        ("sqlite", "after_commit", 1),
    ],
    indirect=["database_url"],
)
def test_a_worker_killed_at_any_point_captions_nothing_twice(
    isolated_scenario: CaptionScenario, start_worker: StartWorker, fault: str, attempt: int
) -> None:
    queue_client = isolated_scenario.queue_client
    isolated_scenario.add_images(PLAIN, PLAIN, NAPPING, PLAIN)
    job_id = isolated_scenario.request_captions(tags=True)
    assert start_worker(fault).wait() == -signal.SIGKILL
    before = [label.id for label in isolated_scenario.labels()]
    if fault == "after_labels":
        assert 1 <= isolated_scenario.outcomes(job_id)["captioned"] < 4
        assert len(before) == 3 * isolated_scenario.outcomes(job_id)["captioned"]
    queue_client.expire_lease(job_id)
    queue_client.commit(queue.sweep)
    start_worker()
    done = isolated_scenario.wait_for_end(job_id)
    assert (done.state, done.attempt) == ("succeeded", attempt)
    assert isolated_scenario.outcomes(job_id) == {"captioned": 4}
    assert isolated_scenario.captions() == [f"red {red}, green 7" for red in range(4)]
    after = [label.id for label in isolated_scenario.labels()]
    assert after[: len(before)] == before
    assert len(after) == 4 * 3
    assert queue_client.events(job_id).count("job.succeeded") == 1


@on_sqlite_only
def test_a_worker_stalled_past_its_lease_writes_no_captions(
    isolated_scenario: CaptionScenario, start_worker: StartWorker
) -> None:
    queue_client = isolated_scenario.queue_client
    queue_client.settings = replace(queue_client.settings, beat_seconds=15.0)
    isolated_scenario.add_images(PLAIN, NAPPING, SLOW)
    job_id = isolated_scenario.request_captions()
    stalled_worker = start_worker()
    wait_until(lambda: "captioned" in isolated_scenario.outcomes(job_id), "the first caption")
    os.kill(stalled_worker.pid, signal.SIGSTOP)
    before = isolated_scenario.captions()
    queue_client.expire_lease(job_id)
    queue_client.commit(queue.sweep)
    lease = queue_client.commit(queue.claim, "another", lease_ms=60_000)
    os.kill(stalled_worker.pid, signal.SIGCONT)
    wait_until(
        lambda: any(worker.state == "idle" for worker in queue_client.commit(workers.list_workers)),
        "the stalled worker to drop the job",
    )
    assert (queue_client.job(job_id).owner, queue_client.job(job_id).token) == ("another", lease.token)
    assert isolated_scenario.captions() == before
    assert isolated_scenario.outcomes(job_id) == {"captioned": 3 - before.count(None)}


@on_sqlite_only
def test_a_supervisor_that_stops_releases_the_job_and_keeps_the_captions_written_before(
    isolated_scenario: CaptionScenario,
) -> None:
    isolated_scenario.add_images(PLAIN, SLOW)
    job_id = isolated_scenario.request_captions()
    with Supervisor(isolated_scenario.queue_client.settings, command=WORKER_COMMAND):
        wait_until(lambda: isolated_scenario.outcomes(job_id) == {"captioned": 1}, "the first caption")
    row = isolated_scenario.queue_client.job(job_id)
    assert (row.state, row.attempt, row.owner) == ("queued", 0, None)
    assert isolated_scenario.captions() == ["red 0, green 7", None]


@on_sqlite_only
def test_images_deleted_meanwhile_are_skipped_and_counted(
    isolated_scenario: CaptionScenario, start_worker: StartWorker
) -> None:
    queue_client = isolated_scenario.queue_client
    isolated_scenario.add_images(PLAIN, PLAIN, PLAIN)
    job_id = isolated_scenario.request_captions()
    queue_client.commit(images.trash_image, isolated_scenario.image_ids[0], by=isolated_scenario.by)
    isolated_scenario.blobs.delete(image_digest(isolated_scenario, 1))
    start_worker()
    assert isolated_scenario.wait_for_end(job_id).state == "succeeded"
    assert isolated_scenario.outcomes(job_id) == {"captioned": 1, "image_gone": 2}
    assert isolated_scenario.captions() == [None, None, "red 2, green 7"]


def image_digest(scenario: CaptionScenario, at: int) -> str:
    digest: str = scenario.queue_client.commit(images.get_image, scenario.image_ids[at], by=scenario.by).image.digest
    return digest


@on_sqlite_only
def test_a_retried_job_continues_where_it_failed(isolated_scenario: CaptionScenario, start_worker: StartWorker) -> None:
    queue_client = isolated_scenario.queue_client
    isolated_scenario.add_images(PLAIN, FLAKY, PLAIN)
    job_id = isolated_scenario.request_captions()
    queue_client.commit(lambda work: work.session.execute(update(JobRow).values(max_attempts=1)))
    start_worker()
    assert isolated_scenario.wait_for_end(job_id).error_code == "no_ink"
    first = [label.id for label in isolated_scenario.labels()]
    queue_client.commit(images.trash_image, isolated_scenario.image_ids[1], by=isolated_scenario.by)
    queue_client.commit(jobs.retry_job, queue_client.studio, job_id, by=isolated_scenario.by)
    queue_client.wait_for_state(job_id, "succeeded")
    assert isolated_scenario.outcomes(job_id) == {"captioned": 2, "image_gone": 1}
    assert [label.id for label in isolated_scenario.labels()][:1] == first
