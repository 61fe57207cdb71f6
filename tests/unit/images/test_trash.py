"""The trash is emptied: what goes, what stays and why, and that files go with the last row that refers to them."""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, text, update

from platemark.access import SYSTEM, Actor
from platemark.blob_references import sweep_blobs
from platemark.clock import utc_now
from platemark.db.rows import insert_rows
from platemark.db.tables import EventRow, ImageRow, JobRow, LabelRow, TrainingImageRow, TrainingRunRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, Forbidden, PlatemarkError
from platemark.ids import new_id
from platemark.images import service as images
from platemark.images import trash
from platemark.images.views import NewUpload, TrashPurge
from platemark.jobs import queue
from platemark.jobs.queue import NewJob
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.uploads import upload_image
from tests.unit.images.stored_pictures import png, refusal
from tests.unit.kept_counts.training_steps import insert_training_run

NOW = utc_now()
MILLISECOND, DAYS = timedelta(milliseconds=1), timedelta(days=30)
NAMED = import_module("platemark.db.migrations.versions.0031_emptying_the_trash").NAMED
People = dict[str, Actor]


def purge(studio: Studio, days: int | None = None, *, dry_run: bool = False, trash_days: int = 30) -> TrashPurge:
    """A purge at the time ``NOW``."""
    settings = Settings(trash_days=trash_days)
    with UnitOfWork(studio.database, write=not dry_run, clock=lambda: NOW) as work:
        done = trash.purge_trash(work, studio.blobs, days, dry_run=dry_run, settings=settings, by=SYSTEM)
        work.commit()
    return done


def upload(studio: Studio, colour: str, owner: Actor, *, trashed: bool = False) -> UUID:
    """Upload a picture of one colour; the image's id. It is in the trash for 31 days if ``trashed``."""
    with studio.work(write=True) as work:
        image_id = upload_image(work, studio, io.BytesIO(png(colour)), NewUpload(), by=owner).detail.image.id
        if trashed:
            images.trash_image(work, image_id, by=owner)
            old = update(ImageRow).where(ImageRow.id == image_id).values(deleted_at=NOW - DAYS - timedelta(days=1))
            work.session.execute(old)
        work.commit()
    return image_id


def remaining(studio: Studio) -> set[UUID]:
    with studio.work(write=False) as work:
        return set(work.session.scalars(select(ImageRow.id)))


def disk_use(blobs: FolderBlobStore) -> int:
    """The bytes of all files of the store."""
    return sum(path.stat().st_size for path in blobs.root.rglob("*") if path.is_file())


def name_in_training_run(work: UnitOfWork, image_id: UUID) -> UUID:
    run_id = insert_training_run(work, new_id(), "press", None)
    insert_rows(work, TrainingImageRow, [{"training_run_id": run_id, "image_id": image_id}])
    return run_id


def name_in_set_run(work: UnitOfWork, image_id: UUID) -> UUID:
    """Have the image come from a job that is done, of a set run with another job that is queued."""
    run_id, new = new_id(), partial(NewJob, kind="generate", engine="press", payload={}, created_by=None)
    done, waiting = (new(set_run_id=run_id, row_position=position) for position in (0, 1))
    queue.add(work, [done, waiting])
    work.session.execute(update(JobRow).where(JobRow.id == done.id).values(state="succeeded"))
    work.session.execute(update(ImageRow).where(ImageRow.id == image_id).values(job_id=done.id))
    return run_id


def test_a_purge_is_exact_to_the_millisecond_and_its_dry_run_says_the_same(
    studio: Studio, factory: Any, people: People
) -> None:
    owner = people["owner"]
    older = factory.image(owner, deleted_at=NOW - DAYS - MILLISECOND)
    exact = factory.image(owner, deleted_at=NOW - DAYS)
    kept = {factory.image(owner, deleted_at=NOW - DAYS + MILLISECOND), factory.image(owner)}
    planned = purge(studio, dry_run=True)
    assert remaining(studio) == kept | {older, exact}
    done = purge(studio)
    assert [image.id for image in done.images] == [image.id for image in planned.images] == [older, exact]
    assert (done.older_than_days, done.before, done.more) == (30, NOW - DAYS, False)
    assert remaining(studio) == kept
    assert len(purge(studio, 0).images) == 1, "0 days: all of the trash"


def test_0_days_in_the_settings_keep_the_trash_forever(studio: Studio, factory: Any, people: People) -> None:
    factory.image(people["owner"], deleted_at=NOW - 400 * DAYS)
    done = purge(studio, trash_days=0)
    assert (done.before, done.older_than_days, done.images) == (None, None, ())
    assert len(remaining(studio)) == 1


def test_a_purge_takes_the_oldest_and_says_that_there_are_more(
    studio: Studio, factory: Any, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash, "MAX_IMAGES", 2)
    youngest_first = [
        factory.image(people["owner"], deleted_at=NOW - DAYS - number * MILLISECOND) for number in range(5)
    ]
    planned, done = purge(studio, dry_run=True), purge(studio)
    assert ([image.id for image in done.images], done.more) == (youngest_first[:2:-1], True)
    assert [image.id for image in planned.images] == youngest_first[:2:-1]
    open_work = partial(studio.work, write=True)
    assert trash.purge_old(open_work, studio.blobs, Settings()) == (3, 0)
    assert remaining(studio) == set()


def test_the_disk_is_freed_of_the_files_that_no_other_image_has(studio: Studio, people: People) -> None:
    owner, blobs = people["owner"], studio.blobs
    assert isinstance(blobs, FolderBlobStore)
    stays = upload(studio, "red", people["editor"])
    used_by_red = disk_use(blobs)
    shared, alone = upload(studio, "red", owner, trashed=True), upload(studio, "blue", owner, trashed=True)
    used = disk_use(blobs)
    assert used > used_by_red
    planned = purge(studio, dry_run=True)
    assert disk_use(blobs) == used
    done = purge(studio)
    assert ({image.id for image in done.images}, remaining(studio)) == ({shared, alone}, {stays})
    assert disk_use(blobs) == used_by_red
    assert (planned.freed_bytes, planned.shared_file_count) == (done.freed_bytes, done.shared_file_count)
    assert (done.freed_bytes, done.shared_file_count) == (used - used_by_red, 2)
    with studio.work(write=False) as work:
        assert images.get_image_file(work, studio, stays, by=people["editor"]).path.read_bytes()


def test_an_image_goes_with_all_that_belongs_to_it_and_its_owner_hears_of_it(
    studio: Studio, factory: Any, people: People
) -> None:
    owner = people["owner"]
    image_id = factory.image(owner, "public", deleted_at=NOW)
    factory.label(image_id, "tag", "fox")
    factory.album(owner, images=[image_id], cover_image_id=image_id)
    with studio.work(write=True) as work:
        trash.purge_image(work, studio.blobs, image_id, by=owner)
        work.commit()
    with studio.work(write=False) as work:
        (event,) = work.session.execute(select(EventRow.kind, EventRow.subject_id, EventRow.data))
        assert work.session.scalars(select(LabelRow.id)).all() == []
    private = {"visibility": "private", "created_by": str(owner.user_id)}
    assert event == ("image.purged", image_id, private), "only its owner and admins knew that it was in the trash"


@pytest.mark.parametrize(
    ("name", "reason", "release"),
    [
        (name_in_training_run, "training_run", delete(TrainingRunRow)),
        (name_in_set_run, "set_run", update(JobRow).values(state="cancelled")),
    ],
)
def test_an_image_that_a_run_names_stays_until_the_run_lets_it_go(
    studio: Studio,
    factory: Any,
    people: People,
    name: Callable[[UnitOfWork, UUID], UUID],
    reason: str,
    release: Any,
) -> None:
    owner = people["owner"]
    image_id = factory.image(owner, deleted_at=NOW - DAYS)
    with studio.work(write=True) as work:
        run_id = name(work, image_id)
        work.commit()
    for done in (purge(studio, dry_run=True), purge(studio)):
        assert done.images == []
        assert [(it.id, it.reason, it.named_by) for it in done.kept] == [(image_id, reason, run_id)]
    with studio.work(write=True) as work, pytest.raises(Conflict) as refused:
        trash.purge_image(work, studio.blobs, image_id, by=owner)
    assert (refused.value.code, str(run_id) in refused.value.detail) == ("image_in_use", True)
    with studio.work(write=True) as work:
        work.session.execute(release)
        work.commit()
    assert [image.id for image in purge(studio).images] == [image_id]


def test_images_that_old_training_runs_name_are_found_when_a_studio_is_updated(
    studio: Studio, factory: Any, people: People
) -> None:
    image_id = factory.image(people["owner"])
    with studio.work(write=True) as work:
        run_id = insert_training_run(work, new_id(), "press", None)
        named = [
            {"image_id": str(it), "digest": "0" * 64, "caption": "", "held_out": False} for it in (image_id, new_id())
        ]
        work.session.execute(update(TrainingRunRow).values(dataset=named))
        insert_training_run(work, new_id(), "press", None)
        work.session.execute(text(NAMED[work.dialect]))
        assert work.session.execute(select(TrainingImageRow.training_run_id, TrainingImageRow.image_id)).all() == [
            (run_id, image_id)
        ]


def test_who_deletes_an_image_for_good(studio: Studio, factory: Any, people: People) -> None:
    owner = people["owner"]
    trashed, shown = factory.image(owner, "public", deleted_at=NOW), factory.image(owner, "public")

    def refusals(image_id: UUID) -> dict[str, str | None]:
        with studio.work(write=True) as work:
            return {
                who: refusal(partial(trash.purge_image, work, studio.blobs, image_id, by=by))
                for who, by in people.items()
                if who != "admin"
            }

    assert refusals(shown) == {
        "anyone": "Unauthenticated", "viewer": "Forbidden", "editor": "Forbidden", "owner": "Conflict",
    }  # fmt: skip
    assert refusals(trashed) == {
        "anyone": "Unauthenticated", "viewer": "Forbidden", "editor": "NotFound", "owner": None,
    }  # fmt: skip
    assert remaining(studio) == {trashed, shown}, "nothing was committed"
    with studio.work(write=True) as work:
        trash.purge_image(work, studio.blobs, trashed, by=people["admin"])
        work.commit()
    assert remaining(studio) == {shown}
    with studio.work(write=True) as work, pytest.raises(Forbidden):
        trash.purge_trash(work, studio.blobs, 0, dry_run=True, settings=Settings(), by=owner)


def test_a_crash_before_the_commit_loses_nothing_and_one_after_it_leaves_files_to_the_sweep(
    studio: Studio, people: People, caplog: pytest.LogCaptureFixture
) -> None:
    image_id = upload(studio, "red", people["owner"], trashed=True)
    blobs = LosingItsDisk(studio.settings.blobs_dir)
    with studio.work(write=True) as work:
        trash.purge_image(work, blobs, image_id, by=SYSTEM)
    assert (remaining(studio), blobs.tried) == ({image_id}, 0), "no file is touched before the row is gone"
    used = disk_use(blobs)
    with studio.work(write=True) as work:
        trash.purge_image(work, blobs, image_id, by=SYSTEM)
        work.commit()
    assert (remaining(studio), disk_use(blobs), blobs.tried) == (set(), used, 1)
    assert "left to the sweep" in caplog.text
    assert sweep_blobs(partial(studio.work, write=True), studio.blobs, grace_seconds=0).bytes == used


class LosingItsDisk(FolderBlobStore):
    """A store that can delete nothing."""

    tried = 0

    def delete(self, digest: str) -> bool:
        self.tried += 1
        raise OSError(5, "Input/output error")


def test_uploads_of_the_same_bytes_never_lose_their_files_to_a_purge(studio: Studio, people: People) -> None:
    owner, codes = people["owner"], set[str]()

    def upload_and_purge(colours: tuple[str, ...]) -> None:
        for colour in colours * 3:
            try:
                image_id = upload(studio, colour, owner)
                with studio.work(write=True) as work:
                    images.trash_image(work, image_id, by=owner)
                    trash.purge_image(work, studio.blobs, image_id, by=owner)
                    work.commit()
            except PlatemarkError as error:
                codes.add(error.code)

    both = (("red", "blue"), ("blue", "red"))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(upload_and_purge, both))
        assert codes <= {"bytes_swept", "image_not_found"}, "the upload runs again; the other was faster"
        list(pool.map(partial(upload, studio, owner=owner), ("red", "blue")))
    with studio.work(write=False) as work:
        rows = work.session.execute(select(ImageRow.digest, ImageRow.thumbnail_digest)).all()
    assert len(rows) >= 2
    assert all(studio.blobs.exists(digest) for row in rows for digest in row)
