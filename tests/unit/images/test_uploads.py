"""Uploading an image: bytes first, then one transaction for the image and its place in an album."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound, TooLarge
from platemark.ids import new_id
from platemark.images import service as images
from platemark.images.views import NewUpload
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.uploads import upload_image
from tests.unit.images.stored_pictures import png, refusal, store

OpenWork = Callable[..., UnitOfWork]
People = dict[str, Actor]


def test_an_uploaded_image_is_added_to_the_album(
    open_work: OpenWork, factory: Any, people: People, studio: Studio
) -> None:
    album_id = factory.album(people["owner"])
    new = NewUpload(title="Red", album_id=album_id)
    with open_work() as work:
        first = upload_image(work, studio, io.BytesIO(png()), new, by=people["owner"])
        second = upload_image(work, studio, io.BytesIO(png()), new, by=people["owner"])
        (member,) = albums.get_album(work, album_id, by=people["owner"]).images.items
    assert (first.created, second.created) == (True, False)
    assert first.detail.image.id == second.detail.image.id == member.image.id
    assert [album.id for album in first.detail.albums] == [album_id]


def test_the_bytes_are_stored_before_the_transaction_begins(
    open_work: OpenWork, people: People, studio: Studio, blobs: FolderBlobStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, in_transaction = blobs.put, []
    with open_work() as work:

        def observed(data: bytes) -> str:
            in_transaction.append(work.session.in_transaction())
            return put(data)

        monkeypatch.setattr(blobs, "put", observed)
        upload_image(work, studio, io.BytesIO(png()), NewUpload(), by=people["owner"])
    assert in_transaction == [False, False]


def test_an_upload_to_an_unknown_album_inserts_no_image(open_work: OpenWork, people: People, studio: Studio) -> None:
    with open_work() as work, pytest.raises(NotFound):
        upload_image(work, studio, io.BytesIO(png()), NewUpload(album_id=new_id()), by=people["owner"])
    with open_work(write=False) as work:
        assert work.session.scalar(select(func.count(ImageRow.id))) == 0


def test_an_upload_becomes_an_image_with_its_caption(
    open_work: OpenWork, people: People, blobs: FolderBlobStore, studio: Studio
) -> None:
    new = NewUpload(title="../../evil.png", visibility="shared", nsfw=True, caption="all red")
    data = png()
    picture = images.store_upload(studio, io.BytesIO(data))
    with open_work() as work:
        upload = images.insert_upload(work, blobs, picture, new, by=people["owner"])
        work.commit()
    with open_work(write=False) as work:
        detail = images.get_image(work, upload.image_id, by=people["owner"])
        file = images.get_image_file(work, studio, upload.image_id, by=people["viewer"])
        thumbnail = images.get_image_thumbnail(work, studio, upload.image_id, by=people["viewer"])
    assert upload.created
    assert (detail.image.title, detail.image.visibility, detail.image.nsfw) == ("../../evil.png", "shared", True)
    assert (detail.image.width, detail.image.height, detail.image.size_bytes) == (40, 20, len(data))
    assert (detail.image.source, detail.image.media_type, detail.image.prompt) == ("uploaded", "image/png", None)
    assert [(label.kind, label.text, label.source) for label in detail.labels] == [("caption", "all red", "manual")]
    assert (file.path.read_bytes(), file.size, file.media_type, file.public) == (data, len(data), "image/png", False)
    assert (file.name, file.digest) == (f"{upload.image_id}.png", detail.image.digest)
    assert (thumbnail.media_type, thumbnail.size) == ("image/webp", len(thumbnail.path.read_bytes()))
    assert file.path.is_relative_to(blobs.root)


def test_uploading_the_same_bytes_again_gives_the_same_image(
    open_work: OpenWork, people: People, blobs: FolderBlobStore
) -> None:
    picture = store(blobs)
    with open_work() as work:
        first = images.insert_upload(work, blobs, picture, NewUpload(title="first"), by=people["owner"])
        second = images.insert_upload(work, blobs, picture, NewUpload(title="second", caption="x"), by=people["owner"])
        of_another = images.insert_upload(work, blobs, picture, NewUpload(), by=people["editor"])
        images.trash_image(work, first.image_id, by=people["owner"])
        restored = images.insert_upload(work, blobs, picture, NewUpload(), by=people["owner"])
        detail = images.get_image(work, restored.image_id, by=people["owner"])
    assert first.image_id == second.image_id == restored.image_id
    assert (first.created, second.created, of_another.created, restored.created) == (True, False, True, False)
    assert (detail.image.title, detail.image.deleted_at, detail.labels) == ("first", None, [])
    assert of_another.image_id != first.image_id


def test_concurrent_uploads_of_the_same_bytes_create_one_image(
    open_work: OpenWork, people: People, blobs: FolderBlobStore
) -> None:
    picture = store(blobs)

    def upload() -> None:
        with open_work() as work:
            images.insert_upload(work, blobs, picture, NewUpload(), by=people["owner"])
            work.commit()

    threads = [threading.Thread(target=upload) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_work(write=False) as work:
        assert work.session.scalar(select(func.count(ImageRow.id))) == 1


def test_only_editors_upload(open_work: OpenWork, people: People, blobs: FolderBlobStore) -> None:
    picture = store(blobs)
    with open_work() as work:
        uploads = {
            who: partial(images.insert_upload, work, blobs, picture, NewUpload(), by=people[who]) for who in people
        }
        refusals = {who: refusal(upload) for who, upload in uploads.items()}
    assert refusals == {
        "anyone": "Unauthenticated",
        "viewer": "Forbidden",
        "editor": None,
        "owner": None,
        "admin": None,
    }


def test_an_upload_is_read_only_up_to_the_size_limit(studio: Studio) -> None:
    stream = io.BytesIO(png() + b"\0" * 5000)
    with pytest.raises(TooLarge):
        images.store_upload(replace(studio, settings=Settings(max_upload_bytes=100)), stream)
    assert stream.tell() == 101
