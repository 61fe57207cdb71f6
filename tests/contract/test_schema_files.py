"""The files in spec/schemas work with any validator; the tests use plain `jsonschema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.populate import ok_json, upload
from tests.serving import Live

SCHEMAS = Path(__file__).parents[2] / "spec" / "schemas"


def validator(name: str) -> Draft202012Validator:
    documents = [json.loads(path.read_text("utf-8")) for path in SCHEMAS.rglob("*.json")]
    resources = [(document["$id"], DRAFT202012.create_resource(document)) for document in documents]
    registry: Registry[Any] = Registry().with_resources(resources)
    schema = next(document for document in documents if document["$id"].endswith(f"/{name}"))
    return Draft202012Validator({"$ref": schema["$id"]}, registry=registry, format_checker=FormatChecker())


@pytest.fixture
def album(client: httpx.Client) -> dict[str, Any]:
    album = ok_json(client.post("/albums", json={"name": "Proofs"}))
    for shade in (10, 200):
        upload(client, (shade, 0, 0), album_id=album["id"])
    detail: dict[str, Any] = client.get(f"/albums/{album['id']}").json()
    return detail


def test_an_album_of_the_server_matches_its_schema_file(album: dict[str, Any]) -> None:
    assert len(album["images"]) == 2
    assert list(validator("album_detail.json").iter_errors(album)) == []


@pytest.mark.parametrize("change", [{"name": 7}, {"surprise": 1}, {"visibility": "secret"}, {"image_count": -1}])
def test_the_schema_file_rejects_an_invalid_album(album: dict[str, Any], change: dict[str, Any]) -> None:
    assert list(validator("album_detail.json").iter_errors({**album, **change})) != []


CLIENT_FILES = {
    "album_detail.json": "AlbumDetail",
    "queue_job.json": "QueueJob",
    "job.json": "Job",
    "jobs_response.json": "JobsResponse",
    "auth_status.json": "AuthStatus",
}


@pytest.mark.parametrize(("file", "title"), CLIENT_FILES.items())
def test_the_schema_files_that_clients_use_exist(file: str, title: str) -> None:
    titles = [json.loads(path.read_text("utf-8"))["title"] for path in SCHEMAS.rglob(file)]
    assert titles == [title]


def test_no_response_contains_the_path_of_the_data_folder(
    live: Live, client: httpx.Client, album: dict[str, Any]
) -> None:
    folder = str(live.studio.settings.data_dir)
    album_paths = [f"/albums/{album['id']}", f"/images/{album['images'][0]['id']}"]
    for path in ("/albums", "/images", "/server", "/stats", "/health", "/jobs", "/metrics", *album_paths):
        assert folder not in client.get(path).text
