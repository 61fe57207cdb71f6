"""Generation jobs on real worker processes: success, failure, retries, cancellation."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from platemark.clock import utc_now
from platemark.db.tables import AlbumImageRow, AlbumRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.jobs import queue, workers
from platemark.storage.blobs import FolderBlobStore
from platemark.worker.supervisor import Supervisor
from tests.worker.conftest import QueueClient, child_pids, wait_until


def make_album(queue_client: QueueClient) -> UUID:
    row = AlbumRow(
        id=new_id(), name="Arcana", description="", visibility="private", source="manual", version=1,
        created_at=utc_now(), updated_at=utc_now(),
    )  # fmt: skip
    queue_client.commit(lambda work: work.session.add(row))
    return row.id


def test_a_job_generates_images_in_its_album(shared_queue_client: QueueClient, supervisor: Supervisor) -> None:
    album_id = make_album(shared_queue_client)
    job_id = shared_queue_client.add_job("quick fox", count=3, album_id=album_id, title="Fox", visibility="shared")
    supervisor.wake()
    row = shared_queue_client.wait_for_state(job_id, "succeeded", "failed")
    images = shared_queue_client.images(job_id)
    with UnitOfWork(shared_queue_client.database, write=False) as work:
        in_album = select(AlbumImageRow.image_id).where(AlbumImageRow.album_id == album_id)
        members = list(work.session.scalars(in_album.order_by(AlbumImageRow.position)))

    assert (row.state, row.attempt, row.progress, row.error_code) == ("succeeded", 1, 1.0, None)
    assert shared_queue_client.events(job_id) == ["job.queued", "job.running", "job.succeeded"]
    assert members == [image.id for image in images]
    assert [(image.provenance or {})["seed"] for image in images] == [5, 6, 7]
    assert {(image.title, image.prompt, image.visibility, image.source) for image in images} == {
        ("Fox", "quick fox", "shared", "generated")
    }
    blobs = FolderBlobStore(shared_queue_client.settings.blobs_dir)
    assert all(blobs.exists(image.digest) and blobs.exists(image.thumbnail_digest) for image in images)


def test_a_job_whose_wake_up_was_lost_is_found_by_the_sweep(
    shared_queue_client: QueueClient, supervisor: Supervisor
) -> None:
    wait_until(lambda: shared_queue_client.commit(workers.count_alive) == 1, "the worker")
    assert shared_queue_client.wait_for_state(shared_queue_client.add_job(), "succeeded").attempt == 1


@pytest.mark.parametrize(
    ("prompt", "message"),
    [
        ("refuse", "There is no paper. Buy some."),
        ("rubbish", "This is not a picture; PNG, JPEG, WebP and AVIF are supported."),
    ],
)
def test_an_error_that_is_not_retryable_fails_the_job_at_once(
    shared_queue_client: QueueClient, supervisor: Supervisor, prompt: str, message: str
) -> None:
    job_id = shared_queue_client.add_job(prompt)
    row = shared_queue_client.wait_for_state(job_id, "failed", "succeeded")
    assert (row.state, row.attempt, row.error_message) == ("failed", 1, message)
    assert shared_queue_client.images(job_id) == []


def test_an_unexpected_engine_error_is_retried_and_then_reported(
    shared_queue_client: QueueClient, supervisor: Supervisor
) -> None:
    row = shared_queue_client.wait_for_state(
        shared_queue_client.add_job("burst", max_attempts=2), "failed", "succeeded"
    )
    assert (row.state, row.attempt, row.error_code) == ("failed", 2, "engine_failed")
    assert "RuntimeError" in row.error_message


def test_a_running_job_is_cancelled_and_its_worker_continues(
    shared_queue_client: QueueClient, supervisor: Supervisor
) -> None:
    job_id = shared_queue_client.add_job("slow")
    shared_queue_client.wait_for_state(job_id, "running")
    (worker,) = supervisor.pids()
    shared_queue_client.commit(queue.cancel, job_id)
    supervisor.wake()
    row = shared_queue_client.wait_for_state(job_id, "cancelled", "succeeded")
    assert (row.state, row.error_code, shared_queue_client.images(job_id)) == ("cancelled", None, [])
    assert shared_queue_client.wait_for_state(shared_queue_client.add_job(), "succeeded").attempt == 1
    assert supervisor.pids() == [worker]


def test_an_engine_that_ignores_the_stop_is_killed(shared_queue_client: QueueClient, supervisor: Supervisor) -> None:
    job_id = shared_queue_client.add_job("stubborn")
    shared_queue_client.wait_for_state(job_id, "running")
    (worker,) = supervisor.pids()
    engine_processes = child_pids(worker)
    shared_queue_client.commit(queue.cancel, job_id)
    supervisor.wake()
    assert shared_queue_client.wait_for_state(job_id, "cancelled", "succeeded").state == "cancelled"
    assert shared_queue_client.wait_for_state(shared_queue_client.add_job(), "succeeded").attempt == 1
    assert child_pids(worker) != engine_processes
    assert supervisor.pids() == [worker]


def test_a_worker_reports_its_state_and_job(shared_queue_client: QueueClient, supervisor: Supervisor) -> None:
    job_id = shared_queue_client.add_job("slow")
    shared_queue_client.wait_for_state(job_id, "running")
    (worker,) = shared_queue_client.commit(workers.list_workers)
    assert (worker.pid, worker.state, worker.job_id) == (supervisor.pids()[0], "busy", job_id)
    assert worker.engines == ("tiny",)
    assert shared_queue_client.job(job_id).owner == worker.id
    shared_queue_client.commit(queue.cancel, job_id)
    supervisor.wake()
    wait_until(lambda: shared_queue_client.commit(workers.list_workers)[0].state == "idle", "the worker to be idle")
