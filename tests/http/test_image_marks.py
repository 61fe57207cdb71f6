"""Ratings and stars of images over HTTP: one's own, alone, in lists and albums, and in the tags of copies."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.conftest import ClientFor
from tests.populate import MERGE_PATCH, ok_json, upload
from tests.serving import Live
from tests.streams import open_stream

Mark = dict[str, Any]
UNMARKED: Mark = {"rating": 0, "starred": False}


def mark(client: httpx.Client, image_id: str, **changes: Any) -> httpx.Response:
    return client.patch(f"/images/{image_id}/mark", json=changes, headers=MERGE_PATCH)


def seen(client: httpx.Client, image_id: str) -> Mark:
    image = ok_json(client.get(f"/images/{image_id}"))
    return {name: image[name] for name in UNMARKED}


def test_a_rating_and_a_star_are_the_callers_own(live: Live, as_role: ClientFor) -> None:
    owner, reader = as_role("editor"), as_role("viewer")
    album = ok_json(owner.post("/albums", json={"name": "Proofs", "visibility": "shared"}))
    image_id = upload(owner, (1, 2, 3), visibility="public", album_id=album["id"])["id"]
    assert ok_json(mark(reader, image_id, rating=5)) == {"rating": 5, "starred": False}
    assert ok_json(mark(reader, image_id, starred=True)) == {"rating": 5, "starred": True}
    paths = (f"/images/{image_id}", "/images", f"/albums/{album['id']}/images", f"/albums/{album['id']}")
    with live.client() as visitor:
        for client, own in ((reader, {"rating": 5, "starred": True}), (owner, UNMARKED), (visitor, UNMARKED)):
            for path in paths if client is not visitor else paths[:2]:
                body = ok_json(client.get(path))
                (image,) = body.get("items") or body.get("images") or [body]
                assert {name: image[name] for name in own} == own
        assert mark(visitor, image_id, rating=1).status_code == 401
    assert ok_json(mark(reader, image_id, rating=0, starred=False)) == UNMARKED == seen(reader, image_id)


def test_a_mark_makes_the_callers_copy_old_and_nobody_elses(as_role: ClientFor) -> None:
    owner, reader = as_role("editor"), as_role("viewer")
    image = upload(owner, (1, 2, 3), visibility="shared")
    path = f"/images/{image['id']}"
    tags = {client: client.get(path).headers["ETag"] for client in (owner, reader)}
    ok_json(mark(reader, image["id"], rating=3))
    fresh = reader.get(path, headers={"If-None-Match": tags[reader]})
    assert (fresh.status_code, fresh.json()["rating"], fresh.json()["updated_at"]) == (200, 3, image["updated_at"])
    assert owner.get(path, headers={"If-None-Match": tags[owner]}).status_code == 304
    changed = owner.patch(path, json={"title": "Fox"}, headers={"If-Match": tags[owner], **MERGE_PATCH})
    assert changed.status_code == 200, "a mark is no new version of the image"


def test_the_other_windows_of_the_caller_hear_of_a_mark(as_role: ClientFor) -> None:
    owner, reader = as_role("editor"), as_role("viewer")
    image_id = upload(owner, (1, 2, 3), visibility="shared")["id"]

    def is_changed(event: dict[str, Any]) -> bool:
        return bool(event["kind"] == "image.changed")

    with open_stream(owner) as of_owner, open_stream(reader) as of_reader:
        for stream in (of_owner, of_reader):
            stream.ready()
        ok_json(mark(reader, image_id, rating=2, starred=True))
        owner.patch(f"/images/{image_id}", json={"title": "Fox"}, headers=MERGE_PATCH)
        heard = of_reader.until(is_changed)
        assert [it["kind"] for it in of_owner.until(is_changed)] == ["image.changed"]
    assert [it["kind"] for it in heard] == ["image.marked", "image.changed"]
    assert {name: heard[0][name] for name in ("image_id", "rating", "starred")} == {
        "image_id": image_id, "rating": 2, "starred": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "does_not_fit"),
        ({"rating": -1}, "does_not_fit"),
        ({"rating": 6}, "does_not_fit"),
        ({"rating": 2.5}, "does_not_fit"),
        ({"rating": None}, "does_not_fit"),
        ({"starred": "yes"}, "does_not_fit"),
        ({"rating": 3, "stars": 1}, "does_not_fit"),
    ],
    ids=str,
)
def test_what_is_no_mark_is_refused_and_changes_nothing(client: httpx.Client, body: Any, code: str) -> None:
    image_id = upload(client, (1, 2, 3))["id"]
    ok_json(mark(client, image_id, rating=4))
    refused = mark(client, image_id, **body)
    assert (refused.status_code, refused.json()["code"]) == (400, code)
    assert seen(client, image_id) == {"rating": 4, "starred": False}


@pytest.mark.parametrize("rating", range(6))
def test_each_rating_is_kept(client: httpx.Client, rating: int) -> None:
    image_id = upload(client, (1, 2, 3))["id"]
    assert ok_json(mark(client, image_id, rating=rating, starred=True))["rating"] == rating
    assert seen(client, image_id) == {"rating": rating, "starred": True}


def test_an_image_that_the_caller_does_not_see_is_not_found(as_role: ClientFor) -> None:
    owner, reader = as_role("editor"), as_role("viewer")
    image_id = upload(owner, (1, 2, 3), visibility="private")["id"]
    hidden = mark(reader, image_id, starred=True)
    owner.delete(f"/images/{image_id}")
    trashed = mark(owner, image_id, starred=True)
    assert {(it.status_code, it.json()["code"]) for it in (hidden, trashed)} == {(404, "image_not_found")}


def test_many_images_are_rated_at_once(as_role: ClientFor) -> None:
    owner, editor = as_role("editor"), as_role("editor")
    ids = [upload(owner, (red, 2, 3), visibility="shared")["id"] for red in range(2)]
    for changes, expected in (({"rating": 5, "starred": True}, 2), ({"rating": 5}, 0), ({"rating": 0}, 2)):
        done = ok_json(editor.post("/images/bulk", json={"ids": ids, "changes": changes}))
        assert (done["changed_count"], done["unchanged_count"]) == (expected, 2 - expected)
    assert [seen(editor, it) for it in ids] == [{"rating": 0, "starred": True}] * 2
    assert [seen(owner, it) for it in ids] == [UNMARKED] * 2
    for rating in (-1, 6):
        assert editor.post("/images/bulk", json={"ids": ids, "changes": {"rating": rating}}).status_code == 400
