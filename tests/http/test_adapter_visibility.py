"""Who sees an adapter, and who may use it: the matrix of roles, visibilities and ways to an adapter."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.conftest import ClientFor
from tests.populate import ok_json
from tests.serving import Live
from tests.unit.weights.weights_files import lora

MERGE_PATCH = {"Content-Type": "application/merge-patch+json"}
SEES: dict[str | None, dict[str, bool]] = {
    None: {"private": False, "shared": False, "public": False},
    "viewer": {"private": False, "shared": True, "public": True},
    "editor": {"private": False, "shared": True, "public": True},
    "admin": {"private": True, "shared": True, "public": True},
}


def upload(client: httpx.Client, **fields: Any) -> dict[str, Any]:
    response = client.post("/adapters", files={"file": ("fox.safetensors", lora(), "x/y")}, data=fields)
    return dict(ok_json(response))


def change(client: httpx.Client, adapter: dict[str, Any], **fields: Any) -> httpx.Response:
    return client.patch(f"/adapters/{adapter['id']}", json=fields, headers=MERGE_PATCH)


@pytest.mark.parametrize("visibility", ["private", "shared", "public"])
@pytest.mark.parametrize("role", SEES)
def test_who_sees_an_adapter(as_role: ClientFor, role: str | None, visibility: str) -> None:
    adapter = upload(as_role("admin"), visibility=visibility)
    reader = as_role(role)
    expected = 401 if role is None else 200 if SEES[role][visibility] else 404
    for path in ("", "/file"):
        answer = reader.get(f"/adapters/{adapter['id']}{path}")
        assert answer.status_code == expected
        assert expected != 404 or answer.json()["code"] == "adapter_not_found"
    listed = reader.get("/adapters", params={"visibility": visibility})
    assert listed.status_code == (401 if role is None else 200)
    if role is not None:
        assert [it["id"] for it in listed.json()["items"]] == ([adapter["id"]] if expected == 200 else [])
        assert len(reader.get("/adapters?q=fox").json()["items"]) == (expected == 200)


@pytest.mark.parametrize("visibility", ["private", "shared", "public"])
@pytest.mark.parametrize("role", ["editor", "admin"])
def test_an_adapter_that_the_caller_may_not_see_is_as_unknown_as_none(
    as_role: ClientFor, role: str, visibility: str
) -> None:
    adapter, user = upload(as_role("admin"), visibility=visibility), as_role(role)
    named = {"adapters": [{"adapter_id": adapter["id"]}]}
    template = {"name": "Zodiac", "prompt_template": "a fox", "rows": [{"card": "sun"}], **named}
    unknown = "" if SEES[role][visibility] else "unknown_adapter"
    for path, body in (("/jobs", {"prompt": "x", **named}), ("/jobs", {"prompt": "<lora:fox:1>"})):
        refused = user.post(path, json={"kind": "generate", **body, "engine": "press"})
        assert (refused.status_code, refused.json()["code"]) == (422, unknown or "engine_limits"), (
            "the press has no LoRAs"
        )
    created = user.post("/set-templates", json=template)
    assert (created.status_code, created.json().get("code", "")) == (422 if unknown else 201, unknown)


def test_a_refusal_does_not_tell_a_hidden_adapter_from_none(as_role: ClientFor) -> None:
    adapter, user = upload(as_role("admin"), visibility="private"), as_role("editor")
    missing = "0192e4a0-7c00-7000-8000-00000000dead"
    errors = []
    for adapter_id in (adapter["id"], missing):
        refused = user.post(
            "/jobs",
            json={"kind": "generate", "prompt": "x", "engine": "press", "adapters": [{"adapter_id": adapter_id}]},
        )
        errors.append(refused.text.replace(adapter_id, "ID").replace(refused.json()["trace_id"], "TRACE"))
    assert errors[0] == errors[1]


def test_an_adapter_is_shared_unless_its_upload_says_otherwise(client: httpx.Client) -> None:
    assert upload(client)["visibility"] == "shared"


def test_the_owner_and_admins_decide_who_sees_an_adapter(as_role: ClientFor) -> None:
    admin, editor = as_role("admin"), as_role("editor")
    adapter = upload(admin)
    refused = change(editor, adapter, visibility="private")
    assert (refused.status_code, refused.json()["code"]) == (403, "not_the_owner")
    assert ok_json(change(editor, adapter, visibility="shared", name="Ice"))["name"] == "Ice", "it changes nothing"
    hidden = ok_json(change(admin, adapter, visibility="private"))
    assert hidden["visibility"] == "private"
    again = change(editor, adapter, name="Frost")
    assert (again.status_code, again.json()["code"]) == (404, "adapter_not_found")
    assert editor.get("/adapters").json()["items"] == []


def test_events_of_a_hidden_adapter_are_for_those_who_see_it(as_role: ClientFor, live: Live) -> None:
    from platemark.access import Actor
    from platemark.events import queries

    admin = as_role("admin")
    adapter = upload(admin, visibility="private")
    assert admin.delete(f"/adapters/{adapter['id']}").status_code == 204
    with live.studio.work(write=False) as work:
        events = [it for it in queries.list_after(work, 0) if it.kind == "adapter.deleted"]
    assert [it.is_visible_to(Actor(role="admin")) for it in events] == [True]
    assert [it.is_visible_to(Actor(role="editor")) for it in events] == [False]


def test_a_set_template_keeps_an_adapter_that_was_hidden_since(as_role: ClientFor) -> None:
    admin, editor = as_role("admin"), as_role("editor")
    adapter = upload(admin)
    template = {
        "name": "Zodiac",
        "prompt_template": "a fox",
        "rows": [{"card": "sun"}],
        "adapters": [{"adapter_id": adapter["id"]}],
    }
    created = ok_json(editor.post("/set-templates", json=template))
    assert change(admin, adapter, visibility="private").status_code == 200
    path = f"/set-templates/{created['id']}"
    assert editor.get(path).json()["adapters"] == created["adapters"]
    kept = editor.patch(path, json={"name": "Signs", "adapters": template["adapters"]}, headers=MERGE_PATCH)
    assert kept.status_code == 422, "the weight is another one than that which was pinned"
    assert kept.json()["code"] == "unknown_adapter"
    renamed = editor.patch(path, json={"name": "Signs"}, headers=MERGE_PATCH)
    assert ok_json(renamed)["adapters"] == created["adapters"]
