"""What becomes of a job's pictures: rows, album and finished state together, or none of them."""

from __future__ import annotations

from pathlib import Path
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
from tests.unit.jobs.conftest import Desk
from tests.worker.tiny_engine import png


class Easel:
    """Jobs with pictures that are made, stored, and wait to be named."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.blobs = FolderBlobStore(folder / "blobs")

    def album(self) -> UUID:
        row = AlbumRow(
            id=new_id(), name="Arcana", description="", visibility="private", source="set_run", version=1,
            created_at=utc_now(), updated_at=utc_now(),
        )  # fmt: skip
        self.desk.do(lambda work: work.session.add(row))
        return row.id

    def claimed(self, album_id: UUID | None = None, row_position: int | None = None, count: int = 1) -> Lease:
        request = GenerateJob(prompt="a fox", engine="tiny", seed=7, count=count, album_id=album_id)
        job = NewJob(
            kind="generate", engine="tiny", payload=request.payload(), album_id=album_id, row_position=row_position
        )
        self.desk.do(queue.add, [job])
        return self.desk.claimed()

    def kept(self, seed: int = 7) -> StoredImage:
        made = EngineImage(
            data=png(seed), media_type="image/png", width=4, height=4, seed=seed, engine="tiny", engine_version="1",
            model=None,
        )  # fmt: skip
        return generation_results.store_image(self.blobs, made, max_pixels=1_000_000)

    def finish(self, lease: Lease, *kept: StoredImage) -> RunOutcome:
        return self.desk.do(generation_results.complete, self.blobs, lease, kept)

    def images(self) -> list[UUID]:
        with UnitOfWork(self.desk.database, write=False) as work:
            return list(work.session.scalars(select(ImageRow.job_id)))

    def seeds_in(self, album_id: UUID) -> list[int]:
        """The seeds of an album's images, in the album's order."""
        found = select(ImageRow.provenance).join(AlbumImageRow, AlbumImageRow.image_id == ImageRow.id)
        of_album = found.where(AlbumImageRow.album_id == album_id).order_by(AlbumImageRow.position)
        with UnitOfWork(self.desk.database, write=False) as work:
            return [(provenance or {})["seed"] for provenance in work.session.scalars(of_album)]


@pytest.fixture
def easel(desk: Desk, tmp_path: Path) -> Easel:
    return Easel(desk, tmp_path)


def test_a_finished_job_has_its_pictures(easel: Easel) -> None:
    lease = easel.claimed(count=2)
    assert easel.finish(lease, easel.kept(7), easel.kept(8)) == "succeeded"
    assert easel.images() == [lease.job_id] * 2


def test_a_job_that_was_asked_to_stop_keeps_none(easel: Easel) -> None:
    lease = easel.claimed()
    easel.desk.do(queue.cancel, lease.job_id)
    assert easel.finish(lease, easel.kept()) == "cancelled"
    assert easel.images() == []


def test_a_late_owners_pictures_are_not_kept(easel: Easel) -> None:
    lease = easel.claimed()
    easel.desk.let_the_lease_run_out(lease.job_id)
    easel.desk.do(queue.sweep)
    assert easel.finish(lease, easel.kept()) == "lost"
    again = easel.desk.claimed("another")
    assert easel.finish(lease, easel.kept()) == "lost"
    assert easel.finish(again, easel.kept()) == "succeeded"
    assert easel.finish(lease, easel.kept()) == "lost"
    assert easel.images() == [lease.job_id]


def test_where_one_picture_cannot_be_named_none_is_and_the_job_runs_still(easel: Easel) -> None:
    lease = easel.claimed(count=2)
    kept, gone = easel.kept(7), easel.kept(8)
    easel.blobs.delete(gone.picture.digest)
    with pytest.raises(Unavailable, match="bytes_swept"):
        easel.finish(lease, kept, gone)
    assert (easel.images(), easel.desk.state(lease.job_id)) == ([], "running")
    assert easel.desk.events(lease.job_id) == ["job.queued", "job.running"]


def test_a_set_runs_album_has_the_order_of_its_rows_whoever_is_done_first(easel: Easel) -> None:
    album_id = easel.album()
    first, second = (easel.claimed(album_id, row_position=position, count=2) for position in range(2))
    easel.finish(second, easel.kept(20), easel.kept(21))
    easel.finish(first, easel.kept(10), easel.kept(11))
    assert easel.seeds_in(album_id) == [10, 11, 20, 21]


def test_other_jobs_pictures_go_to_the_albums_end(easel: Easel) -> None:
    album_id = easel.album()
    first, second = easel.claimed(album_id), easel.claimed(album_id)
    easel.finish(second, easel.kept(20))
    easel.finish(first, easel.kept(10))
    assert easel.seeds_in(album_id) == [20, 10]
