"""Populating a studio through the API: at least one resource of each kind, so that no list is empty."""

from __future__ import annotations

import base64
import io
from typing import Any
from uuid import UUID

import httpx
from PIL import Image

from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.training import progress
from platemark.training.progress import ProgressUpdate, StoredSample
from tests.serving import Live
from tests.unit.imports.import_driver import ImportDriver

MERGE_PATCH = {"Content-Type": "application/merge-patch+json"}


def png(colour: tuple[int, int, int] = (200, 30, 90), size: tuple[int, int] = (24, 16)) -> bytes:
    """A small PNG; each colour gives different bytes."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def webp(colour: tuple[int, int, int] = (200, 30, 90)) -> bytes:
    """A small WebP, such as the preview of a job."""
    out = io.BytesIO()
    Image.new("RGB", (24, 16), colour).save(out, "WEBP")
    return out.getvalue()


def ok_json(response: httpx.Response) -> dict[str, Any]:
    """The JSON body of a response that must be 200, 201 or 202."""
    assert response.status_code in (200, 201, 202), response.text
    body: dict[str, Any] = response.json()
    return body


def upload(client: httpx.Client, colour: tuple[int, int, int], **fields: str) -> dict[str, Any]:
    """Upload a picture; returns the image."""
    return ok_json(client.post("/images", files={"file": ("plate.png", png(colour), "image/png")}, data=fields))


def bug_report(number: int) -> dict[str, Any]:
    """A bug report with a screenshot and a secret; reports with the same number are duplicates."""
    screenshot = base64.b64encode(png((9, 9, number))).decode("ascii")
    headers = {"Authorization": "Bearer abc.def", "Content-Type": "application/json"}
    event = {
        "method": "POST",
        "url": "/api/v1/jobs?limit=2",
        "request_headers": headers,
        "request_body": {"prompt": "x"},
    }
    return {
        "description": f"Plate {number} stays empty",
        "steps_to_reproduce": ["Open it"],
        "app_state": {"plates": [number, {"open": True}]},
        "network_events": [event],
        "screenshot": f"data:image/png;base64,{screenshot}",
    }


def import_outputs(live: Live) -> None:
    """Create outputs of an older studio in each import folder, import them, and plan a second import of the same."""
    for folder in live.studio.settings.import_folders.values():
        deck = folder / "card_deck_winter"
        deck.mkdir(parents=True, exist_ok=True)
        for number in range(3):
            (deck / f"{number:04}.png").write_bytes(png((number, 90, 90)))
        (deck / "notes.txt").write_text("not imported")
        driver = ImportDriver(live.studio.database, live.studio.settings.data_dir, kind="media")
        driver.plan_and_apply(folder)
        driver.plan(folder)


def train(live: Live, client: httpx.Client, album_id: str) -> None:
    """Create two training runs, one of them cancelled half-way with metrics and a sample, and an adapter."""
    request = {"name": "Proofs", "album_ids": [album_id], "seed": 7}
    ok_json(client.post("/training-runs", json=request))
    run = ok_json(client.post("/training-runs", json=request))
    blobs = live.studio.blobs
    update = ProgressUpdate(step=20, steps=40, checkpoint_step=20, steps_per_second=2.5)
    for step in range(1, 21):
        update.add_metrics(step, {"train_loss": 1 / step, "held_out_loss": 2 / step})
    picture = png((1, 2, 3))
    update.samples.append(StoredSample(20, blobs.put(picture), len(picture), 24, 16))
    plate = b"a style plate"
    new_adapter = NewAdapter(
        name="Proofs", format="style_plate", digest=blobs.put(plate), size_bytes=len(plate), source="registered",
        preview_digest=blobs.put(picture),
    )  # fmt: skip
    with live.studio.work(write=True) as work:
        progress.write_progress(work, blobs, UUID(run["id"]), update)
        adapters.register_adapter(work, live.studio, new_adapter, by=SYSTEM)
        work.commit()
    ok_json(client.post(f"/training-runs/{run['id']}/cancel"))


def add_webhook(client: httpx.Client) -> dict[str, Any]:
    """Create a webhook with two messages: one that was given up and one that waits."""
    new = {"url": "https://hooks.example.com/platemark", "kinds": ["set_run.finished"], "description": "the chat room"}
    webhook = ok_json(client.post("/webhooks", json=new))
    path = f"/webhooks/{webhook['id']}"
    ok_json(client.post(f"{path}/ping"))
    for enabled in ("false", "true"):
        client.patch(path, content=f'{{"enabled": {enabled}}}', headers=MERGE_PATCH).raise_for_status()
    ok_json(client.post(f"{path}/ping"))
    return webhook


def populate(live: Live) -> None:
    """Create users, albums, images, labels, training runs, sets and a run, jobs, webhooks, bug reports and imports."""
    import_outputs(live)
    with live.client(live.token("admin")) as client:
        ok_json(client.post("/users", json={"name": "reader", "role": "viewer"}))
        ok_json(client.post("/auth/tokens", json={"name": "reading", "role": "viewer"}))
        album = ok_json(client.post("/albums", json={"name": "Proofs", "visibility": "public"}))
        for number in range(6):
            visibility = ("public", "shared", "private")[number % 3]
            image = upload(
                client, (number * 40, 20, 90), album_id=album["id"], visibility=visibility, title=f"No. {number}"
            )
            ok_json(client.post(f"/images/{image['id']}/labels", json={"kind": "caption", "text": f"plate {number}"}))
        train(live, client, album["id"])
        rows = [{"suit": suit, "rank": rank} for suit in ("hearts", "spades") for rank in ("ace", "king", "two")]
        template = ok_json(
            client.post("/set-templates", json={"name": "Cards", "prompt_template": "{rank} of {suit}", "rows": rows})
        )
        ok_json(client.post(f"/set-templates/{template['id']}/runs", json={"theme": "winter"}))
        ok_json(client.post("/jobs", json={"kind": "caption", "album_id": album["id"], "only_missing": False}))
        job = ok_json(client.post("/jobs", json={"kind": "generate", "prompt": "a lighthouse at night"}))
        client.post(f"/jobs/{job['id']}/cancel")
        ok_json(client.post("/jobs", json={"kind": "generate", "prompt": "a boat"}))
        add_webhook(client)
        first, _, other = (ok_json(client.post("/bug-reports", json=bug_report(number))) for number in (1, 1, 2))
        client.patch(f"/bug-reports/{first['id']}", content='{"status": "in_progress"}', headers=MERGE_PATCH)
        client.patch(f"/bug-reports/{other['id']}", content='{"notes": "seen again"}', headers=MERGE_PATCH)
