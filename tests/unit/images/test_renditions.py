"""Larger thumbnails: which size is served, that each is made once, and that it lives as long as its image."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from uuid import UUID

import pytest
from PIL import Image, ImageOps
from sqlalchemy import select

from platemark.access import Actor
from platemark.blob_references import sweep_blobs
from platemark.db.tables import RenditionRow
from platemark.errors import NotFound, NotMadeYet, Unavailable
from platemark.ids import new_id
from platemark.images import renditions, trash
from platemark.images import service as images
from platemark.images.pictures import scale_picture
from platemark.images.renditions import SIZES, choose_side, make_rendition
from platemark.images.views import FileView, NewUpload
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.uploads import upload_image

People = dict[str, Actor]
WIDE = (1500, 750)


def picture(size: tuple[int, int] = WIDE, media: str = "PNG", orientation: int = 1) -> bytes:
    """A picture that is red on its left and blue on its right."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    both = Image.new("RGB", size, "red")
    both.paste("blue", (size[0] // 2, 0, *size))
    both.save(out, media, exif=exif)
    return out.getvalue()


def upload(studio: Studio, owner: Actor, data: bytes = b"") -> UUID:
    with studio.work(write=True) as work:
        image_id = upload_image(work, studio, io.BytesIO(data or picture()), NewUpload(), by=owner).detail.image.id
        work.commit()
    return image_id


def get(studio: Studio, image_id: UUID, size: int, by: Actor) -> FileView:
    """The thumbnail; it is made if it is not there yet."""
    try:
        return read(studio, image_id, size, by)
    except NotMadeYet as missing:
        missing.make()
    return read(studio, image_id, size, by)


def read(studio: Studio, image_id: UUID, size: int, by: Actor) -> FileView:
    with studio.work(write=False) as work:
        return images.get_image_thumbnail(work, studio, image_id, size, by=by)


def rows(studio: Studio) -> list[tuple[UUID, int, str]]:
    with studio.work(write=False) as work:
        columns = (RenditionRow.image_id, RenditionRow.side, RenditionRow.digest)
        return [(row[0], row[1], row[2]) for row in work.session.execute(select(*columns).order_by(*columns))]


@pytest.mark.parametrize(
    ("size_of_image", "sides"),
    [
        ((1, 1), (320, 320, 320)),
        ((320, 320), (320, 320, 320)),
        ((321, 1), (320, 640, 640)),
        ((9, 640), (320, 640, 640)),
        ((641, 640), (320, 640, 1280)),
        ((8000, 4000), (320, 640, 1280)),
    ],
)
def test_no_size_is_served_that_a_smaller_one_shows_as_well(
    size_of_image: tuple[int, int], sides: tuple[int, ...]
) -> None:
    assert tuple(choose_side(*size_of_image, size) for size in SIZES) == sides


@pytest.mark.parametrize(("size", "side"), [(640, 640), (1280, 1280)])
@pytest.mark.parametrize("media", ["PNG", "JPEG", "WEBP"])
def test_a_rendition_is_an_upright_webp_of_its_size(
    studio: Studio, people: People, media: str, size: int, side: int
) -> None:
    data = picture(media=media, orientation=6)
    file = get(studio, upload(studio, people["owner"], data), size, people["owner"])
    with Image.open(file.path) as made:
        assert (made.format, made.size, dict(made.getexif())) == ("WEBP", (side // 2, side), {})
        upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
        for at in (0.1, 0.9):
            shown, original = (
                it.convert("RGB").getpixel((it.width // 2, int(it.height * at))) for it in (made, upright)
            )
            assert isinstance(shown, tuple)
            assert isinstance(original, tuple)
            assert all(abs(one - other) < 12 for one, other in zip(shown, original, strict=True))


def test_a_picture_is_never_enlarged(studio: Studio, people: People) -> None:
    owner = people["owner"]
    small, middle = (upload(studio, owner, picture(size)) for size in ((40, 20), (500, 250)))
    assert len({get(studio, small, size, owner).digest for size in SIZES}) == 1
    assert rows(studio) == []
    files = [get(studio, middle, size, owner) for size in SIZES]
    sizes = [Image.open(io.BytesIO(file.path.read_bytes())).size for file in files]
    assert sizes == [(320, 160), (500, 250), (500, 250)]
    assert [row[1] for row in rows(studio)] == [640]


def test_a_rendition_is_made_once(studio: Studio, people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    scaled: list[int] = []

    def count(data: bytes, side: int) -> bytes:
        scaled.append(side)
        return scale_picture(data, side)

    monkeypatch.setattr(renditions, "scale_picture", count)
    image_id = upload(studio, people["owner"])
    first = get(studio, image_id, 640, people["owner"])
    assert get(studio, image_id, 640, people["owner"]) == first
    make_rendition(studio, image_id, 640)  # who waited meanwhile
    assert scaled == [640]
    assert (first.name, first.media_type, first.size) == (
        f"{image_id}-640.webp",
        "image/webp",
        len(first.path.read_bytes()),
    )


def test_those_that_make_the_same_one_at_once_agree(studio: Studio, people: People) -> None:
    owner = people["owner"]
    image_id = upload(studio, owner)
    with ThreadPoolExecutor(6) as pool:
        files = list(pool.map(lambda _: get(studio, image_id, 1280, owner), range(6)))
    assert len({file.digest for file in files}) == 1
    assert rows(studio) == [(image_id, 1280, files[0].digest)]


def test_a_rendition_whose_file_is_lost_is_made_again(studio: Studio, people: People) -> None:
    image_id = upload(studio, people["owner"])
    first = get(studio, image_id, 640, people["owner"])
    assert studio.blobs.delete(first.digest)
    assert get(studio, image_id, 640, people["owner"]) == first
    assert first.path.is_file()


def test_only_who_sees_the_image_has_its_renditions_made(studio: Studio, people: People) -> None:
    image_id = upload(studio, people["owner"])
    get(studio, image_id, 640, people["owner"])
    for who in ("anyone", "viewer", "editor"):
        for size in SIZES:
            with pytest.raises(NotFound):
                read(studio, image_id, size, people[who])
    with pytest.raises(NotFound):
        read(studio, new_id(), 640, people["admin"])
    assert len(rows(studio)) == 1


def test_an_image_whose_file_is_lost_or_damaged_has_no_rendition(studio: Studio, people: People) -> None:
    image_id = upload(studio, people["owner"])
    with studio.work(write=False) as work:
        file = images.get_image_file(work, studio, image_id, by=people["owner"])
    whole = file.path.read_bytes()
    for left in (whole[: len(whole) // 2], b"no picture", None):
        file.path.unlink() if left is None else file.path.write_bytes(left)
        with pytest.raises(Unavailable, match="storage_failed"):
            get(studio, image_id, 640, people["owner"])
    assert rows(studio) == []


def test_renditions_go_with_the_last_image_that_has_them(studio: Studio, people: People) -> None:
    ids = [upload(studio, people[who]) for who in ("owner", "editor")]
    digests = [get(studio, id_, size, people["admin"]).digest for id_ in ids for size in (640, 1280)]
    assert digests[:2] == digests[2:], "the same bytes"
    assert digests[0] != digests[1]
    for id_, kept in zip(ids, (True, False), strict=True):
        with studio.work(write=True) as work:
            images.trash_image(work, id_, by=people["admin"])
            work.commit()
        used = sum(path.stat().st_size for path in FolderBlobStore(studio.settings.blobs_dir).root.rglob("?" * 64))
        with studio.work(write=True) as work:
            planned, purged = (
                trash.purge_trash(work, studio.blobs, 0, dry_run=dry_run, settings=Settings(), by=people["admin"])
                for dry_run in (True, False)
            )
            work.commit()
        assert [studio.blobs.exists(digest) for digest in digests] == [kept] * 4
        assert (purged.shared_file_count, purged.freed_bytes) == ((4, 0) if kept else (0, used))
        assert (planned.shared_file_count, planned.freed_bytes) == (purged.shared_file_count, purged.freed_bytes)
        assert len(rows(studio)) == (2 if kept else 0)


def test_the_sweep_keeps_renditions_that_rows_refer_to(studio: Studio, people: People) -> None:
    image_id = upload(studio, people["owner"])
    file = get(studio, image_id, 640, people["owner"])
    orphan = studio.blobs.put(b"nobody's")
    sweep_blobs(partial(studio.work, write=True), studio.blobs, grace_seconds=0)
    assert (file.path.is_file(), studio.blobs.exists(orphan)) == (True, False)


def test_a_rendition_that_a_purge_has_overtaken_leaves_no_row(
    studio: Studio, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    image_id = upload(studio, people["owner"])

    def purge_meanwhile(data: bytes, side: int) -> bytes:
        with studio.work(write=True) as work:
            images.trash_image(work, image_id, by=people["owner"])
            trash.purge_image(work, studio.blobs, image_id, by=people["owner"])
            work.commit()
        return scale_picture(data, side)

    monkeypatch.setattr(renditions, "scale_picture", purge_meanwhile)
    with pytest.raises(NotFound):
        get(studio, image_id, 640, people["owner"])
    assert rows(studio) == []


def test_bytes_that_a_purge_of_the_same_ones_deletes_meanwhile_are_stored_again(
    studio: Studio, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    image_id = upload(studio, people["owner"])
    put, stored = studio.blobs.put, list[str]()

    def lose_the_first(data: bytes) -> str:
        stored.append(put(data))
        if len(stored) == 1:
            studio.blobs.delete(stored[0])
        return stored[-1]

    monkeypatch.setattr(studio.blobs, "put", lose_the_first)
    file = get(studio, image_id, 640, people["owner"])
    assert (stored, file.path.is_file()) == ([file.digest] * 2, True)
