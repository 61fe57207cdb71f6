"""Images and albums over HTTP: every operation with its headers."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from PIL import Image

from platemark.db.tables import ImageRow
from tests.conftest import ClientFor
from tests.serving import Live

UNKNOWN_ID = "0192e4a0-7c00-7000-8000-000000000061"
MERGE = {"Content-Type": "application/merge-patch+json"}


def png(colour: str, size: tuple[int, int] = (400, 200)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def upload(client: httpx.Client, colour: str = "red", **fields: str) -> httpx.Response:
    return client.post("/images", files={"file": ("../../x.gif", png(colour), "image/gif")}, data=fields)


def upload_image(client: httpx.Client, colour: str = "red", **fields: str) -> dict[str, Any]:
    response = upload(client, colour, **fields)
    assert response.status_code == 201, response.text
    image: dict[str, Any] = response.json()
    return image


def create_album(client: httpx.Client, **fields: Any) -> dict[str, Any]:
    response = client.post("/albums", json={"name": "Arcana", **fields})
    assert response.status_code == 201, response.text
    album: dict[str, Any] = response.json()
    assert (response.headers["Location"], response.headers["ETag"]) == (f"/api/v1/albums/{album['id']}", '"1"')
    return album


def test_an_upload_creates_an_image_and_the_same_bytes_return_it_again(as_role: ClientFor) -> None:
    client = as_role("editor")
    album = create_album(client)
    first = upload(client, title="Red", caption="all red", visibility="public", album_id=album["id"])
    again = upload(client, title="Other", album_id=album["id"])
    image = first.json()
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.headers["Location"] == f"/api/v1/images/{image['id']}"
    assert again.json() == image
    assert (image["title"], image["media_type"], image["width"], image["source"]) == (
        "Red",
        "image/png",
        400,
        "uploaded",
    )
    assert image["albums"] == [{"id": album["id"], "name": "Arcana"}]
    assert [label["text"] for label in image["labels"]] == ["all red"]
    assert client.get(f"/images/{image['id']}").json() == image


def test_an_uploaded_avif_is_served_as_png(as_role: ClientFor) -> None:
    client, out = as_role("editor"), io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "AVIF", speed=10)
    first, again = (client.post("/images", files={"file": ("x", out.getvalue(), "image/avif")}) for _ in range(2))
    image = first.json()
    assert (first.status_code, again.status_code, again.json()["id"]) == (201, 200, image["id"])
    file = client.get(f"/images/{image['id']}/file")
    assert (image["media_type"], file.headers["Content-Type"]) == ("image/png", "image/png")
    assert Image.open(io.BytesIO(file.content)).size == (40, 20)


@pytest.mark.parametrize(("content", "code"), [(b"hello", "not_an_image"), (png("red")[:-20], "not_an_image")])
def test_a_file_that_is_not_an_image_is_refused(as_role: ClientFor, content: bytes, code: str) -> None:
    response = as_role("editor").post("/images", files={"file": ("x.png", content, "image/png")})
    assert (response.status_code, response.json()["code"]) == (422, code)


def test_an_upload_into_an_unknown_album_creates_nothing(as_role: ClientFor) -> None:
    client = as_role("editor")
    response = upload(client, album_id=UNKNOWN_ID)
    assert (response.status_code, response.json()["code"]) == (404, "album_not_found")
    assert client.get("/images").json()["items"] == []


def test_files_are_served_with_ranges_and_conditional_requests(as_role: ClientFor) -> None:
    client = as_role("editor")
    image = upload_image(client, visibility="public")
    whole = client.get(f"/images/{image['id']}/file")
    assert (whole.status_code, whole.content, whole.headers["Content-Type"]) == (200, png("red"), "image/png")
    assert whole.headers["ETag"] == f'"{image["digest"]}"'
    assert whole.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert whole.headers["Content-Disposition"] == f'inline; filename="{image["id"]}.png"'
    part = client.get(f"/images/{image['id']}/file", headers={"Range": "bytes=2-5"})
    assert (part.status_code, part.content) == (206, png("red")[2:6])
    same = client.get(f"/images/{image['id']}/file", headers={"If-None-Match": whole.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    beyond = client.get(f"/images/{image['id']}/file", headers={"Range": "bytes=999999-"})
    assert beyond.status_code == 416
    thumbnail = client.get(f"/images/{image['id']}/thumbnail")
    assert thumbnail.headers["Content-Type"] == "image/webp"
    assert Image.open(io.BytesIO(thumbnail.content)).size == (320, 160)


def test_a_private_image_is_invisible_to_others(as_role: ClientFor) -> None:
    client = as_role("editor")
    image = upload_image(client)
    album = create_album(client, visibility="public")
    client.post(f"/albums/{album['id']}/images", json={"image_ids": [image["id"]]})
    for other in (as_role(None), as_role("viewer")):
        paths = ("", "/file", "/thumbnail", "/labels")
        assert {other.get(f"/images/{image['id']}{path}").status_code for path in paths} == {404}
        seen = other.get(f"/albums/{album['id']}").json()
        assert (seen["images"], seen["image_count"], seen["cover_thumbnail_url"]) == ([], 0, None)
    assert client.get(f"/images/{image['id']}/file").headers["Cache-Control"].startswith("private")


def test_an_image_is_updated_deleted_and_restored(as_role: ClientFor) -> None:
    client = as_role("editor")
    image = upload_image(client)
    path = f"/images/{image['id']}"
    changed = client.patch(path, json={"title": "New"}, headers={**MERGE, "If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"], changed.json()["title"]) == (200, '"2"', "New")
    assert client.patch(path, json={"title": "x"}, headers={**MERGE, "If-Match": '"1"'}).status_code == 412
    assert client.delete(path, headers={"If-Match": '"2"'}).status_code == 204
    assert client.get(path).status_code == client.get(f"{path}/file").status_code == 404
    assert [item["id"] for item in client.get("/images?trashed=true").json()["items"]] == [image["id"]]
    assert client.get("/images").json()["items"] == []
    assert client.post(f"{path}/restore").json()["deleted_at"] is None
    assert client.get(path).status_code == 200


def test_labels_are_created_updated_and_deleted(as_role: ClientFor) -> None:
    client = as_role("editor")
    image = upload_image(client)
    response = client.post(f"/images/{image['id']}/labels", json={"kind": "tag", "text": "Fox"})
    label = response.json()
    assert (response.status_code, response.headers["Location"]) == (201, f"/api/v1/labels/{label['id']}")
    assert client.post(f"/images/{image['id']}/labels", json={"kind": "tag", "text": "fox"}).status_code == 409
    changed = client.patch(f"/labels/{label['id']}", json={"text": "vixen"}, headers=MERGE)
    assert (changed.json()["text"], changed.headers["ETag"]) == ("vixen", '"2"')
    assert client.get(f"/images/{image['id']}/labels").json()["items"] == [changed.json()]
    assert [item["id"] for item in client.get("/images?label=VIXEN&nsfw=false&source=uploaded").json()["items"]] == [
        image["id"]
    ]
    assert client.delete(f"/labels/{label['id']}").status_code == 204
    assert client.delete(f"/labels/{label['id']}").status_code == 404


def test_an_album_keeps_its_images_in_order(as_role: ClientFor) -> None:
    client = as_role("editor")
    album = create_album(client, description="a\nb")
    path = f"/albums/{album['id']}"
    ids = [upload_image(client, colour)["id"] for colour in ("red", "green", "blue")]
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
    refused = client.post(f"{path}/images", json={"image_ids": [ids[2], UNKNOWN_ID]})
    assert (refused.status_code, refused.json()["code"]) == (404, "image_not_found")
    assert [error["pointer"] for error in refused.json()["errors"]] == ["/image_ids/1"]


def test_an_album_is_listed_updated_summarized_and_deleted(as_role: ClientFor) -> None:
    client = as_role("editor")
    image = upload_image(client, caption="all red", visibility="public")
    album = create_album(client, visibility="public")
    path = f"/albums/{album['id']}"
    client.post(f"{path}/images", json={"image_ids": [image["id"]]})
    changed = client.patch(path, json={"cover_image_id": image["id"], "name": "New"}, headers=MERGE)
    assert (changed.status_code, changed.json()["name"]) == (200, "New")
    (listed,) = client.get("/albums?q=nEw&visibility=public&source=manual").json()["items"]
    assert listed["cover_thumbnail_url"] == f"/api/v1/images/{image['id']}/thumbnail"
    assert [item["id"] for item in client.get(f"/images?album_id={album['id']}").json()["items"]] == [image["id"]]
    stats = client.get(f"{path}/label-stats").json()
    assert (stats["coverage"], stats["ready"], stats["top_labels"]) == (
        1.0, False, [{"text": "all red", "kind": "caption", "count": 1}],
    )  # fmt: skip
    assert client.delete(path, headers={"If-Match": '"1"'}).status_code == 412
    assert client.delete(path, headers={"If-Match": changed.headers["ETag"]}).status_code == 204
    assert client.get(path).status_code == 404
    assert client.get(f"/images/{image['id']}").json()["albums"] == []


@pytest.mark.parametrize(("role", "status"), [(None, 401), ("viewer", 403)])
def test_only_editors_may_write(as_role: ClientFor, role: str | None, status: int) -> None:
    editor, client = as_role("editor"), as_role(role)
    image, album = upload_image(editor, visibility="public"), create_album(editor, visibility="public")
    responses = [
        upload(client),
        client.patch(f"/images/{image['id']}", json={"title": "x"}, headers=MERGE),
        client.delete(f"/images/{image['id']}"),
        client.post(f"/images/{image['id']}/labels", json={"kind": "tag", "text": "x"}),
        client.post("/albums", json={"name": "x"}),
        client.patch(f"/albums/{album['id']}", json={"name": "x"}, headers=MERGE),
        client.delete(f"/albums/{album['id']}"),
        client.post(f"/albums/{album['id']}/images", json={"image_ids": [image["id"]]}),
        client.patch(f"/albums/{album['id']}/images", json={"image_ids": [image["id"]]}),
        client.delete(f"/albums/{album['id']}/images/{image['id']}"),
    ]
    assert [response.status_code for response in responses] == [status] * len(responses)


def test_many_images_are_changed_at_once_or_none(as_role: ClientFor) -> None:
    ada, admin = as_role("editor"), as_role("admin")
    ids = [upload_image(ada, colour, visibility="shared")["id"] for colour in ("red", "blue")]
    other = upload_image(admin, "green", visibility="shared")["id"]
    refused = ada.post("/images/bulk", json={"ids": [ids[0], UNKNOWN_ID, other], "changes": {"trashed": True}})
    assert (refused.status_code, refused.json()["code"]) == (422, "images_not_changeable")
    assert [(it["pointer"], it["code"]) for it in refused.json()["errors"]] == [
        ("/ids/1", "image_not_found"),
        ("/ids/2", "not_the_owner"),
    ]
    assert refused.json()["detail"] == "2 of 3 images cannot be changed; none was."
    changes: dict[str, Any] = {"visibility": "public", "add_labels": [{"kind": "caption", "text": "a fox"}]}
    for dry_run in (True, False):
        done = ada.post("/images/bulk", json={"ids": ids, "changes": changes, "dry_run": dry_run})
        assert done.json() == {"dry_run": dry_run, "changed_count": 2, "unchanged_count": 0}
    shown = ada.get(f"/images/{ids[1]}").json()
    assert (shown["visibility"], [it["text"] for it in shown["labels"]]) == ("public", ["a fox"])
    done = admin.post("/images/bulk", json={"filter": {"visibility": ["public"]}, "changes": {"trashed": True}})
    assert done.json()["changed_count"] == 2
    assert {it["id"] for it in ada.get("/images").json()["items"]} == {other}


@pytest.mark.parametrize("body", [{}, {"ids": [UNKNOWN_ID], "filter": {}}], ids=["neither", "both"])
def test_images_are_named_by_id_or_by_filter(as_role: ClientFor, body: dict[str, Any]) -> None:
    refused = as_role("editor").post("/images/bulk", json={**body, "changes": {"nsfw": True}})
    assert (refused.status_code, refused.json()["code"]) == (422, "ids_or_filter")


def test_an_album_of_a_bulk_change_must_be_visible(as_role: ClientFor) -> None:
    changes = {"add_to_album": UNKNOWN_ID}
    refused = as_role("editor").post("/images/bulk", json={"filter": {}, "changes": changes})
    assert (refused.status_code, refused.json()["code"]) == (404, "album_not_found")


def test_an_image_without_a_title_is_titled_by_its_prompt_for_those_who_may_read_that(
    live: Live, as_role: ClientFor
) -> None:
    client = as_role("editor")
    image, album = upload_image(client, visibility="public"), create_album(client, visibility="public")
    client.post(f"/albums/{album['id']}/images", json={"image_ids": [image["id"]]})

    def titles(reader: httpx.Client) -> set[str]:
        album_of_it = reader.get(f"/albums/{album['id']}").json()["images"][0]
        in_lists = [reader.get(path).json()["items"][0] for path in ("/images", f"/albums/{album['id']}/images")]
        return {shown["title"] for shown in (reader.get(f"/images/{image['id']}").json(), album_of_it, *in_lists)}

    assert titles(client) == {""}
    with live.studio.work(write=True) as work:
        work.session.execute(sa.update(ImageRow).values(prompt="a fox,\nin the snow"))
        work.commit()
    assert [titles(as_role(role)) for role in ("editor", "admin", "viewer", None)] == [
        {"a fox, in the snow"},
        {"a fox, in the snow"},
        {""},
        {""},
    ]
    path = f"/images/{image['id']}"
    assert client.patch(path, json={"title": "Fox"}, headers=MERGE).json()["title"] == "Fox"
    assert [titles(as_role(role)) for role in ("editor", None)] == [{"Fox"}] * 2
    assert client.patch(path, json={"title": ""}, headers=MERGE).json()["title"] == "a fox, in the snow"
