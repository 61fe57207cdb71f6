"""Reproducing an image: the same request, the same bytes if possible, and the reasons if not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.db.tables import ImageRow
from platemark.jobs import engine_side, generation_results, queue
from platemark.jobs.requests import GenerateJob
from tests.conftest import ClientFor
from tests.populate import ok_json, upload
from tests.serving import Live

FOX = {
    "kind": "generate", "prompt": "a fox, zzyzx", "negative_prompt": "border", "width": 64, "height": 96, "steps": 3,
    "guidance_scale": 5, "seed": 9,
}  # fmt: skip


def run_next_job(live: Live) -> None:
    """Run the next job in this process."""
    studio = live.studio
    with studio.work(write=True) as work:
        lease = queue.claim(work, "here", lease_ms=60_000)
        work.commit()
    assert lease is not None
    uses = tuple(it.to_adapter_use(studio.blobs) for it in GenerateJob.from_payload(lease.payload).adapters)
    pictures = engine_side.generate_images(
        studio.engines.get(lease.engine), lease.payload, lambda _: None, lambda: False, uses
    )
    kept = [generation_results.store_image(studio.blobs, each, max_pixels=100_000) for each in pictures]
    with studio.work(write=True) as work:
        assert generation_results.complete(work, studio.blobs, lease, kept) == "succeeded"
        work.commit()


def picture(client: httpx.Client, live: Live, **more: Any) -> dict[str, Any]:
    job = ok_json(client.post("/jobs", json=FOX | more))
    run_next_job(live)
    return image_of(client, job["id"])


def image_of(client: httpx.Client, job_id: str) -> dict[str, Any]:
    (image_id, *_) = client.get(f"/jobs/{job_id}").json()["image_ids"]
    found: dict[str, Any] = client.get(f"/images/{image_id}").json()
    return found


def change_provenance(live: Live, image: dict[str, Any], **facts: Any) -> None:
    """Change the stored provenance of an image."""
    with live.studio.work(write=True) as work:
        told = image["provenance"] | facts
        work.session.execute(update(ImageRow).where(ImageRow.id == UUID(image["id"])).values(provenance=told))
        work.commit()


def test_whoever_sees_an_image_can_reproduce_the_same_bytes(as_role: ClientFor, live: Live) -> None:
    owner, other = as_role("editor"), as_role("editor")
    image = picture(owner, live, visibility="shared", count=2)
    answer = other.post(f"/images/{image['id']}/reproduce")
    assert answer.status_code == 202, answer.text
    again = answer.json()
    assert (again["exact"], again["reasons"]) == (True, [])
    assert answer.headers["Location"] == again["job"]["links"]["self"]
    run_next_job(live)
    copy = image_of(other, again["job"]["id"])
    assert (copy["digest"], copy["visibility"]) == (image["digest"], "private")
    changed = {"job_id"}
    assert {k: v for k, v in copy["provenance"].items() if k not in changed} == {
        k: v for k, v in image["provenance"].items() if k not in changed
    }
    assert other.get(f"/images/{image['id']}").json()["id"] == image["id"], "the first one is still there"


def test_another_engine_version_is_a_reason(client: httpx.Client, live: Live) -> None:
    image = picture(client, live)
    change_provenance(live, image, engine_version="0.0.1")
    again = client.post(f"/images/{image['id']}/reproduce").json()
    assert again["exact"] is False
    assert "0.0.1" in again["reasons"][0]


@pytest.mark.parametrize("model", ["landscapes sha256:0123456789abcdef", "m" * 500])
def test_another_model_is_a_reason(client: httpx.Client, live: Live, model: str) -> None:
    image = picture(client, live)
    change_provenance(live, image, model=model)
    again = client.post(f"/images/{image['id']}/reproduce")
    assert again.status_code == 202
    assert again.json()["exact"] is False
    assert f"the model {model.split()[0][:200]};" in again.json()["reasons"][0]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"seed": None}, "not_reproducible"),
        ({"steps": None}, "not_reproducible"),
        ({"engine": "gone"}, "unknown_engine"),
    ],
)
def test_insufficient_provenance_is_refused(client: httpx.Client, live: Live, facts: dict[str, Any], code: str) -> None:
    image = picture(client, live)
    change_provenance(live, image, **facts)
    answer = client.post(f"/images/{image['id']}/reproduce")
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_uploads_and_hidden_images_cannot_be_reproduced(as_role: ClientFor, live: Live) -> None:
    owner, other, viewer = as_role("editor"), as_role("editor"), as_role("viewer")
    uploaded = upload(owner, (1, 2, 3))
    answer = owner.post(f"/images/{uploaded['id']}/reproduce")
    assert (answer.status_code, answer.json()["code"]) == (422, "not_reproducible")
    assert other.post(f"/images/{picture(owner, live)['id']}/reproduce").status_code == 404
    assert viewer.post(f"/images/{uploaded['id']}/reproduce").status_code == 403


def test_an_image_with_a_deleted_adapter_is_not_reproduced(client: httpx.Client, live: Live) -> None:
    image, blobs = picture(client, live), live.studio.blobs
    digest = blobs.put(b"a plate")
    new = NewAdapter(name="Frost", format="style_plate", digest=digest, size_bytes=7, source="registered")
    with live.studio.work(write=True) as work:
        adapter, _ = adapters.register_adapter(work, live.studio, new, by=SYSTEM)
        work.commit()
    use = {
        "adapter_id": str(adapter.id), "name": "Frost", "format": "style_plate", "digest": digest, "weight": 0.5,
        "training_run_id": None, "dataset_digest": None,
    }  # fmt: skip
    change_provenance(live, image, adapters=[use])
    client.delete(f"/adapters/{adapter.id}")
    kept = client.post(f"/images/{image['id']}/reproduce").json()
    asked = client.get(f"/jobs/{kept['job']['id']}").json()["request"]["adapters"]
    assert asked == [{"adapter_id": str(adapter.id), "weight": 0.5}], "its bytes are still there"
    blobs.delete(digest)
    gone = client.post(f"/images/{image['id']}/reproduce")
    assert (gone.status_code, gone.json()["code"]) == (422, "adapter_gone")
