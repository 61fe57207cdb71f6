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

NOBODY = "0192e4a0-7c00-7000-8000-000000000041"
CAPTION = Caption(
    text="red all over", engine="press", engine_version="1", model=None, tags=(Tag("red", 1.0), Tag("warm", 0.8))
)


def run_caption_job(live: Live, said: Caption = CAPTION) -> UUID:
    """Run the next job as a worker would, with this caption for each of its images."""
    with live.studio.work(write=True) as work:
        lease = queue.claim(work, "worker-1", lease_ms=60_000)
        assert lease is not None
        job = CaptionJob.from_payload(lease.payload)
        items = caption_results.list_pending(work, lease.job_id, job)
        caption_results.write_results(
            work, lease.job_id, job, [CaptionResult(item, item.skip or said) for item in items]
        )
        assert queue.complete(work, lease).outcome == "succeeded"
        work.commit()
    return lease.job_id


def test_an_image_is_captioned_and_its_labels_name_the_engine(live: Live, as_role: ClientFor) -> None:
    client = as_role("editor")
    image = upload(client, (200, 0, 0), visibility="shared")
    spoken_for = upload(client, (200, 0, 1), visibility="shared", caption="by hand")
    asked = {"kind": "caption", "image_ids": [image["id"], spoken_for["id"]], "tags": True}
    answer = client.post("/jobs", json=asked)
    receipt = ok_json(answer)
    assert answer.headers["Location"] == f"/api/v1/jobs/{receipt['id']}"
    assert (receipt["kind"], receipt["state"]) == ("caption", "queued")
    job = client.get(f"/jobs/{receipt['id']}").json()
    assert job["request"] == asked | {"engine": "press", "only_missing": True, "priority": 0}
    waiting = {"has_caption": 0, "image_gone": 0, "engine_refused": 0}
    assert job["captions"] == {"image_count": 2, "captioned_count": 0, "skipped": waiting}
    assert str(run_caption_job(live)) == receipt["id"]
    job = client.get(f"/jobs/{receipt['id']}").json()
    assert (job["state"], job["image_ids"], job["training_run_id"]) == ("succeeded", [], None)
    assert job["captions"] == {"image_count": 2, "captioned_count": 1, "skipped": waiting | {"has_caption": 1}}
    labels = client.get(f"/images/{image['id']}/labels").json()["items"]
    told = [(it["kind"], it["text"], it["source"], it["confidence"]) for it in reversed(labels)]
    assert told == [
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
    ok_json(client.post("/jobs", json={"kind": "generate", "prompt": "a fox"}))
    asked = {"kind": "caption", "album_id": album["id"], "engine": "press", "only_missing": False, "priority": 5}
    receipt = ok_json(client.post("/jobs", json=asked))
    assert receipt["position"] == 0
    (job,) = client.get("/jobs", params={"kind": "caption"}).json()["items"]
    assert (job["id"], job["album_id"]) == (receipt["id"], album["id"])
    assert job["request"] == asked | {"tags": False}
    (other,) = client.get("/jobs", params={"kind": "generate"}).json()["items"]
    assert other["captions"] is None
    run_caption_job(live)
    stats = client.get(f"/albums/{album['id']}/label-stats").json()
    assert stats["captioned_count"] == 1


@pytest.mark.parametrize(
    ("facts", "status", "code"),
    [
        ({}, 422, "images_or_album"),
        ({"image_ids": [NOBODY], "album_id": NOBODY}, 422, "images_or_album"),
        ({"image_ids": []}, 400, "does_not_fit"),
        ({"image_ids": [NOBODY, NOBODY]}, 400, "does_not_fit"),
        ({"image_ids": [NOBODY] * 201}, 400, "does_not_fit"),
        ({"image_ids": [NOBODY], "prompt": "a fox"}, 400, "does_not_fit"),
        ({"image_ids": [NOBODY], "engine": "none"}, 422, "unknown_engine"),
        ({"image_ids": [NOBODY]}, 404, "image_not_found"),
        ({"album_id": NOBODY}, 404, "album_not_found"),
    ],
)
def test_invalid_caption_requests_are_refused(
    client: httpx.Client, facts: dict[str, Any], status: int, code: str
) -> None:
    answer = client.post("/jobs", json={"kind": "caption", **facts})
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert client.get("/jobs").json()["items"] == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"kind": "caption", "image_ids": [], "tags": 1}, [("/image_ids", "min_items"), ("/tags", "type")]),
        ({"kind": "generate", "prompt": "", "width": 63}, [("/prompt", "min_length"), ("/width", "minimum")]),
        ({"kind": "caption", "prompt": "a fox"}, [("", "additional_properties")]),
        ({"kind": "paint"}, [("/kind", "const"), ("/kind", "const")]),
        ({"prompt": "a fox"}, [("", "required")]),
        ([], [("", "type")]),
    ],
)
def test_invalid_bodies_are_explained_for_the_requested_kind(
    client: httpx.Client, body: Any, told: list[tuple[str, str]]
) -> None:
    answer = client.post("/jobs", json=body).json()
    found = [(error["pointer"], error["code"]) for error in answer["errors"]]
    assert [each for each in told if each not in found] == []
    assert {pointer for pointer, _ in found} == {pointer for pointer, _ in told}


def test_hidden_images_cannot_be_captioned(as_role: ClientFor) -> None:
    hidden = upload(as_role("editor"), (1, 2, 3))
    asked = {"kind": "caption", "image_ids": [hidden["id"]]}
    viewer = as_role("viewer").post("/jobs", json=asked)
    assert (viewer.status_code, viewer.json()["code"]) == (403, "role_too_low")
    assert as_role("admin").post("/jobs", json=asked).status_code == 202


def test_the_server_lists_the_engines_that_caption(client: httpx.Client) -> None:
    found = client.get("/server").json()
    assert "caption" in found["features"]
    assert {engine["name"]: engine["capabilities"]["kinds"] for engine in found["engines"]}["press"] == [
        "caption",
        "generate",
    ]


def test_an_idempotency_key_creates_one_job(client: httpx.Client) -> None:
    image = upload(client, (7, 7, 7))
    asked = {"kind": "caption", "image_ids": [image["id"]]}
    first, second = (client.post("/jobs", json=asked, headers={"Idempotency-Key": "once-and-again"}) for _ in range(2))
    assert ok_json(first)["id"] == ok_json(second)["id"]
    assert second.headers["Idempotency-Replayed"] == "true"
