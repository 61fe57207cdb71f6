"""A walk through a studio: each operation at least once, in an order in which each finds what it needs."""

from __future__ import annotations

import base64
from typing import Any, Protocol

from tests.populate import bug_report, png
from tests.unit.weights.weights_files import lora

PASSWORD = "correct horse battery"
ROWS = [{"suit": suit, "rank": rank} for suit in ("hearts", "spades") for rank in ("ace", "king")]
CSV = "suit,rank\nhearts,ace\nspades,two\n"


class Walker(Protocol):
    """Makes requests, each of which must be accepted, and lets happen what happens between them."""

    def call(self, operation_id: str, *path_values: str, **request: Any) -> Any: ...

    def answer_of(self, operation_id: str, *path_values: str, **request: Any) -> Any: ...

    def stage(self, name: str, *arguments: str) -> None: ...


def walk(to: Walker) -> None:
    """Walk through an empty studio."""
    to.call("createAlbum", json={"name": "The first"})
    start = to.call("streamEvents", headers={"Accept": "text/event-stream"})[-1]["last_event_id"]
    for part in (system, accounts, images, sets, jobs, training, bug_reports, imports, webhooks):
        part(to)
    to.call("streamEvents", headers={"Accept": "text/event-stream", "Last-Event-ID": start})


def system(to: Walker) -> None:
    to.call("getHealth")
    to.call("getServer")
    to.call("getStats")
    to.call("listModels")
    to.call("getSettings")
    to.call("updateSettings", json={"engine": "press"})
    to.call("getMetrics", headers={"Accept": "*/*"})


def accounts(to: Walker) -> None:
    to.call("getAuthStatus")
    to.call("getAuthStatus", caller="browser")
    user = to.call("createUser", json={"name": "grace", "role": "viewer", "password": PASSWORD})
    to.call("listUsers")
    to.call("updateUser", user["id"], json={"role": "editor"})
    token = to.call("createApiToken", json={"name": "backup", "role": "viewer", "expires_in_seconds": 3600})
    to.call("listApiTokens")
    to.call("deleteApiToken", token["id"])
    to.call("signIn", caller="browser", json={"method": "password", "name": "grace", "password": PASSWORD})
    csrf = to.call("getAuthStatus", caller="browser")["csrf_token"]
    to.call("createAlbum", caller="browser", headers={"X-CSRF-Token": csrf}, json={"name": "Of a browser"})
    to.call("getUser", user["id"])
    to.call("createSignInLink", user["id"], json={"expires_in_seconds": 3600})
    change = {"current_password": PASSWORD, "new_password": f"not {PASSWORD}"}
    to.call("changePassword", caller="browser", headers={"X-CSRF-Token": csrf}, json=change)
    to.call("endOtherSessions", caller="browser", headers={"X-CSRF-Token": csrf})
    to.call("signOut", caller="browser", headers={"X-CSRF-Token": csrf})
    to.call("signIn", caller="browser", json={"method": "password", "name": "grace", "password": f"not {PASSWORD}"})
    sessions = to.call("listSessions", query={"user_id": user["id"]})["items"]
    to.call("endSession", sessions[0]["id"])


def images(to: Walker) -> None:
    new = {"name": "Proofs", "description": "Of the walk.", "visibility": "public"}
    album = to.call("createAlbum", headers={"Idempotency-Key": "walk-album"}, json=new)["id"]
    to.call("createAlbum", headers={"Idempotency-Key": "walk-album"}, json=new)
    first = upload(to, 1, title="No. 1", visibility="public", caption="a fool")["id"]
    second = upload(to, 2, title="No. 2", nsfw="false")["id"]
    upload(to, 2, title="No. 2")
    to.call("addAlbumImages", album, json={"image_ids": [first, second]})
    to.call("moveAlbumImages", album, json={"image_ids": [second], "before_image_id": first})
    label = to.call("createLabel", first, json={"kind": "caption", "text": "a fool walks towards a cliff"})["id"]
    to.call("createLabel", first, json={"kind": "tag", "text": "cliff"})
    to.call("updateLabel", label, json={"text": "a fool walks off a cliff"})
    to.call("listLabels", first)
    to.call("getAlbumLabelStats", album)
    to.call("exportAlbum", album)
    to.call("deleteLabel", label)
    tag = to.answer_of("getImage", first).headers["ETag"]
    to.call("getImage", first, headers={"If-None-Match": tag})
    to.call("updateImage", first, headers={"If-Match": tag}, json={"title": "At dusk", "visibility": "shared"})
    to.call("markImage", first, json={"rating": 4, "starred": True})
    to.call("getImageFile", first)
    to.call("getImageFile", first, headers={"Range": "bytes=0-9"})
    to.call("getImageThumbnail", first)
    to.call("getImageThumbnail", first, params={"size": 640})
    page = to.call("listImages", query={"limit": 1})
    to.call("listImages", query={"limit": 1, "cursor": page["next_cursor"]})
    to.call("listImages", query={"q": "dusk", "source": "uploaded", "trashed": "false"})
    to.call("listAlbums", query={"visibility": "public"})
    to.call("updateAlbum", album, json={"name": "Arcana", "cover_image_id": first})
    to.call("getAlbum", album)
    to.call("listAlbumImages", album)
    to.call("removeAlbumImage", album, second)
    to.call("deleteImage", second)
    to.call("listImages", query={"trashed": "true"})
    to.call("restoreImage", second)
    changes = {"nsfw": True, "add_labels": [{"kind": "tag", "text": "dusk"}], "add_to_album": album}
    to.call("bulkUpdateImages", json={"ids": [first, second], "changes": changes})
    to.call("bulkUpdateImages", json={"filter": {"q": "dusk"}, "changes": {"nsfw": False}, "dry_run": True})
    third = upload(to, 4)["id"]
    to.call("deleteImage", third)
    to.call("purgeImage", third)
    to.call("purgeTrash", json={"older_than_days": 0, "dry_run": True})
    to.stage("generate_image", first)
    to.call("getImage", first)
    to.call("reproduceImage", first)
    to.call("deleteAlbum", album)


def upload(to: Walker, number: int, **fields: str) -> Any:
    picture = base64.b64encode(png((number, 20, 90))).decode("ascii")
    return to.call("createImage", file=picture, form=fields)


def sets(to: Walker) -> None:
    new = {"name": "Cards", "prompt_template": "{rank} of {suit}", "rows": ROWS}
    template = to.call("createSetTemplate", json=new)["id"]
    to.call("listSetTemplates")
    to.call("getSetTemplate", template)
    to.call("updateSetTemplate", template, json={"style_suffix": "linocut"})
    to.call("replaceSetTemplateRows", template, json={"rows": ROWS[:3]}, headers={"If-Match": "*"})
    to.call("replaceSetTemplateRows", template, text=CSV, headers={"If-Match": "*", "Content-Type": "text/csv"})
    to.call("getSetTemplateRows", template)
    to.call("getSetTemplateRows", template, headers={"Accept": "text/csv"})
    to.call("previewSetTemplate", template, json={"theme": "autumn"})
    run = to.call("startSetRun", template, json={"theme": "winter", "seed": 7, "album_name": "Winter"})["id"]
    to.call("listSetRuns")
    to.call("listJobs", query={"set_run_id": run})
    to.call("cancelSetRun", run)
    to.stage("fail_jobs", run)
    to.call("getSetRun", run)
    to.call("retrySetRun", run)
    axes = [{"kind": "steps", "values": [1, 2]}, {"kind": "seed", "values": [7, 8]}]
    grid = to.call("startSetRun", template, json={"theme": "winter", "seed": 7, "grid": {"axes": axes}})["id"]
    to.call("getSetRun", grid)
    to.call("getContactSheet", grid)
    to.call("deleteSetTemplate", template)
    to.call("restoreSetTemplate", template)


def jobs(to: Walker) -> None:
    job = to.call("createJob", json={"kind": "generate", "prompt": "a fox in the snow", "engine": "press"})["id"]
    to.call("previewPrompt", json={"prompt": "a fox in the snow", "engine": "press"})
    picture = upload(to, 3)["id"]
    to.call("createJob", json={"kind": "caption", "image_ids": [picture]})
    to.call("listJobs", query={"state": ["queued", "running"], "kind": "generate"})
    to.call("updateJob", job, json={"priority": 5})
    to.call("getJob", job)
    to.call("cancelJob", job)
    to.call("retryJob", job)
    to.stage("show_preview")
    to.call("getJobPreview", job)
    to.call("cancelJobs", json={"kind": "train", "queued_only": True, "dry_run": True})
    to.call("updateQueue", json={"paused": True})
    to.call("getQueue")
    to.call("updateQueue", json={"paused": False})
    to.call("listWorkers")


def training(to: Walker) -> None:
    album = to.call("createAlbum", json={"name": "To learn"})["id"]
    for number in range(6):
        upload(to, 10 + number, album_id=album, caption=f"plate {number}")
    new = {"name": "Winter", "album_ids": [album], "seed": 7}
    to.call("checkTraining", json=new)
    run = to.call("createTrainingRun", json=new)["id"]
    to.stage("train", run)
    to.call("listTrainingRuns")
    to.call("getTrainingRun", run)
    to.call("listTrainingMetrics", run)
    to.call("getTrainingLog", run)
    to.call("getTrainingSample", run, "20")
    to.stage("set_state_of_run", run, "running")
    to.call("sampleTrainingRun", run)
    to.call("saveTrainingRun", run)
    to.stage("set_state_of_run", run, "queued")
    to.call("cancelTrainingRun", run)
    to.call("resumeTrainingRun", run)
    to.call("cancelTrainingRun", run)
    to.call("deleteTrainingRun", run)
    adapter = to.call("listAdapters")["items"][0]["id"]
    to.call("listAdapters", query={"visibility": "shared"})
    to.call("getAdapter", adapter)
    to.call("getAdapterPreview", adapter)
    to.call("getAdapterFile", adapter)
    to.call("replaceAdapterPreview", adapter, file=base64.b64encode(png((3, 2, 1))).decode())
    to.call("deleteAdapterPreview", adapter)
    to.call("createAdapter", file=base64.b64encode(lora()).decode(), form={"name": "Frost"})
    to.call("updateAdapter", adapter, json={"default_weight": 0.7})
    to.call("deleteAdapter", adapter)


def bug_reports(to: Walker) -> None:
    report = to.call("createBugReport", json=bug_report(7))["id"]
    to.call("createBugReport", json=bug_report(7))
    to.call("listBugReports", query={"status": "open"})
    to.call("getBugReport", report)
    to.call("getBugReportScreenshot", report)
    to.call("exportBugReport", report)
    to.call("updateBugReport", report, json={"status": "resolved", "notes": "Mended."})
    to.call("purgeBugReports", json={"older_than_days": 30, "dry_run": True})
    to.call("deleteBugReport", report)


def imports(to: Walker) -> None:
    to.stage("put_files")
    to.call("listImportSources")
    created = to.call("createImport", json={"kind": "media", "source": "outputs"})["id"]
    to.stage("run_import", created)
    plan = to.call("getImport", created)
    to.call("listImports")
    to.call("listImportItems", created)
    to.call("listImportItems", created, headers={"Accept": "text/csv"})
    to.call("applyImport", created, json={"digest": plan["digest"]})
    to.stage("run_import", created)
    to.call("verifyImport", created)
    to.stage("run_import", created)
    to.call("undoImport", created, query={"dry_run": "true"})
    to.call("undoImport", created)
    to.call("cancelImport", created)


def webhooks(to: Walker) -> None:
    new = {"url": "https://hooks.example.com/platemark", "kinds": ["set_run.finished"]}
    webhook = to.call("createWebhook", json=new)["id"]
    to.call("listWebhooks")
    to.call("getWebhook", webhook)
    to.call("updateWebhook", webhook, json={"description": "the chat room"})
    to.call("rotateWebhookSecret", webhook)
    delivery = to.call("pingWebhook", webhook)["id"]
    to.call("listWebhookDeliveries", webhook)
    to.call("getWebhookDelivery", delivery)
    to.call("replayWebhookDelivery", delivery)
    to.call("deleteWebhook", webhook)
