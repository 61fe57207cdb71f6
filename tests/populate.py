"""Something of everything in a studio, made through the API, so that lists are not empty when they are looked at."""

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
    """A small PNG; another colour makes other bytes."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def made(answer: httpx.Response) -> dict[str, Any]:
    """The body of an answer that made something."""
    assert answer.status_code in (200, 201, 202), answer.text
    found: dict[str, Any] = answer.json()
    return found


def upload(client: httpx.Client, colour: tuple[int, int, int], **fields: str) -> dict[str, Any]:
    """Upload a picture and return it."""
    return made(client.post("/images", files={"file": ("plate.png", png(colour), "image/png")}, data=fields))


def bug_report(number: int) -> dict[str, Any]:
    """A bug report with a screenshot and a secret in it; the same number tells of the same fault."""
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


def outputs(live: Live) -> None:
    """An older studio's outputs, imported once and planned again, where the studio's settings let imports read."""
    for folder in live.studio.settings.import_folders.values():
        deck = folder / "card_deck_winter"
        deck.mkdir(parents=True, exist_ok=True)
        for number in range(3):
            (deck / f"{number:04}.png").write_bytes(png((number, 90, 90)))
        (deck / "notes.txt").write_text("not taken")
        driver = ImportDriver(live.studio.database, live.studio.settings.data_dir, kind="media")
        driver.plan_and_apply(folder)
        driver.plan(folder)


def lessons(live: Live, client: httpx.Client, album_id: str) -> None:
    """Two training runs, one of them stopped half-way, with what it measured and showed; and an adapter."""
    asked = {"name": "Proofs", "album_ids": [album_id], "seed": 7}
    made(client.post("/training-runs", json=asked))
    run = made(client.post("/training-runs", json=asked))
    blobs = live.studio.blobs
    news = ProgressUpdate(step=20, steps=40, checkpoint_step=20, steps_per_second=2.5)
    for step in range(1, 21):
        news.add_metrics(step, {"train_loss": 1 / step, "held_out_loss": 2 / step})
    picture = png((1, 2, 3))
    news.samples.append(StoredSample(20, blobs.put(picture), len(picture), 24, 16))
    plate = b"a style plate"
    new = NewAdapter(
        name="Proofs", format="style_plate", digest=blobs.put(plate), size_bytes=len(plate), source="registered"
    )
    with live.studio.work(write=True) as work:
        progress.write_update(work, blobs, UUID(run["id"]), news)
        adapters.register_adapter(work, live.studio, new, by=SYSTEM)
        work.commit()
    made(client.post(f"/training-runs/{run['id']}/cancel"))


def populate(live: Live) -> None:
    """Users, albums, pictures, labels, lessons, set templates, a run, jobs in several states, bug reports, imports."""
    outputs(live)
    with live.client(live.token("admin")) as client:
        made(client.post("/users", json={"name": "reader", "role": "viewer"}))
        made(client.post("/auth/tokens", json={"name": "reading", "role": "viewer"}))
        album = made(client.post("/albums", json={"name": "Proofs", "visibility": "public"}))
        for number in range(6):
            visibility = ("public", "shared", "private")[number % 3]
            image = upload(
                client, (number * 40, 20, 90), album_id=album["id"], visibility=visibility, title=f"No. {number}"
            )
            made(client.post(f"/images/{image['id']}/labels", json={"kind": "caption", "text": f"plate {number}"}))
        lessons(live, client, album["id"])
        rows = [{"suit": suit, "rank": rank} for suit in ("hearts", "spades") for rank in ("ace", "king", "two")]
        template = made(
            client.post("/set-templates", json={"name": "Cards", "prompt_template": "{rank} of {suit}", "rows": rows})
        )
        made(client.post(f"/set-templates/{template['id']}/runs", json={"theme": "winter"}))
        made(client.post("/jobs", json={"kind": "caption", "album_id": album["id"], "only_missing": False}))
        job = made(client.post("/jobs", json={"kind": "generate", "prompt": "a lighthouse at night"}))
        client.post(f"/jobs/{job['id']}/cancel")
        made(client.post("/jobs", json={"kind": "generate", "prompt": "a boat"}))
        first, _, other = (made(client.post("/bug-reports", json=bug_report(number))) for number in (1, 1, 2))
        client.patch(f"/bug-reports/{first['id']}", content='{"status": "in_progress"}', headers=MERGE_PATCH)
        client.patch(f"/bug-reports/{other['id']}", content='{"notes": "seen again"}', headers=MERGE_PATCH)
