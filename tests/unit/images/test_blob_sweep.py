"""The sweep deletes blobs that no row refers to, and never one that a writer is about to refer to."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import select

from platemark.access import Actor
from platemark.blob_references import sweep_blobs
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.storage.blobs import FolderBlobStore
from tests.unit.images.stored_pictures import generate, png, store

OpenWork = Callable[..., UnitOfWork]
People = dict[str, Actor]


def test_no_row_is_inserted_for_bytes_that_were_swept(
    open_work: OpenWork, people: People, blobs: FolderBlobStore
) -> None:
    for lost in ("digest", "thumbnail_digest"):
        picture = store(blobs)
        blobs.delete(getattr(picture, lost))
        with open_work() as work, pytest.raises(Unavailable):
            generate(work, blobs, picture, people["owner"])


def test_a_sweep_deletes_unreferenced_blobs(open_work: OpenWork, people: People, blobs: FolderBlobStore) -> None:
    picture, orphan = store(blobs), blobs.put(b"left by a crash")
    with open_work() as work:
        generate(work, blobs, picture, people["owner"])
        work.commit()
    for path in blobs.root.rglob("*"):
        if path.is_file():
            os.utime(path, (0, 0))
    assert sweep_blobs(open_work, blobs, grace_seconds=3600).blobs == 1
    assert (blobs.exists(orphan), blobs.exists(picture.digest), blobs.exists(picture.thumbnail_digest)) == (
        False, True, True,
    )  # fmt: skip


def test_a_sweep_never_deletes_blobs_that_concurrent_writers_refer_to(
    open_work: OpenWork, people: People, blobs: FolderBlobStore
) -> None:
    pictures = [png(colour) for colour in ("red", "green", "blue")]
    stop, faults = threading.Event(), []

    def write(seed: int) -> None:
        for turn in range(8):
            picture = store(blobs, pictures[(turn + seed) % 3])
            with open_work() as work:
                try:
                    generate(work, blobs, picture, people["owner"])
                except Unavailable:
                    continue  # the sweep was faster; a real writer stores the bytes again
                work.commit()
            if not (blobs.exists(picture.digest) and blobs.exists(picture.thumbnail_digest)):
                faults.append(picture)

    def sweep() -> None:
        while not stop.wait(0.005):  # long enough for a writer to refer to what it has stored
            sweep_blobs(open_work, blobs, grace_seconds=0)

    sweeper = threading.Thread(target=sweep)
    writers = [threading.Thread(target=write, args=(seed,)) for seed in range(2)]
    for thread in (sweeper, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    sweeper.join()
    with open_work(write=False) as work:
        references = work.session.execute(select(ImageRow.digest, ImageRow.thumbnail_digest)).all()
    assert references
    assert faults == []
    assert all(blobs.exists(digest) for row in references for digest in row)
