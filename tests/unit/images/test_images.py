"""Images show what the caller may see; what comes in twice is there once; trash and labels keep their rules."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image
from sqlalchemy import func, select

from handlers.wire import images as wire
from platemark.access import Actor
from platemark.albums import service as albums
from platemark.blob_references import sweep_blobs
from platemark.db.tables import ImageRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden, PlatemarkError, PreconditionFailed, TooLarge, Unavailable
from platemark.images import service as images
from platemark.images.views import ImageChanges, ImageFilter, LabelChanges, NewUpload, StoredPicture
from platemark.paging import PageRequest
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio

OpenWork = Callable[..., UnitOfWork]
People = dict[str, Actor]
ALL = PageRequest(limit=200)
VISIBILITIES = ("private", "shared", "public")
SEES = {
    # who:        private, shared, public
    "anyone": (False, False, True),
    "viewer": (False, True, True),
    "editor": (False, True, True),
    "owner": (True, True, True),
    "admin": (True, True, True),
}
WHO_SEES_WHAT = [pytest.param(who, sees, id=who) for who, sees in SEES.items()]
PROVENANCE = {
    "engine": "press", "engine_version": "1.0.0", "model": None, "seed": 7, "steps": 20, "guidance_scale": 7.5,
    "width": 8, "height": 8, "prompt": "a fox", "negative_prompt": "", "words_used": ["fox"], "words_ignored": ["a"],
    "parameters": {"palette": "winter", "passes": 3}, "job_id": "0192e4a0-7c00-7000-8000-000000000041",
    "set_run_id": None, "set_template_id": None, "set_template_version": None, "row_position": None,
}  # fmt: skip


def refusal(verb: Callable[[], object]) -> str | None:
    """What a verb is refused with; None where it is done."""
    try:
        verb()
    except PlatemarkError as error:
        return type(error).__name__
    return None


def png(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(out, "PNG")
    return out.getvalue()


def store(blobs: FolderBlobStore, data: bytes = b"") -> StoredPicture:
    return images.store_picture(blobs, data or png(), max_pixels=10_000)


@pytest.mark.parametrize(("who", "sees"), WHO_SEES_WHAT)
def test_an_image_is_there_for_those_who_may_see_it(
    open_work: OpenWork,
    shop: Any,
    people: People,
    blobs: FolderBlobStore,
    studio: Studio,
    who: str,
    sees: tuple[bool, ...],
) -> None:
    named = {"digest": blobs.put(b"the picture"), "thumbnail_digest": blobs.put(b"small")}
    made = [shop.image(people["owner"], visibility, **named) for visibility in VISIBILITIES]
    by = people[who]
    with open_work(write=False) as work:
        listed = [image.id for image in images.list_images(work, ImageFilter(), ALL, by=by).items]
        assert listed[::-1] == [image_id for image_id, there in zip(made, sees, strict=True) if there]
        for image_id, there in zip(made, sees, strict=True):
            reads: list[Callable[[], object]] = [
                partial(images.get_image, work, image_id, by=by),
                partial(images.get_image_file, work, studio, image_id, by=by),
                partial(images.get_image_thumbnail, work, studio, image_id, by=by),
                partial(images.list_labels, work, image_id, ALL, by=by),
            ]
            assert [refusal(read) for read in reads] == [None if there else "NotFound"] * len(reads)


@pytest.mark.parametrize(("who", "sees"), WHO_SEES_WHAT)
def test_only_editors_who_see_an_image_change_it(
    open_work: OpenWork, shop: Any, people: People, who: str, sees: tuple[bool, ...]
) -> None:
    by = people[who]
    for visibility, there in zip(VISIBILITIES, sees, strict=True):
        image_id = shop.image(people["owner"], visibility)
        label_id = shop.label(image_id, "tag", "fox")
        expected = {"anyone": "Unauthenticated", "viewer": "Forbidden"}.get(who, None if there else "NotFound")
        with open_work() as work:
            writes: list[Callable[[], object]] = [
                partial(images.update_image, work, image_id, ImageChanges(title="New"), by=by),
                partial(images.create_label, work, image_id, "tag", "snow", by=by),
                partial(images.update_label, work, label_id, LabelChanges(text="vixen"), by=by),
                partial(images.delete_label, work, label_id, by=by),
                partial(images.trash_image, work, image_id, by=by),
            ]
            assert [refusal(write) for write in writes] == [expected] * len(writes)


def test_an_image_in_the_trash_is_its_owner_s_to_take_back(
    open_work: OpenWork, shop: Any, people: People, blobs: FolderBlobStore, studio: Studio
) -> None:
    image_id = shop.image(people["owner"], "public", deleted_at=open_work().now())
    with open_work() as work:
        for who, by in people.items():
            assert refusal(partial(images.get_image, work, image_id, by=by)) == "NotFound"
            assert refusal(partial(images.get_image_file, work, studio, image_id, by=by)) == "NotFound"
            assert images.list_images(work, ImageFilter(), ALL, by=by).items == []
            own = [image.id for image in images.list_images(work, ImageFilter(trashed=True), ALL, by=by).items]
            assert own == ([image_id] if who in ("owner", "admin") else [])
        refused = {
            who: refusal(partial(images.restore_image, work, image_id, by=people[who]))
            for who in SEES
            if who != "owner"
        }
    assert refused == {"anyone": "Unauthenticated", "viewer": "Forbidden", "editor": "NotFound", "admin": None}
    with open_work() as work:
        restored = images.restore_image(work, image_id, by=people["owner"])
        again = images.restore_image(work, image_id, by=people["owner"])
        assert (restored.image.deleted_at, restored.image.version, again.image.version) == (None, 2, 2)
        assert refusal(lambda: images.restore_image(work, image_id, by=people["editor"])) == "Forbidden"


def test_prompt_and_provenance_are_for_the_owner_and_editors(open_work: OpenWork, shop: Any, people: People) -> None:
    image_id = shop.image(people["owner"], "public", prompt="a fox", provenance=PROVENANCE, source="generated")
    with open_work(write=False) as work:
        for who, by in people.items():
            found = images.get_image(work, image_id, by=by)
            told = who in ("editor", "owner", "admin")
            assert (found.image.prompt, found.provenance) == (("a fox", PROVENANCE) if told else (None, None))
            searched = images.list_images(work, ImageFilter(q="FOX"), ALL, by=by).items
            assert [image.id for image in searched] == ([image_id] if told else [])


def test_lists_are_filtered(open_work: OpenWork, shop: Any, people: People) -> None:
    owner = people["owner"]
    fox = shop.image(owner, "private", title="Fox", source="generated", prompt="50% grey")
    hare = shop.image(owner, "public", title="Under_score", nsfw=True)
    lynx = shop.image(owner, "shared", title="Lynx", source="imported")
    shop.label(fox, "tag", "Snow")
    shop.label(hare, "caption", "snow everywhere")
    album_id = shop.album(owner, images=[hare, fox])
    rows = [
        (ImageFilter(), [lynx, hare, fox]),
        (ImageFilter(q="fo"), [fox]),
        (ImageFilter(q="%"), [fox]),
        (ImageFilter(q="_"), [hare]),
        (ImageFilter(label="sNOW"), [fox]),
        (ImageFilter(label="snow everywhere"), [hare]),
        (ImageFilter(label="sno%"), []),
        (ImageFilter(nsfw=True), [hare]),
        (ImageFilter(nsfw=False), [lynx, fox]),
        (ImageFilter(visibility=["public", "private"]), [hare, fox]),
        (ImageFilter(source=["imported", "generated"]), [lynx, fox]),
        (ImageFilter(album_id=album_id), [hare, fox]),
        (ImageFilter(album_id=album_id, nsfw=True, q="score"), [hare]),
        (ImageFilter(trashed=True), []),
    ]
    with open_work(write=False) as work:
        for wanted, expected in rows:
            found = [image.id for image in images.list_images(work, wanted, ALL, by=owner).items]
            assert found == expected, wanted


def test_an_upload_becomes_an_image_with_its_caption(
    open_work: OpenWork, people: People, blobs: FolderBlobStore, studio: Studio
) -> None:
    facts = NewUpload(title="../../evil.png", visibility="shared", nsfw=True, caption="all red")
    data = png()
    picture = images.store_upload(blobs, io.BytesIO(data), limits=Settings())
    with open_work() as work:
        kept = images.insert_upload(work, blobs, picture, facts, by=people["owner"])
        work.commit()
    with open_work(write=False) as work:
        found = images.get_image(work, kept.image_id, by=people["owner"])
        file = images.get_image_file(work, studio, kept.image_id, by=people["viewer"])
        thumbnail = images.get_image_thumbnail(work, studio, kept.image_id, by=people["viewer"])
    assert kept.created
    assert (found.image.title, found.image.visibility, found.image.nsfw) == ("../../evil.png", "shared", True)
    assert (found.image.width, found.image.height, found.image.size_bytes) == (40, 20, len(data))
    assert (found.image.source, found.image.media_type, found.image.prompt) == ("uploaded", "image/png", None)
    assert [(label.kind, label.text, label.source) for label in found.labels] == [("caption", "all red", "manual")]
    assert (file.path.read_bytes(), file.size, file.media_type, file.public) == (data, len(data), "image/png", False)
    assert (file.name, file.digest) == (f"{kept.image_id}.png", found.image.digest)
    assert (thumbnail.media_type, thumbnail.size) == ("image/webp", len(thumbnail.path.read_bytes()))
    assert file.path.is_relative_to(blobs.root)


def test_the_same_bytes_again_are_the_same_image(open_work: OpenWork, people: People, blobs: FolderBlobStore) -> None:
    picture = store(blobs)
    with open_work() as work:
        first = images.insert_upload(work, blobs, picture, NewUpload(title="first"), by=people["owner"])
        again = images.insert_upload(work, blobs, picture, NewUpload(title="second", caption="x"), by=people["owner"])
        of_another = images.insert_upload(work, blobs, picture, NewUpload(), by=people["editor"])
        images.trash_image(work, first.image_id, by=people["owner"])
        back = images.insert_upload(work, blobs, picture, NewUpload(), by=people["owner"])
        found = images.get_image(work, back.image_id, by=people["owner"])
    assert first.image_id == again.image_id == back.image_id
    assert (first.created, again.created, of_another.created, back.created) == (True, False, True, False)
    assert (found.image.title, found.image.deleted_at, found.labels) == ("first", None, [])
    assert of_another.image_id != first.image_id


def test_two_uploads_of_the_same_bytes_at_once_make_one_image(
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
            who: partial(images.insert_upload, work, blobs, picture, NewUpload(), by=people[who]) for who in SEES
        }
        found = {who: refusal(upload) for who, upload in uploads.items()}
    assert found == {"anyone": "Unauthenticated", "viewer": "Forbidden", "editor": None, "owner": None, "admin": None}


def test_more_bytes_than_allowed_are_not_even_read(blobs: FolderBlobStore) -> None:
    stream = io.BytesIO(png() + b"\0" * 5000)
    with pytest.raises(TooLarge):
        images.store_upload(blobs, stream, limits=Settings(max_upload_bytes=100))
    assert stream.tell() == 101


def generate(work: UnitOfWork, blobs: FolderBlobStore, picture: StoredPicture, owner: Actor) -> UUID:
    return images.insert_generated(
        work, blobs, picture, title="Fox", prompt="a fox", provenance=PROVENANCE, visibility="private",
        job_id=UUID("0192e4a0-7c00-7000-8000-000000000041"), created_by=owner.user_id,
    )  # fmt: skip


def test_a_generated_picture_says_on_the_wire_how_it_was_made(
    open_work: OpenWork, shop: Any, people: People, blobs: FolderBlobStore
) -> None:
    album_id = shop.album(people["owner"], "private")
    with open_work() as work:
        image_id = generate(work, blobs, store(blobs), people["owner"])
        albums.append_images(work, album_id, [image_id])
        work.commit()
    with open_work(write=False) as work:
        found = images.get_image(work, image_id, by=people["owner"])
    said = wire.image_detail(found)
    assert said.provenance is not None
    assert (said.provenance.seed, said.provenance.parameters) == (7, {"palette": "winter", "passes": 3})
    assert str(said.provenance.job_id) == PROVENANCE["job_id"]
    assert said.file_url == f"/api/v1/images/{image_id}/file"
    assert [album.id for album in said.albums] == [album_id]


def test_bytes_that_were_swept_get_no_row(open_work: OpenWork, people: People, blobs: FolderBlobStore) -> None:
    for lost in ("digest", "thumbnail_digest"):
        picture = store(blobs)
        blobs.delete(getattr(picture, lost))
        with open_work() as work, pytest.raises(Unavailable):
            generate(work, blobs, picture, people["owner"])


def test_bytes_that_the_disk_lost_are_told_as_such(
    open_work: OpenWork, people: People, blobs: FolderBlobStore, studio: Studio
) -> None:
    picture = store(blobs)
    with open_work() as work:
        image_id = generate(work, blobs, picture, people["owner"])
        blobs.delete(picture.digest)
        with pytest.raises(Unavailable):
            images.get_image_file(work, studio, image_id, by=people["owner"])


def test_a_sweep_takes_what_no_image_names(open_work: OpenWork, people: People, blobs: FolderBlobStore) -> None:
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


def test_a_sweep_among_writers_never_takes_bytes_that_got_a_name(
    open_work: OpenWork, people: People, blobs: FolderBlobStore
) -> None:
    pictures = [png(colour) for colour in ("red", "green", "blue")]
    done, faults = threading.Event(), []

    def write(seed: int) -> None:
        for turn in range(8):
            picture = store(blobs, pictures[(turn + seed) % 3])
            with open_work() as work:
                try:
                    generate(work, blobs, picture, people["owner"])
                except Unavailable:
                    continue  # a sweep was faster: the writer would store again
                work.commit()
            if not (blobs.exists(picture.digest) and blobs.exists(picture.thumbnail_digest)):
                faults.append(picture)

    def sweep() -> None:
        while not done.wait(0.005):  # long enough for a writer to name what it stored
            sweep_blobs(open_work, blobs, grace_seconds=0)

    sweeper = threading.Thread(target=sweep)
    writers = [threading.Thread(target=write, args=(seed,)) for seed in range(2)]
    for thread in (sweeper, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    sweeper.join()
    with open_work(write=False) as work:
        named = work.session.execute(select(ImageRow.digest, ImageRow.thumbnail_digest)).all()
    assert named
    assert faults == []
    assert all(blobs.exists(digest) for row in named for digest in row)


def test_changes_leave_the_rest_and_respect_the_etag(open_work: OpenWork, shop: Any, people: People) -> None:
    image_id = shop.image(people["owner"], "shared", title="Old")
    with open_work() as work:
        changed = images.update_image(work, image_id, ImageChanges(nsfw=True), by=people["editor"], if_match='"1"')
        assert (changed.image.title, changed.image.nsfw, changed.image.version) == ("Old", True, 2)
        with pytest.raises(PreconditionFailed):
            images.update_image(work, image_id, ImageChanges(title=""), by=people["editor"], if_match='"1"')
        with pytest.raises(PreconditionFailed):
            images.trash_image(work, image_id, by=people["editor"], if_match='"1"')
        with pytest.raises(Forbidden):
            images.update_image(work, image_id, ImageChanges(visibility="private"), by=people["editor"])
        emptied = images.update_image(work, image_id, ImageChanges(title="", nsfw=False), by=people["owner"])
        assert (emptied.image.title, emptied.image.nsfw) == ("", False)


def test_a_public_image_may_be_kept_by_shared_caches(
    open_work: OpenWork, shop: Any, people: People, blobs: FolderBlobStore, studio: Studio
) -> None:
    named = {"digest": blobs.put(b"the picture"), "thumbnail_digest": blobs.put(b"small")}
    made = {shown: shop.image(people["owner"], shown, media_type="image/jpeg", **named) for shown in VISIBILITIES}
    said = {}
    with open_work(write=False) as work:
        for visibility, image_id in made.items():
            answer = wire.file_response(images.get_image_file(work, studio, image_id, by=people["owner"]))
            said[visibility] = answer.cache_control.partition(",")[0]
            assert answer.content_disposition == f'inline; filename="{image_id}.jpg"'
            assert (answer.etag, answer.body.size) == (f'"{named["digest"]}"', len(b"the picture"))
    assert said == {"private": "private", "shared": "private", "public": "public"}


def test_no_path_of_the_disk_is_in_what_is_said(
    open_work: OpenWork, people: People, blobs: FolderBlobStore, tmp_path: Path
) -> None:
    with open_work() as work:
        image_id = generate(work, blobs, store(blobs), people["owner"])
        said = repr(wire.image_detail(images.get_image(work, image_id, by=people["owner"])))
    assert str(tmp_path) not in said
