"""LoRAs that are uploaded: their headers are read, their bytes stored as they are, anything else is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import httpx
import pytest

from tests.conftest import ClientFor
from tests.populate import ok_json
from tests.serving import Live, serve
from tests.unit.weights.weights_files import lora, weights

METADATA = {"modelspec.trigger_phrase": "engraved style, fox"}


def upload(client: httpx.Client, data: bytes, file_name: str = "fox.safetensors", **fields: Any) -> httpx.Response:
    files = {"file": (file_name, data, "application/octet-stream")}
    return client.post("/adapters", files=files, data=fields)


def test_a_lora_is_registered_with_what_its_header_says(live: Live, client: httpx.Client) -> None:
    data = lora(metadata=METADATA)
    response = upload(client, data, "folder/Winter fox.safetensors")
    adapter = ok_json(response)
    assert response.status_code == 201
    assert (adapter["name"], adapter["base"]) == ("Winter fox", "Stable Diffusion 1")
    assert (adapter["description"], adapter["format"], adapter["source"]) == ("A LoRA of rank 4.", "lora", "registered")
    assert (adapter["trigger_words"], adapter["default_weight"]) == (["engraved style", "fox"], 1.0)
    assert (adapter["size_bytes"], adapter["created_by"] is not None) == (len(data), True)
    assert client.get(f"/adapters/{adapter['id']}/file").content == data
    assert ok_json(client.get(f"/adapters/{adapter['id']}")) == adapter


def test_what_the_caller_says_counts(client: httpx.Client) -> None:
    fields: dict[str, Any] = {
        "name": "Frost",
        "description": "cold",
        "default_weight": "0.5",
        "trigger_words": ["ice", "snow"],
    }
    adapter = ok_json(upload(client, lora(metadata=METADATA), **fields))
    assert {name: adapter[name] for name in fields} == fields | {"default_weight": 0.5}


def test_the_same_bytes_are_the_same_adapter(client: httpx.Client) -> None:
    first = ok_json(upload(client, lora(), name="One"))
    again = upload(client, lora(), name="Two")
    assert (again.status_code, ok_json(again)) == (200, first)
    assert [it["name"] for it in client.get("/adapters").json()["items"]] == ["One"]
    key = {"Idempotency-Key": "one-key-for-two"}
    answers = [client.post("/adapters", files={"file": ("a", lora(), "x/y")}, headers=key) for _ in range(2)]
    assert [it.status_code for it in answers] == [200, 200]
    assert answers[1].headers["idempotency-replayed"] == "true"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"GIF89a", "It does not begin as a safetensors file does."),
        (lora()[:-1], "do not fill"),
        (lora() + b"x", "do not fill"),
        (b"\2\0\0\0\0\0\0\0[]", "Its header is not a JSON object."),
        (weights({"model.diffusion_model.a": (2, 2)}), "It has other tensors than those of a LoRA."),
        (weights({"first_stage.a": (2, 2)}), "It has other tensors than those of a LoRA."),
    ],
    ids=["a picture", "cut", "longer", "no object", "a checkpoint", "other tensors"],
)
def test_anything_else_is_refused_and_not_stored(live: Live, client: httpx.Client, data: bytes, why: str) -> None:
    before = {path.name for path in live.studio.settings.blobs_dir.rglob("*") if path.is_file()}
    refused = upload(client, data)
    assert (refused.status_code, refused.json()["code"]) == (422, "not_a_lora")
    assert refused.json()["detail"].startswith("This is not a LoRA: ")
    assert why in refused.json()["detail"] or why == "do not fill"
    assert {path.name for path in live.studio.settings.blobs_dir.rglob("*") if path.is_file()} == before
    assert client.get("/adapters").json()["items"] == []


def test_only_admins_upload_adapters(as_role: ClientFor) -> None:
    assert upload(as_role("editor"), lora()).json()["code"] == "role_too_low"


def test_the_limit_is_not_that_of_images(live: Live) -> None:
    settings = replace(live.studio.settings, max_upload_bytes=1024, max_adapter_bytes=20_000)
    with serve(replace(live.studio, settings=settings)) as small, small.client(live.token("admin")) as client:
        assert len(lora()) > 1024
        assert upload(client, lora()).status_code == 201
        assert upload(client, lora(rank=40)).status_code == 413


@pytest.mark.parametrize("file_name", ["", "/", ".safetensors", "..", "a\\b\\ice.safetensors"])
def test_any_file_name_gives_a_name(client: httpx.Client, file_name: str) -> None:
    response = upload(client, lora(), file_name or "x", **({"name": "Ice"} if not file_name else {}))
    assert ok_json(response)["name"] in ("Ice", "ice", "LoRA", ".safetensors", "..")
