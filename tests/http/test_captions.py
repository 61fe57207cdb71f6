"""Captions over HTTP: requests, refusals, progress and labels."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import httpx
import pytest

from platemark.engines.base import Caption, Tag
from platemark.jobs import caption_results, queue
from platemark.jobs.caption_results import CaptionResult
from platemark.jobs.requests import CaptionJob
from tests.conftest import ClientFor
from tests.populate import ok_json, upload
from tests.serving import Live

UNKNOWN_ID = "0192e4a0-7c00-7000-8000-000000000041"
CAPTION = Caption(
    text="red all over", engine="press", engine_version="1", model=None, tags=(Tag("red", 1.0), Tag("warm", 0.8))
)


def run_caption_job(live: Live, caption: Caption = CAPTION) -> UUID:
    """Claim and complete the next job as a worker does, with ``caption`` for each of its images."""
    with live.studio.work(write=True) as work:
        lease = queue.claim(work, "worker-1", lease_ms=60_000)
        assert lease is not None
        job = CaptionJob.from_payload(lease.payload)
        items = caption_results.list_pending(work, lease.job_id, job)
        caption_results.write_results(
            work, lease.job_id, job, [CaptionResult(item, item.skip or caption) for item in items]
        )
        assert queue.complete(work, lease).outcome == "succeeded"
        work.commit()
    return lease.job_id


def test_an_image_is_captioned_and_its_labels_name_the_engine(live: Live, as_role: ClientFor) -> None:
    client = as_role("editor")
    image = upload(client, (200, 0, 0), visibility="shared")
    captioned = upload(client, (200, 0, 1), visibility="shared", caption="by hand")
    request = {"kind": "caption", "image_ids": [image["id"], captioned["id"]], "tags": True}
    response = client.post("/jobs", json=request)
    receipt = ok_json(response)
    assert response.headers["Location"] == f"/api/v1/jobs/{receipt['id']}"
    assert (receipt["kind"], receipt["state"]) == ("caption", "queued")
    job = client.get(f"/jobs/{receipt['id']}").json()
    assert job["request"] == request | {"engine": "press", "only_missing": True, "priority": 0}
    skipped = {"has_caption": 0, "image_gone": 0, "engine_refused": 0}
    assert job["captions"] == {"image_count": 2, "captioned_count": 0, "skipped": skipped}
    assert str(run_caption_job(live)) == receipt["id"]
    job = client.get(f"/jobs/{receipt['id']}").json()
    assert (job["state"], job["image_ids"], job["training_run_id"]) == ("succeeded", [], None)
    assert job["captions"] == {"image_count": 2, "captioned_count": 1, "skipped": skipped | {"has_caption": 1}}
    labels = client.get(f"/images/{image['id']}/labels").json()["items"]
    assert [(label["kind"], label["text"], label["source"], label["confidence"]) for label in reversed(labels)] == [
        ("caption", "red all over", "engine", None), ("tag", "red", "engine", 1.0), ("tag", "warm", "engine", 0.8),
    ]  # fmt: skip
    for label in labels:
        assert (label["engine"], label["engine_version"], label["model"]) == ("press", "1", None)
        assert (label["job_id"], label["created_by"]) == (receipt["id"], job["created_by"])
    assert client.get(f"/images/{image['id']}").json()["labels"] == labels


def test_an_album_is_captioned_and_jobs_are_listed_by_kind(live: Live, as_role: ClientFor) -> None:
    client = as_role("editor")
    album = ok_json(client.post("/albums", json={"name": "Hues"}))
    upload(client, (9, 0, 0), album_id=album["id"])
    ok_json(client.post("/jobs", json={"kind": "generate", "prompt": "a fox", "priority": -6}))
    request = {"kind": "caption", "album_id": album["id"], "engine": "press", "only_missing": False, "priority": -5}
    receipt = ok_json(client.post("/jobs", json=request))
    assert receipt["position"] == 0
    (job,) = client.get("/jobs", params={"kind": "caption"}).json()["items"]
    assert (job["id"], job["album_id"]) == (receipt["id"], album["id"])
    assert job["request"] == request | {"tags": False}
    (other,) = client.get("/jobs", params={"kind": "generate"}).json()["items"]
    assert other["captions"] is None
    run_caption_job(live)
    stats = client.get(f"/albums/{album['id']}/label-stats").json()
    assert stats["captioned_count"] == 1


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({}, 422, "images_or_album"),
        ({"image_ids": [UNKNOWN_ID], "album_id": UNKNOWN_ID}, 422, "images_or_album"),
        ({"image_ids": []}, 400, "does_not_fit"),
        ({"image_ids": [UNKNOWN_ID, UNKNOWN_ID]}, 400, "does_not_fit"),
        ({"image_ids": [UNKNOWN_ID, UNKNOWN_ID.upper()]}, 400, "does_not_fit"),
        ({"image_ids": [UNKNOWN_ID] * 201}, 400, "does_not_fit"),
        ({"image_ids": [UNKNOWN_ID], "prompt": "a fox"}, 400, "does_not_fit"),
        ({"image_ids": [UNKNOWN_ID], "engine": "none"}, 422, "unknown_engine"),
        ({"image_ids": [UNKNOWN_ID]}, 404, "image_not_found"),
        ({"album_id": UNKNOWN_ID}, 404, "album_not_found"),
    ],
)
def test_invalid_caption_requests_are_refused(
    client: httpx.Client, fields: dict[str, Any], status: int, code: str
) -> None:
    response = client.post("/jobs", json={"kind": "caption", **fields})
    assert (response.status_code, response.json()["code"]) == (status, code), response.text
    assert client.get("/jobs").json()["items"] == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"kind": "caption", "image_ids": [], "tags": 1}, [("/image_ids", "min_items"), ("/tags", "type")]),
        ({"kind": "generate", "prompt": "", "width": 63}, [("/prompt", "min_length"), ("/width", "minimum")]),
        ({"kind": "caption", "prompt": "a fox"}, [("/prompt", "additional_properties")]),
        ({"kind": "paint"}, [("/kind", "enum")]),
        ({"prompt": "a fox"}, [("/kind", "required")]),
        ([], [("", "type")]),
    ],
)
def test_the_errors_of_an_invalid_body_are_those_of_the_requested_kind(
    client: httpx.Client, body: Any, expected: list[tuple[str, str]]
) -> None:
    problem = client.post("/jobs", json=body).json()
    errors = [(error["pointer"], error["code"]) for error in problem["errors"]]
    assert [error for error in expected if error not in errors] == []
    assert {pointer for pointer, _ in errors} == {pointer for pointer, _ in expected}


def test_hidden_images_cannot_be_captioned(as_role: ClientFor) -> None:
    hidden = upload(as_role("editor"), (1, 2, 3))
    request = {"kind": "caption", "image_ids": [hidden["id"]]}
    viewer = as_role("viewer").post("/jobs", json=request)
    assert (viewer.status_code, viewer.json()["code"]) == (403, "role_too_low")
    assert as_role("admin").post("/jobs", json=request).status_code == 202


def test_the_server_lists_the_engines_that_caption(client: httpx.Client) -> None:
    server = client.get("/server").json()
    assert "caption" in server["features"]
    assert {engine["name"]: engine["capabilities"]["kinds"] for engine in server["engines"]}["press"] == [
        "caption",
        "generate",
    ]


def test_an_idempotency_key_creates_one_job(client: httpx.Client) -> None:
    image = upload(client, (7, 7, 7))
    request = {"kind": "caption", "image_ids": [image["id"]]}
    first, second = (
        client.post("/jobs", json=request, headers={"Idempotency-Key": "once-and-again"}) for _ in range(2)
    )
    assert ok_json(first)["id"] == ok_json(second)["id"]
    assert second.headers["Idempotency-Replayed"] == "true"
