"""Thumbnails of all sizes over HTTP: their headers, and that making them keeps nobody waiting."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
import sqlalchemy as sa
from PIL import Image

from platemark.db.tables import ImageRow
from platemark.http.edge import THREADS
from platemark.images import renditions
from platemark.images.pictures import scale_picture
from tests.conftest import ClientFor
from tests.populate import MERGE_PATCH
from tests.serving import Live

SIDES = {320: (320, 160), 640: (640, 320), 1280: (1280, 640)}


def upload(client: httpx.Client, colour: str = "red", visibility: str = "private") -> str:
    """Upload a picture of 1500 × 750 pixels; the path of its thumbnail."""
    out = io.BytesIO()
    Image.new("RGB", (1500, 750), colour).save(out, "PNG")
    created = client.post("/images", files={"file": ("x.png", out.getvalue())}, data={"visibility": visibility})
    path: str = created.json()["thumbnail_url"]
    return path.removeprefix("/api/v1")


def test_each_size_is_a_file_of_its_own_that_never_changes(as_role: ClientFor) -> None:
    client = as_role("editor")
    path = upload(client, visibility="public")
    tags = set()
    for size, side in SIDES.items():
        head = client.head(path, params={"size": size})
        assert (head.status_code, head.content) == (200, b"")
        whole = client.get(path, params={"size": size})
        tag = whole.headers["ETag"]
        tags.add(tag)
        assert Image.open(io.BytesIO(whole.content)).size == side
        assert whole.headers["Content-Type"] == "image/webp"
        assert whole.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        names = ("ETag", "Content-Length", "Content-Disposition", "Cache-Control", "Accept-Ranges")
        assert [head.headers[name] for name in names] == [whole.headers[name] for name in names]
        part = client.get(path, params={"size": size}, headers={"Range": "bytes=2-5", "If-Range": tag})
        assert (part.status_code, part.content) == (206, whole.content[2:6])
        same = client.get(path, params={"size": size}, headers={"If-None-Match": tag})
        assert (same.status_code, same.content) == (304, b"")
    assert len(tags) == len(SIDES)
    assert client.get(path).headers["ETag"] == client.get(path, params={"size": 320}).headers["ETag"]


def test_who_has_the_current_copy_of_a_size_that_nobody_asked_for_here_gets_304(as_role: ClientFor) -> None:
    client = as_role("editor")
    first, second = upload(client), upload(as_role("admin"))
    tag = client.get(first, params={"size": 640}).headers["ETag"]
    assert as_role("admin").get(second, params={"size": 640}, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("size", ["0", "319", "321", "639", "641", "1279", "1281", "large", "", "640.5"])
def test_other_sizes_are_refused(as_role: ClientFor, size: str) -> None:
    client = as_role("editor")
    refused = client.get(upload(client), params={"size": size})
    assert (refused.status_code, refused.json()["code"]) == (400, "does_not_fit")


def test_all_sizes_of_a_private_image_are_private(as_role: ClientFor) -> None:
    client = as_role("editor")
    path = upload(client)
    for size in SIDES:
        assert client.get(path, params={"size": size}).headers["Cache-Control"].startswith("private")
        for role in (None, "viewer"):
            assert as_role(role).get(path, params={"size": size}).status_code == 404


def test_an_image_in_the_trash_has_no_thumbnails_until_it_is_restored(as_role: ClientFor) -> None:
    client = as_role("editor")
    path = upload(client)
    image = path.removesuffix("/thumbnail")
    tags = [client.get(path, params={"size": size}).headers["ETag"] for size in SIDES]
    client.delete(image)
    assert {client.get(path, params={"size": size}).status_code for size in SIDES} == {404}
    client.post(f"{image}/restore")
    assert [client.get(path, params={"size": size}).headers["ETag"] for size in SIDES] == tags
    client.delete(image)
    assert client.delete(f"/trash/{image.removeprefix('/images/')}").status_code == 204
    assert {client.get(path, params={"size": size}).status_code for size in SIDES} == {404}


def test_what_is_lost_on_the_disk_is_a_503_for_the_sizes_that_are_not_made_yet(live: Live, as_role: ClientFor) -> None:
    client = as_role("editor")
    path = upload(client)
    made = client.get(path, params={"size": 640})
    digest = client.get(path.removesuffix("/thumbnail")).json()["digest"]
    assert live.studio.blobs.delete(digest)
    assert client.get(path, params={"size": 640}).content == made.content
    refused = client.get(path, params={"size": 1280})
    assert (refused.status_code, refused.json()["code"]) == (503, "storage_failed")


def test_few_pictures_are_scaled_at_a_time_and_nobody_else_waits(
    as_role: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    released, guard, running, most = threading.Event(), threading.Lock(), list[int](), 0

    def scale_when_released(data: bytes, side: int) -> bytes:
        nonlocal most
        with guard:
            running.append(side)
            most = max(most, len(running))
        assert released.wait(30)
        scaled = scale_picture(data, side)
        with guard:
            running.pop()
        return scaled

    monkeypatch.setattr(renditions, "scale_picture", scale_when_released)
    client = as_role("editor")
    count = 2 * (THREADS["read"] + THREADS["make"])
    paths = [upload(client, f"rgb({number * 20}, 0, 0)") for number in range(count)]
    with ThreadPoolExecutor(count) as pool:
        waiting = [pool.submit(client.get, path, params={"size": 640}) for path in paths]
        try:
            assert {client.get(path).status_code for path in paths} == {200}
            assert len(client.get("/images").json()["items"]) == count
            assert client.post("/albums", json={"name": "Proofs"}).status_code == 201
            assert not any(each.done() for each in waiting)
        finally:
            released.set()
        answers = [each.result() for each in waiting]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == count
    assert most == THREADS["make"]


def test_images_show_their_thumb_hash_wherever_they_are_shown(live: Live, as_role: ClientFor) -> None:
    client = as_role("editor")
    image = client.get(upload(client).removesuffix("/thumbnail")).json()
    album = client.post("/albums", json={"name": "Proofs"}).json()
    client.post(f"/albums/{album['id']}/images", json={"image_ids": [image["id"]]})
    with live.studio.work(write=False) as work:
        stored = work.session.scalars(sa.select(ImageRow.thumb_hash)).one()

    def shown() -> list[str | None]:
        shown_by = [client.get("/images").json()["items"][0], client.get(f"/images/{image['id']}").json()]
        shown_by.append(client.get(f"/albums/{album['id']}").json()["images"][0])
        shown_by.append(client.get(f"/albums/{album['id']}/images").json()["items"][0])
        return [each["thumb_hash"] for each in shown_by]

    assert image["thumb_hash"] == stored
    assert shown() == [stored] * 4
    tag = client.get(f"/images/{image['id']}").headers["ETag"]
    for unknown in (None, ""):
        with live.studio.work(write=True) as work:
            work.session.execute(sa.update(ImageRow).values(thumb_hash=unknown))
            work.commit()
        assert shown() == [None] * 4
        assert client.get(f"/images/{image['id']}", headers={"If-None-Match": tag}).status_code == 200


def test_albums_say_how_their_cover_looks_before_it_is_loaded(live: Live, as_role: ClientFor) -> None:
    client = as_role("editor")
    album = client.post("/albums", json={"name": "Proofs", "visibility": "public"}).json()
    names = ("cover_image_id", "cover_width", "cover_height", "cover_thumb_hash")

    def shown(reader: httpx.Client = client) -> list[list[object]]:
        both = (reader.get(f"/albums/{album['id']}").json(), reader.get("/albums").json()["items"][0])
        return [[each[name] for name in names] for each in both]

    assert [album[name] for name in names] == [None] * 4
    assert shown() == [[None] * 4] * 2
    first, second = (client.get(upload(client, colour).removesuffix("/thumbnail")).json() for colour in ("red", "blue"))
    client.post(f"/albums/{album['id']}/images", json={"image_ids": [first["id"], second["id"]]})
    assert shown() == [[first["id"], 1500, 750, first["thumb_hash"]]] * 2
    assert shown(as_role(None)) == [[None] * 4] * 2, "its images are private"
    changed = client.patch(f"/albums/{album['id']}", json={"cover_image_id": second["id"]}, headers=MERGE_PATCH).json()
    assert shown() == [[changed[name] for name in names]] * 2 == [[second["id"], 1500, 750, second["thumb_hash"]]] * 2
    with live.studio.work(write=True) as work:
        work.session.execute(sa.update(ImageRow).values(thumb_hash=None))
        work.commit()
    assert shown() == [[second["id"], 1500, 750, None]] * 2
