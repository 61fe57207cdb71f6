"""The data set of a training run: its pictures, their captions, and which of them are held out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import update

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.albums.views import NewAlbum
from platemark.db.tables import ImageRow, LabelRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import new_id
from platemark.images import service as images
from platemark.images.views import NewUpload
from platemark.storage.blobs import FolderBlobStore
from platemark.training.dataset import Dataset, build_dataset
from tests.conftest import OpenWork
from tests.populate import png


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobStore:
    return FolderBlobStore(tmp_path / "blobs")


@pytest.fixture
def ada(make_user: Callable[..., Actor]) -> Actor:
    return make_user("ada")


def add_image(work: UnitOfWork, blobs: FolderBlobStore, album_id: UUID, colour: int, by: Actor, title: str) -> UUID:
    picture = images.store_picture(blobs, png((colour, 20, 90)), max_pixels=10_000)
    upload = images.insert_upload(work, blobs, picture, NewUpload(title=title), by=by)
    albums.add_album_images(work, album_id, [upload.image_id], by=by)
    return upload.image_id


def label(work: UnitOfWork, image_id: UUID, kind: str, text: str, source: str = "manual") -> None:
    now = work.now()
    facts = {"kind": kind, "text": text, "source": source, "version": 1, "created_at": now, "updated_at": now}
    work.session.add(LabelRow(id=new_id(), image_id=image_id, **facts))
    work.session.flush()


def test_manual_captions_win_over_engines_tags_prompts_and_titles(
    open_work: OpenWork, blobs: FolderBlobStore, ada: Actor
) -> None:
    with open_work() as work:
        album_id = albums.insert_album(work, NewAlbum(name="Hues"), by=ada)
        image_id = add_image(work, blobs, album_id, 1, ada, title="a title")

        def caption() -> str:
            data = build_dataset(work, [album_id], seed=1, held_out_share=0, by=ada)
            return data.pictures[0].caption

        assert caption() == "a title"
        work.session.execute(update(ImageRow).where(ImageRow.id == image_id).values(prompt="a prompt"))
        assert caption() == "a prompt"
        label(work, image_id, "tag", "red")
        label(work, image_id, "tag", "bold")
        assert caption() == "red, bold"
        label(work, image_id, "caption", "an engine's", source="engine")
        assert caption() == "an engine's"
        label(work, image_id, "caption", "a manual\n  one")
        label(work, image_id, "caption", "another engine's", source="engine")
        assert caption() == "a manual one"
        label(work, image_id, "caption", "a better one")
        assert caption() == "a better one"


def test_each_image_occurs_once_in_album_order(
    open_work: OpenWork, blobs: FolderBlobStore, ada: Actor, make_user: Callable[..., Actor]
) -> None:
    bob = make_user("bob")
    with open_work() as work:
        first, second = (albums.insert_album(work, NewAlbum(name=name), by=ada) for name in ("one", "two"))
        for album_id, colours in ((second, (3, 1)), (first, (1, 2))):
            for colour in colours:
                add_image(work, blobs, album_id, colour, ada, title=f"{colour}")
        add_image(work, blobs, second, 4, replace(bob, role="admin"), title="bob's, private")

        def titles(*album_ids: UUID, by: Actor = ada) -> list[str]:
            return [
                picture.caption for picture in build_dataset(work, album_ids, seed=1, held_out_share=0, by=by).pictures
            ]

        assert titles(first, second) == ["1", "2", "3"]
        assert titles(second, first) == ["3", "1", "2"]
        assert titles(second, by=replace(bob, role="admin")) == ["3", "1", "bob's, private"]


@pytest.mark.parametrize(
    ("share", "count", "held_out"), [(0.0, 10, 0), (0.2, 10, 2), (0.5, 10, 5), (0.01, 10, 1), (0.5, 1, 0)]
)
def test_the_same_seed_holds_out_the_same_images(
    open_work: OpenWork, blobs: FolderBlobStore, ada: Actor, share: float, count: int, held_out: int
) -> None:
    with open_work() as work:
        album_id = albums.insert_album(work, NewAlbum(name="Hues"), by=ada)
        for colour in range(count):
            add_image(work, blobs, album_id, colour, ada, title=f"{colour}")
        first, second = (build_dataset(work, [album_id], seed=7, held_out_share=share, by=ada) for _ in range(2))
        others = {build_dataset(work, [album_id], seed=seed, held_out_share=share, by=ada).digest for seed in range(12)}
    assert first == second
    assert first.view.held_out_count == held_out
    assert (len(others) > 1) is (0 < held_out < count)
    assert Dataset.from_payload(first.payload()) == replace(first, small_count=0)
