"""What real worker processes do with a job."""

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
from tests.worker.conftest import Shop, children_of, until


def make_album(shop: Shop) -> UUID:
    row = AlbumRow(
        id=new_id(), name="Arcana", description="", visibility="private", source="manual", version=1,
        created_at=utc_now(), updated_at=utc_now(),
    )  # fmt: skip
    shop.do(lambda work: work.session.add(row))
    return row.id


def test_a_job_becomes_pictures_in_their_album(patient: Shop, supervisor: Supervisor) -> None:
    album_id = make_album(patient)
    job_id = patient.queue("quick fox", count=3, album_id=album_id, title="Fox", visibility="shared")
    supervisor.wake()
    row = patient.wait_for(job_id, "succeeded", "failed")
    images = patient.images(job_id)
    with UnitOfWork(patient.database, write=False) as work:
        in_album = select(AlbumImageRow.image_id).where(AlbumImageRow.album_id == album_id)
        members = list(work.session.scalars(in_album.order_by(AlbumImageRow.position)))

    assert (row.state, row.attempt, row.progress, row.error_code) == ("succeeded", 1, 1.0, None)
    assert patient.events(job_id) == ["job.queued", "job.running", "job.succeeded"]
    assert members == [image.id for image in images]
    assert [(image.provenance or {})["seed"] for image in images] == [5, 6, 7]
    assert {(image.title, image.prompt, image.visibility, image.source) for image in images} == {
        ("Fox", "quick fox", "shared", "generated")
    }
    blobs = FolderBlobStore(patient.settings.blobs_dir)
    assert all(blobs.exists(image.digest) and blobs.exists(image.thumbnail_digest) for image in images)


def test_a_job_whose_bell_was_lost_is_found_by_the_sweep(patient: Shop, supervisor: Supervisor) -> None:
    until(lambda: patient.do(workers.count_alive) == 1, "the worker")
    assert patient.wait_for(patient.queue(), "succeeded").attempt == 1


@pytest.mark.parametrize(
    ("prompt", "message"),
    [
        ("refuse", "There is no paper. Buy some."),
        ("rubbish", "Only PNG, JPEG and WebP pictures are taken; this is none of them."),
    ],
)
def test_what_no_retry_would_mend_fails_at_once(
    patient: Shop, supervisor: Supervisor, prompt: str, message: str
) -> None:
    job_id = patient.queue(prompt)
    row = patient.wait_for(job_id, "failed", "succeeded")
    assert (row.state, row.attempt, row.error_message) == ("failed", 1, message)
    assert patient.images(job_id) == []


def test_an_engines_accident_is_tried_again_and_then_told(patient: Shop, supervisor: Supervisor) -> None:
    row = patient.wait_for(patient.queue("burst", max_attempts=2), "failed", "succeeded")
    assert (row.state, row.attempt, row.error_code) == ("failed", 2, "engine_failed")
    assert "RuntimeError" in row.error_message


def test_a_running_job_is_cancelled_and_the_worker_goes_on(patient: Shop, supervisor: Supervisor) -> None:
    job_id = patient.queue("slow")
    patient.wait_for(job_id, "running")
    (worker,) = supervisor.pids()
    patient.do(queue.cancel, job_id)
    supervisor.wake()
    row = patient.wait_for(job_id, "cancelled", "succeeded")
    assert (row.state, row.error_code, patient.images(job_id)) == ("cancelled", None, [])
    assert patient.wait_for(patient.queue(), "succeeded").attempt == 1
    assert supervisor.pids() == [worker]


def test_an_engine_that_does_not_listen_is_ended(patient: Shop, supervisor: Supervisor) -> None:
    job_id = patient.queue("stubborn")
    patient.wait_for(job_id, "running")
    (worker,) = supervisor.pids()
    engines = children_of(worker)
    patient.do(queue.cancel, job_id)
    supervisor.wake()
    assert patient.wait_for(job_id, "cancelled", "succeeded").state == "cancelled"
    assert patient.wait_for(patient.queue(), "succeeded").attempt == 1
    assert children_of(worker) != engines
    assert supervisor.pids() == [worker]


def test_a_worker_says_what_it_is_about(patient: Shop, supervisor: Supervisor) -> None:
    job_id = patient.queue("slow")
    patient.wait_for(job_id, "running")
    (worker,) = patient.do(workers.list_workers)
    assert (worker.pid, worker.state, worker.job_id, worker.engines) == (supervisor.pids()[0], "busy", job_id, ["tiny"])
    assert patient.row(job_id).owner == worker.id
    patient.do(queue.cancel, job_id)
    supervisor.wake()
    until(lambda: patient.do(workers.list_workers)[0].state == "idle", "the worker to be idle")
