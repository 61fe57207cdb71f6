"""Uploading an image: bytes first, then one transaction for the image and its place in an album."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import func, select

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.ids import new_id
from platemark.images.views import NewUpload
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.uploads import upload_image

OpenWork = Callable[..., UnitOfWork]
People = dict[str, Actor]


def png() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "PNG")
    out.seek(0)
    return out


def test_an_uploaded_image_is_added_to_the_album(
    open_work: OpenWork, shop: Any, people: People, studio: Studio
) -> None:
    album_id = shop.album(people["owner"])
    new = NewUpload(title="Red", album_id=album_id)
    with open_work() as work:
        first = upload_image(work, studio, png(), new, by=people["owner"])
        again = upload_image(work, studio, png(), new, by=people["owner"])
        (member,) = albums.get_album(work, album_id, by=people["owner"]).images.items
    assert (first.created, again.created) == (True, False)
    assert first.detail.image.id == again.detail.image.id == member.image.id
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
        upload_image(work, studio, png(), NewUpload(), by=people["owner"])
    assert in_transaction == [False, False]


def test_an_upload_to_an_unknown_album_inserts_no_image(open_work: OpenWork, people: People, studio: Studio) -> None:
    with open_work() as work, pytest.raises(NotFound):
        upload_image(work, studio, png(), NewUpload(album_id=new_id()), by=people["owner"])
    with open_work(write=False) as work:
        assert work.session.scalar(select(func.count(ImageRow.id))) == 0
