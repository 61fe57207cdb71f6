"""Images and albums over HTTP: every operation, with what it says in its headers."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.conftest import ClientFor

NOBODY = "0192e4a0-7c00-7000-8000-000000000061"
MERGE = {"Content-Type": "application/merge-patch+json"}


def png(colour: str, size: tuple[int, int] = (400, 200)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def upload(client: httpx.Client, colour: str = "red", **said: str) -> httpx.Response:
    return client.post("/images", files={"file": ("../../x.gif", png(colour), "image/gif")}, data=said)


def uploaded(client: httpx.Client, colour: str = "red", **said: str) -> dict[str, Any]:
    answer = upload(client, colour, **said)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def album(client: httpx.Client, **said: Any) -> dict[str, Any]:
    answer = client.post("/albums", json={"name": "Arcana", **said})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    assert (answer.headers["Location"], answer.headers["ETag"]) == (f"/api/v1/albums/{made['id']}", '"1"')
    return made


def test_an_upload_is_an_image_and_the_same_bytes_are_the_same_one(as_role: ClientFor) -> None:
    client = as_role("editor")
    into = album(client)
    first = upload(client, title="Red", caption="all red", visibility="public", album_id=into["id"])
    again = upload(client, title="Other", album_id=into["id"])
    made = first.json()
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.headers["Location"] == f"/api/v1/images/{made['id']}"
    assert again.json() == made
    assert (made["title"], made["media_type"], made["width"], made["source"]) == ("Red", "image/png", 400, "uploaded")
    assert made["albums"] == [{"id": into["id"], "name": "Arcana"}]
    assert [label["text"] for label in made["labels"]] == ["all red"]
    assert client.get(f"/images/{made['id']}").json() == made


@pytest.mark.parametrize(("content", "code"), [(b"hello", "not_an_image"), (png("red")[:-20], "not_an_image")])
def test_what_is_no_picture_is_refused(as_role: ClientFor, content: bytes, code: str) -> None:
    answer = as_role("editor").post("/images", files={"file": ("x.png", content, "image/png")})
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_an_upload_into_an_album_that_is_not_there_makes_nothing(as_role: ClientFor) -> None:
    client = as_role("editor")
    answer = upload(client, album_id=NOBODY)
    assert (answer.status_code, answer.json()["code"]) == (404, "album_not_found")
    assert client.get("/images").json()["items"] == []


def test_files_are_sent_whole_in_part_or_not_again(as_role: ClientFor) -> None:
    client = as_role("editor")
    made = uploaded(client, visibility="public")
    whole = client.get(f"/images/{made['id']}/file")
    assert (whole.status_code, whole.content, whole.headers["Content-Type"]) == (200, png("red"), "image/png")
    assert whole.headers["ETag"] == f'"{made["digest"]}"'
    assert whole.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert whole.headers["Content-Disposition"] == f'inline; filename="{made["id"]}.png"'
    part = client.get(f"/images/{made['id']}/file", headers={"Range": "bytes=2-5"})
    assert (part.status_code, part.content) == (206, png("red")[2:6])
    same = client.get(f"/images/{made['id']}/file", headers={"If-None-Match": whole.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    beyond = client.get(f"/images/{made['id']}/file", headers={"Range": "bytes=999999-"})
    assert beyond.status_code == 416
    thumbnail = client.get(f"/images/{made['id']}/thumbnail")
    assert thumbnail.headers["Content-Type"] == "image/webp"
    assert Image.open(io.BytesIO(thumbnail.content)).size == (320, 160)


def test_a_private_picture_is_nowhere_for_others(as_role: ClientFor) -> None:
    client = as_role("editor")
    made = uploaded(client)
    into = album(client, visibility="public")
    client.post(f"/albums/{into['id']}/images", json={"image_ids": [made["id"]]})
    for other in (as_role(None), as_role("viewer")):
        paths = ("", "/file", "/thumbnail", "/labels")
        assert {other.get(f"/images/{made['id']}{path}").status_code for path in paths} == {404}
        seen = other.get(f"/albums/{into['id']}").json()
        assert (seen["images"], seen["image_count"], seen["cover_thumbnail_url"]) == ([], 0, None)
    assert client.get(f"/images/{made['id']}/file").headers["Cache-Control"].startswith("private")


def test_an_image_is_changed_trashed_and_restored(as_role: ClientFor) -> None:
    client = as_role("editor")
    made = uploaded(client)
    path = f"/images/{made['id']}"
    changed = client.patch(path, json={"title": "New"}, headers={**MERGE, "If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"], changed.json()["title"]) == (200, '"2"', "New")
    assert client.patch(path, json={"title": "x"}, headers={**MERGE, "If-Match": '"1"'}).status_code == 412
    assert client.delete(path, headers={"If-Match": '"2"'}).status_code == 204
    assert client.get(path).status_code == client.get(f"{path}/file").status_code == 404
    assert [item["id"] for item in client.get("/images?trashed=true").json()["items"]] == [made["id"]]
    assert client.get("/images").json()["items"] == []
    assert client.post(f"{path}/restore").json()["deleted_at"] is None
    assert client.get(path).status_code == 200


def test_labels_are_written_changed_and_deleted(as_role: ClientFor) -> None:
    client = as_role("editor")
    made = uploaded(client)
    answer = client.post(f"/images/{made['id']}/labels", json={"kind": "tag", "text": "Fox"})
    label = answer.json()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/api/v1/labels/{label['id']}")
    assert client.post(f"/images/{made['id']}/labels", json={"kind": "tag", "text": "fox"}).status_code == 409
    changed = client.patch(f"/labels/{label['id']}", json={"text": "vixen"}, headers=MERGE)
    assert (changed.json()["text"], changed.headers["ETag"]) == ("vixen", '"2"')
    assert client.get(f"/images/{made['id']}/labels").json()["items"] == [changed.json()]
    assert [item["id"] for item in client.get("/images?label=VIXEN&nsfw=false&source=uploaded").json()["items"]] == [
        made["id"]
    ]
    assert client.delete(f"/labels/{label['id']}").status_code == 204
    assert client.delete(f"/labels/{label['id']}").status_code == 404


def test_an_album_keeps_its_images_in_order(as_role: ClientFor) -> None:
    client = as_role("editor")
    into = album(client, description="a\nb")
    path = f"/albums/{into['id']}"
    ids = [uploaded(client, colour)["id"] for colour in ("red", "green", "blue")]
    added = client.post(f"{path}/images", json={"image_ids": ids})
    assert (added.status_code, added.json()) == (200, {"added": 3, "already_present": 0, "image_count": 3})
    assert client.patch(f"{path}/images", json={"image_ids": [ids[2]], "before_image_id": ids[0]}).status_code == 204
    first = client.get(f"{path}/images?limit=2").json()
    rest = client.get(f"{path}/images", params={"cursor": first["next_cursor"]}).json()
    seen = [item["id"] for item in first["items"] + rest["items"]]
    assert seen == [ids[2], ids[0], ids[1]]
    assert client.delete(f"{path}/images/{ids[2]}").status_code == 204
    assert client.delete(f"{path}/images/{ids[2]}").status_code == 404
    assert [item["id"] for item in client.get(path).json()["images"]] == ids[:2]
    refused = client.post(f"{path}/images", json={"image_ids": [ids[2], NOBODY]})
    assert (refused.status_code, refused.json()["code"]) == (404, "image_not_found")
    assert [found["pointer"] for found in refused.json()["errors"]] == ["/image_ids/1"]


def test_an_album_is_listed_changed_judged_and_deleted(as_role: ClientFor) -> None:
    client = as_role("editor")
    made = uploaded(client, caption="all red", visibility="public")
    into = album(client, visibility="public")
    path = f"/albums/{into['id']}"
    client.post(f"{path}/images", json={"image_ids": [made["id"]]})
    changed = client.patch(path, json={"cover_image_id": made["id"], "name": "New"}, headers=MERGE)
    assert (changed.status_code, changed.json()["name"]) == (200, "New")
    (listed,) = client.get("/albums?q=nEw&visibility=public&source=manual").json()["items"]
    assert listed["cover_thumbnail_url"] == f"/api/v1/images/{made['id']}/thumbnail"
    assert [item["id"] for item in client.get(f"/images?album_id={into['id']}").json()["items"]] == [made["id"]]
    stats = client.get(f"{path}/label-stats").json()
    assert (stats["coverage"], stats["ready"], stats["top_labels"]) == (
        1.0, False, [{"text": "all red", "kind": "caption", "count": 1}],
    )  # fmt: skip
    assert client.delete(path, headers={"If-Match": '"1"'}).status_code == 412
    assert client.delete(path, headers={"If-Match": changed.headers["ETag"]}).status_code == 204
    assert client.get(path).status_code == 404
    assert client.get(f"/images/{made['id']}").json()["albums"] == []


@pytest.mark.parametrize(("role", "status"), [(None, 401), ("viewer", 403)])
def test_only_editors_write(as_role: ClientFor, role: str | None, status: int) -> None:
    editor, client = as_role("editor"), as_role(role)
    made, into = uploaded(editor, visibility="public"), album(editor, visibility="public")
    answers = [
        upload(client),
        client.patch(f"/images/{made['id']}", json={"title": "x"}, headers=MERGE),
        client.delete(f"/images/{made['id']}"),
        client.post(f"/images/{made['id']}/labels", json={"kind": "tag", "text": "x"}),
        client.post("/albums", json={"name": "x"}),
        client.patch(f"/albums/{into['id']}", json={"name": "x"}, headers=MERGE),
        client.delete(f"/albums/{into['id']}"),
        client.post(f"/albums/{into['id']}/images", json={"image_ids": [made["id"]]}),
        client.patch(f"/albums/{into['id']}/images", json={"image_ids": [made["id"]]}),
        client.delete(f"/albums/{into['id']}/images/{made['id']}"),
    ]
    assert [answer.status_code for answer in answers] == [status] * len(answers)
