"""ThumbHashes are stored with images, and computed in the background for those of older versions."""

from __future__ import annotations

import io
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy import select, update

from platemark.access import Actor
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.images import service as images
from platemark.images.thumb_hashes import fill_thumb_hashes
from platemark.images.views import NewUpload
from platemark.pixels.thumb_hash import thumb_hash
from platemark.studio import Studio
from platemark.uploads import upload_image
from platemark.worker import schedule
from tests.unit.images.stored_pictures import generate, png, store

People = dict[str, Actor]
COLOURS = ("red", "green", "blue", "white", "black")


def upload(studio: Studio, colour: str, owner: Actor) -> UUID:
    with studio.work(write=True) as work:
        image_id = upload_image(work, studio, io.BytesIO(png(colour)), NewUpload(), by=owner).detail.image.id
        work.commit()
    return image_id


def hashes(studio: Studio) -> list[str | None]:
    """The hashes of all images, oldest first."""
    with studio.work(write=False) as work:
        return list(work.session.scalars(select(ImageRow.thumb_hash).order_by(ImageRow.id)))


def forget_hashes(studio: Studio) -> list[str | None]:
    """Leave the images as an older version has stored them; the hashes that they had."""
    before = hashes(studio)
    with studio.work(write=True) as work:
        work.session.execute(update(ImageRow).values(thumb_hash=None))
        work.commit()
    return before


def thumbnail_digest(studio: Studio, image_id: UUID) -> str:
    with studio.work(write=False) as work:
        return work.session.scalars(select(ImageRow.thumbnail_digest).where(ImageRow.id == image_id)).one()


def fill(studio: Studio, limit: int = 1000) -> int:
    return fill_thumb_hashes(partial(UnitOfWork, studio.database), studio.blobs, limit=limit)


def test_each_stored_image_has_the_hash_of_its_thumbnail(studio: Studio, people: People) -> None:
    image_id = upload(studio, "red", people["owner"])
    expected = thumb_hash(studio.blobs.path(thumbnail_digest(studio, image_id)))
    with studio.work(write=True) as work:
        made = generate(work, studio.blobs, store(studio.blobs), people["owner"])  # type: ignore[arg-type]
        for id_ in (image_id, made):
            assert images.get_image(work, id_, by=people["owner"]).image.thumb_hash == expected


def test_hashes_of_older_images_are_computed_as_those_of_new_ones_are(studio: Studio, people: People) -> None:
    for colour in COLOURS:
        upload(studio, colour, people["owner"])
    before = forget_hashes(studio)
    assert len(set(before)) == len(COLOURS)
    assert [fill(studio, limit=2), hashes(studio)] == [2, [*before[:2], None, None, None]]
    assert [fill(studio), hashes(studio)] == [3, before]
    assert fill(studio) == 0


def test_what_has_a_hash_keeps_it_and_nothing_else_of_an_image_changes(studio: Studio, people: People) -> None:
    image_id = upload(studio, "red", people["owner"])
    with studio.work(write=False) as work:
        before = images.get_image(work, image_id, by=people["owner"])
    assert fill(studio) == 0
    forget_hashes(studio)
    assert fill(studio) == 1
    with studio.work(write=False) as work:
        assert images.get_image(work, image_id, by=people["owner"]) == before


def test_lost_and_damaged_thumbnails_are_tried_once(studio: Studio, people: People) -> None:
    lost, damaged = upload(studio, "red", people["owner"]), upload(studio, "green", people["owner"])
    upload(studio, "blue", people["owner"])
    blue = forget_hashes(studio)[2]
    assert studio.blobs.delete(thumbnail_digest(studio, lost))
    studio.blobs.path(thumbnail_digest(studio, damaged)).write_bytes(b"no picture")
    assert [fill(studio), hashes(studio), fill(studio)] == [3, ["", "", blue], 0]


def test_a_disk_that_cannot_be_read_leaves_the_images_for_later(
    studio: Studio, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    image_id = upload(studio, "red", people["owner"])
    before = forget_hashes(studio)
    file = studio.blobs.path(thumbnail_digest(studio, image_id))
    data = file.read_bytes()
    file.unlink()
    monkeypatch.setattr(studio.blobs, "problem", lambda: "The disk is gone.")
    with pytest.raises(Unavailable):
        fill(studio)
    assert hashes(studio) == [None]
    file.write_bytes(data)
    assert [fill(studio), hashes(studio)] == [1, before]


def test_the_schedule_computes_them_in_pieces(studio: Studio, people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    for colour in COLOURS:
        upload(studio, colour, people["owner"])
    before = forget_hashes(studio)
    monkeypatch.setattr(schedule, "THUMB_HASHES", 3)
    (task,) = [task for task in schedule.SCHEDULED_TASKS if task.name == "thumb_hashes"]
    task.run(studio.database, studio.settings)
    assert hashes(studio) == [*before[:3], None, None]
    task.run(studio.database, studio.settings)
    assert hashes(studio) == before
