"""Undoing media: everything that the import created is removed, except what was changed since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.albums.views import AlbumChanges, NewAlbum
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import service as images
from platemark.images.views import ImageChanges, NewUpload
from platemark.paging import PageRequest
from tests.unit.imports.import_driver import ImportDriver
from tests.unit.imports.media.helpers import albums_of, blob_digests, item, thing_id, write_work
from tests.unit.imports.trees import picture

Edit = Callable[[UnitOfWork, UUID, Actor], object]


def test_undoing_leaves_rows_and_blobs_as_before(driver: ImportDriver, tree: Path, by: Actor) -> None:
    with write_work(driver) as work:
        albums.create_album(work, NewAlbum(name="Mine"), by=by)
        work.commit()
    before = driver.dump()
    undone = driver.undo(driver.plan_and_apply(tree))
    assert (undone.state, undone.results) == ("undone", {"applied": 0, "failed": 0, "undone": 18, "kept": 0})
    assert driver.dump() == before
    assert blob_digests(driver) == []


def test_blobs_that_others_reference_survive_an_undo(driver: ImportDriver, tree: Path, by: Actor) -> None:
    same = images.store_picture(driver.blobs, picture(30), max_pixels=10**6)
    with write_work(driver) as work:
        uploaded = images.insert_upload(work, driver.blobs, same, NewUpload(title="mine"), by=by)
        work.commit()
    before, blobs_before = driver.dump(), blob_digests(driver)
    planned = driver.plan(tree)
    assert item(driver, planned, "zodiac_ink/aries.png").reason == "known_picture"
    applied = driver.apply(planned)
    image_id = thing_id(driver, applied, "zodiac_ink/aries.png")
    assert image_id == uploaded.image_id, "the same picture is not stored twice"
    driver.undo(applied)
    assert driver.dump() == before
    assert blob_digests(driver) == blobs_before


def test_an_edited_album_is_kept_with_its_pictures(driver: ImportDriver, tree: Path, by: Actor) -> None:
    applied = driver.plan_and_apply(tree)
    deck = "card_deck_winter_forest_20240115_101010/"
    with write_work(driver) as work:
        albums.update_album(work, thing_id(driver, applied, deck), AlbumChanges(name="My winter"), by=by)
        work.commit()
    undone = driver.undo(applied)
    assert (undone.results["kept"], undone.results["undone"]) == (4, 14)
    assert {discrepancy.code: discrepancy.count for discrepancy in undone.discrepancies} == {
        "album_kept": 3,
        "edited": 1,
    }
    assert {each.key: each.discrepancy for each in driver.items(undone) if each.state == "kept"} == {
        deck: "edited", f"{deck}00_card.png": "album_kept", f"{deck}01_card.png": "album_kept",
        f"{deck}02_card.png": "album_kept",
    }  # fmt: skip
    assert [(album.name, album.image_count) for album in albums_of(driver, by)] == [("My winter", 3)]


def add_to_new_album(work: UnitOfWork, image: UUID, by: Actor) -> None:
    album = albums.insert_album(work, NewAlbum(name="B"), by=by)
    albums.add_album_images(work, album, [image], by=by)


def delete_first_label(work: UnitOfWork, image: UUID, by: Actor) -> None:
    label = images.list_labels(work, image, PageRequest(), by=by).items[0]
    images.delete_label(work, label.id, by=by)


EDITS: dict[str, tuple[str, Edit]] = {
    "a new title": (
        "edited", lambda work, image, by: images.update_image(work, image, ImageChanges(title="Ram"), by=by)
    ),
    "an added label": ("labelled", lambda work, image, by: images.create_label(work, image, "tag", "mine", by=by)),
    "a deleted label": ("labelled", delete_first_label),
    "the trash": ("edited", lambda work, image, by: images.trash_image(work, image, by=by)),
    "another album": ("in_other_album", add_to_new_album),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_a_picture_that_was_changed_is_kept(driver: ImportDriver, tree: Path, by: Actor, edit: str) -> None:
    applied = driver.plan_and_apply(tree)
    reason, change = EDITS[edit]
    image = thing_id(driver, applied, "zodiac_ink/aries.png")
    with write_work(driver) as work:
        change(work, image, by)
        work.commit()
    undone = driver.undo(applied)
    kept_items = [
        (item_view.key, item_view.discrepancy) for item_view in driver.items(undone) if item_view.state == "kept"
    ]
    assert kept_items == [("zodiac_ink/aries.png", reason)]
    with driver.read_work() as work:
        assert work.session.scalars(sa.select(ImageRow.id)).all() == [image]
