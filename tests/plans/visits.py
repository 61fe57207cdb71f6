"""One typical, successful request to each operation, in an order in which each finds what it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import update

from generated.operations import OPERATIONS
from platemark.access import SYSTEM
from platemark.adapters import service as adapters
from platemark.adapters.views import NewAdapter
from platemark.clock import utc_now
from platemark.db.tables import ApiTokenRow, ImageRow, JobRow
from platemark.events import queries as event_queries
from platemark.ids import new_id
from platemark.imports.execution.runner import Importer
from platemark.jobs import previews, queue
from platemark.training import progress
from platemark.training.progress import ProgressUpdate, StoredSample
from tests.populate import MERGE_PATCH, bug_report, png, webp
from tests.serving import Live
from tests.unit.weights.weights_files import lora

PASSWORD = "correct horse battery"
PROVENANCE: dict[str, Any] = {
    "engine": "press", "engine_version": "1", "model": None, "seed": 7, "steps": 2, "guidance_scale": 5.0, "width": 64,
    "height": 64, "prompt": "a fox", "negative_prompt": "", "words_used": [], "words_ignored": [], "parameters": {},
    "adapters": [], "job_id": None, "set_run_id": None, "set_template_id": None, "set_template_version": None,
    "row_position": None,
}  # fmt: skip
ROWS = [{"suit": suit, "rank": rank} for suit in ("hearts", "spades") for rank in ("ace", "king")]


@dataclass(frozen=True, slots=True)
class Call:
    """A request: the values of the path in order, and how to send it. A browser has a session instead of a token."""

    operation_id: str
    path_values: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    browser: bool = False


Visit = Generator[Call, Any, Any]
"""Yields requests and is sent the JSON of each response."""

Observe = Callable[[str], AbstractContextManager[object]]


def call(operation_id: str, *path_values: str, **options: Any) -> Call:
    """A request with the token of an admin."""
    if "application/merge-patch+json" in OPERATIONS[operation_id].bodies:
        options.setdefault("headers", {}).update(MERGE_PATCH)
    return Call(operation_id, path_values, options)


def visit_all(live: Live, observe: Observe) -> list[str]:
    """Make every request within ``observe(operation_id)``; the operations in order. Each must succeed."""
    visited = []
    token = live.token("admin")
    never_record_use_of_tokens(live)
    with live.client(token) as client, live.client() as browser:
        for visits in VISITS:
            visit, answer = visits(live), None
            while (request := _next(visit, answer)) is not None:
                with observe(request.operation_id):
                    response = _send(browser if request.browser else client, request)
                assert response.is_success, f"{request.operation_id}: {response.text}"
                visited.append(request.operation_id)
                answer = response.json() if "json" in response.headers.get("content-type", "") else None
    return visited


def never_record_use_of_tokens(live: Live) -> None:
    """Make the last use of all tokens so recent that it is not recorded again."""
    with live.studio.work(write=True) as work:
        work.session.execute(update(ApiTokenRow).values(last_used_at=utc_now() + timedelta(days=1)))
        work.commit()


def _next(visit: Visit, answer: Any) -> Call | None:
    try:
        return visit.send(answer)
    except StopIteration:
        return None


def _send(client: httpx.Client, request: Call) -> httpx.Response:
    operation, values = OPERATIONS[request.operation_id], iter(request.path_values)
    path = re.sub(r"\{[^}]+\}", lambda _: next(values), operation.path)
    if operation.id != "streamEvents":
        return client.request(operation.method, path, **request.options)
    with client.stream(operation.method, path, **request.options) as response:
        for line in response.iter_lines():
            if line == "event: ready":
                break
    return response


@contextmanager
def _writing(live: Live) -> Iterator[Any]:
    with live.studio.work(write=True) as work:
        yield work
        work.commit()


def visit_system(live: Live) -> Visit:
    """Health, figures, the event stream."""
    yield call("getHealth")
    yield call("getServer")
    yield call("getStats")
    yield call("listModels")
    yield call("getSettings")
    yield call("updateSettings", json={"engine": "press"})
    yield call("getMetrics", headers={"Accept": "*/*"})
    with live.studio.work(write=False) as work:
        newest_id = event_queries.get_newest_id(work)
    yield call("streamEvents", params={"last_event_id": max(0, newest_id - 5)})


def visit_accounts(_live: Live) -> Visit:
    """Users, tokens, sessions."""
    yield call("getAuthStatus")
    name = f"visitor-{new_id().hex}"
    user = yield call("createUser", json={"name": name, "role": "viewer", "password": PASSWORD})
    yield call("listUsers")
    yield call("updateUser", user["id"], json={"role": "editor"})
    token = yield call("createApiToken", json={"name": "backup", "role": "viewer"})
    yield call("listApiTokens")
    yield call("deleteApiToken", token["id"])
    credentials = {"method": "password", "name": name, "password": PASSWORD}
    session = yield Call("signIn", options={"json": credentials}, browser=True)
    csrf = {"headers": {"X-CSRF-Token": session["csrf_token"]}}
    yield call("getUser", user["id"])
    yield call("createSignInLink", user["id"], json={})
    change = {"current_password": PASSWORD, "new_password": f"not {PASSWORD}"}
    yield Call("changePassword", options={"json": change, **csrf}, browser=True)
    yield Call("endOtherSessions", options=csrf, browser=True)
    yield Call("signOut", options=csrf, browser=True)
    yield Call("signIn", options={"json": credentials | {"password": f"not {PASSWORD}"}}, browser=True)
    listed = yield call("listSessions", params={"user_id": user["id"]})
    yield call("endSession", listed["items"][0]["id"])


def visit_images(live: Live) -> Visit:
    """Images, their labels and files, and albums of them."""
    album = yield call("createAlbum", json={"name": "Proofs", "visibility": "public"})
    image = yield _upload(1, title="No. 1", visibility="public")
    other = yield _upload(2, title="No. 2", visibility="public")
    first, second = image["id"], other["id"]
    yield call("addAlbumImages", album["id"], json={"image_ids": [first, second]})
    yield call("moveAlbumImages", album["id"], json={"image_ids": [second], "before_image_id": first})
    label = yield call("createLabel", first, json={"kind": "caption", "text": "a fool walks towards a cliff"})
    yield call("updateLabel", label["id"], json={"text": "a fool walks off a cliff"})
    yield call("listLabels", first)
    yield call("getAlbumLabelStats", album["id"])
    yield call("exportAlbum", album["id"])
    yield call("deleteLabel", label["id"])
    yield call("getImage", first)
    yield call("getImageFile", first)
    yield call("getImageThumbnail", first)
    yield call("getImageThumbnail", first, params={"size": 640})
    yield call("updateImage", first, json={"title": "The Fool, at dusk", "visibility": "shared"})
    yield call("listImages")
    yield call("listAlbums")
    yield call("getAlbum", album["id"])
    yield call("listAlbumImages", album["id"])
    yield call("markImage", first, json={"rating": 4, "starred": True})
    yield call("updateAlbum", album["id"], json={"name": "Arcana", "cover_image_id": first})
    yield call("removeAlbumImage", album["id"], second)
    yield call("deleteImage", second)
    yield call("restoreImage", second)
    changes = {"nsfw": True, "add_labels": [{"kind": "tag", "text": "dusk"}], "add_to_album": album["id"]}
    yield call("bulkUpdateImages", json={"ids": [first, second], "changes": changes})
    third = yield _upload(3, title="No. 3")
    yield call("deleteImage", third["id"])
    yield call("purgeImage", third["id"])
    fourth = yield _upload(4, title="No. 4")
    yield call("deleteImage", fourth["id"])
    yield call("purgeTrash", json={"older_than_days": 0, "dry_run": True})
    with _writing(live) as work:
        provenance = update(ImageRow).where(ImageRow.id == UUID(first)).values(provenance=PROVENANCE)
        work.session.execute(provenance)
    yield call("reproduceImage", first)
    yield call("deleteAlbum", album["id"])


def _upload(number: int, **fields: str) -> Call:
    microsecond = utc_now().microsecond
    colour = (number, microsecond % 256, microsecond // 256 % 256)
    return call("createImage", files={"file": ("plate.png", png(colour), "image/png")}, data=fields)


def visit_sets(live: Live) -> Visit:
    """Set templates and their runs."""
    new = {"name": "Cards", "prompt_template": "{rank} of {suit}", "rows": ROWS}
    template = yield call("createSetTemplate", json=new)
    template_id = template["id"]
    yield call("listSetTemplates")
    yield call("getSetTemplate", template_id)
    yield call("updateSetTemplate", template_id, json={"style_suffix": "linocut"})
    yield call("replaceSetTemplateRows", template_id, json={"rows": ROWS[:3]}, headers={"If-Match": "*"})
    yield call("getSetTemplateRows", template_id)
    yield call("previewSetTemplate", template_id, json={"theme": "autumn"})
    run = yield call("startSetRun", template_id, json={"theme": "winter"})
    run_id = run["id"]
    yield call("listSetRuns")
    yield call("getSetRun", run_id)
    axes = [{"kind": "steps", "values": [10, 20]}, {"kind": "seed", "values": [1, 2]}]
    grid = yield call("startSetRun", template_id, json={"theme": "winter", "grid": {"axes": axes}})
    yield call("getSetRun", grid["id"])
    yield call("getContactSheet", grid["id"])
    yield call("cancelSetRun", grid["id"])
    yield call("cancelSetRun", run_id)
    with _writing(live) as work:
        work.session.execute(update(JobRow).where(JobRow.set_run_id == UUID(run_id)).values(state="failed"))
    yield call("retrySetRun", run_id)
    yield call("deleteSetTemplate", template_id)
    yield call("restoreSetTemplate", template_id)


def visit_jobs(live: Live) -> Visit:
    """Jobs, the queue, the workers."""
    job = yield call("createJob", json={"kind": "generate", "prompt": "a fox in the snow", "engine": "press"})
    yield call("previewPrompt", json={"prompt": "a fox in the snow", "engine": "press"})
    yield call("listJobs")
    yield call("getJob", job["id"])
    yield call("updateJob", job["id"], json={"priority": 5})
    yield from _visit_preview(live)
    yield call("cancelJob", job["id"])
    yield call("retryJob", job["id"])
    yield call("cancelJobs", json={"kind": "generate"})
    yield call("getQueue")
    yield call("updateQueue", json={"paused": True})
    yield call("updateQueue", json={"paused": False})
    yield call("listWorkers")


def _visit_preview(live: Live) -> Visit:
    """The preview of a job that runs, and then is queued again."""
    with _writing(live) as work:
        lease = queue.claim(work, "a-worker", lease_ms=60_000)
        assert lease is not None
        previews.store(work, lease, webp(), 0.5)
    yield call("getJobPreview", str(lease.job_id))
    with _writing(live) as work:
        queue.release(work, lease)
        previews.remove(work, [lease.job_id])


def visit_training(live: Live) -> Visit:
    """Training runs and adapters."""
    album = yield call("createAlbum", json={"name": "Proofs"})
    for number in range(6):
        yield _upload(10 + number, album_id=album["id"], caption=f"plate {number}")
    new = {"name": "Winter", "album_ids": [album["id"]], "seed": 7}
    yield call("checkTraining", json=new)
    run = yield call("createTrainingRun", json=new)
    adapter_id = _progress(live, run["id"])
    yield call("listTrainingRuns")
    yield call("getTrainingRun", run["id"])
    yield call("listTrainingMetrics", run["id"])
    yield call("getTrainingLog", run["id"])
    yield call("getTrainingSample", run["id"], "20")
    _set_state(live, run["job_id"], "running")
    yield call("sampleTrainingRun", run["id"])
    yield call("saveTrainingRun", run["id"])
    _set_state(live, run["job_id"], "queued")
    yield call("cancelTrainingRun", run["id"])
    yield call("resumeTrainingRun", run["id"])
    yield call("cancelTrainingRun", run["id"])
    yield call("deleteTrainingRun", run["id"])
    yield call("listAdapters")
    yield call("getAdapter", adapter_id)
    yield call("getAdapterPreview", adapter_id)
    yield call("getAdapterFile", adapter_id)
    yield call("replaceAdapterPreview", adapter_id, files={"file": ("plate.png", png((3, 2, 1)), "image/png")})
    yield call("deleteAdapterPreview", adapter_id)
    weights = lora(utc_now().microsecond % 1000 + 1)
    yield call("createAdapter", files={"file": ("fox.safetensors", weights, "application/octet-stream")})
    yield call("updateAdapter", adapter_id, json={"default_weight": 0.7})
    yield call("deleteAdapter", adapter_id)


def _set_state(live: Live, job_id: str, state: str) -> None:
    """Put a job into this state, as a worker does."""
    lease = utc_now() + timedelta(hours=1) if state == "running" else None
    with _writing(live) as work:
        changed = update(JobRow).where(JobRow.id == UUID(job_id)).values(state=state, lease_until=lease)
        work.session.execute(changed)


def _progress(live: Live, run_id: str) -> str:
    """Write the progress of a run, as a worker does, and register an adapter; the adapter's id."""
    blobs = live.studio.blobs
    at_20 = ProgressUpdate(step=20, steps=40, checkpoint_step=20, steps_per_second=2.5)
    at_20.add_metrics(20, {"train_loss": 0.5, "held_out_loss": 0.7})
    picture, plate = png((1, 2, 3)), f"a plate of {run_id}".encode()
    at_20.samples.append(StoredSample(20, blobs.put(picture), len(picture), 24, 16))
    new = NewAdapter(
        name="Winter", format="style_plate", digest=blobs.put(plate), size_bytes=9, source="registered",
        preview_digest=blobs.put(picture),
    )  # fmt: skip
    with _writing(live) as work:
        progress.write_progress(work, blobs, UUID(run_id), at_20)
        adapter, _ = adapters.register_adapter(work, live.studio, new, by=SYSTEM)
    return str(adapter.id)


def visit_bug_reports(_live: Live) -> Visit:
    """Bug reports."""
    report = yield call("createBugReport", json=bug_report(utc_now().microsecond % 256))
    report_id = report["id"]
    yield call("listBugReports")
    yield call("getBugReport", report_id)
    yield call("getBugReportScreenshot", report_id)
    yield call("exportBugReport", report_id)
    yield call("updateBugReport", report_id, json={"status": "resolved", "notes": "Mended."})
    yield call("purgeBugReports", json={"older_than_days": 30, "dry_run": False})
    yield call("deleteBugReport", report_id)


def visit_imports(live: Live) -> Visit:
    """Imports, the phases of which run between the requests."""
    folder = live.studio.settings.import_folders["outputs"] / f"card_deck_{utc_now():%H%M%S%f}"
    folder.mkdir(parents=True)
    (folder / "0001.png").write_bytes(png((utc_now().microsecond % 256, 1, 90)))
    yield call("listImportSources")
    created = yield call("createImport", json={"kind": "media", "source": "outputs"})
    import_id = created["id"]
    _run_phase(live, import_id)
    plan = yield call("getImport", import_id)
    yield call("listImports")
    yield call("listImportItems", import_id)
    yield call("applyImport", import_id, json={"digest": plan["digest"]})
    _run_phase(live, import_id)
    yield call("verifyImport", import_id)
    _run_phase(live, import_id)
    yield call("undoImport", import_id)
    yield call("cancelImport", import_id)


def visit_webhooks(_live: Live) -> Visit:
    """Webhooks; nobody sends their messages."""
    new = {"url": "https://hooks.example.com/platemark", "kinds": ["set_run.finished"]}
    created = yield call("createWebhook", json=new)
    webhook_id = created["id"]
    yield call("listWebhooks")
    yield call("getWebhook", webhook_id)
    yield call("rotateWebhookSecret", webhook_id)
    delivery = yield call("pingWebhook", webhook_id)
    yield call("listWebhookDeliveries", webhook_id)
    yield call("getWebhookDelivery", delivery["id"])
    yield call("replayWebhookDelivery", delivery["id"])
    yield call("updateWebhook", webhook_id, json={"enabled": False})
    yield call("deleteWebhook", webhook_id)


def _run_phase(live: Live, import_id: str) -> None:
    importer = Importer(live.studio.settings, live.studio.database, live.studio.blobs)
    assert importer.run_next(only=UUID(import_id)) is not None


VISITS = (
    visit_system,
    visit_accounts,
    visit_images,
    visit_sets,
    visit_jobs,
    visit_training,
    visit_bug_reports,
    visit_imports,
    visit_webhooks,
)
