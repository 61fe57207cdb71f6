"""The results of a job: image rows, album positions and the final state are stored together or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from platemark.clock import utc_now
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import EngineImage
from platemark.errors import Unavailable
from platemark.ids import new_id
from platemark.jobs import generation_results, queue
from platemark.jobs.generation_results import StoredImage
from platemark.jobs.queue import Lease, NewJob, RunOutcome
from platemark.jobs.requests import GenerateJob
from platemark.storage.blobs import FolderBlobStore
from tests.serving import reference_validator
from tests.unit.jobs.conftest import QueueDriver
from tests.worker.tiny_engine import png


class ResultDriver:
    """Runs generate jobs up to their stored images."""

    def __init__(self, driver: QueueDriver, folder: Path) -> None:
        self.driver = driver
        self.blobs = FolderBlobStore(folder / "blobs")

    def album(self) -> UUID:
        row = AlbumRow(
            id=new_id(), name="Arcana", description="", visibility="private", source="set_run", version=1,
            created_at=utc_now(), updated_at=utc_now(),
        )  # fmt: skip
        self.driver.do(lambda work: work.session.add(row))
        return row.id

    def claim(self, album_id: UUID | None = None, row_position: int | None = None, count: int = 1) -> Lease:
        request = GenerateJob(prompt="a fox", engine="tiny", seed=7, count=count, album_id=album_id)
        job = NewJob(
            kind="generate", engine="tiny", payload=request.payload(), album_id=album_id, row_position=row_position
        )
        self.driver.do(queue.add, [job])
        return self.driver.claimed()

    def store(self, seed: int = 7, **answer: Any) -> StoredImage:
        image = EngineImage(
            data=png(seed % 256), media_type="image/png", width=4, height=4, seed=seed, engine="tiny",
            **{"engine_version": "1", "model": None, **answer},
        )  # fmt: skip
        return generation_results.store_image(self.blobs, image, max_pixels=1_000_000)

    def complete(self, lease: Lease, *images: StoredImage) -> RunOutcome:
        return self.driver.do(generation_results.complete, self.blobs, lease, images)

    def images(self) -> list[UUID]:
        with UnitOfWork(self.driver.database, write=False) as work:
            return list(work.session.scalars(select(ImageRow.job_id)))

    def seeds_in(self, album_id: UUID) -> list[int]:
        """The seeds of an album's images, in the album's order."""
        query = select(ImageRow.provenance).join(AlbumImageRow, AlbumImageRow.image_id == ImageRow.id)
        of_album = query.where(AlbumImageRow.album_id == album_id).order_by(AlbumImageRow.position)
        with UnitOfWork(self.driver.database, write=False) as work:
            return [(provenance or {})["seed"] for provenance in work.session.scalars(of_album)]


@pytest.fixture
def results(driver: QueueDriver, tmp_path: Path) -> ResultDriver:
    return ResultDriver(driver, tmp_path)


def test_a_completed_job_has_its_images(results: ResultDriver) -> None:
    lease = results.claim(count=2)
    assert results.complete(lease, results.store(7), results.store(8)) == "succeeded"
    assert results.images() == [lease.job_id] * 2


def test_a_cancelled_job_stores_no_images(results: ResultDriver) -> None:
    lease = results.claim()
    results.driver.do(queue.cancel, lease.job_id)
    assert results.complete(lease, results.store()) == "cancelled"
    assert results.images() == []


def test_a_worker_that_lost_its_lease_stores_no_images(results: ResultDriver) -> None:
    lease = results.claim()
    results.driver.expire_lease(lease.job_id)
    results.driver.do(queue.sweep)
    assert results.complete(lease, results.store()) == "lost"
    new_lease = results.driver.claimed("another")
    assert results.complete(lease, results.store()) == "lost"
    assert results.complete(new_lease, results.store()) == "succeeded"
    assert results.complete(lease, results.store()) == "lost"
    assert results.images() == [lease.job_id]


def test_if_one_image_cannot_be_inserted_no_image_is_stored_and_the_job_keeps_running(results: ResultDriver) -> None:
    lease = results.claim(count=2)
    visible, trashed = results.store(7), results.store(8)
    results.blobs.delete(trashed.picture.digest)
    with pytest.raises(Unavailable, match="bytes_swept"):
        results.complete(lease, visible, trashed)
    assert (results.images(), results.driver.state(lease.job_id)) == ([], "running")
    assert results.driver.events(lease.job_id) == ["job.queued", "job.running"]


def test_images_of_a_set_run_keep_row_order_whichever_job_finishes_first(results: ResultDriver) -> None:
    album_id = results.album()
    first, second = (results.claim(album_id, row_position=position, count=2) for position in range(2))
    results.complete(second, results.store(20), results.store(21))
    results.complete(first, results.store(10), results.store(11))
    assert results.seeds_in(album_id) == [10, 11, 20, 21]


def test_images_of_other_jobs_are_appended_to_the_album(results: ResultDriver) -> None:
    album_id = results.album()
    first, second = results.claim(album_id), results.claim(album_id)
    results.complete(second, results.store(20))
    results.complete(first, results.store(10))
    assert results.seeds_in(album_id) == [20, 10]


HOSTILE_ANSWERS: list[dict[str, Any]] = [
    {"seed": 2**60},
    {"seed": -3},
    {"words_ignored": ("a" * 501, "two\nlines\0", "\ud800")},
    {"words_used": ("word",) * 2000},
    {"model": "m" * 100_000},
    {"engine_version": "1.0 (nightly)\n"},
    {"parameters": {"sampler": "x" * 100_000, "eta": float("nan"), "n": 2**70, "bad name": 1, "list": [1]}},
]


@pytest.mark.parametrize("answer", HOSTILE_ANSWERS, ids=lambda answer: "-".join(answer))
def test_what_an_engine_brings_is_stored_within_the_limits_of_the_contract(
    results: ResultDriver, answer: dict[str, Any]
) -> None:
    lease = results.claim()
    assert results.complete(lease, results.store(**answer)) == "succeeded"
    with UnitOfWork(results.driver.database, write=False) as work:
        provenance = work.session.scalar(select(ImageRow.provenance))
    json.dumps(provenance, ensure_ascii=False, allow_nan=False).encode()
    errors = reference_validator("/components/schemas/Provenance").iter_errors(provenance)
    assert [error.json_path for error in errors] == []
