"""Images: who sees and changes them, uploads, files, the trash, and the sweep of unreferenced blobs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from handlers.wire import images as wire
from platemark.access import Actor
from platemark.albums import service as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import PreconditionFailed, Unavailable
from platemark.images import service as images
from platemark.images.views import ImageChanges, ImageFilter, LabelChanges
from platemark.paging import PageRequest
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from tests.unit.images.stored_pictures import PROVENANCE, generate, refusal, store

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


@pytest.mark.parametrize(("who", "sees"), WHO_SEES_WHAT)
def test_an_image_is_visible_to_those_who_may_see_it(
    open_work: OpenWork,
    factory: Any,
    people: People,
    blobs: FolderBlobStore,
    studio: Studio,
    who: str,
    sees: tuple[bool, ...],
) -> None:
    digests = {"digest": blobs.put(b"the picture"), "thumbnail_digest": blobs.put(b"small")}
    image_ids = [factory.image(people["owner"], visibility, **digests) for visibility in VISIBILITIES]
    by = people[who]
    with open_work(write=False) as work:
        listed = [image.id for image in images.list_images(work, ImageFilter(), ALL, by=by).items]
        assert listed[::-1] == [image_id for image_id, visible in zip(image_ids, sees, strict=True) if visible]
        for image_id, visible in zip(image_ids, sees, strict=True):
            reads: list[Callable[[], object]] = [
                partial(images.get_image, work, image_id, by=by),
                partial(images.get_image_file, work, studio, image_id, by=by),
                partial(images.get_image_thumbnail, work, studio, image_id, by=by),
                partial(images.list_labels, work, image_id, ALL, by=by),
            ]
            assert [refusal(read) for read in reads] == [None if visible else "NotFound"] * len(reads)


@pytest.mark.parametrize(("who", "sees"), WHO_SEES_WHAT)
def test_only_editors_who_see_an_image_may_change_it(
    open_work: OpenWork, factory: Any, people: People, who: str, sees: tuple[bool, ...]
) -> None:
    by = people[who]
    for visibility, visible in zip(VISIBILITIES, sees, strict=True):
        image_id = factory.image(people["owner"], visibility)
        label_id = factory.label(image_id, "tag", "fox")
        expected = {"anyone": "Unauthenticated", "viewer": "Forbidden"}.get(who, None if visible else "NotFound")
        with open_work() as work:
            writes: list[Callable[[], object]] = [
                partial(images.update_image, work, image_id, ImageChanges(title="New"), by=by),
                partial(images.create_label, work, image_id, "tag", "snow", by=by),
                partial(images.update_label, work, label_id, LabelChanges(text="vixen"), by=by),
                partial(images.delete_label, work, label_id, by=by),
            ]
            assert [refusal(write) for write in writes] == [expected] * len(writes)


@pytest.mark.parametrize(("visibility", "to"), [("shared", "public"), ("shared", "private"), ("public", "shared")])
def test_only_its_owner_and_admins_say_who_sees_an_image_and_trash_it(
    open_work: OpenWork, factory: Any, people: People, visibility: str, to: str
) -> None:
    image_id = factory.image(people["owner"], visibility)
    for who in ("editor", "owner", "admin"):
        by, expected = people[who], "Forbidden" if who == "editor" else None
        with open_work() as work:
            show = partial(images.update_image, work, image_id, ImageChanges(title="New", visibility=to), by=by)
            assert refusal(show) == expected
        with open_work() as work:
            edit = partial(images.update_image, work, image_id, ImageChanges(nsfw=True, visibility=visibility), by=by)
            assert refusal(edit) is None, "that is the visibility that it has already"
            assert refusal(partial(images.trash_image, work, image_id, by=by)) == expected


def test_only_the_owner_and_admins_see_and_restore_an_image_in_the_trash(
    open_work: OpenWork, factory: Any, people: People, blobs: FolderBlobStore, studio: Studio
) -> None:
    image_id = factory.image(people["owner"], "public", deleted_at=open_work().now())
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


def test_only_the_owner_and_editors_read_prompt_and_provenance(
    open_work: OpenWork, factory: Any, people: People
) -> None:
    image_id = factory.image(people["owner"], "public", prompt="a fox", provenance=PROVENANCE, source="generated")
    with open_work(write=False) as work:
        for who, by in people.items():
            detail = images.get_image(work, image_id, by=by)
            readable = who in ("editor", "owner", "admin")
            shown = ("a fox", {**PROVENANCE, "adapters": []}) if readable else (None, None)
            assert (detail.image.prompt, detail.provenance) == shown
            matches = images.list_images(work, ImageFilter(q="FOX"), ALL, by=by).items
            assert [image.id for image in matches] == ([image_id] if readable else [])


def test_lists_are_filtered(open_work: OpenWork, factory: Any, people: People) -> None:
    owner = people["owner"]
    fox = factory.image(owner, "private", title="Fox", source="generated", prompt="50% grey")
    hare = factory.image(owner, "public", title="Under_score", nsfw=True)
    lynx = factory.image(owner, "shared", title="Lynx", source="imported")
    factory.label(fox, "tag", "Snow")
    factory.label(hare, "caption", "snow everywhere")
    album_id = factory.album(owner, images=[hare, fox])
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
        for filters, expected in rows:
            listed = [image.id for image in images.list_images(work, filters, ALL, by=owner).items]
            assert listed == expected, filters


def test_a_generated_image_has_its_provenance_on_the_wire(
    open_work: OpenWork, factory: Any, people: People, blobs: FolderBlobStore
) -> None:
    album_id = factory.album(people["owner"], "private")
    with open_work() as work:
        image_id = generate(work, blobs, store(blobs), people["owner"])
        albums.append_images(work, album_id, [image_id])
        work.commit()
    with open_work(write=False) as work:
        detail = images.get_image(work, image_id, by=people["owner"])
    body = wire.image_detail(detail)
    assert body.provenance is not None
    assert (body.provenance.seed, body.provenance.parameters) == (7, {"palette": "winter", "passes": 3})
    assert str(body.provenance.job_id) == PROVENANCE["job_id"]
    assert body.file_url == f"/api/v1/images/{image_id}/file"
    assert [album.id for album in body.albums] == [album_id]


def test_a_file_that_is_missing_from_the_disk_is_unavailable(
    open_work: OpenWork, people: People, blobs: FolderBlobStore, studio: Studio
) -> None:
    picture = store(blobs)
    with open_work() as work:
        image_id = generate(work, blobs, picture, people["owner"])
        blobs.delete(picture.digest)
        with pytest.raises(Unavailable):
            images.get_image_file(work, studio, image_id, by=people["owner"])


def test_an_update_leaves_other_fields_alone_and_respects_the_etag(
    open_work: OpenWork, factory: Any, people: People
) -> None:
    image_id = factory.image(people["owner"], "shared", title="Old")
    with open_work() as work:
        changed = images.update_image(work, image_id, ImageChanges(nsfw=True), by=people["editor"], if_match='"1"')
        assert (changed.image.title, changed.image.nsfw, changed.image.version) == ("Old", True, 2)
        with pytest.raises(PreconditionFailed):
            images.update_image(work, image_id, ImageChanges(title=""), by=people["editor"], if_match='"1"')
        with pytest.raises(PreconditionFailed):
            images.trash_image(work, image_id, by=people["owner"], if_match='"1"')
        emptied = images.update_image(work, image_id, ImageChanges(title="", nsfw=False), by=people["owner"])
        assert (emptied.image.title, emptied.image.nsfw) == ("", False)


def test_only_public_images_may_be_stored_by_shared_caches(
    open_work: OpenWork, factory: Any, people: People, blobs: FolderBlobStore, studio: Studio
) -> None:
    digests = {"digest": blobs.put(b"the picture"), "thumbnail_digest": blobs.put(b"small")}
    image_ids = {
        visibility: factory.image(people["owner"], visibility, media_type="image/jpeg", **digests)
        for visibility in VISIBILITIES
    }
    cache_control = {}
    with open_work(write=False) as work:
        for visibility, image_id in image_ids.items():
            answer = wire.file_response(images.get_image_file(work, studio, image_id, by=people["owner"]))
            cache_control[visibility] = answer.cache_control.partition(",")[0]
            assert answer.content_disposition == f'inline; filename="{image_id}.jpg"'
            assert (answer.etag, answer.body.size) == (f'"{digests["digest"]}"', len(b"the picture"))
    assert cache_control == {"private": "private", "shared": "private", "public": "public"}


def test_an_image_does_not_reveal_paths_of_the_disk(
    open_work: OpenWork, people: People, blobs: FolderBlobStore, tmp_path: Path
) -> None:
    with open_work() as work:
        image_id = generate(work, blobs, store(blobs), people["owner"])
        body = repr(wire.image_detail(images.get_image(work, image_id, by=people["owner"])))
    assert str(tmp_path) not in body
