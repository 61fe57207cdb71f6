"""Each operation with an Idempotency-Key: a repeated request has the same answer, another is a 422, two at once a 409.

These are the answers that only such keys can show; every other conflict has a test of its own in tests/http.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from generated.operations import OPERATIONS
from platemark import idempotency
from tests.http.test_reproduction import generate_image
from tests.populate import bug_report, ok_json, png, upload
from tests.serving import Live
from tests.unit.weights.weights_files import lora

KEY = {"Idempotency-Key": "one-key-for-two"}


@dataclass(frozen=True)
class Call:
    """A request that succeeds, and one that differs from it."""

    path: str
    options: dict[str, Any]
    other: dict[str, Any]
    other_path: str = ""

    def send(self, client: httpx.Client) -> httpx.Response:
        return client.post(self.path, headers=KEY, **self.options)

    def send_other(self, client: httpx.Client) -> httpx.Response:
        return client.post(self.other_path or self.path, headers=KEY, **self.other)


def json_call(path: str, body: dict[str, Any], **changes: Any) -> Call:
    return Call(path, {"json": body}, {"json": body | changes})


def file(red: int) -> dict[str, Any]:
    return {"files": {"file": ("a.png", png((red, 2, 3)), "image/png")}}


def weights_file(rank: int) -> dict[str, Any]:
    return {"files": {"file": ("a.safetensors", lora(rank), "application/octet-stream")}}


def calls(client: httpx.Client, live: Live) -> dict[str, Call]:
    """A call of each operation, by operationId."""
    album = f"/albums/{ok_json(client.post('/albums', json={'name': 'Proofs'}))['id']}"
    images = [
        upload(client, (number * 40, 20, 90), album_id=album.rpartition("/")[2], caption=f"plate {number}")["id"]
        for number in range(6)
    ]
    more = [upload(client, (number, 200, 7))["id"] for number in range(2)]
    made = [generate_image(client, live, seed=seed)["id"] for seed in (1, 2)]
    rows = {"prompt_template": "{rank}", "rows": [{"rank": "ace"}]}
    template = ok_json(client.post("/set-templates", json={"name": "Cards", **rows}))
    run = {"name": "Winter", "album_ids": [album.rpartition("/")[2]], "seed": 7}
    user = ok_json(client.post("/users", json={"name": "ada", "role": "viewer"}))["id"]
    reproduce = [f"/images/{image}/reproduce" for image in made]
    return {
        "createApiToken": json_call("/auth/tokens", {"name": "one", "role": "viewer"}, name="two"),
        "createSignInLink": json_call(f"/users/{user}/sign-in-links", {}, expires_in_seconds=60),
        "createAlbum": json_call("/albums", {"name": "one"}, name="two"),
        "addAlbumImages": json_call(f"{album}/images", {"image_ids": more[:1]}, image_ids=more[1:]),
        "createImage": Call("/images", file(1), file(2)),
        "createAdapter": Call("/adapters", weights_file(4), weights_file(8)),
        "reproduceImage": Call(reproduce[0], {}, {}, reproduce[1]),
        "createLabel": json_call(f"/images/{images[0]}/labels", {"kind": "caption", "text": "one"}, text="two"),
        "createSetTemplate": json_call("/set-templates", {"name": "one", **rows}, name="two"),
        "startSetRun": json_call(f"/set-templates/{template['id']}/runs", {"theme": "one"}, theme="two"),
        "createJob": json_call("/jobs", {"kind": "generate", "prompt": "one"}, prompt="two"),
        "createTrainingRun": json_call("/training-runs", run, name="Summer"),
        "createBugReport": Call("/bug-reports", {"json": bug_report(1)}, {"json": bug_report(2)}),
        "createWebhook": json_call(
            "/webhooks", {"url": "https://a.example/", "kinds": ["job.finished"]}, url="https://b.example/"
        ),
        "createImport": json_call("/imports", {"kind": "media", "source": "outputs"}, kind="sets"),
    }


@pytest.fixture
def every(client: httpx.Client, live: Live) -> dict[str, Call]:
    live.studio.settings.import_folders["outputs"].mkdir(exist_ok=True)
    found = calls(client, live)
    assert found.keys() == {each.id for each in OPERATIONS.values() if each.idempotent_key}
    return found


def test_the_same_request_has_the_same_answer_and_another_one_under_its_key_is_a_422(
    client: httpx.Client, every: dict[str, Call]
) -> None:
    for name, call in every.items():
        first, again = call.send(client), call.send(client)
        assert first.is_success, name
        if name in ("createApiToken", "createSignInLink", "createWebhook"):  # their secrets are shown once
            assert (again.status_code, again.json()["code"]) == (409, "answer_not_kept")
        else:
            assert (name, again.status_code, again.content) == (name, first.status_code, first.content)
            assert again.headers["Idempotency-Replayed"] == "true", name
        refused = call.send_other(client)
        assert (name, refused.status_code, refused.json()["code"]) == (name, 422, "idempotency_key_reused")


def test_a_request_beside_one_with_the_same_key_is_a_409(
    client: httpx.Client, every: dict[str, Call], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one looks for the answer of the first one before there is any, and is done after it."""
    monkeypatch.setattr(idempotency, "find", lambda *_, **__: None)
    for name, call in every.items():
        assert call.send(client).is_success, name
        refused = call.send(client)
        assert (name, refused.status_code, refused.json()["code"]) == (name, 409, "concurrent_change")


def test_images_are_not_moved_before_one_of_themselves(client: httpx.Client) -> None:
    album = ok_json(client.post("/albums", json={"name": "Proofs"}))
    image = upload(client, (1, 2, 3), album_id=album["id"])
    body = {"image_ids": [image["id"]], "before_image_id": image["id"]}
    refused = client.patch(f"/albums/{album['id']}/images", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "move_before_itself")
