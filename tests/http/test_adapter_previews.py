"""Previews of adapters that are uploaded: stored small, replaced, deleted, and cached no longer than they last."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.conftest import ClientFor
from tests.populate import ok_json, png
from tests.serving import Live, serve
from tests.unit.weights.weights_files import lora


@pytest.fixture
def adapter(client: httpx.Client) -> dict[str, Any]:
    return dict(ok_json(client.post("/adapters", files={"file": ("fox.safetensors", lora(), "x/y")})))


def path(adapter: dict[str, Any]) -> str:
    return f"/adapters/{adapter['id']}/preview"


def put(client: httpx.Client, adapter: dict[str, Any], data: bytes, **headers: str) -> httpx.Response:
    return client.put(path(adapter), files={"file": ("a.png", data, "image/png")}, headers=headers)


def wide_png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1024, 256), "red").save(out, "PNG")
    return out.getvalue()


def test_a_preview_is_stored_small_and_replaced(client: httpx.Client, adapter: dict[str, Any]) -> None:
    assert client.get(path(adapter)).json()["code"] == "adapter_preview_not_found"
    first = put(client, adapter, wide_png())
    changed = ok_json(first)
    assert (first.status_code, first.headers["ETag"]) == (200, '"2"')
    assert changed["preview_url"] == f"/api/v1{path(adapter)}"
    assert changed == adapter | {name: changed[name] for name in ("preview_url", "updated_at")}
    shown = client.get(path(adapter))
    assert (shown.headers["Content-Type"], shown.headers["Cache-Control"]) == ("image/webp", "private, max-age=0")
    with Image.open(io.BytesIO(shown.content)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (512, 128))
    tag = {"If-None-Match": shown.headers["ETag"]}
    assert client.get(path(adapter), headers=tag).status_code == 304
    assert put(client, adapter, png((1, 2, 3))).headers["ETag"] == '"3"'
    assert client.get(path(adapter), headers=tag).status_code == 200


def test_the_same_preview_again_changes_nothing(client: httpx.Client, adapter: dict[str, Any]) -> None:
    first, again = (put(client, adapter, png((1, 2, 3))) for _ in range(2))
    assert (again.json(), again.headers["ETag"]) == (first.json(), first.headers["ETag"])


def test_a_preview_is_deleted_once(client: httpx.Client, adapter: dict[str, Any]) -> None:
    put(client, adapter, png((1, 2, 3)))
    assert client.delete(path(adapter)).status_code == 204
    assert client.get(f"/adapters/{adapter['id']}").json()["preview_url"] is None
    for again in (client.delete(path(adapter)), client.get(path(adapter))):
        assert (again.status_code, again.json()["code"]) == (404, "adapter_preview_not_found")


def test_a_preview_is_changed_only_as_it_was_seen(client: httpx.Client, adapter: dict[str, Any]) -> None:
    assert put(client, adapter, png((1, 2, 3)), **{"If-Match": '"1"'}).status_code == 200
    assert put(client, adapter, png((3, 2, 1)), **{"If-Match": '"1"'}).json()["code"] == "etag_mismatch"
    assert client.delete(path(adapter), headers={"If-Match": '"1"'}).json()["code"] == "etag_mismatch"
    assert client.delete(path(adapter), headers={"If-Match": '"2"'}).status_code == 204


@pytest.mark.parametrize("data", [b"GIF89a", b"no picture", wide_png()[:-40]], ids=["gif", "text", "cut"])
def test_what_is_no_picture_is_refused(client: httpx.Client, adapter: dict[str, Any], data: bytes) -> None:
    refused = put(client, adapter, data)
    assert (refused.status_code, refused.json()["code"]) == (422, "not_an_image")
    assert client.get(f"/adapters/{adapter['id']}").json() == adapter


def test_a_preview_has_the_limits_of_uploads(live: Live, client: httpx.Client, adapter: dict[str, Any]) -> None:
    data = wide_png()
    for limits, status, code in (
        ({"max_image_pixels": 1024 * 256}, 200, None),
        ({"max_image_pixels": 1024 * 256 - 1}, 422, "image_too_large"),
        ({"max_upload_bytes": len(data) + 1024}, 200, None),
        ({"max_upload_bytes": len(data) - 1}, 413, None),
    ):
        settings = replace(live.studio.settings, **limits)  # type: ignore[arg-type]
        with serve(replace(live.studio, settings=settings)) as small, small.client(live.token("admin")) as other:
            answer = put(other, adapter, data)
            assert (answer.status_code, code or answer.json().get("code")) == (status, answer.json().get("code"))


def test_editors_change_the_preview_of_an_adapter_that_they_see(as_role: ClientFor, adapter: dict[str, Any]) -> None:
    for role, codes in (("viewer", ["role_too_low"] * 2), ("editor", [None, None])):
        user = as_role(role)
        answers = [put(user, adapter, png((1, 2, 3))), user.delete(path(adapter))]
        assert [it.json()["code"] if it.content and it.status_code > 400 else None for it in answers] == codes
    merge_patch = {"Content-Type": "application/merge-patch+json"}
    hidden = as_role("admin").patch(f"/adapters/{adapter['id']}", json={"visibility": "private"}, headers=merge_patch)
    assert hidden.status_code == 200
    user = as_role("editor")
    for answer in (put(user, adapter, png((1, 2, 3))), user.delete(path(adapter)), user.get(path(adapter))):
        assert (answer.status_code, answer.json()["code"]) == (404, "adapter_not_found")
