"""Reproducing an image: the request is the same, and so are the bytes, or the response lists the reasons why not."""

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
    uses = tuple(adapter.to_adapter_use(studio.blobs) for adapter in GenerateJob.from_payload(lease.payload).adapters)
    pictures = engine_side.generate_images(
        studio.engines.get(lease.engine), lease.payload, lambda _: None, lambda: False, uses
    )
    results = [generation_results.store_image(studio.blobs, picture, max_pixels=100_000) for picture in pictures]
    with studio.work(write=True) as work:
        assert generation_results.complete(work, studio.blobs, lease, results) == "succeeded"
        work.commit()


def generate_image(client: httpx.Client, live: Live, **fields: Any) -> dict[str, Any]:
    job = ok_json(client.post("/jobs", json=FOX | fields))
    run_next_job(live)
    return get_first_image(client, job["id"])


def get_first_image(client: httpx.Client, job_id: str) -> dict[str, Any]:
    (image_id, *_) = client.get(f"/jobs/{job_id}").json()["image_ids"]
    image: dict[str, Any] = client.get(f"/images/{image_id}").json()
    return image


def change_provenance(live: Live, image: dict[str, Any], **changes: Any) -> None:
    """Change the stored provenance of an image."""
    with live.studio.work(write=True) as work:
        provenance = image["provenance"] | changes
        work.session.execute(update(ImageRow).where(ImageRow.id == UUID(image["id"])).values(provenance=provenance))
        work.commit()


def test_anyone_who_can_see_an_image_can_reproduce_its_bytes(as_role: ClientFor, live: Live) -> None:
    owner, other = as_role("editor"), as_role("editor")
    image = generate_image(owner, live, visibility="shared", count=2)
    response = other.post(f"/images/{image['id']}/reproduce")
    assert response.status_code == 202, response.text
    again = response.json()
    assert (again["exact"], again["reasons"]) == (True, [])
    assert response.headers["Location"] == again["job"]["links"]["self"]
    run_next_job(live)
    copy = get_first_image(other, again["job"]["id"])
    assert (copy["digest"], copy["visibility"]) == (image["digest"], "private")
    assert copy["provenance"] | {"job_id": None} == image["provenance"] | {"job_id": None}
    assert other.get(f"/images/{image['id']}").json()["id"] == image["id"], "the original still exists"


def test_a_different_engine_version_makes_the_reproduction_inexact(client: httpx.Client, live: Live) -> None:
    image = generate_image(client, live)
    change_provenance(live, image, engine_version="0.0.1")
    again = client.post(f"/images/{image['id']}/reproduce").json()
    assert again["exact"] is False
    assert "0.0.1" in again["reasons"][0]


@pytest.mark.parametrize("model", ["landscapes sha256:0123456789abcdef", "m" * 500])
def test_a_different_model_makes_the_reproduction_inexact(client: httpx.Client, live: Live, model: str) -> None:
    image = generate_image(client, live)
    change_provenance(live, image, model=model)
    again = client.post(f"/images/{image['id']}/reproduce")
    assert again.status_code == 202
    assert again.json()["exact"] is False
    assert f"the model {model.split()[0][:200]};" in again.json()["reasons"][0]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"seed": None}, "not_reproducible"),
        ({"steps": None}, "not_reproducible"),
        ({"engine": "gone"}, "unknown_engine"),
    ],
)
def test_an_image_with_insufficient_provenance_is_not_reproduced(
    client: httpx.Client, live: Live, changes: dict[str, Any], code: str
) -> None:
    image = generate_image(client, live)
    change_provenance(live, image, **changes)
    response = client.post(f"/images/{image['id']}/reproduce")
    assert (response.status_code, response.json()["code"]) == (422, code)


def test_uploads_and_hidden_images_cannot_be_reproduced(as_role: ClientFor, live: Live) -> None:
    owner, other, viewer = as_role("editor"), as_role("editor"), as_role("viewer")
    uploaded = upload(owner, (1, 2, 3))
    response = owner.post(f"/images/{uploaded['id']}/reproduce")
    assert (response.status_code, response.json()["code"]) == (422, "not_reproducible")
    assert other.post(f"/images/{generate_image(owner, live)['id']}/reproduce").status_code == 404
    assert viewer.post(f"/images/{uploaded['id']}/reproduce").status_code == 403


def test_an_image_is_reproducible_until_the_bytes_of_its_adapter_are_deleted(client: httpx.Client, live: Live) -> None:
    image, blobs = generate_image(client, live), live.studio.blobs
    digest = blobs.put(b"a plate")
    new_adapter = NewAdapter(name="Frost", format="style_plate", digest=digest, size_bytes=7, source="registered")
    with live.studio.work(write=True) as work:
        adapter, _ = adapters.register_adapter(work, live.studio, new_adapter, by=SYSTEM)
        work.commit()
    use = {
        "adapter_id": str(adapter.id), "name": "Frost", "format": "style_plate", "digest": digest, "weight": 0.5,
        "training_run_id": None, "dataset_digest": None,
    }  # fmt: skip
    change_provenance(live, image, adapters=[use])
    client.delete(f"/adapters/{adapter.id}")
    reproduction = client.post(f"/images/{image['id']}/reproduce").json()
    job = client.get(f"/jobs/{reproduction['job']['id']}").json()
    expected = [{"adapter_id": str(adapter.id), "weight": 0.5}]
    assert job["request"]["adapters"] == expected, "the bytes of the adapter still exist"
    blobs.delete(digest)
    refused = client.post(f"/images/{image['id']}/reproduce")
    assert (refused.status_code, refused.json()["code"]) == (422, "adapter_gone")
